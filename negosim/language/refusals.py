"""Why a move was refused, in one sentence: what is wrong and what is allowed now.

Built from the seat's own view alone, so the sentence can say no more than the seat
knows. The codes are the engine's; no rule is decided here.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine.errors import Refusal
from negosim.engine.issue import NUMERIC_CEILING, Issue, Text
from negosim.engine.legality import legal_moves
from negosim.engine.saying import ANSWERS
from negosim.engine.state import SeatView
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view, name_of
from negosim.language.typography import capital
from negosim.language.values import amount_text, issue_name, joined, point_text, value_text


def refusal_sentence(code: Refusal, issue: int | None, view: SeatView, lang: str) -> str:
    """One sentence for a refusal code; `issue` is the place of the issue at fault, if any."""
    messages = catalogue("refusals", lang)
    words = lexicon_of_view(view, lang)
    return messages.text(
        _key(code, view),
        phase=name_of(view.common.phase, lang),
        now=_now(view, words, messages),
        issues=joined([issue_name(each, lang) for each in view.brief.issues], lang),
        benefits=joined([each.text.in_(lang) for each in view.brief.benefits], lang)
        or messages.text("slots.none"),
        count=len(view.brief.issues),
        lines=_lines(view, words, messages),
        answers=_answers(view, words, messages),
        example=_example(view, words),
        **_about(view, issue, lang),
    )


def _key(code: Refusal, view: SeatView) -> str:
    """The message of a code; who is waited for by a question is told to answer it."""
    question = view.common.turn.question
    asked = question is not None and question.by is not view.brief.side
    return "instead.answer_first" if asked and code is Refusal.NOT_YOUR_TURN else code.value


def objectors(view: SeatView, number: int, tick: int) -> tuple[Text, ...]:
    """Names of one's own team members who will not have a value signed.

    Source: scenario-format.md, `client_team.veto`: the value named, or a worse one.
    """
    yard = view.brief.yardsticks[number]
    return tuple(
        member.name
        for member in view.brief.team
        if (veto := member.veto[number]) is not None and yard.sign * (tick - veto) <= 0
    )


def _vetoed(view: SeatView, number: int, lang: str) -> dict[str, str]:
    """Who of one's own team objects to values of an issue, and what they let pass."""
    issue = view.brief.issues[number]
    sign = view.brief.yardsticks[number].sign
    vetoes = [
        (each.name, veto) for each in view.brief.team if (veto := each.veto[number]) is not None
    ]
    if not vetoes:
        return {"vetoers": "", "passable": ""}
    nearest = max((veto for _, veto in vetoes), key=lambda tick: sign * tick) + sign
    names = joined([name.in_(lang) for name, _ in vetoes], lang)
    return {"vetoers": names, "passable": _from_here(issue, nearest, sign, lang)}


def _from_here(issue: Issue, tick: int, sign: int, lang: str) -> str:
    """A value and all that are better for the side; on a ladder each by name."""
    messages = catalogue("refusals", lang)
    if issue.is_ladder:
        ticks = range(tick, len(issue.options)) if sign > 0 else range(tick, -1, -1)
        return joined([value_text(issue, each, lang) for each in ticks], lang, last="or")
    key = "slots.at_least" if sign > 0 else "slots.at_most"
    return messages.text(key, value=value_text(issue, tick, lang))


def allowed_values(issue: Issue, lang: str) -> str:
    """What may be named at all on an issue: public bounds, never anybody's marks."""
    messages = catalogue("refusals", lang)
    if issue.is_ladder:
        options = [value_text(issue, tick, lang) for tick in range(len(issue.options))]
        return messages.text("slots.options", options=joined(options, lang, last="or"))
    low = value_text(issue, issue.lowest, lang)
    step = amount_text(issue.step, issue.unit, lang)
    if not issue.ranged and issue.value(issue.highest) >= NUMERIC_CEILING // 2:
        return messages.text("slots.least", low=low, step=step)
    high = value_text(issue, issue.highest, lang)
    return messages.text("slots.range", low=low, high=high, step=step)


def _about(view: SeatView, number: int | None, lang: str) -> dict[str, str]:
    """What is said of the issue at fault; of the first issue where the code names none."""
    place = number if number is not None and number < len(view.brief.issues) else 0
    issue = view.brief.issues[place]
    name = issue_name(issue, lang)
    return {
        "issue": name,
        "Issue": capital(name),
        "allowed": allowed_values(issue, lang),
        "floor": value_text(issue, view.own.floors[place], lang),
        "authority": value_text(issue, view.own.authority[place], lang),
        **_vetoed(view, place, lang),
    }


def _now(view: SeatView, words: Lexicon, messages: Catalogue) -> str:
    """What the seat may do now, by name, as far as it is not always possible."""
    talk = catalogue("talk", words.lang)
    names = [
        talk.text(f"move.{kind.__name__}")
        for kind in legal_moves(view)
        if kind.__name__ not in ("Note", "HandOver", "WalkOut", "Unsay")
    ]
    return joined(names, words.lang, last="or") or messages.text("slots.nothing")


def _lines(view: SeatView, words: Lexicon, messages: Catalogue) -> str:
    numbers = [
        str(line.number) for line in view.common.record.lines if line.state in agreement.OPEN_STATES
    ]
    return joined(numbers, words.lang) or messages.text("slots.none")


def _answers(view: SeatView, words: Lexicon, messages: Catalogue) -> str:
    question = view.common.turn.question
    if question is None:
        return messages.text("slots.nothing")
    kinds = [messages.text(f"answers.{kind.value}") for kind in ANSWERS[question.form]]
    return joined(kinds, words.lang, last="or")


def _example(view: SeatView, words: Lexicon) -> str:
    """Any first value that may be named: the own quote on the first issue."""
    return point_text(view.brief.issues[0], view.brief.marks[0].quote, words.lang)
