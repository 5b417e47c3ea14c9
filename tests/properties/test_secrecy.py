"""Twin worlds (architecture.md law 3): what differs in one side's secrets alone, the
other side cannot tell. Offers are drawn near every mark of either world."""

import dataclasses
import random

import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from wild import Wild, marked_ticks, seat_view

from negosim.engine.calls import calls
from negosim.engine.decide import advance
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.legality import legal_moves, refusal
from negosim.engine.opening import opened, solo_setup
from negosim.engine.preview import preview
from negosim.engine.scenario import Scenario, with_marks
from negosim.engine.sides import Side
from negosim.engine.state import MatchState
from negosim.engine.yardstick import Marks, sign_of
from negosim.play.stream import Streams
from negosim.wire.codec import Codec


def twin(scenario: Scenario, secretive: Side, rng: random.Random) -> Scenario:
    """The same scenario with `secretive`'s order, targets, floors and walk-away drawn anew.

    The vendor's quote is public from the start, so it stays; so does whatever both
    sides read in the file.
    """
    count = len(scenario.issues)
    ranks = rng.sample(range(1, count + 1), count)
    marks = []
    for issue, mark, rank in zip(scenario.issues, scenario.marks[secretive], ranks, strict=True):
        sign = sign_of(issue, secretive)
        room = sign * (mark.quote - (issue.lowest if sign > 0 else issue.highest))
        if issue.is_ladder:
            down = sorted(rng.randint(0, room) for _ in range(2))
        else:
            down = sorted(rng.sample(range(1, min(room, 400) + 1), 2)) if room >= 2 else []
        if down:
            target, floor = (mark.quote - sign * step for step in down)
            marks.append(Marks(rank, mark.quote, target, floor))
        else:
            marks.append(dataclasses.replace(mark, rank=rank))
    other = with_marks(scenario, scenario.marks.put(secretive, tuple(marks)))
    walk_away = other.walk_away.put(secretive, rng.randint(0, 30))
    return dataclasses.replace(other, walk_away=walk_away)


class World:
    """One of two matches that hear the same moves."""

    def __init__(self, scenario: Scenario) -> None:
        self.state: MatchState = opened(scenario, solo_setup(scenario))
        self.streams = Streams()
        self.codec = Codec(scenario.issues, scenario.benefits)

    def refuses(self, seat: str, move: object) -> tuple[Refusal, int | None] | None:
        return refusal(seat_view(self.state, seat), move)

    def send(self, seat: str, move: object) -> Refusal | None:
        try:
            step = advance(self.state, seat, move, 0)
        except IllegalMove as illegal:
            return illegal.code
        self.state = step.state
        self.streams.add(step.state, step.events)
        return None

    def seen_by(self, side: Side) -> tuple[object, ...]:
        """All that reaches a seat: brief, view, legal kinds, its stream, and their bytes."""
        view = seat_view(self.state, side.word)
        stream = self.streams.of(side, 0)
        return (
            view,
            legal_moves(view),
            stream,
            repr(self.codec.view_to_json(view)),
            repr(self.codec.brief_to_json(view.brief)),
            repr([self.codec.seat_event_to_json(event) for event in stream]),
        )


@given(strategies.scenarios(), st.sampled_from(list(Side)), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_a_seat_cannot_tell_two_worlds_apart_that_differ_in_the_other_sides_secrets(
    scenario: Scenario, watcher: Side, seed: int
) -> None:
    rng = random.Random(seed)
    secretive = watcher.other
    worlds = World(scenario), World(twin(scenario, secretive, rng))
    wild = Wild(scenario, rng, folly=0.15)
    wild.ticks = [
        sorted(
            set(marked_ticks(worlds[0].state.scenario, issue))
            | set(marked_ticks(worlds[1].state.scenario, issue))
        )
        for issue in range(len(scenario.issues))
    ]
    if worlds[0].state.scenario.marks != worlds[1].state.scenario.marks:
        # the twins do differ, and their owner does see it
        assert worlds[0].seen_by(secretive) != worlds[1].seen_by(secretive)
    for _ in range(60):
        called = calls(worlds[0].state.common)
        assert called == calls(worlds[1].state.common)
        if not called:
            break
        side = rng.choice(called) if rng.random() < 0.85 else rng.choice(list(Side))
        move = wild.move(seat_view(worlds[0].state, side.word))
        if side is watcher:
            # the same code, the same preview, in both worlds
            assert worlds[0].send(side.word, move) == worlds[1].send(side.word, move)
            assert preview(seat_view(worlds[0].state, side.word), move) == preview(
                seat_view(worlds[1].state, side.word), move
            )
        elif all(world.refuses(side.word, move) is None for world in worlds):
            # the secretive side may do in one world what it may not in the other;
            # what it does in both must look the same
            for world in worlds:
                assert world.send(side.word, move) is None
        assert worlds[0].seen_by(watcher) == worlds[1].seen_by(watcher)
