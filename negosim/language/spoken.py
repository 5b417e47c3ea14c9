"""What is said aloud: questions, answers, offers, arguments, in the first person.

Each function words one kind of move or its event from the same fields. Own words of
a seat are not looked at here, and nothing is told about anybody: that is `told`.
"""

from __future__ import annotations

from typing import assert_never

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.issue import BenefitNos, Terms
from negosim.engine.sides import Side
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm, Reason
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon
from negosim.language.typography import capital

Spoken = (
    m.Ask
    | m.Answer
    | m.Offer
    | m.Accept
    | m.NotYet
    | m.Argue
    | m.Tell
    | m.Goodwill
    | m.Prefer
    | m.Withdraw
    | m.Leave
)
"""The moves that are said aloud; every other move is only done."""


def question(words: Lexicon, asked: m.Ask | e.QuestionAsked) -> str:
    """Source: exercise.md R31, R22."""
    words = words.spoken()
    talk = catalogue("talk", words.lang)
    issues = asked.issues
    if asked.form is QuestionForm.OPEN:
        return talk.text("ask.open")
    if asked.form is QuestionForm.CAUSAL:
        return talk.text("ask.causal", issue=words.issue(issues[0]))
    if asked.form is QuestionForm.EXCLUSION:
        return talk.text("ask.exclusion", a=words.issue(issues[0]), b=words.issue(issues[1]))
    if asked.form is QuestionForm.LEADING:
        if len(issues) == 1:
            return capital(talk.text("ask.leading_one", a=words.issue(issues[0])))
        return talk.text("ask.leading_two", a=words.issue(issues[0]), b=words.issue(issues[1]))
    if asked.form is QuestionForm.SUMMARISING:
        return talk.text("ask.summarising", order=words.ranked(issues))
    return talk.text("ask.expectation", issues=words.listed(issues))


def answer(words: Lexicon, answered: m.Answer | e.QuestionAnswered) -> str:
    """Source: exercise.md R31."""
    words = words.spoken()
    talk = catalogue("talk", words.lang)
    kind, issues = answered.kind, answered.issues
    if kind is AnswerKind.ISSUE:
        return talk.text("answer.issue", a=words.issue(issues[0]))
    if kind is AnswerKind.INTEREST:
        strength = min(3, max(1, answered.strength))
        return capital(talk.text(f"answer.interest_{strength}", a=words.issue(issues[0])))
    if kind is AnswerKind.PAIR:
        return talk.text("answer.pair", a=words.issue(issues[0]), b=words.issue(issues[1]))
    if kind is AnswerKind.DEMAND:
        demand = words.terms(answered.demand)
        text = talk.text("answer.demand", demand=demand) if demand else ""
        if gives := words.terms(answered.gives):
            return join(text, talk.text("answer.gives", gives=gives), words.lang)
        return text or talk.text("answer.demand_none")
    return talk.text(f"answer.{kind.value}")


def offer(words: Lexicon, offered: m.Offer | e.OfferMade) -> str:
    """One package, perhaps a second, perhaps a reason. Source: exercise.md R21, R33."""
    talk = catalogue("talk", words.lang)
    text = package(words, offered.give, offered.want, offered.benefits)
    if offered.second is not None:
        other = package(words, offered.second.give, offered.second.want)
        text = talk.text("offer.second", first=text, other=other)
    if offered.reason is not Reason.NONE:
        because = talk.text(f"because.{offered.reason.value}")
        text = talk.text("offer.because", offer=text, reason=because)
    return text


def package(words: Lexicon, give: Terms, want: Terms, benefits: BenefitNos = ()) -> str:
    """One sentence for what is given and what is wanted in return."""
    talk = catalogue("talk", words.lang)
    given, wanted = words.terms(give), words.deal(want, benefits)
    if given and wanted:
        return capital(talk.text("offer.trade", give=given, want=wanted))
    if given:
        return talk.text("offer.give", give=given)
    return talk.text("offer.want", want=wanted)


def acceptance(words: Lexicon, terms: Terms, benefits: BenefitNos) -> str:
    """All that is agreed by it. Source: exercise.md R21."""
    talk = catalogue("talk", words.lang)
    agreed = words.deal(terms, benefits)
    return talk.text("accept.all", terms=agreed) if agreed else talk.text("accept.bare")


def argument(words: Lexicon, argued: m.Argue | e.Argued, side: Side) -> str:
    """Source: exercise.md R34, R28."""
    talk = catalogue("talk", words.lang)
    if argued.kind is ArgumentKind.LIMIT:
        named = words.terms(argued.limit)
        return (
            capital(talk.text("argue.limit", terms=named))
            if named
            else talk.text("argue.limit_bare")
        )
    text = talk.text(f"argue.{side.word}.{argued.kind.value}")
    own_claim = side is Side.CLIENT and argued.kind is ArgumentKind.RIVAL
    if own_claim and argued.claim is not None and argued.claim < len(words.claims):
        text = words.claims[argued.claim].in_(words.lang)
    if argued.issue is None:
        return capital(text)
    return talk.text("argue.about", issue=words.spoken().issue(argued.issue), words=text)


def tell(words: Lexicon, told: m.Tell | e.Told) -> str:
    talk, words = catalogue("talk", words.lang), words.spoken()
    return talk.text("hold.tell", more=words.issue(told.more), less=words.issue(told.less))


def preference(words: Lexicon, preferred: m.Prefer | e.PackagePreferred) -> str:
    key = "hold.prefer_second" if preferred.second else "hold.prefer_first"
    return catalogue("talk", words.lang).text(key)


def plain(words: Lexicon, key: str) -> str:
    """A line without a slot: `not_yet`, `goodwill`, `withdraw`."""
    return catalogue("talk", words.lang).text(f"hold.{key}")


def leaving(words: Lexicon, purpose: Purpose) -> str:
    return catalogue("talk", words.lang).text(f"leave.{purpose.value}")


def spoken(words: Lexicon, move: Spoken, side: Side, taken: m.Deal) -> str:
    """The line of a move that is said aloud; `taken` is what an acceptance takes."""
    match move:
        case m.Ask():
            return question(words, move)
        case m.Answer():
            return answer(words, move)
        case m.Offer():
            return offer(words, move)
        case m.Accept():
            return acceptance(words, taken.terms, taken.benefits)
        case m.NotYet():
            return plain(words, "not_yet")
        case m.Argue():
            return argument(words, move, side)
        case m.Tell():
            return tell(words, move)
        case m.Goodwill():
            return plain(words, "goodwill")
        case m.Prefer():
            return preference(words, move)
        case m.Withdraw():
            return plain(words, "withdraw")
        case m.Leave():
            return leaving(words, move.purpose)
        case _:
            assert_never(move)


def join(first: str, second: str, lang: str) -> str:
    """Two sentences side by side: a space between them where the language has one."""
    if not first or not second:
        return first + second
    return first + second if lang == "zh" else f"{first} {second}"
