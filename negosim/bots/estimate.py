"""What a bot believes of the other side: order, limits, trust in its words.

Every weight of evidence stands here. Deeds come from the values the other side
names, words from what it answers and tells; words weigh by trust, and trust falls
when deeds belie them. What one owes or decides is not known here.
"""

from __future__ import annotations

from typing import NamedTuple

from negosim.analysis.belief_limits import LimitBelief
from negosim.analysis.beliefs import OrderBelief
from negosim.bots.scale import Scale
from negosim.engine import events as e
from negosim.engine.concession import inferred_limit
from negosim.engine.issue import Terms
from negosim.engine.words import AnswerKind, QuestionForm

STEP_EVIDENCE = 5.0
"""How strongly the share of the way conceded on an issue speaks against its weight."""
SWAP_ODDS = 1.5
"""An offer that gives one issue to get another: odds that the wanted one ranks higher."""
REFUSAL_EVIDENCE = 0.15
"""How strongly a not yet speaks for a limit short of what was refused."""
ANSWER_ODDS = 6.0
TELL_ODDS = 3.0
"""Odds of a plain answer and of a tell when the speaker is fully trusted."""
FIRST_TRUST = 0.75
BELIED = 0.75
"""A tell is belied when its opposite was already believed this much."""

Asked = tuple[QuestionForm, tuple[int, ...]]
"""A question: its form and the issues it names."""


class Movement(NamedTuple):
    """What values brought in one's own `steady` worth, and the size of each step in ticks."""

    worth: float
    sizes: dict[int, int]


class Estimate:
    """Beliefs of one match. `first`, `best` and `steps` are what the other side has named."""

    __slots__ = (
        "_swaps",
        "_weights",
        "_weights_of",
        "best",
        "first",
        "led",
        "limits",
        "order",
        "scale",
        "steps",
        "trust",
    )

    def __init__(self, scale: Scale, *, led: bool) -> None:
        count = scale.count
        self.scale = scale
        self.led = led
        self.trust = FIRST_TRUST
        self.order = OrderBelief(count)
        self.limits: list[LimitBelief | None] = [None] * count
        self.first: list[int | None] = [None] * count
        self.best: list[int | None] = [None] * count
        self.steps: list[list[int]] = [[] for _ in range(count)]
        self._weights: tuple[float, ...] = ()
        self._weights_of: OrderBelief | None = None
        self._swaps: set[tuple[int, int]] = set()

    # -- what is believed --------------------------------------------------------------

    def weights(self) -> tuple[float, ...]:
        """The expected weight of each issue to the other side, as shares that sum to 1."""
        if self._weights_of is not self.order:
            raw = self.order.expected_weights()
            total = sum(raw)
            self._weights = tuple(weight / total for weight in raw)
            self._weights_of = self.order
        return self._weights

    def place(self, issue: int, tick: int) -> float:
        """The believed place of a value for the other side: 1 at its first value, 0 at its limit."""
        limit = self.limits[issue]
        if limit is None:
            return 0.0
        end = limit.mean()
        return (end - tick) / (end - limit.opening) if end != limit.opening else 0.0

    def room(self) -> float:
        """0..1: how much of its way the other side is believed to have left, by its weights."""
        total = seen = 0.0
        weights = self.weights()
        for issue, limit in enumerate(self.limits):
            best = self.best[issue]
            if limit is None or best is None:
                continue
            left = abs(limit.mean() - best) / abs(limit.far - limit.opening)
            total += weights[issue] * min(1.0, left)
            seen += weights[issue]
        return total / seen if seen else 0.5

    def way_share(self, issue: int, size: int) -> float:
        """A size as a share of the way from the other side's first value to one's own quote."""
        first = self.first[issue]
        way = abs(self.scale.quotes[issue] - first) if first is not None else 0
        return min(1.0, size / way) if way else 0.0

    # -- deeds -------------------------------------------------------------------------

    def name_first(self, issue: int, tick: int) -> None:
        """The other side's first value on an issue, from which its limit is reckoned."""
        if self.first[issue] is not None:
            return
        self.first[issue] = tick
        self.best[issue] = tick
        known = self.scale.brief.issues[issue]
        if known.is_ladder:
            # Also where the other side opens nearer than its end, options are bounded.
            far = len(known.options) - 1 if self.scale.signs[issue] > 0 else 0
        else:
            far = self.scale.quotes[issue]
        if self.scale.better(issue, far, tick):
            self.limits[issue] = LimitBelief(float(tick), float(far))

    def take_in(self, terms: Terms) -> Movement:
        """Values the other side named or took: where they go beyond its best they are steps."""
        moved = 0.0
        sizes: dict[int, int] = {}
        leans = [0.0] * self.scale.count
        for issue, tick in enumerate(terms):
            if tick is None:
                continue
            best = self.best[issue]
            if best is None:
                self.name_first(issue, tick)
            elif self.scale.better(issue, tick, best):
                moved += self.scale.moved(issue, best, tick)
                sizes[issue] = abs(tick - best)
                leans[issue] = -self.way_share(issue, sizes[issue])
                self._step(issue, sizes[issue], tick)
        if sizes:
            self.order = self.order.leaning(leans, STEP_EVIDENCE)
        return Movement(moved, sizes)

    def _step(self, issue: int, size: int, tick: int) -> None:
        """Best, steps and limit follow a concession. Source: exercise.md R29."""
        self.best[issue] = tick
        limit = self.limits[issue]
        steps = self.steps[issue]
        if limit is not None:
            limit = limit.reached(tick)
            if steps and self.led and not self.scale.brief.issues[issue].is_ladder:
                told = inferred_limit(steps[-1], size, tick, self.scale.signs[issue])
                limit = limit.stepped(None if told is None else float(told), tick)
            self.limits[issue] = limit
        steps.append(size)

    def swapped(self, event: e.OfferMade) -> None:
        """Giving one issue to get another says which matters more, once a pair."""
        for given, tick in enumerate(event.give):
            best = self.best[given]
            if tick is None or best is None or not self.scale.better(given, tick, best):
                continue
            for wanted, asked in enumerate(event.want):
                if asked is not None and (wanted, given) not in self._swaps:
                    self._swaps.add((wanted, given))
                    self.order = self.order.above(wanted, given, SWAP_ODDS)

    def preferred(self, chosen: Terms, left: Terms) -> None:
        """Of two packages of ours the other side chose one. Source: exercise.md R33."""
        differences = [
            0.0 if a is None or b is None else self.place(issue, a) - self.place(issue, b)
            for issue, (a, b) in enumerate(zip(chosen, left, strict=True))
        ]
        self.order = self.order.preferred(differences, STEP_EVIDENCE)

    def refused(self, terms: Terms) -> None:
        """The other side said not yet to these: its limits are a little likelier short of them."""
        for issue, tick in enumerate(terms):
            limit, best = self.limits[issue], self.best[issue]
            if tick is None or limit is None or best is None:
                continue
            if self.scale.better(issue, tick, best):
                self.limits[issue] = limit.refused(tick, REFUSAL_EVIDENCE)

    # -- words -------------------------------------------------------------------------

    def answered(self, question: Asked, event: e.QuestionAnswered) -> None:
        """What an answer says, by its form (R31)."""
        kind = event.kind
        odds = self._odds(ANSWER_ODDS)
        if kind is AnswerKind.ISSUE:
            self._named_first(event.issues[0])
        elif kind is AnswerKind.PAIR:
            self.order = self.order.above(event.issues[0], event.issues[1], odds)
        elif kind is AnswerKind.INTEREST:
            self._much_hangs(event.issues[0], event.strength)
        elif kind is AnswerKind.DEMAND:
            self._demanded(event.demand, event.gives)
        elif kind in (AnswerKind.YES, AnswerKind.NO):
            self._confirmed(question, odds if kind is AnswerKind.YES else 1.0 / odds)

    def told(self, more: int, less: int) -> bool:
        """A tell; False when what was believed before belies it."""
        honest = self.order.above_probability(less, more) <= BELIED
        if not honest:
            self.trust = max(0.2, self.trust - 0.2)
        self.order = self.order.above(more, less, self._odds(TELL_ODDS))
        return honest

    def called_last(self, issue: int, tick: int) -> None:
        """The other side called a value its last (R28)."""
        self.name_first(issue, tick)
        limit = self.limits[issue]
        if limit is not None:
            self.limits[issue] = limit.told(tick, self.trust)

    def _odds(self, full: float) -> float:
        return 1.0 + (full - 1.0) * self.trust

    def _named_first(self, issue: int) -> None:
        """The issue of an open answer is drawn by weight."""
        count = self.scale.count
        self.order = self.order.ranked(
            issue,
            [self.trust * (count - place) / count + (1 - self.trust) for place in range(count)],
        )

    def _much_hangs(self, issue: int, strength: int) -> None:
        count = self.scale.count
        self.order = self.order.ranked(
            issue,
            [
                1.0 + 3.0 * self.trust * (strength_of(place, count) == strength)
                for place in range(count)
            ],
        )

    def _demanded(self, demand: Terms, gives: Terms) -> None:
        for wanted, tick in enumerate(demand):
            if tick is None:
                continue
            for given, other in enumerate(gives):
                if other is not None and given != wanted:
                    self.order = self.order.above(wanted, given, self._odds(1.8))

    def _confirmed(self, question: Asked, ratio: float) -> None:
        form, issues = question
        if form is QuestionForm.SUMMARISING:
            if ratio > 1.0:
                self.order = self.order.chain(issues, ratio)
        elif len(issues) == 2:
            self.order = self.order.above(issues[0], issues[1], ratio)
        elif len(issues) == 1:
            count = self.scale.count
            self.order = self.order.ranked(issues[0], [ratio, *([1.0] * (count - 1))])


def strength_of(place: int, count: int) -> int:
    """How much hangs on an issue at a place of the order: 3 for the upper third .. 1 for the lower."""
    return 3 - min(2, 3 * place // count)
