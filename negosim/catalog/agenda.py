"""Reads the issues of a file, each side's ranks and bands, and the agenda order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from negosim.catalog.bands import check_ranks, check_zone, read_marks
from negosim.catalog.codes import Code, Said
from negosim.catalog.problems import did_you_mean, one_of, quoted
from negosim.catalog.reading import At
from negosim.catalog.values import decimal_text, on_step, shown, tick_of
from negosim.engine.issue import NUMERIC_CEILING, Issue, Option, Terms, Text
from negosim.engine.record import record
from negosim.engine.sides import SIDES, BySide
from negosim.engine.yardstick import Marks


@record(frozen=True, slots=True)
class Item:
    """An issue as far as it could be read; None where a fault stands."""

    id: str
    issue: Issue | None
    marks: BySide[Marks | None]
    floors: BySide[int | None]
    no_zone: bool


@record(frozen=True, slots=True)
class Agenda:
    """The issues in agenda order, with the faulty ones, so that ids are still known."""

    items: tuple[Item, ...]

    def ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    def place(self, id_: str) -> int | None:
        """An issue's place in the agenda; None for an unknown id."""
        ids = self.ids()
        return ids.index(id_) if id_ in ids else None

    def find(self, at: At) -> int | None:
        """The place of the issue named there; None after noting that there is none."""
        word = at.word()
        if word is None:
            return None
        place = self.place(word)
        if place is None:
            at.report(Code.UNKNOWN_ISSUE, **unknown(word, self.ids()))
        return place

    def terms(self, at: At) -> Terms:
        """Values by issue id; unknown issues and wrong values are noted and left out."""
        ticks: list[int | None] = [None] * len(self.items)
        for id_, value in at.entries():
            place = self.place(id_)
            if place is None:
                if value:
                    value.report_key(Code.UNKNOWN_ISSUE, **unknown(id_, self.ids()))
                continue
            issue = self.items[place].issue
            if issue is not None:
                ticks[place] = tick_of(issue, value)
        return tuple(ticks)

    def complete(self, at: At) -> Terms:
        """The same where every issue must be named."""
        for id_ in self.ids():
            if at and not at.has(id_):
                allowed = Said("a value for every issue", "每个议题的取值")
                at.field(id_).report_key(Code.MISSING_KEY, allowed=allowed)
        return self.terms(at)


def unknown(word: str, known: tuple[str, ...]) -> dict[str, str | Said]:
    """The fillings of a sentence about a name that means nothing."""
    return {"found": quoted(word), "allowed": one_of(known), "hint": did_you_mean(word, known)}


def read_agenda(root: At) -> Agenda:
    """All issues. Ranks, bands and zones are checked. Source: scenario-format.md."""
    issues = root.field("issues")
    items = tuple(_item(id_, at) for id_, at in issues.entries())
    for side in SIDES:
        check_ranks(issues, side)
    return Agenda(_ordered(items, root.field("agenda")))


def _ordered(items: tuple[Item, ...], agenda: At) -> tuple[Item, ...]:
    """The items as `agenda` lists them, as they are written where there is none."""
    if not agenda:
        return items
    by_id = {item.id: item for item in items}
    allowed = ", ".join(by_id)
    out = []
    for row in agenda.rows():
        word = row.word()
        item = None if word is None else by_id.pop(word, None)
        if item is not None:
            out.append(item)
        elif word is not None:
            row.report(Code.AGENDA, found=quoted(word), allowed=allowed)
    for id_ in by_id:
        agenda.report(Code.AGENDA, found=id_, allowed=allowed)
    return (*out, *by_id.values())


def _item(id_: str, at: At) -> Item:
    issue = _ladder(id_, at) if at.field("options") else _numeric(id_, at)
    no_zone = at.field("no_zone").flag()
    floors: list[int | None] = [None, None]
    marks: list[Marks | None] = [None, None]
    if issue is not None:
        for side in SIDES:
            marks[side], floors[side] = read_marks(issue, at.field(side.word), side)
        if not no_zone:
            check_zone(issue, at, floors[0], floors[1])
    return Item(id_, issue, BySide(*marks), BySide(*floors), no_zone)


def _ladder(id_: str, at: At) -> Issue | None:
    rows = at.field("options")
    options = tuple(_option(row) for row in rows.rows())
    _check_ladder(rows, options)
    if not options or any(option is None for option in options):
        return None
    levels = _option_levels(at.field("levels"), len(options))
    return Issue(
        id=id_,
        name=at.field("name").text(),
        unit=at.field("unit").text() if at.field("unit") else None,
        step=Fraction(1),
        options=tuple(option for option in options if option is not None),
        toward_vendor=-1,
        lowest=0,
        highest=len(options) - 1,
        levels=levels,
    )


def _option(row: At) -> Option | None:
    value = row.field("id") if row.field("id") or row.field("text") else row
    number, word = value.number(), value.word()
    if word is None:
        return None
    id_ = word if number is None else decimal_text(number)
    text = row.field("text").text() if row.field("text") else Text((("", id_),))
    return Option(id_, text, number)


def _check_ladder(rows: At, options: tuple[Option | None, ...]) -> None:
    """No option twice; the numbers among them only rise or only fall."""
    seen: set[str] = set()
    last: Fraction | None = None
    rising: bool | None = None
    for row, option in zip(rows.rows(), options, strict=True):
        if option is None:
            continue
        if option.id in seen:
            row.report(Code.OPTION_REPEATED, found=quoted(option.id))
            continue
        seen.add(option.id)
        if option.number is None:
            continue
        if last is not None:
            rises = option.number > last
            if rising is None:
                rising = rises
            elif rises != rising:
                row.report(Code.LADDER_ORDER, found=option.id)
        last = option.number


def _option_levels(at: At, count: int) -> tuple[int, ...] | None:
    if not at:
        return None
    levels = [(row, row.whole()) for row in at.rows()]
    if len(levels) != count:
        allowed = Said(f"{count}, one for each option", f"{count} 项，每个选项一个")
        at.report(Code.COUNT, found=str(len(levels)), allowed=allowed)
    never_rising = Said("levels never rise from option to option", "等级从前往后不能升高")
    for (_, before), (row, level) in pairwise(levels):
        if before is not None and level is not None and level > before:
            row.report(Code.LEVELS_ORDER, found=str(level), allowed=never_rising)
    return tuple(level for _, level in levels if level is not None)


def _numeric(id_: str, at: At) -> Issue | None:
    prefers = at.field("vendor_prefers").word()
    step = at.field("step").number() if at.has("step") else Fraction(1)
    if prefers is None or step is None:
        return None
    span = _range(at.field("range"), step)
    lowest, highest = span or (0, int(NUMERIC_CEILING / step))
    issue = Issue(
        id=id_,
        name=at.field("name").text(),
        unit=at.field("unit").text() if at.field("unit") else None,
        step=step,
        options=(),
        toward_vendor=1 if prefers == "high" else -1,
        lowest=lowest,
        highest=highest,
        ranged=span is not None,
    )
    levels = _amount_levels(issue, at.field("levels"))
    return replace(issue, levels=levels)


def _range(at: At, step: Fraction) -> tuple[int, int] | None:
    rows = at.rows()
    if len(rows) != 2:
        return None
    low, high = on_step(step, rows[0]), on_step(step, rows[1])
    if low is None or high is None:
        return None
    if low >= high:
        above = decimal_text(low * step)
        allowed = Said(f"a number above {above}", f"大于 {above} 的数字")
        rows[1].report(Code.OUT_OF_RANGE, found=decimal_text(high * step), allowed=allowed)
        return None
    return low, high


def _amount_levels(issue: Issue, at: At) -> tuple[int, ...] | None:
    if not at:
        return None
    falling = Said(
        "from the vendor's best to its worst, no value twice", "从对供应商最好到最差，不能重复"
    )
    ticks = [(row, tick_of(issue, row)) for row in at.rows()]
    for (_, before), (row, tick) in pairwise(ticks):
        if before is None or tick is None:
            continue
        if (before - tick) * issue.toward_vendor <= 0:
            row.report(Code.LEVELS_ORDER, found=shown(issue, tick), allowed=falling)
    return tuple(tick for _, tick in ticks if tick is not None)
