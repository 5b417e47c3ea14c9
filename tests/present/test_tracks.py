"""The tracks as plain places and words, from one seat's own view."""

from __future__ import annotations

from dataclasses import replace

import built
import notation
import pytest

from negosim.engine.issue import Text
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Effect, News, Scenario, with_marks
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Level
from negosim.engine.yardstick import Marks
from negosim.language.catalogue import LANGUAGES
from negosim.present.tracks import Settled, Spot, Track, legend, span_of, tracks

SCENARIO = built.third_vendor()
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def at_talks(
    line: str = "", *, scenario: Scenario = SCENARIO, level: Level = Level.COURSE
) -> notation.Match:
    return notation.Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line)


def track(match: notation.Match, seat: str, number: int = PRICE, lang: str = "en") -> Track:
    return tracks(match.view(seat), lang)[number]


def at(spot: Spot | None) -> float:
    assert spot is not None
    return spot.at


def text(spot: Spot | None) -> str:
    assert spot is not None
    return spot.text


def test_left_is_good_for_either_side() -> None:
    for seat in "vc":
        mine = track(at_talks("c offer price=170; v offer price=270"), seat)
        assert at(mine.quote) < at(mine.target) < at(mine.limit) < 1
        assert at(mine.ours) < at(mine.theirs)


def test_marks_are_worded_as_each_side_calls_them() -> None:
    match = at_talks()
    vendor, client = track(match, "v"), track(match, "c", lang="zh")
    assert text(vendor.quote) == "Quote 310"
    assert text(vendor.limit) == "Limit 188"
    assert text(client.quote) == "开价 170"
    assert text(client.limit) == "最高可接受 265"
    ladder = track(match, "v", PAYMENT)
    assert text(ladder.target) == "Target 60%"


def test_a_track_carries_the_points_of_each_of_ones_own_levels() -> None:
    # R5, R4: price weighs 3 for the vendor; levels 5..1 from 310, 275, 240, 214, 188.
    mine = track(at_talks(), "v")
    assert [tick.text for tick in mine.ticks] == ["15", "12", "9", "6", "3"]
    assert mine.ticks[0].at == at(mine.quote)
    assert mine.ticks[2].at == at(mine.target)
    assert mine.ticks[4].at == at(mine.limit)


def test_at_exam_the_ticks_have_no_points() -> None:
    mine = track(at_talks(level=Level.EXAM), "v")
    assert [tick.text for tick in mine.ticks] == ["", "", "", "", ""]


def test_every_option_of_a_ladder_is_a_rung_from_ours_to_theirs() -> None:
    match = at_talks()
    vendor, client = track(match, "v", PAYMENT), track(match, "c", PAYMENT)
    assert [(rung.at, rung.text) for rung in vendor.rungs] == [
        (0.0, "90%"), (0.25, "75%"), (0.5, "60%"), (0.75, "45%"), (1.0, "30%"),
    ]  # fmt: skip
    assert [rung.text for rung in sorted(client.rungs, key=lambda rung: rung.at)] == [
        "30%", "45%", "60%", "75%", "90%",
    ]  # fmt: skip
    assert track(match, "v", PRICE).rungs == ()


def test_the_gap_is_said_in_numbers_and_on_a_ladder_in_steps() -> None:
    match = at_talks("c offer price=170 payment=30; v offer price=270")
    assert track(match, "v").end == "gap 100"
    assert track(match, "v", lang="zh").end == "差100"
    assert track(match, "v", PAYMENT).end == "gap 4 steps"
    assert track(match, "v", SERVICE).end == ""
    assert track(match, "v", SERVICE).theirs is None


def test_the_same_value_from_both_has_no_gap() -> None:
    match = at_talks("c offer price=250; v offer price=250 for payment=90")
    assert track(match, "v").end == "same"


def test_an_issue_is_agreed_by_acceptance_and_written_by_a_confirmed_line() -> None:
    match = at_talks("c offer price=250; v accept", scenario=notation.unbound(SCENARIO))
    agreed = track(match, "v")
    assert (agreed.settled, agreed.end, agreed.agreed) == (Settled.AGREED, "agreed ✓", "250")
    assert track(match, "v", PAYMENT).settled is Settled.OPEN
    match.play("c write; v confirm")
    written = track(match, "c")
    assert (written.settled, written.end, written.agreed) == (Settled.WRITTEN, "written ✎", "250")


def test_the_draft_stands_on_the_track_and_a_value_beyond_all_others_widens_it() -> None:
    view = at_talks("c offer price=170").view("v")
    inside = tracks(view, "en", draft=(290, None, None, None))
    assert at(inside[PRICE].quote) < at(inside[PRICE].draft) < at(inside[PRICE].target)
    assert inside[PAYMENT].draft is None
    beyond = tracks(view, "en", draft=(350, None, None, None))[PRICE]
    assert at(beyond.draft) == 0 < at(beyond.quote)


def with_price_band(vendor: tuple[int, int, int, int]) -> Scenario:
    marks = (Marks(*vendor), *SCENARIO.marks.vendor[1:])
    return with_marks(SCENARIO, SCENARIO.marks.put(Side.VENDOR, marks))


def test_hidden_marks_leave_no_trace_not_even_in_where_the_track_ends() -> None:
    # The quote is public from the start; target and limit are not.
    line = "c offer price=170; v offer price=270"
    mine = at_talks(line).view("v")
    twin = at_talks(line, scenario=with_price_band((2, 310, 290, 100))).view("v")
    assert tracks(mine, "en")[PRICE] != tracks(twin, "en")[PRICE]
    hidden = tracks(mine, "en", own_marks=False)[PRICE]
    assert hidden == tracks(twin, "en", own_marks=False)[PRICE]
    assert (hidden.quote, hidden.target, hidden.limit, hidden.ticks) == (None, None, None, ())
    assert not hidden.limit_moved
    assert 0 < at(hidden.ours) < at(hidden.theirs) < 1


def test_with_nothing_named_a_hidden_track_spans_what_may_be_named() -> None:
    view = at_talks().view("c")
    named = BySide(
        *(
            replace(position, named=(None,) * 4, best=(None,) * 4)
            for position in view.common.positions
        )
    )
    bare = replace(view, common=replace(view.common, positions=named))
    span = span_of(bare, PRICE, own_marks=False)
    issue = view.brief.issues[PRICE]
    assert (span.most, span.least) == (-issue.lowest, -issue.highest)


def test_an_outlandish_value_lies_at_the_end_and_leaves_the_others_room() -> None:
    # R7: the vendor's band is 310 to 188; two bands beyond its quote the track ends.
    match = at_talks("c offer price=1; v notyet", scenario=SCENARIO)
    mine = track(match, "v")
    assert at(mine.theirs) == 1
    assert at(mine.limit) > 0.35
    view = at_talks().view("v")
    drafted = tracks(view, "en", draft=(100_000, None, None, None))[PRICE]
    assert at(drafted.draft) == 0
    assert at(drafted.limit) - at(drafted.quote) > 0.25


def test_news_moves_the_limit_on_the_track_and_says_so() -> None:
    news = News(
        60_000, True, Text((("", "The berth opens early."),)),
        (Effect(Side.CLIENT, DELIVERY, True, 2),),
    )  # fmt: skip
    scenario = replace(SCENARIO, opposition=replace(SCENARIO.opposition, news=(news,)))
    match = at_talks(scenario=scenario)
    before = track(match, "c", DELIVERY)
    assert not before.limit_moved
    match.play("c offer price=170; v offer price=270")
    after = track(match, "c", DELIVERY)
    assert after.limit_moved
    assert text(after.limit) == "Ceiling 60 days"
    assert at(after.limit) < at(before.limit)


def test_places_stay_between_the_ends_whatever_is_named() -> None:
    for line in ("c offer price=100", "c offer price=265; v offer price=400; c offer price=100"):
        for seat in "vc":
            for own_marks in (True, False):
                for each in tracks(at_talks(line).view(seat), "en", own_marks=own_marks):
                    spots = (each.quote, each.target, each.limit, each.ours, each.theirs)
                    placed = [spot.at for spot in (*spots, *each.ticks, *each.rungs) if spot]
                    assert all(0 <= place <= 1 for place in placed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_legend_names_the_other_side(lang: str) -> None:
    left, right, ours, theirs = legend(at_talks().view("c"), lang)
    assert (left, right, ours, theirs) == {
        "en": ("← better for us", "better for the vendor →", "Ours", "Vendor's"),
        "zh": ("← 对我方有利", "对供应商有利 →", "我方", "供应商"),
    }[lang]


def test_both_secrets_of_the_other_side_change_nothing() -> None:
    # Everything secret to the client differs: rank, target, limit and walk-away.
    entries = [
        built.numeric(
            "price", (2, 310, 240, 188), (4, 170, 180, 390), unit=SCENARIO.issues[PRICE].unit
        ),
        *(
            built.ladder(
                issue.id,
                tuple(
                    option.id if option.number is None else int(option.number)
                    for option in issue.options
                ),
                (rank, 0, 2, 4),
                (5 - rank - (rank > 1), 4, 3, 1),
                unit=issue.unit,
                name=issue.name,
            )
            for issue, rank in zip(SCENARIO.issues[1:], (1, 3, 4), strict=True)
        ),
    ]
    twin = built.scenario_of(*entries, walk_away=BySide(20, 33))
    line = "c offer price=170 payment=30; v offer price=270"
    assert tracks(at_talks(line).view("v"), "en") == tracks(
        at_talks(line, scenario=twin).view("v"), "en"
    )
