"""A side's preferences as tables: what the grid holds, and what a package is worth on it."""

from __future__ import annotations

from random import Random

import pytest

from negosim.catalog import load
from negosim.engine.own import Brief
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES, Side
from negosim.engine.view import brief_of
from negosim.engine.yardstick import points
from negosim.interchange.profile import MOST_VALUES, Profile, of_scenario, of_seat

SHIPPED = ("course-grid", "first-deal", "gate", "shortlist", "third-vendor", "tower")


def brief(scenario: str, side: Side) -> Brief:
    return brief_of(load(scenario), side)


def sampled(profile: Profile, count: int, *, worst: bool = True) -> list[tuple[int, ...]]:
    """Packages of the grid drawn by lot; without `worst` only those with nothing ruinous."""
    dice = Random(900_000)
    ticks = [
        [tick for tick in scale.ticks if worst or scale.level(tick) >= 0]
        for scale in profile.scales
    ]
    return [tuple(dice.choice(each) for each in ticks) for _ in range(count)]


def test_a_price_is_named_at_every_level_of_its_own_and_at_even_steps_between() -> None:
    price = of_seat(brief("third-vendor", Side.VENDOR)).scales[0]
    # exercise.md R5: the vendor's price counts 1 to 5 from 188, 214, 240, 275, 310.
    assert {188, 214, 240, 275, 310} <= set(price.ticks)
    assert len(price.ticks) <= MOST_VALUES + 1
    assert max(b - a for a, b in zip(price.ticks, price.ticks[1:])) <= 7


def test_one_value_stands_for_everything_beyond_the_floor() -> None:
    price = of_seat(brief("third-vendor", Side.VENDOR)).scales[0]
    assert [tick for tick in price.ticks if tick < 188] == [187]
    service = of_seat(brief("third-vendor", Side.VENDOR)).scales[2]
    # Nothing lies beyond the vendor's floor on service, the last rung.
    assert service.values == ("m12", "m18", "m24", "m30", "m36")
    assert min(service.levels) > 0


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_whole_points_come_first_and_worth_only_breaks_ties(scenario: str, side: Side) -> None:
    own = brief(scenario, side)
    profile = of_seat(own)
    for package in sampled(profile, 200, worst=False):
        over = profile.utility(package) - points(own.yardsticks, package)
        assert -1e-9 <= over < 1


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_package_with_a_value_beyond_the_floor_is_worse_than_none(
    scenario: str, side: Side
) -> None:
    profile = of_seat(brief(scenario, side))
    best = tuple(
        max(scale.ticks, key=lambda tick, scale=scale: scale.level(tick))
        for scale in profile.scales
    )
    assert profile.utility(best) > profile.reserved
    for place, scale in enumerate(profile.scales):
        for tick in scale.ticks:
            if scale.level(tick) < 0:
                ruined = (*best[:place], tick, *best[place + 1 :])
                assert profile.utility(ruined) < min(0, profile.reserved)


def test_what_a_colleague_would_veto_counts_as_beyond_the_floor() -> None:
    service = of_seat(brief("third-vendor", Side.CLIENT)).scales[2]
    # Mr Zhou vetoes m18 and less (third-vendor.yaml); the client's floor is m12.
    assert service.values == ("m18", "m24", "m30", "m36")
    assert [level < 0 for level in service.levels] == [True, False, False, False]


@pytest.mark.parametrize("scenario", SHIPPED)
def test_both_sides_of_a_domain_name_the_same_values_and_score_as_the_engine(
    scenario: str,
) -> None:
    whole = load(scenario)
    profiles = of_scenario(whole)
    assert [scale.ticks for scale in profiles.vendor.scales] == [
        scale.ticks for scale in profiles.client.scales
    ]
    for package in sampled(profiles.vendor, 50):
        reached = score(whole, package).points
        assert [profile.utility(package) for profile in profiles] == list(reached)
    assert [profile.reserved for profile in profiles] == list(whole.walk_away)


def test_values_of_an_issue_are_of_one_type() -> None:
    # NegMAS takes no others; tower's price goes by halves.
    for scenario in SHIPPED:
        for scale in of_scenario(load(scenario)).vendor.scales:
            assert len({type(value) for value in scale.values}) == 1, (scenario, scale.issue)
