"""The status panel: time, turn, pen, what is unwritten, what is in reach.

Everything follows from the seat's own view; at exam level nothing is said of points.
"""

from __future__ import annotations

from negosim.cli.terminal.screen import Segment
from negosim.engine import agreement
from negosim.engine.clock import latest_handshake_ms
from negosim.engine.concession import hardness
from negosim.engine.issue import Terms
from negosim.engine.readiness import QUESTIONS_A_TURN
from negosim.engine.state import SeatView
from negosim.engine.words import Level, Phase
from negosim.engine.yardstick import par, points
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view, name_of
from negosim.language.values import clock_text

Line = tuple[Segment, ...]

LAST_MINUTES_MS = 180_000
"""From here on what is unwritten is said loudly (look.md)."""


def panel(view: SeatView, lang: str, elapsed_ms: int) -> list[Line]:
    """Two to four lines; `elapsed_ms` is where the clock stands now."""
    words = lexicon_of_view(view, lang)
    lines: list[Line] = [_time(view, lang, elapsed_ms), _paper(view, words)]
    level = view.common.setup.level
    if level is not Level.EXAM:
        lines.append(_reach(view, lang))
    if level in (Level.FIRST, Level.GUIDED):
        lines.append(_posture(view, lang))
    left = time_left_ms(view, elapsed_ms)
    unwritten = unwritten_issues(view)
    if left is not None and left <= LAST_MINUTES_MS and unwritten:
        text = catalogue("terminal", lang).text("panel.unwritten", issues=words.listed(unwritten))
        lines.append((("  " + text.upper(), "warning"),))
    return lines


def time_left_ms(view: SeatView, elapsed_ms: int) -> int | None:
    """What is left of the talks; None without a clock."""
    limit = view.common.setup.limit_ms
    return None if limit is None else max(0, limit - elapsed_ms)


def unwritten_issues(view: SeatView) -> tuple[int, ...]:
    """Issues that are agreed and on no line of the record."""
    count = len(view.brief.issues)
    agreed = agreement.agreed(view.common.record, count)
    written = agreement.written(view.common.record, count)
    return tuple(
        number for number in range(count) if agreed[number] is not None and written[number] is None
    )


def terms_in_reach(view: SeatView) -> Terms:
    """What signing now would mean: what is agreed, else what the other side named last."""
    count = len(view.brief.issues)
    agreed = agreement.agreed(view.common.record, count)
    theirs = view.common.positions[view.brief.side.other].named
    return tuple(
        stands if stood is None else stood for stood, stands in zip(agreed, theirs, strict=True)
    )


def _time(view: SeatView, lang: str, elapsed_ms: int) -> Line:
    text = catalogue("terminal", lang)
    left = time_left_ms(view, elapsed_ms)
    latest = latest_handshake_ms(view.common.setup)
    segments: list[Segment] = []
    if left is None or latest is None:
        segments.append((text.text("panel.no_clock"), "title"))
    else:
        style = "warning" if left <= LAST_MINUTES_MS else "title"
        segments.append((text.text("panel.left", left=clock_text(left)), style))
        segments.append((text.text("panel.between"), "muted"))
        segments.append(
            (text.text("panel.handshake", left=clock_text(max(0, latest - elapsed_ms))), "")
        )
    segments.append((text.text("panel.between"), "muted"))
    segments.append((_turn(view, lang), "ours" if _is_mine(view) else "theirs"))
    return tuple(segments)


def _is_mine(view: SeatView) -> bool:
    return view.common.turn.side is view.brief.side


def _turn(view: SeatView, lang: str) -> str:
    text = catalogue("terminal", lang)
    common = view.common
    if common.phase is not Phase.TALKS:
        return name_of(common.phase, lang)
    question = common.turn.question
    if question is not None and question.by is not view.brief.side:
        return text.text("panel.to_answer")
    if not _is_mine(view):
        return text.text("panel.their_turn")
    return text.text("panel.my_turn", questions=QUESTIONS_A_TURN - common.turn.asked)


def _paper(view: SeatView, words: Lexicon) -> Line:
    text = catalogue("terminal", words.lang)
    record = view.common.record
    if record.pen is None:
        pen = text.text("panel.pen_free")
    else:
        pen = text.text("panel.pen", who=words.label(record.pen))
    segments: list[Segment] = [(pen, "")]
    unwritten = unwritten_issues(view)
    if unwritten:
        segments.append((text.text("panel.between"), "muted"))
        segments.append((text.text("panel.unwritten", issues=words.listed(unwritten)), "warning"))
    if record.sheet is not None:
        segments.append((text.text("panel.between"), "muted"))
        segments.append((text.text("panel.sheet"), "gold"))
    if view.common.turn.deadlocked:
        segments.append((text.text("panel.between"), "muted"))
        segments.append((text.text("panel.deadlock"), "warning"))
    return tuple(segments)


def _reach(view: SeatView, lang: str) -> Line:
    text = catalogue("terminal", lang)
    terms = terms_in_reach(view)
    yards = view.brief.yardsticks
    hoped, away = par(yards), view.brief.walk_away
    beyond = [
        number
        for number, (tick, floor, yard) in enumerate(
            zip(terms, view.own.floors, yards, strict=True)
        )
        if tick is not None and yard.sign * (tick - floor) < 0
    ]
    agreed = agreement.agreed(view.common.record, len(terms))
    if agreement.is_complete(agreed):
        reached = text.text("panel.if_agreed", points=points(yards, agreed))
    elif beyond:
        # No side may sign beyond its limit, so no points can be had there (R24).
        listed = lexicon_of_view(view, lang).listed(tuple(beyond))
        reached = text.text("panel.too_far", issues=listed)
    elif agreement.is_complete(terms):
        reached = text.text("panel.if_signed", points=points(yards, terms))
    else:
        reached = text.text("panel.so_far", points=points(yards, terms))
    goal = text.text("panel.goal", hoped=hoped, away=away)
    return ((reached, "strong"), (text.text("panel.between"), "muted"), (goal, ""))


def _posture(view: SeatView, lang: str) -> Line:
    hard = hardness(view.common.positions[view.brief.side.other].closes)
    text = catalogue("terminal", lang).text("panel.posture", hardness=name_of(hard, lang))
    return ((text, "muted"),)
