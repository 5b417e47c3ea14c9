"""What a sentence about one match draws on: language, issues, benefits, whose eyes.

Only names that the reader may know are held here; no marks and no state, so that a
sentence made of a lexicon and a public event can leak nothing.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from negosim.engine.common import Seat
from negosim.engine.issue import BenefitNos, Issue, Terms, Text
from negosim.engine.own import Brief
from negosim.engine.record import record
from negosim.engine.scenario import Benefit, Scenario
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.language.catalogue import catalogue
from negosim.language.typography import capital
from negosim.language.values import deal_text, issue_name, issue_noun, joined, terms_text


@record(frozen=True, slots=True)
class Lexicon:
    """`me` is the side whose eyes the reader has, None for both.

    `seats` say which side a seat of an event belongs to; `claims` are the texts of the
    scenario's pressure claims and `news` those of its outside events with their places,
    as far as the reader may know them. `is_spoken`: a sentence starts with the noun as well,
    not with the name that labels have.
    """

    lang: str
    issues: tuple[Issue, ...]
    benefits: tuple[Benefit, ...]
    seats: tuple[Seat, ...] = ()
    me: Side | None = None
    claims: tuple[Text, ...] = ()
    news: tuple[tuple[int, Text], ...] = ()
    is_spoken: bool = False

    def in_(self, lang: str) -> Lexicon:
        """The same words in another language."""
        return replace(self, lang=lang)

    def spoken(self) -> Lexicon:
        """The same words for what is said aloud."""
        return replace(self, is_spoken=True)

    def side(self, seat: str) -> Side:
        """The side of a seat; KeyError for a name without one."""
        for place in self.seats:
            if place.name == seat:
                return place.side
        raise KeyError(seat)

    def name(self, number: int) -> str:
        """The issue's bare name, as commands have it and as it ends every noun made of it."""
        return issue_name(self.issues[number], self.lang)

    def issue(self, number: int, *, starts: bool = False) -> str:
        """The issue as a noun inside a sentence, or as one starts or labels (`starts`)."""
        issue = self.issues[number]
        if starts and not self.is_spoken:
            return issue_name(issue, self.lang, starts=True)
        noun = issue_noun(issue, self.lang)
        return capital(noun) if starts else noun

    def listed(self, numbers: tuple[int, ...], *, last: str = "and") -> str:
        """Issues as nouns in a list inside a sentence, in the order given."""
        return joined([self.issue(number) for number in numbers], self.lang, last=last)

    def names(self, numbers: tuple[int, ...]) -> str:
        """Their names in a list that stands by itself: on a button, behind a colon."""
        return joined([self.name(number) for number in numbers], self.lang)

    def ranked(self, order: tuple[int, ...]) -> str:
        """Issues from the most to the least important: `price, then payment`."""
        messages = catalogue("talk", self.lang)
        text = self.issue(order[0])
        for number in order[1:]:
            text = messages.text("list.then", head=text, tail=self.issue(number))
        return text

    def terms(self, terms: Terms, *, last: str = "and") -> str:
        return terms_text(self.issues, terms, self.lang, last=last)

    def deal(self, terms: Terms, benefits: BenefitNos) -> str:
        return deal_text(self.issues, terms, benefits, self.benefits, self.lang)

    def who(self, side: Side, *, starts: bool = False) -> str:
        """A side as the subject of a sentence: `we`, `the client`."""
        key = "who.me" if side is self.me else f"who.{side.word}"
        text = catalogue("names", self.lang).text(key)
        return text[:1].upper() + text[1:] if starts else text

    def label(self, side: Side) -> str:
        """A side as the one who speaks, before a colon."""
        key = "label.me" if side is self.me else f"label.{side.word}"
        return catalogue("names", self.lang).text(key)


def lexicon_of_brief(brief: Brief, lang: str, *, seats: tuple[Seat, ...] = ()) -> Lexicon:
    """The words of one side, from its brief alone."""
    return Lexicon(
        lang=lang,
        issues=brief.issues,
        benefits=brief.benefits,
        seats=seats,
        me=brief.side,
        claims=tuple(pressure.claim for pressure in brief.pressure),
    )


def lexicon_of_view(view: SeatView, lang: str) -> Lexicon:
    """The words of a seat that looks at its own table: also what has come out at it."""
    words = lexicon_of_brief(view.brief, lang, seats=view.common.setup.seats)
    common = view.common
    claims = list(words.claims)
    for heard in common.claims:
        claims.extend([Text()] * (heard.place + 1 - len(claims)))
        claims[heard.place] = heard.text
    news = tuple((heard.place, heard.text) for heard in common.news)
    return replace(words, claims=tuple(claims), news=news)


def lexicon_of_match(
    scenario: Scenario, seats: tuple[Seat, ...], lang: str, *, me: Side | None = None
) -> Lexicon:
    """The words for somebody who may know both sides: a debrief, a replay."""
    return Lexicon(
        lang=lang,
        issues=scenario.issues,
        benefits=scenario.benefits,
        seats=seats,
        me=me,
        claims=tuple(pressure.claim for pressure in scenario.opposition.pressure),
        news=tuple((place, news.text) for place, news in enumerate(scenario.opposition.news)),
    )


def name_of(word: StrEnum, lang: str) -> str:
    """What people call a member of one of the engine's vocabularies: `a phase`, `a role`."""
    table = type(word).__name__.lower()
    return catalogue("names", lang).text(f"{table}.{word.value}")


def mark_names(side: Side, lang: str) -> dict[str, str]:
    """What a side calls its quote, target and floor, by those three words.

    Source: exercise.md, Words: a client has an opening, a target and a ceiling.
    """
    names = catalogue("names", lang)
    return {mark: names.text(f"mark.{side.word}.{mark}") for mark in ("quote", "target", "floor")}
