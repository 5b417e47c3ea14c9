"""The sheet itself: white paper with its clauses, the record beside them, two signatures, the seal.

What stands on the paper both sides can read; one's own points never do. Words come from
`present.contract`. Source: exercise.md R41, look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.sides import SIDES, Side
from negosim.gui.drawings.sealing import SEAL, paint_seal, paint_signature
from negosim.gui.painter import Painter, Rect
from negosim.gui.scenes.stepper_width import stepper_width
from negosim.gui.theme import (
    BODY,
    CINNABAR_TINT,
    GOLD_TEXT,
    GOLD_TINT,
    HERO,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US_TEXT,
    VALUE,
    WHITE,
)
from negosim.gui.widgets import (
    Box,
    Card,
    Column,
    Drawing,
    Icon,
    Label,
    Layers,
    Row,
    Rule,
    Space,
    Stepper,
    Table,
    Toggle,
    Widget,
)
from negosim.present.clauses import Clause, Extra, Mark
from negosim.present.contract import SheetPage, Stage

if TYPE_CHECKING:
    from negosim.gui.scenes.contract import ContractScene
    from negosim.gui.ui import Ui

SIGN_TALL, DRAFT_TALL = 62.0, 26.0
SIGN_MS, SEAL_MS = 1_100, 420
STEPPER, WIDEST = 150.0, 250.0
LINE = "#cfd3d8"


def paper(ui: Ui, scene: ContractScene, page: SheetPage, width: float) -> Widget:
    """The whole sheet, so many logical units wide."""
    words = ui.words("contract")
    head = Column(
        Label(page.subject, style=SMALL, colour=MUTED, align="center"),
        Label(page.title, style=HERO, align="center"),
        Label(page.drawn, style=SMALL, colour=MUTED, align="center"),
        gap=0,
    )
    parties = Row(
        *[_party(words.text(f"side.{side.word}"), page.parties[side]) for side in SIDES],
        gap=24,
        align="start",
    )
    rows = [_clause_row(ui, scene, clause) for clause in page.clauses]
    table = Table(
        [words.text(f"column.{name}") for name in ("clause", "sheet", "record")] + [""],
        rows,
        align="lllr",
        gap=18,
    )
    extras = [_extra_row(scene, extra) for extra in page.extras]
    return Card(
        head,
        Rule(INK),
        parties,
        Space(4),
        table,
        Column(Label(words.text("column.extras"), style=SMALL_STRONG, colour=MUTED), *extras, gap=6)
        if extras
        else None,
        Rule(LINE),
        _difference(page),
        _signatures(ui, scene, page),
        fill=WHITE,
        radius=4,
        padding=28,
        gap=8,
        width=width,
    )


def _party(role: str, name: str) -> Widget:
    same = role == name
    return Column(
        None if same else Label(role, style=SMALL, colour=MUTED),
        Label(name, style=STRONG),
        gap=0,
        grow=1,
    )


def _clause_row(ui: Ui, scene: ContractScene, clause: Clause) -> list[str | Widget]:
    number = clause.number
    issue = scene.view.brief.issues[number]
    value: Widget
    if clause.editable:
        value = Stepper(
            clause.value,
            lambda: scene.step(number, upward=False),
            lambda: scene.step(number, upward=True),
            key=f"clause:{number}",
            less=clause.less,
            more=clause.more,
            style=VALUE,
            width=stepper_width(ui, issue, now=clause.value, least=STEPPER, most=WIDEST),
        )
    else:
        value = Label(clause.value, style=VALUE)
    name = Row(Icon(clause.icon, size=18, colour=MUTED), Label(clause.name, style=BODY), gap=10)
    return [
        name,
        value,
        Label(clause.on_record or "–", colour=MUTED),
        _mark(clause.mark, clause.note),
    ]


def _extra_row(scene: ContractScene, extra: Extra) -> Widget:
    place = extra.place
    if scene.draft.free and scene.is_draft:
        text: Widget = Toggle(
            extra.text, extra.chosen, lambda _: scene.toggle(place), key=f"benefit:{place}", grow=1
        )
    else:
        text = Label(extra.text, style=STRONG if extra.chosen else BODY, grow=1)
    shown = extra.chosen or extra.mark is not Mark.ON_RECORD
    return Row(text, _mark(extra.mark, extra.note) if shown else None, gap=12)


def _mark(mark: Mark, note: str) -> Widget:
    """On record: a check. Anything else says in words what is wrong, for both to see."""
    if mark is Mark.ON_RECORD:
        return Row(Space(grow=1), Icon("check", size=18, colour=US_TEXT), gap=0)
    strong = mark in (Mark.DIFFERS, Mark.LEFT_OUT)
    chip = Box(
        Label(note, style=SMALL_STRONG, colour=THEM_TEXT if strong else GOLD_TEXT),
        fill=CINNABAR_TINT if strong else GOLD_TINT,
        padding=5,
        radius=8,
    )
    return Row(Space(grow=1), chip, gap=0)


def _difference(page: SheetPage) -> Widget:
    same = all(each.mark is Mark.ON_RECORD for each in page.clauses) and all(
        each.mark is Mark.ON_RECORD for each in page.extras
    )
    colour = US_TEXT if same else GOLD_TEXT
    return Row(
        Icon("check" if same else "warning", size=16, colour=colour),
        Label(page.difference, style=SMALL, colour=colour, grow=1),
        gap=8,
    )


def _signatures(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget:
    """A place for each side, and between them the seal once both have signed."""
    vendor, client = (_place(ui, scene, page, side) for side in SIDES)
    places = Row(vendor, Space(SEAL + 12), client, gap=0, align="end")
    if page.stage is not Stage.SEALED:
        return places
    word = ui.words("contract").text("sign.both")

    def seal(p: Painter, rect: Rect) -> None:
        share = _share(ui, scene, "seal", SEAL_MS, after=SIGN_MS)
        paint_seal(p, rect.centerx, rect.centery, word, share)

    return Layers(places, Drawing(seal, height=SEAL + 4))


def _place(ui: Ui, scene: ContractScene, page: SheetPage, side: Side) -> Widget:
    words = ui.words("contract")
    signed = page.signed[side]

    def sign(p: Painter, rect: Rect) -> None:
        if signed:
            share = _share(ui, scene, f"sign-{side.word}", SIGN_MS)
            paint_signature(p, rect.inflate(-8, -6), side, share)

    if not signed:
        note = words.text("sign.open")
    elif page.signed_at[side]:
        note = words.text("sign.at", at=page.signed_at[side])
    else:
        note = words.text("sign.done")
    return Column(
        Drawing(sign, height=DRAFT_TALL if page.stage is Stage.DRAFT else SIGN_TALL),
        Rule(INK),
        Label(words.text("sign.for", party=page.parties[side]), style=SMALL_STRONG, align="center"),
        Label(note, style=SMALL, colour=US_TEXT if signed else MUTED, align="center"),
        gap=1,
        grow=1,
    )


def _share(ui: Ui, scene: ContractScene, what: str, ms: int, *, after: int = 0) -> float:
    """How far something that happened before one's eyes has come; what one found there is whole."""
    if ui.calm or what in scene.found:
        return 1.0
    gone = ui.now_ms - scene.since(what, ui.now_ms) - after
    if gone < ms:
        ui.app.moving()
    return min(1.0, max(0.0, gone / ms))
