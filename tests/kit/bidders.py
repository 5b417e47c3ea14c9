"""Opponents made up for measuring beliefs: what they name follows a rule that is known.

Each names whole packages, in ticks, the first at its quotes; `heard` makes of them what
both sides hear, with or without the talk that goes with it. None of them is a player:
they are there to be guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import exp
from random import Random

from negosim.bots.hearsay import strength_of
from negosim.bots.scale import Scale
from negosim.engine import events as e
from negosim.engine.issue import Terms, no_terms
from negosim.engine.scenario import Scenario, order_of
from negosim.engine.sides import Side
from negosim.engine.view import brief_of
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm, Reason
from negosim.engine.yardstick import level_ticks

Package = tuple[int, ...]

TRIES = 400
NEAR = 0.015
"""A package is of a wanted worth when it lies this near it, in shares of the whole."""
LEAST = 0.3
"""No opponent goes below this own worth."""


class Own:
    """What an opponent knows of itself: its own worth of any package, 1 at its quotes."""

    def __init__(self, scenario: Scenario, side: Side) -> None:
        brief = brief_of(scenario, side)
        self.side = side
        self.scale = Scale(brief)
        self.order = order_of(brief.marks)
        self.quotes = self.scale.quotes
        self.floors = tuple(mark.floor for mark in brief.marks)
        self.count = self.scale.count

    def worth(self, package: Package) -> float:
        return sum(self.scale.steady(issue, tick) for issue, tick in enumerate(package))

    def of_worth(self, dice: Random, worth: float) -> Package:
        """A package drawn from those of about this worth, else the nearest of many."""
        nearest, distance = self.quotes, 9.0
        for _ in range(TRIES):
            package = tuple(
                dice.randint(min(band), max(band))
                for band in zip(self.quotes, self.floors, strict=True)
            )
            off = abs(self.worth(package) - worth)
            if off < NEAR:
                return package
            if off < distance:
                nearest, distance = package, off
        return nearest

    def given(self, package: Package, issue: int, share: float) -> Package:
        """The package with a share of the issue's band given, at least a tick, at most to the floor."""
        size = max(1, round(share * abs(self.quotes[issue] - self.floors[issue])))
        tick = package[issue] - self.scale.signs[issue] * size
        best = self.scale.best(issue, tick, self.floors[issue])
        return (*package[:issue], best, *package[issue + 1 :])

    def left(self, package: Package, issue: int) -> float:
        """The share of the issue's band that is left to give."""
        band = abs(self.quotes[issue] - self.floors[issue])
        return abs(package[issue] - self.floors[issue]) / band


Bidder = Callable[[Own, Random, int], list[Package]]
"""So many packages of an opponent, in the order in which it names them."""


# -- as the filter assumes ------------------------------------------------------------------


def reckoning(own: Own, dice: Random, offers: int) -> list[Package]:
    """Reckons what the next package costs against the last, finely or roughly; any package that
    costs about so much will do."""
    mean, spread = dice.choice(((0.02, 0.015), (0.05, 0.04)))
    out = [own.quotes]
    worth = 1.0
    while len(out) < offers:
        worth = max(LEAST, worth - max(0.0, dice.gauss(mean, spread)))
        out.append(own.of_worth(dice, worth))
    return out


def stepping(own: Own, dice: Random, offers: int) -> list[Package]:
    """Gives a little more each time and takes nothing back; a step that costs more is chosen
    less often, by the exponential with which steps are weighed."""
    out = [own.quotes]
    while len(out) < offers:
        now = out[-1]
        tries = []
        for _ in range(12):
            package = now
            for issue in dice.sample(range(own.count), dice.choice((1, 1, 2))):
                package = own.given(package, issue, dice.choice((0.1, 0.25, 0.25, 0.5)))
            tries.append(package)
        costs = [own.worth(now) - own.worth(each) for each in tries]
        chances = [exp(-7.5 * cost) if cost > 0.0 else 1e-6 for cost in costs]
        out.append(dice.choices(tries, chances)[0])
    return out


def staircase(own: Own, dice: Random, offers: int) -> list[Package]:
    """On two issues at a time its own part of what is left to its floors, give or take a third,
    whatever they weigh: its limits can be found, its order cannot."""
    pace = dice.choice((0.15, 0.3, 0.5))
    out = [own.quotes]
    while len(out) < offers:
        package = out[-1]
        for issue in dice.sample(range(own.count), min(2, own.count)):
            package = own.given(
                package, issue, pace * own.left(package, issue) * dice.uniform(0.7, 1.4)
            )
        out.append(package)
    return out


# -- as it does not -----------------------------------------------------------------------------


def timed(own: Own, dice: Random, offers: int, shake: float = 0.0) -> list[Package]:
    """Concedes by the clock, boulware, linear or conceder, on a random package of the worth that
    is due (Faratin, Sierra, Jennings 1998)."""
    curve = dice.choice((0.3, 1.0, 2.0))
    reserve = dice.uniform(LEAST, 0.5)
    length = dice.choice((12, 20, 30))
    out = [own.quotes]
    while len(out) < offers:
        due = 1.0 - (1.0 - reserve) * min(1.0, len(out) / length) ** (1.0 / curve)
        out.append(own.of_worth(dice, due + shake * dice.gauss(0.0, 1.0)))
    return out


def noisy(own: Own, dice: Random, offers: int) -> list[Package]:
    """The same with a hand that shakes by six hundredths of the whole."""
    return timed(own, dice, offers, 0.06)


def answering(own: Own, dice: Random, offers: int) -> list[Package]:
    """Tit for tat: gives up as much of its own worth as it has just been given, which is now more
    and now less, on a random package."""
    out = [own.quotes]
    worth = 1.0
    while len(out) < offers:
        worth = max(LEAST, worth - dice.choice((0.0, 0.01, 0.03, 0.05, 0.08)))
        out.append(own.of_worth(dice, worth))
    return out


def micro(own: Own, dice: Random, offers: int) -> list[Package]:
    """MiCRO over score levels: a random package of each own score in turn, from the top
    (de Jonge 2022)."""
    brief = own.scale.brief
    marks = [
        level_ticks(issue, yard) for issue, yard in zip(brief.issues, brief.yardsticks, strict=True)
    ]
    by_score: dict[int, list[Package]] = {}
    for chosen in product(*marks):
        score = sum(
            yard.weight * level for yard, (level, _) in zip(brief.yardsticks, chosen, strict=True)
        )
        by_score.setdefault(score, []).append(tuple(tick for _, tick in chosen))
    scores = sorted(by_score, reverse=True)[1:offers]
    return [own.quotes, *(dice.choice(by_score[score]) for score in scores)]


def one_by_one(own: Own, dice: Random, offers: int) -> list[Package]:
    """Goes down one issue after another, whatever they weigh: nothing is to be learnt of it."""
    issues = dice.sample(range(own.count), own.count)
    out = [own.quotes]
    while len(out) < offers:
        package = out[-1]
        unspent = [issue for issue in issues if package[issue] != own.floors[issue]]
        if unspent:
            package = own.given(package, unspent[0], dice.choice((0.15, 0.25, 0.5)))
        out.append(package)
    return out


ASSUMED: dict[str, Bidder] = {"reckoning": reckoning, "stepping": stepping}
TRADING: dict[str, Bidder] = {"timed": timed, "answering": answering, "micro": micro}
"""Not as assumed, but they name packages of some worth to them."""
BLIND: dict[str, Bidder] = {"noisy": noisy, "staircase": staircase, "one by one": one_by_one}
"""Their packages have little or nothing to do with what issues weigh."""
BIDDERS = {**ASSUMED, **TRADING, **BLIND}


# -- what is heard of them ------------------------------------------------------------------------


def heard(
    own: Own, packages: list[Package], dice: Random, honesty: float | None = None
) -> Iterator[e.Event]:
    """The events of such a match as both sides hear them, the observer's own offers among them.

    Without `honesty` there are offers and nothing else. With it the observer asks before
    each of its offers, and the opponent answers truly so often and evades otherwise, asks,
    tells (as often the wrong way round), argues and refuses.
    """
    me, them = own.side.other.word, own.side.word
    mine = own.floors
    best: list[int | None] = [None] * own.count
    for number, package in enumerate(packages):
        if honesty is not None:
            yield from _spoken(own, dice, number, honesty=honesty)
        mine = _nearer(own, dice, mine)
        yield _offer(me, mine, no_terms(own.count))
        give = tuple(
            tick if known is not None and own.scale.better(issue, known, tick) else None
            for issue, (tick, known) in enumerate(zip(package, best, strict=True))
        )
        want = tuple(tick if one is None else None for tick, one in zip(package, give, strict=True))
        yield _offer(them, give, want)
        for issue, tick in enumerate(package):
            known = best[issue]
            if known is None or own.scale.better(issue, known, tick):
                best[issue] = tick


def _nearer(own: Own, dice: Random, package: Package) -> Package:
    """The observer's next offer: a little more for the opponent, or the same again."""
    issue = dice.randrange(own.count)
    if dice.random() < 0.5:
        return package
    size = max(1, round(0.08 * abs(own.quotes[issue] - own.floors[issue])))
    tick = package[issue] + own.scale.signs[issue] * size
    if own.scale.better(issue, tick, own.quotes[issue]):
        return package
    return (*package[:issue], tick, *package[issue + 1 :])


def _offer(seat: str, give: Terms, want: Terms) -> e.OfferMade:
    return e.OfferMade(0, seat, give, want, (), Reason.NONE, None, "", True)


def _spoken(own: Own, dice: Random, number: int, *, honesty: float) -> Iterator[e.Event]:
    """What is said before the observer's offer of that number."""
    me, them = own.side.other.word, own.side.word
    honest = dice.random() < honesty
    one, other = dice.sample(range(own.count), 2)
    upper, lower = sorted((one, other), key=own.order.index)
    nothing = no_terms(own.count)
    if number % 2 == 0:
        yield e.QuestionAsked(0, me, QuestionForm.CAUSAL, (one,), "")
        strength = strength_of(own.order.index(one), own.count)
        kind = AnswerKind.INTEREST if honest else AnswerKind.EVASIVE
        yield e.QuestionAnswered(0, them, kind, (one,), strength, nothing, nothing, "")
    else:
        yield e.QuestionAsked(0, me, QuestionForm.EXCLUSION, (one, other), "")
        kind = AnswerKind.PAIR if honest else AnswerKind.EVASIVE
        yield e.QuestionAnswered(0, them, kind, (upper, lower), 0, nothing, nothing, "")
    by_weight = [own.count - own.order.index(issue) for issue in range(own.count)]
    dear = dice.choices(range(own.count), by_weight)[0]
    if number == 1:
        yield e.QuestionAsked(0, them, QuestionForm.CAUSAL, (dear,), "")
        yield e.QuestionAnswered(0, me, AnswerKind.EVASIVE, (), 0, nothing, nothing, "")
    elif number == 2:
        yield e.Told(0, them, *((upper, lower) if honest else (lower, upper)), "")
    elif number == 3:
        yield e.Argued(0, them, ArgumentKind.NEED, dear, nothing, None, "")
    elif number == 4:
        yield e.NotYetSaid(0, them, "")
