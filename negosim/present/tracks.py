"""The issues as tracks: places from 0 (best for us) to 1, and the words at each place.

Own marks, both sides' last values and the draft being built, as plain numbers and
strings for whoever draws them. Only the seat's own view is read; where a track ends
depends on nothing else, and with own marks hidden on public things alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from negosim.engine import agreement
from negosim.engine.common import Record
from negosim.engine.issue import Issue, Terms
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.yardstick import level_ticks
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import mark_names
from negosim.language.typography import capital
from negosim.language.values import (
    issue_name,
    number_text,
    short_value,
    size_text,
    unit_of,
    value_text,
)
from negosim.present.choices import silent
from negosim.present.issue_icons import icon_for
from negosim.present.told_marks import ToldMarks, told_marks

MARGIN_SHARE = 8
"""A numeric track runs past the limit by this part of the own band, for the hatch."""
FARTHEST = 2
"""It runs on for a value named beyond, but no farther than this many own bands: one
outlandish figure must not press everything else together."""


class Settled(StrEnum):
    """How far an issue is settled. Source: exercise.md R39."""

    OPEN = "open"
    AGREED = "agreed"
    WRITTEN = "written"


@record(frozen=True, slots=True)
class Spot:
    """A place on a track, 0 best for us to 1, with its words."""

    at: float
    text: str = ""


@record(frozen=True, slots=True)
class Track:
    """One issue as drawn. `unit` is empty where the values say it, as a ladder's options do.

    `quote`, `target`, `limit` and `ticks` (the worst place of each level, with its points;
    no points at exam) are own marks: None and empty while hidden. `rungs`: every option of a
    ladder. `ours`, `theirs`: last values named; `draft`: the value being built. `agreed`: the
    value it is settled at, empty while it is open. `end`: what the row says at its end, the
    gap or how it is settled; empty while there is neither. `limit_moved`: news has moved the
    limit since the talks began. `cares`: what they said the issue is to them, empty for
    nothing; `wanted`: the value they said they want.
    """

    number: int
    name: str
    unit: str
    icon: str
    rungs: tuple[Spot, ...]
    quote: Spot | None
    target: Spot | None
    limit: Spot | None
    limit_moved: bool
    ticks: tuple[Spot, ...]
    ours: Spot | None
    theirs: Spot | None
    draft: Spot | None
    settled: Settled
    agreed: str
    end: str
    cares: str = ""
    wanted: Spot | None = None


@record(frozen=True, slots=True)
class Span:
    """Which gains a track spans: `most` at its left end, `least` at its right."""

    most: int
    least: int

    def place(self, gain: int) -> float:
        """0 to 1, ends included; a gain beyond an end lies on it."""
        if self.most <= self.least:
            return 0.5
        inside = min(max(gain, self.least), self.most)
        return (self.most - inside) / (self.most - self.least)


def tracks(
    view: SeatView,
    lang: str,
    *,
    own_marks: bool = True,
    draft: Terms = (),
    heard: Sequence[SeatEvent] = (),
) -> tuple[Track, ...]:
    """A track an issue, in agenda order. `draft`: the terms being built, empty for none;
    `heard`: the own stream so far, for what they have answered."""
    drafted = draft or (None,) * len(view.brief.issues)
    told = told_marks(view, heard)
    return tuple(
        _track(view, number, lang, own_marks=own_marks, draft=drafted[number], told=told)
        for number in range(len(view.brief.issues))
    )


def legend(view: SeatView, lang: str) -> tuple[str, str, str, str]:
    """What the card says above the tracks: left end, right end, the circle, the square."""
    words = catalogue("table_scene", lang)
    other = view.brief.side.other.word
    return (
        words.text("tracks.better_us"),
        words.text(f"tracks.better_{other}"),
        words.text("tracks.ours"),
        words.text(f"tracks.theirs_{other}"),
    )


def span_of(
    view: SeatView, number: int, *, own_marks: bool = True, draft: int | None = None
) -> Span:
    """The gains an issue's track spans.

    All options of a ladder. On a numeric issue the own band, a margin beyond the limit and
    everything either side has named; without own marks what was named alone.
    """
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    bounds = sorted((yard.sign * issue.lowest, yard.sign * issue.highest))
    if issue.is_ladder:
        return Span(bounds[1], bounds[0])
    named = [
        tick
        for position in view.common.positions
        for tick in (position.named[number], position.best[number])
        if tick is not None
    ]
    if draft is not None:
        named.append(draft)
    gains = [yard.sign * tick for tick in named]
    if own_marks:
        mark, floor = view.brief.marks[number], yard.sign * view.own.floors[number]
        best, worst = yard.sign * mark.quote, yard.sign * mark.floor
        band = max(1, best - worst)
        far = (worst - FARTHEST * band, best + FARTHEST * band)
        gains = [min(max(gain, far[0]), far[1]) for gain in gains]
        gains += [best, floor, worst - max(1, band // MARGIN_SHARE)]
    elif gains:
        margin = max(1, (max(gains) - min(gains)) // MARGIN_SHARE)
        gains += [max(gains) + margin, min(gains) - margin]
    else:
        gains = bounds
    return Span(min(max(gains), bounds[1]), max(min(gains), bounds[0]))


def settled_as(record: Record, issues: int, number: int) -> tuple[Settled, int | None]:
    """How far one of `issues` issues is settled, and at which tick, None while it is open."""
    confirmed = agreement.confirmed(record, issues)[number]
    if confirmed is not None:
        return Settled.WRITTEN, confirmed
    agreed = agreement.agreed(record, issues)[number]
    return (Settled.OPEN if agreed is None else Settled.AGREED), agreed


def _track(
    view: SeatView,
    number: int,
    lang: str,
    *,
    own_marks: bool,
    draft: int | None,
    told: ToldMarks,
) -> Track:
    side = view.brief.side
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    span = span_of(view, number, own_marks=own_marks, draft=draft)
    words = catalogue("table_scene", lang)

    def spot(tick: int | None, text: str | None = None) -> Spot | None:
        if tick is None:
            return None
        said = short_value(issue, tick, lang) if text is None else text
        return Spot(span.place(yard.sign * tick), said)

    quote = target = limit = None
    ticks: tuple[Spot, ...] = ()
    mark, floor = view.brief.marks[number], view.own.floors[number]
    if own_marks:
        names = mark_names(side, lang)
        quote = spot(mark.quote, _marked(words, names["quote"], issue, mark.quote, lang))
        target = spot(mark.target, _marked(words, names["target"], issue, mark.target, lang))
        limit = spot(floor, _marked(words, names["floor"], issue, floor, lang))
        bare = silent(view)
        ticks = tuple(
            Spot(span.place(yard.sign * tick), "" if bare else str(level * yard.weight))
            for level, tick in level_ticks(issue, yard)
        )
    settled, agreed = settled_as(view.common.record, len(view.brief.issues), number)
    care = told.cares[number]
    return Track(
        number=number,
        name=issue_name(issue, lang, starts=True),
        unit=unit_of(issue, lang),
        icon=icon_for(issue),
        rungs=_rungs(view, number, span, lang),
        quote=quote,
        target=target,
        limit=limit,
        limit_moved=own_marks and floor != mark.floor,
        ticks=ticks,
        ours=spot(view.common.positions[side].named[number]),
        theirs=spot(view.common.positions[side.other].named[number]),
        draft=spot(draft),
        settled=settled,
        agreed="" if agreed is None else short_value(issue, agreed, lang),
        end=_end(view, number, settled, lang),
        cares="" if care is None else words.text(f"tracks.cares_{care.value}"),
        wanted=spot(told.wanted[number]) if settled is Settled.OPEN else None,
    )


def _marked(words: Catalogue, mark: str, issue: Issue, tick: int, lang: str) -> str:
    """`Quote 310`, `报价 310`."""
    return words.text("tracks.mark", mark=capital(mark), value=short_value(issue, tick, lang))


def _rungs(view: SeatView, number: int, span: Span, lang: str) -> tuple[Spot, ...]:
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    return tuple(
        Spot(span.place(yard.sign * place), value_text(issue, place, lang))
        for place in range(len(issue.options))
    )


def _end(view: SeatView, number: int, settled: Settled, lang: str) -> str:
    words = catalogue("table_scene", lang)
    if settled is not Settled.OPEN:
        return words.text(f"tracks.{settled.value}")
    side = view.brief.side
    issue = view.brief.issues[number]
    ours = view.common.positions[side].named[number]
    theirs = view.common.positions[side.other].named[number]
    if ours is None or theirs is None:
        return ""
    size = abs(ours - theirs)
    if size == 0:
        return words.text("tracks.met")
    gap = size_text(issue, size, lang) if issue.is_ladder else number_text(size * issue.step)
    return words.text("tracks.gap", gap=gap)
