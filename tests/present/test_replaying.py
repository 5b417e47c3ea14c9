"""The film of a match: its frames, where one may play on, what each frame shows of both sides."""

from __future__ import annotations

import arena
import built
import pytest
from finished import Counted

from negosim.engine.calls import must_move
from negosim.engine.evolve import fold
from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Level
from negosim.present.debrief import Review, review
from negosim.present.replay_lanes import lanes
from negosim.present.replaying import (
    Frame,
    Mark,
    film,
    next_mark,
    place_of,
    sayings,
    shown,
    turn_near,
)
from negosim.present.tracks import Settled

OPENING = "c offer price=170 payment=30 service=m36 delivery=30;"
SIGN = "c write; v confirm; c draw; c sign; v sign"
DEAL = (
    "c leave consult; c allow price=265 delivery=90; c return;"
    f"{OPENING} v offer price=275; c notyet; v notyet;"
    "c offer price=240 payment=60 service=m24 delivery=60;"
    f"v leave consult; v allow price=188 payment=30; v return; v accept; {SIGN}"
)


def match(lines: str = DEAL) -> Counted:
    return Counted.at_talks(built.third_vendor()).play(lines)


def of_bots(name: str, seed: int, side: Side = Side.VENDOR) -> Review:
    game = arena.play(built.third_vendor(), name, seed=seed)
    events = tuple(game.events)
    return review(game.scenario, events, moves=tuple(range(1, len(events) + 1)), side=side)


def test_each_frame_is_the_state_after_so_many_moves_of_the_log() -> None:
    played = match()
    frames = film(played.reviewed())
    for frame in frames:
        kept = played.log[: played.ends[frame.moves]]
        assert fold(played.state.scenario, kept).common == frame.state.common
    assert frames[-1].moves == len(played.ends) - 1


def test_the_film_begins_where_the_talks_open_and_ends_with_the_match() -> None:
    frames = film(match().reviewed())
    assert (frames[0].number, frames[0].side) == (0, None)
    assert frames[-1].state.common.outcome is not None
    assert frames[-1].mark is Mark.END
    assert [frame.moves for frame in frames] == list(
        range(frames[0].moves, frames[0].moves + len(frames))
    )


def test_frames_are_marked_by_the_weightiest_thing_in_them() -> None:
    frames = film(match().reviewed())
    assert [frame.mark for frame in frames if frame.mark] == [
        Mark.BREAK, Mark.CONCESSION, Mark.CONCESSION, Mark.BREAK, Mark.AGREED, Mark.END,
    ]  # fmt: skip


def test_one_may_play_on_where_the_match_waits_for_us() -> None:
    for side in Side:
        for frame in film(match().reviewed(side)):
            assert frame.mine == must_move(frame.state.common, side)


def test_the_nearest_turn_lies_before_if_it_can() -> None:
    frames = film(match().reviewed())
    mine = [place for place, frame in enumerate(frames) if frame.mine]
    for at in range(len(frames)):
        near = turn_near(frames, at)
        before = [place for place in mine if place <= at]
        assert near == (before[-1] if before else mine[0])


def test_a_match_that_never_was_ours_to_move_has_no_turn() -> None:
    frames = film(match("c walk").reviewed())
    assert turn_near(frames, len(frames) - 1) is None


def test_a_place_is_found_by_the_moves_behind_it() -> None:
    frames = film(match().reviewed())
    for place, frame in enumerate(frames):
        assert place_of(frames, frame.moves) == place
    assert place_of(frames, 0) == 0
    assert place_of(frames, 10_000) == len(frames) - 1


def test_marks_are_stepped_through_both_ways() -> None:
    frames = film(match().reviewed())
    forth, at = [], 0
    while at < len(frames) - 1:
        at = next_mark(frames, at, 1)
        forth.append(at)
    back = []
    while at > 0:
        at = next_mark(frames, at, -1)
        back.append(at)
    assert all(frames[place].mark for place in forth)
    assert back == [*reversed(forth[:-1]), 0]


def test_a_frame_tells_what_was_said_and_what_it_broke_for_both_sides() -> None:
    seen = match().reviewed()
    frames = film(seen)
    at = next(place for place, frame in enumerate(frames) if frame.mark is Mark.CONCESSION)
    found = shown(seen, frames, at, "en")
    assert found.title == f"Move {frames[at].number} of {frames[-1].number}"
    assert found.when == "03:45"
    assert [(each.who, each.text) for each in found.sayings] == [
        ("You", "We can do a price of 275 (10k yuan).")
    ]
    assert ("Ask first", False, "R22") in [
        (each.name, each.kept, each.rule) for each in found.judged
    ]
    assert all(each.side is Side.VENDOR for each in found.judged)
    assert found.next == "They are to move."


def test_the_rulings_of_the_other_side_lie_open_too() -> None:
    seen = match().reviewed(Side.CLIENT)
    frames = film(seen)
    judged = [each for at in range(len(frames)) for each in shown(seen, frames, at, "zh").judged]
    assert {each.side for each in judged} == {Side.VENDOR, Side.CLIENT}


def test_first_games_show_only_what_counted_there() -> None:
    scenario = built.third_vendor()
    setup = solo_setup(scenario, level=Level.FIRST, clock=ClockKind.NONE)
    played = Counted.at_talks(scenario, setup).play(
        f"{OPENING} v offer price=275; c notyet; v walk"
    )
    seen = played.reviewed()
    frames = film(seen)
    rules = {
        each.rule for at in range(len(frames)) for each in shown(seen, frames, at, "en").judged
    }
    assert rules == {"R22", "R25"}
    assert {shown(seen, frames, at, "en").when for at in range(len(frames))} == {""}


def test_both_last_words_are_told_with_what_they_bring_both_sides() -> None:
    seen = match().reviewed()
    frames = film(seen)
    at = max(place for place, frame in enumerate(frames) if frame.mark is Mark.CONCESSION)
    # The vendor stands at 275/90/m12/90: levels 4 5 5 5 of weights 3 4 2 1; client 0 1 1 1 of 4 1 2 3.
    # The client at 240/60/m24/60: 30 and 26 (exercise.md R46).
    assert shown(seen, frames, at, "en").standing == (
        "Your last word: 47 for you, 6 for them",
        "Their last word: 30 for you, 26 for them",
    )


def test_preparation_is_not_played_back() -> None:
    for frame in film(of_bots("course", 1)):
        assert frame.number > 0 or frame.side is None


def test_lanes_have_our_good_end_on_the_left_whoever_we_are() -> None:
    for side in Side:
        seen = match().reviewed(side)
        for lane in lanes(seen, seen.match.end, "en"):
            assert 0 <= lane.ours.quote.at < lane.ours.target.at < lane.ours.limit.at <= 1
            assert 0 <= lane.theirs.limit.at < lane.theirs.target.at < lane.theirs.quote.at <= 1
            assert lane.zone == (lane.theirs.limit.at, lane.ours.limit.at)


def test_limits_that_do_not_meet_leave_no_zone() -> None:
    scenario = built.scenario_of(
        built.numeric("price", (1, 300, 280, 270), (1, 200, 220, 250)),
        built.ladder("term", ("long", "mid", "short"), (2, 0, 1, 2), (2, 2, 1, 0)),
    )
    seen = Counted.at_talks(scenario).play("c offer price=200 term=short; v walk").reviewed()
    price, term = lanes(seen, seen.match.end, "en")
    assert price.zone is None
    assert term.zone == (0.0, 1.0)


def test_a_lane_tells_where_a_side_came_from_and_how_far_it_is_settled() -> None:
    seen = match().reviewed()
    frames = film(seen)
    at = next(place for place, frame in enumerate(frames) if frame.mark is Mark.CONCESSION)
    before, after = frames[at - 1].state, frames[at].state
    price, payment, *_ = lanes(seen, after, "en", before=before)
    assert price.was_ours is not None
    assert price.our_spot is not None
    assert price.was_ours < price.our_spot.at
    assert (price.was_theirs, payment.was_ours) == (None, None)
    assert price.our_spot.text == "275"
    last = lanes(seen, seen.match.end, "en")
    assert {lane.settled for lane in last} == {Settled.WRITTEN}
    assert [lane.settled_at for lane in last] == ["240", "60%", "m24", "60 days"]


def test_a_lane_does_not_shift_while_the_film_plays() -> None:
    seen = of_bots("naive", 2)
    marks = {
        tuple((lane.ours.quote.at, lane.theirs.quote.at) for lane in lanes(seen, frame.state, "en"))
        for frame in film(seen)
    }
    assert len(marks) == 1


@pytest.mark.parametrize("name", ["course", "naive", "hardliner", "random"])
def test_every_frame_of_any_match_can_be_shown_in_both_languages(name: str) -> None:
    for side in Side:
        seen = of_bots(name, 3, side)
        frames: tuple[Frame, ...] = film(seen)
        for at, frame in enumerate(frames):
            for lang in ("zh", "en"):
                assert shown(seen, frames, at, lang).title
                assert all(each.text for each in sayings(seen, frame, lang))
            for lane in lanes(seen, frame.state, "zh"):
                for spot in (lane.our_spot, lane.their_spot):
                    assert spot is None or 0 <= spot.at <= 1
