"""How fast the engine is: decide + evolve + one view a move, whole games of 48 moves.

Run `python tests/bench/engine.py`. Prints medians over rounds; nothing is asserted,
machines differ. CPU time, so that a busy machine
disturbs less. The script replays one recorded match, so that only the engine works.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "kit"))

from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.decide import advance
from negosim.engine.issue import no_terms
from negosim.engine.opening import opened, solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.view import view_of
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm

MOVES_A_GAME = 48

Script = list[tuple[str, m.Move]]


def script(scenario: Scenario) -> Script:
    """A sensible match of 48 moves on `third-vendor`: questions, trades, a break, record, contract."""
    names = [issue.id for issue in scenario.issues]

    def terms(**values: int) -> tuple[int | None, ...]:
        said = list(no_terms(len(names)))
        for name, tick in values.items():
            said[names.index(name)] = tick
        return tuple(said)

    def offer(give: dict[str, int], want: dict[str, int] | None = None) -> m.Offer:
        return m.Offer(terms(**give), terms(**(want or {})))

    price, payment, service, delivery = range(4)
    ask_price = m.Ask(QuestionForm.EXPECTATION, (price,))
    demand = m.Answer(AnswerKind.DEMAND, demand=terms(price=200), gives=no_terms(4))
    vendor, client = "vendor", "client"
    both: Script = [(vendor, m.Ready()), (client, m.Ready())]
    both += [(vendor, m.Introduce()), (client, m.Introduce())]
    talk: Script = [
        (client, offer({"price": 170})),
        (vendor, ask_price),
        (client, demand),
        (vendor, m.Ask(QuestionForm.EXCLUSION, (price, delivery))),
        (client, m.Answer(AnswerKind.BOTH)),
        (vendor, offer({"price": 270}, {"payment": 0})),
        (client, m.NotYet()),
        (vendor, m.Argue(ArgumentKind.TOTAL_COST, price)),
        (client, offer({"price": 190, "delivery": 3})),
        (vendor, m.Ask(QuestionForm.OPEN)),
        (client, m.Answer(AnswerKind.ISSUE, (price,))),
        (vendor, offer({"delivery": 2}, {"payment": 1})),
        (client, offer({"payment": 2}, {"delivery": 3})),
        (vendor, m.Tell(payment, delivery)),
        (client, m.Tell(price, payment)),
        (vendor, m.Ask(QuestionForm.EXPECTATION, (delivery,))),
        (client, m.Answer(AnswerKind.DEMAND, demand=terms(delivery=3), gives=no_terms(4))),
        (vendor, offer({"delivery": 3}, {"payment": 1})),
        (client, m.Accept()),
        (vendor, m.Propose()),
        (client, m.Confirm()),
        (vendor, ask_price),
        (client, demand),
        (vendor, offer({"price": 250}, {"service": 1})),
        (client, offer({"price": 210})),
        (vendor, m.NotYet()),
        (client, offer({"price": 218, "service": 2})),
        (vendor, m.Leave(Purpose.CONSULT)),
        (vendor, m.Authorise(terms(price=225))),
        (vendor, m.Return()),
        (vendor, ask_price),
        (client, demand),
        (vendor, offer({"price": 240}, {"service": 1})),
        (client, m.Goodwill()),
        (vendor, m.Goodwill()),
        (client, offer({"price": 225, "service": 2})),
        (vendor, m.Accept()),
        (client, m.Goodwill()),
        (vendor, m.Propose()),
        (client, m.Confirm()),
        (vendor, m.Guess((price, delivery, service, payment))),
        (vendor, m.Draw()),
        (vendor, m.Sign()),
        (client, m.Sign()),
    ]
    return both + talk


def play(scenario: Scenario, lines: Script) -> int:
    setup = solo_setup(scenario)
    state = opened(scenario, setup)
    sides = {"vendor": Side.VENDOR, "client": Side.CLIENT}
    for seat, move in lines:
        view_of(state, seat, sides[seat])
        state = advance(state, seat, move, 0).state
    return len(lines)


@dataclass(frozen=True, slots=True)
class Yard:
    """What time is measured in: machines, and moments of one machine, differ by twice."""

    a: int
    b: int
    c: int
    d: int
    e: int


def yard() -> float:
    """Seconds of CPU for one frozen dataclass of five fields."""
    start = time.process_time()
    for _ in range(20_000):
        Yard(1, 2, 3, 4, 5)
    return (time.process_time() - start) / 20_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--games", type=int, default=200)
    options = parser.parse_args()
    scenario = load("third-vendor")
    lines = script(scenario)
    rates, ratios = [], []
    for _ in range(options.rounds):
        unit = yard()
        start = time.process_time()
        moves = sum(play(scenario, lines) for _ in range(options.games))
        spent = (time.process_time() - start) / moves
        rates.append(1 / spent)
        ratios.append(2 * spent / (unit + yard()))
    a_second = statistics.median(rates)
    print(f"decide + evolve + view: {a_second:,.0f} a second ({1e6 / a_second:.1f} us each)")
    print(f"one of them is {statistics.median(ratios):.0f} frozen five-field dataclasses")
    print(f"engine alone: {a_second / MOVES_A_GAME:,.0f} games of {MOVES_A_GAME} moves a second")


if __name__ == "__main__":
    main()
