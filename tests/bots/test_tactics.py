"""The field's tactics bid by their formulas, accept by their conditions, and stay lawful.

Expected shares are worked out by hand from the formulas of the papers that
`tactics/aspiration.py` and `tactics/accepting.py` name.
"""

from __future__ import annotations

from itertools import product

import arena
import built
import pytest

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.bots.picture import Picture
from negosim.bots.scale import Scale
from negosim.bots.tactics import aspiration
from negosim.bots.tactics.accepting import Moment, accepts
from negosim.bots.tactics.characters import TACTICS, tactic
from negosim.bots.tactics.forms import Acceptance, Accepts, Bidding, Bids
from negosim.bots.tactics.history import History
from negosim.bots.tactics.outcomes import Outcomes
from negosim.bots.tactics.talks import Talks, fine_points
from negosim.engine import moves as m
from negosim.engine.concession import merged
from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Ending
from negosim.play.table import MatchTable

THIRD = built.third_vendor()
FIRST = built.scenario_of(
    built.numeric("price", (1, 17, 15, 13), (2, 13, 15, 17)),
    built.ladder("delivery", (35, 28, 21, 14, 10), (2, 0, 2, 4), (1, 4, 2, 0)),
    id="first-deal",
    walk_away=built.BySide(5, 9),
)
"""The figures of scenarios/first-deal.yaml."""
GRID = built.course_grid()


# -- what is asked for ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("e", "t", "share"),
    [
        # 1 - t^(1/e): Boulware holds until late, the conceder has given half at a quarter.
        (0.2, 0.0, 1.0),
        (0.2, 0.5, 1 - 0.5**5),
        (0.2, 1.0, 0.0),
        (1.0, 0.25, 0.75),
        (1.0, 0.5, 0.5),
        (2.0, 0.25, 0.5),
        (2.0, 1.0, 0.0),
        (1.0, 1.4, 0.0),
    ],
)
def test_time_dependent_tactics_follow_their_curve(e: float, t: float, share: float) -> None:
    assert aspiration.time_dependent(t, e) == pytest.approx(share)


def test_relative_tit_for_tat_cuts_its_demand_by_the_same_part() -> None:
    # From 0.8 to 0.6 they have cut a quarter of what they ask for.
    assert aspiration.relative(0.8, before=0.8, now=0.6) == pytest.approx(0.6)
    assert aspiration.relative(0.8, before=1.2, now=1.2) == 0.8
    # Who takes back is answered by taking back, never beyond one's quotes.
    assert aspiration.relative(0.9, before=0.5, now=1.0) == 1.0


def test_random_absolute_tit_for_tat_gives_what_it_got_and_a_little_by_lot() -> None:
    assert aspiration.random_absolute(0.8, 0.9, 0.7, extra=0.0) == pytest.approx(0.6)
    assert aspiration.random_absolute(0.8, 0.9, 0.9, extra=0.03) == pytest.approx(0.77)


def test_averaged_tit_for_tat_takes_the_mean_of_a_window_of_changes() -> None:
    # Ratios 0.5, 1, 0.9: the mean of the last two is 0.95.
    assert aspiration.averaged(0.8, [1.0, 0.5, 0.5, 0.45], window=2) == pytest.approx(0.76)
    one = aspiration.averaged(0.8, [1.0, 0.5, 0.4], window=1)
    assert one == aspiration.relative(0.8, 0.5, 0.4)


def test_the_hybrid_is_time_at_first_and_ever_more_of_it_later() -> None:
    # The Bézier curve alone before the third bid: 0.9 at the start, 0.675 half-way.
    assert aspiration.hybrid(0.0, 0.9, [1.0], news=True) == pytest.approx(0.9)
    assert aspiration.hybrid(0.5, 0.9, [1.0, 0.9], news=True) == pytest.approx(0.675)
    # Changes 0.1 and 0.2 weigh 0.25 and 0.75; μ = 0.5 · 1.5: 0.7 - 0.75 · 0.175 = 0.56875,
    # three quarters of it and a quarter of the curve's 0.675.
    mixed = aspiration.hybrid(0.5, 0.7, [1.0, 0.9, 0.7], news=True)
    assert mixed == pytest.approx(0.75 * 0.56875 + 0.25 * 0.675)
    assert aspiration.hybrid(1.0, 0.7, [1.0, 0.9, 0.7], news=True) == pytest.approx(0.4)
    # What has been answered is not answered again.
    still = aspiration.hybrid(0.5, 0.7, [1.0, 0.9, 0.7], news=False)
    assert still == pytest.approx(0.75 * 0.7 + 0.25 * 0.675)


def test_micro_goes_on_only_while_the_other_side_has_named_as_many_bids() -> None:
    assert [aspiration.micro(own, 2) for own in range(5)] == [0, 1, 2, 2, 3]
    # Weights 4, 3, 2, 1: a level of an average issue is worth 2.5 points; of eight issues
    # with 36 points a level, a quarter of those.
    assert aspiration.score_level(1, 180, range(1, 9)) == 171
    assert [aspiration.score_level(place, 50, (3, 4, 2, 1)) for place in range(3)] == [50, 47.5, 45]


# -- what is accepted ----------------------------------------------------------------------

HEARD = ((0.1, 0.7), (0.6, 0.3), (0.9, 0.4))


@pytest.mark.parametrize(
    ("acceptance", "offered", "own", "t", "taken"),
    [
        (Acceptance(Accepts.NEXT), 0.5, 0.5, 0.1, True),
        (Acceptance(Accepts.NEXT), 0.49, 0.5, 0.99, False),
        (Acceptance(Accepts.NEXT, factor=1.1), 0.46, 0.5, 0.1, True),
        (Acceptance(Accepts.NEXT, bonus=0.02), 0.48, 0.5, 0.1, True),
        (Acceptance(Accepts.CONST, share=0.6), 0.6, 0.9, 0.1, True),
        (Acceptance(Accepts.CONST, share=0.6), 0.59, 0.1, 0.9, False),
        (Acceptance(Accepts.TIME, late=0.9), 0.01, 0.9, 0.9, True),
        (Acceptance(Accepts.TIME, late=0.9), 0.99, 0.1, 0.89, False),
        # Early it is AC_next; at 0.9 the window reaches back to 0.8 and its best is 0.4.
        (Acceptance(Accepts.COMBI, late=0.9), 0.4, 0.5, 0.8, False),
        (Acceptance(Accepts.COMBI, late=0.9), 0.5, 0.5, 0.1, True),
        (Acceptance(Accepts.COMBI, late=0.9), 0.4, 0.9, 0.9, True),
        (Acceptance(Accepts.COMBI, late=0.9), 0.39, 0.9, 0.9, False),
    ],
)
def test_the_acceptance_conditions_by_name(
    acceptance: Acceptance, offered: float, own: float, t: float, taken: bool
) -> None:
    assert accepts(acceptance, Moment(offered, own, t, HEARD)) is taken


# -- outcomes ------------------------------------------------------------------------------


def picture(scenario: Scenario, side: Side) -> Picture:
    """The table before anything is said; the client's floors leave every level open."""
    view = MatchTable(scenario, solo_setup(scenario)).seat(side.word).view()
    return Picture(view, Scale(view.brief))


VENDOR = picture(THIRD, Side.VENDOR)
WEIGHTS = (0.4, 0.1, 0.2, 0.3)
ASKED = (170, 4, 4, 4)
"""The client's first values."""


def brute(weights: tuple[float, ...]) -> dict[int, list[tuple[float, tuple[int, ...]]]]:
    """All 625 outcomes over the levels of the third vendor by the vendor's points: the worst
    price of each level (R5; its worst one tick short of the floor) and every option."""
    prices = (310, 275, 240, 214, 189)
    ways = (140, 4, 4, 4)
    found: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
    for terms in product(prices, range(5), range(5), range(5)):
        given = (310 - terms[0], *terms[1:])
        value = sum(w * g / way for w, g, way in zip(weights, given, ways, strict=True))
        found.setdefault(VENDOR.scale.points(terms), []).append((value, terms))
    return found


def test_every_score_is_found_with_its_outcomes_and_the_best_of_them() -> None:
    every = brute(WEIGHTS)
    outcomes = Outcomes(VENDOR, WEIGHTS, ASKED, VENDOR.stops)
    # The walk-away is 20.
    assert outcomes.scores == sorted((score for score in every if score >= 20), reverse=True)
    for score in outcomes.scores:
        found = every[score]
        assert outcomes.count(score) == len(found)
        assert {outcomes.nth(score, place) for place in range(len(found))} == {
            terms for _, terms in found
        }
        best = {terms: value for value, terms in found}[outcomes.best(score)]
        assert best == pytest.approx(max(found)[0])


def test_outcomes_one_by_one_run_from_the_best_down_without_a_repetition() -> None:
    outcomes = Outcomes(VENDOR, WEIGHTS, ASKED, VENDOR.stops)
    total = sum(map(outcomes.count, outcomes.scores))
    ranked = [outcomes.ranked(place) for place in range(total)]
    assert len(set(ranked)) == total
    points = [VENDOR.scale.points(terms) for terms in ranked]
    assert points == sorted(points, reverse=True)
    assert outcomes.ranked(total) == ranked[-1]


def test_nothing_is_given_beyond_what_the_other_side_asked_for_at_first() -> None:
    table = MatchTable(GRID, solo_setup(GRID)).seat("vendor").view()
    seen = Picture(table, Scale(table.brief))
    # Whoever asks for the second rung of payment is never offered the fourth.
    outcomes = Outcomes(seen, (0.25,) * 4, (4, 2, 4, 4), seen.stops)
    found = {
        outcomes.nth(score, place)[1]
        for score in outcomes.scores
        for place in range(outcomes.count(score))
    }
    assert found == {0, 1, 2}


def test_eight_issues_are_folded_not_listed() -> None:
    many = built.scenario_of(
        *(
            built.numeric(f"n{place}", (place, 900, 600, 300), (9 - place, 100, 400, 800))
            for place in range(1, 9)
        ),
        walk_away=built.BySide(60, 60),
    )
    seen = picture(many, Side.VENDOR)
    outcomes = Outcomes(seen, (1 / 8,) * 8, (100,) * 8, seen.stops)
    # Weights 8 to 1 sum to 36: from 60 to 180 points, of 5 ** 8 outcomes in all.
    assert outcomes.scores == list(range(180, 59, -1))
    assert seen.scale.points(outcomes.best(123)) == 123
    match = arena.play(many, "micro", "micro")
    assert match.outcome.deal is not None
    arena.assert_within_limits(match)


def test_a_level_has_parts_on_a_numeric_issue_and_none_on_a_ladder() -> None:
    price, payment = THIRD.yardsticks.vendor[:2]
    # Price has weight 3 and levels from 188, 214, 240, 275 and 310 (R5); payment weight 4.
    assert [fine_points(price, tick) for tick in (188, 201, 240, 310, 400)] == [3, 4.5, 9, 15, 15]
    assert fine_points(price, 175) == 1.5
    assert [fine_points(payment, tick) for tick in range(5)] == [20, 16, 12, 8, 4]


def test_a_history_reads_offers_as_whole_contracts() -> None:
    history = History()
    history.note((310, 0, 0), mine=True)
    history.note((170, None, 4), mine=False)
    history.note((300, None, None), mine=True)
    history.note((None, 3, 3), mine=False)
    assert [bid.terms for bid in history.contracts(mine=True)] == [(310, 0, 0), (300, 0, 0)]
    # Payment, named late, counts as having stood there from the first.
    assert [bid.terms for bid in history.contracts(mine=False)] == [(170, 3, 4), (170, 3, 3)]
    assert history.first(3) == (170, 3, 4)
    assert history.heard_before_my_last() == 1


# -- at the table --------------------------------------------------------------------------


def bids(match: arena.Played, side: Side) -> list[tuple[float, int]]:
    """(part of the time gone, own points) of every whole package a side has offered."""
    yards = match.scenario.yardsticks[side]
    player = match.vendor if side is Side.VENDOR else match.client
    # Of 1,800 s one offer (60), its acceptance (15) and the writing of it (100) are needed.
    return [
        (
            view.common.elapsed_ms / 1_625_000,
            sum(
                yard.weight * yard.level(tick)
                for yard, tick in zip(yards, merged(move.give, move.want), strict=True)
                if tick is not None
            ),
        )
        for view, move in player.made
        if isinstance(move, m.Offer) and None not in merged(move.give, move.want)
    ]


@pytest.mark.parametrize(("name", "e"), [("linear", 1.0), ("conceder", 2.0)])
def test_bids_lie_on_the_curve_to_the_nearest_score(name: str, e: float) -> None:
    found = bids(arena.play(THIRD, name, arena.Staller()), Side.VENDOR)
    assert len(found) >= 3
    for t, points in found:
        # From all quotes, 50, to the walk-away, 20.
        assert points == pytest.approx(50 - 30 * t ** (1 / e), abs=0.51)


@pytest.mark.parametrize("scenario", [THIRD, FIRST, GRID], ids=lambda scenario: scenario.id)
def test_micro_closes_over_score_levels_within_a_classs_length(scenario: Scenario) -> None:
    match = arena.play(scenario, "micro", "micro", seed=900_000)
    assert match.outcome.ending is Ending.SIGNED
    assert match.seconds <= 1_200


def test_micro_over_single_outcomes_does_not_close_in_that_time() -> None:
    singly = tactic("singly", Bidding(Bids.MICRO, singly=True))
    pair = [Negotiator(singly, seed=side) for side in Side]
    assert arena.play(GRID, pair[0], pair[1]).outcome.deal is None
    # Nor would it without deadlocks: 1,800 s hold forty offers of 45 s, twenty a side, and
    # after twenty of 5 ** 4 = 625 outcomes both still ask for more than half of the best
    # joint 72 (R46).
    for side in Side:
        seen = picture(GRID, side)
        outcomes = Outcomes(seen, WEIGHTS, (None,) * 4, seen.stops)
        assert sum(map(outcomes.count, outcomes.scores)) == 625
        assert seen.scale.points(outcomes.ranked(20)) > 36


def test_tit_for_tat_gives_nothing_more_to_one_who_gives_nothing() -> None:
    match = arena.play(THIRD, "tit-for-tat", arena.Staller())
    # One friendly step of a tenth of 30 points, then none.
    assert [points for _, points in bids(match, Side.VENDOR)] in ([47], [])
    answered = arena.play(THIRD, "tit-for-tat", "conceder", seed=900_000)
    assert answered.outcome.deal is not None


def test_two_imitators_do_not_wait_for_each_other() -> None:
    for name in ("tit-for-tat", "tit-for-tat-random", "tit-for-tat-averaged"):
        assert arena.play(THIRD, name, name, seed=900_000).outcome.deal is not None


def test_walk_away_leaves_after_six_turns_that_bring_nothing_near_it() -> None:
    match = arena.play(THIRD, "walk-away", arena.Staller())
    assert match.outcome.ending is Ending.WALKED_OUT
    assert match.outcome.by is Side.VENDOR
    assert match.closings <= 14


def test_without_a_model_a_score_is_asked_for_by_any_of_its_outcomes() -> None:
    blind = tactic("blind", Bidding(Bids.FIXED, share=0.8, informed=False))
    packages = set()
    for seed in range(900_000, 900_006):
        match = arena.play(THIRD, Negotiator(blind, seed=seed), "linear", seed=seed)
        for view, move in match.vendor.made:
            if isinstance(move, m.Offer):
                terms = merged(move.give, move.want)
                packages.add(terms)
                assert VENDOR.scale.points(terms) == 44
                assert view.brief.side is Side.VENDOR
    assert len(packages) > 6


def test_what_lies_beyond_authority_is_asked_for_first_or_left_out() -> None:
    usual = TACTICS["conceder"]
    # Whoever consults keeps the file's authority: price and payment to the target (R24).
    bound = but(usual, habits=but(usual.habits, consults=True))
    match = arena.play(THIRD, Negotiator(bound, seed=1), arena.LateMover())
    assert "beyond_authority" not in match.faults(Side.VENDOR)
    assert any(isinstance(move, m.Leave) for move in match.vendor.moves)
    assert "unjustified_break" not in match.faults(Side.VENDOR)


def test_no_sheet_is_good_enough_that_brings_fewer_points_than_a_bid_of_ones_own() -> None:
    history = History()
    history.note((310, 0, 0, 0), mine=True)
    history.note((275, 0, 0, 4), mine=True)
    history.note((310, 0, 2, 4), mine=True)
    talks = Talks(VENDOR, history)
    # 50, 43 and 42 points bid. Made of the lowest of each value a sheet would bring 39.
    assert talks.lowest() == 42
    assert not talks.matches_own((275, 0, 2, 4))
    assert talks.matches_own((310, 0, 2, 4))
    assert talks.matches_own((240, 0, 0, 2))
    # What a line leaves open is reckoned at one's floor, where nobody has said more.
    assert not talks.matches_own((310, 0, None, None))


# -- all of them ---------------------------------------------------------------------------


def test_the_tactics_there_are() -> None:
    assert roster.tactics() == (
        "boulware",
        "linear",
        "conceder",
        "tit-for-tat",
        "tit-for-tat-random",
        "tit-for-tat-averaged",
        "micro",
        "hybrid",
        "random",
        "walk-away",
    )


@pytest.mark.parametrize("name", roster.tactics())
@pytest.mark.parametrize("scenario", [THIRD, FIRST], ids=lambda scenario: scenario.id)
def test_every_tactic_plays_both_sides_lawfully(name: str, scenario: Scenario) -> None:
    for pair in ((name, "analytic-steady"), ("course", name), (name, name)):
        match = arena.play(scenario, *pair, seed=900_000)
        arena.assert_within_limits(match)
        for seat in (match.vendor, match.client):
            assert isinstance(seat.player, Negotiator)
            assert seat.player.stopgaps == 0


@pytest.mark.parametrize("name", ["linear", "tit-for-tat-random", "hybrid", "random", "micro"])
def test_a_tactic_plays_the_same_match_with_the_same_seed(name: str) -> None:
    played = [arena.play(THIRD, name, "amiable-far", seed=900_002).events for _ in range(2)]
    assert played[0] == played[1]
