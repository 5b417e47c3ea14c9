"""The outcome space of a scenario, folded issue by issue and never listed.

Each issue falls into *cells*, runs of values that score the same for both sides;
folding the cells of all issues counts how many contracts give each pair of
points. Only contracts inside both sides' floors are counted here; walk-aways and
what is worth having among them belong to `reference`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import prod

from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES
from negosim.engine.yardstick import MOST_LEVEL, Yardstick

Pair = tuple[int, int]
"""Points of a contract: vendor's, client's."""


@record(frozen=True, slots=True)
class Cell:
    """A run of an issue's ticks, `first..last`, and the points each of them gives."""

    vendor: int
    client: int
    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@record(frozen=True, slots=True)
class Space:
    """How many contracts inside both floors give each pair of points.

    `grids[k]` counts contracts over the first k issues. A grid is one whole
    number whose digit at place `vendor points * columns + client points`, in base
    256 ** `digit`, is that count: a cell then shifts the grid and adds it, and
    43 million contracts fold in a few hundred additions (Kronecker substitution).
    No digit overflows, since `digit` holds twice the number of all contracts.
    """

    cells: tuple[tuple[Cell, ...], ...]
    columns: int
    digit: int
    grids: tuple[int, ...]

    @property
    def contracts(self) -> int:
        """All contracts inside both floors, walk-aways left aside."""
        return prod(sum(cell.size for cell in run) for run in self.cells)

    def count(self, pair: Pair) -> int:
        """Contracts that give exactly these points."""
        return self._at(len(self.cells), *pair)

    def rows(self) -> Iterator[tuple[int, int]]:
        """(vendor's points, their row of client points), rows that hold anything, upward.

        A row's digit at place c counts the contracts that give the client c.
        """
        width = self.columns * self.digit
        grid = self.grids[-1]
        packed = grid.to_bytes((grid.bit_length() + 7) // 8, "little")
        for vendor, start in enumerate(range(0, len(packed), width)):
            row = int.from_bytes(packed[start : start + width], "little")
            if row:
                yield vendor, row

    def pairs(self) -> Iterator[Pair]:
        """Every pair of points that some contract inside both floors gives, upward."""
        for vendor, row in self.rows():
            packed = row.to_bytes((row.bit_length() + 7) // 8, "little")
            for client, start in enumerate(range(0, len(packed), self.digit)):
                if any(packed[start : start + self.digit]):
                    yield vendor, client

    def above(self, row: int, client: int) -> tuple[int, int]:
        """Contracts of a row that give the client at least this, and the most it gives.

        (0, -1) when there is none.
        """
        bits = 8 * self.digit
        rest = row >> (bits * client)
        if not rest:
            return 0, -1
        # 2 ** bits leaves 1 when divided by 2 ** bits - 1, so the remainder is the sum of digits.
        return rest % ((1 << bits) - 1), client + (rest.bit_length() - 1) // bits

    def example(self, pair: Pair) -> tuple[int, ...]:
        """A contract inside both floors that gives these points, values from mid-cell.

        Always the same one for the same space. ValueError when none gives them.
        """
        vendor, client = pair
        ticks: list[int] = []
        for place in range(len(self.cells) - 1, -1, -1):
            for cell in self.cells[place]:
                if self._at(place, vendor - cell.vendor, client - cell.client):
                    break
            else:
                raise ValueError(f"no contract gives {pair[0]} and {pair[1]} points")
            ticks.append((cell.first + cell.last) // 2)
            vendor, client = vendor - cell.vendor, client - cell.client
        return tuple(reversed(ticks))

    def _at(self, issues: int, vendor: int, client: int) -> int:
        if vendor < 0 or not 0 <= client < self.columns:
            return 0
        bits = 8 * self.digit
        return self.grids[issues] >> (bits * (vendor * self.columns + client)) & ((1 << bits) - 1)


def space_of(scenario: Scenario) -> Space:
    """The scenario's contracts inside both floors, folded. Source: cli.md `analyse`."""
    cells = tuple(_cells(scenario, place) for place in range(len(scenario.issues)))
    contracts = prod(sum(cell.size for cell in run) for run in cells)
    columns = 1 + MOST_LEVEL * sum(yard.weight for yard in scenario.yardsticks.client)
    digit = (2 * contracts).bit_length() // 8 + 1
    grid, grids = 1, [1]
    for run in cells:
        grid = sum(
            cell.size * grid << (8 * digit * (cell.vendor * columns + cell.client)) for cell in run
        )
        grids.append(grid)
    return Space(cells, columns, digit, tuple(grids))


def outcomes(scenario: Scenario) -> int:
    """Every combination of values: a ladder's options, a numeric issue's steps from the
    lowest to the highest mark of either side. Source: cli.md `analyse`."""
    total = 1
    for place in range(len(scenario.issues)):
        lowest, highest = _reach(scenario, place)
        total *= highest - lowest + 1
    return total


def _reach(scenario: Scenario, place: int) -> tuple[int, int]:
    """The lowest and the highest tick that `outcomes` counts on an issue."""
    issue = scenario.issues[place]
    if issue.is_ladder:
        return 0, len(issue.options) - 1
    ticks = [
        tick
        for side in SIDES
        for marks in (scenario.marks[side][place],)
        for tick in (marks.quote, marks.target, marks.floor)
    ]
    return min(ticks), max(ticks)


def _cells(scenario: Scenario, place: int) -> tuple[Cell, ...]:
    """An issue's cells inside both floors, from the lowest tick up; () without a zone."""
    lowest, highest = _reach(scenario, place)
    yards = [scenario.yardsticks[side][place] for side in SIDES]
    for yard in yards:
        if yard.sign > 0:
            lowest = max(lowest, yard.floor_gain)
        else:
            highest = min(highest, -yard.floor_gain)
    if lowest > highest:
        return ()
    vendor, client = yards
    cuts = {tick for yard in yards for tick in _changes(yard) if lowest < tick <= highest}
    starts = [lowest, *sorted(cuts)]
    ends = [tick - 1 for tick in starts[1:]] + [highest]
    return tuple(
        Cell(vendor.weight * vendor.level(first), client.weight * client.level(first), first, last)
        for first, last in zip(starts, ends, strict=True)
    )


def _changes(yard: Yardstick) -> Iterator[int]:
    """Every tick whose level differs from that of the tick below it."""
    if yard.by_option:
        for tick, (below, level) in enumerate(pairwise(yard.by_option), 1):
            if level != below:
                yield tick
        return
    for threshold in yard.thresholds:
        gain = -(-threshold // 2)
        yield gain if yard.sign > 0 else 1 - gain
