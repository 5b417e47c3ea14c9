"""What both sides have bid so far, in order, as whole contracts.

A tactic reads a match as a row of offers of whole contracts. Where an offer names some
issues only, the others stand as they were named last; an issue named for the first
time counts as always having stood there, since naming it is no movement.
"""

from __future__ import annotations

from typing import NamedTuple

from negosim.engine.issue import Terms, no_terms


class Bid(NamedTuple):
    """What an offer or an acceptance named, who made it and when."""

    mine: bool
    terms: Terms
    at_ms: int


class History:
    """Filled from a seat's own stream; the vendor's quote, which stands, is its first bid."""

    __slots__ = ("bids",)

    def __init__(self) -> None:
        self.bids: list[Bid] = []

    def note(self, terms: Terms, *, mine: bool, at_ms: int = 0) -> None:
        self.bids.append(Bid(mine, terms, at_ms))

    def contracts(self, *, mine: bool) -> list[Bid]:
        """A side's bids as contracts, oldest first; None on issues it has never named."""
        bids = [bid for bid in self.bids if bid.mine is mine]
        if not bids:
            return []
        known = first_named([bid.terms for bid in bids])
        out = []
        for bid in bids:
            known = tuple(
                [old if new is None else new for old, new in zip(known, bid.terms, strict=True)]
            )
            out.append(Bid(mine, known, bid.at_ms))
        return out

    def first(self, count: int) -> Terms:
        """The first value that the other side named on each of `count` issues."""
        bids = [bid.terms for bid in self.bids if not bid.mine]
        return first_named(bids) if bids else no_terms(count)

    def heard_before_my_last(self) -> int:
        """How many bids of the other side came before one's own last; 0 without an own."""
        for place in range(len(self.bids) - 1, -1, -1):
            if self.bids[place].mine:
                return sum(not bid.mine for bid in self.bids[:place])
        return 0


def first_named(bids: list[Terms]) -> Terms:
    """On each issue the first value named, None where none is."""
    return tuple(next((tick for tick in run if tick is not None), None) for run in zip(*bids))
