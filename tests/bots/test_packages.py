"""Two packages laid out by a bot: one concession as a choice, of which one is given (R33)."""

from __future__ import annotations

import arena
import built
import pytest

from negosim.bots import roster
from negosim.bots.ledger import Ledger
from negosim.bots.manners import MANNERS
from negosim.bots.scale import Scale
from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.concession import merged
from negosim.engine.naming import package_points
from negosim.engine.preview import preview
from negosim.engine.sides import Side
from negosim.engine.view import brief_of

SEEDS = range(900_000, 900_006)
PRICE, SERVICE = 0, 2
USERS = [name for name in roster.personas() if MANNERS[name].lays_out]


def laid_out(player: arena.Noting) -> list[m.Offer]:
    return [each for each in player.moves if isinstance(each, m.Offer) and each.second is not None]


@pytest.mark.parametrize("scenario", ["third-vendor", "tower"])
@pytest.mark.parametrize("name", USERS)
def test_who_thinks_in_packages_lays_two_out_once_or_twice(name: str, scenario: str) -> None:
    games = [arena.play(load(scenario), "course", name, seed=seed) for seed in SEEDS]
    offers = [len(laid_out(game.client)) for game in games]
    assert max(offers) <= MANNERS[name].lays_out <= 2
    assert sum(map(bool, offers)) >= len(SEEDS) // 2
    assert not any(laid_out(game.vendor) for game in games)


@pytest.mark.parametrize("name", [each for each in roster.personas() if each not in USERS])
def test_nobody_else_does(name: str) -> None:
    assert not laid_out(arena.play(load("third-vendor"), "course", name, seed=SEEDS[0]).client)


@pytest.mark.parametrize("name", USERS)
def test_the_two_cost_alike_keep_the_rules_and_differ_in_what_they_give(name: str) -> None:
    for seed in SEEDS:
        match = arena.play(load("third-vendor"), "course", name, seed=seed)
        for view, move in match.client.made:
            if not isinstance(move, m.Offer) or move.second is None:
                continue
            one = merged(move.give, move.want)
            two = merged(move.second.give, move.second.want)
            # R33: within one own point of each other.
            assert abs(package_points(view, one, two) - package_points(view, two, one)) <= 1
            given = [
                {issue for issue, tick in enumerate(give) if tick is not None}
                for give in (move.give, move.second.give)
            ]
            one_way, other_way = given[0] - given[1], given[1] - given[0]
            assert len(one_way) == len(other_way) == 1
            # A numeric value laid out and not taken would still be a step (R26).
            assert all(match.scenario.issues[i].is_ladder for i in one_way | other_way)
            # The table does not know that a bot sits there and misses its unspoken asking (B3).
            faults = {each.code for each in preview(view, move).rulings if not each.kept}
            assert faults <= {"unasked"}


# -- what is given of them ----------------------------------------------------------------

ONE, TWO = (190, None, None, None), (None, None, 2, None)
"""20 of 95 ticks of weight 4 out of 10, or two of four rungs of weight 2."""


def laid() -> Ledger:
    """The client's ledger when its quotes stood and it has laid the two out."""
    ledger = Ledger(Scale(brief_of(built.third_vendor(), Side.CLIENT)))
    ledger.start((170, 4, 4, 4))
    ledger.earn(0.3)
    ledger.lay_out(ONE, TWO)
    ledger.spend(ONE, answers=True)
    return ledger


def test_only_the_package_that_the_other_side_prefers_is_paid_for() -> None:
    ledger = laid()
    assert ledger.credit == pytest.approx(0.3 - 0.4 * 20 / 95)
    ledger.exchange(TWO)
    assert ledger.credit == pytest.approx(0.3 - 0.2 * 2 / 4)
    assert ledger.conceded == 1


def test_what_was_laid_out_and_not_chosen_is_not_where_a_bot_stands() -> None:
    ledger = laid()
    assert ledger.withheld() == {SERVICE: 4}
    ledger.exchange(TWO)
    assert ledger.withheld() == {PRICE: 170}


def test_what_has_been_given_after_all_is_not_withheld_any_more() -> None:
    ledger = laid()
    ledger.spend((190, None, 3, None), answers=True)
    assert ledger.withheld() == {SERVICE: 3}
    ledger.spend((190, None, 2, None), answers=True)
    assert ledger.withheld() == {}
