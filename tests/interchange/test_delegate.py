"""A delegate at a seat: what it does for its bargainer, and what it does by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from delegated import Game, Least, Leaving, Opposite, Silent, Stubborn, Taking, Yielding

from negosim.catalog import load
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import AnswerKind, Principle, Purpose, QuestionForm
from negosim.interchange.bargainer import Bargainer
from negosim.interchange.delegate import MOST_TURNS, Delegate, OutOfMoves
from negosim.interchange.profile import Profile
from negosim.play.faults import Finding
from negosim.play.verify import read_log

SHIPPED = ("course-grid", "first-deal", "gate", "shortlist", "third-vendor", "tower")


def quotes(scenario: str, side: Side) -> tuple[int, ...]:
    """What a side asks for first on every issue, in ticks."""
    return tuple(mark.quote for mark in load(scenario).marks[side])


def asking_all(scenario: str = "course-grid") -> Opposite:
    """A client who opens with all its quotes and then moves no more.

    On course-grid none of them is beyond the vendor's floor.
    """
    wanted = quotes(scenario, Side.CLIENT)
    return Opposite(m.Offer(give=(None,) * len(wanted), want=wanted))


def taken_by_the_client(folder: Path) -> Game:
    """A match whose client takes the vendor's quotes at once."""
    log = folder / "game.negolog"
    opposite = Opposite(writes=True)
    return Game(Taking, log, side=Side.CLIENT, scenario="course-grid", opposite=opposite)


def sent_out(folder: Path) -> Game:
    """A match whose client is asked an open question and then sent out of the room."""
    opposite = Opposite(m.Ask(QuestionForm.OPEN), m.Leave(Purpose.PRESS))
    return Game(Stubborn, folder / "game.negolog", side=Side.CLIENT, opposite=opposite)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_match_is_played_to_its_end(scenario: str, side: Side, tmp_path: Path) -> None:
    game = Game(Yielding, tmp_path / "game.negolog", side=side, scenario=scenario)
    # What it accepts may lie beyond a floor that news has moved; nothing else is refused.
    assert {error["code"] for error in game.errors} <= {"beyond_floor"}
    assert read_log(tmp_path / "game.negolog").finding is Finding.FINISHED


def test_an_acceptance_is_written_confirmed_and_signed_as_it_stood(tmp_path: Path) -> None:
    game = Game(Taking, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    (accepted,) = game.own(e.OfferAccepted)
    assert accepted.terms == quotes("course-grid", Side.CLIENT)
    assert game.moves[-4:] == ["accept", "propose", "draw", "sign"]
    assert game.over["outcome"]["ending"] == "signed"
    signed = next(each for each in game.match.journal.events if isinstance(each, e.ContractSealed))
    assert signed.deal.terms == accepted.terms


def test_what_the_other_side_writes_of_an_agreement_is_confirmed_and_signed(
    tmp_path: Path,
) -> None:
    # The vendor's quotes stand from the start (R21), and the client's first word takes them.
    game = taken_by_the_client(tmp_path)
    assert game.moves[-3:] == ["accept", "confirm", "sign"]
    assert game.over["outcome"]["ending"] == "signed"


def test_an_offer_gives_what_goes_beyond_the_best_and_wants_the_rest(tmp_path: Path) -> None:
    game = Game(Yielding, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    offers = list(game.own(e.OfferMade))
    assert len(offers) >= 3
    best = [mark.quote for mark in game.match.scenario.marks.vendor]
    signs = [yard.sign for yard in game.match.scenario.yardsticks.vendor]
    for offer in offers:
        for place, (given, wanted) in enumerate(zip(offer.give, offer.want)):
            assert (given is None) != (wanted is None)
            tick = given if wanted is None else wanted
            assert (signs[place] * (tick - best[place]) < 0) == (wanted is None)
            if wanted is None:
                best[place] = tick


def test_a_package_is_laid_before_the_bargainer_completed_by_the_last_values_named(
    tmp_path: Path,
) -> None:
    opening = quotes("third-vendor", Side.CLIENT)
    price, payment, service, delivery = opening
    second = m.Offer(give=(None, payment - 1, None, None), want=(price + 4, None, None, None))
    opposite = Opposite(m.Offer(give=(None,) * 4, want=opening), second)
    game = Game(Stubborn, tmp_path / "game.negolog", opposite=opposite)
    laid = [package for package, _ in game.bargainer.asked]
    # The client opens at 170, beyond the vendor's floor of 188: one value stands for that.
    assert laid[0] == (187, payment, service, delivery)
    assert laid[1] == laid[-1] == (187, payment - 1, service, delivery)


@pytest.mark.parametrize("missing", ["offer", "value"])
def test_while_the_other_side_has_not_named_every_issue_nothing_is_laid(
    missing: str, tmp_path: Path
) -> None:
    game = Game(Stubborn, tmp_path / "game.negolog", opposite=asking_all("third-vendor"))
    brief, view = _before(game, "goodwill")
    position = view["view"]["common"]["positions"]["client"]
    if missing == "offer":
        position["offer"] = None
    else:
        del position["offer"]["want"]["price"], position["named"]["price"]
    engaged: list[Stubborn] = []
    _answer(_fresh(Stubborn, brief, engaged), view)
    assert engaged[0].asked[0][0] is None


def test_the_bargainer_is_asked_once_a_turn_and_its_time_never_runs_back(tmp_path: Path) -> None:
    game = Game(Yielding, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    closing = sum(game.moves.count(kind) for kind in ("offer", "accept", "goodwill"))
    times = [at_s for _, at_s in game.bargainer.asked]
    assert len(times) == closing
    assert times == sorted(times)


@pytest.mark.parametrize(("scenario", "limit_s"), [("first-deal", 1800), ("third-vendor", 1700)])
def test_with_a_clock_or_without_time_is_gone_after_so_many_turns(
    scenario: str, limit_s: int, tmp_path: Path
) -> None:
    # third-vendor: 1800 s less a short turn, a line, its confirming and the sheet (R15, R16).
    opposite = asking_all(scenario)
    game = Game(Stubborn, tmp_path / "game.negolog", scenario=scenario, opposite=opposite)
    assert game.bargainer.limit_s == limit_s
    for turn, (_, at_s) in enumerate(game.bargainer.asked):
        assert min(limit_s, limit_s * turn / MOST_TURNS) <= at_s <= limit_s
    assert game.bargainer.asked[-1][1] == limit_s


def test_before_it_gives_it_asks_what_is_expected_and_then_gives_what_it_meant_to(
    tmp_path: Path,
) -> None:
    game = Game(Yielding, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    asked = list(game.own(e.QuestionAsked))
    given = [
        offer for offer in game.own(e.OfferMade) if any(each is not None for each in offer.give)
    ]
    assert given
    assert {question.form for question in asked} == {QuestionForm.EXPECTATION}
    for offer, question in zip(given, asked, strict=True):
        assert question.issues == tuple(
            issue for issue, tick in enumerate(offer.give) if tick is not None
        )
    rulings = [
        ruling
        for message in game.pipe.sent
        for event in message.get("events", ())
        for ruling in event["rulings"]
        if ruling["principle"] == Principle.ASK_FIRST
    ]
    assert [ruling["kept"] for ruling in rulings] == [True] * len(rulings) != []


def test_whoever_says_nothing_new_shows_goodwill_so_that_no_deadlock_falls(
    tmp_path: Path,
) -> None:
    for kind in (Stubborn, Silent):
        log = tmp_path / f"{kind.__name__}.negolog"
        game = Game(kind, log, opposite=asking_all("third-vendor"))
        assert "offer" not in game.moves
        assert game.moves.count("goodwill") > 6
        events = game.match.journal.events
        assert not any(isinstance(each, e.DeadlockFell) for each in events)


def test_whoever_leaves_walks_out(tmp_path: Path) -> None:
    game = Game(Leaving, tmp_path / "game.negolog", opposite=Opposite())
    assert game.moves[-1] == "walk_out"
    assert game.over["outcome"] == {"ending": "walked_out", "deal": None, "by": "vendor"}


def test_questions_are_evaded_and_breaks_ended(tmp_path: Path) -> None:
    game = sent_out(tmp_path)
    assert [answer.kind for answer in game.own(e.QuestionAnswered)] == [AnswerKind.EVASIVE]
    assert game.moves.count("return") == 1


def test_its_authority_is_its_floor_before_the_talks(tmp_path: Path) -> None:
    game = Game(Leaving, tmp_path / "game.negolog", opposite=Opposite())
    views = [each["view"]["own"] for each in game.pipe.sent if each["type"] == "view"]
    assert views[0]["authority"] != views[0]["floors"]
    assert views[-1]["authority"] == views[-1]["floors"]


def test_a_package_beyond_an_authority_that_news_has_cut_is_consulted_about_first(
    tmp_path: Path,
) -> None:
    game = Game(Taking, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    brief, view = _before(game, "accept")
    view["view"]["own"]["authority"] = _quotes(brief)
    delegate = _fresh(Taking, brief)
    assert _answer(delegate, view) == {"move": "leave", "purpose": "consult", "words": ""}
    assert _answer(delegate, {"type": "error"})["move"] == "accept"


def test_while_out_of_the_room_the_floors_are_authorised(tmp_path: Path) -> None:
    brief, view = _before(sent_out(tmp_path), "return")
    floors = view["view"]["own"]["floors"]
    view["view"]["own"]["authority"] = _quotes(brief)
    delegate = _fresh(Stubborn, brief)
    assert _answer(delegate, view) == {"move": "authorise", "terms": floors, "exchange": ""}


def test_a_proposal_beyond_a_floor_that_news_has_moved_comes_back_to_it(tmp_path: Path) -> None:
    game = Game(Yielding, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    brief, view = _before(game, "offer")
    marks = brief["brief"]["marks"]["price"]
    view["view"]["own"]["floors"]["price"] = marks["target"]
    _has_been_told(view)
    offer = _answer(_fresh(Least, brief), view)
    # Least would go to its floor on every issue, on course-grid 190.
    assert marks["floor"] == 190
    assert offer["give"]["price"] == marks["target"]
    assert offer["give"]["payment"] == brief["brief"]["marks"]["payment"]["floor"]


def test_a_refused_move_is_followed_by_the_next_best_and_nobody_is_asked_again(
    tmp_path: Path,
) -> None:
    game = Game(Taking, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    brief, view = _before(game, "accept")
    engaged: list[Stubborn] = []
    delegate = _fresh(Taking, brief, engaged)
    tried = [_answer(delegate, view)["move"]]
    tried += [_answer(delegate, {"type": "error"})["move"] for _ in range(3)]
    assert tried == ["accept", "ask", "offer", "goodwill"]
    assert len(engaged[0].asked) == 1
    assert _answer(delegate, {"type": "error"})["move"] == "not_yet"
    with pytest.raises(OutOfMoves):
        delegate.handle({"type": "error"})


def test_a_line_that_says_more_than_was_agreed_is_refused(tmp_path: Path) -> None:
    game = taken_by_the_client(tmp_path)
    brief, view = _before(game, "confirm")
    (line,) = view["view"]["common"]["record"]["lines"]
    line["agreed"] = False
    _has_named_its_quotes(brief, view)
    delegate = _fresh(Stubborn, brief)
    assert _answer(delegate, view) == {"move": "refuse", "lines": [line["number"]]}


def test_a_sheet_that_says_more_than_was_agreed_is_torn(tmp_path: Path) -> None:
    game = taken_by_the_client(tmp_path)
    brief, view = _before(game, "sign")
    view["view"]["common"]["record"]["lines"] = []
    _has_named_its_quotes(brief, view)
    assert _answer(_fresh(Stubborn, brief), view) == {"move": "tear"}


def test_of_two_packages_it_prefers_and_takes_the_one_of_more_utility(tmp_path: Path) -> None:
    game = Game(Taking, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    brief, view = _before(game, "accept")
    offer = view["view"]["common"]["positions"]["client"]["offer"]
    better = {**offer["want"], "price": brief["brief"]["marks"]["price"]["target"]}
    offer["second"] = {"give": {}, "want": better}
    delegate = _fresh(Taking, brief)
    assert _answer(delegate, view) == {"move": "prefer", "second": True, "words": ""}
    offer["preferred"] = True
    assert _answer(delegate, view) == {
        "move": "accept",
        "issues": [],
        "second": True,
        "words": "",
    }


def test_what_stands_only_in_part_is_taken_by_an_offer_of_the_whole(tmp_path: Path) -> None:
    game = Game(Taking, tmp_path / "game.negolog", scenario="course-grid", opposite=asking_all())
    brief, view = _before(game, "accept")
    offer = view["view"]["common"]["positions"]["client"]["offer"]
    whole = dict(offer["want"])
    del offer["want"]["delivery"]
    _has_been_told(view)
    answer = _answer(_fresh(Taking, brief), view)
    assert answer["move"] == "offer"
    assert {**answer["give"], **(answer["want"] or {})} == whole


# -- inside --------------------------------------------------------------------------


def _before(game: Game, kind: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The brief, and the view that was answered by a move of that kind, both to be changed."""
    asked = [each for each in game.pipe.sent if each["type"] in ("view", "error")]
    views = [view for view, move in zip(asked, game.pipe.answered) if move and move["move"] == kind]
    copies = json.loads(json.dumps([game.pipe.sent[0], views[0]]))
    return copies[0], copies[1]


def _fresh(kind: Any, brief: dict[str, Any], engaged: list[Stubborn] | None = None) -> Delegate:
    """A delegate that has had its brief; its bargainer joins `engaged` when it is made."""

    def engage(profile: Profile, limit_s: float) -> Bargainer:
        bargainer: Stubborn = kind(profile, limit_s)
        if engaged is not None:
            engaged.append(bargainer)
        return bargainer

    delegate = Delegate(engage)
    delegate.handle(brief)
    return delegate


def _has_been_told(view: dict[str, Any]) -> None:
    """As if the other side had said what it expects on every issue."""
    floors = view["view"]["own"]["floors"]
    view["view"]["common"]["talk"][view["view"]["seat"]]["expected"] = sorted(floors)


def _has_named_its_quotes(brief: dict[str, Any], view: dict[str, Any]) -> None:
    """As if the seat had never named anything but what it asked for first."""
    named = view["view"]["common"]["positions"][view["view"]["seat"]]["named"]
    named.update(_quotes(brief))


def _quotes(brief: dict[str, Any]) -> dict[str, Any]:
    return {issue: marks["quote"] for issue, marks in brief["brief"]["marks"].items()}


def _answer(delegate: Delegate, message: dict[str, Any]) -> dict[str, Any]:
    answer = delegate.handle(message)
    assert answer is not None
    move: dict[str, Any] = json.loads(answer)
    return move
