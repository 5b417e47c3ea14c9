"""NegMAS's own negotiators at a seat."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from delegated import Game

from negosim.catalog import load
from negosim.engine.sides import Side
from negosim.engine.view import brief_of
from negosim.interchange import negmas_seat
from negosim.interchange.profile import Profile, of_seat
from negosim.interchange.sao import SaoBargainer, UnknownNegotiator, engaging
from negosim.play.faults import Finding
from negosim.play.verify import read_log

pytest.importorskip("negmas", reason="the extra negosim[negmas] is not installed")

NEGOTIATORS = (
    "BoulwareTBNegotiator",
    "ConcederTBNegotiator",
    "LinearTBNegotiator",
    "MiCRONegotiator",
    "NaiveTitForTatNegotiator",
    "RandomNegotiator",
    "ToughNegotiator",
    "AspirationNegotiator",
)


@pytest.mark.parametrize("name", NEGOTIATORS)
def test_a_negotiator_plays_a_match_to_its_end(name: str, tmp_path: Path) -> None:
    game = Game(engaging(name, 900_000), tmp_path / "game.negolog")
    # What it accepts may lie beyond a floor that news has moved; nothing else is refused.
    assert {error["code"] for error in game.errors} <= {"beyond_floor"}
    assert read_log(tmp_path / "game.negolog").finding is Finding.FINISHED


def test_the_same_seed_plays_the_same_match(tmp_path: Path) -> None:
    first, second = (
        Game(engaging("RandomNegotiator", 900_003), tmp_path / f"{number}.negolog")
        for number in range(2)
    )
    assert first.pipe.answered == second.pipe.answered


def profile() -> Profile:
    return of_seat(brief_of(load("third-vendor"), Side.VENDOR))


def bargainer(name: str) -> SaoBargainer:
    made = engaging(name, 900_000)(profile(), 1_000.0)
    assert isinstance(made, SaoBargainer)
    return made


def best(own: Profile) -> tuple[int, ...]:
    return tuple(max(scale.ticks, key=scale.level) for scale in own.scales)


def test_a_time_based_negotiator_sees_the_time_of_the_talks() -> None:
    own, linear = profile(), bargainer("LinearTBNegotiator")
    asked = [linear.counter(None, at_s).proposal for at_s in (0.0, 500.0, 1_000.0)]
    worth = [own.utility(package) for package in asked if package is not None]
    # From its best, 50 and a tie-break, evenly to what no contract is worth, 20.
    assert worth == pytest.approx([50.9, 35.5, 20.5], abs=1.0)


@pytest.mark.parametrize("name", ["BoulwareTBNegotiator", "ConcederTBNegotiator"])
def test_at_the_end_of_the_time_nothing_below_no_contract_is_taken_or_proposed(name: str) -> None:
    own, late = profile(), bargainer(name)
    # Levels 1, 1, 1 and 2 of the vendor (R5, R6): 11 of the 20 that no contract is worth; then
    # the same with a price one step beyond the floor and the rest at its best.
    for package in ((188, 4, 4, 3), (187, 0, 0, 0)):
        reply = late.counter(package, 1_000.0)
        assert not reply.accepts
        assert reply.proposal is not None
        assert own.utility(reply.proposal) >= own.reserved == 20


def test_after_an_acceptance_it_can_be_asked_again() -> None:
    own, linear = profile(), bargainer("LinearTBNegotiator")
    assert linear.counter(best(own), 10.0).accepts
    assert linear.counter(best(own), 20.0).accepts
    worst = tuple(min(scale.ticks, key=scale.level) for scale in own.scales)
    reply = linear.counter(worst, 500.0)
    assert not reply.accepts
    assert reply.proposal is not None


def test_a_negotiator_hears_every_package_that_is_laid() -> None:
    from negmas.sao import ResponseType, SAONegotiator

    heard: list[Any] = []

    class Listening(SAONegotiator):  # type: ignore[misc]
        def propose(self, state: Any, dest: str | None = None) -> Any:
            heard.append((state.current_offer, len(self.nmi.history)))
            return self.ufun.best()

        def respond(self, state: Any, source: str | None = None) -> Any:
            return ResponseType.REJECT_OFFER

    own = profile()
    listening = SaoBargainer(Listening, own, 1_000.0)
    replies = [listening.counter(theirs, 0.0) for theirs in (None, best(own), best(own))]
    assert [offer for offer, _ in heard] == [None, *[(310, 90, "m12", 90)] * 2]
    assert [rounds for _, rounds in heard] == [1, 3, 5]
    assert {reply.proposal for reply in replies} == {best(own)}


def test_a_negotiator_that_ends_the_negotiation_leaves() -> None:
    from negmas.sao import ResponseType, SAONegotiator

    class Going(SAONegotiator):  # type: ignore[misc]
        def propose(self, state: Any, dest: str | None = None) -> Any:
            return None

        def respond(self, state: Any, source: str | None = None) -> Any:
            return ResponseType.END_NEGOTIATION

    own = profile()
    assert SaoBargainer(Going, own, 1_000.0).counter(best(own), 0.0).leaves


@pytest.mark.parametrize("name", ["NoSuchNegotiator", "json.JSONDecoder", "no.such.module.Thing"])
def test_a_name_that_is_no_negotiator_is_said_to_be_none(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UnknownNegotiator):
        engaging(name, 1)
    assert negmas_seat.main(["third-vendor", "--negotiator", name, "--lang", "en"]) == 2
    assert f"NegMAS has no negotiator {name} " in capsys.readouterr().err


def test_a_negotiator_is_found_by_its_full_dotted_name_too() -> None:
    assert engaging("negmas.sao.negotiators.BoulwareTBNegotiator", 1) is not None


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_command_plays_one_game_and_prints_how_it_ended(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "game.negolog"
    words = ["course-grid", "--negotiator", "LinearTBNegotiator", "--seed", "900000"]
    assert negmas_seat.main([*words, "--log", str(log), "--lang", lang]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        {"en": "LinearTBNegotiator (vendor) ", "zh": "LinearTBNegotiator（供应商）"}[lang]
    )
    assert read_log(log).finding is Finding.FINISHED


def test_a_scenario_that_is_not_there_ends_with_the_game_s_own_complaint(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert negmas_seat.main(["not-there", "--lang", "en"]) == 1
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "there is no such file or shipped scenario" in captured.err
