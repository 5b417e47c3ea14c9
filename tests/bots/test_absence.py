"""When a bot leaves to consult: properly (exercise.md R35), and not before it has to."""

import built
from notation import Match

from negosim.bots import roster
from negosim.bots.absence import consult
from negosim.bots.picture import Picture
from negosim.bots.scale import Scale
from negosim.engine import moves as m
from negosim.engine.propriety import is_proper_leave
from negosim.engine.words import Purpose

COURSE = roster.character("course", built.third_vendor())
ASKED = "c offer price=200; v ask expectation price; c answer demand price=200"


def consulting(match: Match) -> m.Leave | None:
    view = match.view("v")
    return consult(Picture(view, Scale(view.brief), COURSE.bargaining.opening), COURSE)


def test_a_demand_heard_before_ones_concession_is_a_good_reason_that_a_bot_does_not_use() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{ASKED}; v offer price=300; c notyet")
    assert is_proper_leave(match.view("v"), Purpose.CONSULT)
    assert consulting(match) is None


def test_a_bot_consults_once_its_own_next_step_needs_authority() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{ASKED}; v offer price=240; c notyet")
    assert consulting(match) == m.Leave(Purpose.CONSULT)
