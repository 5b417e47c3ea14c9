"""Time at the table: exercise.md R10, R15, R16."""

import built
import pytest
from notation import Match, unbound

from negosim.engine.clock import latest_handshake_ms
from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.decide import elapse
from negosim.engine.errors import Refusal
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.preview import preview
from negosim.engine.sides import SIDES
from negosim.engine.words import ClockKind, Ending, Phase


def talks() -> Match:
    return Match.at_talks(built.third_vendor())


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        # R16
        ("c ask open", 20),
        ("c offer price=170", 45),
        ("c argue deadline", 30),
        ("c tell price delivery", 15),
        ("c goodwill", 15),
        ("c notyet", 15),
        ("c accept service", 15),
        ("c leave consult", 120),
        ("c draw price=240 payment=60 service=m24 delivery=60", 60),
        ("c write price=220", 15),
        ("c handover price", 0),
        ("c guess price payment service delivery", 0),
    ],
)
def test_a_move_costs_its_table_time(line: str, seconds: int) -> None:
    assert talks().play(line).state.common.elapsed_ms == seconds * 1000


def test_an_answer_costs_10_s_a_concession_60_s_and_a_second_package_15_s_more() -> None:
    match = talks().play("c ask open; v answer issue price")
    assert match.state.common.elapsed_ms == 30_000
    match.play("c offer price=170; v offer price=270")
    assert match.state.common.elapsed_ms == 30_000 + 45_000 + 60_000
    match = talks().play("c notyet; v offer price=275 delivery=45 or price=240 delivery=90")
    assert match.state.common.elapsed_ms == 15_000 + 60_000 + 15_000


def test_the_clock_starts_when_both_have_introduced_themselves() -> None:
    match = Match(built.third_vendor()).play("v ready; c ready; v intro")
    assert match.state.common.phase is Phase.INTRODUCTION
    match.play("c intro")
    assert match.state.common.phase is Phase.TALKS
    assert match.state.common.elapsed_ms == 0


def test_a_move_counts_if_its_cost_ends_by_the_limit() -> None:
    setup = solo_setup(built.third_vendor(), limit_ms=60_000)
    match = Match.at_talks(built.third_vendor(), setup).play("c offer price=170; v notyet")
    assert match.state.common.elapsed_ms == 60_000
    assert match.state.common.phase is Phase.TALKS


def test_a_move_that_would_end_later_does_not_count_and_the_talks_are_over() -> None:
    setup = solo_setup(built.third_vendor(), limit_ms=59_000)
    match = Match.at_talks(built.third_vendor(), setup).play("c offer price=170")
    _, move = match.parse("v notyet")
    assert not preview(match.view("v"), move).in_time
    match.play("v notyet")
    outcome = match.state.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.TIME
    assert match.state.common.positions.vendor.closes == ()


def test_signing_is_free_at_the_last_moment() -> None:
    setup = solo_setup(built.third_vendor(), limit_ms=60_000)
    match = Match.at_talks(unbound(built.third_vendor()), setup)
    match.play("c draw price=240 payment=60 service=m24 delivery=60; c sign; v sign")
    outcome = match.state.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.SIGNED


def test_the_latest_handshake_leaves_time_to_write_confirm_and_draw() -> None:
    # R15, R16: 1,800 - 15 (the other side's turn) - 15 - 10 - 60
    latest = latest_handshake_ms(solo_setup(built.third_vendor()))
    assert latest == 1_700_000


def test_an_acceptance_at_the_latest_handshake_can_still_be_signed_by_whoever_holds_the_pen() -> (
    None
):
    scenario = unbound(built.third_vendor())
    match = Match.at_talks(scenario, solo_setup(scenario, limit_ms=340_000))
    match.play("c notyet; v write service=m12; c confirm; v notyet")
    match.play("c offer price=250 payment=60 service=m12 delivery=60; v goodwill; c goodwill")
    match.play("v goodwill; c goodwill; v goodwill; c goodwill; v accept")
    latest = latest_handshake_ms(match.setup)
    assert latest is not None
    assert match.state.common.elapsed_ms <= latest
    match.play("c notyet; v write; c confirm; v draw; v sign; c sign")
    outcome = match.state.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.SIGNED


def test_without_a_clock_nothing_runs_out() -> None:
    setup = solo_setup(built.third_vendor(), clock=ClockKind.NONE)
    assert setup.limit_ms is None
    assert latest_handshake_ms(setup) is None


def test_breaks_are_shorter_in_short_talks() -> None:
    # R36: 120 s, 90 s under 25 minutes
    assert solo_setup(built.third_vendor()).break_ms == 120_000
    assert solo_setup(built.third_vendor(), limit_ms=1_499_000).break_ms == 90_000


def by_the_wall(*, silence_ms: int | None = None) -> Match:
    scenario = built.third_vendor()
    seats = tuple(Seat(side.word, side, ALL_ROLES, (0, 1, 2, 3)) for side in SIDES)
    setup = team_setup(scenario, seats, clock=ClockKind.WALL, silence_ms=silence_ms)
    return Match.at_talks(scenario, setup)


def test_under_the_wall_clock_moves_cost_nothing_and_the_hands_move_by_themselves() -> None:
    match = by_the_wall()
    match.now_ms = 12_345
    match.play("c offer price=170")
    assert match.state.common.elapsed_ms == 12_345


def test_the_wall_clock_ends_the_talks() -> None:
    match = by_the_wall()
    assert elapse(match.state, 1_800_000).events == ()
    over = elapse(match.state, 1_800_001).state
    assert over.common.outcome is not None
    assert over.common.outcome.ending is Ending.TIME


def test_the_wall_clock_ends_a_break() -> None:
    match = by_the_wall()
    match.now_ms = 10_000
    match.play("c leave consult")
    assert elapse(match.state, 129_999).events == ()
    assert elapse(match.state, 130_000).state.common.phase is Phase.TALKS


def test_in_class_a_minute_of_silence_is_a_not_yet_or_no_answer() -> None:
    match = by_the_wall(silence_ms=60_000)
    assert elapse(match.state, 59_999).events == ()
    assert [type(e).__name__ for e in elapse(match.state, 60_000).events] == ["NotYetSaid"]
    match.play("c ask open")
    assert [type(e).__name__ for e in elapse(match.state, 60_000).events] == ["QuestionAnswered"]


def test_in_class_silence_counts_from_the_last_word_or_line() -> None:
    match = by_the_wall(silence_ms=60_000)
    match.now_ms = 50_000
    match.play("c ask open")
    assert elapse(match.state, 109_999).events == ()
    assert [type(e).__name__ for e in elapse(match.state, 110_000).events] == ["QuestionAnswered"]


def test_under_the_wall_clock_a_pen_is_free_when_its_minute_is_over_not_at_the_next_event() -> None:
    match = by_the_wall()
    match.play("c accept service; v write; c confirm; v notyet; c accept payment; v notyet")
    match.now_ms = 59_999
    assert match.refuses("c pen") is Refusal.PEN_HELD
    match.now_ms = 60_000
    assert match.refuses("c pen") is None


def test_under_table_time_the_wall_brings_nothing() -> None:
    assert elapse(talks().state, 10**9).events == ()
