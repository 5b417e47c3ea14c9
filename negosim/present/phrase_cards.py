"""Three ready phrases: one asks, one trades or holds, one tempts.

All are legal now and each is plausible; which is which is not said. The tempting one is a
mistake that people make at this point: a gift, the difference split, one's limit said, a
yes too early. Made of the seat's own view, the same for the same seed and turn. Source:
look.md; exercise.md R22, R25, R27, R28.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from random import Random

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.issue import has_bit, no_terms
from negosim.engine.preview import preview
from negosim.engine.record import record
from negosim.engine.rulings import JUDGED_AT, is_trade
from negosim.engine.state import SeatView
from negosim.engine.words import ArgumentKind, Phase, QuestionForm
from negosim.engine.yardstick import level_ticks, par, points
from negosim.language.sentences import move_sentence
from negosim.present.accepting import terms_if_taken
from negosim.present.answering import open_question
from negosim.present.choices import silent


class CardKind(StrEnum):
    """What a card does. Never shown."""

    ASK = "ask"
    TRADE = "trade"
    TEMPT = "tempt"


@record(frozen=True, slots=True)
class PhraseCard:
    """`label` is the sentence of the move."""

    kind: CardKind
    label: str
    move: m.Move


def cards(view: SeatView, lang: str, seed: int) -> tuple[PhraseCard, ...]:
    """At most one card of each kind, shuffled; a kind with nothing legal to say is left out.

    None while it is not this seat's turn, while one of their questions waits, and at exam.
    """
    turn = view.common.turn
    if view.common.phase is not Phase.TALKS or silent(view):
        return ()
    if turn.side is not view.brief.side or open_question(view) is not None:
        return ()
    dice = Random(f"{seed}/{turn.number}/{turn.asked}")
    hand = _Hand(view)
    found = [
        PhraseCard(kind, move_sentence(view, move, lang), move)
        for kind, moves in (
            (CardKind.ASK, hand.questions()),
            (CardKind.TRADE, hand.sound(dice)),
            (CardKind.TEMPT, hand.mistakes(dice)),
        )
        if (move := hand.first_legal(moves)) is not None
    ]
    dice.shuffle(found)
    return tuple(found)


def trade(view: SeatView) -> m.Offer | None:
    """A step on what is cheap to us for one on what is dear, worth at least as much to us
    (R27), that breaks no rule judged at this level; None when there is no such offer."""
    hand = _Hand(view)
    judged = JUDGED_AT[view.common.setup.level]
    for offer in hand.trades():
        seen = preview(view, offer)
        faults = [r for r in seen.rulings if not r.kept and r.principle in judged]
        if seen.refusal is None and seen.in_time and not faults and is_trade(view, offer):
            return offer
    return None


MOST_LOOKED_AT = 3
"""How many of the cheapest and of the dearest issues a trade is looked for among."""


class _Hand:
    """What one view has to say: the open issues by weight, and moves made of them."""

    def __init__(self, view: SeatView) -> None:
        self.view = view
        self.yards = view.brief.yardsticks
        agreed = agreement.agreed(view.common.record, len(self.yards))
        still_open = [number for number, tick in enumerate(agreed) if tick is None]
        self.cheap = sorted(still_open, key=lambda n: (self.yards[n].weight, n))
        self.dear = sorted(still_open, key=lambda n: (-self.yards[n].weight, n))
        side = view.brief.side
        self.ours = view.common.positions[side].named
        self.theirs = view.common.positions[side.other].named

    def first_legal(self, moves: Iterator[m.Move]) -> m.Move | None:
        """The first that is legal and still fits the time."""
        for move in moves:
            seen = preview(self.view, move)
            if seen.refusal is None and seen.in_time:
                return move
        return None

    # -- one asks ---------------------------------------------------------------------

    def questions(self) -> Iterator[m.Move]:
        """What is not known yet, the most useful first."""
        talk = self.view.common.talk[self.view.brief.side]
        if talk.total == 0:
            yield m.Ask(QuestionForm.OPEN)
        known = talk.expected | talk.fresh
        for number in self.cheap:
            if not has_bit(known, number):
                yield m.Ask(QuestionForm.EXPECTATION, (number,))
                break
        if talk.told and len(self.dear) > 1:
            yield m.Ask(QuestionForm.EXCLUSION, (self.dear[0], self.dear[-1]))
        if self.dear:
            place = talk.total % len(self.dear)
            yield m.Ask(QuestionForm.CAUSAL, (self.dear[place],))
        yield m.Ask(QuestionForm.OPEN)

    # -- one trades or holds ------------------------------------------------------------

    def sound(self, dice: Random) -> Iterator[m.Move]:
        """What keeps the rules: write down, take what is good enough, open, trade, or hold."""
        if self.view.common.record.drafts:
            yield m.Propose()
        if self._is_good_enough():
            yield m.Accept()
        count = len(self.yards)
        if all(tick is None for tick in self.ours):
            quotes = tuple(mark.quote for mark in self.view.brief.marks)
            yield m.Offer(quotes, no_terms(count))
        offer = trade(self.view)
        if offer is not None:
            yield offer
        holds: list[m.Move] = [m.NotYet()]
        if len(self.dear) > 1:
            holds.append(m.Argue(ArgumentKind.ADDED_VALUE, self.dear[0]))
            if not self.view.common.talk[self.view.brief.side].told:
                # Told once, it is known; said every turn it would be all that is heard.
                holds.append(m.Tell(self.dear[0], self.dear[-1]))
        if self.view.common.turn.deadlocked:
            holds = [m.Goodwill()]
        dice.shuffle(holds)
        yield from holds

    def trades(self) -> Iterator[m.Offer]:
        """Offers that give one level on a cheap issue and want one on a dear one."""
        for given in self.cheap[:MOST_LOOKED_AT]:
            step = self._step_down(given)
            if step is None:
                continue
            for wanted in self.dear[:MOST_LOOKED_AT]:
                for tick in self._steps_up(wanted):
                    if wanted != given:
                        yield m.Offer(self._only(given, step), self._only(wanted, tick))

    # -- one tempts -----------------------------------------------------------------------

    def mistakes(self, dice: Random) -> Iterator[m.Move]:
        """What many would do here and should not, in an order by lot."""
        found = [*self._early_yes(), *self._gifts(), *self._splits(), *self._limits()]
        dice.shuffle(found)
        yield from found

    def _early_yes(self) -> Iterator[m.Move]:
        """Their offer taken below what is hoped for, or before all of it is on the table."""
        if not self._is_good_enough():
            yield m.Accept()

    def _gifts(self) -> Iterator[m.Move]:
        """A level given and nothing wanted for it (R25)."""
        for number in self.dear[:1] + self.cheap[:1]:
            step = self._step_down(number)
            if step is not None:
                yield m.Offer(self._only(number, step), no_terms(len(self.yards)))
                return

    def _splits(self) -> Iterator[m.Move]:
        """The difference split on an issue of amounts."""
        for number in self.dear:
            ours, theirs = self.ours[number], self.theirs[number]
            if self.view.brief.issues[number].is_ladder or ours is None or theirs is None:
                continue
            middle = (ours + theirs) // 2
            if self.yards[number].sign * (ours - middle) > 0:
                yield m.Offer(self._only(number, middle), no_terms(len(self.yards)))

    def _limits(self) -> Iterator[m.Move]:
        """One's true limit said aloud on an issue of amounts (R28)."""
        for number in self.dear:
            if not self.view.brief.issues[number].is_ladder:
                floor = self._only(number, self.view.own.floors[number])
                yield m.Argue(ArgumentKind.LIMIT, limit=floor)

    def _is_good_enough(self) -> bool:
        """Whether their offer settles every issue at what is hoped for or better."""
        offer = self.view.common.positions[self.view.brief.side.other].offer
        if offer is None:
            return False
        terms = terms_if_taken(self.view, offer)
        return agreement.is_complete(terms) and points(self.yards, terms) >= par(self.yards)

    # -- values ---------------------------------------------------------------------------

    def _only(self, number: int, tick: int) -> tuple[int | None, ...]:
        terms = list(no_terms(len(self.yards)))
        terms[number] = tick
        return tuple(terms)

    def _step_down(self, number: int) -> int | None:
        """The nearest value that gives a level more than we ever did, within our authority."""
        best = self.view.common.positions[self.view.brief.side].best[number]
        at = self.view.brief.marks[number].quote if best is None else best
        yard, authority = self.yards[number], self.view.own.authority[number]
        lower = [
            tick
            for _, tick in level_ticks(self.view.brief.issues[number], yard)
            if yard.sign * (at - tick) > 0 and yard.sign * (tick - authority) >= 0
        ]
        return max(lower, key=lambda tick: yard.sign * tick, default=None)

    def _steps_up(self, number: int) -> list[int]:
        """Our own levels above what they stand at, the nearest first, none beyond our last."""
        theirs, ours = self.theirs[number], self.ours[number]
        if theirs is None or ours is None:
            return []
        yard = self.yards[number]
        higher = [
            tick
            for _, tick in level_ticks(self.view.brief.issues[number], yard)
            if yard.sign * (tick - theirs) > 0 and yard.sign * (ours - tick) >= 0
        ]
        return sorted(higher, key=lambda tick: yard.sign * tick)
