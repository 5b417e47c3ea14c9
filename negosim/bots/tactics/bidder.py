"""A tactic's turn at the bargaining: take their offer, bid, or let the turn pass.

It stands in for what `turn` does otherwise; paper work, questions and breaks stay with
the bot. It keeps to floors, vetoes, walk-away and authority (B3), and to no other
principle: a tactic bids and nothing else.
"""

from __future__ import annotations

from random import Random

from negosim.bots import absence
from negosim.bots.character import Character
from negosim.bots.cue import Choice, Cue
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.bots.tactics.accepting import Moment, accepts
from negosim.bots.tactics.forms import Acceptance, Bidding, Bids
from negosim.bots.tactics.outcomes import Outcomes
from negosim.bots.tactics.talks import Talks
from negosim.engine import moves as m
from negosim.engine.concession import merged
from negosim.engine.errors import Refusal
from negosim.engine.issue import Terms
from negosim.engine.preview import preview


def bid(
    picture: Picture, reading: Reading, character: Character, bidding: Bidding, dice: Random
) -> Choice | None:
    """An acceptance, an offer or a walk-out; None where there is nothing new to say."""
    if bidding.patience and picture.view.common.turn.number > 2 * bidding.patience:
        return Choice(m.WalkOut(), Cue.SILENT)
    talks = Talks(picture, reading.history)
    outcomes = _outcomes(picture, reading, bidding, picture.stops)
    if not outcomes.scores:
        return None
    terms = _next_bid(talks, outcomes, bidding, dice)
    taken = take(picture, character, bidding.accepts, talks, terms)
    if taken is not None:
        return taken
    if any(map(picture.scale.better, range(picture.scale.count), picture.bounds, terms)):
        leave = absence.consult(picture, character)
        if leave is not None:
            return Choice(leave, Cue.LEAVE_CONSULT)
        outcomes = _outcomes(picture, reading, bidding, picture.bounds)
        if not outcomes.scores:
            return None
        terms = _next_bid(talks, outcomes, bidding, dice)
    return package(picture, terms)


def _outcomes(
    picture: Picture, reading: Reading, bidding: Bidding, bounds: tuple[int, ...]
) -> Outcomes:
    count = picture.scale.count
    weights = reading.estimate.weights() if bidding.informed else (0.0,) * count
    return Outcomes(picture, weights, reading.history.first(count), bounds)


def _next_bid(talks: Talks, outcomes: Outcomes, bidding: Bidding, dice: Random) -> tuple[int, ...]:
    if bidding.bids is Bids.MICRO and bidding.singly:
        return outcomes.ranked(talks.place())
    score = talks.asked(bidding, outcomes, dice)
    if bidding.informed:
        return outcomes.best(score)
    return outcomes.nth(score, dice.randrange(outcomes.count(score)))


def take(
    picture: Picture,
    character: Character,
    acceptance: Acceptance,
    talks: Talks,
    own: tuple[int, ...],
) -> Choice | None:
    """Accept by that condition, `own` being one's own next bid; consult where only authority
    is in the way. None where there is nothing to take."""
    offered = talks.on_the_table()
    if offered is None or not accepts(
        acceptance,
        Moment(
            offered=talks.share(picture.scale.points(offered)),
            own_next=talks.share(picture.scale.points(own)),
            t=talks.t,
            heard=talks.heard(),
        ),
    ):
        return None
    move = m.Accept(second=picture.prefers_second)
    seen = preview(picture.view, move)
    if seen.refusal is Refusal.BEYOND_AUTHORITY:
        leave = absence.consult(picture, character)
        return None if leave is None else Choice(leave, Cue.LEAVE_CONSULT)
    if seen.refusal is not None or not seen.in_time:
        return None
    return Choice(move, Cue.ACCEPT)


def package(picture: Picture, terms: tuple[int, ...]) -> Choice | None:
    """Terms offered whole: given is what goes beyond the best one has named, the rest wanted.

    None where the same lies on the table already, or nobody could take it in time.
    """
    side = picture.view.brief.side
    position = picture.view.common.positions[side]
    count = picture.scale.count
    costs = picture.view.common.setup.costs
    if not picture.time_for(costs.concession, costs.accept):
        return None
    give: list[int | None] = [None] * count
    want: list[int | None] = [None] * count
    for issue in picture.open:
        best = position.best[issue]
        beyond = best is not None and picture.scale.better(issue, best, terms[issue])
        (give if beyond else want)[issue] = terms[issue]
    if position.offer is not None and _stands(position.offer.give, position.offer.want, give, want):
        return None
    offer = m.Offer(give=tuple(give), want=tuple(want))
    seen = preview(picture.view, offer)
    if seen.refusal is not None or not seen.in_time:
        return None
    return Choice(offer, Cue.OFFER if any(tick is not None for tick in give) else Cue.RESTATE)


def _stands(
    give: Terms, want: Terms, new_give: list[int | None], new_want: list[int | None]
) -> bool:
    """Whether the very same package lies on the table already."""
    old = merged(give, want)
    new = merged(tuple(new_give), tuple(new_want))
    return all(tick is None or tick == stood for tick, stood in zip(new, old, strict=True))
