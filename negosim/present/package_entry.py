"""One issue of a package as it stands on its tile: its part, its value, what it means.

Words and figures of a single issue, from the seat's own view; which part an issue has
and where its value steps is the package's business (`packaging`). Source: look.md.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.issue import Issue
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.yardstick import level_ticks
from negosim.language.catalogue import catalogue
from negosim.language.values import issue_name, number_text, short_value, size_text, unit_of
from negosim.present.choices import silent
from negosim.present.stops import larger


class Part(StrEnum):
    """What an issue does in a package."""

    OFF = "off"
    GIVE = "give"
    WANT = "want"


class Beyond(StrEnum):
    """How far a value goes beyond what may be said: not at all, one's authority, one's limit."""

    NOTHING = ""
    AUTHORITY = "authority"
    LIMIT = "limit"


@record(frozen=True, slots=True)
class Entry:
    """One issue of the package.

    `text`: the value without its unit; `unit` empty where the value says it. `delta`: how
    far it lies from one's own last value, or a wanted one from theirs; empty when off.
    `points`: what the value scores, empty at exam. `less` is toward smaller amounts;
    `gives_less`: that smaller amounts are better for them. `locked`: confirmed on record,
    only reopening the line changes it (R40).
    """

    issue: int
    name: str
    unit: str
    tick: int
    role: Part
    text: str
    delta: str
    points: str
    at_level_tick: bool
    can_less: bool
    can_more: bool
    gives_less: bool
    beyond: Beyond
    locked: bool


@record(frozen=True, slots=True)
class Steps:
    """Which way an issue's stepper may go, and whether smaller amounts are better for them."""

    less: bool
    more: bool
    gives_less: bool
    locked: bool


def entry_of(
    view: SeatView, number: int, lang: str, *, part: Part, tick: int, steps: Steps
) -> Entry:
    """The entry of an issue with this part and value."""
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    return Entry(
        issue=number,
        name=issue_name(issue, lang, starts=True),
        unit=unit_of(issue, lang),
        tick=tick,
        role=part,
        text=short_value(issue, tick, lang),
        delta=_delta(view, number, lang, part=part, tick=tick),
        points=_points(view, yard.weight * yard.level(tick), lang),
        at_level_tick=any(tick == mark for _, mark in level_ticks(issue, yard)),
        can_less=steps.less,
        can_more=steps.more,
        gives_less=steps.gives_less,
        beyond=_beyond(view, number, tick),
        locked=steps.locked,
    )


def _points(view: SeatView, points: int, lang: str) -> str:
    return "" if silent(view) else catalogue("table", lang).text("build.points", points=points)


def _beyond(view: SeatView, number: int, tick: int) -> Beyond:
    sign = view.brief.yardsticks[number].sign
    if sign * (tick - view.own.floors[number]) < 0:
        return Beyond.LIMIT
    if sign * (tick - view.own.authority[number]) < 0:
        return Beyond.AUTHORITY
    return Beyond.NOTHING


def _delta(view: SeatView, number: int, lang: str, *, part: Part, tick: int) -> str:
    """`−20 vs last`, or of a wanted value `+15 vs theirs`."""
    side = view.brief.side
    against = view.common.positions[side.other if part is Part.WANT else side].named[number]
    if part is Part.OFF or against is None:
        return ""
    key = "theirs" if part is Part.WANT else "last"
    text = catalogue("table", lang)
    if tick == against:
        return text.text(f"build.same_{key}")
    change = change_text(view.brief.issues[number], against, tick, lang)
    return text.text(f"build.vs_{key}", delta=change)


def change_text(issue: Issue, before: int, after: int, lang: str) -> str:
    """A change as one reads it: `+15`, `−20`; in steps where the options are no numbers."""
    sign = "+" if (after - before) * larger(issue) > 0 else "−"
    if not issue.is_ladder:
        return sign + number_text(abs(after - before) * issue.step)
    one, two = issue.options[before].number, issue.options[after].number
    if one is None or two is None:
        return sign + size_text(issue, abs(after - before), lang)
    return sign + number_text(abs(two - one))
