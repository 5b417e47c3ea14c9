"""Issues, values, benefits and packages as they stand on a typed line.

Only what may be named at all is looked at here, never anybody's marks; whether an
offer is legal is asked of the seat's preview later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, Protocol

from negosim.cli.terminal import vocabulary as v
from negosim.engine.issue import BenefitNos, Terms, no_terms
from negosim.engine.own import Brief
from negosim.engine.record import record
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.refusals import allowed_values
from negosim.language.typography import is_wide
from negosim.language.values import amount_text, issue_name, joined, typed_value


class Fault(Protocol):
    """Raises a fault of the catalogue `commands` by its key."""

    def __call__(self, key: str, **slots: object) -> NoReturn: ...


@record(frozen=True, slots=True)
class TypedPackage:
    """What a typed offer gives and wants."""

    give: Terms
    want: Terms
    benefits: BenefitNos


class TermsReader:
    """Reads terms off a line for one brief; every fault ends in `fault`."""

    def __init__(self, reader: v.Reader, brief: Brief, lang: str, fault: Fault) -> None:
        self._reader = reader
        self._brief = brief
        self._lang = lang
        self._fault = fault
        self._issue_words = v.issue_words(brief.issues)
        self._benefit_words = v.benefit_words(brief.benefits)
        self.either = False
        """Whether the issues read last were joined by `or`."""

    def issue(self) -> int | None:
        """Take one issue, fillers before it included."""
        return self._past_fillers(lambda: self._reader.word(self._issue_words))

    def issues(self) -> tuple[int, ...]:
        """Take a list of issues in the order named; a repetition is a fault."""
        found: list[int] = []
        self.either = False
        while True:
            number = self.issue()
            if number is None:
                either = self.joined_by("or")
                if not either and not self.joined_by("over"):
                    return tuple(found)
                self.either = self.either or either
                continue
            if number in found:
                self._fault("twice", Issue=self._name(number, starts=True))
            found.append(number)

    def terms(self) -> Terms:
        """Take one or more values."""
        terms = list(no_terms(len(self._brief.issues)))
        while self._value_into(terms):
            pass
        if all(tick is None for tick in terms):
            self._nothing_named()
        return tuple(terms)

    def deal(self) -> tuple[Terms, BenefitNos]:
        """Take values and benefits, at least one of either."""
        terms = list(no_terms(len(self._brief.issues)))
        benefits: set[int] = set()
        self._values_and_benefits(terms, benefits)
        if not benefits and all(tick is None for tick in terms):
            self._nothing_named()
        return tuple(terms), tuple(sorted(benefits))

    def package(self) -> TypedPackage:
        """Take what is given and what is wanted, in either order, joined by their words."""
        give = list(no_terms(len(self._brief.issues)))
        want = list(no_terms(len(self._brief.issues)))
        benefits: set[int] = set()
        self.joined_by("give")
        while self._value_into(give):
            pass
        if self.joined_by("want"):
            self._values_and_benefits(want, benefits)
            if not benefits and all(tick is None for tick in want):
                self._unknown_benefit()
            if self.joined_by("give"):
                while self._value_into(give):
                    pass
        named = any(tick is not None for tick in (*give, *want))
        if not named and not benefits:
            self._nothing_named()
        return TypedPackage(tuple(give), tuple(want), tuple(sorted(benefits)))

    def joined_by(self, key: str) -> bool:
        """Take a joining word of that meaning, if one stands here."""
        mark = self._reader.mark()
        words = {word: 1 for word, meaning in v.table("join").items() if meaning == key}
        if self._past_fillers(lambda: self._reader.word(words)) is not None:
            return True
        self._reader.back_to(mark)
        return False

    def listed_issues(self) -> str:
        """The issues' names, for a fault."""
        names = [issue_name(issue, self._lang) for issue in self._brief.issues]
        return joined(names, self._lang)

    def example(self) -> str:
        """A value as it may be typed: the own quote on the first issue."""
        issue, mark = self._brief.issues[0], self._brief.marks[0]
        return f"{issue_name(issue, self._lang)}={typed_value(issue, mark.quote)}"

    def _values_and_benefits(self, terms: list[int | None], benefits: set[int]) -> None:
        while True:
            number = self._past_fillers(lambda: self._reader.word(self._benefit_words))
            if number is not None:
                benefits.add(number)
            elif not self._value_into(terms):
                return

    def _value_into(self, terms: list[int | None]) -> bool:
        number = self.issue()
        if number is None:
            return False
        if terms[number] is not None:
            self._fault("twice", Issue=self._name(number, starts=True))
        terms[number] = self._tick(number)
        return True

    def _tick(self, number: int) -> int:
        reader = self._reader
        issue = self._brief.issues[number]
        if not reader.equals():
            self.fillers()
        if issue.is_ladder:
            place = reader.word(v.option_words(issue))
            if place is None:
                self._no_value(number)
            self._unit(number)
            return int(place)
        amount = reader.number()
        if amount is None:
            self._no_value(number)
        self._unit(number)
        tick = issue.tick(amount)
        if tick is None:
            step = amount_text(issue.step, issue.unit, self._lang)
            text = amount_text(amount, issue.unit, self._lang)
            self._fault("step", issue=self._name(number, starts=True), step=step, text=text)
        return tick

    def _unit(self, number: int) -> None:
        """Take the issue's unit, or in Chinese its beginning, if it stands here."""
        unit = self._brief.issues[number].unit
        if unit is None:
            return
        words: dict[str, int] = {}
        for lang in LANGUAGES:
            name = v.plain(unit.in_(lang))
            words[name] = 1
            if name and is_wide(name[0]):
                words |= {name[:length]: 1 for length in range(1, len(name))}
        words.pop("", None)
        self._reader.word(words)

    def _past_fillers(self, take: Callable[[], int | str | None]) -> int | None:
        """What `take` takes, here or after fillers; the fillers stay where it takes nothing."""
        mark = self._reader.mark()
        while True:
            found = take()
            if found is not None:
                return int(found)
            before = self._reader.mark()
            if not self._filler() or self._reader.mark() == before:
                self._reader.back_to(mark)
                return None

    def _filler(self) -> bool:
        words = {word: 1 for word, meaning in v.table("join").items() if meaning == "filler"}
        return self._reader.word(words) is not None

    def fillers(self) -> None:
        """Take words that only join, such as `and` or `和`."""
        while self._filler():
            pass

    def _name(self, number: int, *, starts: bool = False) -> str:
        return issue_name(self._brief.issues[number], self._lang, starts=starts)

    def _no_value(self, number: int) -> NoReturn:
        issue = self._brief.issues[number]
        allowed = allowed_values(issue, self._lang)
        if self._reader.ended:
            self._fault("value_missing", issue=self._name(number), allowed=allowed)
        self._fault(
            "value",
            text=self._reader.piece,
            issue=self._name(number, starts=True),
            allowed=allowed,
        )

    def _nothing_named(self) -> NoReturn:
        if self._reader.ended:
            self._fault("terms_missing", example=self.example())
        self._fault("issue", text=self._reader.piece, issues=self.listed_issues())

    def _unknown_benefit(self) -> NoReturn:
        names = [each.text.in_(self._lang) for each in self._brief.benefits]
        benefits = ""
        if names:
            listed = joined(names, self._lang, last="or")
            benefits = catalogue("commands", self._lang).text("fault.benefits", benefits=listed)
        self._fault("benefit", text=self._reader.piece, example=self.example(), benefits=benefits)
