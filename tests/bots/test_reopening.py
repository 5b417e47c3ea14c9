"""A line is reopened only by both (exercise.md R40): what a bot answers to the request."""

import pytest
from notation import Match, unbound

from negosim.bots import roster
from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.sides import Side
from negosim.play.stream import Streams

SEATS = {Side.VENDOR: ("v", "c"), Side.CLIENT: ("c", "v")}


def asked(match: Match, side: Side) -> m.Move | None:
    """What a bot that has heard the whole match does now."""
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    bot = roster.create(None, match.state.scenario, side=side, seed=3, lang=None)
    return bot.choose(match.view(side.word), streams.of(side, 0))


@pytest.mark.parametrize("side", list(SEATS))
def test_a_bot_reopens_a_line_once_and_holds_the_next(side: Side) -> None:
    bot, person = SEATS[side]
    scenario = unbound(load("third-vendor"))
    match = Match.at_talks(scenario).play("c offer price=240; v accept; c notyet; v write")
    match.play(f"c confirm; v notyet; {person} reopen 1")
    assert asked(match, side) == m.Reopen(1)
    match.play(f"{bot} reopen 1; c offer service=m24; v accept; c notyet; v write; c confirm")
    match.play(f"v notyet; {person} reopen 2")
    assert not isinstance(asked(match, side), m.Reopen)
