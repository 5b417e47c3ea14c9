"""The framework before the talks: each issue as a band with quote, target, limit, authority.

The geometry is that of the tracks at the table, so that a player meets the same picture
again. Own marks only. Source: exercise.md R5, R7, R24.
"""

from __future__ import annotations

from negosim.engine.issue import Issue
from negosim.engine.record import record
from negosim.engine.scenario import order_of
from negosim.engine.state import SeatView
from negosim.engine.yardstick import level_ticks, par
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import mark_names
from negosim.language.typography import capital
from negosim.language.values import issue_name, short_value, unit_of
from negosim.present.choices import silent
from negosim.present.preparation import Draft, may_order
from negosim.present.preparation_hats import Hat
from negosim.present.stops import larger, next_stop
from negosim.present.tracks import Spot, Track, span_of, tracks


@record(frozen=True, slots=True)
class Band:
    """One issue with its marks and how far the negotiators may go.

    `full`: the authority reaches the limit. `reach` says so in a sentence; `owner`: who
    negotiates it, empty where one person does everything. `rank` is 1 for the most
    important; `between`: values worth knowing that are no mark (level ticks, options);
    `less`/`more`: whether the authority can go to a smaller or larger amount.
    """

    number: int
    track: Track
    title: str
    between: tuple[Spot, ...]
    rank: int
    weight: int
    authority: Spot
    full: bool
    value: str
    reach: str
    owner: str
    less: bool
    more: bool


@record(frozen=True, slots=True)
class Chip:
    """An issue in the order of priorities, with the weight its place brings."""

    issue: int
    place: int
    name: str
    weight: str


def bands(draft: Draft, view: SeatView, lang: str) -> tuple[Band, ...]:
    """A band an issue, in agenda order."""
    drawn = tracks(view, lang)
    return tuple(_band(draft, view, track, lang) for track in drawn)


def title_of(issue: Issue, lang: str) -> str:
    """The issue's name with its unit, as a heading: `Price (10k yuan)`, `价格（万元）`."""
    name = issue_name(issue, lang, starts=True)
    unit = unit_of(issue, lang)
    if not unit:
        return name
    return catalogue("preparation", lang).text("steps.title_unit", issue=name, unit=unit)


def by_priority(found: tuple[Band, ...]) -> tuple[Band, ...]:
    """The bands with the most important issue first."""
    return tuple(sorted(found, key=lambda band: band.rank))


def chips(draft: Draft, view: SeatView, lang: str) -> tuple[Chip, ...]:
    """The order as the draft has it, the most important first."""
    words = catalogue("preparation", lang)
    count = len(draft.order)
    return tuple(
        Chip(
            issue,
            place,
            issue_name(view.brief.issues[issue], lang, starts=True),
            words.text("framework.weight", weight=count - place),
        )
        for place, issue in enumerate(draft.order)
    )


def order_changed(draft: Draft, view: SeatView) -> bool:
    """Whether chips have been moved that are not locked yet."""
    return may_order(view) and draft.order != order_of(view.brief.marks)


def next_authority(draft: Draft, view: SeatView, issue: int, *, upward: bool) -> int:
    """Where a press on + (`upward`: larger amounts) or - takes the authority on an issue."""
    marks, yard = view.brief.marks[issue], view.brief.yardsticks[issue]
    return next_stop(
        view.brief.issues[issue],
        marks,
        yard,
        draft.authority(view, issue),
        upward=upward,
        within=(marks.quote, view.own.floors[issue]),
    )


def authority_at(view: SeatView, issue: int, at: float) -> int:
    """The tick nearest to a place on the band, between quote and limit, on an ordinary stop."""
    marks, yard = view.brief.marks[issue], view.brief.yardsticks[issue]
    floor = view.own.floors[issue]
    span = span_of(view, issue)
    tick, stops = floor, {floor, marks.quote, marks.target}
    while True:
        thing = view.brief.issues[issue]
        upward = (marks.quote - floor) * larger(thing) > 0
        after = next_stop(thing, marks, yard, tick, upward=upward, within=(floor, marks.quote))
        if after == tick:
            break
        stops.add(after)
        tick = after
    return min(stops, key=lambda stop: (abs(span.place(yard.sign * stop) - at), stop))


def legend(view: SeatView, lang: str) -> dict[str, str]:
    """What the signs on a band mean to this side: `quote`, `target`, `limit`, `points`
    (empty at exam), `authority`."""
    words, names = catalogue("preparation", lang), mark_names(view.brief.side, lang)
    return {
        "quote": capital(names["quote"]),
        "target": capital(names["target"]),
        "limit": capital(names["floor"]),
        "points": "" if silent(view) else words.text("framework.points"),
        "authority": words.text("authority.mark"),
    }


def goal(view: SeatView) -> tuple[int, int] | None:
    """Points the director hopes for (R45) and those of no deal (R43); None at exam (R30)."""
    return None if silent(view) else (par(view.brief.yardsticks), view.brief.walk_away)


def _band(draft: Draft, view: SeatView, track: Track, lang: str) -> Band:
    number = track.number
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    mark, floor = view.brief.marks[number], view.own.floors[number]
    authority = draft.authority(view, number)
    full = authority == floor
    words, names = catalogue("preparation", lang), mark_names(view.brief.side, lang)
    reach = words.text(
        "authority.full" if full else "authority.ask",
        value=short_value(issue, authority, lang),
        limit=names["floor"],
        floor=short_value(issue, floor, lang),
    )
    return Band(
        number=number,
        track=track,
        title=title_of(issue, lang),
        between=_between(view, track, lang),
        rank=mark.rank,
        weight=yard.weight,
        authority=Spot(
            span_of(view, number).place(yard.sign * authority), short_value(issue, authority, lang)
        ),
        full=full,
        value=short_value(issue, authority, lang),
        reach=reach,
        owner=_owner(draft.hats, number),
        less=next_authority(draft, view, number, upward=False) != authority,
        more=next_authority(draft, view, number, upward=True) != authority,
    )


def _between(view: SeatView, track: Track, lang: str) -> tuple[Spot, ...]:
    """Options of a ladder and level ticks of a numeric issue that are none of the marks."""
    issue, yard = view.brief.issues[track.number], view.brief.yardsticks[track.number]
    mark = view.brief.marks[track.number]
    marked = {mark.quote, mark.target, view.own.floors[track.number]}
    if issue.is_ladder:
        ticks = [tick for tick in range(len(issue.options)) if tick not in marked]
    else:
        ticks = [tick for _, tick in level_ticks(issue, yard) if tick not in marked]
    span = span_of(view, track.number)
    return tuple(
        Spot(span.place(yard.sign * tick), short_value(issue, tick, lang)) for tick in ticks
    )


def _owner(hats: tuple[Hat, ...], issue: int) -> str:
    if len(hats) == 1:
        return ""
    return next(hat.seat for hat in hats if issue in hat.issues)
