"""Reads how the file wants the match to be run: clock, costs of talk, level, points at
breakdown, authority, and how the payment comes in."""

from __future__ import annotations

from fractions import Fraction

from negosim.catalog.agenda import Agenda, Item
from negosim.catalog.codes import Code, Said
from negosim.catalog.limits import DEFAULT_BAD_DEBT, DEFAULT_MINUTES, DEFAULT_PREPARATION
from negosim.catalog.reading import At
from negosim.catalog.values import shown
from negosim.catalog.vocabulary import TALK_COSTS
from negosim.engine.issue import Issue, Terms
from negosim.engine.scenario import Costs, HouseRules, MoneyView, Payment
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.words import Harder, Level, Orders, Payer, TableKind
from negosim.engine.yardstick import sign_of

_MS_A_MINUTE = 60_000


def talks_ms(root: At) -> int | None:
    """The length of the talks; None where it is at fault."""
    clock = root.field("clock")
    if root.has("clock") and not clock:
        return None
    minutes = clock.field("minutes")
    if clock.has("minutes") and not minutes:
        return None
    written = minutes.thousandths(60)
    return DEFAULT_MINUTES * _MS_A_MINUTE if written is None else written


def read_house(root: At, limit_ms: int) -> HouseRules:
    """The rules of the house, defaults filled in."""
    preparation = root.field("clock").field("preparation").thousandths(60)
    harder = root.field("concessions").field("harder_means").word()
    return HouseRules(
        limit_ms=limit_ms,
        preparation_ms=DEFAULT_PREPARATION * _MS_A_MINUTE if preparation is None else preparation,
        costs=_costs(root.field("talk")),
        level=Level(root.field("level").word() or Level.COURSE),
        kind=TableKind(root.field("table").word() or TableKind.TYPED),
        orders=Orders(root.field("orders").word() or Orders.FIXED),
        harder_means=Harder(harder or Harder.SMALLER),
    )


def _costs(at: At) -> Costs:
    """Table time of moves; `break` is another word for `leave`."""
    if at.has("break") and at.has("leave"):
        at.field("break").report_key(Code.DUPLICATE_KEY, found=str(at.field("leave").owner.line))
    written = {name: at.field(name).thousandths() for name in TALK_COSTS}
    if at.has("break"):
        written["leave"] = at.field("break").thousandths()
    return Costs(**{name: ms for name, ms in written.items() if ms is not None})


def read_walk_away(root: At) -> BySide[int | None]:
    """The points at breakdown that the file states."""
    at = root.field("walk_away")
    return BySide(at.field("vendor").whole(), at.field("client").whole())


def read_authority(root: At, agenda: Agenda) -> BySide[Terms]:
    """What the file states; an authority beyond the floor is warned of."""
    at = root.field("authority")
    pair = BySide(agenda.terms(at.field("vendor")), agenda.terms(at.field("client")))
    for side in SIDES:
        for item, tick in zip(agenda.items, pair[side], strict=True):
            floor = item.floors[side]
            if item.issue is None or tick is None or floor is None:
                continue
            if (tick - floor) * sign_of(item.issue, side) < 0:
                at.field(side.word).field(item.id).report(
                    Code.AUTHORITY_BEYOND_FLOOR,
                    found=shown(item.issue, tick),
                    allowed=shown(item.issue, floor),
                )
    return pair


def read_payment(root: At, agenda: Agenda, persona_payer: str | None) -> Payment:
    """How the payment tail comes in; the persona's payer where the file names none."""
    table = root.field("bad_debt")
    rows = ((day, per_cent.whole()) for day, per_cent in table.entries())
    bad_debt = tuple(sorted((int(Fraction(day)), lost) for day, lost in rows if lost is not None))
    payer = root.field("payer").word() or persona_payer or Payer.REMINDED
    return Payment(_money(root.field("money"), agenda), bad_debt or DEFAULT_BAD_DEBT, Payer(payer))


def _money(at: At, agenda: Agenda) -> MoneyView | None:
    price, payment = agenda.find(at.field("price")), agenda.find(at.field("payment"))
    if price is None or payment is None:
        return None
    _check_numbers(at.field("price"), agenda.items[price])
    _check_numbers(at.field("payment"), agenda.items[payment], percent=True)
    return MoneyView(price, payment)


def _check_numbers(at: At, item: Item, *, percent: bool = False) -> None:
    """The money view reckons with amounts, and with shares from 0 to 100 per cent."""
    if item.issue is None:
        return
    values = _amounts(item.issue, item)
    if any(value is None for value in values):
        allowed = Said("an issue whose values are numbers", "取值都是数字的议题")
        at.report(Code.NOT_IN_NUMBERS, found=item.id, allowed=allowed)
    elif percent and any(value is not None and not 0 <= value <= 100 for value in values):
        allowed = Said("an issue in per cent, from 0 to 100", "以百分比计、在 0 到 100 之间的议题")
        at.report(Code.NOT_IN_NUMBERS, found=item.id, allowed=allowed)


def _amounts(issue: Issue, item: Item) -> list[Fraction | None]:
    """All options, or the marks of a numeric issue."""
    if issue.is_ladder:
        return [option.number for option in issue.options]
    marks = [item.marks[side] for side in (Side.VENDOR, Side.CLIENT)]
    ticks = [(mark.quote, mark.target, mark.floor) for mark in marks if mark is not None]
    return [issue.value(tick) for band in ticks for tick in band]
