"""A contest without a network: from collected logs to results a seat, and whom they beat.

Teams are compared only with others in the same seat of the same scenario. Reading
the logs happens in `collect`; the rest is a pure function of the matches.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from negosim.analysis.grade import Letter
from negosim.engine.issue import Text
from negosim.engine.record import but, record
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Ending
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.play.faults import Finding, StoreError, found_sentence
from negosim.play.verify import MatchLog, read_log
from negosim.reports.debrief import Debrief, debrief

FEWEST_TABLES = 3
"""Under this many tables in a seat there is nothing to rank. Source: exercise.md R52."""


class LeftOutCode(StrEnum):
    """Why a log, or a seat of it, does not count."""

    UNREADABLE = "unreadable"
    ALTERED = "altered"
    UNFINISHED = "unfinished"
    NO_TEAM = "no_team"
    SAME_MATCH = "same_match"
    SECOND_TRY = "second_try"
    PLAYED_ON = "played_on"


@record(frozen=True, slots=True)
class LeftOut:
    """A log that does not count; `why` is a sentence in each language."""

    source: str
    code: LeftOutCode
    why: Text


@record(frozen=True, slots=True)
class Played:
    """A finished, sound match with the teams that count; a bot's seat is None there."""

    source: str
    log: MatchLog
    debrief: Debrief
    teams: tuple[str | None, str | None]


@record(frozen=True, slots=True)
class Result:
    """What one team made of one seat. `points` are the walk-away at a breakdown.

    `place` is the contract's worth as a share of the most, 0 at every floor and 1 at
    every quote, None at a breakdown: it breaks ties and is never shown (R5). `tables`
    had the same seat of the same scenario; `match_points` 0..1 are None under three.
    """

    team: str
    side: Side
    source: str
    scenario: str
    board: str
    points: int
    place: Fraction | None
    conduct: Fraction | None
    ending: Ending
    letter: Letter | None
    tables: int = 0
    match_points: Fraction | None = None


def collect(paths: Iterable[str | Path]) -> tuple[tuple[Played, ...], tuple[LeftOut, ...]]:
    """The matches that count, in the order given, and every log that does not."""
    played: list[Played] = []
    left_out: list[LeftOut] = []
    seen: dict[str, str] = {}
    for path in paths:
        found = _read(str(path))
        if isinstance(found, Played):
            match = found.log.header.match
            if match in seen:
                found = _left_out(found.source, LeftOutCode.SAME_MATCH, other=seen[match])
            else:
                seen[match] = found.source
        if isinstance(found, Played):
            played.append(found)
        else:
            left_out.append(found)
    return tuple(played), tuple(left_out)


def results_of(played: Iterable[Played]) -> tuple[tuple[Result, ...], tuple[LeftOut, ...]]:
    """A result for each team and seat, with its match points; a second try does not count."""
    results: list[Result] = []
    left_out: list[LeftOut] = []
    held: dict[tuple[str, str, Side], str] = {}
    for match in played:
        for side in SIDES:
            team = match.teams[side]
            if team is None:
                continue
            result = _result(match, side, team)
            seat = (same_name(team), result.board, side)
            if seat in held:
                code = LeftOutCode.SECOND_TRY
                left_out.append(_left_out(match.source, code, team=team, other=held[seat]))
                continue
            held[seat] = match.source
            results.append(result)
    return tuple(_scored(result, results) for result in results), tuple(left_out)


def same_name(team: str) -> str:
    """One key for spellings of a name that look alike."""
    return unicodedata.normalize("NFKC", team).strip().casefold()


def _read(source: str) -> Played | LeftOut:
    try:
        log = read_log(source)
    except StoreError as error:
        # The report names the file itself.
        why = Text(
            tuple((lang, error.sentence(lang).removeprefix(f"{source}: ")) for lang in LANGUAGES)
        )
        return LeftOut(source, LeftOutCode.UNREADABLE, why)
    finding = log.finding
    if finding is not Finding.FINISHED:
        code = LeftOutCode.UNFINISHED if finding.intact else LeftOutCode.ALTERED
        seq, detail = (log.problem.seq, log.problem.detail) if log.problem else (0, "")
        return LeftOut(
            source,
            code,
            Text(
                tuple(
                    (lang, found_sentence(finding, lang, seq=seq, detail=detail))
                    for lang in LANGUAGES
                )
            ),
        )
    if log.header.origin is not None:
        # Whoever plays on from a move may have looked at both sides' cards before.
        return _left_out(source, LeftOutCode.PLAYED_ON)
    teams = _teams(log, source)
    if teams == (None, None):
        return _left_out(source, LeftOutCode.NO_TEAM)
    try:
        looked_back = debrief(log.scenario, log.events)
    # A chain can be forged whole; an event that no table would have made may then
    # break a report in any way there is. Such a log must not take the contest down.
    except Exception:
        return _left_out(source, LeftOutCode.ALTERED)
    return Played(source, log, looked_back, teams)


def _teams(log: MatchLog, source: str) -> tuple[str | None, str | None]:
    """The team on each side, None for a bot's; a team without a name has its file's."""
    found: list[str | None] = []
    seats = log.state.common.setup.seats if log.state is not None else ()
    for side in SIDES:
        names = []
        for seat in seats:
            sitter = log.header.sitter(seat.name)
            if seat.side is side and sitter is not None and sitter.bot is None:
                names.append(sitter.name.strip() or Path(source).stem)
        found.append(", ".join(dict.fromkeys(names)) or None)
    return found[0], found[1]


def _result(match: Played, side: Side, team: str) -> Result:
    report = match.debrief.sides[side]
    contract = match.debrief.contract
    worth = report.merit.worth
    weights = sum(yard.weight for yard in match.log.scenario.yardsticks[side])
    return Result(
        team=team,
        side=side,
        source=match.source,
        scenario=match.log.scenario.id,
        board=match.log.header.digest,
        points=report.points,
        place=None if worth is None else worth / weights,
        conduct=report.conduct.share,
        ending=match.debrief.outcome.ending,
        letter=None if contract is None else contract.letter,
    )


def _scored(result: Result, results: list[Result]) -> Result:
    """The result with its match points: (beaten + half of ties) / others. Source: R52."""
    others = [
        each.points
        for each in results
        if each is not result and (each.board, each.side) == (result.board, result.side)
    ]
    tables = len(others) + 1
    if tables < FEWEST_TABLES:
        return but(result, tables=tables)
    beaten = sum(points < result.points for points in others)
    tied = sum(points == result.points for points in others)
    return but(result, tables=tables, match_points=Fraction(2 * beaten + tied, 2 * len(others)))


def _left_out(source: str, code: LeftOutCode, **slots: str) -> LeftOut:
    return LeftOut(
        source,
        code,
        Text(
            tuple(
                (lang, catalogue("standings", lang).text(f"left_out.{code.value}", **slots))
                for lang in LANGUAGES
            )
        ),
    )
