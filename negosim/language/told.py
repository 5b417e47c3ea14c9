"""What is told of somebody, in the past tense: gestures, the record, breaks, the end.

One function an area; the reader's side is `we`, the other by its name. Lines that
somebody says aloud are in `spoken`.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.words import Ending, QuestionForm
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, name_of
from negosim.language.values import joined, size_text

Recorded = (
    e.LinesProposed
    | e.LinesConfirmed
    | e.LinesRefused
    | e.LinesStruck
    | e.ReopeningAsked
    | e.LineReopened
    | e.PenClaimed
    | e.AgreementLapsed
    | e.SheetDrawn
    | e.SheetSigned
    | e.SheetTorn
    | e.ContractSealed
)
Prepared = (
    e.Assigned
    | e.AuthoritySet
    | e.StepsPlanned
    | e.MethodsChosen
    | e.OrderLocked
    | e.SideReady
    | e.SideIntroduced
)


def lines_text(words: Lexicon, numbers: tuple[int, ...]) -> str:
    """Lines of the record by number: `line 2`, `lines 1 and 3`."""
    talk = catalogue("talk", words.lang)
    if len(numbers) == 1:
        return talk.text("told.one_line", number=numbers[0])
    listed = joined([str(number) for number in numbers], words.lang, last="numbers")
    return talk.text("told.many_lines", numbers=listed)


def deals_text(words: Lexicon, deals: tuple[m.Deal, ...]) -> str:
    return joined([words.deal(deal.terms, deal.benefits) for deal in deals], words.lang)


def sizes_text(words: Lexicon, issue: int, steps: tuple[m.PlannedStep, ...]) -> str:
    """The sizes of a concession sheet, first to last."""
    return joined(
        [size_text(words.issues[issue], step.size, words.lang) for step in steps],
        words.lang,
    )


def forms_text(words: Lexicon, forms: tuple[QuestionForm, ...]) -> str:
    return joined([name_of(form, words.lang) for form in forms], words.lang)


def prepared(words: Lexicon, event: Prepared) -> str:
    """The steps of preparation. Source: exercise.md R8-R10."""
    talk = catalogue("talk", words.lang)
    match event:
        case e.Assigned():
            roles = joined([name_of(role, words.lang) for role in event.roles], words.lang)
            if not event.issues:
                return talk.text("told.assigned_no_issue", seat=event.to, roles=roles)
            return talk.text(
                "told.assigned", seat=event.to, roles=roles, issues=words.names(event.issues)
            )
        case e.AuthoritySet():
            return talk.text("told.authority", terms=words.terms(event.terms))
        case e.StepsPlanned():
            return talk.text(
                "told.planned",
                issue=words.issue(event.issue),
                sizes=sizes_text(words, event.issue, event.steps) or talk.text("do.nothing"),
            )
        case e.MethodsChosen():
            forms = forms_text(words, event.forms) or talk.text("do.nothing")
            return talk.text("told.methods", forms=forms)
        case e.OrderLocked():
            return talk.text("told.order", order=words.ranked(event.order))
        case e.SideReady():
            return talk.text("told.ready", who=words.who(event.side, starts=True))
        case e.SideIntroduced():
            return talk.text("told.introduced", who=words.who(event.side, starts=True))


def recorded(words: Lexicon, event: Recorded) -> str:
    """The record and the sheet. Source: exercise.md R39-R41."""
    talk = catalogue("talk", words.lang)
    match event:
        case e.AgreementLapsed():
            deals = [words.deal(deal.terms, deal.benefits) for deal in event.drafts]
            if event.numbers:
                deals.append(lines_text(words, event.numbers))
            return talk.text("told.lapsed", deals=joined(deals, words.lang))
        case e.ContractSealed():
            deal = words.deal(event.deal.terms, event.deal.benefits)
            return talk.text("told.sealed", deal=deal)
        case e.LineReopened():
            return talk.text("told.reopened", number=event.line)
    who = words.who(words.side(event.seat), starts=True)
    match event:
        case e.LinesProposed():
            lines = [
                talk.text("told.line", number=number, deal=words.deal(line.terms, line.benefits))
                for number, line in zip(event.numbers, event.lines, strict=True)
            ]
            return talk.text("told.proposed", who=who, lines=joined(lines, words.lang))
        case e.LinesConfirmed():
            return talk.text("told.confirmed", who=who, lines=lines_text(words, event.numbers))
        case e.LinesRefused():
            return talk.text("told.refused", who=who, lines=lines_text(words, event.numbers))
        case e.LinesStruck():
            return talk.text("told.struck", who=who, lines=lines_text(words, event.numbers))
        case e.ReopeningAsked():
            return talk.text("told.asked_reopen", who=who, number=event.line)
        case e.PenClaimed():
            return talk.text("told.pen", who=who)
        case e.SheetDrawn():
            deal = words.deal(event.deal.terms, event.deal.benefits)
            return talk.text("told.sheet", who=who, deal=deal)
        case e.SheetSigned():
            return talk.text("told.signed", who=who)
        case e.SheetTorn():
            return talk.text("told.torn", who=who)


def left(words: Lexicon, event: e.BreakTaken) -> str:
    """Source: exercise.md R35, R36."""
    side = words.side(event.seat)
    return catalogue("talk", words.lang).text(
        f"told.break_{event.purpose.value}",
        who=words.who(side, starts=True),
        other=words.who(side.other),
    )


def allowed(words: Lexicon, event: e.Authorised | m.Authorise, table: str) -> str:
    """What the director allows; `table` is `told` or `do`. Source: exercise.md R9, R36."""
    talk = catalogue("talk", words.lang)
    terms = words.terms(event.terms)
    if event.exchange:
        return (
            talk.text(f"{table}.authorise_for", terms=terms, exchange=event.exchange)
            if (table == "do")
            else talk.text("told.authorised_for", terms=terms, exchange=event.exchange)
        )
    return talk.text("do.authorise" if table == "do" else "told.authorised", terms=terms)


def news(words: Lexicon, event: e.NewsArrived) -> str:
    """The news itself where the reader may know its text, else that there is some."""
    talk = catalogue("talk", words.lang)
    for place, text in words.news:
        if place == event.news:
            return talk.text("told.news", text=text.in_(words.lang))
    return talk.text("told.news_unread")


def ended(words: Lexicon, event: e.TalksBroken) -> str:
    """Source: exercise.md R42."""
    talk = catalogue("talk", words.lang)
    if event.ending is Ending.TIME:
        return talk.text("told.over_time")
    if event.by is None or event.ending is Ending.SIGNED:
        return talk.text("told.over")
    return talk.text(f"told.over_{event.ending.value}", who=words.who(event.by, starts=True))
