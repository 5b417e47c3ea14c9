"""What a bot believes of the other side: order, limits, trust in its words.

Every weight of deeds stands here: the values the other side names, asks for, takes and
refuses. Words are weighed in `hearsay`, by trust, and trust falls when deeds belie them.
What one owes or decides is not known here.
"""

from __future__ import annotations

from typing import NamedTuple

from negosim.analysis.belief_limits import LimitBelief
from negosim.analysis.beliefs import OrderBelief, order_belief
from negosim.bots import hearsay
from negosim.bots.alternatives import Alternatives
from negosim.bots.hearsay import Asked
from negosim.bots.scale import Scale
from negosim.engine import events as e
from negosim.engine.concession import merged
from negosim.engine.issue import IssueNos, Terms
from negosim.engine.words import ArgumentKind, QuestionForm

STEP_EVIDENCE = 3.0
"""How strongly the share of the way conceded on an issue speaks against its weight."""
TAKEN_STEP_EVIDENCE = 2.0
"""The same for a step made by accepting: its size was the other side's choice."""
OPENING_EVIDENCE = 0.5
"""How strongly an opening beyond those on other issues speaks for an issue: a habit of many, not of all."""
SWAP_ODDS = 2.0
"""An offer that concedes one issue to get another: odds that the one wanted ranks higher, split
among all that are wanted at once."""
STILL_ODDS = 1.4
"""The same where nothing is conceded: it says again what is to be had for what."""
MOST_SWAPS = 2
"""A pair of issues is heard of so often; after that it is a habit."""
CHOICE_EVIDENCE = 10.0
"""How strongly a choice between two packages on the table speaks for their difference in worth."""
REFUSED_EVIDENCE = 1.0
"""A package may be refused for many reasons, but rather for falling short on what is dear."""
TAKEN_EVIDENCE = 2.0
"""What was taken beside what had been refused; the hour may have had its part in it."""
REFUSAL_EVIDENCE = 0.3
"""How strongly a not yet speaks for a limit short of what was refused."""
PLEA_EVIDENCE = 0.15
"""How strongly an argument of need speaks against a limit far off, of one fully trusted."""
FAR_OPENING = 2.0
"""Openings further off than twice one's own band all count alike."""
FIRST_TRUST = 0.75
LEAST_TRUST = 0.2
BELIED = 0.75
"""A tell is belied when its opposite was already believed this much."""
BELIED_COST = 0.2
"""What a belied tell costs in trust."""


class Movement(NamedTuple):
    """What values brought in one's own `steady` worth, and the size of each step in ticks."""

    worth: float
    sizes: dict[int, int]


class Estimate:
    """Beliefs of one match. `first`, `best` and `steps` are what the other side has named."""

    __slots__ = (
        "_laid",
        "_last",
        "_offered",
        "_refused",
        "_said",
        "_swaps",
        "_told",
        "_turned_down",
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
        self.order: OrderBelief = order_belief(count)
        self.limits: list[LimitBelief | None] = [None] * count
        self.first: list[int | None] = [None] * count
        self.best: list[int | None] = [None] * count
        self.steps: list[list[int]] = [[] for _ in range(count)]
        # the last value the other side named, and the most generous one offered to it
        self._last: list[int | None] = [None] * count
        self._offered: list[int | None] = [None] * count
        self._laid: Alternatives | None = None
        self._turned_down: Terms = ()
        self._refused: Terms = ()
        self._swaps: dict[tuple[int, int], int] = {}
        self._said: set[tuple[QuestionForm | ArgumentKind, int]] = set()
        self._told: set[tuple[int, int]] = set()
        self._weights: tuple[float, ...] = ()
        self._weights_of: OrderBelief | None = None

    # -- what is believed --------------------------------------------------------------

    def weights(self) -> tuple[float, ...]:
        """The expected weight of each issue to the other side, as shares that sum to 1."""
        if self._weights_of is not self.order:
            raw = self.order.expected_weights()
            total = sum(raw)
            self._weights = tuple([weight / total for weight in raw])
            self._weights_of = self.order
        return self._weights

    def place(self, issue: int, tick: int) -> float:
        """The believed place of a value for the other side: 1 at its first value, 0 at its limit."""
        limit = self.limits[issue]
        if limit is None:
            return 0.0
        end = limit.mean()
        return (end - tick) / (end - limit.opening) if end != limit.opening else 0.0

    def worth(self, terms: Terms) -> float:
        """What terms are believed to be worth to the other side, 0 at its limits and 1 at its first
        values; what they leave out counts nothing."""
        return sum(
            weight * min(1.0, max(0.0, self.place(issue, tick)))
            for issue, (weight, tick) in enumerate(zip(self.weights(), terms, strict=True))
            if tick is not None
        )

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

    def ways_left(self) -> dict[int, float]:
        """How many ticks each numeric issue's believed limit lies beyond the best value named."""
        return {
            issue: abs(limit.mean() - best)
            for issue, (limit, best) in enumerate(zip(self.limits, self.best, strict=True))
            if limit is not None and not limit.rungs and best is not None
        }

    def way_share(self, issue: int, size: int) -> float:
        """A size as a share of the way from the other side's first value to one's own quote."""
        first = self.first[issue]
        way = abs(self.scale.quotes[issue] - first) if first is not None else 0
        return min(1.0, size / way) if way else 0.0

    # -- values named ------------------------------------------------------------------

    def name_first(self, issue: int, tick: int) -> None:
        """The other side's first value on an issue, from which its limit is reckoned."""
        if self.first[issue] is not None:
            return
        self.first[issue] = self.best[issue] = self._last[issue] = tick
        known = self.scale.brief.issues[issue]
        far, rungs = self.scale.quotes[issue], 0
        if known.is_ladder:
            # Also where the other side opens nearer than its end, options are bounded.
            far = len(known.options) - 1 if self.scale.signs[issue] > 0 else 0
            rungs = abs(far - tick)
        if self.scale.better(issue, far, tick):
            self.limits[issue] = LimitBelief(tick, far, rungs=rungs)

    def offered(self, event: e.OfferMade) -> Movement:
        """An offer of the other side: first values, steps, and what is to be had for what.

        Of two packages the worth is what the better one brings as a whole, since one may
        have either and not both (R33); the sizes are the first one's.
        """
        terms = merged(event.give, event.want)
        new = tuple(
            issue
            for issue, tick in enumerate(terms)
            if tick is not None and self.first[issue] is None
        )
        before = tuple(self.best), tuple(map(len, self.steps))
        self._exchanged(event.give, event.want)
        movement = self._moved_to(terms, STEP_EVIDENCE)
        if len(new) > 1:
            self._opened(new)
        if event.second is not None:
            other = merged(event.second.give, event.second.want)
            self._exchanged(event.second.give, event.second.want)
            self._moved_to(other, STEP_EVIDENCE)
            self._laid = Alternatives(terms, other, *before)
            movement = Movement(self._laid.worth(self.scale), movement.sizes)
        return movement

    def chose(self, *, second: bool) -> None:
        """One prefers one of two packages of the other side: only that one has been given."""
        if self._laid is not None:
            self._laid.keep_chosen(self.scale, self.best, self.steps, second=second)
            self._laid = None

    def accepted(self, terms: Terms) -> Movement:
        """The other side took these, and had let others go before."""
        if self._turned_down:
            differences = self._differences(terms, self._turned_down)
            self.order = self.order.preferred(differences, TAKEN_EVIDENCE)
        return self._moved_to(terms, TAKEN_STEP_EVIDENCE)

    def preferred(self, chosen: Terms, left: Terms) -> None:
        """Of two packages of ours the other side chose one. Source: exercise.md R33."""
        self.order = self.order.preferred(self._differences(chosen, left), CHOICE_EVIDENCE)

    def _moved_to(self, terms: Terms, strength: float) -> Movement:
        """Values the other side named or took: where they go beyond its best they are steps.

        Steps alone speak against the weight of what they give. Where something is taken back
        the other side has traded with itself, and its packages are compared as wholes.
        """
        worth = 0.0
        sizes: dict[int, int] = {}
        given = [0.0] * self.scale.count
        talking = self.first.count(None) < self.scale.count
        for issue, tick in enumerate(terms):
            if tick is None:
                continue
            best = self.best[issue]
            if best is None:
                if talking:
                    worth += self._from_the_end(issue, tick)
                self.name_first(issue, tick)
                continue
            given[issue] = self._given(issue, tick)
            if self.scale.better(issue, tick, best):
                worth += self.scale.moved(issue, best, tick)
                sizes[issue] = abs(tick - best)
                self._step(issue, best, tick)
        if min(given) < 0.0:
            self.order = self.order.moved(given)
        elif any(given):
            self.order = self.order.leaning([-share for share in given], strength)
        return Movement(worth, sizes)

    def _from_the_end(self, issue: int, tick: int) -> float:
        """What an option named late brings: whoever kept silent on a ladder stood at its end."""
        known = self.scale.brief.issues[issue]
        if not known.is_ladder:
            return 0.0
        end = 0 if self.scale.signs[issue] > 0 else len(known.options) - 1
        return self.scale.moved(issue, end, tick)

    def _given(self, issue: int, tick: int) -> float:
        """What a value gives against the last one named there, as a share of the way the other
        side is believed to have; below 0 where it takes back. Naming what one has been offered
        takes nothing back."""
        last = self._last[issue]
        self._last[issue] = tick
        limit = self.limits[issue]
        if last is None or last == tick or limit is None:
            return 0.0
        # The last option of a ladder is a chip (R28), so the whole of it is the way.
        end = limit.far if limit.rungs else limit.mean()
        share = abs(tick - last) / abs(end - limit.opening)
        if self.scale.better(issue, tick, last):
            return min(1.0, share)
        return 0.0 if self._is_met(issue, tick) else -min(1.0, share)

    def _step(self, issue: int, best: int, tick: int) -> None:
        """Best, steps and limit follow a concession. Source: exercise.md R29."""
        self.best[issue] = tick
        self.steps[issue].append(abs(tick - best))
        limit = self.limits[issue]
        if limit is not None:
            limit = limit.reached(tick)
            if self.led and not limit.rungs:
                limit = limit.stepped(best, tick)
            self.limits[issue] = limit

    def _opened(self, issues: IssueNos) -> None:
        """Issues opened in one offer: who opens further off on one than on others likelier wants it."""
        gaps = {issue: self._gap(issue) for issue in issues}
        usual = sum(gaps.values()) / len(gaps)
        leans = [gaps.get(issue, usual) - usual for issue in range(self.scale.count)]
        self.order = self.order.leaning(leans, OPENING_EVIDENCE)

    def _gap(self, issue: int) -> float:
        """From the other side's first value to one's own quote, in one's own bands."""
        first = self.first[issue]
        mark = self.scale.brief.marks[issue]
        band = max(1, abs(mark.quote - mark.floor))
        return 0.0 if first is None else min(FAR_OPENING, abs(first - mark.quote) / band)

    def _exchanged(self, give: Terms, want: Terms) -> None:
        """Giving one issue to get another says which matters more, whether or not it moves."""
        wanted = [
            issue
            for issue, tick in enumerate(want)
            if tick is not None and not self._is_met(issue, tick)
        ]
        if not wanted:
            return
        split = 1.0 / len(wanted)
        for given, tick in enumerate(give):
            if tick is None:
                continue
            best = self.best[given]
            concedes = best is not None and self.scale.better(given, tick, best)
            odds = (SWAP_ODDS if concedes else STILL_ODDS) ** split
            for issue in wanted:
                times = self._swaps.get((issue, given), 0)
                if times < MOST_SWAPS:
                    self._swaps[issue, given] = times + 1
                    self.order = self.order.above(issue, given, odds)

    # -- one's own offers, and what becomes of them ----------------------------------------

    def stand(self, terms: Terms) -> None:
        """One's own offer: what the other side may have for the taking is no demand of its own."""
        for issue, tick in enumerate(terms):
            before = self._offered[issue]
            if tick is not None and (before is None or self.scale.better(issue, before, tick)):
                self._offered[issue] = tick

    def _is_met(self, issue: int, tick: int) -> bool:
        """Whether one has offered this value oneself, or more."""
        offered = self._offered[issue]
        return offered is not None and not self.scale.better(issue, offered, tick)

    def countered(self, terms: Terms) -> None:
        """The other side made an offer where it could have taken these."""
        self._turned_down = terms

    def refused(self, terms: Terms) -> None:
        """The other side said not yet to these: they fall short on what is dear rather than on
        what is not, and its limits are a little likelier short of them."""
        if not terms or terms == self._refused:
            return
        self._refused = self._turned_down = terms
        self.order = self.order.preferred(
            self._differences(tuple(self.best), terms), REFUSED_EVIDENCE
        )
        for issue, tick in enumerate(terms):
            limit, best = self.limits[issue], self.best[issue]
            if tick is None or limit is None or best is None:
                continue
            if self.scale.better(issue, tick, best):
                self.limits[issue] = limit.refused(tick, REFUSAL_EVIDENCE)

    def _differences(self, one: Terms, other: Terms) -> list[float]:
        """By how much of its way each issue is better for the other side; 0 where not both name it."""
        return [
            0.0 if a is None or b is None else self.place(issue, a) - self.place(issue, b)
            for issue, (a, b) in enumerate(zip(one, other, strict=True))
        ]

    # -- words -------------------------------------------------------------------------

    def asked(self, form: QuestionForm, issues: IssueNos) -> None:
        """A question of the other side's own."""
        if form not in hearsay.CURIOUS or len(issues) != 1 or (form, issues[0]) in self._said:
            return
        before = sum(kind in hearsay.CURIOUS for kind, _ in self._said)
        self._said.add((form, issues[0]))
        self.order = hearsay.asked(self.order, issues[0], before, self.trust)

    def answered(self, question: Asked, event: e.QuestionAnswered) -> None:
        """An answer to a question of ours."""
        self.order = hearsay.answered(self.order, question, event, self.trust)

    def drawn(self, ranks: IssueNos) -> None:
        """An insider card that says in which order the other side ranks these issues."""
        self.order = hearsay.drawn(self.order, ranks)

    def told(self, more: int, less: int) -> bool:
        """A tell, which says nothing new when repeated; False when what was believed before
        belies it."""
        honest = self.order.above_probability(less, more) <= BELIED
        if not honest:
            self.trust = max(LEAST_TRUST, self.trust - BELIED_COST)
        if (more, less) not in self._told:
            self._told.add((more, less))
            self.order = hearsay.told(self.order, more, less, self.trust)
        return honest

    def argued(self, kind: ArgumentKind, issue: int) -> None:
        """An argument about an issue, whoever it may move; a repeated one says nothing new."""
        if kind is ArgumentKind.SOFTEN or (kind, issue) in self._said:
            return
        self._said.add((kind, issue))
        self.order = hearsay.argued(self.order, issue, self.trust)
        limit = self.limits[issue]
        if kind is ArgumentKind.NEED and limit is not None:
            self.limits[issue] = limit.pleaded(PLEA_EVIDENCE * self.trust)

    def called_last(self, issue: int, tick: int) -> None:
        """The other side called a value its last (R28)."""
        self.name_first(issue, tick)
        limit = self.limits[issue]
        if limit is not None:
            self.limits[issue] = limit.told(tick, self.trust)
