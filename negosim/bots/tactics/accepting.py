"""The acceptance conditions of the field, by name.

Utilities are shares, from 0 at the least that may be signed to 1 at one's quotes.
Source: Baarslag, Hindriks, Jonker: Acceptance conditions in automated negotiation (2013).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from negosim.bots.tactics.forms import Acceptance, Accepts


class Moment(NamedTuple):
    """What is decided on: the offer on the table, one's own next bid, the part of the time
    gone, and the other side's offers so far, (part of the time, share) each."""

    offered: float
    own_next: float
    t: float
    heard: Sequence[tuple[float, float]]


def accepts(acceptance: Acceptance, moment: Moment) -> bool:
    """Whether the offer is taken by the rule named."""
    rule = acceptance.rule
    if rule is Accepts.CONST:
        return ac_const(moment, acceptance.share)
    if rule is Accepts.TIME:
        return ac_time(moment, acceptance.late)
    if rule is Accepts.COMBI:
        return ac_combi(moment, acceptance.late)
    return ac_next(moment, acceptance.factor, acceptance.bonus)


def ac_next(moment: Moment, factor: float = 1.0, bonus: float = 0.0) -> bool:
    """AC_next(α, β): as good as the bid one would make now."""
    return factor * moment.offered + bonus >= moment.own_next


def ac_const(moment: Moment, share: float) -> bool:
    """AC_const(α): as good as a fixed share."""
    return moment.offered >= share


def ac_time(moment: Moment, late: float) -> bool:
    """AC_time(T): anything, from that part of the time on."""
    return moment.t >= late


def ac_combi(moment: Moment, late: float) -> bool:
    """AC_combi(T, MAX): AC_next, and late also what is as good as the best of the offers in
    a past as long as the time that is left."""
    if ac_next(moment):
        return True
    since = moment.t - max(0.0, 1.0 - moment.t)
    best = max((share for t, share in moment.heard if t >= since), default=moment.offered)
    return ac_time(moment, late) and moment.offered >= best
