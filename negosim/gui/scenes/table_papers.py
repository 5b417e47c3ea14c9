"""What lies on the table for us: their standing offer, lines to confirm, a sheet to sign.

Accepting lives here, on what is accepted (look.md). What there is to choose comes from
`present.accepting` and `present.reacting`.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.theme import (
    CARD,
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US,
    WELL,
    WHITE,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import Box, Button, Flow, Icon, Kind, Label, Press, Row, Widget
from negosim.present.accepting import MARKED, OfferCard
from negosim.present.choices import Choice, Group
from negosim.solo.sitting import Waiting

QUESTION, SHEET, PACKAGES = "question", "sheet", "packages"
"""Groups of `present.reacting` that have a place of their own here."""


def paper(ui: Ui, desk: TableDesk) -> Widget | None:
    """Their standing offer as a sheet of paper on the table; None while there is none.

    An offer that has just been heard is not written out again.
    """
    card = desk.their_offer
    if card is None:
        return None
    return Box(*_offer(ui, desk, card), gap=5, padding=9, fill=CARD, border=GOLD, radius=8)


def offer_strip(ui: Ui, desk: TableDesk) -> Widget | None:
    """The same as a strip over the tracks, where the room is folded."""
    card = desk.their_offer
    if card is None:
        return None
    return Box(*_offer(ui, desk, card), gap=4, padding=8, fill=CARD, border=GOLD, radius=10)


def _offer(ui: Ui, desk: TableDesk, card: OfferCard) -> list[Widget | None]:
    heard = desk.hears_offer
    text = desk.text("theirs.offer", text=card.text)
    if card.second:
        text = desk.text("theirs.two", first=card.text, second=card.second)
    worth = card.worth if desk.shows_points else ""
    return [
        None if heard else Label(text, style=SMALL_STRONG, colour=INK),
        *(Label(warning, style=SMALL, colour=THEM_TEXT) for warning in _against(desk, card)),
        Flow(
            Label(desk.text("theirs.heard"), style=SMALL_STRONG, colour=INK) if heard else None,
            *(_accept(desk, choice) for choice in card.choices),
            *(_prefer(desk, choice) for choice in _packages(desk)),
            _later(desk, PACKAGES) if _packages(desk) else None,
            Label(worth, style=SMALL, colour=GOLD_TEXT) if worth else None,
            gap=6,
            line_gap=4,
        ),
    ]


def _against(desk: TableDesk, card: OfferCard) -> tuple[str, ...]:
    """What to mind, or why none of it can be taken; both speak of one's own limits."""
    if desk.playing.hidden:
        return ()
    if desk.is_my_turn and card.choices and all(choice.why_not for choice in card.choices):
        return (*card.warnings, card.choices[0].why_not)
    return card.warnings


def _accept(desk: TableDesk, choice: Choice) -> Widget:
    """Taking it whole stands out; one issue by name is a small button, several may wrap."""
    loose = desk.draft.loose
    if choice.id == MARKED:
        return _accept_marked(desk, choice)
    whole = isinstance(choice.move, m.Accept) and not choice.move.issues
    return Button(
        desk.text("theirs.take", what=choice.label),
        lambda: desk.pick_loose(choice),
        key=f"accept-{choice.id}",
        kind=Kind.JADE if whole else Kind.TINY,
        height=30 if whole else None,
        why_not=_why_not(desk, choice),
        selected=loose is not None and loose.move == choice.move,
        tip=choice.hint if desk.shows_points else "",
    )


def _accept_marked(desk: TableDesk, choice: Choice) -> Widget:
    """As a small button looks, but of as many lines as the names want."""
    loose = desk.draft.loose
    why_not = _why_not(desk, choice)
    selected = loose is not None and loose.move == choice.move
    return Press(
        Label(
            desk.text("theirs.take", what=choice.label),
            style=SMALL_STRONG,
            colour=WHITE if selected else MUTED if why_not else INK,
        ),
        lambda: desk.pick_loose(choice),
        key=f"accept-{choice.id}",
        why_not=why_not,
        selected=selected,
        tip=choice.hint if desk.shows_points else "",
        fill=US if selected else WELL if why_not else CARD,
        radius=8,
        padding=5,
        shadow=False,
    )


def _why_not(desk: TableDesk, choice: Choice) -> str:
    """Why it cannot be pressed. All alike while one's own is covered: which of them may be
    had tells one's limit."""
    return desk.text("other.hidden") if desk.playing.hidden else choice.why_not


def _packages(desk: TableDesk) -> tuple[Choice, ...]:
    """What may be said of their two packages, while nothing has been said yet."""
    return next((group.choices for group in desk.reactions if group.id == PACKAGES), ())


def _prefer(desk: TableDesk, choice: Choice) -> Widget:
    loose = desk.draft.loose
    return Button(
        choice.label,
        lambda: desk.pick_loose(choice),
        key=f"{PACKAGES}-{choice.id}",
        kind=Kind.TINY,
        why_not=_why_not(desk, choice),
        selected=loose is not None and loose.move == choice.move,
    )


def reaction_cards(ui: Ui, desk: TableDesk) -> list[Widget]:
    """A card for each thing that waits for our answer.

    Their question stands in the composer, their two packages lie with the offer.
    """
    return [
        _reaction(desk, group) for group in desk.reactions if group.id not in (QUESTION, PACKAGES)
    ]


def _reaction(desk: TableDesk, group: Group) -> Widget:
    shown = () if desk.playing.hidden else group.choices
    hints = tuple(dict.fromkeys(each.hint for each in shown if each.hint))
    return Box(
        Row(
            Icon("seal" if group.id == SHEET else "write", size=18, colour=GOLD_TEXT),
            Label(_title(desk, group), style=STRONG, grow=1),
            gap=8,
        ),
        *(Label(hint, style=SMALL, colour=THEM_TEXT) for hint in hints),
        *(
            Label(text, style=SMALL, colour=MUTED)
            for each in shown[:1]
            if each.move is not None
            for text in desk.cautions(each.move)
        ),
        Flow(
            *_answers(desk, group),
            _later(desk, group.id),
            gap=8,
            line_gap=6,
        ),
        gap=6,
        padding=10,
        fill=GOLD_TINT,
        border=GOLD,
        radius=12,
    )


def _later(desk: TableDesk, group: str) -> Widget | None:
    """Let it wait, where the other side waits for nothing else of ours."""
    if desk.playing.waiting is not Waiting.REACT:
        return None
    return Button(desk.text("react.later"), desk.later, key=f"later-{group}", kind=Kind.TINY)


def _title(desk: TableDesk, group: Group) -> str:
    """A sheet is read on its own page; here it is enough that it lies there."""
    return desk.text("react.sheet") if group.id == SHEET else group.title


def _answers(desk: TableDesk, group: Group) -> list[Widget]:
    if group.id == SHEET:
        return [
            Button(
                desk.text("react.open_sheet"),
                lambda: desk.playing.show_contract(True),
                key="open-sheet",
                kind=Kind.JADE,
                icon="seal",
                height=32,
            )
        ]
    return [_gesture(desk, group, choice) for choice in group.choices]


def _gesture(desk: TableDesk, group: Group, choice: Choice) -> Widget:
    """Done at once; what confirms stands out."""
    move = choice.move
    confirms = isinstance(move, m.Confirm) and not move.lines
    return Button(
        choice.label,
        lambda: None if move is None else desk.do(move),
        key=f"{group.id}-{choice.id}",
        kind=Kind.JADE if confirms else Kind.TINY,
        icon="check" if confirms else "",
        height=32 if confirms else None,
        why_not=_why_not(desk, choice),
    )
