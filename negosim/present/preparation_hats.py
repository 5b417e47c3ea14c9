"""Who on one's own side wears which hat and owns which issue, while it is being dealt out.

Every dealing made here is one the engine lets say it is ready: one coordinator, one
decision-maker, one owner for each issue among the negotiators. Source: exercise.md R9.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.record import but, record
from negosim.engine.sides import Side
from negosim.engine.words import Role

SINGLE = (Role.COORDINATOR, Role.DECISION_MAKER, Role.RECORDER)
"""Hats that one member wears; the negotiator's may be worn by several."""


@record(frozen=True, slots=True)
class Hat:
    """A member of one's side with roles (in the order of `Role`) and issues (ascending)."""

    seat: str
    roles: tuple[Role, ...]
    issues: tuple[int, ...]

    def wears(self, role: Role) -> bool:
        return role in self.roles


Hats = tuple[Hat, ...]


def hats_of(seats: tuple[Seat, ...], side: Side, issues: int) -> Hats:
    """The side's hats as they are, completed where a hat or an owner is missing."""
    hats = tuple(Hat(seat.name, seat.roles, seat.issues) for seat in seats if seat.side is side)
    for role in SINGLE:
        worn = [hat.seat for hat in hats if hat.wears(role)]
        if len(worn) != 1:
            hats = wear(hats, (worn or [hats[0].seat])[0], role)
    owners = [hat.seat for hat in hats if hat.wears(Role.NEGOTIATOR)]
    if not owners:
        owners = [hats[-1].seat]
        hats = wear(hats, owners[0], Role.NEGOTIATOR)
    for issue in range(issues):
        holders = [hat.seat for hat in hats if issue in hat.issues]
        if len(holders) != 1 or holders[0] not in owners:
            keeps = [seat for seat in holders if seat in owners]
            hats = give_issue(hats, (keeps or owners)[0], issue)
    return hats


def wear(hats: Hats, seat: str, role: Role) -> Hats:
    """The hats after a member took a role; a single hat leaves whoever had it."""
    return tuple(
        _with(hat, role) if hat.seat == seat else (_without(hat, role) if role in SINGLE else hat)
        for hat in hats
    )


def may_take_off(hats: Hats, seat: str, role: Role) -> bool:
    """Whether a member may lay a role down: a negotiator's, while another has one."""
    return role is Role.NEGOTIATOR and any(
        hat.seat != seat and hat.wears(Role.NEGOTIATOR) for hat in hats
    )


def take_off(hats: Hats, seat: str) -> Hats:
    """The hats after a negotiator laid the role down; the issues go to the next negotiator.

    Only where `may_take_off`.
    """
    places = [place for place, hat in enumerate(hats) if hat.wears(Role.NEGOTIATOR)]
    here = next(place for place, hat in enumerate(hats) if hat.seat == seat)
    heir = next((place for place in places if place > here), places[0])
    issues = hats[here].issues
    for issue in issues:
        hats = give_issue(hats, hats[heir].seat, issue)
    return tuple(_without(hat, Role.NEGOTIATOR) if hat.seat == seat else hat for hat in hats)


def give_issue(hats: Hats, seat: str, issue: int) -> Hats:
    """The hats after an issue went to a member, who negotiates from then on."""
    return tuple(
        but(_with(hat, Role.NEGOTIATOR), issues=tuple(sorted({*hat.issues, issue})))
        if hat.seat == seat
        else but(hat, issues=tuple(each for each in hat.issues if each != issue))
        for hat in hats
    )


def assignments(hats: Hats, seats: tuple[Seat, ...]) -> tuple[m.Assign, ...]:
    """The moves that make the seats wear these hats; none for a seat that does."""
    worn = {seat.name: (seat.roles, seat.issues) for seat in seats}
    return tuple(
        m.Assign(hat.seat, hat.roles, hat.issues)
        for hat in hats
        if worn[hat.seat] != (hat.roles, hat.issues)
    )


def _with(hat: Hat, role: Role) -> Hat:
    return but(hat, roles=tuple(each for each in Role if each is role or hat.wears(each)))


def _without(hat: Hat, role: Role) -> Hat:
    return but(hat, roles=tuple(each for each in hat.roles if each is not role))
