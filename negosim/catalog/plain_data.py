"""From a mapping of plain values, as JSON gives it, to the same nodes as a file's.

Logs carry their scenario this way. There are no places in a text, so every node
stands at 0:0; the same limits hold as for files.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from fractions import Fraction
from math import isfinite

from negosim.catalog.codes import Code, Said
from negosim.catalog.problems import Findings, Spot, under
from negosim.catalog.tree import (
    DEEPEST,
    MOST_NODES,
    Kind,
    Mapping,
    Node,
    Scalar,
    Sequence,
)

_HUGE = 10**30


class _Stop(Exception):
    """Reading cannot go on; the problem has been noted."""


def grow(data: AnyMapping[str, object], findings: Findings) -> Mapping | None:
    """The nodes of a mapping, or None after noting why there are none."""
    try:
        node = _Grower(findings).node(data, 1, path="")
    except _Stop:
        return None
    if isinstance(node, Mapping):
        return node
    findings.add(Code.NOT_A_MAPPING, Spot(), found=Said("something else", "别的东西"))
    return None


class _Grower:
    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._nodes = 0

    def node(self, value: object, depth: int, *, path: str) -> Node:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop(Code.ALIAS_BOMB, path, allowed=str(MOST_NODES))
        if depth > DEEPEST:
            self._stop(Code.TOO_DEEP, path, allowed=str(DEEPEST))
        if isinstance(value, AnyMapping):
            return self._mapping(value, depth, path=path)
        if isinstance(value, (list, tuple)):
            items = tuple(
                self.node(item, depth + 1, path=under(path, place))
                for place, item in enumerate(value)
            )
            return Sequence(0, 0, items)
        return self._scalar(value, path)

    def _mapping(self, value: AnyMapping[object, object], depth: int, *, path: str) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, inner in value.items():
            name = self._scalar(key, path)
            place = under(path, name.text)
            node = self.node(inner, depth + 1, path=place)
            if name.text in entries:
                self._findings.add(Code.DUPLICATE_KEY, name, path=place, found="0")
            else:
                entries[name.text] = (name, node)
        return Mapping(0, 0, tuple(entries.values()))

    def _scalar(self, value: object, path: str) -> Scalar:
        match value:
            case str():
                return Scalar(0, 0, Kind.STRING, value)
            case None:
                return Scalar(0, 0, Kind.NOTHING, "null")
            case bool():
                return Scalar(0, 0, Kind.FLAG, "true" if value else "false")
            case int() if abs(value) < _HUGE:
                return Scalar(0, 0, Kind.NUMBER, str(value), Fraction(value))
            case float() if isfinite(value) and abs(value) < _HUGE:
                decimal = Decimal(repr(value))  # the shortest text, as a file would have it
                return Scalar(0, 0, Kind.NUMBER, format(decimal, "f"), Fraction(decimal))
            case int() | float():
                return Scalar(0, 0, Kind.ODD, "huge" if isinstance(value, int) else str(value))
            case _:
                self._findings.add(
                    Code.WRONG_TYPE,
                    Spot(),
                    path=path,
                    found=Said(
                        f"a value of the type {type(value).__name__}",
                        f"类型为 {type(value).__name__} 的值",
                    ),
                    allowed=Said("text, a number or true/false", "文字、数字或 true/false"),
                )
                raise _Stop

    def _stop(self, code: Code, path: str, *, allowed: str) -> None:
        self._findings.add(code, Spot(), path=path, allowed=allowed)
        raise _Stop
