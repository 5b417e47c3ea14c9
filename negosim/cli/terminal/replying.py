"""Replies: answers to their questions, and closing moves without an offer.

Source: exercise.md R20, R31, R34, R37.
"""

from __future__ import annotations

from collections.abc import Callable

from negosim.cli.terminal.commands import CommandFault, answering, parse
from negosim.cli.terminal.desk import BACK, Desk, Item
from negosim.engine import moves as m
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm
from negosim.language.lexicon import name_of
from negosim.language.values import issue_name

_ARGUMENTS = {
    "why_us": (ArgumentKind.LOW_PRICE, ArgumentKind.TOTAL_COST, ArgumentKind.ADDED_VALUE),
    "claim": (ArgumentKind.PROTECT, ArgumentKind.SOFTEN, ArgumentKind.SHOW),
    "press": (ArgumentKind.RIVAL, ArgumentKind.DEADLINE, ArgumentKind.NEED),
}


def reply_menu(desk: Desk) -> m.Move | None:
    """Not yet, goodwill, a tell, an argument, or one's own offer withdrawn."""
    keys = ["not_yet", "goodwill", "tell", "why_us", "claim", "press"]
    if desk.view.common.positions[desk.view.brief.side].offer is not None:
        keys.append("withdraw")
    chosen = desk.choose([Item(key, desk.text(f"reply.{key}")) for key in keys])
    match chosen:
        case "not_yet":
            return m.NotYet()
        case "goodwill":
            return m.Goodwill()
        case "tell":
            desk.say("reply.tell_how", "muted")
            issues = desk.issues(2, 2)
            return None if issues is None else m.Tell(issues[0], issues[1])
        case "withdraw":
            return m.Withdraw()
        case "why_us" | "claim" | "press":
            return _argue_menu(desk, chosen)
        case _:
            return None


def _argue_menu(desk: Desk, group: str) -> m.Move | None:
    """An argument and what it is about; the client's own claims stand ready-made (R34)."""
    kinds = _ARGUMENTS[group]
    items = [Item(kind.value, name_of(kind, desk.lang)) for kind in kinds]
    claims = desk.view.brief.pressure if group == "press" else ()
    for number, pressure in enumerate(claims):
        issue = issue_name(desk.view.brief.issues[pressure.issue], desk.lang, starts=True)
        text = pressure.claim.in_(desk.lang)
        items.append(Item(str(number), desk.text("reply.own_claim", issue=issue, claim=text)))
    chosen = desk.choose(items)
    if chosen == BACK:
        return None
    if chosen.isdecimal():
        number = int(chosen)
        return m.Argue(ArgumentKind.RIVAL, claims[number].issue, claim=number)
    desk.say("reply.about", "muted")
    issues = desk.issues(1, 1)
    return m.Argue(ArgumentKind(chosen), None if issues is None else issues[0])


def answer_menu(desk: Desk) -> m.Move | None:
    """The question that is open to this seat. Source: exercise.md R31."""
    question = desk.view.common.turn.question
    assert question is not None
    items = [
        Item(str(place), label) for place, (label, _) in enumerate(_answers(desk, question.form))
    ]
    if question.form is QuestionForm.EXPECTATION:
        desk.screen.say(answering(desk.view, desk.lang), "muted")
    chosen = desk.choose(items, back=False)
    return _answers(desk, question.form)[int(chosen)][1]()


Answers = list[tuple[str, Callable[[], m.Move | None]]]


def _answers(desk: Desk, form: QuestionForm) -> Answers:
    """Each possible answer with its label, by the form of the question."""
    question = desk.view.common.turn.question
    assert question is not None
    words = desk.words
    issues = question.issues
    out: Answers = []

    def plain(kind: AnswerKind) -> None:
        out.append((desk.text(f"answer.{kind.value}"), lambda: m.Answer(kind)))

    def pair(high: int, low: int) -> None:
        label = desk.text("answer.pair", a=words.issue(high), b=words.issue(low))
        out.append((label, lambda: m.Answer(AnswerKind.PAIR, (high, low))))

    match form:
        case QuestionForm.OPEN:
            for number in range(len(desk.view.brief.issues)):
                out.append((words.issue(number), _about(number)))
        case QuestionForm.CAUSAL:
            for strength in (1, 2, 3):
                out.append((desk.text(f"answer.interest_{strength}"), _interest(issues, strength)))
        case QuestionForm.EXCLUSION:
            pair(issues[0], issues[1])
            pair(issues[1], issues[0])
            plain(AnswerKind.BOTH)
        case QuestionForm.LEADING:
            plain(AnswerKind.YES)
            plain(AnswerKind.NO)
        case QuestionForm.SUMMARISING:
            plain(AnswerKind.YES)
            plain(AnswerKind.NO)
            for high, low in zip(issues[1:], issues, strict=False):
                pair(high, low)
        case QuestionForm.EXPECTATION:
            out.append((desk.text("answer.demand"), lambda: _demand(desk)))
    plain(AnswerKind.EVASIVE)
    return out


def _about(number: int) -> Callable[[], m.Move]:
    return lambda: m.Answer(AnswerKind.ISSUE, (number,))


def _interest(issues: tuple[int, ...], strength: int) -> Callable[[], m.Move]:
    return lambda: m.Answer(AnswerKind.INTEREST, issues, strength)


def _demand(desk: Desk) -> m.Move | None:
    """What one wants now and would give for it, typed as values."""
    desk.say("answer.demand_how", "muted")
    typed = desk.line("> ")
    if not typed or desk.goes_back(typed):
        return None
    try:
        command = parse(f"answer {typed}", desk.view, desk.lang)
    except CommandFault as fault:
        desk.fault(str(fault))
        return None
    return command if isinstance(command, m.Answer) else None
