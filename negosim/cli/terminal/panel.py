"""The status panel: time, turn, pen, what is unwritten, what is in reach.

Everything follows from the seat's own view; at exam level nothing is said of points.
"""

from __future__ import annotations

from negosim.cli.terminal.screen import Segment
from negosim.engine.clock import latest_handshake_ms
from negosim.engine.concession import hardness
from negosim.engine.readiness import QUESTIONS_A_TURN
from negosim.engine.state import SeatView
from negosim.engine.words import Level, Phase
from negosim.engine.yardstick import par
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view, name_of
from negosim.language.values import clock_text
from negosim.present.standing import LAST_MINUTES_MS, Kind, reach, time_left_ms, unwritten_issues

Line = tuple[Segment, ...]


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
        text = catalogue("terminal", lang).text("panel.unwritten", issues=words.names(unwritten))
        lines.append((("  " + text.upper(), "warning"),))
    return lines


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
        segments.append((text.text("panel.unwritten", issues=words.names(unwritten)), "warning"))
    if record.sheet is not None:
        segments.append((text.text("panel.between"), "muted"))
        segments.append((text.text("panel.sheet"), "gold"))
    if view.common.turn.deadlocked:
        segments.append((text.text("panel.between"), "muted"))
        segments.append((text.text("panel.deadlock"), "warning"))
    return tuple(segments)


def _reach(view: SeatView, lang: str) -> Line:
    text = catalogue("terminal", lang)
    found = reach(view)
    listed = lexicon_of_view(view, lang).names(found.beyond)
    reached = text.text(f"panel.{_REACHED[found.kind]}", points=found.points, issues=listed)
    goal = text.text("panel.goal", hoped=par(view.brief.yardsticks), away=view.brief.walk_away)
    return ((reached, "strong"), (text.text("panel.between"), "muted"), (goal, ""))


_REACHED = {
    Kind.AGREED: "if_agreed",
    Kind.BEYOND: "too_far",
    Kind.WHOLE: "if_signed",
    Kind.PARTLY: "so_far",
}


def _posture(view: SeatView, lang: str) -> Line:
    hard = hardness(view.common.positions[view.brief.side.other].closes)
    text = catalogue("terminal", lang).text("panel.posture", hardness=name_of(hard, lang))
    return ((text, "muted"),)
