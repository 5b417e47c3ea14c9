"""The whole state of a match: the secret scenario, common knowledge, each side's own half."""

from __future__ import annotations

from negosim.engine.common import Common
from negosim.engine.own import Brief, Own
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import BySide


@record(frozen=True, slots=True)
class MatchState:
    """`before` is the state before the last entry at a spoken table, while nothing followed
    that could not be unsaid with it."""

    scenario: Scenario
    briefs: BySide[Brief]
    common: Common
    own: BySide[Own]
    before: MatchState | None = None


@record(frozen=True, slots=True)
class SeatView:
    """All that one seat knows: brief, common knowledge, its side's own half.

    It holds no state and no scenario; whatever is worked out from it is therefore
    free of the other side's secrets.
    """

    seat: str
    brief: Brief
    common: Common
    own: Own


def is_same(one: SeatView | None, other: SeatView) -> bool:
    """Whether two views are of one seat at one moment: made of the very same parts."""
    return (
        one is not None
        and one.common is other.common
        and one.own is other.own
        and one.brief is other.brief
        and one.seat == other.seat
    )
