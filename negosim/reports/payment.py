"""What the payment term really brings: the money view. A reading of the contract
beside the grid, never a part of any score.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.engine.issue import Issue, Terms
from negosim.engine.record import record
from negosim.engine.scenario import Payment, Scenario
from negosim.engine.words import Payer

DAYS_OVERDUE = {
    Payer.DUE: 0,
    Payer.REMINDED: 73,
    Payer.PUSHED: 180,
    Payer.WITHHOLDS: 365,
}
"""How late the tail comes in; who is not here never pays. Source: exercise.md R50."""

HUNDRED = Fraction(100)


@record(frozen=True, slots=True)
class MoneyView:
    """A contract's money, in the unit of the price issue.

    `paid` and `unpaid` are the shares due at once and later, 0..1; `days` overdue is
    None for a payer who never pays; `rate` the share of the unpaid part that is
    lost; `loss` and `net` amounts. Source: exercise.md R50.
    """

    price: Fraction
    paid: Fraction
    unpaid: Fraction
    payer: Payer
    days: int | None
    rate: Fraction
    loss: Fraction
    net: Fraction


def money_view(scenario: Scenario, terms: Terms) -> MoneyView | None:
    """The money of a contract.

    None where the file names no price and payment issues, the contract leaves one
    out, or the payment issue's value is no percentage.
    """
    payment = scenario.payment
    if payment.money is None:
        return None
    price = _amount(scenario.issues[payment.money.price], terms[payment.money.price])
    percent = _amount(scenario.issues[payment.money.payment], terms[payment.money.payment])
    if price is None or percent is None or not 0 <= percent <= HUNDRED:
        return None
    unpaid = 1 - percent / HUNDRED
    days = DAYS_OVERDUE.get(payment.payer)
    rate = loss_rate(payment, days)
    loss = price * unpaid * rate
    return MoneyView(
        price=price,
        paid=1 - unpaid,
        unpaid=unpaid,
        payer=payment.payer,
        days=days,
        rate=rate,
        loss=loss,
        net=price - loss,
    )


def loss_rate(payment: Payment, days: int | None) -> Fraction:
    """The share lost after so many days overdue: that of the last limit reached, 0 before the first.

    All of it when it never comes (`days` None).
    """
    if days is None:
        return Fraction(1)
    rate = 0
    for limit, percent in payment.bad_debt:
        if days >= limit:
            rate = percent
    return rate / HUNDRED


def _amount(issue: Issue, tick: int | None) -> Fraction | None:
    """The number a tick stands for, None for a ladder of words."""
    if tick is None:
        return None
    return issue.options[tick].number if issue.is_ladder else issue.value(tick)
