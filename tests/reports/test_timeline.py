"""A log read once: numbers, movers, rulings, states."""

from __future__ import annotations

import built
import pytest
from notation import Match

from negosim.engine import events as e
from negosim.engine.sides import Side
from negosim.reports.timeline import timeline


def test_moves_are_numbered_from_the_opening_of_the_talks() -> None:
    match = Match.at_talks(built.third_vendor()).play(
        "c offer price=170; v offer price=270; c leave consult; c return; c notyet"
    )
    entries = timeline(built.third_vendor(), match.log).entries
    told = [(each.number, type(each.event).__name__, each.side) for each in entries[5:]]
    assert told == [
        (1, "OfferMade", Side.CLIENT),
        (2, "OfferMade", Side.VENDOR),
        (3, "BreakTaken", Side.CLIENT),
        (3, "BreakEnded", None),
        (4, "NotYetSaid", Side.CLIENT),
    ]
    assert {each.number for each in entries[:5]} == {0}


def test_rulings_stand_on_the_event_they_judge_for_the_side_they_judge() -> None:
    match = Match.at_talks(built.third_vendor()).play("c notyet; v offer price=270")
    last = timeline(built.third_vendor(), match.log).entries[-1]
    assert isinstance(last.event, e.OfferMade)
    assert last.rulings.vendor == match.rulings(Side.VENDOR)
    assert [ruling.code for ruling in last.rulings.vendor][:2] == ["unasked", "no_exchange"]
    assert last.rulings.client == ()


def test_every_entry_has_the_states_before_and_after_it() -> None:
    match = Match.at_talks(built.third_vendor()).play("c notyet; v offer price=270")
    read = timeline(built.third_vendor(), match.log)
    assert read.end == match.state
    for earlier, later in zip(read.entries, read.entries[1:], strict=False):
        assert earlier.after == later.before
    assert read.entries[-1].before.common.positions.vendor.best[0] == 310
    assert read.entries[-1].after.common.positions.vendor.best[0] == 270


def test_a_log_without_its_opening_is_refused() -> None:
    match = Match.at_talks(built.third_vendor())
    with pytest.raises(ValueError, match="a log begins with MatchOpened"):
        timeline(built.third_vendor(), match.log[1:])
    with pytest.raises(ValueError, match="a log begins with MatchOpened"):
        timeline(built.third_vendor(), ())
