"""The verbs of the talks: asking, answering, offering, arguing; one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from negosim.cli.terminal import vocabulary as v
from negosim.cli.terminal.typed_line import CommandFault, TypedLine
from negosim.engine import moves as m
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm, Reason
from negosim.language.catalogue import catalogue
from negosim.language.values import issue_name, typed_value


def answering(view: SeatView, lang: str) -> str:
    """How the open question may be answered by typing; empty when none is open."""
    question = view.common.turn.question
    if question is None:
        return ""
    issues = view.brief.issues
    named = question.issues or tuple(range(len(issues)))
    first, last = issues[named[0]], issues[named[-1]]
    example = f"{issue_name(first, lang)}={typed_value(first, view.brief.marks[named[0]].quote)}"
    return catalogue("commands", lang).text(
        f"how.{question.form.value}",
        a=issue_name(first, lang),
        b=issue_name(last, lang),
        example=example,
    )


def _ask(line: TypedLine) -> m.Move:
    form = line.reader.key("form")
    issues = line.terms.issues()
    if form is None and not issues and not line.reader.ended:
        if v.like(line.reader.piece, v.table("form")) is not None:
            line.fault("form", text=line.reader.piece, words=line.shown("form"))
        line.unknown_issue()
    chosen = _form_of(line, issues) if form is None else QuestionForm(form)
    if chosen in (QuestionForm.EXCLUSION, QuestionForm.SUMMARISING) and len(issues) < 2:
        line.fault("issues_two", issues=line.terms.listed_issues())
    if chosen is not QuestionForm.OPEN and not issues:
        line.missing_issue()
    return m.Ask(chosen, issues)


def _form_of(line: TypedLine, issues: tuple[int, ...]) -> QuestionForm:
    """The form follows from what is named."""
    if not issues:
        return QuestionForm.OPEN
    if line.terms.either and len(issues) == 2:
        return QuestionForm.EXCLUSION
    return QuestionForm.EXPECTATION


def _answer(line: TypedLine) -> m.Move:
    question = line.view.common.turn.question
    if question is None or question.by is line.view.brief.side:
        line.fault("no_question")
    bare = line.bare_answer()
    if bare is not None:
        return bare
    form = question.form
    if form is QuestionForm.CAUSAL:
        strength = line.reader.key("strength")
        if strength is not None:
            degree = ("little", "some", "much").index(strength) + 1
            return m.Answer(AnswerKind.INTEREST, question.issues, degree)
    elif form is QuestionForm.EXPECTATION:
        if not line.reader.ended:
            package = line.terms.package()
            gives = package.want if any(t is not None for t in package.want) else ()
            return m.Answer(AnswerKind.DEMAND, demand=package.give, gives=gives)
    else:
        issues = line.terms.issues()
        if form is QuestionForm.OPEN and len(issues) == 1:
            return m.Answer(AnswerKind.ISSUE, issues)
        if form is not QuestionForm.OPEN and len(issues) == 2:
            return m.Answer(AnswerKind.PAIR, issues)
    # Raised here, not by `line.fault`, so that every way out of this function is seen.
    how = answering(line.view, line.lang)
    raise CommandFault(catalogue("commands", line.lang).text("fault.answer", how=how))


# -- offers and their like ----------------------------------------------------


def _offer(line: TypedLine) -> m.Move:
    first = line.terms.package()
    second = None
    if line.terms.joined_by("or"):
        other = line.terms.package()
        second = m.Package(other.give, other.want)
    reason = Reason.NONE
    if line.terms.joined_by("because"):
        word = line.reader.key("reason")
        if word is None:
            line.fault("reason", text=line.reader.rest, words=line.shown("reason"))
        reason = Reason(word)
    return m.Offer(first.give, first.want, first.benefits, reason, second)


def _accept(line: TypedLine) -> m.Move:
    if line.chose_second():
        return m.Accept(second=True)
    line.terms.joined_by("all")
    return m.Accept(tuple(sorted(line.terms.issues())))


def _prefer(line: TypedLine) -> m.Move:
    return m.Prefer(second=line.chose_second())


def _not_yet(line: TypedLine) -> m.Move:
    return m.NotYet()


def _goodwill(line: TypedLine) -> m.Move:
    return m.Goodwill()


def _withdraw(line: TypedLine) -> m.Move:
    return m.Withdraw()


def _argue(line: TypedLine) -> m.Move:
    kind = line.reader.key("argument")
    if kind is None:
        line.fault("argument", words=line.shown("argument"))
    if kind == ArgumentKind.LIMIT:
        return m.Argue(ArgumentKind.LIMIT, limit=line.terms.terms())
    return m.Argue(ArgumentKind(kind), line.terms.issue())


def _tell(line: TypedLine) -> m.Move:
    issues = line.terms.issues()
    if len(issues) != 2:
        line.fault("issues_two", issues=line.terms.listed_issues())
    return m.Tell(*issues)


def _hand(line: TypedLine) -> m.Move:
    return m.HandOver(line.one_issue())


def _note(line: TypedLine) -> m.Move:
    return m.Note(line.free_text())


TALK_VERBS: Mapping[str, Callable[[TypedLine], m.Move]] = MappingProxyType(
    {
        "ask": _ask,
        "answer": _answer,
        "offer": _offer,
        "accept": _accept,
        "prefer": _prefer,
        "not_yet": _not_yet,
        "goodwill": _goodwill,
        "withdraw": _withdraw,
        "argue": _argue,
        "tell": _tell,
        "hand": _hand,
        "note": _note,
    }
)
