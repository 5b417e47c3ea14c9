"""When a bot leaves or sends others out: properly (exercise.md R35), and not before it has to."""

from itertools import product

import arena
import built
import pytest
from notation import Match

from negosim.bots import roster
from negosim.bots.absence import consult, stand_up
from negosim.bots.manners import MANNERS
from negosim.bots.personas import PERSONAS
from negosim.bots.picture import STUCK_FROM, Picture
from negosim.bots.scale import Scale
from negosim.catalog import load
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.preview import preview
from negosim.engine.propriety import is_proper_leave
from negosim.engine.sides import Side
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


# -- sending the others out (R36) ------------------------------------------------------------

SENDERS = [name for name in roster.personas() if MANNERS[name].sends_out]
STALLING = (
    "c offer price=200 payment=60 service=m30 delivery=30; v offer price=300 for payment=90; "
    "c notyet; v notyet; c notyet; v notyet"
)
"""Four quiet moves after the vendor's only step."""


def standing_up(match: Match, name: str) -> m.Leave | None:
    view = match.view("c")
    return stand_up(Picture(view, Scale(view.brief)), PERSONAS[name])


def test_one_client_sends_the_others_out_and_none_of_the_driving_people() -> None:
    assert SENDERS == ["expressive-self"]


@pytest.mark.parametrize("name", SENDERS)
def test_a_client_sends_the_others_out_when_the_talks_are_stuck_and_no_sooner(name: str) -> None:
    moves = STALLING.split("; ")
    match = Match.at_talks(built.third_vendor())
    sent = []
    for move in moves:
        match.play(move)
        sent.append(match.state.common.turn.side.word == "client" and standing_up(match, name))
    assert sent[-1] == m.Leave(Purpose.PRESS)
    assert not any(sent[:-1])


@pytest.mark.parametrize("name", SENDERS)
def test_it_does_so_once(name: str) -> None:
    match = Match.at_talks(built.third_vendor()).play(STALLING)
    match.do("client", m.Leave(Purpose.PRESS))
    match.do("vendor", m.Return())
    match.play("v notyet; c notyet; v notyet; c notyet; v notyet")
    assert standing_up(match, name) is None


@pytest.mark.parametrize("name", SENDERS)
def test_what_is_agreed_and_unconfirmed_is_not_risked_for_it(name: str) -> None:
    match = Match.at_talks(built.third_vendor())
    match.play("c offer price=200 payment=60; v offer delivery=30 service=m18")
    match.play("c accept delivery; v notyet; c notyet; v notyet; c notyet; v notyet")
    assert match.state.common.turn.quiet >= STUCK_FROM
    assert standing_up(match, name) is None
    assert preview(match.view("c"), m.Leave(Purpose.PRESS)).refusal is None


def test_in_play_they_leave_properly_and_for_nothing_else() -> None:
    pressed = 0
    for name, file in product(SENDERS, ("third-vendor", "tower", "gate")):
        for seed in range(900_000, 900_012):
            game = arena.play(load(file), "course", name, seed=seed)
            left = [move for move in game.client.moves if isinstance(move, m.Leave)]
            pressed += sum(move.purpose is Purpose.PRESS for move in left)
            assert sum(move.purpose is Purpose.PRESS for move in left) <= 1
            assert "unjustified_break" not in game.faults(Side.CLIENT)
    assert pressed > 0


# -- executives (R38) ------------------------------------------------------------------------

BRINGERS = [name for name in roster.personas() if MANNERS[name].brings_executives]


def test_two_people_at_a_loss_bring_their_executives_in() -> None:
    assert BRINGERS == ["expressive-loss", "amiable-loss"]


def test_they_come_once_out_of_a_deadlock_and_free_both_sides_to_their_floors() -> None:
    called = 0
    for name, file in product(roster.personas(), ("third-vendor", "gate")):
        for seed in range(900_000, 900_006):
            game = arena.play(load(file), "course", name, seed=seed)
            events = [event for event in game.events if isinstance(event, e.ExecutivesCalled)]
            assert len(events) <= (name in BRINGERS)
            if events:
                called += 1
                before = game.events[: game.events.index(events[0])]
                assert any(isinstance(event, e.DeadlockFell) for event in before)
                own = game.table.state.own
                assert all(each.authority == each.floors for each in own)
    assert called > 0
