"""The issues as tracks drawn in characters: own marks, both sides' offers, the gap.

Left is good for the seat that looks. Only the seat's own marks and what was said at
the table are read; where a track ends depends on nothing else.
"""

from __future__ import annotations

from negosim.cli.terminal.screen import Segment
from negosim.engine import agreement
from negosim.engine.issue import Issue
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.yardstick import Marks, Yardstick, level_ticks
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import mark_names
from negosim.language.typography import cells, cut, padded
from negosim.language.values import issue_name, number_text, size_text, value_text
from negosim.present.tracks import span_of

Line = tuple[Segment, ...]

QUOTE, TARGET, FLOOR, LEVEL = "⚑", "◆", "┃", "┊"
OURS, THEIRS, RIBBON, BEYOND = "●", "■", "─", "░"
AGREED, WRITTEN = "✓", "✎"
_NARROWEST = 20
_LABEL = 20
_SHORTEST_LABEL = 8


@record(frozen=True, slots=True)
class Scale:
    """Which gains a track spans, `most` at its left end, over `width` cells."""

    most: int
    least: int
    width: int

    def column(self, gain: int) -> int:
        """The cell of a gain, ends included."""
        span = self.most - self.least
        if span <= 0:
            return 0
        inside = min(max(gain, self.least), self.most)
        return round((self.most - inside) * (self.width - 1) / span)


def tracks(view: SeatView, lang: str, width: int) -> list[Line]:
    """Two lines an issue, in agenda order, each at most `width` cells."""
    count = len(view.brief.issues)
    values = [_values(view, number, lang) for number in range(count)]
    side = max(cells(text) for pair in values for text, _ in pair) + 3
    longest = 2 + max(cells(_name(issue, lang)) for issue in view.brief.issues)
    label = max(_SHORTEST_LABEL, min(_LABEL, longest, width - side - _NARROWEST))
    length = max(_NARROWEST, width - label - side)
    lines: list[Line] = []
    for number in range(count):
        (first, first_style), (second, second_style) = values[number]
        offers, marks = _drawn(view, number, length)
        name = padded(cut(_name(view.brief.issues[number], lang), label - 1), label)
        lines.append(((name, "strong"), *offers, ("  " + first, first_style)))
        lines.append(((" " * label, ""), *marks, ("  " + second, second_style)))
    return lines


def legend(side: Side, lang: str) -> str:
    """What the signs mean to a side, in one line."""
    return catalogue("terminal", lang).text("tracks.legend", **mark_names(side, lang))


def scale_of(view: SeatView, number: int, width: int) -> Scale:
    """An issue's track in so many cells, spanning what the window's does."""
    span = span_of(view, number)
    return Scale(span.most, span.least, width)


def _drawn(view: SeatView, number: int, width: int) -> tuple[Line, Line]:
    scale = scale_of(view, number, width)
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    return (
        _offers(view, number, scale),
        _marks(issue, yard, view.brief.marks[number], view.own.floors[number], scale),
    )


def _offers(view: SeatView, number: int, scale: Scale) -> Line:
    """Our last value and theirs, with a ribbon between them."""
    side = view.brief.side
    sign = view.brief.yardsticks[number].sign
    ours = view.common.positions[side].named[number]
    theirs = view.common.positions[side.other].named[number]
    row = [" "] * scale.width
    styles = [""] * scale.width
    here = None if ours is None else scale.column(sign * ours)
    there = None if theirs is None else scale.column(sign * theirs)
    if here is not None and there is not None:
        for column in range(min(here, there) + 1, max(here, there)):
            row[column], styles[column] = RIBBON, "gold"
    if there is not None:
        row[there], styles[there] = THEIRS, "theirs"
    if here is not None:
        row[here], styles[here] = OURS, "ours"
        if here == there:
            beside = here + 1 if here + 1 < scale.width else here - 1
            row[beside], styles[beside] = THEIRS, "theirs"
    return _runs(row, styles)


def _marks(issue: Issue, yard: Yardstick, mark: Marks, floor: int, scale: Scale) -> Line:
    """Own marks, and at each level's tick the points it brings."""
    last = scale.column(yard.sign * floor)
    row = [RIBBON if column <= last else BEYOND for column in range(scale.width)]
    styles = ["muted"] * scale.width
    points: list[tuple[int, str]] = []
    for level, tick in level_ticks(issue, yard):
        column = scale.column(yard.sign * tick)
        row[column] = LEVEL
        points.append((column, str(level * yard.weight)))
    for tick, sign in ((mark.quote, QUOTE), (mark.target, TARGET), (floor, FLOOR)):
        column = scale.column(yard.sign * tick)
        row[column], styles[column] = sign, "ours"
    taken = {column for column in range(scale.width) if row[column] not in (RIBBON, BEYOND)}
    for column, digits in points:
        room = range(column + 1, column + 1 + len(digits))
        if room.stop < scale.width and not taken.intersection(room):
            for place, digit in zip(room, digits, strict=True):
                row[place], styles[place] = digit, "ours"
            taken.update(range(column, room.stop + 1))
    return _runs(row, styles)


def _values(view: SeatView, number: int, lang: str) -> tuple[Segment, Segment]:
    """Both sides' last values; beside theirs the gap, or how far the issue is settled."""
    side = view.brief.side
    issue = view.brief.issues[number]
    ours = view.common.positions[side].named[number]
    theirs = view.common.positions[side.other].named[number]
    first = f"{OURS} {_value(issue, ours, lang)}"
    second = f"{THEIRS} {_value(issue, theirs, lang)}"
    state = settled(view, number, lang)
    if state:
        return (first, "ours"), (f"{state}", "gold")
    if ours is not None and theirs is not None and ours != theirs:
        size = abs(ours - theirs)
        gap = size_text(issue, size, lang) if issue.is_ladder else number_text(size * issue.step)
        second += "  " + catalogue("terminal", lang).text("tracks.gap", gap=gap)
    return (first, "ours"), (second, "theirs")


def settled(view: SeatView, number: int, lang: str) -> str:
    """What is agreed on an issue and whether it is written; empty while it is open."""
    record_ = view.common.record
    count = len(view.brief.issues)
    words = catalogue("terminal", lang)
    issue = view.brief.issues[number]
    confirmed = agreement.confirmed(record_, count)[number]
    if confirmed is not None:
        value = value_text(issue, confirmed, lang)
        return words.text("tracks.written", sign=WRITTEN, value=value)
    agreed = agreement.agreed(record_, count)[number]
    if agreed is not None:
        return words.text("tracks.agreed", sign=AGREED, value=value_text(issue, agreed, lang))
    return ""


def _value(issue: Issue, tick: int | None, lang: str) -> str:
    return "–" if tick is None else value_text(issue, tick, lang)


def _name(issue: Issue, lang: str) -> str:
    return issue_name(issue, lang, starts=True)


def _runs(row: list[str], styles: list[str]) -> Line:
    """Characters with the same style side by side become one segment."""
    runs: list[Segment] = []
    for character, style in zip(row, styles, strict=True):
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + character, style)
        else:
            runs.append((character, style))
    return tuple(runs)
