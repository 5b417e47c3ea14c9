"""A belief over a limit finds it together with the person's firmness, and is hard to fool."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negosim.analysis.belief_limits import LimitBelief

PRICE = LimitBelief(310, 170)
"""What the client believes of the vendor's limit before the talks: quote 310, own quote 170."""


def after(*values: float, steps: bool = True) -> LimitBelief:
    """After these values, the first being where the other side stood."""
    belief = PRICE
    for before, at in pairwise(values):
        belief = belief.reached(at)
        if steps:
            belief = belief.stepped(before, at)
    return belief


def test_limits_are_expected_two_thirds_of_the_way() -> None:
    # A Beta(3, 1.35) has its mean at 3 / 4.35.
    assert PRICE.mean() == pytest.approx(310 - 140 * 3 / 4.35, abs=1.0)
    near, far = PRICE.band()
    assert 310 > near > PRICE.mean() > far > 170
    assert PRICE.beyond(near) == pytest.approx(0.9, abs=0.05)


def test_a_value_named_rules_out_every_limit_short_of_it() -> None:
    belief = PRICE.reached(240)
    assert belief.band(0.999)[0] <= 246
    assert belief.mean() < PRICE.mean()
    assert belief.beyond(240) == pytest.approx(1.0, abs=0.1)


def test_nothing_is_ruled_out_by_a_value_on_the_near_side() -> None:
    assert PRICE.reached(320).mean() == PRICE.mean()


# -- steps ----------------------------------------------------------------------------------


def test_a_course_staircase_draws_it_towards_what_the_steps_tell() -> None:
    # 310 270 250 240: 40, 20, 10 tells 230 (exercise.md R29).
    belief, plain = after(310, 270, 250, 240), after(310, 270, 250, 240, steps=False)
    assert abs(belief.mean() - 230) < abs(plain.mean() - 230) - 3
    near, far = belief.band()
    assert near > 230 > far


def test_steps_that_grow_show_no_limit_and_push_it_away() -> None:
    belief, plain = after(310, 300, 280, 240), after(310, 300, 280, 240, steps=False)
    assert belief.mean() < plain.mean()


def test_halving_steps_are_those_of_nobody_very_firm_or_very_free() -> None:
    firmest, firm, free, freest = after(310, 270, 250, 240).firmness()
    assert firmest + firm + free + freest == pytest.approx(1.0)
    assert firm + free > 0.8
    assert firmest < 0.05


def test_even_small_steps_are_those_of_a_firm_person_and_show_no_near_limit() -> None:
    belief = after(310, 298, 287, 277, 268)
    firm, _, _, freest = belief.firmness()
    assert firm > 0.25 > freest
    assert belief.mean() < 225


def test_of_a_firm_person_the_same_step_tells_a_limit_further_off() -> None:
    """Limit and firmness are found together: twelve refusals of what suits a free person show a
    firm one, and then a step of sixty has much more behind it."""
    unknown = firm = PRICE
    for _ in range(12):
        firm = firm.refused(300, 0.9)
    assert firm.firmness()[0] > 0.5
    from_firm = firm.mean() - firm.reached(250).stepped(310, 250).mean()
    from_unknown = unknown.mean() - unknown.reached(250).stepped(310, 250).mean()
    assert from_firm > from_unknown + 2


# -- cheap signals -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [(310, 308, 307), (310, 308, 307, 306.5, 306.2), (310, 309, 308, 307, 306, 305, 304)],
)
def test_tiny_steps_move_it_by_less_than_one(values: tuple[float, ...]) -> None:
    # 310 308 307 tells 306 by R29, and hardly anything of 140 has been given (exercise.md B4).
    assert abs(after(*values).mean() - PRICE.mean()) < 1.0


def test_after_a_real_step_tiny_ones_do_not_show_a_limit_either() -> None:
    real, tail = after(310, 270), after(310, 270, 269, 268.5, 268.2)
    assert abs(tail.mean() - real.mean()) < 3.0
    assert tail.mean() < 220


@given(st.lists(st.floats(1.0, 40.0), min_size=1, max_size=6))
def test_no_steps_are_believed_beyond_nine_tenths(sizes: list[float]) -> None:
    """Some of every limit that is still possible stays possible: steps may be a show."""
    values = [310.0]
    for size in sizes:
        values.append(max(180.0, values[-1] - size))
    belief, plain = after(*values), after(*values, steps=False)
    for cell, p in enumerate(plain.mass()):
        assert belief.mass()[cell] >= p * 0.1 ** len(sizes) * 0.999


# -- words and refusals --------------------------------------------------------------------------


def test_a_last_value_is_taken_at_its_word_and_nobody_names_one_beyond_the_true_one() -> None:
    belief = PRICE.told(188, honesty=0.9)
    assert belief.mean() < 190
    assert PRICE.told(188, honesty=0.2).mean() <= belief.mean()


def test_a_refusal_speaks_softly_for_a_limit_short_of_it_and_for_a_firm_person() -> None:
    belief = PRICE.refused(260, 0.5)
    assert PRICE.mean() < belief.mean() < PRICE.mean() + 5
    assert belief.firmness()[0] > 0.25 > belief.firmness()[-1]


def test_a_plea_moves_it_less_than_a_step_and_never_far() -> None:
    belief = PRICE.pleaded(0.1)
    assert PRICE.mean() < belief.mean() < PRICE.mean() + 2
    assert min(belief.mass()) > 0.5 * min(PRICE.mass())


# -- shape ------------------------------------------------------------------------------------


@st.composite
def beliefs(draw: st.DrawFn) -> LimitBelief:
    """A belief after some evidence on a way of either direction, numeric or a ladder."""
    rungs = draw(st.sampled_from((0, 0, 4, 7)))
    opening, far = draw(st.sampled_from(((0.0, 1.0), (310.0, 170.0), (170.0, 310.0))))
    belief = LimitBelief(opening, far, rungs=rungs)
    at = 0.0
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(("step", "told", "refused", "pleaded")))
        size = draw(st.floats(0.01, 0.2))
        here = opening + (at + size) * (far - opening)
        if kind == "step":
            before = opening + at * (far - opening)
            at += size
            belief = belief.reached(here).stepped(before, here)
        elif kind == "told":
            belief = belief.told(here, draw(st.floats(0.2, 0.9)))
        elif kind == "refused":
            belief = belief.refused(here, 0.5)
        else:
            belief = belief.pleaded(0.2)
    return belief


@given(belief=beliefs())
def test_probabilities_sum_to_one_and_the_band_holds_four_fifths(belief: LimitBelief) -> None:
    assert sum(belief.mass()) == pytest.approx(1.0)
    assert sum(belief.firmness()) == pytest.approx(1.0)
    near, far = belief.band()
    inside = belief.beyond(near) - belief.beyond(far)
    if belief.rungs:
        inside += belief.mass()[
            round(belief.rungs * (far - belief.opening) / (belief.far - belief.opening)) - 1
        ]
        assert inside >= 0.8 - 1e-9
    else:
        # Whole cells are counted in or out, so each end may be off by one.
        widest = max(belief.mass())
        assert 0.8 - 2 * widest <= inside <= 0.8 + 2 * widest


def test_it_works_upwards_as_well() -> None:
    rising = LimitBelief(170, 310)
    assert rising.mean() == pytest.approx(480 - PRICE.mean())
    assert rising.reached(225).mean() > rising.mean()
    near, far = rising.band()
    assert near < rising.mean() < far


def test_a_side_beyond_every_cell_is_at_the_far_end() -> None:
    assert PRICE.reached(160).mean() == pytest.approx(172.9, abs=0.1)
    assert LimitBelief(0, 4, rungs=4).reached(5).band() == (4.0, 4.0)


# -- ladders ------------------------------------------------------------------------------------


def test_on_a_ladder_limits_are_rungs_and_the_last_is_the_likeliest() -> None:
    belief = LimitBelief(0, 4, rungs=4)
    # 1 : 4 : 9 : 16 of 30.
    assert belief.mass() == pytest.approx([1 / 30, 4 / 30, 9 / 30, 16 / 30])
    assert belief.band() == (2.0, 4.0)
    assert belief.reached(3).mass() == pytest.approx([0.0, 0.0, 9 / 25, 16 / 25])
    assert belief.beyond(3) == pytest.approx(25 / 30)


def test_a_ladder_runs_downwards_too() -> None:
    belief = LimitBelief(4, 0, rungs=4)
    assert belief.reached(1).mass() == pytest.approx([0.0, 0.0, 9 / 25, 16 / 25])
    assert belief.band() == (2.0, 0.0)
