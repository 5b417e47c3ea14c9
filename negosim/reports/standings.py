"""The standings of a contest as a value: teams in order, their results, what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

from negosim.analysis.grade import Letter
from negosim.engine.record import but, record
from negosim.reports.contest import LeftOut, Played, Result, collect, results_of, same_name

NOTHING = Fraction(-1)
"""Where a result has no worth or no conduct: below all that there can be."""


@record(frozen=True, slots=True)
class TeamLine:
    """A team over all its rounds.

    `match_points` 0..1: the mean of its ranked seats, None when it has none, and then
    `rank` is None too; `case_points`: the sum over all its seats; `letters` in the
    order played, None for a breakdown. Source: exercise.md R44, R51, R52.
    """

    rank: int | None
    team: str
    match_points: Fraction | None
    case_points: int
    letters: tuple[Letter | None, ...]
    results: tuple[Result, ...]


@record(frozen=True, slots=True)
class Standings:
    """Teams from the first place down, those without a rank last; logs left out."""

    teams: tuple[TeamLine, ...]
    left_out: tuple[LeftOut, ...]


def standings(paths: Iterable[str | Path]) -> Standings:
    """The standings of collected log files. Never fails on what a file holds."""
    played, left_out = collect(paths)
    found = standings_of(played)
    return but(found, left_out=left_out + found.left_out)


def standings_of(played: Iterable[Played]) -> Standings:
    """The standings of matches that have been read already."""
    results, left_out = results_of(played)
    by_team: dict[str, list[Result]] = {}
    for result in results:
        by_team.setdefault(same_name(result.team), []).append(result)
    keyed = sorted(
        ((_key(each), _line(each)) for each in by_team.values()),
        key=lambda pair: pair[0],
        reverse=True,
    )
    lines: list[TeamLine] = []
    for place, (key, line) in enumerate(keyed, 1):
        if line.match_points is None:
            lines.append(line)
        elif place > 1 and key == keyed[place - 2][0]:
            lines.append(but(line, rank=lines[-1].rank))
        else:
            lines.append(but(line, rank=place))
    return Standings(tuple(lines), left_out)


def _line(results: Sequence[Result]) -> TeamLine:
    return TeamLine(
        rank=None,
        team=results[0].team,
        match_points=_match_points(results),
        case_points=sum(result.points for result in results),
        letters=tuple(result.letter for result in results),
        results=tuple(results),
    )


def _match_points(results: Sequence[Result]) -> Fraction | None:
    """The mean over the seats that have any: averaged over rounds (R52)."""
    ranked = [each.match_points for each in results if each.match_points is not None]
    return _mean(ranked) if ranked else None


def _key(results: Sequence[Result]) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """R44's order, averaged over rounds: match points, points, worth, conduct."""
    return (
        NOTHING if (points := _match_points(results)) is None else points,
        _mean([Fraction(each.points) for each in results]),
        _mean([NOTHING if each.place is None else each.place for each in results]),
        _mean([NOTHING if each.conduct is None else each.conduct for each in results]),
    )


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
