"""A bot's own turn, thought through from first to last.

Write down what is agreed, end what is stuck, ask, take their offer, make one's own,
leave, or hold: the first that applies is done. How much, what for and in which words
is worked out elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

from negosim.bots import absence, bearing, disputes, packages, paperwork, questions
from negosim.bots.acceptance import beats_walk_away, is_good, last_said
from negosim.bots.character import Character, Habits, Pace, Style
from negosim.bots.concessions import Changes, conceding, cut_short, halfway
from negosim.bots.cue import Choice, Cue
from negosim.bots.heard import Kind
from negosim.bots.manners import Opener
from negosim.bots.offers import drafted
from negosim.bots.pace import NOTHING, Allowance, allowance
from negosim.bots.picture import STUCK_FROM, Picture
from negosim.bots.reading import MOST_IDLE, Reading
from negosim.bots.tactics.bidder import bid
from negosim.engine import moves as m
from negosim.engine.errors import Refusal
from negosim.engine.issue import Terms
from negosim.engine.preview import Preview, preview
from negosim.engine.sides import Side
from negosim.engine.words import Principle

LAST_DEADLOCK = 2
STILL = 2
"""Closing moves of the other side without movement after which one may stand up (R35)."""
WASTEFUL = 0.6
"""What brings the other side less than this part of its cost is not given, by the skilled."""
FAIR = 0.8
"""What is given instead of something that cannot be said must be about as dear to them as to us."""

_WARM = (Style.AMIABLE, Style.PLAIN, Style.EXPRESSIVE)
"""Styles that show goodwill at a deadlock."""


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
        otherwise = disputes.disputed(self._picture, self._reading, self._character)
        if otherwise is not None:
            return Choice(otherwise, Cue.REOPEN)
        written = paperwork.gesture(self._picture, self._reading, self._character)
        if written is not None:
            first = self._parted() if isinstance(written, m.Draw) else None
            return first or Choice(written, Cue.SILENT)
        settled = self._settled()
        if settled is not None:
            return settled
        if self._ends_here():
            return Choice(m.WalkOut(), Cue.SILENT)
        if self._picture.complete:
            return self._parted() or Choice(m.NotYet(), Cue.PAPER)
        if self._is_client_to_open():
            first = bearing.before_the_first_offer(self._picture, self._character)
            if first is not None:
                return first
        return (
            self._last_consult()
            or bearing.limit_said(self._picture, self._reading, self._character)
            or self._eased()
            or self._question()
            or self._probed()
            or self._bargain()
        )

    def _parted(self) -> Choice | None:
        return bearing.before_the_pen(self._picture, self._reading, self._character)

    # -- deadlock and questions ----------------------------------------------------------

    def _settled(self) -> Choice | None:
        """Before the talks end anyway: whatever beats the walk-away, where one settles."""
        picture = self._picture
        is_over = picture.last_call or self._view.common.turn.deadlocks >= LAST_DEADLOCK
        if not (self._character.habits.settles and (is_over or picture.last_word)):
            return None
        terms = picture.standing
        if terms is None or not beats_walk_away(picture, terms):
            return None
        if not is_over:
            # Something else may keep the talks alive, and theirs can still be taken then.
            other = self._bargain()
            if not _leads_nowhere(other):
                return other
        return self._taken()

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
        if self._reading.takes_as_prelude() and self._character.habits.eases:
            leave = absence.consult(self._picture, self._character)
            if leave is not None:
                return Choice(leave, Cue.LEAVE_DEADLOCK)
        if self._reading.goodwills == 0 and self._character.style in _WARM:
            return Choice(m.Goodwill(), Cue.GOODWILL)
        return None

    def _last_consult(self) -> Choice | None:
        """Ask for authority while there is time to use it, where theirs would need it."""
        picture, habits = self._picture, self._character.habits
        late = picture.is_late if habits.settles else picture.last_break
        if not late or not absence.cannot_accept(picture):
            return None
        leave = self._consulted()
        if leave is not None or not habits.consults or self._reading.asked_now:
            return leave
        # A demand is taken upstairs only when it has been asked about (R35).
        ask = questions.expectation(picture, ()) if questions.may_ask(picture) else None
        return _asking(ask) if ask is not None and ask.issues else None

    def _question(self) -> Choice | None:
        asked = questions.explore(self._picture, self._reading, self._character)
        if asked is None and self._view.brief.side is Side.CLIENT:
            asked = questions.asked_back(
                self._picture, self._reading, self._character
            ) or questions.curiosity(self._picture, self._reading, self._character)
        return None if asked is None else _asking(asked)

    def _probed(self) -> Choice | None:
        leave = absence.probe(self._picture, self._reading, self._character)
        return None if leave is None else Choice(leave, Cue.PROBE_CALL)

    # -- take, offer, hold ---------------------------------------------------------------

    def _bargain(self) -> Choice:
        picture, reading, character = self._picture, self._reading, self._character
        if character.bidding is not None:
            return bid(picture, reading, character, character.bidding, self._dice) or self._still()
        if reading.shied and character.manners.shies and not picture.closing_time:
            return self._still()
        allowed = allowance(picture, reading, character, self._dice)
        if self._is_client_to_open() and character.manners.opener is not Opener.NONE:
            # First values are one's own, whatever has been said before them.
            allowed = NOTHING
        changes: Changes = {}
        cut = False
        if character.pace is Pace.HALVES:
            changes = halfway(picture)
        elif allowed.worth > 0.0:
            changes, cut = self._concession(allowed)
        terms = picture.standing
        if terms is not None and self._would_take(terms, changes):
            taken = self._taken()
            if taken is not None:
                return taken
        if cut:
            leave = self._consulted()
            if leave is not None:
                return leave
        return (
            self._struck()
            or self._standing_up(changes)
            or self._offered(allowed, changes)
            or self._hold()
        )

    def _struck(self) -> Choice | None:
        """Come to all that they named last rather than lose it; out of a deadlock after a break."""
        said = last_said(self._picture, self._reading, self._character)
        if not said:
            return None
        if self._view.common.turn.deadlocked:
            leave = absence.consult(self._picture, self._character)
            if leave is not None:
                return Choice(leave, Cue.LEAVE_DEADLOCK)
        return self._offer(said, opens=False, straight=True)

    def _would_take(self, terms: Terms, changes: Changes) -> bool:
        """Whether terms are good enough, and inside what one holds back until one's last word."""
        picture = self._picture
        holds_back = self._reading.mandate and self._character.habits.heeds
        if holds_back and picture.is_beyond_bounds(terms):
            return False
        return is_good(picture, self._reading, self._character, terms, changes)

    def _concession(self, allowed: Allowance) -> tuple[Changes, bool]:
        """What to give within one's authority, and whether authority cuts it short."""
        picture = self._picture
        changes = self._conceding(allowed, picture.bounds, least=self._fair())
        bound = any(
            stop != edge and changes.get(issue, picture.ours[issue]) == edge
            for issue, (stop, edge) in enumerate(zip(picture.stops, picture.bounds, strict=True))
        )
        if not bound:
            return changes, False
        wished = self._conceding(allowed, picture.stops, least=self._fair())
        return changes, cut_short(changes, wished, picture)

    def _fair(self) -> float:
        """What a concession must bring the other side for what it costs oneself; anything
        will do out of a deadlock."""
        if self._reading.prelude_due or self._view.common.turn.deadlocked:
            return 0.0
        return WASTEFUL * self._character.skill

    def _conceding(
        self,
        allowed: Allowance,
        bounds: tuple[int, ...],
        without: tuple[int, ...] = (),
        least: float = 0.0,
    ) -> Changes:
        return conceding(
            self._picture,
            self._reading,
            self._character,
            allowed,
            self._dice,
            bounds=bounds,
            without=without,
            least=least,
        )

    def _taken(self) -> Choice | None:
        """Accept; first ask or consult where that is needed. None: it cannot be taken now."""
        habits = self._character.habits
        take = m.Accept(second=self._picture.prefers_second)
        seen = preview(self._view, take)
        if seen.refusal is Refusal.BEYOND_AUTHORITY:
            return self._consulted()
        if seen.refusal is not None or not seen.in_time:
            return None
        broken = {ruling.principle for ruling in seen.rulings if not ruling.kept}
        if Principle.ASK_FIRST in broken and habits.asks:
            ask = questions.expectation(self._picture, _unasked(seen))
            if ask is not None:
                return _asking(ask)
        unmended = _unmended(habits)
        if self._picture.last_call or self._picture.at_the_brink:
            # What a last step tells of one's limit, nobody can use any more.
            unmended -= {Principle.FLOOR_HIDDEN}
        if broken & unmended:
            return None
        first = bearing.before_accepting(self._picture, self._reading, self._character)
        return first or Choice(take, Cue.ACCEPT)

    def _consulted(self) -> Choice | None:
        """Go and ask for more, once one's limits have done their work: before a deadlock they
        are as good a reason to stand firm as any."""
        picture = self._picture
        side = self._view.brief.side
        still = self._view.common.positions[side.other].still >= STILL
        # Where no clock runs a break costs nothing, so a deadlock need not be waited for.
        unhurried = picture.left_ms is None and still
        stuck = self._view.common.turn.deadlocked or picture.is_late or unhurried
        habits = self._character.habits
        if not habits.consults or (habits.heeds and not stuck):
            return None
        if habits.heeds and habits.settles and absence.they_come_anyway(picture):
            return None
        leave = absence.consult(picture, self._character)
        return None if leave is None else Choice(leave, Cue.LEAVE_CONSULT)

    def _standing_up(self, changes: Changes) -> Choice | None:
        """Leave because the other side does not move and one has nothing to give."""
        side = self._view.brief.side
        positions = self._view.common.positions
        if changes or positions[side].offer is None:
            return None
        if self._character.habits.stands_up and absence.cannot_accept(self._picture):
            consulted = self._consulted()
            if consulted is not None:
                return consulted
        if positions[side.other].still < STILL:
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
        choice = packages.laid_out(self._picture, self._reading, self._character, changes)
        offered = choice or self._offer(changes, opens=opens)
        if offered is None and changes:
            # What was to be given cannot be said within the rules: give something else.
            other = self._conceding(allowed, self._picture.bounds, tuple(changes), FAIR)
            if other or opens:
                offered = self._offer(other, opens=opens)
        return offered

    def _offer(self, changes: Changes, *, opens: bool, straight: bool = False) -> Choice | None:
        # The first word names more than one point, so that there is something to trade.
        extra = self._character.bargaining.span if opens else 0
        if opens and self._is_first_offer() and self._character.manners.names:
            extra = self._character.manners.names - 1
        draft = drafted(
            self._picture, self._reading, self._character, changes, extra=extra, straight=straight
        )
        if draft is None or not draft.preview.in_time:
            return None
        unheard = not self._character.habits.listens_first and self._is_first_offer()
        if draft.unasked and not unheard:
            ask = questions.expectation(self._picture, draft.unasked)
            return None if ask is None else _asking(ask)
        if changes:
            return Choice(draft.offer, Cue.OFFER)
        return Choice(draft.offer, Cue.OPENING if self._is_first_offer() else Cue.RESTATE)

    def _is_client_to_open(self) -> bool:
        return self._is_first_offer() and self._view.brief.side is Side.CLIENT

    def _is_first_offer(self) -> bool:
        return self._view.common.positions[self._view.brief.side].offers == 0

    def _hold(self) -> Choice:
        """Nothing to give now: tell in kind, argue, or say not yet."""
        told = bearing.told(self._picture, self._reading, self._character)
        if told is not None:
            return told
        answered = bearing.instead_of_holding(self._picture, self._reading, self._character)
        if answered is not None:
            return answered
        if self._view.common.turn.quiet >= STUCK_FROM:
            return self._still()
        argued = bearing.argued(self._picture, self._reading, self._character, self._dice)
        return argued or self._still()

    def _still(self) -> Choice:
        """Not yet; before a deadlock falls with a word of it (R37), to one whose steps shrink
        with the question whether that was the last."""
        if self._view.common.turn.quiet >= STUCK_FROM:
            return Choice(m.NotYet(), Cue.STUCK)
        shrinks = self._reading.heard.kind is Kind.SHRINKING
        return Choice(m.NotYet(), Cue.LAST if shrinks else Cue.NOT_YET)


@lru_cache
def _unmended(habits: Habits) -> frozenset[Principle]:
    """Faults of an acceptance in part for which a counter-offer is made instead."""
    faults = {
        Principle.EXCHANGE: habits.trades,
        Principle.SHRINKING: habits.shrinks,
        Principle.FLOOR_HIDDEN: habits.hides,
        Principle.DEADLOCK: habits.eases and habits.consults,
    }
    return frozenset(principle for principle, keeps in faults.items() if keeps)


def _leads_nowhere(choice: Choice) -> bool:
    """Whether a closing move counts towards a deadlock (R37)."""
    return isinstance(choice.move, (m.NotYet, m.Argue)) or choice.cue is Cue.RESTATE


def _asking(ask: m.Ask) -> Choice:
    return Choice(ask, Cue.of_question(ask.form))


def _unasked(seen: Preview) -> tuple[int, ...]:
    return tuple(
        ruling.issue
        for ruling in seen.rulings
        if not ruling.kept and ruling.principle is Principle.ASK_FIRST and ruling.issue is not None
    )
