"""The coach: when it speaks at each level of a game, and what it says first.

It reads the seat's view and the rulings on the seat's own moves, nothing else. It
warns and never forbids. Source: exercise.md R30.
"""

from __future__ import annotations

from collections.abc import Iterable

from negosim.engine import agreement
from negosim.engine.clock import latest_handshake_ms
from negosim.engine.events import Ruling
from negosim.engine.propriety import is_proper_leave
from negosim.engine.rulings import JUDGED_AT
from negosim.engine.scoring import CONDUCT_WEIGHTS
from negosim.engine.state import SeatView
from negosim.engine.words import Level, Phase, Purpose
from negosim.engine.yardstick import sign_of
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view

SHORT_MS = 240_000
"""When this little is left for a handshake the coach speaks of the end."""


class Coach:
    """One seat's coach through one match; it remembers what it said last."""

    def __init__(self) -> None:
        self._said: str | None = None

    def before(self, view: SeatView, rulings: Iterable[Ruling]) -> Ruling | None:
        """The fault to warn of before a move is sent, at first and guided levels."""
        if view.common.setup.level not in (Level.FIRST, Level.GUIDED):
            return None
        return self._dearest(view, rulings)

    def after(self, view: SeatView, rulings: Iterable[Ruling]) -> Ruling | None:
        """The fault to name once the other side has replied, at course level."""
        if view.common.setup.level is not Level.COURSE:
            return None
        return self._dearest(view, rulings)

    def _dearest(self, view: SeatView, rulings: Iterable[Ruling]) -> Ruling | None:
        """The fault that weighs most, never the one named last time."""
        judged = JUDGED_AT[view.common.setup.level]
        faults = [
            ruling
            for ruling in rulings
            if not ruling.kept and ruling.principle in judged and ruling.code != self._said
        ]
        if not faults:
            return None
        dearest = max(faults, key=lambda ruling: CONDUCT_WEIGHTS.get(ruling.principle, 0))
        self._said = dearest.code
        return dearest


def advice(view: SeatView, lang: str) -> str:
    """What a coach would do next, in one or two sentences; the first that fits."""
    text = catalogue("coach", lang)
    words = lexicon_of_view(view, lang)
    key, issues = _situation(view)
    named = (*[words.issue(number) for number in issues], "", "")
    return text.text(f"advice.{key}", a=named[0], b=named[1])


def _situation(view: SeatView) -> tuple[str, tuple[int, ...]]:
    common, side = view.common, view.brief.side
    record = common.record
    count = len(view.brief.issues)
    question = common.turn.question
    if common.phase is Phase.BREAK:
        return "break", ()
    if question is not None and question.by is not side:
        return "answer", ()
    if record.sheet is not None and not record.sheet.signed[side]:
        return "sheet", ()
    if agreement.proposed_by_other(record, side):
        return "confirm", ()
    may_write = record.pen in (None, side)
    if record.drafts and may_write:
        return "write", ()
    if may_write and agreement.is_complete(agreement.confirmed(record, count)):
        return "draw", ()
    if common.turn.deadlocked:
        return "deadlock", ()
    latest = latest_handshake_ms(common.setup)
    if latest is not None and latest - common.elapsed_ms < SHORT_MS:
        return "late", ()
    talk = common.talk[side]
    cheap, dear = _cheap_and_dear(view)
    if talk.total == 0:
        return "open", (cheap,)
    if is_proper_leave(view, Purpose.CONSULT) and len(common.positions[side].breaks) < 3:
        return "consult", ()
    if cheap == dear:
        return "single", (cheap,)
    if not (talk.expected | talk.fresh) >> cheap & 1:
        return "expect", (cheap,)
    return "trade", (cheap, dear)


def _cheap_and_dear(view: SeatView) -> tuple[int, int]:
    """Of the open issues with something to give: the least weighty; of those to gain on: the most."""
    side = view.brief.side
    agreed = agreement.agreed(view.common.record, len(view.brief.issues))
    yards = view.brief.yardsticks
    theirs = view.common.positions[side.other].named
    best = view.common.positions[side].best
    numbers = [number for number, tick in enumerate(agreed) if tick is None]
    if not numbers:
        return 0, 0

    def weight(number: int) -> int:
        return yards[number].weight

    def may_give(number: int) -> bool:
        tick = best[number]
        sign = sign_of(view.brief.issues[number], side)
        return tick is None or sign * (tick - view.own.authority[number]) > 0

    def may_gain(number: int) -> bool:
        mark, tick = view.brief.marks[number], theirs[number]
        return tick is None or yards[number].level(tick) < yards[number].level(mark.quote)

    gives = [number for number in numbers if may_give(number)] or numbers
    gains = [number for number in numbers if may_gain(number)] or numbers
    return min(gives, key=weight), max(gains, key=weight)
