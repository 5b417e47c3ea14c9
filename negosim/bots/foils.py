"""Foils: test policies that try to come off well without negotiating well.

What a client is worth shows against those who sidestep it: none of these should do
better than `course`. All are lawful and sign where they reach terms; each is a way to
think a turn through on top of the bot that everybody is. Source: exercise.md B4, B5.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from negosim.bots import paperwork
from negosim.bots.character import Character, Habits
from negosim.bots.cue import Choice, Cue
from negosim.bots.policies import POLICIES
from negosim.bots.tactics.bidder import bid, package, take
from negosim.bots.tactics.forms import Acceptance, Accepts, Bidding, Bids
from negosim.bots.tactics.talks import CLOSINGS_WITHOUT_CLOCK, Talks
from negosim.bots.turn import OwnTurn
from negosim.engine import moves as m
from negosim.engine.legality import refusal
from negosim.engine.preview import preview
from negosim.engine.record import but, record
from negosim.engine.words import ClockKind, QuestionForm

LATE_MS = 300_000
"""The last minutes, in which a staller wakes up."""
NEARLY_STUCK = 4
"""Quiet closing moves after which a staller shows goodwill, so that no deadlock falls (R37)."""
LONG_STILL = 8
"""Own closing moves without a new best offer after which it gives a slice to keep them there."""
MOST_CLOSINGS = 120
"""Where moves take no time, a foil goes after as many closing moves as thirty minutes hold."""
QUESTIONS_AT_ONCE = 3
LAST_QUESTIONS = 3
"""A first-accepter asks no more than this without movement: more is interrogation (R31)."""
BAND_STEPS = 12
"""A wiggler's step on a numeric issue is this part of its band."""
FORCED_AFTER = 3
"""Own closing moves over a finished contract after which even a never-recorder draws it."""
PAR = 1 / 3
"""About one's targets, where the walk-away lies at two fifths of the best."""

ANYTHING = Acceptance(Accepts.TIME, late=0.0)
"""Whatever may be signed."""
FAIR = Acceptance(Accepts.CONST, share=PAR)
SETTLE = Bidding(Bids.FIXED, Acceptance(Accepts.COMBI, late=0.0), share=PAR)
TAKE = Bidding(Bids.FIXED, ANYTHING, share=PAR)


class Foil(OwnTurn):
    """Paper work as everybody's; the rest by `play`. Neither leaves the table nor ends the
    talks, but where no time passes."""

    __slots__ = ()

    def choice(self) -> Choice:
        written = paperwork.gesture(self._picture, self._reading, self._character)
        if written is not None:
            return Choice(written, Cue.SILENT)
        # Table time passes with every move and ends all waiting by itself.
        timed = self._view.common.setup.clock is ClockKind.TABLE
        if not timed and self._view.common.turn.number >= MOST_CLOSINGS:
            return Choice(m.WalkOut(), Cue.SILENT)
        if self._picture.complete:
            return Choice(m.NotYet(), Cue.PAPER)
        return self.play() or self._still()

    def play(self) -> Choice | None:
        """The bargaining of a turn; None says not yet."""
        return None

    def last_moment(self) -> bool:
        return self.within(0) or self._picture.last_call

    def within(self, left_ms: int) -> bool:
        """Whether no more than that is left before a contract has to be written."""
        if self._picture.left_ms is None:
            return self._view.common.turn.number >= CLOSINGS_WITHOUT_CLOCK
        return not self._picture.time_for(left_ms)

    def stood(self) -> tuple[int, ...]:
        """The most generous value named on each issue, else the quote; agreed ones as agreed."""
        picture, scale = self._picture, self._picture.scale
        best = self._view.common.positions[self._view.brief.side].best
        return tuple(
            known if known is not None else scale.best(issue, stop, quote if at is None else at)
            for issue, (known, at, quote, stop) in enumerate(
                zip(picture.agreed, best, scale.quotes, picture.stops, strict=True)
            )
        )

    def by_tactic(self, bidding: Bidding) -> Choice | None:
        return bid(self._picture, self._reading, self._character, bidding, self._dice)

    def taken(self, acceptance: Acceptance, own: tuple[int, ...]) -> Choice | None:
        """An acceptance by that condition, beside one's own next bid."""
        talks = Talks(self._picture, self._reading.history)
        return take(self._picture, self._character, acceptance, talks, own)

    def asked(self, ask: m.Ask) -> Choice | None:
        """The question, where it is allowed and leaves time for an answer and a deal."""
        costs = self._view.common.setup.costs
        if not self._picture.time_for(costs.question, costs.answer, costs.concession, costs.accept):
            return None
        return None if refusal(self._view, ask) else Choice(ask, Cue.of_question(ask.form))


class NotYetSayer(Foil):
    """Says not yet to everything and takes what lies there at the last moment."""

    __slots__ = ()

    def play(self) -> Choice | None:
        return self.taken(ANYTHING, self._picture.stance()) if self.last_moment() else None


class FirstAccepter(Foil):
    """Takes the first whole package that it may sign, and asks for one until there is one."""

    __slots__ = ()

    def play(self) -> Choice | None:
        offered = self._picture.standing
        if offered is not None and all(offered[i] is not None for i in self._picture.open):
            taken = self.taken(ANYTHING, self._picture.stance())
            if taken is not None:
                return taken
        common = self._view.common
        if common.turn.asked or common.talk[self._view.brief.side].since >= LAST_QUESTIONS:
            return None
        return self.asked(m.Ask(QuestionForm.EXPECTATION, self._picture.open))


class Salami(Foil):
    """Gives the cheapest unit or rung there is, every turn, whatever comes back."""

    __slots__ = ()

    def play(self) -> Choice | None:
        terms = self.sliced()
        rule = ANYTHING if self.last_moment() else Acceptance()
        taken = self.taken(rule, self._picture.stance() if terms is None else terms)
        return taken if taken is not None or terms is None else package(self._picture, terms)

    def sliced(self) -> tuple[int, ...] | None:
        """One's stance less one slice; None where nothing is left to cut.

        An opening is whole: the first slice is cut from it afterwards.
        """
        picture, scale = self._picture, self._picture.scale
        named = self._view.common.positions[self._view.brief.side].best
        if any(named[issue] is None for issue in picture.open):
            return self.stood()
        stood = self.stood()
        slices = [
            (scale.moved(issue, stood[issue] - scale.signs[issue], stood[issue]), issue)
            for issue in picture.open
            if not picture.met(issue, stood[issue])
            and scale.better(issue, stood[issue], picture.bounds[issue])
        ]
        for _, issue in sorted(slices):
            terms = list(stood)
            terms[issue] -= scale.signs[issue]
            if scale.points(tuple(terms)) >= scale.brief.walk_away:
                return tuple(terms)
        return None


class Staller(Salami):
    """Holds, with a kind word or a slice when patience runs out, and settles at the end."""

    __slots__ = ()

    def play(self) -> Choice | None:
        if self.last_moment():
            return self.by_tactic(TAKE)
        if self.within(LATE_MS):
            return self.by_tactic(SETTLE)
        turn = self._view.common.turn
        if self._view.common.positions[self._view.brief.side].still >= LONG_STILL:
            terms = self.sliced()
            return None if terms is None else package(self._picture, terms)
        if turn.deadlocked or turn.quiet >= NEARLY_STUCK:
            return Choice(m.Goodwill(), Cue.GOODWILL)
        return None


class QuestionSpammer(Salami):
    """Asks as often as the rules allow, up to three times a turn, then cuts a slice."""

    __slots__ = ()

    def play(self) -> Choice | None:
        if self._view.common.turn.asked < QUESTIONS_AT_ONCE:
            asked = self.asked(self._question_due())
            if asked is not None:
                return asked
        return super().play()

    def _question_due(self) -> m.Ask:
        """All forms in turn, on issue after issue."""
        count = self._picture.scale.count
        total = self._view.common.talk[self._view.brief.side].total
        every = tuple(range(count))
        issue = total % count
        asks = [
            m.Ask(QuestionForm.EXPECTATION, every),
            m.Ask(QuestionForm.CAUSAL, (issue,)),
            m.Ask(QuestionForm.OPEN),
            m.Ask(QuestionForm.LEADING, (issue,)),
        ]
        if count > 1:
            asks.append(m.Ask(QuestionForm.EXCLUSION, (issue, (issue + 1) % count)))
            asks.append(m.Ask(QuestionForm.SUMMARISING, every))
        return asks[total % len(asks)]


class Wiggler(Foil):
    """A step forth on one issue, back to its quote on the last: every offer looks new.

    Every other time the offer before is withdrawn first.
    """

    __slots__ = ()

    def play(self) -> Choice | None:
        position = self._view.common.positions[self._view.brief.side]
        terms = self._wiggled()
        taken = self.taken(ANYTHING if self.last_moment() else FAIR, terms)
        if taken is not None:
            return taken
        if position.offer is not None and position.offers % 2:
            return Choice(m.Withdraw(), Cue.SILENT)
        return package(self._picture, terms)

    def _wiggled(self) -> tuple[int, ...]:
        """All open issues at their quotes but one, which goes a step further than ever."""
        picture, scale = self._picture, self._picture.scale
        position = self._view.common.positions[self._view.brief.side]
        stood = self.stood()
        quotes = map(scale.best, range(scale.count), scale.quotes, picture.stops)
        movable = [
            issue
            for issue in picture.open
            if position.best[issue] is not None
            and scale.better(issue, stood[issue], picture.bounds[issue])
        ]
        terms = [quote if known is None else known for quote, known in zip(quotes, picture.agreed)]
        if movable:
            issue = movable[position.offers % len(movable)]
            mark = scale.brief.marks[issue]
            ladder = scale.brief.issues[issue].is_ladder
            size = 1 if ladder else max(1, abs(mark.quote - mark.floor) // BAND_STEPS)
            tick = stood[issue] - scale.signs[issue] * size
            terms[issue] = scale.best(issue, tick, picture.bounds[issue])
        return tuple(terms)


class SheetPusher(OwnTurn):
    """Bargains like `course`, and every turn draws a sheet of what it would like."""

    __slots__ = ()

    def _bargain(self) -> Choice:
        own_turns = (self._view.common.turn.number + 1) // 2
        if self._view.common.record.sheets < own_turns:
            move = m.Draw(m.Deal(self._picture.stance()))
            seen = preview(self._view, move)
            costs = self._view.common.setup.costs
            if seen.refusal is None and self._picture.time_for(seen.cost_ms, costs.accept):
                return Choice(move, Cue.SILENT)
        return super()._bargain()


class NeverRecorder(OwnTurn):
    """Bargains like `course`, writes nothing, and draws the sheet when there is no way round."""

    __slots__ = ()

    def choice(self) -> Choice:
        forced = (
            not self._picture.time_for(paperwork.SPARE_MS) or self._reading.idle >= FORCED_AFTER
        )
        if self._picture.complete and not forced:
            return Choice(m.NotYet(), Cue.PAPER)
        return super().choice()


@record(frozen=True, slots=True)
class Foiling:
    """A foil: what it is like, and how it thinks a turn through."""

    character: Character
    turn: type[OwnTurn]


def _plain(name: str, turn: type[OwnTurn]) -> Foiling:
    habits = Habits(explores=False, asks=False, plans=False, shrinks=False, consults=False)
    return Foiling(Character(name, prelude=0.0, led=False, habits=habits), turn)


def _like_course(name: str, turn: type[OwnTurn], *, writes: bool = True) -> Foiling:
    course = POLICIES["course"]
    return Foiling(but(course, id=name, habits=but(course.habits, writes=writes)), turn)


_FOILS = (
    _plain("staller", Staller),
    _plain("first-accepter", FirstAccepter),
    _plain("question-spammer", QuestionSpammer),
    _plain("salami", Salami),
    _plain("wiggler", Wiggler),
    _like_course("sheet-pusher", SheetPusher),
    _like_course("never-recorder", NeverRecorder, writes=False),
    _plain("not-yet", NotYetSayer),
)

FOILS: Mapping[str, Foiling] = MappingProxyType({each.character.id: each for each in _FOILS})
