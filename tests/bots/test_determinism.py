"""The same seed plays the same match, another seed another one (B2)."""

import arena
import built
import pytest

from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.play.driver import moves
from negosim.play.table import MatchTable

SCENARIO = built.third_vendor()


@pytest.mark.parametrize("lang", [None, "en", "zh"])
def test_the_same_seed_brings_the_same_events(lang: str | None) -> None:
    assert (
        arena.play(SCENARIO, seed=3, lang=lang).events
        == arena.play(SCENARIO, seed=3, lang=lang).events
    )


def test_seeds_differ_in_course_and_outcome() -> None:
    played = [arena.play(SCENARIO, seed=seed) for seed in range(8)]
    assert len({str(match.events) for match in played}) == 8
    assert len({match.points for match in played}) >= 3


def test_words_change_no_move() -> None:
    silent = arena.play(SCENARIO, seed=5)
    for lang in ("en", "zh"):
        spoken = arena.play(SCENARIO, seed=5, lang=lang)
        assert [type(event) for event in spoken.events] == [type(e) for e in silent.events]
        assert spoken.outcome == silent.outcome


@pytest.mark.parametrize("asked", [4, 11, 25, 40])
def test_bots_that_take_a_match_up_from_its_log_play_on_as_if_they_had_never_left(
    asked: int,
) -> None:
    """`asked` moves are made by one pair of bots, the rest by another pair."""
    whole = arena.play(SCENARIO, seed=2, lang="zh")
    journal = arena.Journal()
    setup = solo_setup(SCENARIO)
    table = MatchTable(SCENARIO, setup, journal=journal)
    first = {side.word: arena.bot(None, SCENARIO, side, seed=2, lang="zh") for side in Side}
    for _, _side in zip(range(asked), moves(table, first)):
        pass
    resumed = MatchTable(SCENARIO, setup, journal=journal, past=tuple(journal.events))
    second = {side.word: arena.bot(None, SCENARIO, side, seed=2, lang="zh") for side in Side}
    for _side in moves(resumed, second):
        pass
    assert journal.events == whole.events


def test_both_sides_of_one_seed_are_two_people() -> None:
    vendor = arena.bot("course", SCENARIO, Side.VENDOR, seed=7)
    client = arena.bot("course", SCENARIO, Side.CLIENT, seed=7)
    assert vendor.character.bargaining != client.character.bargaining
