"""Tracks and status panel, drawn from one seat's own view."""

from __future__ import annotations

import built
import notation
import pytest

from negosim.cli.terminal.panel import panel
from negosim.cli.terminal.tracks import legend, scale_of, settled, tracks
from negosim.engine.opening import solo_setup
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.state import SeatView
from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import LANGUAGES
from negosim.language.typography import cells

SCENARIO = built.third_vendor()
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def at_talks(line: str = "", *, level: Level = Level.COURSE) -> notation.Match:
    setup = solo_setup(SCENARIO, level=level)
    return notation.Match.at_talks(SCENARIO, setup).play(line)


def drawn(view: SeatView, lang: str = "en", width: int = 80) -> list[str]:
    return ["".join(words for words, _ in line) for line in tracks(view, lang, width)]


def told(view: SeatView, lang: str = "en", elapsed_ms: int = 0) -> list[str]:
    return ["".join(words for words, _ in line) for line in panel(view, lang, elapsed_ms)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("seat", ["v", "c"])
@pytest.mark.parametrize("width", [60, 80, 110])
def test_tracks_are_two_lines_an_issue_within_the_width(seat: str, lang: str, width: int) -> None:
    match = at_talks("c offer price=170 payment=30 service=m36 delivery=30; v offer price=270")
    lines = drawn(match.view(seat), lang, width)
    assert len(lines) == 8
    assert max(map(cells, lines)) <= width


def test_a_track_has_ones_own_marks_with_the_points_of_each_level() -> None:
    # R5, R4: price weighs 3 for the vendor; levels 5..1 from 310, 275, 240, 214, 188.
    marks = drawn(at_talks().view("v"))[1]
    assert [sign for sign in marks if sign in "⚑┊◆┃"] == ["⚑", "┊", "◆", "┊", "┃"]
    assert [word for word in marks.replace("─", " ").split() if word[-1].isdigit()] == [
        "⚑15", "┊12", "◆9", "┊6",
    ]  # fmt: skip
    assert "┃3" in marks
    # The client's weight on price is 4, and its flag stands at 170: left is good for it too.
    marks = drawn(at_talks().view("c"))[1]
    assert marks.index("⚑20") < marks.index("◆12") < marks.index("┃4")


def test_offers_stand_on_the_track_with_the_distance_between_them() -> None:
    view = at_talks("c offer price=170; v offer price=270").view("v")
    offers, marks = drawn(view)[:2]
    assert offers.index("●") < offers.index("■")
    assert "●──" in offers
    assert offers.endswith("● 270 (10k yuan)")
    assert "gap 100" in marks


def test_the_hatch_begins_at_the_floor_and_the_track_ends_beyond_it() -> None:
    marks = drawn(at_talks().view("v"))[1]
    assert "░" not in marks[: marks.index("┃")]
    assert "░" in marks[marks.index("┃") :]


def test_a_track_ends_where_public_things_and_own_marks_say() -> None:
    # The same table talk against a client with other secrets: the same picture.
    other = built.third_vendor(walk_away=BySide(20, 40))
    line = "c offer price=170; v offer price=270; c notyet"
    mine = at_talks(line).view("v")
    twin = notation.Match.at_talks(other, solo_setup(other)).play(line).view("v")
    assert drawn(mine) == drawn(twin)
    assert scale_of(mine, PRICE, 40) == scale_of(twin, PRICE, 40)


def test_a_row_says_what_is_agreed_and_what_is_written() -> None:
    match = at_talks("c offer delivery=45; v accept")
    assert settled(match.view("v"), DELIVERY, "en") == "✓ agreed 45 days"
    match.play("c notyet; v write; c confirm")
    assert settled(match.view("v"), DELIVERY, "zh") == "✎ 已写 45天"
    assert settled(match.view("v"), PRICE, "zh") == ""


def test_the_legend_explains_the_signs() -> None:
    for lang in LANGUAGES:
        for side in SIDES:
            assert all(sign in legend(side, lang) for sign in "●■⚑◆┃┊")
            assert cells(legend(side, lang)) <= 80


def test_the_legend_names_the_marks_as_the_side_does() -> None:
    # exercise.md, Words: quote, target, limit; for the client opening, target, ceiling.
    assert "⚑ quote  ◆ target  ┃ limit" in legend(Side.VENDOR, "en")
    assert "⚑ opening  ◆ target  ┃ ceiling" in legend(Side.CLIENT, "en")
    assert "┃ 最高可接受" in legend(Side.CLIENT, "zh")


def test_the_panel_says_time_turn_pen_and_what_is_unwritten() -> None:
    # R15: record 15 s, confirm 10 s and sheet 60 s have to fit behind a handshake.
    match = at_talks("c offer delivery=45; v accept")
    view = match.view("v")
    first, second, third = told(view, elapsed_ms=60_000)
    assert first == "Time left 29:00  ·  agree within 27:20  ·  their turn"
    assert second == "Pen: free  ·  unwritten: delivery"
    assert third.endswith("hoped for: 30  ·  no deal: 20")
    match.play("c notyet; v write")
    assert told(match.view("v"))[1] == "Pen: You"


def test_points_in_reach_are_what_is_agreed_and_else_what_they_named() -> None:
    view = at_talks("c offer price=240 payment=60 service=m24 delivery=60").view("v")
    # R46: 240/60/m24/60 is worth 30 to the vendor.
    assert told(view)[2].startswith("Signed at their values: 30 points")
    # R24: the vendor's limit on price is 188; nothing beyond it is ever signed.
    beyond = at_talks("c offer price=187 payment=60 service=m24 delivery=60").view("v")
    assert told(beyond)[2].startswith("Their values cannot be signed: price beyond your limit")
    agreed = at_talks("c offer price=240 payment=60 service=m24 delivery=60; v accept").view("v")
    assert told(agreed)[2].startswith("Agreed so far, signed: 30 points")
    partly = at_talks("c offer delivery=60").view("v")
    assert told(partly)[2].startswith("On the table so far: 3 points")


def test_an_exam_says_nothing_of_points_and_first_levels_say_how_hard_they_are() -> None:
    assert len(told(at_talks("c notyet", level=Level.EXAM).view("v"))) == 2
    guided = told(at_talks("c notyet", level=Level.GUIDED).view("v"))
    # R23: one closing move, and it moved nothing.
    assert guided[3] == "They have lately been: hard"


def test_unwritten_points_are_said_loudly_in_the_last_three_minutes() -> None:
    view = at_talks("c offer delivery=45; v accept").view("v")
    assert not any("UNWRITTEN" in line for line in told(view, elapsed_ms=26 * 60_000))
    assert "  UNWRITTEN: DELIVERY" in told(view, elapsed_ms=27 * 60_000)


def test_without_a_clock_there_is_no_time_to_tell() -> None:
    setup = solo_setup(SCENARIO, clock=ClockKind.NONE)
    view = notation.Match.at_talks(SCENARIO, setup).view("v")
    assert told(view)[0].startswith("No clock")
