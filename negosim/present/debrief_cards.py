"""The other side's cards turned over, beside what was guessed of them.

Their priorities against the guess (R32), their quotes, targets and limits beside what was
signed, their points beside those supposed. Only for a match that is over.
"""

from __future__ import annotations

from math import comb

from negosim.engine.issue import Order
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import mark_names
from negosim.language.typography import capital
from negosim.language.values import issue_name, number_text, short_value, size_text, unit_of
from negosim.present.debrief import Review, page_of, points_text
from negosim.present.issue_icons import icon_for
from negosim.reports.guess import Guessed, guessed
from negosim.solo.afterthoughts import Afterthought


@record(frozen=True, slots=True)
class Card:
    """One of their priorities, the most important first.

    `rank` counts from 1; `guessed_rank` is where we had it, None without a guess.
    """

    issue: int
    name: str
    icon: str
    rank: int
    guessed_rank: int | None

    @property
    def right(self) -> bool:
        return self.rank == self.guessed_rank


@record(frozen=True, slots=True)
class Marked:
    """Their marks on one issue in words, without its unit. `signed` is "" without a contract;
    `room` tells how far from their limit it was signed, "" where there is nothing to tell."""

    name: str
    unit: str
    icon: str
    quote: str
    target: str
    limit: str
    signed: str
    room: str


@record(frozen=True, slots=True)
class Cards:
    """All that was hidden. `right` of `count` places and `inversions` of `pairs` are the
    guess's (R32); `late`: it was made only after the talks; `heads` name the marks."""

    order: tuple[Card, ...]
    right: int | None
    count: int
    inversions: int | None
    pairs: int
    late: bool
    verdict: str
    heads: tuple[str, str, str]
    marks: tuple[Marked, ...]
    points: str
    vetoes: tuple[str, ...]


def cards(seen: Review, thought: Afterthought, lang: str) -> Cards:
    """Their cards; the guess is the one locked in the match, else that of `thought`."""
    found = seen.found
    side = found.sides[seen.side]
    truth = found.sides[seen.side.other].order
    judged = side.guess
    late = judged is None and sorted(thought.order) == sorted(truth)
    if late:
        judged = guessed(thought.order, truth)
    ranks: Order = () if judged is None else judged.order
    names = mark_names(seen.side.other, lang)
    return Cards(
        order=tuple(
            Card(
                issue=issue,
                name=issue_name(found.scenario.issues[issue], lang, starts=True),
                icon=icon_for(found.scenario.issues[issue]),
                rank=rank,
                guessed_rank=ranks.index(issue) + 1 if ranks else None,
            )
            for rank, issue in enumerate(truth, 1)
        ),
        right=None if judged is None else judged.right,
        count=len(truth),
        inversions=None if judged is None else judged.inversions,
        pairs=comb(len(truth), 2),
        late=late,
        verdict=_verdict(judged, lang),
        heads=(capital(names["quote"]), capital(names["target"]), capital(names["floor"])),
        marks=_marks(seen, lang),
        points=_points(seen, thought, lang),
        vetoes=_vetoes(seen, lang),
    )


def _verdict(judged: Guessed | None, lang: str) -> str:
    text = catalogue("debrief_scene", lang).text
    if judged is None:
        return text("cards.no_guess")
    count = len(judged.truth)
    key = "cards.all_right" if judged.right == count else "cards.right"
    return text(key, right=judged.right, count=count)


def _marks(seen: Review, lang: str) -> tuple[Marked, ...]:
    found = seen.found
    theirs = seen.side.other
    contract = found.contract
    out = []
    for place, issue in enumerate(found.scenario.issues):
        marks = found.scenario.marks[theirs][place]
        floor = seen.match.end.own[theirs].floors[place]
        tick = None if contract is None else contract.deal.terms[place]
        out.append(
            Marked(
                name=issue_name(issue, lang, starts=True),
                unit=unit_of(issue, lang),
                icon=icon_for(issue),
                quote=short_value(issue, marks.quote, lang),
                target=short_value(issue, marks.target, lang),
                limit=short_value(issue, floor, lang),
                signed="" if tick is None else short_value(issue, tick, lang),
                room=_room(seen, place, tick, floor, lang),
            )
        )
    return tuple(out)


def _room(seen: Review, place: int, tick: int | None, floor: int, lang: str) -> str:
    """How far from their limit it was signed."""
    if tick is None:
        return ""
    text = catalogue("debrief_scene", lang).text
    yard = seen.found.scenario.yardsticks[seen.side.other][place]
    left = yard.sign * (tick - floor)
    if left < 0:
        return text("cards.beyond")
    if left == 0:
        return text("cards.at_limit")
    issue = seen.found.scenario.issues[place]
    size = size_text(issue, left, lang) if issue.is_ladder else number_text(left * issue.step)
    return text("cards.room", size=size)


def _vetoes(seen: Review, lang: str) -> tuple[str, ...]:
    """Who opposite would not have signed what the limits alone allow."""
    if seen.side is Side.CLIENT:
        return ()
    text = catalogue("debrief_scene", lang).text
    words = page_of(seen, lang).words
    return tuple(
        text(
            "cards.veto",
            name=member.name.in_(lang),
            terms=words.terms(member.veto, last="or"),
        )
        for member in seen.found.scenario.opposition.team
        if any(tick is not None for tick in member.veto)
    )


def _points(seen: Review, thought: Afterthought, lang: str) -> str:
    """Their points, beside those supposed."""
    text = catalogue("debrief_scene", lang).text
    if seen.found.contract is None:
        return ""
    points = seen.found.sides[seen.side.other].points
    if thought.points is None:
        return text("cards.points", points=points_text(points, lang))
    if thought.points == points:
        return text("cards.points_right", points=points_text(points, lang))
    return text("cards.points_guessed", points=points_text(points, lang), guessed=thought.points)
