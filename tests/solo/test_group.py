"""A group around one machine: seats, hats, and a log that any of them can take up again."""

from __future__ import annotations

from pathlib import Path

import pytest
import seated

from negosim.engine import moves as m
from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.events import LinesProposed, OfferMade
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Level, Phase, Principle, Role
from negosim.play.verify import read_log
from negosim.reports.contest import collect, results_of
from negosim.solo.group import LONGEST_NAME, MOST_MEMBERS, own_seats, seat_names
from negosim.solo.match import Wishes, taken_up
from negosim.solo.sitting import Sitting, Waiting

NAMES = ("Mei", "Jo", "Ravi", "Ana", "Tom", "喆")


@pytest.mark.parametrize("size", range(1, MOST_MEMBERS + 1))
@pytest.mark.parametrize("issues", [1, 2, 4, 8])
def test_every_group_has_each_hat_and_an_owner_for_every_issue(size: int, issues: int) -> None:
    # R9: one coordinator, one decision-maker, somebody who keeps the record.
    seats = own_seats(Side.VENDOR, NAMES[:size], issues)
    assert [seat.name for seat in seats] == list(NAMES[:size])
    hats = [role for seat in seats for role in seat.roles]
    assert [hats.count(role) for role in (Role.COORDINATOR, Role.DECISION_MAKER, Role.RECORDER)] == [
        1, 1, 1,
    ]  # fmt: skip
    assert sorted(issue for seat in seats for issue in seat.issues) == list(range(issues))
    assert all(seat.has(Role.NEGOTIATOR) for seat in seats if seat.issues)


def test_two_and_three_people_share_the_hats_as_a_small_team_would() -> None:
    both = own_seats(Side.VENDOR, ("Mei", "Jo"), 4)
    assert both == (
        Seat("Mei", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
        Seat("Jo", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (0, 1, 2, 3)),
    )
    three = own_seats(Side.VENDOR, ("Mei", "Jo", "Ravi"), 4)
    assert [seat.issues for seat in three] == [(), (0, 1), (2, 3)]


@pytest.mark.parametrize("side", SIDES)
def test_one_person_without_a_name_sits_as_the_side(side: Side) -> None:
    for nobody in ((), ("",), ("  ", "\t")):
        assert own_seats(side, nobody, 2) == (Seat(side.word, side, ALL_ROLES, (0, 1)),)


@pytest.mark.parametrize(
    ("members", "names"),
    [
        ((" Mei ", "Jo\n"), ("Mei", "Jo")),
        (("Mei", "Mei", "Mei"), ("Mei", "Mei 2", "Mei 3")),
        (("Mei", "Mei 2", "Mei"), ("Mei", "Mei 2", "Mei 3")),
        # The other side's seat is called client, and two seats of a table cannot be.
        (("client", "vendor"), ("client 2", "vendor")),
        (("", "Jo", " "), ("Jo",)),
        (("x" * 400,), ("x" * LONGEST_NAME,)),
        (("a\u202eb",), ("a\ufffdb",)),
    ],
)
def test_names_become_seats_that_a_log_can_carry(
    members: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert seat_names(Side.VENDOR, members) == names


def test_more_than_six_are_too_many() -> None:
    with pytest.raises(ValueError, match="at most 6"):
        seat_names(Side.VENDOR, [f"n{number}" for number in range(7)])
    assert len(seat_names(Side.VENDOR, [*NAMES, " "])) == 6


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("side", SIDES)
def test_a_group_goes_to_the_talks_with_the_hats_it_is_given(
    side: Side, size: int, tmp_path: Path
) -> None:
    wishes = Wishes(side=side, seed=1, members=NAMES[:size])
    sitting = seated.sat_down(tmp_path / "game.negolog", wishes)
    assert sitting.seats == NAMES[:size]
    sitting.send(m.Ready())
    while sitting.waiting() is Waiting.OTHER:
        sitting.other_moves()
    sitting.take(NAMES[size - 1])
    assert sitting.view().seat == NAMES[size - 1]
    sitting.send(m.Introduce())
    while sitting.view().common.phase is not Phase.TALKS:
        sitting.other_moves()
    sitting.close()
    header = read_log(sitting.match.path).header
    assert {seat: sitter.name for seat, sitter in header.players if sitter.bot is None} == {
        name: name for name in NAMES[:size]
    }
    again = Sitting(taken_up(sitting.match.path, Wishes()), "en")
    assert (again.side, again.seats) == (side, NAMES[:size])
    assert again.match.opposite == side.other.word
    again.close()


def test_the_hat_that_is_on_decides_what_may_be_done(tmp_path: Path) -> None:
    wishes = Wishes(seed=1, level=Level.COURSE, members=("Mei", "Jo"))
    sitting = seated.sat_down(tmp_path / "game.negolog", wishes)
    assert sitting.seat == "Mei"
    sitting.take("Jo")
    with pytest.raises(IllegalMove) as illegal:
        sitting.send(m.SetAuthority((None, 2, None, None)))
    assert illegal.value.code is Refusal.NOT_DECISION_MAKER
    sitting.take("Mei")
    sitting.send(m.SetAuthority((None, 2, None, None)))
    sitting.send(m.Assign("Mei", (Role.DECISION_MAKER,), ()))
    sitting.send(m.Assign("Jo", (Role.COORDINATOR, Role.NEGOTIATOR), (0, 1, 2, 3)))
    assert [seat.roles for seat in sitting.view().common.setup.seats if seat.name == "Jo"] == [
        (Role.COORDINATOR, Role.NEGOTIATOR)
    ]
    with pytest.raises(ValueError, match="client"):
        sitting.take("client")
    sitting.close()
    again = Sitting(taken_up(sitting.match.path, Wishes()), "en")
    # Only the decision-maker may sign, so that is the hat one person begins with.
    assert again.seat == "Mei"
    again.close()


def test_a_group_plays_to_a_contract_and_each_move_is_its_owners(tmp_path: Path) -> None:
    wishes = Wishes(seed=1, level=Level.COURSE, members=("Mei", "Jo"), team="Falcons")
    sitting = seated.sat_down(tmp_path / "game.negolog", wishes)
    player = seated.StandIn(sitting.match)
    speaking = (m.Offer, m.Ask, m.Accept, m.Argue, m.Propose)
    while sitting.waiting() is not Waiting.OVER:
        if sitting.waiting() is Waiting.OTHER:
            sitting.other_moves()
            continue
        # The stand-in decides for its side; whoever's hat it needs makes the move.
        move = player.thinks(sitting)
        if move is None:
            sitting.let_pass()
            continue
        sitting.take("Jo" if isinstance(move, speaking) else "Mei")
        sitting.send(move)
    sitting.close()
    log = read_log(sitting.match.path)
    offers = [event for event in log.events if isinstance(event, OfferMade | LinesProposed)]
    assert {event.seat for event in offers} == {"Jo", "client"}
    assert log.outcome is not None
    assert log.outcome.deal is not None
    conduct = sitting.debrief().sides[Side.VENDOR].conduct
    hats = [each.ruling for each in conduct.occasions if each.ruling.principle is Principle.ROLES]
    assert len(hats) > 3
    assert {ruling.code for ruling in hats} <= {"role_kept", "uncoordinated"}
    results, left_out = results_of(collect([sitting.match.path])[0])
    assert (results[0].team, left_out) == ("Falcons", ())


def test_a_group_whose_game_never_got_past_its_header_sits_down_again(tmp_path: Path) -> None:
    path = tmp_path / "game.negolog"
    sitting = seated.sat_down(path, Wishes(side=Side.CLIENT, seed=1, members=("Mei", "Jo")))
    sitting.close()
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    again = Sitting(taken_up(path, Wishes()), "en")
    assert (again.side, again.seats) == (Side.CLIENT, ("Mei", "Jo"))
    assert again.match.bot == sitting.match.bot
    again.close()
