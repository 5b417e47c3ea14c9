"""Where the clock of a running match stands. The only place that asks for the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from negosim.engine.common import Common
from negosim.engine.words import Phase


class Timekeeper(Protocol):
    """Tells the ms of the talks that have passed by the wall."""

    def now_ms(self) -> int: ...

    def introducing_ms(self) -> int:
        """How long the sides have been introducing themselves; 0 in any other phase."""
        ...

    def resume(self, common: Common) -> None:
        """A match starts, or goes on from where its log ended."""

    def heard(self, common: Common) -> None:
        """A move has been made; the talks may have opened with it."""


class Standstill:
    """For table time and no clock: moves carry their own cost, the wall says nothing."""

    def now_ms(self) -> int:
        return 0

    def introducing_ms(self) -> int:
        return 0

    def resume(self, common: Common) -> None:
        """Nothing to take up."""

    def heard(self, common: Common) -> None:
        """Nothing to note."""


class WallTime:
    """Real time since the talks opened. A match taken up again goes on where it stood."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds` is a clock that never goes back, such as `time.monotonic`."""
        self._seconds = seconds
        self._opened_at: float | None = None
        self._introduced_at: float | None = None

    def now_ms(self) -> int:
        if self._opened_at is None:
            return 0
        return int((self._seconds() - self._opened_at) * 1000)

    def introducing_ms(self) -> int:
        if self._introduced_at is None:
            return 0
        return int((self._seconds() - self._introduced_at) * 1000)

    def resume(self, common: Common) -> None:
        if common.phase is Phase.INTRODUCTION:
            self._introduced_at = self._seconds()
        if common.phase in (Phase.TALKS, Phase.BREAK):
            self._opened_at = self._seconds() - common.elapsed_ms / 1000

    def heard(self, common: Common) -> None:
        if common.phase is Phase.INTRODUCTION and self._introduced_at is None:
            self._introduced_at = self._seconds()
        if common.phase is not Phase.INTRODUCTION:
            self._introduced_at = None
        if self._opened_at is None and common.phase in (Phase.TALKS, Phase.BREAK):
            self.resume(common)
