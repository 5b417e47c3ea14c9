"""Who sits at the table: the sheet on which a group deals hats and issues, and both sides' people.

Source: exercise.md R9.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from negosim.engine.words import Role
from negosim.gui.drawings.boardroom import OUR_PORTRAITS, paint_person, portrait_of
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    CINNABAR_TINT,
    GUTTER,
    HEAD,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_CHIP,
    THEM_TEXT,
    US,
    US_TEXT,
    US_TINT,
    WELL,
    WHITE,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Drawing,
    Flow,
    Grid,
    Kind,
    Label,
    Row,
    Widget,
)
from negosim.language.lexicon import name_of
from negosim.language.typography import capital
from negosim.language.values import issue_name
from negosim.present.preparation_brief import Person, people
from negosim.present.preparation_hats import Hat, give_issue, may_take_off, take_off, wear
from negosim.present.speakers import initial as letter_of
from negosim.present.speakers import their_name

if TYPE_CHECKING:
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.ui import Ui

PORTRAIT_HEIGHT, LOW_PORTRAIT = 150.0, 104.0


def people_page(ui: Ui, scene: Preparation) -> Widget:
    """Who does what on the own side, who is known of the other."""
    found = people(scene.view, ui.lang, scene.draft.hats)
    words = ui.words("preparation")
    if found.alone:
        director = Person(
            words.text("people.director"), words.text("people.director_how"), "", ours=True
        )
        return both_sides(ui, scene, (*found.ours, director, *found.behind))
    dealing = Card(
        Label(words.text("people.group"), style=BODY, colour=MUTED),
        Grid(
            *[_member(ui, scene, hat) for hat in scene.draft.hats],
            columns=1 if ui.narrow else 2,
        ),
        title=words.text("people.title"),
        gap=12,
    )
    return Column(dealing, both_sides(ui, scene, (*found.ours, *found.behind)), gap=GUTTER)


def both_sides(ui: Ui, scene: Preparation, ours: tuple[Person, ...]) -> Widget:
    """Our people and theirs side by side, each under the portrait of who speaks."""
    words = ui.words("preparation")
    found = people(scene.view, ui.lang, scene.draft.hats)
    return Grid(
        _side(
            ui,
            _Heading(words.text("people.us"), found.us, US_TEXT, US_TINT),
            OUR_PORTRAITS[scene.playing.side],
            ours,
        ),
        _side(
            ui,
            _Heading(words.text("people.them"), found.them, THEM_TEXT, CINNABAR_TINT),
            portrait_of(their_name(scene.view, "en")),
            found.theirs,
        ),
        columns=2,
        gap=GUTTER,
    )


def person_row(person: Person) -> Widget:
    """A disc (ours) or a square (theirs) with the initial, the name, what they do."""
    note = Label(person.note, style=SMALL, colour=THEM_TEXT) if person.note else None
    duties = Label(person.duties, style=SMALL, colour=MUTED) if person.duties else None
    return Row(
        initial(person.name, ours=person.ours),
        Column(Label(person.name, style=STRONG), duties, note, gap=0, grow=1),
        gap=12,
        align="start",
    )


def initial(name: str, *, ours: bool, size: float = 36.0) -> Widget:
    """The first character of a name; ours are circles, theirs squares."""

    def paint(p: Painter, rect: Rect) -> None:
        if ours:
            p.circle(rect.centerx, rect.centery, size / 2, US)
        else:
            p.square(rect.centerx, rect.centery, size / 2, THEM_CHIP)
        p.text(
            letter_of(name),
            rect.centerx,
            rect.centery,
            STRONG,
            WHITE,
            align="center",
            middle=True,
        )

    return Drawing(paint, width=size, height=size)


class _Heading(NamedTuple):
    """Over a side: what it is to us, its name, the colours of word and ground."""

    kind: str
    name: str
    colour: str
    ground: str


def _side(ui: Ui, heading: _Heading, portrait: str, members: tuple[Person, ...]) -> Widget:
    """A portrait of who speaks, then everybody by name and duty."""

    def paint(p: Painter, rect: Rect) -> None:
        p.rect(rect, heading.ground, 12)
        paint_person(p, portrait, rect)

    return Card(
        Drawing(paint, height=LOW_PORTRAIT if ui.short else PORTRAIT_HEIGHT),
        Column(
            Label(heading.kind, style=SMALL_STRONG, colour=heading.colour),
            Label(heading.name, style=HEAD),
            gap=0,
        ),
        *[person_row(person) for person in members],
        gap=12,
        padding=18,
    )


def _member(ui: Ui, scene: Preparation, hat: Hat) -> Widget:
    """One member with chips for hats and for issues; a pressed chip is worn."""
    words = ui.words("preparation")
    lang = ui.lang
    hats = scene.draft.hats

    def put_on(role: Role) -> None:
        if hat.wears(role):
            scene.draft.deal(take_off(hats, hat.seat))
        else:
            scene.draft.deal(wear(hats, hat.seat, role))
        scene.changed()

    def own(issue: int) -> None:
        scene.draft.deal(give_issue(hats, hat.seat, issue))
        scene.changed()

    def why_not(role: Role) -> str:
        if not hat.wears(role) or may_take_off(hats, hat.seat, role):
            return ""
        if role is Role.NEGOTIATOR:
            return words.text("people.last_negotiator")
        return words.text("people.must_wear", role=name_of(role, lang))

    roles = [
        Button(
            capital(name_of(role, lang)),
            partial(put_on, role),
            key=f"hat-{hat.seat}-{role.value}",
            kind=Kind.TINY,
            selected=hat.wears(role),
            tip=why_not(role),
        )
        if not why_not(role)
        else _worn(ui, capital(name_of(role, lang)), f"hat-{hat.seat}-{role.value}", why_not(role))
        for role in Role
    ]
    issues = [
        Button(
            issue_name(issue, lang, starts=True),
            partial(own, number),
            key=f"issue-{hat.seat}-{number}",
            kind=Kind.TINY,
        )
        if number not in hat.issues
        else _worn(
            ui,
            issue_name(issue, lang, starts=True),
            f"issue-{hat.seat}-{number}",
            words.text("people.must_own"),
        )
        for number, issue in enumerate(scene.view.brief.issues)
    ]
    return Box(
        Row(initial(hat.seat, ours=True, size=28), Label(hat.seat, style=STRONG, grow=1), gap=10),
        Label(words.text("people.hats"), style=SMALL_STRONG, colour=MUTED),
        Flow(*roles, gap=6, line_gap=6),
        Label(words.text("people.issues"), style=SMALL_STRONG, colour=MUTED),
        Flow(*issues, gap=6, line_gap=6),
        fill=WELL,
        padding=12,
        radius=12,
        gap=6,
    )


def _worn(ui: Ui, text: str, key: str, why: str) -> Widget:
    """A chip that is worn and can only be taken by somebody else; pressing says so."""
    return Button(text, lambda: ui.app.toast(why), key=key, kind=Kind.TINY, selected=True, tip=why)
