"""How well the bots guess: the other side's order and limits, offer by offer.

Run `python tests/bench/beliefs.py`; nothing is asserted. The field's usual opponent
model, counting how often an issue changes, stands beside the filter fed with offers
alone and with all that was heard. Figures to match or beat: after six offers counting
finds the first priority 36 % of the time (chance 25 %) and a filter 67 %, after ten 47
and 85 %.

Opponents: made up as the filter assumes; naming packages of some worth, but not as it
assumes; naming packages that have little or nothing to do with what issues weigh; and
the bots themselves in whole games. Orders and bands of both sides are drawn anew each time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from statistics import mean
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))

import bidders
import built
import guessing
from guessing import Guess, Heard

from negosim.analysis.belief_limits import LimitBelief
from negosim.analysis.beliefs import order_belief
from negosim.bots.personas import PERSONAS
from negosim.engine.sides import Side

AFTER = (6, 10)
HONESTY = 0.75
KINDS = (built.third_vendor(), built.course_grid())

Matches = tuple[list[Heard], list[Heard]]
"""The same matches with offers alone and with all that was heard."""


def made_up(bidder: bidders.Bidder, seeds: Iterable[int]) -> Matches:
    silent, spoken = [], []
    for seed in seeds:
        kind = KINDS[seed % len(KINDS)]
        silent.append(guessing.made_up(bidder, kind, seed))
        spoken.append(guessing.made_up(bidder, kind, seed, honesty=HONESTY))
    return silent, spoken


def between_bots(vendor: str, clients: list[str], side: Side, seeds: Iterable[int]) -> Matches:
    """Games that a seat of `side` hears."""
    spoken = [
        guessing.played(vendor, clients[seed % len(clients)], KINDS[seed % len(KINDS)], seed, side)
        for seed in seeds
    ]
    return [heard.offers_only() for heard in spoken], spoken


def families(seeds: range) -> Iterable[tuple[str, Matches]]:
    for title, group in (
        ("as assumed", bidders.ASSUMED),
        ("trading, not as assumed", bidders.TRADING),
        ("blind to weight", bidders.BLIND),
    ):
        for name, bidder in group.items():
            yield f"{title}: {name}", made_up(bidder, seeds)
    for style in ("analytic", "driving", "expressive", "amiable"):
        people = [name for name in PERSONAS if name.startswith(style)]
        yield (
            f"persona, heard by course: {style}",
            between_bots("course", people, Side.VENDOR, seeds),
        )
    for policy in ("course", "tit-for-tat", "linear"):
        yield (
            f"policy, heard by a client: {policy}",
            between_bots(policy, list(PERSONAS), Side.CLIENT, seeds),
        )


Model = Callable[[Heard, tuple[int, ...]], dict[int, Guess]]


def order_line(matches: Matches) -> str:
    silent, spoken = matches
    cells = []
    for number in AFTER:
        for model, heard in (
            (guessing.counted, silent),
            (guessing.believed, silent),
            (guessing.believed, spoken),
        ):
            cells.append(_order_cell(model, heard, number))
        cells.append(f"{sum(_offers(each) >= number for each in silent):>5}")
    return " ".join(cells)


def _order_cell(model: Model, matches: list[Heard], number: int) -> str:
    """Hits in per cent, and rank correlation."""
    hits, agreement = [], []
    for heard in matches:
        guess = model(heard, (number,)).get(number)
        if guess is not None:
            hits.append(guess.hits(heard.order))
            agreement.append(guess.agreement(heard.order))
    return f"{100 * mean(hits):4.0f} {mean(agreement):5.2f}" if hits else "   -     -"


def _offers(heard: Heard) -> int:
    return sum(heard.is_theirs(event) for event in heard.events)


def limit_line(matches: Matches, number: int) -> str:
    """Coverage of the band, mean error and width in shares of the way: numeric, then ladders."""
    cells = []
    for ladder in (False, True):
        covered, errors, widths = [], [], []
        for heard in matches[1]:
            guess = guessing.believed(heard, (number,)).get(number)
            for issue, limit in enumerate(guess.limits if guess else ()):
                if limit is None or heard.scenario.issues[issue].is_ladder is not ladder:
                    continue
                floor = heard.scenario.marks[heard.side.other][issue].floor
                way = abs(limit.far - limit.opening)
                low, high = sorted(limit.band())
                covered.append(low - 1e-6 <= floor <= high + 1e-6)
                errors.append(abs(limit.mean() - floor) / way)
                widths.append((high - low) / way)
        cells.append(
            f"{100 * mean(covered):4.0f} {mean(errors):5.2f} {mean(widths):5.2f}"
            if covered
            else "   -     -     -"
        )
    return "  ".join(cells)


def gullibility() -> Iterable[str]:
    """How far cheap signals move the expected limit of a price from 310 towards 170."""
    steps: tuple[tuple[str, tuple[float, ...]], ...] = (
        ("310 308 307", (310, 308, 307)),
        ("310 308 307 306.5 306.2", (310, 308, 307, 306.5, 306.2)),
        ("310 270 269 268.5", (310, 270, 269, 268.5)),
        ("310 270 250 240", (310, 270, 250, 240)),
        ("310 300 280 240", (310, 300, 280, 240)),
    )
    for name, values in steps:
        belief, plain = LimitBelief(310, 170), LimitBelief(310, 170)
        for before, at in pairwise(values):
            plain = plain.reached(at)
            belief = belief.reached(at).stepped(before, at)
        low, high = belief.band()
        yield (
            f"{name:<26} {LimitBelief(310, 170).mean():6.1f} -> {belief.mean():6.1f}"
            f"  (values alone {plain.mean():6.1f})  band {low:.0f} .. {high:.0f}"
        )
    yield f"{'a break':<26} no evidence at all"


def costs() -> Iterable[str]:
    """CPU time of an update with the marginals it calls for, in microseconds."""
    order = order_belief(4)
    limit = LimitBelief(310, 170)
    for name, work in (
        ("a pair, then weights", lambda: order.above(1, 2, 3.0).expected_weights()),
        (
            "steps, then weights",
            lambda: order.leaning((0.0, -0.2, 0.0, -0.1), 3.0).expected_weights(),
        ),
        (
            "two packages, then weights",
            lambda: order.moved((0.2, -0.1, 0.0, 0.0)).expected_weights(),
        ),
        ("a value reached, then mean", lambda: limit.reached(270).mean()),
        ("a step, then mean", lambda: limit.stepped(310, 270).mean()),
    ):
        start = process_time()
        for _ in range(2_000):
            work()
        yield f"{name:<28} {1e6 * (process_time() - start) / 2_000:6.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("First priority found, %, and rank correlation, after 6 and after 10 offers:")
    print("counting, the filter on offers alone, the filter on all that was heard; matches.")
    limits = []
    for name, matches in families(range(options.seed, options.seed + options.games)):
        print(f"{name:<38} {order_line(matches)}", flush=True)
        limits.append(f"{name:<38} {limit_line(matches, 6)}   {limit_line(matches, 10)}")
    print("\nLimits: band of 80 % covers, %, mean error, width in shares of the way; numeric,")
    print("ladder after 6 offers, then after 10.")
    print("\n".join(limits))
    print("\nCheap signals and others:")
    print("\n".join(gullibility()))
    print("\nMicroseconds:")
    print("\n".join(costs()))


if __name__ == "__main__":
    main()
