"""How well somebody opposite guesses: beliefs put beside the truth, offer by offer.

The observer is the bots' own reading, fed with the events that its seat sees; the truth
comes from the scenario, which it never sees.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations
from random import Random

import arena
import bidders
from bidders import Bidder, Own

from negosim.analysis.belief_limits import LimitBelief
from negosim.bots.listening import digest
from negosim.bots.policies import POLICIES
from negosim.bots.reading import Reading
from negosim.bots.scale import Scale
from negosim.catalog.drawn import drawn
from negosim.engine import events as e
from negosim.engine.concession import merged
from negosim.engine.opening import opened, solo_setup
from negosim.engine.scenario import Scenario, order_of
from negosim.engine.sides import Side
from negosim.engine.view import PRIVATE, SeatEvent, view_of

LEARNING = 0.1
"""What frequency counting adds to an issue that did not change; only its sign matters here."""


@dataclass
class Heard:
    """What a seat of `side` heard of its opponent in one match."""

    scenario: Scenario
    side: Side
    events: list[e.Event]

    @property
    def order(self) -> tuple[int, ...]:
        """The truth: the opponent's order."""
        return order_of(self.scenario.marks[self.side.other])

    def is_theirs(self, event: e.Event) -> bool:
        return isinstance(event, e.OfferMade) and event.seat == self.side.other.word

    def offers_only(self) -> Heard:
        """The same with all words left out, and what is not an offer."""
        offers: list[e.Event] = [event for event in self.events if isinstance(event, e.OfferMade)]
        return Heard(self.scenario, self.side, offers)


@dataclass
class Guess:
    """What is guessed after some offers. `firsts`: by issue, how likely it is the first
    priority; `weights`: how important, in any unit."""

    firsts: tuple[float, ...]
    weights: tuple[float, ...]
    limits: tuple[LimitBelief | None, ...] = ()

    def hits(self, order: tuple[int, ...]) -> float:
        """1 when the likeliest first is the true one, a part of 1 where several are as likely."""
        most = max(self.firsts) - 1e-9
        tops = [issue for issue, chance in enumerate(self.firsts) if chance >= most]
        return (order[0] in tops) / len(tops)

    def agreement(self, order: tuple[int, ...]) -> float:
        """Kendall's rank correlation with the true order, -1 to 1; equals count nothing."""
        gaps = [
            self.weights[upper] - self.weights[lower] for upper, lower in combinations(order, 2)
        ]
        return sum((gap > 1e-9) - (gap < -1e-9) for gap in gaps) / max(1, len(gaps))


def made_up(
    bidder: Bidder, kind: Scenario, seed: int, *, offers: int = 10, honesty: float | None = None
) -> Heard:
    """A match with a made-up opponent on either side; the same seed makes the same offers,
    with words (`honesty`) or without."""
    dice = Random(seed)
    drawn_one = drawn(kind, seed)
    side = dice.choice((Side.VENDOR, Side.CLIENT))
    own = Own(drawn_one, side.other)
    packages = bidder(own, dice, offers)
    talk = Random(seed)
    return Heard(drawn_one, side, list(bidders.heard(own, packages, talk, honesty)))


def played(vendor: str, client: str, kind: Scenario, seed: int, side: Side) -> Heard:
    """A match between two bots as a seat of `side` hears it."""
    drawn_one = drawn(kind, seed)
    match = arena.play(drawn_one, vendor, client, seed=seed)
    seen = [event for event in match.events if not isinstance(event, PRIVATE)]
    return Heard(drawn_one, side, seen)


def believed(heard: Heard, after: Collection[int]) -> dict[int, Guess]:
    """What the bots' reading believes after so many offers of the opponent; where it made
    fewer, the number is left out."""
    out = {}
    for number, reading in followed(heard):
        if number in after:
            order = reading.estimate.order
            firsts = tuple(order.rank_probability(issue, 0) for issue in range(order.count))
            out[number] = Guess(firsts, order.expected_weights(), tuple(reading.estimate.limits))
    return out


def counted(heard: Heard, after: Collection[int]) -> dict[int, Guess]:
    """The same by counting, the field's usual model: an issue that an offer leaves as it was
    gains a little (van Krimpen, Looije and Hajizadeh 2013, "HardHeaded")."""
    out = {}
    gains = [1.0] * len(heard.scenario.issues)
    last: list[int | None] = [None] * len(gains)
    offers = (event for event in heard.events if heard.is_theirs(event))
    for number, event in enumerate(offers, 1):
        assert isinstance(event, e.OfferMade)
        for issue, tick in enumerate(merged(event.give, event.want)):
            # What an offer leaves out stays as it was said before.
            if number > 1 and tick in (None, last[issue]):
                gains[issue] += LEARNING
            last[issue] = last[issue] if tick is None else tick
        if number in after:
            out[number] = Guess(tuple(gains), tuple(gains))
    return out


def followed(heard: Heard) -> Iterator[tuple[int, Reading]]:
    """The number of each offer of the opponent, with the reading as it then is."""
    setup = solo_setup(heard.scenario)
    view = view_of(opened(heard.scenario, setup), heard.side.word, heard.side)
    reading = Reading(POLICIES["course"], Scale(view.brief), lambda deadlock: False)
    number = 0
    for place, event in enumerate(heard.events, 1):
        digest(reading, view, (SeatEvent(place, event),))
        if heard.is_theirs(event):
            number += 1
            yield number, reading
