"""Scenarios built by hand from figures, for tests that need no file.

`third_vendor` and `course_grid` hold the numbers printed in scenario-format.md and
exercise.md R46, typed here a second time on purpose: the shipped files are tested
against them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from negosim.engine.issue import NUMERIC_CEILING, Issue, Option, Text
from negosim.engine.scenario import (
    Benefit,
    HouseRules,
    MoneyView,
    Opposition,
    Payment,
    PersonaSpec,
    Rival,
    Scenario,
    Story,
    assemble,
)
from negosim.engine.sides import BySide
from negosim.engine.words import Payer
from negosim.engine.yardstick import Marks

SILENT: BySide[int | None] = BySide(None, None)
OWN: BySide[int | None] = BySide(20, None)
"""The walk-aways of the printed third vendor; the client's comes from its rivals."""
AS_USUAL = HouseRules()

Band = tuple[int, int, int, int]
"""rank, quote, target, floor, the last three in ticks."""


class Entry(NamedTuple):
    """An issue with both sides' bands."""

    issue: Issue
    vendor: Band
    client: Band


def text(english: str, chinese: str = "") -> Text:
    return Text((("en", english), ("zh", chinese or english)))


def numeric(
    id: str,
    vendor: Band,
    client: Band,
    *,
    high: bool = True,
    step: Fraction = Fraction(1),
    unit: Text | None = None,
    levels: tuple[int, ...] | None = None,
    name: Text | None = None,
) -> Entry:
    """A numeric issue; `high`: the vendor prefers high values."""
    issue = Issue(
        id=id,
        name=name or text(id.capitalize()),
        unit=unit,
        step=step,
        options=(),
        toward_vendor=1 if high else -1,
        lowest=0,
        highest=int(NUMERIC_CEILING / step),
        levels=levels,
    )
    return Entry(issue, vendor, client)


def ladder(
    id: str,
    options: tuple[int | str, ...],
    vendor: Band,
    client: Band,
    *,
    unit: Text | None = None,
    levels: tuple[int, ...] | None = None,
    name: Text | None = None,
) -> Entry:
    """A ladder, best for the vendor first; marks are places on it."""
    issue = Issue(
        id=id,
        name=name or text(id.capitalize()),
        unit=unit,
        step=Fraction(1),
        options=tuple(
            Option(
                id=str(option),
                text=text(str(option)),
                number=None if isinstance(option, str) else Fraction(option),
            )
            for option in options
        ),
        toward_vendor=-1,
        lowest=0,
        highest=len(options) - 1,
        levels=levels,
    )
    return Entry(issue, vendor, client)


def scenario_of(
    *entries: Entry,
    id: str = "hand-made",
    walk_away: BySide[int | None] = SILENT,
    rivals: tuple[Rival, ...] = (),
    benefits: tuple[Benefit, ...] = (),
    house: HouseRules = AS_USUAL,
    money: MoneyView | None = None,
    payer: Payer = Payer.REMINDED,
    no_zone: tuple[int, ...] = (),
) -> Scenario:
    """A scenario with the defaults of the format for all that is not stated."""
    nothing = Text()
    return assemble(
        id=id,
        story=Story(
            title=text(id),
            everyone=text("Two sides, one contract.", "两方谈一份合同。"),
            secret=BySide(nothing, nothing),
            parties=BySide(text("Linkway", "联维"), text("Harbour", "海港")),
            notes=nothing,
        ),
        house=house,
        issues=tuple(entry.issue for entry in entries),
        marks=BySide(
            tuple(Marks(*entry.vendor) for entry in entries),
            tuple(Marks(*entry.client) for entry in entries),
        ),
        benefits=benefits,
        rivals=rivals,
        opposition=Opposition(PersonaSpec("analytic-steady")),
        payment=Payment(money, ((30, 10), (60, 20), (90, 30), (180, 50), (365, 100)), payer),
        walk_away=walk_away,
        authority=BySide((), ()),
        no_zone=no_zone,
    )


def third_vendor(
    *,
    walk_away: BySide[int | None] = OWN,
    house: HouseRules = AS_USUAL,
) -> Scenario:
    """The example of scenario-format.md with its rivals."""
    return scenario_of(
        numeric(
            "price",
            (2, 310, 240, 188),
            (1, 170, 225, 265),
            unit=text("10k yuan", "万元"),
            name=text("Price", "价格"),
        ),
        ladder(
            "payment",
            (90, 75, 60, 45, 30),
            (1, 0, 2, 4),
            (4, 4, 2, 0),
            unit=text("%"),
            name=text("Paid at acceptance", "验收付款"),
        ),
        ladder(
            "service",
            ("m12", "m18", "m24", "m30", "m36"),
            (3, 0, 2, 4),
            (3, 4, 2, 0),
            name=text("On-site service", "驻场服务"),
        ),
        ladder(
            "delivery",
            (90, 75, 60, 45, 30),
            (4, 0, 2, 4),
            (2, 4, 2, 0),
            unit=text("days", "天"),
            name=text("Delivery", "到货时间"),
        ),
        id="third-vendor",
        walk_away=walk_away,
        rivals=(
            Rival(text("Northstar"), (248, 2, 2, 2)),
            Rival(text("Bluewave"), (231, 1, 1, 1)),
        ),
        benefits=(Benefit("reference", text("a reference visit", "样板参观")),),
        house=house,
        money=MoneyView(0, 1),
    )


def course_grid() -> Scenario:
    """Four mirrored issues of five options with the course's orders (R46)."""
    return scenario_of(
        ladder("price", ("5", "4", "3", "2", "1"), (2, 0, 2, 4), (1, 4, 2, 0)),
        ladder("payment", ("5", "4", "3", "2", "1"), (1, 0, 2, 4), (4, 4, 2, 0)),
        ladder("service", ("5", "4", "3", "2", "1"), (3, 0, 2, 4), (3, 4, 2, 0)),
        ladder("delivery", ("5", "4", "3", "2", "1"), (4, 0, 2, 4), (2, 4, 2, 0)),
        id="course-grid",
    )
