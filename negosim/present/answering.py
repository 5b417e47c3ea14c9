"""Answers to the question the other side has asked, and the demand as it is put together.

Each form of question has its answers, true or not; the one that is true by one's own
priorities is marked while hints are given. Source: exercise.md R31.
"""

from __future__ import annotations

from itertools import pairwise

from negosim.bots.hearsay import strength_of
from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Question
from negosim.engine.scenario import order_of
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, QuestionForm
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.language.typography import capital
from negosim.present.choices import Choice, advised, choice_of, problem_of
from negosim.present.packaging import Kept, PackageDraft, Part

MOST_STRENGTH = 3


def open_question(view: SeatView) -> Question | None:
    """The question that waits for this side's answer; None when none does."""
    question = view.common.turn.question
    return question if question is not None and question.by is not view.brief.side else None


def answering(view: SeatView, lang: str) -> tuple[Choice, ...]:
    """Every answer to the open question, evasive last; empty when there is none.

    An expectation question is answered by the demand as `Demand` first lays it out; its
    values are changed there.
    """
    question = open_question(view)
    if question is None:
        return ()
    words = lexicon_of_view(view, lang)
    text = catalogue("table", lang)
    hinted = advised(view)
    order = order_of(view.brief.marks)
    out = []
    for id, label, move in _answers(view, words, question):
        true = hinted and _is_true(question, move, order)
        hint = text.text("answer.true") if true else ""
        out.append(choice_of(view, lang, id=id, label=label, move=move, hint=hint))
    evasive = choice_of(
        view,
        lang,
        id="evasive",
        label=text.text("answer.evasive"),
        move=m.Answer(AnswerKind.EVASIVE),
        hint=text.text("answer.hint_evasive") if hinted else "",
    )
    return (*out, evasive)


def true_answer(view: SeatView) -> m.Answer | None:
    """The straight answer by one's own priorities; None while none is asked for, and to an
    expectation question, which one answers as one likes."""
    question = open_question(view)
    if question is None:
        return None
    order = order_of(view.brief.marks)
    answers = (move for _, _, move in _answers(view, lexicon_of_view(view, "en"), question))
    return next((move for move in answers if _is_true(question, move, order)), None)


class Demand:
    """What we want on the issues asked about and would give for it, on the steppers of `package`.

    What was asked about may be wanted, the others given. Begins with our last values on what
    was asked; what we would give is left open. Make a new one, with `memory`, for every view.
    """

    def __init__(self, view: SeatView, memory: Kept | None = None) -> None:
        self._view = view
        question = open_question(view)
        asked = question.issues if question is not None else ()
        others = tuple(n for n in range(len(view.brief.issues)) if n not in asked)
        self.package = PackageDraft(view, memory, givable=others, wantable=asked)
        known = agreement.confirmed(view.common.record, len(view.brief.issues))
        self._known = {n: tick for n in asked if (tick := known[n]) is not None}
        if memory is None:
            for number in asked:
                self.package.place(number, Part.WANT, self.package.tick(number))

    @property
    def memory(self) -> Kept:
        return self.package.kept

    def move(self) -> m.Answer | None:
        """The answer; None while nothing is wanted. What is on record is wanted as it stands."""
        package = self.package.package
        want = tuple(
            self._known.get(number) if tick is None else tick
            for number, tick in enumerate(package.want)
        )
        if all(tick is None for tick in want):
            return None
        gives = package.give if any(tick is not None for tick in package.give) else ()
        return m.Answer(AnswerKind.DEMAND, demand=want, gives=gives)

    def problem(self, lang: str) -> str:
        """Why it cannot be said yet, in a sentence; empty when it can."""
        return problem_of(self._view, self.move(), lang, missing="answer.empty")


Answered = tuple[str, str, m.Answer]


def _answers(view: SeatView, words: Lexicon, question: Question) -> list[Answered]:
    """The straight answers of a form: id, label, move."""
    text = catalogue("table", words.lang)
    issues = question.issues
    yes = ("yes", text.text("answer.yes"), m.Answer(AnswerKind.YES))
    no = ("no", text.text("answer.no"), m.Answer(AnswerKind.NO))
    match question.form:
        case QuestionForm.OPEN:
            return [
                (
                    f"issue:{number}",
                    words.issue(number, starts=True),
                    m.Answer(AnswerKind.ISSUE, (number,)),
                )
                for number in range(len(words.issues))
            ]
        case QuestionForm.CAUSAL:
            return [
                (
                    f"interest:{strength}",
                    text.text(f"answer.interest_{strength}"),
                    m.Answer(AnswerKind.INTEREST, issues, strength),
                )
                for strength in range(1, MOST_STRENGTH + 1)
            ]
        case QuestionForm.EXCLUSION:
            both = ("both", text.text("answer.both"), m.Answer(AnswerKind.BOTH))
            return [_pair(words, issues[0], issues[1]), _pair(words, issues[1], issues[0]), both]
        case QuestionForm.LEADING:
            return [yes, no]
        case QuestionForm.SUMMARISING:
            turned = [_pair(words, low, high) for high, low in pairwise(issues)]
            return [yes, no, *turned]
        case QuestionForm.EXPECTATION:
            move = Demand(view).move()
            return [] if move is None else [("demand", text.text("answer.demand"), move)]


def _pair(words: Lexicon, high: int, low: int) -> Answered:
    label = catalogue("table", words.lang).text(
        "answer.pair", a=words.issue(high, starts=True), b=words.issue(low)
    )
    return f"pair:{high}:{low}", capital(label), m.Answer(AnswerKind.PAIR, (high, low))


def _is_true(question: Question, answer: m.Answer, order: tuple[int, ...]) -> bool:
    """Whether an answer is what one's own order says; never of a demand, which one sets."""
    about = question.issues
    match answer.kind:
        case AnswerKind.ISSUE:
            return answer.issues[0] == order[0]
        case AnswerKind.INTEREST:
            return answer.strength == strength_of(order.index(about[0]), len(order))
        case AnswerKind.PAIR:
            high, low = answer.issues
            return order.index(high) < order.index(low)
        case AnswerKind.YES:
            return _holds(about, order)
        case AnswerKind.NO:
            return not _holds(about, order)
        case _:
            return False


def _holds(about: tuple[int, ...], order: tuple[int, ...]) -> bool:
    """Whether what a leading or summarising question supposes is so."""
    if len(about) == 1:
        return order[0] == about[0]
    return all(order.index(high) < order.index(low) for high, low in pairwise(about))
