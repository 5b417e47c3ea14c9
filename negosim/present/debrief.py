"""A finished match as the one who played it looks back on it, before anything is drawn.

`review` works the match out once; the first screen after the guesses (contract, points
with their arithmetic, how it ended) is worded here, and the tabs in the files beside.
No faults, letters or ranks on this first screen, and no drawing anywhere.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import levels, within_floor
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue
from negosim.language.typography import capital
from negosim.language.values import clock_text, issue_name, value_text
from negosim.present.issue_icons import icon_for
from negosim.reports.debrief import Debrief, debrief_of
from negosim.reports.debrief_page import Page
from negosim.reports.debrief_result import breakdown_sentence
from negosim.reports.timeline import Entry, Timeline, timeline


@record(frozen=True, slots=True)
class Review:
    """A finished match in the eyes of `side`.

    `before`: for each entry of `match`, how many moves of the log had been made before
    the one that brought it, its opening not counted; a new game may branch off there.
    """

    match: Timeline
    found: Debrief
    side: Side
    before: tuple[int, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.match.entries

    def at(self, entry: Entry) -> int:
        """How many moves of the log had been made before the one that brought this entry."""
        for place, each in enumerate(self.match.entries):
            if each is entry:
                return self.before[place]
        raise ValueError("the entry is of another match")


@record(frozen=True, slots=True)
class Product:
    """Weight times level of one side on one issue; `points` is their product."""

    weight: int
    level: int
    points: int


@record(frozen=True, slots=True)
class Line:
    """One issue of what is scored. `value` is empty and the products None where nothing stands."""

    name: str
    icon: str
    value: str
    ours: Product | None
    theirs: Product | None


@record(frozen=True, slots=True)
class Result:
    """The first screen's figures. Source: exercise.md R43-R45.

    With a contract `lines` score it, and `points` are its points. Without one `points` are
    what no deal is worth, and `lines` are what the other side had named when the talks
    ended, worth `table` points to us (None while an issue is missing or beyond our limit).
    """

    signed: bool
    how: str
    verdict: str
    lines: tuple[Line, ...]
    benefits: tuple[str, ...]
    points: int
    theirs: int
    par: int
    par_theirs: int
    walk_away: int
    walk_away_theirs: int
    table: int | None
    table_note: str


def review(
    scenario: Scenario, events: tuple[e.Event, ...], *, moves: tuple[int, ...], side: Side
) -> Review:
    """Everything that can be said of a finished match; NotOver while it runs.

    `moves` are the numbers of the last event of each move, as a log gives them. ValueError
    for events that do not begin with `MatchOpened`.
    """
    match = timeline(scenario, events)
    before: list[int] = []
    made = 0
    for number, event in enumerate(events, 1):
        while made < len(moves) and moves[made] < number:
            made += 1
        if not isinstance(event, e.MatchOpened | e.Ruled):
            before.append(made - 1)
    return Review(match, debrief_of(match), side, tuple(before))


def page_of(seen: Review, lang: str) -> Page:
    """The words that the reports draw on, our side spoken to."""
    return Page(seen.found, lang, seen.side)


def result(seen: Review, lang: str) -> Result:
    """What the first screen after the guesses shows."""
    found, side = seen.found, seen.side
    page = page_of(seen, lang)
    contract = found.contract
    terms = _last_named(seen) if contract is None else contract.deal.terms
    ours, theirs = found.sides[side], found.sides[side.other]
    return Result(
        signed=contract is not None,
        how=_how(page),
        verdict=_verdict(seen, lang),
        lines=_lines(seen, terms, lang),
        benefits=()
        if contract is None
        else tuple(
            capital(found.scenario.benefits[number].text.in_(lang))
            for number in contract.deal.benefits
        ),
        points=ours.points,
        theirs=theirs.points,
        par=ours.par,
        par_theirs=theirs.par,
        walk_away=ours.walk_away,
        walk_away_theirs=theirs.walk_away,
        table=_table_points(seen, terms) if contract is None else None,
        table_note=_table_note(seen, terms, lang) if contract is None else "",
    )


def points_text(points: int, lang: str) -> str:
    """`1 point`, `6 points`."""
    key = "points.one" if points == 1 else "points.more"
    return catalogue("debrief_scene", lang).text(key, count=points)


def title_of(seen: Review, lang: str) -> str:
    """The scenario's title."""
    return seen.found.scenario.story.title.in_(lang)


def last_offer_points(seen: Review) -> int | None:
    """What signing all that the other side had last named would have brought us.

    None while it had not named every issue, or named something beyond our limit.
    """
    return _table_points(seen, _last_named(seen))


def table_is_worse(seen: Review) -> bool:
    """Whether what the other side had last named was beyond our limit, or worse than no deal."""
    terms = _last_named(seen)
    yards = seen.found.scenario.yardsticks[seen.side]
    points = _table_points(seen, terms)
    if points is None:
        return not within_floor(yards, terms)
    return points < seen.found.sides[seen.side].walk_away


def _last_named(seen: Review) -> Terms:
    return seen.match.end.common.positions[seen.side.other].named


def _table_points(seen: Review, terms: Terms) -> int | None:
    yards = seen.found.scenario.yardsticks[seen.side]
    if any(tick is None for tick in terms) or not within_floor(yards, terms):
        return None
    return sum(yard.weight * level for yard, level in zip(yards, levels(yards, terms), strict=True))


def _table_note(seen: Review, terms: Terms, lang: str) -> str:
    """What signing all that they had named would have meant, in one sentence."""
    text = catalogue("debrief_scene", lang).text
    yards = seen.found.scenario.yardsticks[seen.side]
    words = page_of(seen, lang).words
    missing = tuple(place for place, tick in enumerate(terms) if tick is None)
    if missing:
        return text("table.missing", issues=words.listed(missing))
    beyond = tuple(
        place
        for place, (yard, tick) in enumerate(zip(yards, terms, strict=True))
        if tick is not None and yard.sign * tick < yard.floor_gain
    )
    if beyond:
        return text("table.beyond", issues=words.listed(beyond))
    points, away = _table_points(seen, terms), seen.found.sides[seen.side].walk_away
    assert points is not None
    if points > away:
        return text("table.better", points=points_text(points, lang), more=points - away)
    return text("table.worse" if points < away else "table.equal", points=points_text(points, lang))


def _lines(seen: Review, terms: Terms, lang: str) -> tuple[Line, ...]:
    scenario = seen.found.scenario
    return tuple(
        Line(
            name=issue_name(issue, lang, starts=True),
            icon=icon_for(issue),
            value="" if tick is None else value_text(issue, tick, lang),
            ours=_product(scenario, seen.side, place, tick),
            theirs=_product(scenario, seen.side.other, place, tick),
        )
        for place, (issue, tick) in enumerate(zip(scenario.issues, terms, strict=True))
    )


def _product(scenario: Scenario, side: Side, place: int, tick: int | None) -> Product | None:
    if tick is None:
        return None
    yard = scenario.yardsticks[side][place]
    level = yard.level(tick)
    return Product(yard.weight, level, yard.weight * level)


def _how(page: Page) -> str:
    """When it was signed, or how it broke off."""
    found = page.found
    if found.contract is None:
        return breakdown_sentence(page)
    text = catalogue("debrief_scene", page.lang).text
    if page.timed:
        return text("how.signed", time=clock_text(found.elapsed_ms), moves=found.moves)
    return text("how.signed_untimed", moves=found.moves)


def _verdict(seen: Review, lang: str) -> str:
    """Our points beside what was hoped for, or beside no deal. Source: exercise.md R43, R45."""
    text = catalogue("debrief_scene", lang).text
    ours = seen.found.sides[seen.side]
    if seen.found.contract is None:
        return text("verdict.walked", away=ours.walk_away)
    if ours.points < ours.walk_away:
        return text("verdict.below_away", away=ours.walk_away, less=ours.walk_away - ours.points)
    if ours.points == ours.par:
        return text("verdict.at", par=ours.par)
    if ours.points > ours.par:
        return text("verdict.above", par=ours.par, more=ours.points - ours.par)
    return text("verdict.below", par=ours.par, less=ours.par - ours.points)
