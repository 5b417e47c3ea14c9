"""How a bot answers questions, and what it says of two packages. Source: exercise.md R31, R33.

True as often as its honesty, evasive otherwise; the same question gets the same
answer until the asker has offered something new. No answer can hold a floor: the
demand is what the bot has said anyway.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random

from negosim.bots.character import Character
from negosim.bots.hearsay import strength_of
from negosim.bots.manners import Candour
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.common import Question
from negosim.engine.issue import no_terms
from negosim.engine.scenario import order_of
from negosim.engine.words import AnswerKind, QuestionForm

INTERROGATION = 3
"""More questions than these since the asker's last movement get no yield (R31)."""

EVASIVE = m.Answer(AnswerKind.EVASIVE)


def answer(picture: Picture, reading: Reading, character: Character, dice: Random) -> m.Answer:
    """The answer to the open question, without words."""
    common = picture.view.common
    question = common.turn.question
    if question is None:
        return EVASIVE
    given = reading.answers.get((question.form, question.issues))
    if given is not None:
        return m.Answer(given.kind, given.issues, given.strength, given.demand, given.gives)
    if common.talk[question.by].since > INTERROGATION:
        return EVASIVE
    if dice.random() >= _openness(reading, character, question.form):
        return EVASIVE
    order = order_of(picture.scale.brief.marks)
    if question.form is QuestionForm.OPEN:
        weights = [yard.weight for yard in picture.scale.brief.yardsticks]
        return m.Answer(AnswerKind.ISSUE, (dice.choices(range(len(weights)), weights)[0],))
    if question.form is QuestionForm.CAUSAL:
        place = order.index(question.issues[0])
        return m.Answer(AnswerKind.INTEREST, question.issues, strength_of(place, len(order)))
    if question.form is QuestionForm.EXCLUSION:
        return _exclusion(picture, reading, question, order)
    if question.form is QuestionForm.LEADING:
        true = _is_true(question.issues, order)
        return m.Answer(AnswerKind.YES if true else AnswerKind.NO)
    if question.form is QuestionForm.SUMMARISING:
        return _summarising(question.issues, order)
    return _expectation(picture, question.issues)


def _openness(reading: Reading, character: Character, form: QuestionForm) -> float:
    """How often such a question is answered; a person's way with a why is fixed."""
    why = character.manners.why
    if form is not QuestionForm.CAUSAL or why is Candour.USUAL:
        return character.honesty
    if why is Candour.PAID:
        return float(any(reading.estimate.steps) or reading.warmth > 0)
    return 1.0


def interrogated(picture: Picture) -> bool:
    """Whether the open question is one too many."""
    question = picture.view.common.turn.question
    return question is not None and picture.view.common.talk[question.by].since > INTERROGATION


def prefer(picture: Picture) -> m.Prefer:
    """The package that is worth more to the bot; the first of equals."""
    return m.Prefer(picture.prefers_second)


def _exclusion(
    picture: Picture, reading: Reading, question: Question, order: tuple[int, ...]
) -> m.Answer:
    """Only who has told something or asked why hears more than "both"."""
    if not reading.told_before:
        return m.Answer(AnswerKind.BOTH)
    upper, lower = sorted(question.issues, key=order.index)
    return m.Answer(AnswerKind.PAIR, (upper, lower))


def _is_true(issues: tuple[int, ...], order: tuple[int, ...]) -> bool:
    if len(issues) == 1:
        return order[0] == issues[0]
    return order.index(issues[0]) < order.index(issues[1])


def _summarising(issues: tuple[int, ...], order: tuple[int, ...]) -> m.Answer:
    """Yes, or the first neighbouring pair that is the wrong way round, put right."""
    for upper, lower in pairwise(issues):
        if order.index(upper) > order.index(lower):
            return m.Answer(AnswerKind.PAIR, (lower, upper))
    return m.Answer(AnswerKind.YES)


def _expectation(picture: Picture, issues: tuple[int, ...]) -> m.Answer:
    """What we stand at on the issues asked about, and the cheapest thing we would move on.

    A value that is one's floor on a numeric issue is not said.
    """
    scale = picture.scale
    demand = list(no_terms(scale.count))
    gives = list(no_terms(scale.count))
    given = _cheapest(picture, issues)
    for issue in issues:
        known = picture.agreed[issue]
        value = picture.ours[issue] if known is None else known
        at_floor = value == picture.view.own.floors[issue]
        hidden = known is None and at_floor and not scale.brief.issues[issue].is_ladder
        if issue != given and not hidden:
            demand[issue] = value
    if not any(tick is not None for tick in demand):
        return EVASIVE
    if given is not None:
        gives[given] = _a_little_less(picture, given)
    return m.Answer(
        AnswerKind.DEMAND,
        demand=tuple(demand),
        gives=tuple(gives) if given is not None else (),
    )


def _cheapest(picture: Picture, asked: tuple[int, ...]) -> int | None:
    """The open issue of least weight that has something left to give; never the only one asked."""
    scale = picture.scale
    candidates = [
        issue
        for issue in picture.open
        if scale.better(issue, picture.ours[issue], picture.bounds[issue])
        and not picture.met(issue, picture.ours[issue])
        and asked != (issue,)
    ]
    return min(candidates, key=lambda issue: (scale.shares[issue], issue), default=None)


def _a_little_less(picture: Picture, issue: int) -> int:
    """One rung, or about an eighth of the band, towards the other side; inside the bound."""
    scale = picture.scale
    mark = scale.brief.marks[issue]
    ours = picture.ours[issue]
    ladder = scale.brief.issues[issue].is_ladder
    size = 1 if ladder else max(1, abs(mark.quote - mark.floor) // 8)
    tick = scale.best(issue, picture.bounds[issue], ours - scale.signs[issue] * size)
    theirs = picture.theirs[issue]
    return tick if theirs is None else scale.best(issue, tick, theirs)
