"""The two sides of the table, and a pair that holds something for each.

Nothing else knows that there are exactly two sides or which number each has.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Side(IntEnum):
    """Vendor and client; the number is the column of a side in every pair and array."""

    VENDOR = 0
    CLIENT = 1

    @property
    def other(self) -> Side:
        return _OTHER[self]

    @property
    def word(self) -> str:
        """`vendor` or `client`, as files and messages spell it."""
        return _WORDS[self]


_OTHER = (Side.CLIENT, Side.VENDOR)
_WORDS = ("vendor", "client")

SIDES = (Side.VENDOR, Side.CLIENT)


class BySide(NamedTuple, Generic[T]):
    """One value a side, read by `pair[side]`."""

    vendor: T
    client: T

    def put(self, side: Side, value: T) -> BySide[T]:
        """The same pair with one side's value exchanged."""
        if side is Side.VENDOR:
            return BySide(value, self.client)
        return BySide(self.vendor, value)
