"""What was asked, what was answered, and whether the answer was so.

Both sides' cards lie open by now, so an answer is held beside the priorities it spoke of.
Only for a match that is over; no question is judged good or bad here.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.bots.hearsay import strength_of
from negosim.engine import events as e
from negosim.engine.issue import Order
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.words import AnswerKind, QuestionForm
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, name_of
from negosim.language.sentences import event_said
from negosim.present.debrief import Review, page_of


class Truth(StrEnum):
    """How an answer stands beside the cards."""

    TRUE = "true"
    UNTRUE = "untrue"
    EVADED = "evaded"
    OPEN = "open"  # it said nothing that the cards could prove


@record(frozen=True, slots=True)
class Asked:
    """A question with its answer; `fact` is what the cards say to it, "" where nothing."""

    number: int
    before: int
    form: str
    question: str
    answer: str
    truth: Truth
    verdict: str
    fact: str


@record(frozen=True, slots=True)
class Method:
    """A way to ask that was chosen beforehand, and how often it was used."""

    name: str
    used: int


def asked(seen: Review, side: Side, lang: str) -> tuple[Asked, ...]:
    """The questions that a side asked, in the order asked."""
    words = page_of(seen, lang).words
    messages = catalogue("debrief_scene", lang)
    order = seen.found.sides[side.other].order
    out = []
    for place, entry in enumerate(seen.entries):
        question = entry.event
        if not isinstance(question, e.QuestionAsked) or entry.side is not side:
            continue
        answer = _answer(seen, place)
        truth, fact = Truth.OPEN, ""
        if answer is not None:
            truth, fact = _held_beside(words, question, answer, order, side is seen.side)
        out.append(
            Asked(
                number=entry.number,
                before=seen.before[place],
                form=name_of(question.form, lang),
                question=event_said(words, question).text,
                answer=messages.text("questions.unanswered")
                if answer is None
                else event_said(words, answer).text,
                truth=truth,
                verdict="" if truth is Truth.OPEN else messages.text(f"questions.{truth.value}"),
                fact=fact,
            )
        )
    return tuple(out)


def methods(seen: Review, lang: str) -> tuple[Method, ...]:
    """The methods chosen in preparation, with the questions asked that way. Source: R32."""
    forms = [
        entry.event.form
        for entry in seen.entries
        if isinstance(entry.event, e.QuestionAsked) and entry.side is seen.side
    ]
    return tuple(
        Method(name_of(form, lang), forms.count(form))
        for form in seen.match.end.own[seen.side].methods
    )


def _answer(seen: Review, place: int) -> e.QuestionAnswered | None:
    """The answer to the question at a place; None when a break or the end came first."""
    for entry in seen.entries[place + 1 :]:
        if isinstance(entry.event, e.QuestionAnswered):
            return entry.event
        if isinstance(entry.event, e.QuestionAsked | e.BreakTaken):
            return None
    return None


def _held_beside(
    words: Lexicon, question: e.QuestionAsked, answer: e.QuestionAnswered, order: Order, mine: bool
) -> tuple[Truth, str]:
    """Whether an answer was so, and the fact that shows it. Source: exercise.md R31."""
    text = catalogue("debrief_scene", words.lang).text
    kind = answer.kind
    if kind is AnswerKind.EVASIVE:
        return Truth.EVADED, ""
    if kind in (AnswerKind.ISSUE, AnswerKind.INTEREST) and answer.issues:
        issue = answer.issues[0]
        place = order.index(issue)
        if kind is AnswerKind.ISSUE:
            so = 2 * place < len(order)
        else:
            so = answer.strength == strength_of(place, len(order))
        fact = _place(words, issue, order, mine)
        return (Truth.TRUE if so else Truth.UNTRUE), fact
    if kind is AnswerKind.PAIR and len(answer.issues) == 2:
        return _pair(words, answer.issues, order, said=True)
    if kind is AnswerKind.BOTH and len(question.issues) == 2:
        return Truth.OPEN, _pair(words, question.issues, order, said=True)[1]
    if kind in (AnswerKind.YES, AnswerKind.NO) and question.issues:
        said = kind is AnswerKind.YES
        if question.form is QuestionForm.LEADING and len(question.issues) == 1:
            issue = question.issues[0]
            place = order.index(issue)
            fact = _place(words, issue, order, mine)
            return (Truth.TRUE if said == (place == 0) else Truth.UNTRUE), fact
        if len(question.issues) == 2:
            return _pair(words, question.issues, order, said=said)
        places = [order.index(issue) for issue in question.issues]
        so = places == sorted(places)
        fact = text("questions.order", order=words.ranked(order))
        return (Truth.TRUE if said == so else Truth.UNTRUE), fact
    return Truth.OPEN, ""


def _place(words: Lexicon, issue: int, order: Order, mine: bool) -> str:
    """Where an issue really stands for those who answered: them, when the question was ours."""
    key = "questions.place_theirs" if mine else "questions.place_ours"
    return catalogue("debrief_scene", words.lang).text(
        key, Issue=words.issue(issue, starts=True), place=order.index(issue) + 1, count=len(order)
    )


def _pair(
    words: Lexicon, issues: tuple[int, ...], order: Order, *, said: bool
) -> tuple[Truth, str]:
    """Whether the first of two really ranks above the second, as was `said`."""
    upper, lower = sorted(issues, key=order.index)
    fact = catalogue("debrief_scene", words.lang).text(
        "questions.pair", upper=words.issue(upper), lower=words.issue(lower)
    )
    return (Truth.TRUE if said == (upper == issues[0]) else Truth.UNTRUE), fact
