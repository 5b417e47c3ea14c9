"""Scripted beats come before a bot's own choice, and once only (B8)."""

import arena
import built

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.issue import no_terms
from negosim.engine.record import but
from negosim.engine.scenario import Beat, BeatMove, Scenario, When
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind, Purpose, QuestionForm

SAY = built.text("Scripted words.", "照本说的话。")


def scripted(*beats: Beat) -> Scenario:
    scenario = built.third_vendor()
    return but(scenario, opposition=but(scenario.opposition, beats=beats))


def client_closings(match: arena.Played) -> list[m.Move]:
    closing = (m.Offer, m.Accept, m.NotYet, m.Argue, m.Tell, m.Goodwill)
    return [move for move in match.client.moves if isinstance(move, closing)]


def test_a_beat_fires_once_when_its_time_has_come() -> None:
    match = arena.play(scripted(Beat(When(at_ms=300_000), SAY, BeatMove(goodwill=True))), lang="en")
    spoken = [event for event in match.of(e.GoodwillShown) if event.words == "Scripted words."]
    assert len(spoken) == 1
    assert spoken[0].at_ms > 300_000


def test_it_speaks_the_language_of_the_match() -> None:
    match = arena.play(scripted(Beat(When(turn=3), SAY, BeatMove(hold=True))), lang="zh")
    assert [x.words for x in match.of(e.NotYetSaid) if x.words == "照本说的话。"] == [
        "照本说的话。"
    ]


def test_without_words_it_acts_all_the_same() -> None:
    beat = Beat(When(turn=3), SAY, BeatMove(argue=ArgumentKind.NEED))
    match = arena.play(scripted(beat), lang=None)
    assert isinstance(client_closings(match)[1], m.Argue)


def test_a_beat_that_only_speaks_leaves_the_move_to_the_bot() -> None:
    plain = arena.play(built.third_vendor(), seed=4, lang="en")
    match = arena.play(scripted(Beat(When(turn=3), SAY, BeatMove())), seed=4, lang="en")
    assert match.outcome == plain.outcome
    said = [
        move for move in match.client.moves if getattr(move, "words", "").startswith(SAY.in_("en"))
    ]
    assert len(said) == 1


def test_a_question_is_answered_with_its_line_first_and_then_the_answer() -> None:
    beat = Beat(When(asked=QuestionForm.EXPECTATION), SAY, BeatMove())
    match = arena.play(scripted(beat), lang="en")
    first = match.of(e.QuestionAnswered)[0]
    assert first.words.startswith("Scripted words. ")
    assert len(first.words) > len("Scripted words. ")


class _Conceder:
    """A vendor who gives on price, unasked and for nothing, at its first turn."""

    def __init__(self) -> None:
        self.given = False

    def choose(self, view, events):  # type: ignore[no-untyped-def]
        mine = view.common.turn.side is Side.VENDOR and view.common.turn.question is None
        if mine and view.common.phase.value == "talks" and not self.given:
            self.given = True
            return m.Offer((270, None, None, None), no_terms(4))
        return arena.Staller().choose(view, events)


def test_an_unasked_unreturned_concession_on_an_issue_is_noticed() -> None:
    when = When(conceded=0, unasked=True, unreturned=True)
    match = arena.play(scripted(Beat(when, SAY, BeatMove(hold=True))), _Conceder(), lang="en")
    assert [move.words for move in client_closings(match)].count("Scripted words.") == 1


def test_a_condition_on_another_issue_does_not_hold() -> None:
    beat = Beat(When(conceded=3, unasked=True), SAY, BeatMove(hold=True))
    match = arena.play(scripted(beat), _Conceder(), lang="en")
    assert "Scripted words." not in [move.words for move in client_closings(match)]


def test_a_scripted_offer_goes_out_as_written() -> None:
    terms = (200, 2, None, 3)
    match = arena.play(scripted(Beat(When(turn=3), SAY, BeatMove(offer=terms))), lang="en")
    offer = next(x for x in match.of(e.OfferMade) if x.words == "Scripted words.")
    named = tuple(g if g is not None else w for g, w in zip(offer.give, offer.want, strict=True))
    assert named == terms


def test_a_beat_that_would_break_the_rules_is_left_out() -> None:
    beyond = (300, None, None, None)  # the client's ceiling is 265
    beats = (
        Beat(When(turn=3), SAY, BeatMove(offer=beyond)),
        Beat(When(turn=1), SAY, BeatMove(leave=Purpose.PROBE)),  # no insiders
    )
    match = arena.play(scripted(*beats), lang="en")
    assert all(getattr(move, "words", "") != "Scripted words." for move in match.client.moves)
    assert match.outcome.deal is not None


def test_an_acceptance_below_the_walk_away_is_left_out() -> None:
    scenario = scripted(Beat(When(said="offer"), SAY, BeatMove(accept=True)))
    # 310, 90 %, 12 months, 90 days would bring the client no more than 10 points.
    match = arena.play(scenario, lang="en")
    taken = [x for x in match.of(e.OfferAccepted) if x.words == "Scripted words."]
    assert match.points[Side.CLIENT] >= scenario.walk_away[Side.CLIENT]
    assert len(taken) <= 1
