"""The money view. Source: exercise.md R50 and the bad-debt table printed there."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest

from negosim.engine.scenario import MoneyView as Named
from negosim.engine.scenario import Payment
from negosim.engine.words import Payer
from negosim.reports.payment import loss_rate, money_view

TABLE = ((30, 10), (60, 20), (90, 30), (180, 50), (365, 100))


@pytest.mark.parametrize(
    ("days", "percent"),
    [(0, 0), (29, 0), (30, 10), (59, 10), (60, 20), (73, 20), (90, 30), (179, 30),
     (180, 50), (364, 50), (365, 100), (1000, 100)],
)  # fmt: skip
def test_the_loss_is_that_of_the_last_limit_reached(days: int, percent: int) -> None:
    payment = Payment(None, TABLE, Payer.DUE)
    assert loss_rate(payment, days) == Fraction(percent, 100)


def test_what_never_comes_is_lost_whole() -> None:
    assert loss_rate(Payment(None, TABLE, Payer.FRAUD), None) == 1


@pytest.mark.parametrize(
    ("payer", "loss"),
    [
        (Payer.DUE, 0),
        (Payer.REMINDED, Fraction(372, 10)),  # 310 x 60 % x 20 %
        (Payer.PUSHED, 93),  # 310 x 60 % x 50 %
        (Payer.WITHHOLDS, 186),
        (Payer.FRAUD, 186),
    ],
)
def test_a_contract_brings_its_price_less_what_is_lost(payer: Payer, loss: Fraction) -> None:
    scenario = built.scenario_of(
        built.numeric("price", (2, 310, 240, 188), (1, 170, 225, 265)),
        built.ladder("payment", (90, 40), (1, 0, 0, 1), (2, 1, 1, 0)),
        money=Named(0, 1),
        payer=payer,
    )
    money = money_view(scenario, (310, 1))
    assert money is not None
    assert (money.paid, money.unpaid) == (Fraction(2, 5), Fraction(3, 5))
    assert money.loss == loss
    assert money.net == 310 - loss


def test_prices_on_a_fractional_step_stay_exact() -> None:
    scenario = built.scenario_of(
        built.numeric("price", (1, 30, 20, 10), (2, 5, 15, 25), step=Fraction(1, 2)),
        built.ladder("payment", (100, 0), (2, 0, 0, 1), (1, 1, 1, 0)),
        money=Named(0, 1),
        payer=Payer.REMINDED,
    )
    money = money_view(scenario, (21, 1))
    assert money is not None
    assert (money.price, money.loss, money.net) == (
        Fraction(21, 2), Fraction(21, 10), Fraction(84, 10),
    )  # fmt: skip


def test_there_is_no_money_view_without_money() -> None:
    silent = built.course_grid()
    assert money_view(silent, (0, 0, 0, 0)) is None
    assert money_view(built.third_vendor(), (240, None, 0, 0)) is None
    worded = built.scenario_of(
        built.numeric("price", (1, 30, 20, 10), (2, 5, 15, 25)),
        built.ladder("payment", ("early", "late"), (2, 0, 0, 1), (1, 1, 1, 0)),
        money=Named(0, 1),
    )
    assert money_view(worded, (20, 0)) is None
