"""A bot decides by its seat's view alone (B1): what differs only in the other side's
secrets is answered with the same moves."""

import arena
import built
import pytest

from negosim.engine.record import but
from negosim.engine.scenario import Scenario, with_marks, with_order
from negosim.engine.sides import BySide, Side

NO_WALK_AWAY: BySide[int | None] = BySide(0, 0)
SCENARIO = built.third_vendor(walk_away=NO_WALK_AWAY)


def twin(scenario: Scenario, side: Side) -> Scenario:
    """The same table with other targets, floors and order of one side.

    Quotes stay, since the vendor's is public, and floors only widen, so that whatever
    the side did in one world it may do in the other.
    """
    marks = []
    for mark, issue in zip(scenario.marks[side], scenario.issues, strict=True):
        out = 1 if (mark.floor > mark.quote) else -1
        floor = mark.floor if issue.is_ladder else mark.floor + 5 * out
        target = mark.target if issue.is_ladder else mark.target - 3 * out
        marks.append(but(mark, floor=floor, target=target))
    other = with_marks(scenario, scenario.marks.put(side, tuple(marks)))
    order = tuple(sorted(range(len(marks)), key=lambda issue: -other.marks[side][issue].rank))
    return with_order(other, side, order)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("side", list(Side))
def test_the_other_sides_secrets_change_no_move(side: Side, seed: int) -> None:
    """In the second world the other side repeats its moves of the first by rote."""
    world = arena.play(SCENARIO, seed=seed)
    other = twin(SCENARIO, side.other)
    watched = arena.bot(None, other, side, seed)
    script = arena.Scripted((world.client if side is Side.VENDOR else world.vendor).moves)
    pair = (watched, script) if side is Side.VENDOR else (script, watched)
    again = arena.play(other, *pair)
    mine, mine_again = (
        (world.vendor.moves, again.vendor.moves)
        if side is Side.VENDOR
        else (world.client.moves, again.client.moves)
    )
    assert mine_again == mine
    assert again.outcome == world.outcome


def test_the_roster_reads_nothing_of_a_scenario_but_the_persona_and_the_beats() -> None:
    for side in Side:
        one = arena.bot(None, SCENARIO, side)
        two = arena.bot(None, twin(SCENARIO, side.other), side)
        assert one.character == two.character
