"""Which questions a bot asks: to keep R22, and to learn the other side's order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from negosim.bots.answers import INTERROGATION
from negosim.bots.character import Character
from negosim.bots.manners import Retort
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.issue import has_bit
from negosim.engine.readiness import QUESTIONS_A_TURN
from negosim.engine.words import QuestionForm

CERTAIN = 0.85
"""A pair of issues whose order is believed this much is not asked about."""
UNSURE = 0.15
"""Nearer than this to a half, a pair of issues is as good as unknown."""
MOST_QUESTIONS = 5
"""How many questions about the order a bot asks in a match."""
MOST_RETORTS = 2
"""Questions of the form with which a *not yet* is answered that one person asks in a match."""


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
    if not character.habits.listens_first and not _has_offered(picture):
        return None
    if not reading.asked and character.habits.asks:
        return m.Ask(QuestionForm.EXPECTATION, picture.open)
    if reading.order_questions >= MOST_QUESTIONS or _must_spare(picture, character):
        return None
    for ask in _by_yield(picture, reading):
        if (ask.form, ask.issues) not in reading.asked:
            return ask
    return None


def _must_spare(picture: Picture, character: Character) -> bool:
    """Whether the turn's last question is needed to ask what is expected, before one moves."""
    common = picture.view.common
    talk = common.talk[picture.view.brief.side]
    known = talk.expected | talk.fresh
    return (
        character.habits.asks
        and common.turn.asked >= QUESTIONS_A_TURN - 1
        and not all(has_bit(known, issue) for issue in picture.open)
    )


def _has_offered(picture: Picture) -> bool:
    return picture.view.common.positions[picture.view.brief.side].offers > 0


def curiosity(picture: Picture, reading: Reading, character: Character) -> m.Ask | None:
    """The question that a client's person brings to its second turn, in the third at the latest."""
    form = character.manners.asks
    if form is None or reading.asked or picture.view.common.turn.number not in (3, 5):
        return None
    if not picture.open or not may_ask(picture):
        return None
    dearest = _dearest(picture)
    if form is QuestionForm.EXCLUSION:
        return m.Ask(form, dearest[:2]) if len(dearest) > 1 else None
    about = {QuestionForm.CAUSAL: dearest[:1], QuestionForm.EXPECTATION: picture.open}
    return m.Ask(form, about.get(form, ()))


def asked_back(picture: Picture, reading: Reading, character: Character) -> m.Ask | None:
    """What a client's person asks of whoever has just said not yet; each question once."""
    retort = character.manners.not_yet
    if not reading.refused or reading.asked_now or not picture.open or not may_ask(picture):
        return None
    if retort is Retort.WHAT:
        asks = [m.Ask(QuestionForm.EXPECTATION, picture.open)]
    elif retort is Retort.WHICH:
        asks = [m.Ask(QuestionForm.CAUSAL, (issue,)) for issue in _dearest(picture)]
    else:
        return None
    if sum(form is asks[0].form for form, _ in reading.asked) >= MOST_RETORTS:
        return None
    return next((ask for ask in asks if (ask.form, ask.issues) not in reading.asked), None)


def summary(picture: Picture, reading: Reading) -> m.Ask | None:
    """The other side's order as it seems to be, put to it once before the end."""
    if picture.scale.count < 2 or not may_ask(picture):
        return None
    if any(form is QuestionForm.SUMMARISING for form, _ in reading.asked):
        return None
    return m.Ask(QuestionForm.SUMMARISING, reading.estimate.order.most_likely())


def _dearest(picture: Picture) -> tuple[int, ...]:
    """The open issues, what weighs most for oneself first."""
    return tuple(sorted(picture.open, key=lambda issue: (-picture.scale.shares[issue], issue)))


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


def is_unsure(picture: Picture, reading: Reading) -> bool:
    """Whether some pair of open issues is still about as likely to rank one way as the other."""
    above = reading.estimate.order.above_probability
    return any(abs(above(one, two) - 0.5) < UNSURE for one, two in combinations(picture.open, 2))


def _spread(reading: Reading, issue: int) -> float:
    """How little is known of an issue's rank: 1 minus its likeliest place."""
    belief = reading.estimate.order
    return 1.0 - max([belief.rank_probability(issue, place) for place in range(belief.count)])
