"""What the smallest pieces of JSON mean in one scenario: ids, values, words.

Each reader gets JSON of the right form (`models` has checked it) and raises Misread
where the scenario has no such issue, benefit or value. `decode` puts them together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Never

from negosim.engine.issue import Text, bits
from negosim.engine.sides import SIDES
from negosim.engine.yardstick import MOST_LEVEL
from negosim.wire.agenda import Agenda, Measure, Value
from negosim.wire.errors import Step, WireFault, quoted
from negosim.wire.kinds import Leaf

Reader = Callable[[Any, Agenda, Measure | None], Any]
"""JSON of the right form, the scenario's public facts, the issue it stands under -> value."""


class Misread(Exception):
    """A fault on its way out; each level adds its own step of the path in front."""

    def __init__(self, fault: WireFault, what: str, allowed: str, *steps: Step) -> None:
        super().__init__(what)
        self.fault = fault
        self.what = what
        self.allowed = allowed
        self.steps: deque[Step] = deque(steps)


def _as_it_is(data: Any, agenda: Agenda, at: Measure | None) -> Any:
    return data


def _read_text(words: dict[str, str], agenda: Agenda, at: Measure | None) -> Text:
    return Text(tuple(words.items()))


def _read_issue(id_: str, agenda: Agenda, at: Measure | None) -> int:
    place = agenda.places.get(id_)
    return no_issue(id_, agenda) if place is None else place


def _read_issues(ids: list[str], agenda: Agenda, at: Measure | None) -> tuple[int, ...]:
    return _each(ids, _read_issue, agenda)


def _read_order(ids: list[str], agenda: Agenda, at: Measure | None) -> tuple[int, ...]:
    places = _distinct(ids, agenda)
    if places and len(places) < len(agenda.issues):
        missing = [id_ for id_ in agenda.issues if id_ not in ids]
        raise Misread(
            WireFault.INCOMPLETE,
            f"leaves out {', '.join(missing)}",
            "every issue once, the most important first",
        )
    return places


def _read_issue_set(ids: list[str], agenda: Agenda, at: Measure | None) -> int:
    return bits(_distinct(ids, agenda))


def _read_benefit(id_: str, agenda: Agenda, at: Measure | None) -> int:
    place = agenda.rewards.get(id_)
    if place is None:
        raise Misread(
            WireFault.UNKNOWN_BENEFIT,
            f"there is no benefit {quoted(id_)}",
            ", ".join(agenda.benefits) or "none: this scenario lists no benefits",
        )
    return place


def _read_benefits(ids: list[str], agenda: Agenda, at: Measure | None) -> tuple[int, ...]:
    return _each(ids, _read_benefit, agenda)


def _read_terms(
    terms: dict[str, Value] | None, agenda: Agenda, at: Measure | None
) -> tuple[int | None, ...]:
    if terms is None:
        return ()
    out: list[int | None] = [None] * len(agenda.issues)
    for id_, value in terms.items():
        place = agenda.places.get(id_)
        if place is None:
            no_issue(id_, agenda, id_)
        out[place] = _tick(value, agenda.measures[place], id_)
    return tuple(out)


def _read_tick(value: Value, agenda: Agenda, at: Measure | None) -> int:
    return _tick(value, under(at))


def _read_size(size: int | float, agenda: Agenda, at: Measure | None) -> int:
    measure = under(at)
    ticks = measure.size_ticks(size)
    if ticks is None:
        raise Misread(
            WireFault.NOT_A_VALUE,
            f"{size} is not a whole number of steps",
            "a number of rungs" if measure.rungs else measure.allowed(),
        )
    return ticks


def _read_levels(levels: list[Value], agenda: Agenda, at: Measure | None) -> tuple[int, ...]:
    measure = under(at)
    count = measure.rungs or MOST_LEVEL
    if len(levels) != count:
        raise Misread(WireFault.INCOMPLETE, f"has {len(levels)} entries", f"{count} entries")
    if not measure.rungs:
        return tuple(_tick(value, measure, place) for place, value in enumerate(levels))
    for place, level in enumerate(levels):
        if level not in range(1, MOST_LEVEL + 1):
            raise Misread(
                WireFault.NOT_A_VALUE,
                f"{_said(level)} is not a level",
                f"1 to {MOST_LEVEL}",
                place,
            )
    return tuple(int(level) for level in levels)


def _read_grid(grid: Any, agenda: Agenda, at: Measure | None) -> tuple[()]:
    return ()  # it follows from the marks: `codec` works it out again


def _tick(value: Value, measure: Measure, *steps: Step) -> int:
    tick = measure.tick(value)
    if tick is None:
        raise Misread(
            WireFault.NOT_A_VALUE,
            f"{_said(value)} is not "
            + ("an option" if measure.rungs else "a value on the issue's step"),
            measure.allowed(),
            *steps,
        )
    return tick


def no_issue(id_: str, agenda: Agenda, *steps: Step) -> Never:
    raise Misread(
        WireFault.UNKNOWN_ISSUE,
        f"there is no issue {quoted(id_)}",
        ", ".join(agenda.issues),
        *steps,
    )


def _distinct(ids: list[str], agenda: Agenda) -> tuple[int, ...]:
    places = _each(ids, _read_issue, agenda)
    for here, place in enumerate(places):
        if place in places[:here]:
            raise Misread(
                WireFault.REPEATED,
                f"{agenda.issues[place]} stands twice",
                "every issue once at most",
                here,
            )
    return places


def _each(data: Iterable[Any], read_one: Reader, agenda: Agenda) -> tuple[int, ...]:
    out = []
    for place, each in enumerate(data):
        try:
            out.append(read_one(each, agenda, None))
        except Misread as error:
            error.steps.appendleft(place)
            raise
    return tuple(out)


def _said(value: Value) -> str:
    return quoted(value) if isinstance(value, str) else str(value)


def under(at: Measure | None) -> Measure:
    if at is None:  # a shape with ticks outside any issue: a mistake in `shapes`
        raise TypeError("a tick stands under no issue")
    return at


_SIDES = {side.word: side for side in SIDES}

LEAF_READERS: Mapping[Leaf, Reader] = MappingProxyType(
    {
        Leaf.FLAG: _as_it_is,
        Leaf.COUNT: _as_it_is,
        # An amount is the decimal as it is written, not the float nearest to it.
        Leaf.AMOUNT: lambda amount, agenda, at: Fraction(str(amount)),
        Leaf.WORDS: _as_it_is,
        Leaf.TEXT: _read_text,
        Leaf.SIDE: lambda word, agenda, at: _SIDES[word],
        Leaf.ISSUE: _read_issue,
        Leaf.BENEFIT: _read_benefit,
        Leaf.ISSUES: _read_issues,
        Leaf.ORDER: _read_order,
        Leaf.ISSUE_SET: _read_issue_set,
        Leaf.BENEFITS: _read_benefits,
        Leaf.TERMS: _read_terms,
        Leaf.TICK: _read_tick,
        Leaf.SIZE: _read_size,
        Leaf.DIRECTION: _as_it_is,
        Leaf.LEVELS: _read_levels,
        Leaf.GRID: _read_grid,
    }
)
