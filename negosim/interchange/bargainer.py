"""What sits behind a seat: somebody who answers whole packages with whole packages.

The protocol between the delegate at the table and whoever decides; a NegMAS negotiator
is one such, a test's stand-in another. Packages are ticks of the profile's grid.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from negosim.engine.record import record
from negosim.interchange.profile import Profile

Outcome = tuple[int, ...]
"""A tick for every issue, each of the profile's grid."""


@record(frozen=True, slots=True)
class Reply:
    """`accepts` what was laid before it, `leaves` for good, or makes a proposal.

    None of the three: it has nothing to say.
    """

    accepts: bool = False
    leaves: bool = False
    proposal: Outcome | None = None


class Bargainer(Protocol):
    """Alternating offers, one reply a turn. It may be asked on after it has accepted."""

    def counter(self, theirs: Outcome | None, at_s: float) -> Reply:
        """The reply to a package (None: there is none yet) at a time of the talks, in seconds."""
        ...


Engage = Callable[[Profile, float], Bargainer]
"""Makes one for a seat: its preferences, and the time by which all must be agreed, in seconds."""
