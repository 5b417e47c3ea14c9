"""A bot's own turn, thought through from first to last.

Write down what is agreed, end what is stuck, ask, take their offer, make one's own,
leave, or hold: the first that applies is done. How much, what for and in which words
is worked out elsewhere.
"""

from __future__ import annotations

from random import Random

from negosim.bots import absence, paperwork, questions
from negosim.bots.acceptance import is_good, standing_terms
from negosim.bots.character import Character, Pace, Relation, Style
from negosim.bots.concessions import Changes, conceding, cut_short, halfway
from negosim.bots.cue import Choice, Cue
from negosim.bots.offers import drafted
from negosim.bots.pace import Allowance, allowance
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.errors import Refusal
from negosim.engine.preview import Preview, preview
from negosim.engine.scenario import order_of
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind, Principle

STUCK_FROM = 4
"""Quiet closing moves after which a bot says that the talks are stuck (R37: before the sixth)."""
LAST_DEADLOCK = 2
MOST_IDLE = 12
"""Own closing moves in a row without movement, break or agreement after which a bot goes."""
STILL = 2
"""Closing moves of the other side without movement after which one may stand up (R35)."""
MOST_TELLS = 2
MOST_ARGUMENTS = 2
SILENT_HOLD = 0.4
"""How often a bot that has an argument left says not yet without it."""

_IN_PART = frozenset(
    {Principle.EXCHANGE, Principle.SHRINKING, Principle.FLOOR_HIDDEN, Principle.DEADLOCK}
)
"""Principles that an acceptance in part must keep: else a counter-offer is made instead."""
_WARM = (Style.AMIABLE, Style.PLAIN, Style.EXPRESSIVE)
"""Styles that show goodwill at a deadlock."""
_VENDOR_ARGUMENTS = ((ArgumentKind.ADDED_VALUE, Cue.VALUE), (ArgumentKind.TOTAL_COST, Cue.COST))


class OwnTurn:
    """One turn; lives for one call."""

    __slots__ = ("_character", "_dice", "_picture", "_reading", "_view")

    def __init__(
        self, picture: Picture, reading: Reading, character: Character, dice: Random
    ) -> None:
        self._picture = picture
        self._reading = reading
        self._character = character
        self._dice = dice
        self._view = picture.view

    def choice(self) -> Choice:
        """What to do; always a legal move of the side whose turn it is."""
        written = paperwork.gesture(self._picture, self._reading, self._character)
        if written is not None:
            return Choice(written, Cue.SILENT)
        if self._ends_here():
            return Choice(m.WalkOut(), Cue.SILENT)
        if self._picture.complete:
            return Choice(m.NotYet(), Cue.PAPER)
        return self._eased() or self._question() or self._bargain()

    # -- deadlock and questions ----------------------------------------------------------

    def _ends_here(self) -> bool:
        """The second deadlock ends the talks (R37); who `walks` leaves at the first.

        So does talk that has gone nowhere for long where no deadlock can fall, since one
        needs a standing offer of both.
        """
        if self._reading.idle >= MOST_IDLE:
            return True
        turn = self._view.common.turn
        return turn.deadlocked and turn.deadlocks >= (1 if self._character.walks else LAST_DEADLOCK)

    def _eased(self) -> Choice | None:
        """At a deadlock: consult and come back with something, or hold, by one's trait (R37)."""
        if not self._view.common.turn.deadlocked:
            return None
        if self._reading.takes_as_prelude():
            leave = absence.consult(self._picture, self._character)
            if leave is not None:
                return Choice(leave, Cue.LEAVE_DEADLOCK)
        if self._reading.goodwills == 0 and self._character.style in _WARM:
            return Choice(m.Goodwill(), Cue.GOODWILL)
        return None

    def _question(self) -> Choice | None:
        asked = questions.explore(self._picture, self._reading, self._character)
        if asked is None and self._view.brief.side is Side.CLIENT:
            asked = questions.curiosity(self._picture, self._reading, self._character, self._dice)
        return None if asked is None else _asking(asked)

    # -- take, offer, hold ---------------------------------------------------------------

    def _bargain(self) -> Choice:
        picture, reading, character = self._picture, self._reading, self._character
        allowed = allowance(picture, reading, character, self._dice)
        changes: Changes = {}
        cut = False
        if character.pace is Pace.HALVES:
            changes = halfway(picture)
        elif allowed.worth > 0.0:
            changes, cut = self._concession(allowed)
        terms = standing_terms(picture)
        if terms is not None and is_good(picture, reading, character, terms, changes):
            taken = self._taken()
            if taken is not None:
                return taken
        if cut and character.habits.consults:
            leave = absence.consult(picture, character)
            if leave is not None:
                return Choice(leave, Cue.LEAVE_CONSULT)
        return self._standing_up(changes) or self._offered(allowed, changes) or self._hold()

    def _concession(self, allowed: Allowance) -> tuple[Changes, bool]:
        """What to give within one's authority, and whether authority cuts it short."""
        picture = self._picture
        changes = self._conceding(allowed, picture.bounds)
        bound = any(
            stop != edge and changes.get(issue, picture.ours[issue]) == edge
            for issue, (stop, edge) in enumerate(zip(picture.stops, picture.bounds, strict=True))
        )
        if not bound:
            return changes, False
        wished = self._conceding(allowed, picture.stops)
        return changes, cut_short(changes, wished, picture)

    def _conceding(
        self, allowed: Allowance, bounds: tuple[int, ...], without: tuple[int, ...] = ()
    ) -> Changes:
        return conceding(
            self._picture,
            self._reading,
            self._character,
            allowed,
            self._dice,
            bounds=bounds,
            without=without,
        )

    def _taken(self) -> Choice | None:
        """Accept; first ask or consult where that is needed. None: it cannot be taken now."""
        habits = self._character.habits
        seen = preview(self._view, m.Accept())
        if seen.refusal is Refusal.BEYOND_AUTHORITY and habits.consults:
            leave = absence.consult(self._picture, self._character)
            return None if leave is None else Choice(leave, Cue.LEAVE_CONSULT)
        if seen.refusal is not None or not seen.in_time:
            return None
        broken = {ruling.principle for ruling in seen.rulings if not ruling.kept}
        if Principle.ASK_FIRST in broken and habits.asks:
            ask = questions.expectation(self._picture, _unasked(seen))
            if ask is not None:
                return _asking(ask)
        if broken & _IN_PART and habits.shrinks:
            return None
        return Choice(m.Accept(), Cue.ACCEPT)

    def _standing_up(self, changes: Changes) -> Choice | None:
        """Leave because the other side does not move and one has nothing to give."""
        side = self._view.brief.side
        positions = self._view.common.positions
        if changes or positions[side].offer is None or positions[side.other].still < STILL:
            return None
        leave = absence.stand_up(self._picture, self._character)
        return None if leave is None else Choice(leave, Cue.of_leave(leave.purpose))

    def _offered(self, allowed: Allowance, changes: Changes) -> Choice | None:
        """An offer that moves, or the first one; None when there is none to make."""
        common = self._view.common
        opens = common.positions[self._view.brief.side].offer is None
        costs = common.setup.costs
        if not (changes or opens) or not self._picture.time_for(costs.concession, costs.accept):
            return None
        offered = self._offer(changes, opens=opens)
        if offered is None and changes:
            # What was to be given cannot be said within the rules: give something else.
            other = self._conceding(allowed, self._picture.bounds, tuple(changes))
            if other or opens:
                offered = self._offer(other, opens=opens)
        return offered

    def _offer(self, changes: Changes, *, opens: bool) -> Choice | None:
        # The first word names more than one point, so that there is something to trade.
        extra = self._character.bargaining.span if opens else 0
        draft = drafted(self._picture, self._reading, self._character, changes, extra=extra)
        if draft is None or not draft.preview.in_time:
            return None
        if draft.unasked:
            ask = questions.expectation(self._picture, draft.unasked)
            return None if ask is None else _asking(ask)
        if changes:
            return Choice(draft.offer, Cue.OFFER)
        return Choice(draft.offer, Cue.OPENING if self._is_first_offer() else Cue.RESTATE)

    def _is_first_offer(self) -> bool:
        return self._view.common.positions[self._view.brief.side].offers == 0

    def _hold(self) -> Choice:
        """Nothing to give now: tell in kind, argue, or say not yet."""
        told = self._told()
        if told is not None:
            return told
        if self._view.common.turn.quiet >= STUCK_FROM:
            return Choice(m.NotYet(), Cue.STUCK)
        return self._argued() or Choice(m.NotYet(), Cue.NOT_YET)

    def _told(self) -> Choice | None:
        """Relations A and B answer a tell in kind, and truly (R34)."""
        reading = self._reading
        order = order_of(self._view.brief.marks)
        if not reading.owes_tell or reading.own_tells >= MOST_TELLS or len(order) < 2:
            return None
        if self._character.relation is Relation.C:
            return None
        return Choice(m.Tell(order[0], order[-1]), Cue.TELL)

    def _argued(self) -> Choice | None:
        """At most two arguments a match, each kind once; a rival's claim where there is one."""
        used = self._reading.own_arguments
        if len(used) >= MOST_ARGUMENTS or self._dice.random() < SILENT_HOLD:
            return None
        brief = self._view.brief
        if brief.side is Side.VENDOR:
            for kind, cue in _VENDOR_ARGUMENTS:
                if kind not in used:
                    return Choice(m.Argue(kind), cue)
            return None
        if brief.pressure and ArgumentKind.RIVAL not in used:
            claim = self._dice.randrange(len(brief.pressure))
            argue = m.Argue(ArgumentKind.RIVAL, brief.pressure[claim].issue, claim=claim)
            return Choice(argue, Cue.RIVAL)
        if ArgumentKind.NEED not in used:
            return Choice(m.Argue(ArgumentKind.NEED), Cue.NEED)
        return None


def _asking(ask: m.Ask) -> Choice:
    return Choice(ask, Cue.of_question(ask.form))


def _unasked(seen: Preview) -> tuple[int, ...]:
    return tuple(
        ruling.issue
        for ruling in seen.rulings
        if not ruling.kept and ruling.principle is Principle.ASK_FIRST and ruling.issue is not None
    )
