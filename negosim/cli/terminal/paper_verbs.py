"""The verbs of paper, breaks and preparation; one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from negosim.cli.terminal import vocabulary as v
from negosim.cli.terminal.typed_line import TypedLine
from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.words import Purpose, QuestionForm
from negosim.language.values import issue_name

# -- record and contract --------------------------------------------------------


def _write(line: TypedLine) -> m.Move:
    line.terms.joined_by("all")
    if line.reader.ended:
        return m.Propose()
    return m.Propose((m.Deal(*line.terms.deal()),))


def _confirm(line: TypedLine) -> m.Move:
    return m.Confirm(line.numbers())


def _refuse(line: TypedLine) -> m.Move:
    return m.Refuse(line.numbers())


def _strike(line: TypedLine) -> m.Move:
    return m.Strike(line.numbers())


def _reopen(line: TypedLine) -> m.Move:
    numbers = line.numbers()
    if len(numbers) != 1:
        line.fault("number_missing")
    return m.Reopen(numbers[0])


def _pen(line: TypedLine) -> m.Move:
    return m.ClaimPen()


def _sheet(line: TypedLine) -> m.Move:
    """Values named replace what the record says; the rest of the sheet follows it."""
    if line.reader.ended:
        return m.Draw()
    terms, benefits = line.terms.deal()
    known = agreement.agreed(line.view.common.record, len(terms))
    full = tuple(stood if tick is None else tick for tick, stood in zip(terms, known, strict=True))
    return m.Draw(m.Deal(full, benefits or agreement.agreed_benefits(line.view.common.record)))


def _sign(line: TypedLine) -> m.Move:
    return m.Sign()


def _tear(line: TypedLine) -> m.Move:
    return m.Tear()


def _guess(line: TypedLine) -> m.Move:
    return m.Guess(line.full_order())


# -- away -------------------------------------------------------------------------


def _leave(line: TypedLine) -> m.Move:
    word = line.reader.key("purpose")
    if word is None:
        line.fault("purpose", words=line.shown("purpose"))
    return m.Leave(Purpose(word))


def _authorise(line: TypedLine) -> m.Move:
    terms = line.terms.terms()
    exchange = line.reader.all() if line.terms.joined_by("want") else ""
    return m.Authorise(terms, exchange)


def _executives(line: TypedLine) -> m.Move:
    return m.CallExecutives()


def _back(line: TypedLine) -> m.Move:
    return m.Return()


def _walk_out(line: TypedLine) -> m.Move:
    return m.WalkOut()


# -- preparation --------------------------------------------------------------------


def _plan(line: TypedLine) -> m.Move:
    number = line.one_issue()
    issue = line.view.brief.issues[number]
    if issue.is_ladder:
        line.fault("ladder_sheet", Issue=issue_name(issue, line.lang, starts=True))
    sizes: list[int] = []
    while (amount := line.reader.number()) is not None:
        tick = issue.tick(amount)
        if tick is None or tick < 0 or len(sizes) == 3:
            word = v.first_word("verb", "plan", line.lang)
            example = f"{word} {issue_name(issue, line.lang)} 40 20 10"
            line.fault("sizes", example=example)
        sizes.append(tick)
    return m.PlanSteps(number, tuple(m.PlannedStep(size) for size in sizes))


def _authority(line: TypedLine) -> m.Move:
    return m.SetAuthority(line.terms.terms())


def _methods(line: TypedLine) -> m.Move:
    forms: list[QuestionForm] = []
    while (form := line.reader.key("form")) is not None:
        forms.append(QuestionForm(form))
    if not forms:
        line.fault("form", text=line.reader.rest, words=line.shown("form"))
    return m.ChooseMethods(tuple(forms))


def _order(line: TypedLine) -> m.Move:
    return m.SetOrder(line.full_order())


def _ready(line: TypedLine) -> m.Move:
    return m.Ready()


def _introduce(line: TypedLine) -> m.Move:
    return m.Introduce()


PAPER_VERBS: Mapping[str, Callable[[TypedLine], m.Move]] = MappingProxyType(
    {
        "write": _write,
        "confirm": _confirm,
        "refuse": _refuse,
        "strike": _strike,
        "reopen": _reopen,
        "pen": _pen,
        "sheet": _sheet,
        "sign": _sign,
        "tear": _tear,
        "guess": _guess,
        "leave": _leave,
        "authorise": _authorise,
        "executives": _executives,
        "back": _back,
        "walk_out": _walk_out,
        "plan": _plan,
        "authority": _authority,
        "methods": _methods,
        "order": _order,
        "ready": _ready,
        "introduce": _introduce,
    }
)
