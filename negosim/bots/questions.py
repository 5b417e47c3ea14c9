"""Which questions a bot asks: to keep R22, and to learn the other side's order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

from negosim.bots.answers import INTERROGATION
from negosim.bots.character import Character, Style
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.issue import has_bit
from negosim.engine.readiness import QUESTIONS_A_TURN
from negosim.engine.words import QuestionForm

CERTAIN = 0.85
"""A pair of issues whose order is believed this much is not asked about."""
MOST_QUESTIONS = 5
"""How many questions about the order a bot asks in a match."""
CURIOUS = {
    Style.ANALYTIC: QuestionForm.CAUSAL,
    Style.EXPRESSIVE: QuestionForm.OPEN,
    Style.AMIABLE: QuestionForm.CAUSAL,
}
"""The one question a client's style brings by its second turn; a driving one asks none."""


def may_ask(picture: Picture) -> bool:
    """Whether a question is allowed, would not be interrogation, and there is time for it."""
    common = picture.view.common
    costs = common.setup.costs
    return (
        common.turn.asked < QUESTIONS_A_TURN
        and common.talk[picture.view.brief.side].since < INTERROGATION
        and picture.time_for(costs.question, costs.answer, costs.concession, costs.accept)
    )


def expectation(picture: Picture, issues: tuple[int, ...]) -> m.Ask | None:
    """The question that R22 needs before conceding on `issues`.

    It also names open issues not yet asked about, since one question may name several.
    None when the turn's questions are spent.
    """
    talk = picture.view.common.talk[picture.view.brief.side]
    if picture.view.common.turn.asked >= QUESTIONS_A_TURN:
        return None
    known = talk.expected | talk.fresh
    about = set(issues) | {issue for issue in picture.open if not has_bit(known, issue)}
    return m.Ask(QuestionForm.EXPECTATION, tuple(sorted(about)))


def explore(picture: Picture, reading: Reading, character: Character) -> m.Ask | None:
    """A question about the other side's order, None when there is nothing worth asking."""
    if not character.habits.explores or len(picture.open) < 2 or not may_ask(picture):
        return None
    if not reading.asked:
        return m.Ask(QuestionForm.EXPECTATION, picture.open)
    if reading.order_questions >= MOST_QUESTIONS:
        return None
    for ask in _by_yield(picture, reading):
        if (ask.form, ask.issues) not in reading.asked:
            return ask
    return None


def curiosity(
    picture: Picture, reading: Reading, character: Character, dice: Random
) -> m.Ask | None:
    """A client's own question, once, in its second or third turn."""
    form = CURIOUS.get(character.style)
    if form is None or reading.asked or picture.view.common.turn.number not in (3, 5):
        return None
    if not picture.open or not may_ask(picture) or dice.random() < 0.25:
        return None
    if form is QuestionForm.OPEN:
        return m.Ask(form)
    dearest = max(picture.open, key=lambda issue: (picture.scale.shares[issue], -issue))
    return m.Ask(form, (dearest,))


def _by_yield(picture: Picture, reading: Reading) -> Iterator[m.Ask]:
    """The forms in the order in which they pay at this point of the talks.

    Why comes first, since an exclusion is answered only to one who has asked why; a
    summary pays once there is something to sum up. Nothing where all is known.
    """
    open_ = picture.open
    belief = reading.estimate.order
    certainty, upper, lower = min(
        (0.5 + abs(belief.above_probability(a, b) - 0.5), a, b) for a, b in combinations(open_, 2)
    )
    if certainty >= CERTAIN:
        return
    if picture.view.common.talk[picture.view.brief.side].told:
        yield m.Ask(QuestionForm.EXCLUSION, (upper, lower))
    weights = reading.estimate.weights()
    unsure = max(open_, key=lambda issue: (_spread(reading, issue), weights[issue], -issue))
    yield m.Ask(QuestionForm.CAUSAL, (unsure,))
    if reading.order_questions >= 2:
        ranked = tuple(issue for issue in belief.most_likely() if issue in open_)
        yield m.Ask(QuestionForm.SUMMARISING, ranked)


def _spread(reading: Reading, issue: int) -> float:
    """How little is known of an issue's rank: 1 minus its likeliest place."""
    count = reading.estimate.order.count
    return 1.0 - max(
        reading.estimate.order.rank_probability(issue, place) for place in range(count)
    )
