"""A place in a checked file, and what stands there as a typed value.

Whatever `structure` found fault with reads as absent, so the readers go on past it
and report only what they alone can see: how values fit together.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.catalog.codes import Code
from negosim.catalog.problems import Filling, Findings, Placed, Spot, under
from negosim.catalog.singles import CLOCK
from negosim.catalog.tree import Kind, Mapping, Node, Scalar, Sequence
from negosim.engine.issue import Text


class At:
    """The node at `path`, or nothing; `owner` is where to report what is missing there."""

    __slots__ = ("_bad", "_findings", "node", "owner", "path")

    def __init__(
        self, node: Node | None, findings: Findings, *, bad: set[str], path: str, owner: Placed
    ) -> None:
        self.node = None if path in bad else node
        self.path = path
        self.owner = owner
        self._findings = findings
        self._bad = bad

    def __bool__(self) -> bool:
        """Whether something sound stands here."""
        return self.node is not None

    def field(self, key: str) -> At:
        """The value under a key, absent where there is none."""
        if isinstance(self.node, Mapping):
            for scalar, node in self.node.entries:
                if scalar.text == key:
                    return self._at(node, under(self.path, key), scalar)
        return self._at(None, under(self.path, key), self.owner)

    def rows(self) -> tuple[At, ...]:
        """The items of a list; none where there is no list."""
        if not isinstance(self.node, Sequence):
            return ()
        return tuple(
            self._at(item, under(self.path, place), item)
            for place, item in enumerate(self.node.items)
        )

    def has(self, key: str) -> bool:
        """Whether the key is written at all, soundly or not."""
        return isinstance(self.node, Mapping) and self.node.get(key) is not None

    def entries(self) -> tuple[tuple[str, At], ...]:
        """The keys a file chose, with their values; a value at fault is absent."""
        if not isinstance(self.node, Mapping):
            return ()
        return tuple(
            (key.text, self._at(node, under(self.path, key.text), key))
            for key, node in self.node.entries
        )

    def number(self) -> Fraction | None:
        return self.node.number if isinstance(self.node, Scalar) else None

    def whole(self) -> int | None:
        """A whole number; the shape has made sure that it is one."""
        number = self.number()
        return None if number is None else number.numerator

    def word(self) -> str | None:
        """A name or word as it is written."""
        return self.node.text if isinstance(self.node, Scalar) else None

    def flag(self) -> bool:
        """True where `true` is written; absent is false."""
        scalar = self.node
        return isinstance(scalar, Scalar) and scalar.kind is Kind.FLAG and scalar.truth

    def thousandths(self, unit: int = 1) -> int | None:
        """A number of at most three decimals times `unit`, in thousandths: seconds to ms."""
        number = self.number()
        return None if number is None else int(number * 1000 * unit)

    def time_ms(self) -> int | None:
        """Elapsed time, from "m:ss" or seconds."""
        word = self.word()
        clock = CLOCK.fullmatch(word) if word is not None else None
        if clock:
            return 1000 * (60 * int(clock.group(1)) + int(clock.group(2)))
        return self.thousandths()

    def text(self) -> Text:
        """Words by language, sorted by code so that no order of keys matters; else empty."""
        if isinstance(self.node, Scalar):
            return Text((("", self.node.text.strip()),))
        spoken = ((key, at.word()) for key, at in self.entries())
        return Text(tuple(sorted((key, word.strip()) for key, word in spoken if word is not None)))

    def scalars(self) -> tuple[At, ...]:
        """Each language's words of a text, at their own places."""
        if isinstance(self.node, Scalar):
            return (self,)
        return tuple(at for _, at in self.entries() if at)

    def report(self, code: Code, **fillings: Filling) -> None:
        """Note a fault of the value that stands here."""
        self.report_at(self.node or self.owner, code, **fillings)

    def report_key(self, code: Code, **fillings: Filling) -> None:
        """Note a fault of the key (or list item) under which the value stands."""
        self.report_at(self.owner, code, **fillings)

    def report_at(self, place: Placed, code: Code, **fillings: Filling) -> None:
        self._findings.add(code, place, path=self.path, **fillings)

    def _at(self, node: Node | None, path: str, owner: Placed) -> At:
        return At(node, self._findings, bad=self._bad, path=path, owner=owner)


def start(root: Mapping, findings: Findings, bad: set[str]) -> At:
    """The whole file."""
    return At(root, findings, bad=bad, path="", owner=Spot(root.line, root.column))
