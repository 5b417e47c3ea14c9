"""The concession sheet in words: what the steps are, where they lead, what they tell."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest
from notation import Match

from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import Level
from negosim.present.preparation import Draft
from negosim.present.preparation_steps import (
    Mood,
    Verdict,
    ladders_line,
    resized,
    size_at,
    step_sheet,
)

THIRD = built.third_vendor()
PRICE = 0


def sheet(*sizes: int, seat: str = "v", level: Level = Level.COURSE) -> tuple[Draft, SeatView]:
    match = Match(THIRD, solo_setup(THIRD, level=level))
    draft, view = Draft(match.view(seat)), match.view(seat)
    for place, size in enumerate((*sizes, 0, 0, 0)[:3] if sizes else ()):
        draft.set_size(PRICE, place, size)
    return draft, view


def said(*sizes: int, seat: str = "v", lang: str = "en") -> list[str]:
    draft, view = sheet(*sizes, seat=seat)
    return [verdict.text for verdict in step_sheet(draft, view, PRICE, lang).verdicts]


def moods(*sizes: int) -> list[Mood]:
    draft, view = sheet(*sizes)
    return [verdict.mood for verdict in step_sheet(draft, view, PRICE, "en").verdicts]


def test_the_prefilled_sheet_is_praised_for_what_it_is() -> None:
    assert said() == [
        "40 → 20 → 10: each step is smaller than the last.",
        "It tells them a limit of about 230. In truth your limit is 188: well hidden.",
        "The steps end at 240, your target.",
    ]
    assert moods() == [Mood.FINE, Mood.FINE, Mood.FINE]


def test_the_client_speaks_of_its_ceiling() -> None:
    assert said(seat="c")[1] == (
        "It tells them a limit of about 231. In truth your ceiling is 265: well hidden."
    )


def test_level_steps_are_named_with_the_rule() -> None:
    assert said(30, 30, 10)[0] == (
        "30 → 30 → 10: step 2 is not smaller than the one before it (R26)."
    )
    assert moods(30, 30, 10)[0] is Mood.WARN


def test_steps_that_end_level_say_there_is_more_to_come() -> None:
    assert said(30, 20, 20)[1] == "Steps that do not shrink say there is more to come (R29)."


def test_steps_that_point_at_the_limit_are_warned_of() -> None:
    # 60, 31 tells 185.9 and the limit is 188, within 5 % of 122.
    assert said(60, 31)[1] == (
        "It tells them a limit of about 186, close to your limit of 188. "
        "Change a size, or they can read it (R28)."
    )
    assert moods(60, 31)[1] is Mood.WARN
    assert moods(60, 31)[2:] == [Mood.NOTE, Mood.NOTE]


def test_steps_that_promise_more_than_one_has_say_so() -> None:
    # 50, 34: 34 * 34 / 16 = 72.25 beyond 226.
    assert said(50, 34)[1] == (
        "It tells them a limit of about 154, further than your limit of 188. "
        "They may wait for more."
    )


def test_a_limit_below_everything_is_no_limit() -> None:
    assert said(40, 39)[1] == "The steps hardly shrink, so no limit is in sight (R29)."


def test_one_step_tells_nothing_and_none_is_a_guess() -> None:
    assert said(40)[0] == "One step of 40. A single step tells nothing."
    assert said(0) == ["No step is planned. Without a plan, each concession is a guess."]


def test_short_of_the_target_and_past_it_are_told_apart() -> None:
    assert said(40, 20)[-1] == "The steps end at 250, 10 short of your target."
    past = said(50, 20, 10)
    assert past[-2] == "The steps end at 230, 10 past your target: that is your reserve."
    assert past[-1] == (
        "From step 3 on you need your director's word: your authority ends at 240 (R24)."
    )


def test_the_same_is_said_in_chinese() -> None:
    assert said(lang="zh") == [
        "40 → 20 → 10：一步比一步小。",
        "对方会猜底在230上下，其实底线是188：藏得住。",
        "一共让到240，正好是目标。",
    ]


def test_an_exam_gives_no_verdict_and_tells_no_limit() -> None:
    found = step_sheet(*sheet(level=Level.EXAM), PRICE, "en")
    assert found.verdicts == ()
    assert found.shape.told is None
    assert found.shape.ghosts == ()


def test_rows_name_sizes_and_where_they_lead() -> None:
    found = step_sheet(*sheet(40, 20), PRICE, "en")
    assert found.title == "Price (10k yuan)"
    assert [(row.name, row.size, row.to) for row in found.rows] == [
        ("Step 1", "40", "to 270"),
        ("Step 2", "20", "to 250"),
        ("Step 3", "none", ""),
    ]
    assert [(row.less, row.more) for row in found.rows] == [
        (True, True), (True, True), (False, True),
    ]  # fmt: skip
    assert step_sheet(*sheet(40, 20), PRICE, "zh").title == "价格（万元）"


def test_a_press_moves_large_sizes_by_five_and_small_ones_by_one() -> None:
    # The band of 122 has an ordinary stride of 5, so sizes from 20 on move by that.
    draft, view = sheet(40, 20, 10)
    assert [resized(draft, view, PRICE, place, more=True) for place in range(3)] == [45, 25, 11]
    assert [resized(draft, view, PRICE, place, more=False) for place in range(3)] == [35, 19, 9]


def test_a_size_off_the_stride_comes_back_to_it() -> None:
    draft, view = sheet(42, 23, 0)
    assert resized(draft, view, PRICE, 0, more=True) == 45
    assert resized(draft, view, PRICE, 1, more=False) == 20


def test_a_size_goes_neither_below_nothing_nor_past_the_limit() -> None:
    draft, view = sheet(100, 21, 0)
    assert resized(draft, view, PRICE, 2, more=False) == 0
    assert resized(draft, view, PRICE, 0, more=True) == 101
    draft.set_size(PRICE, 0, 101)
    assert not step_sheet(draft, view, PRICE, "en").rows[0].more
    assert resized(draft, view, PRICE, 1, more=True) == 21


@pytest.mark.parametrize(
    ("place", "tick", "size"), [(0, 280, 30), (1, 240, 30), (0, 320, 0), (2, 100, 62)]
)
def test_a_tread_dragged_to_a_value_has_the_size_that_leads_there(
    place: int, tick: int, size: int
) -> None:
    draft, view = sheet(40, 20, 0)
    assert size_at(draft, view, PRICE, place, tick) == size


def test_a_client_drags_its_treads_upward() -> None:
    draft, view = sheet(33, 15, 7, seat="c")
    assert size_at(draft, view, PRICE, 0, 200) == 30


def test_a_fine_scale_has_wide_strides() -> None:
    wide = built.scenario_of(
        built.numeric(
            "price",
            (1, 310_000, 240_000, 188_000),
            (1, 170_000, 225_000, 265_000),
            step=Fraction(1),
        )
    )
    view = Match(wide).view("v")
    draft = Draft(view)
    assert [step.size for step in draft.steps(PRICE)] == [40_000, 20_000, 10_000]
    assert resized(draft, view, PRICE, 0, more=True) == 45_000
    assert resized(draft, view, PRICE, 2, more=True) == 11_000


def test_the_ladders_are_named_as_needing_no_sheet() -> None:
    view = Match(THIRD).view("v")
    assert ladders_line(view, "en") == (
        "On paid at acceptance, on-site service and delivery you move option by option "
        "along a public list: no sheet needed."
    )
    one = built.scenario_of(built.numeric("price", (1, 310, 240, 188), (1, 170, 225, 265)))
    assert ladders_line(Match(one).view("v"), "en") == ""


def test_nothing_of_the_sheet_depends_on_the_other_side() -> None:
    other = built.scenario_of(
        built.numeric("price", (1, 310, 240, 188), (1, 120, 200, 300), unit=built.text("10k yuan")),
    )
    same = built.scenario_of(
        built.numeric("price", (1, 310, 240, 188), (1, 170, 225, 265), unit=built.text("10k yuan")),
    )
    found = []
    for scenario in (other, same):
        view = Match(scenario).view(Side.VENDOR.word)
        found.append(step_sheet(Draft(view), view, PRICE, "en"))
    assert found[0] == found[1]


def test_a_verdict_is_a_sentence_with_its_warning() -> None:
    draft, view = sheet(40)
    assert step_sheet(draft, view, PRICE, "en").verdicts[0] == Verdict(
        "One step of 40. A single step tells nothing.", Mood.NOTE
    )
