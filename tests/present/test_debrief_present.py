"""The debrief as plain values: what came of a match, what was won and given in each move,
what to play again, the cards beside the guesses."""

from __future__ import annotations

import arena
import built
import pytest
from finished import Counted

from negosim.catalog import load
from negosim.engine.calls import must_move
from negosim.engine.evolve import fold
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import BySide, Side
from negosim.engine.words import ClockKind, Principle
from negosim.language.catalogue import LANGUAGES
from negosim.present.debrief import Review, page_of, result, review
from negosim.present.debrief_before import Guesses, felt_text, felt_words, guesses
from negosim.present.debrief_cards import cards
from negosim.present.debrief_exchanges import beats
from negosim.present.debrief_frontier import facts, plot
from negosim.present.debrief_grid import below_grid, grid
from negosim.present.debrief_moment import MomentKind
from negosim.present.debrief_moments import moments
from negosim.present.debrief_praise import praise
from negosim.present.debrief_principles import principles
from negosim.present.debrief_questions import Truth, asked, methods
from negosim.present.debrief_stairs import stairs
from negosim.solo.afterthoughts import Afterthought

SIGN = "c write; v confirm; c draw; c sign; v sign"
FREE = "v leave consult; v allow price=188 payment=30; v return;"
CLIENT_FREE = "c leave consult; c allow price=265 delivery=90; c return;"
OPENING = "c offer price=170 payment=30 service=m36 delivery=30;"


def played(lines: str, side: Side = Side.VENDOR) -> Review:
    """The third vendor played move by move to its end."""
    return Counted.at_talks(built.third_vendor()).play(lines).reviewed(side)


def signed(terms: str, before: str = "", side: Side = Side.VENDOR) -> Review:
    """A match in which the vendor takes these terms."""
    return played(f"{CLIENT_FREE} {before} c offer {terms}; {FREE} v accept; {SIGN}", side)


def bots(name: str, seed: int, side: Side = Side.VENDOR) -> Review:
    """A match of two bots; every event counts as a move of the log."""
    game = arena.play(built.third_vendor(), name, seed=seed)
    events = tuple(game.events)
    return review(game.scenario, events, moves=tuple(range(1, len(events) + 1)), side=side)


# -- where a new game may branch off -----------------------------------------------------------


def test_the_state_before_an_entry_is_that_of_so_many_moves_of_the_log() -> None:
    match = Counted.at_talks(built.third_vendor()).play(
        f"{CLIENT_FREE} c offer price=240 payment=60 service=m24 delivery=60; {FREE} v accept; {SIGN}"
    )
    seen = match.reviewed()
    opened = None
    for entry, before in zip(seen.entries, seen.before, strict=True):
        kept = match.log[: match.ends[before]]
        if before != opened:
            assert fold(match.state.scenario, kept).common == entry.before.common
        opened = before
    assert seen.before[0] == 0
    assert seen.before[-1] == len(match.ends) - 2


# -- the first screen --------------------------------------------------------------------------


def test_points_are_the_sum_of_the_arithmetic_shown() -> None:
    found = result(signed("price=240 payment=60 service=m24 delivery=60"), "en")
    # exercise.md R46: 240/60/m24/60 scores 30/26.
    assert (found.signed, found.points, found.theirs) == (True, 30, 26)
    for line in found.lines:
        for product in (line.ours, line.theirs):
            assert product is not None
            assert product.points == product.weight * product.level
    assert sum(line.ours.points for line in found.lines if line.ours) == 30
    assert sum(line.theirs.points for line in found.lines if line.theirs) == 26
    price = found.lines[0]
    assert price.ours is not None
    assert (price.name, price.value) == ("Price", "240 (10k yuan)")
    assert (price.ours.weight, price.ours.level) == (3, 3)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ("price=240 payment=60 service=m24 delivery=60", "Just what was hoped for: 30."),
        ("price=240 payment=75 service=m24 delivery=60", "4 more than the 30 hoped for."),
        ("price=240 payment=45 service=m24 delivery=60", "4 short of the 30 hoped for."),
        (
            "price=188 payment=45 service=m30 delivery=45",
            "3 less than no deal, which is worth 20.",
        ),
    ],
)
def test_the_verdict_holds_our_points_beside_what_was_hoped_for(terms: str, said: str) -> None:
    assert result(signed(terms), "en").verdict == said


def test_the_client_sees_its_own_side_first() -> None:
    found = result(signed("price=240 payment=60 service=m24 delivery=60", side=Side.CLIENT), "en")
    assert (found.points, found.theirs, found.walk_away) == (26, 30, 22)


def test_times_are_left_out_where_there_was_no_clock() -> None:
    scenario = built.third_vendor()
    setup = solo_setup(scenario, clock=ClockKind.NONE)
    match = Counted.at_talks(scenario, setup).play(
        f"{CLIENT_FREE} c offer price=240 payment=60 service=m24 delivery=60; {FREE} v accept; {SIGN}"
    )
    assert result(match.reviewed(), "en").how == "Signed with move 11."


def test_a_breakdown_shows_what_lay_on_the_table_and_what_it_was_worth() -> None:
    seen = played(
        f"{OPENING} v notyet; c offer price=230 payment=60 service=m24 delivery=60; v walk"
    )
    found = result(seen, "en")
    assert (found.signed, found.points, found.theirs) == (False, 20, 22)
    assert [line.value for line in found.lines] == ["230 (10k yuan)", "60%", "m24", "60 days"]
    assert found.table == 27
    assert found.table_note == (
        "Signed as it lay, it would have brought 27 points, 7 more than no deal."
    )


def test_a_table_beyond_our_limit_could_not_have_been_signed() -> None:
    found = result(played(f"{OPENING} v walk"), "en")
    assert found.table is None
    assert found.table_note == "Beyond your limit on price: not to be signed."


def test_a_table_with_a_gap_could_not_have_been_signed() -> None:
    found = result(played("c offer price=230; v walk"), "zh")
    assert found.table is None
    assert [line.value for line in found.lines][1:] == ["", "", ""]
    assert found.lines[1].ours is None
    assert found.table_note == "验收付款、驻场服务和到货时间对方始终没有出价，还签不成。"


# -- what each move brought ----------------------------------------------------------------------


def test_a_beat_counts_what_either_side_gave_until_our_next() -> None:
    seen = played(
        f"{OPENING} v offer price=275; c notyet; v notyet; c offer payment=60;"
        "v offer delivery=60 for payment=90; c offer payment=90 for delivery=30; v walk"
    )
    first, held, traded = beats(seen)
    # Price 310 to 275: level 5 to 4 at weight 3.
    assert (first.cost, first.gain, first.net) == (3, 0, -3)
    # Payment 30 to 60 is level 1 to 3 at weight 4, given for a not yet.
    assert (held.cost, held.gain, held.net) == (0, 8, 8)
    # Delivery 90 to 60 costs two levels at weight 1; payment 60 to 90 brings two at weight 4.
    assert (traded.cost, traded.gain, traded.net) == (2, 8, 6)
    assert [change.issue for change in traded.gave] == [3]
    assert [(change.was, change.now) for change in traded.got] == [(2, 0)]


def test_beats_add_up_to_how_far_both_sides_came() -> None:
    for name in ("course", "naive", "splitter", "pushover"):
        seen = bots(name, 2)
        yards = seen.found.scenario.yardsticks[seen.side]
        first = beats(seen)[0].entry.before.common.positions
        last = seen.match.end.common.positions
        for side, sign, counted in (
            (seen.side, -1, sum(beat.cost for beat in beats(seen))),
            (seen.side.other, 1, sum(beat.gain for beat in beats(seen))),
        ):
            moved = sum(
                sign * yard.weight * (yard.level(now) - yard.level(was))
                for yard, was, now in zip(yards, first[side].best, last[side].best, strict=True)
                if was is not None and now is not None
            )
            assert counted == moved, (name, side)


# -- one thing done well -------------------------------------------------------------------------


def test_waiting_that_brought_points_is_praised_with_what_it_brought() -> None:
    seen = played(
        f"{OPENING} v offer price=275; c notyet; v notyet; c offer payment=60; v notyet; c notyet; v walk"
    )
    found = praise(seen, "en")
    assert found.text == (
        "You said not yet and waited, and they moved by themselves: "
        "the share paid at acceptance went from 30% to 60%."
    )
    assert (found.worth, found.number) == (8, 4)


def test_a_trade_is_praised_with_both_its_sides() -> None:
    seen = played(
        f"{OPENING} v offer delivery=60 for payment=90; c offer payment=60 for delivery=30; v walk"
    )
    found = praise(seen, "en")
    assert found.text == (
        "A good trade: the share paid at acceptance went from 30% to 60%. You won 8 points and gave 2 points."
    )
    assert found.worth == 6


def test_a_contract_with_nothing_left_over_is_praised_before_a_small_gain() -> None:
    found = praise(signed("price=192 payment=90 service=m24 delivery=30"), "en")
    assert found.text == "Nothing better for both was left on the table."
    assert found.worth is None


def test_walking_away_from_less_than_nothing_is_praised() -> None:
    seen = played(f"{OPENING} v walk")
    assert praise(seen, "en").text == "You did not sign for the sake of signing."
    away = played("c offer price=230; v walk")
    assert praise(away, "en").text == "You gave nothing away beyond your limit."
    left = played(
        f"{OPENING} v notyet; c offer price=230 payment=60 service=m24 delivery=60; c walk"
    )
    assert praise(left, "en").worth == 20


def test_something_is_found_to_praise_in_every_match() -> None:
    for name in ("course", "naive", "splitter", "hardliner", "pushover", "random"):
        for lang in LANGUAGES:
            assert praise(bots(name, 3), lang).text


# -- two moments to play again -------------------------------------------------------------------


def test_a_gift_is_worth_what_it_gave_beyond_what_came_back() -> None:
    seen = played(f"{OPENING} v offer price=240; c notyet; v notyet; c offer payment=60; v walk")
    gift = next(each for each in moments(seen, "en") if each.kind is MomentKind.GIFT)
    assert gift.told == "You gave 6 points on price, and nothing came back."
    assert (gift.worth, gift.number) == (6, 2)
    assert gift.advice == "Name what you want for it."


def test_a_better_contract_for_both_is_told_by_what_is_different_in_it() -> None:
    seen = signed("price=240 payment=60 service=m24 delivery=60")
    better = next(each for each in moments(seen, "en") if each.kind is MomentKind.BETTER)
    # 40/26 is the best frontier contract for the vendor that costs the client nothing (R46).
    assert better.worth == 10
    assert better.told.endswith("10 more for you, and not one less for them.")
    assert "24 months" not in better.told


def test_their_last_word_is_a_moment_when_it_beat_no_deal() -> None:
    seen = played(
        f"{OPENING} v notyet; c offer price=230 payment=60 service=m24 delivery=60; v walk"
    )
    table = next(each for each in moments(seen, "en") if each.kind is MomentKind.TABLE)
    assert table.worth == 7
    assert table.told == "What they last asked for was worth 27 points to you; no deal is worth 20."


def test_what_was_agreed_and_lost_is_a_moment_where_it_was_written() -> None:
    seen = played(
        f"{CLIENT_FREE} c offer payment=75; v accept payment; c notyet;"
        f"v leave consult; v allow price=188 payment=30; v return;"
        f"v notyet; c offer price=240 payment=45 service=m24 delivery=60; v accept; {SIGN}"
    )
    lapsed = next(each for each in moments(seen, "en") if each.kind is MomentKind.LAPSED)
    # Payment 75 is level 4, 45 is level 2, at weight 4.
    assert lapsed.worth == 8
    assert lapsed.told == (
        "You had agreed on 75% paid at acceptance. It was not written down in time."
    )


def test_a_wrong_guess_points_to_the_pair_that_was_furthest_apart() -> None:
    seen = played(f"{OPENING} v guess payment delivery service price; v notyet; c notyet; v walk")
    told = [each.told for each in moments(seen, "en") if each.kind is MomentKind.ASKED]
    assert told == [
        "To them price matters more than the share paid at acceptance; you had it the other way round."
    ]


def test_how_far_they_would_have_gone_respects_who_would_not_have_signed() -> None:
    scenario = load("third-vendor")
    seen = _shipped(
        scenario,
        "v guess price delivery service payment;"
        "c offer price=265 payment=90 service=m24 delivery=30; v notyet; c notyet; v accept;",
    )
    # Price and payment stand at their limits and 12 months would have met Mr Zhou's veto, so
    # delivery is left, though on-site service is worth as much and stands before it.
    left = next(each for each in moments(seen, "en") if each.kind is MomentKind.LEFT)
    assert left.told == (
        "They would have taken delivery in 90 days; you signed 30 days. Nobody could see that."
    )
    assert left.worth == 4


def _shipped(scenario: Scenario, lines: str) -> Review:
    match = Counted.at_talks(scenario).play(
        "c leave consult; c allow price=265 payment=90 service=m12 delivery=90; c return;"
        + lines
        + SIGN
    )
    return match.reviewed()


@pytest.mark.parametrize("name", ["course", "naive", "splitter", "hardliner", "pushover", "random"])
def test_moments_are_ours_to_play_and_never_the_same_move_twice(name: str) -> None:
    for seed in (1, 2, 3):
        for side in Side:
            seen = bots(name, seed, side)
            found = moments(seen, "en")
            assert 1 <= len(found) <= 2
            assert len({each.before for each in found}) == len(found)
            for each in found:
                place = seen.before.index(each.before)
                state = seen.entries[place].before
                assert must_move(state.common, side) or state.common.turn.side is side
            assert found == tuple(sorted(found, key=lambda each: each.before))


def test_moments_are_worth_something_or_say_nothing_of_points() -> None:
    for name in ("course", "naive", "hardliner"):
        for each in moments(bots(name, 5), "zh"):
            assert each.worth is None or each.worth > 0


def test_a_match_without_a_word_of_ours_has_no_moment() -> None:
    assert moments(played("c walk"), "en") == ()


# -- their cards ----------------------------------------------------------------------------------


def test_a_locked_guess_is_held_beside_their_order() -> None:
    seen = signed(
        "price=240 payment=60 service=m24 delivery=60",
        before="v guess price service delivery payment;",
    )
    found = cards(seen, Afterthought(order=(3, 2, 1, 0)), "en")
    assert [card.name for card in found.order] == [
        "Price", "Delivery", "On-site service", "Paid at acceptance",
    ]  # fmt: skip
    assert [card.guessed_rank for card in found.order] == [1, 3, 2, 4]
    assert [card.right for card in found.order] == [True, False, False, True]
    assert (found.right, found.inversions, found.pairs, found.late) == (2, 1, 6, False)
    assert found.verdict == "2 of 4 in their place."


def test_a_guess_made_after_the_talks_says_so() -> None:
    seen = signed("price=240 payment=60 service=m24 delivery=60")
    found = cards(seen, Afterthought(order=(0, 3, 2, 1)), "en")
    assert (found.right, found.late) == (4, True)
    assert found.verdict == "All 4 in their place."
    assert cards(seen, Afterthought(), "en").verdict == "You locked no guess."


def test_their_limits_stand_beside_what_was_signed() -> None:
    seen = signed("price=240 payment=60 service=m24 delivery=60")
    found = cards(seen, Afterthought(points=30), "en")
    price = found.marks[0]
    assert (price.quote, price.target, price.limit, price.signed) == ("170", "225", "265", "240")
    assert price.room == "25 from there"
    assert found.heads == ("Opening", "Target", "Ceiling")
    assert found.points == "They got 26 points; you said 30."
    assert cards(seen, Afterthought(points=26), "en").points == (
        "They got 26 points, just as you said."
    )


def test_who_would_not_have_signed_is_named() -> None:
    seen = _shipped(
        load("third-vendor"), "c offer price=240 payment=60 service=m24 delivery=60; v accept;"
    )
    assert cards(seen, Afterthought(), "zh").vetoes == ("周工不会签驻场服务18个月，更差的也不签。",)


# -- the page before the figures ------------------------------------------------------------------


def open_page() -> Guesses:
    return guesses(signed("price=240 payment=60 service=m24 delivery=60"))


def test_a_word_of_ones_own_and_a_word_offered_exclude_each_other() -> None:
    page = open_page()
    assert not page.word
    chosen = page.feel("tense")
    assert (chosen.word, chosen.felt, chosen.own) == (True, "tense", "")
    own = chosen.say("narrow")
    assert (own.felt, own.own) == ("", "narrow")
    assert not chosen.feel("tense").word
    assert not page.say("   ").word


def test_issues_move_to_their_place_and_no_further() -> None:
    page = open_page()
    assert page.put(2, 0).order == (2, 0, 1, 3)
    assert page.put(0, -1).order == (0, 1, 2, 3)
    assert page.put(0, 9).order == (1, 2, 3, 0)


def test_a_guess_locked_in_the_match_does_not_move() -> None:
    seen = signed(
        "price=240 payment=60 service=m24 delivery=60",
        before="v guess price service delivery payment;",
    )
    page = guesses(seen, board=(3, 2, 1, 0))
    assert (page.order, page.locked) == ((0, 2, 3, 1), True)
    assert page.put(1, 0) == page
    assert page.kept().order == ()


def test_the_board_as_it_was_left_is_where_the_guess_begins() -> None:
    seen = signed("price=240 payment=60 service=m24 delivery=60")
    assert guesses(seen, board=(3, 2, 1, 0)).kept().order == (3, 2, 1, 0)
    assert guesses(seen, board=(0, 0)).order == (0, 1, 2, 3)


def test_supposed_points_stay_on_the_grid() -> None:
    page = open_page()
    assert page.most == 50
    assert page.suppose(80).points == 50
    assert page.suppose(-3).kept().points == 0
    assert page.kept().points is None


def test_a_breakdown_asks_for_no_points() -> None:
    page = guesses(played(f"{OPENING} v walk"))
    assert not page.asks_points
    assert page.suppose(30).kept().points is None


def test_a_kept_word_is_told_in_the_language_of_the_moment() -> None:
    assert [key for key, _ in felt_words("zh")] == [key for key, _ in felt_words("en")]
    assert felt_text(Afterthought(felt="tense"), "zh") == "紧张"
    assert felt_text(Afterthought(felt="no such word"), "en") == ""
    assert felt_text(Afterthought(own="narrow"), "zh") == "narrow"


# -- the tabs --------------------------------------------------------------------------------------


def test_the_grid_marks_the_level_that_was_reached() -> None:
    seen = signed("price=239 payment=60 service=m24 delivery=60")
    found = grid(seen, Side.VENDOR, "en")
    price = found.rows[0]
    # exercise.md R5: thresholds 188, 214, 240, 275, 310; 239 is level 2.
    assert [cell.value for cell in price.cells] == ["188", "214", "240", "275", "310"]
    assert [cell.reached for cell in price.cells] == [False, True, False, False, False]
    assert [cell.points for cell in price.cells] == [3, 6, 9, 12, 15]
    assert (price.points, found.total, found.par) == (6, 27, 30)
    assert len(below_grid(seen, "en")) == 3


def test_without_a_contract_no_cell_is_reached() -> None:
    found = grid(played(f"{OPENING} v walk"), Side.CLIENT, "en")
    assert found.total is None
    assert not any(cell.reached for row in found.rows for cell in row.cells)


def test_answers_are_held_beside_the_cards() -> None:
    seen = played(
        f"{OPENING} v ask exclusion price payment; c answer both; v ask causal delivery; c answer evasive;"
        "v tell payment price; c notyet;"
        "v ask exclusion price payment; c answer pair payment price;"
        "v ask summarising price delivery service payment; c answer yes; v notyet; c notyet;"
        "v ask leading service; c answer yes; v ask open; c answer issue price; v walk"
    )
    found = asked(seen, Side.VENDOR, "en")
    assert [each.truth for each in found] == [
        Truth.OPEN, Truth.EVADED, Truth.UNTRUE, Truth.TRUE, Truth.UNTRUE, Truth.TRUE,
    ]  # fmt: skip
    assert found[2].fact == "In truth price comes before the share paid at acceptance."
    assert found[4].fact == "On-site service is number 3 of 4 to them."
    assert found[5].fact == "Price is number 1 of 4 to them."
    assert asked(seen, Side.CLIENT, "en") == ()
    assert methods(seen, "en") == ()


def test_principles_show_every_occasion_that_conduct_counted() -> None:
    for name in ("course", "naive", "splitter"):
        seen = bots(name, 1)
        conduct = seen.found.sides[seen.side].conduct
        found = principles(seen, "zh")
        assert {each.principle: (each.kept, each.occasions) for each in found.kept} == {
            tally.principle: (tally.kept, tally.occasions)
            for tally in conduct.tallies
            if tally.occasions
        }
        for each in found.kept:
            marks = [finding.kept for move in each.moves for finding in move.found]
            assert tuple(marks) == each.marks
            assert (sum(marks), len(marks)) == (each.kept, each.occasions)


def test_a_move_that_breaks_a_principle_twice_is_told_once() -> None:
    seen = played(f"{OPENING} v offer price=275 service=m24; c notyet; v walk")
    found = {each.principle: each for each in principles(seen, "en").kept}
    [move] = found[Principle.ASK_FIRST].moves
    assert [finding.text for finding in move.found] == [
        "A concession on price without asking first what they expect there (R22).",
        "A concession on the on-site service without asking first what they expect there (R22).",
    ]
    assert not move.kept


def test_the_plane_has_our_points_to_the_right() -> None:
    ours = plot(signed("price=240 payment=60 service=m24 delivery=60"), "en")
    theirs = plot(signed("price=240 payment=60 service=m24 delivery=60", side=Side.CLIENT), "en")
    assert (ours.here, theirs.here) == ((30, 26), (26, 30))
    assert (ours.away, theirs.away) == ((20, 22), (22, 20))
    # exercise.md R46: Pareto from 22,43 to 41,23, Nash and egalitarian both 32/36 and 34/34.
    pairs = [(dot.ours, dot.theirs) for dot in ours.frontier]
    assert (pairs[0], pairs[-1], len(pairs)) == ((22, 43), (41, 23), 11)
    assert [(dot.ours, dot.theirs) for dot in ours.frontier if dot.nash] == [(32, 36), (34, 34)]
    assert sorted((b, a) for a, b in theirs.cloud) == sorted(ours.cloud)
    assert ours.low == (20, 20)
    assert ours.high == (50, 50)


def test_every_point_of_the_plane_lies_on_it() -> None:
    seen = signed("price=188 payment=45 service=m30 delivery=45")
    found = plot(seen, "en")
    assert found.here is not None
    for x, y in (*found.cloud, found.here, found.par, found.away):
        assert found.low[0] <= x <= found.high[0]
        assert found.low[1] <= y <= found.high[1]


def test_the_frontier_is_entered_where_both_would_have_gained_most() -> None:
    found = plot(signed("price=240 payment=60 service=m24 delivery=60"), "en")
    dot = found.frontier[found.start]
    assert found.here == (30, 26)
    # Of 30/38, 32/36, 34/34, 35/32, 37/30, 38/28 and 40/26 this one gains 7 and 4, 34/34 4 and 8.
    assert min(dot.ours - 30, dot.theirs - 26) == 5


def test_letters_stand_among_the_facts_of_the_plane_alone() -> None:
    seen = signed("price=240 payment=60 service=m24 delivery=60")
    told = facts(seen, "en")
    assert told[0] == "You won, the client lost: the client gave more than came back (D)."
    first = result(seen, "en")
    assert "(D)" not in " ".join((first.how, first.verdict, praise(seen, "en").text))


def test_staircases_hold_the_steps_that_were_made() -> None:
    seen = played(
        f"{OPENING} v offer price=270; c notyet; v offer price=250; c notyet; v offer price=240; c notyet; v walk"
    )
    price, payment, *_ = stairs(seen, Side.VENDOR, "en")
    assert price.line == "310 → 270 → 250 → 240 (10k yuan)"
    assert price.shape is not None
    assert [tread.value for tread in price.shape.treads] == ["310", "270", "250", "240"]
    # exercise.md R29: 310→270→250→240 says 230.
    assert price.shape.told is not None
    assert price.shape.told.value == "230"
    assert payment.line == "Stayed at 90%."


def test_a_side_that_named_nothing_has_no_stairs() -> None:
    seen = played("c offer price=230; v walk")
    found = stairs(seen, Side.CLIENT, "zh")
    assert (found[1].shape, found[1].line) == (None, "没有提过。")


def test_every_page_is_worded_in_both_languages() -> None:
    for name in ("course", "hardliner", "random"):
        seen = bots(name, 4, Side.CLIENT)
        for lang in LANGUAGES:
            assert result(seen, lang).verdict
            assert cards(seen, Afterthought(), lang).heads
            assert facts(seen, lang)
            assert stairs(seen, seen.side, lang)
            assert principles(seen, lang).share
            assert page_of(seen, lang).lang == lang


def test_points_shown_are_those_of_the_log() -> None:
    for seed in (1, 2):
        seen = bots("course", seed)
        deal = seen.found.outcome.deal
        assert deal is not None
        points: BySide[int] = score(seen.found.scenario, deal.terms).points
        found = result(seen, "en")
        assert (found.points, found.theirs) == tuple(points)
