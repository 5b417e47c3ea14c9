"""Whole games seen from a seat: what is offered to be chosen is what the engine allows."""

from __future__ import annotations

from collections.abc import Iterator

import arena
import built
import pytest
import watched
from notation import Match

from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.phases import RULES
from negosim.engine.preview import preview
from negosim.engine.record import but
from negosim.engine.scenario import HouseRules, Scenario, with_marks
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Level, Phase, Role, TableKind
from negosim.language.values import seconds_text
from negosim.present.accepting import accepting, offer_card
from negosim.present.answering import answering
from negosim.present.asking import asking
from negosim.present.bubbles import transcript
from negosim.present.choices import Choice, Group
from negosim.present.goal import goal
from negosim.present.headline import headline
from negosim.present.line_draft import LineDraft
from negosim.present.notes import lock_guess, own_note, shelves, summary_question
from negosim.present.offer_builder import OfferBuilder
from negosim.present.phrase_cards import cards
from negosim.present.reacting import reactions
from negosim.present.replying import replying
from negosim.present.stepping_out import end_talks, stepping_out
from negosim.present.verbs import verbs
from negosim.present.writing import writing

Heard = tuple[SeatEvent, ...]


def _marks(view: SeatView) -> list[tuple[int, ...]]:
    """Nothing marked, one issue, two, all."""
    count = len(view.brief.issues)
    return [(), (count - 1,), *([(1, 0)] if count > 1 else []), tuple(range(count))]


def lists(view: SeatView, heard: Heard, lang: str) -> Iterator[tuple[Choice, ...]]:
    """Every list of choices that the table shows."""
    board = tuple(range(len(view.brief.issues)))
    for marked in _marks(view):
        yield asking(view, marked, lang, board=board)
        yield _flat(replying(view, marked, lang, heard=heard))
    yield accepting(view, lang)
    yield answering(view, lang)
    yield writing(view, lang).choices
    yield _flat(reactions(view, lang))
    yield stepping_out(view, lang)
    yield (own_note(view, "a note", lang), lock_guess(view, board, lang))
    noted = [note for shelf in shelves(view, heard, lang) for note in shelf.notes]
    asked = {note.number: summary_question(view, note, lang) for note in noted}
    yield tuple(choice for choice in asked.values() if choice is not None)


def _flat(groups: tuple[Group, ...]) -> tuple[Choice, ...]:
    return tuple(choice for group in groups for choice in group.choices)


def expressible(view: SeatView, heard: Heard) -> Iterator[m.Move]:
    """Every legal move that the table's lists and builders hold ready."""
    for choices in lists(view, heard, "en"):
        yield from (each.move for each in choices if each.move is not None and not each.why_not)
    walk = end_talks(view, "en")
    offer, line = OfferBuilder(view), LineDraft(view)
    offer.first.less(0)
    line.package.give(0)
    for builder in (offer, line):
        move = builder.move()
        if move is not None and not builder.problem("en"):
            yield move
    if not walk.why_not:
        yield walk.move


def at_the_table(seen: tuple[watched.Moment, ...] | list[watched.Moment]) -> list[watched.Moment]:
    return [moment for moment in seen if moment.view.common.phase is Phase.TALKS]


def _eight() -> Scenario:
    entries = [
        built.numeric(f"n{place}", (place, 90, 60, 30), (9 - place, 20, 50, 80))
        for place in range(1, 9)
    ]
    return built.scenario_of(*entries)


def _single() -> Scenario:
    return built.scenario_of(built.numeric("price", (1, 90, 60, 30), (1, 20, 50, 80)))


GAMES = {
    "course": lambda: watched.course_game(),
    "wild": lambda: watched.moments(built.third_vendor(), arena.Fuzzer(3), arena.Fuzzer(4)),
    "wilder": lambda: watched.moments(built.third_vendor(), arena.Fuzzer(7), arena.Fuzzer(8)),
    "eight issues": lambda: watched.moments(_eight(), arena.Fuzzer(1), arena.Fuzzer(2)),
    "one issue": lambda: watched.moments(_single(), arena.Fuzzer(5), arena.Fuzzer(6)),
}


@pytest.mark.parametrize("game", GAMES)
def test_every_choice_of_a_game_is_legal_or_says_why_not(game: str) -> None:
    checked = 0
    for moment in at_the_table(GAMES[game]())[:40]:
        for choices in lists(moment.view, moment.heard, "en"):
            ids = [choice.id for choice in choices]
            assert len(ids) == len(set(ids))
            for choice in choices:
                checked += 1
                if choice.move is None:
                    assert choice.why_not
                    continue
                seen = preview(moment.view, choice.move)
                assert (seen.refusal is None) == (choice.why_not == "")
                assert choice.cost == (seconds_text(seen.cost_ms, "en") if seen.cost_ms else "")
    assert checked > 300


@pytest.mark.parametrize("game", GAMES)
def test_both_languages_offer_the_same_choices(game: str) -> None:
    for moment in at_the_table(GAMES[game]())[:20]:
        english = list(lists(moment.view, moment.heard, "en"))
        chinese = list(lists(moment.view, moment.heard, "zh"))
        assert [[c.id for c in each] for each in english] == [[c.id for c in e] for e in chinese]
        for choice in (choice for each in chinese for choice in each):
            assert choice.label


@pytest.mark.parametrize("game", GAMES)
def test_whoever_is_to_move_has_a_verb_that_can_be_used(game: str) -> None:
    asked = 0
    for moment in at_the_table(GAMES[game]()):
        view = moment.view
        if not headline(view, "en").mine:
            continue
        asked += 1
        usable = {verb.id for verb in verbs(view, "en") if not verb.why_not}
        question = view.common.turn.question
        assert usable >= ({"reply"} if question is not None else {"offer", "reply"})
    assert asked > 3


@pytest.mark.parametrize("game", GAMES)
def test_the_phrase_cards_of_a_game_are_legal_and_differ(game: str) -> None:
    for moment in at_the_table(GAMES[game]()):
        hand = cards(moment.view, "en", 11)
        assert len({card.kind for card in hand}) == len(hand)
        for card in hand:
            seen = preview(moment.view, card.move)
            assert (seen.refusal, seen.in_time) == (None, True)
        assert hand == cards(moment.view, "en", 11)


def test_what_is_read_of_a_game_is_the_same_in_every_order_of_asking() -> None:
    moment = at_the_table(watched.course_game())[-1]
    first = transcript(moment.view, moment.heard, "en")
    transcript(moment.view, moment.heard, "zh")
    assert transcript(moment.view, moment.heard, "en") == first


def test_the_table_can_express_every_move_of_the_talks() -> None:
    found: set[type[m.Move]] = set()
    for game in ("course", "wild", "wilder"):
        for moment in at_the_table(GAMES[game]()):
            found |= {type(move) for move in expressible(moment.view, moment.heard)}
    found |= {type(move) for move in expressible(_coordinator(), ())}
    found |= {type(move) for move in expressible(_spoken(), ())}
    assert found >= {kind for kind, rule in RULES.items() if Phase.TALKS in rule.phases}


def _coordinator() -> SeatView:
    """The coordinator of a vendor team that was asked about the price."""
    scenario = built.third_vendor()
    seats = (
        Seat("Ann", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
        Seat("Ben", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (0, 1, 2, 3)),
        Seat("client", Side.CLIENT, tuple(Role), (0, 1, 2, 3)),
    )
    setup = team_setup(scenario, seats, clock=ClockKind.TABLE)
    match = Match(scenario, setup).play("Ann ready; c ready; Ann intro; c intro")
    match.play("c ask expectation price; Ann answer evasive; c notyet")
    return match.view("Ann")


def _spoken() -> SeatView:
    scenario = built.third_vendor(house=HouseRules(kind=TableKind.SPOKEN))
    setup = solo_setup(scenario, clock=ClockKind.WALL)
    match = Match(scenario, setup).play("v ready; c ready; v intro; c intro; c notyet")
    return match.view("v")


def test_at_exam_there_are_no_hints_cards_points_or_postures() -> None:
    looked_at = 0
    for moment in at_the_table(watched.course_game(Level.EXAM)):
        view = moment.view
        for choices in lists(view, moment.heard, "en"):
            looked_at += len(choices)
            assert {choice.hint for choice in choices} <= {""}
        assert cards(view, "en", 1) == ()
        assert goal(view, "en").points_now is None
        assert goal(view, "en").posture is None
        builder = OfferBuilder(view)
        builder.first.less(0)
        assert {entry.points for entry in builder.first.entries("en")} == {""}
        assert (builder.trade("en"), builder.planned(0, "en")) == ("", "")
        card = offer_card(view, "en")
        assert card is None or card.worth == ""
        tags = {bubble.tag for bubble in transcript(view, moment.heard, "en")}
        assert tags.isdisjoint({"clue", "coach"})
    assert looked_at > 100


def test_without_a_clock_nothing_costs_and_no_time_is_shown() -> None:
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, clock=ClockKind.NONE))
    view = match.play("c offer price=170").view("v")
    assert {choice.cost for each in lists(view, (), "en") for choice in each} == {""}
    assert {verb.cost for verb in verbs(view, "en")} == {""}
    head = headline(view, "en")
    assert (head.clock, head.handshake, head.clock_label) == ("", "", "no clock")


def test_a_choice_of_another_world_is_the_same_where_the_view_is_the_same() -> None:
    # The other side's marks are in no view, so nothing here can follow from them (law 3).
    scenario = built.third_vendor()
    shifted = tuple(but(mark, floor=mark.target) for mark in scenario.marks.client)
    other = with_marks(scenario, scenario.marks.put(Side.CLIENT, shifted))
    one, two = (
        Match.at_talks(each).play("c offer price=170 payment=30").view("v")
        for each in (scenario, other)
    )
    assert list(lists(one, (), "en")) == list(lists(two, (), "en"))
