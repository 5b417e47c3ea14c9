"""The scenario door: the one way in for scenario files, format 1.

Behind it every value of a `Scenario` is trusted. It never crashes on what it reads:
whatever the bytes are, the answer is a scenario or problems.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from pathlib import Path

from negosim.catalog.building import build
from negosim.catalog.plain_data import grow
from negosim.catalog.problems import Findings, Problem, ScenarioError
from negosim.catalog.shelf import find, read
from negosim.catalog.yaml_text import parse
from negosim.engine.record import record
from negosim.engine.scenario import Scenario


@record(frozen=True, slots=True)
class Opened:
    """What became of a file: with an error among the problems there is no scenario."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]


def open_scenario(source: str | Path) -> Opened:
    """Read a file by path or shipped id; never raises for what is in it."""
    path = find(source)
    findings = Findings(str(path))
    data = read(path, findings)
    return Opened(None, findings.problems()) if data is None else _opened(data, findings)


def open_bytes(data: bytes, *, file: str = "<bytes>") -> Opened:
    """The same for bytes already at hand; `file` is what problems call them."""
    return _opened(data, Findings(file))


def check(source: str | Path) -> tuple[Problem, ...]:
    """All problems of a file, errors and warnings, in the order of its text."""
    return open_scenario(source).problems


def load(source: str | Path) -> Scenario:
    """The scenario of a file, warnings or not; ScenarioError with all problems else."""
    return _scenario(open_scenario(source))


def from_mapping(data: AnyMapping[str, object]) -> Scenario:
    """The scenario of a mapping in format 1, as JSON gives it; the same checks.

    `from_mapping(canonical(scenario)) == scenario`. Raises ScenarioError.
    """
    findings = Findings("<mapping>")
    root = grow(data, findings)
    scenario = None if root is None else build(root, findings)
    return _scenario(Opened(scenario, findings.problems()))


def _opened(data: bytes, findings: Findings) -> Opened:
    root = parse(data, findings)
    scenario = None if root is None else build(root, findings)
    return Opened(None if findings.has_errors else scenario, findings.problems())


def _scenario(opened: Opened) -> Scenario:
    if opened.scenario is None:
        raise ScenarioError(opened.problems)
    return opened.scenario
