"""Profiles as NegMAS has them: an outcome space, linear additive utilities, a scenario."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from pathlib import Path
from typing import Any

from negosim.engine.scenario import Scenario
from negosim.interchange.profile import Profile, Scale, of_scenario

FILE_TYPE = "yml"
"""Of what NegMAS 0.16 writes the only form that it reads back as it was: JSON is not found,
XML turns numbers into text."""


def space_of(name: str, scales: Iterable[Scale]) -> Any:
    """A discrete Cartesian outcome space; values are those of the wire. Needs NegMAS."""
    from negmas.outcomes import make_issue, make_os

    return make_os([make_issue(list(scale.values), scale.issue) for scale in scales], name=name)


def utility_of(profile: Profile, *, outcome_space: Any) -> Any:
    """A `LinearAdditiveUtilityFunction`: weight times the level of each value. Needs NegMAS."""
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.value_fun import TableFun

    return LinearAdditiveUtilityFunction(
        {
            scale.issue: TableFun(dict(zip(scale.values, scale.levels, strict=True)))
            for scale in profile.scales
        },
        weights={scale.issue: float(scale.weight) for scale in profile.scales},
        outcome_space=outcome_space,
        reserved_value=float(profile.reserved),
        name=profile.name,
    )


def write_domain(scenario: Scenario, folder: Path) -> int:
    """Write the scenario and both sides' secrets as files that `negmas.inout.Scenario` loads.

    The utility of an outcome is its points (R44), the reserved value the walk-away (R43).
    Returns how many outcomes there are. Raises OSError; needs NegMAS.
    """
    from negmas.inout import Scenario as Domain

    profiles = of_scenario(scenario)
    # The profiles are named by their sides, and each name becomes a file.
    name = f"{scenario.id}-domain" if scenario.id in ("vendor", "client") else scenario.id
    space = space_of(name, profiles.vendor.scales)
    utilities = tuple(utility_of(profile, outcome_space=space) for profile in profiles)
    Domain(outcome_space=space, ufuns=utilities).dumpas(folder, type=FILE_TYPE)
    return prod(len(scale.ticks) for scale in profiles.vendor.scales)
