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

    other: Side
    sign: int
    """+1 for the vendor, -1 for the client: how `Issue.toward_vendor` turns for a side."""
    word: str
    """`vendor` or `client`, as files and messages spell it."""


SIDES = (Side.VENDOR, Side.CLIENT)

# Attributes, not properties: a property is a call, and `other` is asked for at every turn.
Side.VENDOR.other, Side.CLIENT.other = Side.CLIENT, Side.VENDOR
Side.VENDOR.sign, Side.CLIENT.sign = 1, -1
Side.VENDOR.word, Side.CLIENT.word = "vendor", "client"


class BySide(NamedTuple, Generic[T]):
    """One value a side, read by `pair[side]`."""

    vendor: T
    client: T

    def put(self, side: Side, value: T) -> BySide[T]:
        """The same pair with one side's value exchanged."""
        # What the constructor does in the end, in a third of its time: a move puts two or three.
        return tuple.__new__(BySide, (self.vendor, value) if side else (value, self.client))
