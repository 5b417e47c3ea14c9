"""What words do to a bot's reading: questions, answers, tells, arguments, goodwill.

One small function an event, called by `listening`. What words are evidence of stands
in `estimate`; nothing is decided here.
"""

from __future__ import annotations

from negosim.bots import impressions
from negosim.bots.character import ARGUMENTS, Motive
from negosim.bots.heard import Heard, Kind
from negosim.bots.manners import Candour
from negosim.bots.reading import IRRITATION, Reading
from negosim.engine import events as e
from negosim.engine.issue import Terms, bits
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm

ARGUMENT_WORTH = 0.02
"""What an argument that speaks to the listener's motive is worth the first time."""
_PRESSING = (ArgumentKind.RIVAL, ArgumentKind.DEADLINE)


def asked(r: Reading, event: e.QuestionAsked) -> None:
    r.question = (event.form, event.issues)
    if r.is_mine(event.seat):
        r.asked.add(r.question)
        r.asked_now = True
        if event.form is not QuestionForm.EXPECTATION:
            r.order_questions += 1
        r.spoke()
        return
    r.estimate.asked(event.form, event.issues)
    if event.form is QuestionForm.EXPECTATION:
        r.explored |= bits(event.issues)
        r.expected |= bits(event.issues)
    elif event.form is QuestionForm.CAUSAL:
        r.told = True
    elif event.form is QuestionForm.EXCLUSION:
        r.told_before, r.told = r.told, False
    r.deeds.asked.add(event.form)
    kind = impressions.of_question(r, event.form, event.issues)
    r.hear(Heard(kind, form=event.form, issues=event.issues), "ask")


def answered(r: Reading, event: e.QuestionAnswered) -> None:
    question, r.question = r.question, None
    if question is None:
        return
    if r.is_mine(event.seat):
        r.answers[question] = event
        if event.kind is AnswerKind.INTEREST and r.character.manners.why is Candour.MORE:
            r.owes_tell = True
        if event.kind is AnswerKind.NO and question[0] is QuestionForm.LEADING:
            r.irritate()
        r.spoke()
        return
    r.estimate.answered(question, event)
    heard = Heard(Kind.ANSWER, answer=event.kind, issues=event.issues)
    r.hear(heard, "answer")


def told_us(r: Reading, event: e.Told) -> None:
    if r.is_mine(event.seat):
        r.own_tells += 1
        r.owes_tell = False
        r.closed()
        return
    r.told = True
    r.owes_tell = True
    honest = r.estimate.told(event.more, event.less)
    if not honest:
        r.irritate()
    kind = impressions.of_tell(r, event.more, event.less, honest=honest)
    r.hear(Heard(kind, issue=event.more, issues=(event.more, event.less)), "tell")


def argued(r: Reading, event: e.Argued) -> None:
    if r.is_mine(event.seat):
        r.own_arguments[event.kind] = r.own_arguments.get(event.kind, 0) + 1
        r.closed()
        return
    times = r.arguments.get(event.kind, 0)
    r.arguments[event.kind] = times + 1
    if event.kind is ArgumentKind.LIMIT:
        _limit_said(r, event.limit)
        return
    if event.issue is not None:
        r.estimate.argued(event.kind, event.issue)
    speaks = any(event.kind in ARGUMENTS.get(m, ()) for m in r.character.motives)
    criterion = event.issue is not None and _is_criterion(r, event.issue)
    if speaks or criterion:
        r.ledger.stirred = r.ledger.stirred or times == 0
        r.pleased = r.pleased or times == 0
        r.ledger.earn(ARGUMENT_WORTH * (1 + criterion) / 2**times)
    if event.kind in _PRESSING and not speaks:
        r.irritate()
        r.shied = True
        kind = Kind.PRESSED
    else:
        kind = Kind.ARGUED if (speaks or criterion) and times == 0 else Kind.WORN
    r.hear(Heard(kind, issue=event.issue, argument=event.kind), "argue")


def _is_criterion(r: Reading, issue: int) -> bool:
    """Whether somebody of the bot's own team lists the issue (R34)."""
    return any(issue in member.issues for member in r.scale.brief.team)


def _limit_said(r: Reading, limit: Terms) -> None:
    for issue, tick in enumerate(limit):
        if tick is not None:
            r.estimate.called_last(issue, tick)
            r.called[issue] = tick
            r.hear(Heard(Kind.LIMIT, issue=issue, value=tick), "argue")


def said_not_yet(r: Reading, event: e.NotYetSaid) -> None:
    if r.is_mine(event.seat):
        r.closed()
        return
    r.refused = True
    if r.holds:
        r.pliancy.held()
    r.estimate.refused(r.own_terms)
    r.hear(Heard(Kind.NOT_YET), "not_yet")


def showed_goodwill(r: Reading, event: e.GoodwillShown) -> None:
    if r.is_mine(event.seat):
        r.goodwills += 1
        r.closed()
        r.kindly = True
        return
    r.patience = min(1.0, r.patience + IRRITATION)
    r.please(Motive.GOODWILL)
    r.please(Motive.PRAISE)
    r.hear(Heard(Kind.GOODWILL), "goodwill")


def preferred(r: Reading, event: e.PackagePreferred) -> None:
    if r.is_mine(event.seat):
        r.estimate.chose(second=event.second)
        r.spoke()
        return
    if r.own_packages is not None:
        one, two = r.own_packages
        r.estimate.preferred(*((two, one) if event.second else (one, two)))
        if event.second:
            r.own_terms = two
            r.ledger.exchange(two)
    r.hear(Heard(Kind.PREFERRED), "prefer")


def withdrew(r: Reading, event: e.OfferWithdrawn) -> None:
    if not r.is_mine(event.seat):
        r.hear(Heard(Kind.SAME), "withdraw")
