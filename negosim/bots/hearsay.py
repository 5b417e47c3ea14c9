"""What words say of the other side's order: one function a kind of word.

Every weight of words stands here, as odds for a speaker who is fully trusted; `trust`
(0..1) draws them towards 1. What was said, and how far it is trusted, is kept in `estimate`.
"""

from __future__ import annotations

from negosim.analysis.beliefs import OrderBelief
from negosim.engine import events as e
from negosim.engine.issue import IssueNos, Terms
from negosim.engine.words import AnswerKind, QuestionForm

Asked = tuple[QuestionForm, IssueNos]
"""A question: its form and the issues it names."""

ANSWER_ODDS = 6.0
"""A plain answer about a pair, a hypothesis or a summary."""
INTEREST_ODDS = 4.0
"""How much hangs on an issue: a rank in the third that was said, against any other."""
DEMAND_ODDS = 5.0
"""What one would give for what one demands: the latter ranks higher."""
TELL_ODDS = 3.0
"""Nobody asked for it, so it may be meant to mislead."""
ASK_ODDS = 2.0
"""What one asks about of one's own accord, the first issue of an order against the last."""
CARD_ODDS = 4.0
"""What somebody of the client's house says of its order, by how far such words are trusted."""
CARD_TRUST = 0.6
"""A card is no word of the other side's, so its trust is fixed; it may be stale (R36)."""
ARGUE_ODDS = 1.5
"""The same for what one argues about: one also argues where the other side is soft."""

CURIOUS = frozenset({QuestionForm.CAUSAL, QuestionForm.EXPECTATION})
"""Forms that are asked about an issue for its own sake; the others test a thought about order."""


def answered(
    belief: OrderBelief, question: Asked, event: e.QuestionAnswered, trust: float
) -> OrderBelief:
    """After an answer, by its kind. Source: exercise.md R31."""
    kind = event.kind
    odds = _odds(ANSWER_ODDS, trust)
    if kind is AnswerKind.ISSUE:
        return _named(belief, event.issues[0], trust)
    if kind is AnswerKind.PAIR:
        return belief.above(event.issues[0], event.issues[1], odds)
    if kind is AnswerKind.INTEREST:
        return _much_hangs(belief, event.issues[0], event.strength, trust)
    if kind is AnswerKind.DEMAND:
        return _demanded(belief, event.demand, event.gives, trust)
    if kind is AnswerKind.YES:
        return _confirmed(belief, question, odds)
    if kind is AnswerKind.NO:
        return _denied(belief, question, odds)
    return belief


def told(belief: OrderBelief, more: int, less: int, trust: float) -> OrderBelief:
    """After a tell: one issue matters more than another. Source: exercise.md R34."""
    return belief.above(more, less, _odds(TELL_ODDS, trust))


def drawn(belief: OrderBelief, ranks: IssueNos) -> OrderBelief:
    """After an insider card. Source: exercise.md R36."""
    return belief.chain(ranks, _odds(CARD_ODDS, CARD_TRUST)) if ranks else belief


def asked(belief: OrderBelief, issue: int, before: int, trust: float) -> OrderBelief:
    """After a question about one issue by one who has asked so about `before` others: who goes
    through them all says nothing by it."""
    return _dear(belief, issue, _odds(ASK_ODDS, trust) ** (1.0 / (1 + before)))


def argued(belief: OrderBelief, issue: int, trust: float) -> OrderBelief:
    """After an argument about an issue, of a kind not used there before. Source: exercise.md R34."""
    return _dear(belief, issue, _odds(ARGUE_ODDS, trust))


def strength_of(place: int, count: int) -> int:
    """How much hangs on an issue at a place of the order: 3 for the upper third .. 1 for the lower."""
    return 3 - min(2, 3 * place // count)


def _odds(full: float, trust: float) -> float:
    return 1.0 + (full - 1.0) * trust


def _dear(belief: OrderBelief, issue: int, odds: float) -> OrderBelief:
    """Evidence `odds` times likelier of the first issue of an order than of the last."""
    last = belief.count - 1
    if last == 0:
        return belief
    return belief.ranked(issue, [odds ** (1.0 - place / last) for place in range(belief.count)])


def _named(belief: OrderBelief, issue: int, trust: float) -> OrderBelief:
    """The issue of an open answer is drawn by weight."""
    count = belief.count
    return belief.ranked(
        issue, [trust * (count - place) / count + 1.0 - trust for place in range(count)]
    )


def _much_hangs(belief: OrderBelief, issue: int, strength: int, trust: float) -> OrderBelief:
    odds = _odds(INTEREST_ODDS, trust)
    count = belief.count
    return belief.ranked(
        issue,
        [odds if strength_of(place, count) == strength else 1.0 for place in range(count)],
    )


def _demanded(belief: OrderBelief, demand: Terms, gives: Terms, trust: float) -> OrderBelief:
    odds = _odds(DEMAND_ODDS, trust)
    for wanted, tick in enumerate(demand):
        for given, other in enumerate(gives):
            if tick is not None and other is not None and given != wanted:
                belief = belief.above(wanted, given, odds)
    return belief


def _confirmed(belief: OrderBelief, question: Asked, odds: float) -> OrderBelief:
    """A yes to a summary, to a pair or to a first."""
    form, issues = question
    if form is QuestionForm.SUMMARISING:
        return belief.chain(issues, odds)
    return _hypothesis(belief, issues, odds)


def _denied(belief: OrderBelief, question: Asked, odds: float) -> OrderBelief:
    """A no; to a summary it says too little."""
    form, issues = question
    if form is QuestionForm.SUMMARISING:
        return belief
    return _hypothesis(belief, issues, 1.0 / odds)


def _hypothesis(belief: OrderBelief, issues: IssueNos, odds: float) -> OrderBelief:
    if len(issues) == 2:
        return belief.above(issues[0], issues[1], odds)
    if len(issues) == 1:
        return belief.ranked(issues[0], [odds, *([1.0] * (belief.count - 1))])
    return belief
