"""What stores and logs refuse with, in words for people.

A `StoreError` says why something could not be written or read; a `LogProblem` says
where a log stops being what negosim wrote. Nothing here reads or writes a log.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.errors import NegosimError
from negosim.engine.record import record
from negosim.language.catalogue import catalogue


class StoreFault(StrEnum):
    """Why a store refuses; stable words."""

    NO_FILE = "no_file"
    CANNOT_READ = "cannot_read"
    CANNOT_WRITE = "cannot_write"
    TOO_LARGE = "too_large"
    NOT_A_LOG = "not_a_log"
    HEADER_CUT = "header_cut"
    WRONG_VERSION = "wrong_version"
    BAD_SCENARIO = "bad_scenario"
    DAMAGED = "damaged"
    IN_USE = "in_use"
    NO_MATCH = "no_match"
    MATCH_EXISTS = "match_exists"
    WRONG_SEQ = "wrong_seq"
    NO_EVENTS = "no_events"


class StoreError(NegosimError):
    """A store or a log that cannot be used; nothing has been written.

    `where` is the file or match; `sentence` says it in a language.
    """

    def __init__(self, fault: StoreFault, where: str, **slots: object) -> None:
        """`slots` fill the sentence; one that depends on the language is a function of it."""
        self.fault = fault
        self.where = where
        self._slots = slots
        super().__init__(self.sentence("en"))

    def sentence(self, lang: str) -> str:
        """What is wrong and what is allowed, with the place in front."""
        slots = {key: fill(lang) if callable(fill) else fill for key, fill in self._slots.items()}
        said = catalogue("logs", lang).text(f"fault.{self.fault}", **slots)
        return f"{self.where}: {said}"


class Finding(StrEnum):
    """What became of a log when it was looked through; stable words."""

    FINISHED = "finished"
    UNFINISHED = "unfinished"
    CUT = "cut"
    HEADER_ALTERED = "header_altered"
    SCENARIO_ALTERED = "scenario_altered"
    EVENT_ALTERED = "event_altered"
    EVENT_UNREADABLE = "event_unreadable"
    WRONG_START = "wrong_start"
    NOT_PLAYABLE = "not_playable"
    CONTRACT_UNSIGNED = "contract_unsigned"
    AFTER_THE_END = "after_the_end"

    @property
    def intact(self) -> bool:
        """Whether the log is whole and as it was written, the match over or not."""
        return self in (Finding.FINISHED, Finding.UNFINISHED)


@record(frozen=True, slots=True)
class LogProblem:
    """The first fault of a log. `seq` is the event's number, 0 for the header.

    `detail` is what a reader further down said, in English; it may be empty.
    """

    finding: Finding
    seq: int
    detail: str = ""

    def sentence(self, lang: str) -> str:
        return found_sentence(self.finding, lang, seq=self.seq, detail=self.detail)


def found_sentence(finding: Finding, lang: str, *, seq: int, detail: str = "") -> str:
    """A finding for people; `seq` is the event it is about."""
    said = catalogue("logs", lang).text(f"finding.{finding}", seq=seq)
    return f"{said} ({detail})" if detail else said
