"""What is asked of the director during a break: how far, what for, and what he says.

A player alone talks to a voice that wants to know what comes back before he says yes;
in a group the decision-maker's hat writes the same move. Only the seat's own view is
read. Source: exercise.md R9, R24, R36.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.engine import moves as m
from negosim.engine.issue import Terms, no_terms
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view, mark_names
from negosim.language.typography import capital
from negosim.language.values import issue_name, joined, point_text, short_value, unit_of
from negosim.present.choices import silent
from negosim.present.director_voice import Mood, director_says, granted
from negosim.present.stops import larger, next_stop

MOST_WORDS = 200


@record(frozen=True, slots=True)
class Reach:
    """How far the negotiators may go on one issue, and how far is being asked for.

    `asked` is the value in the stepper, without its unit where that is a number; `note`: the
    authority now and the limit; `points`: what the value asked for scores, empty at exam.
    `less` and `more`: whether the stepper can go to smaller and larger amounts.
    """

    number: int
    name: str
    unit: str
    asked: str
    note: str
    points: str
    less: bool
    more: bool
    changed: bool


@record(frozen=True, slots=True)
class Return:
    """Something that may be brought back, as a chip; `phrase` is its label inside a sentence."""

    id: str
    label: str
    phrase: str
    chosen: bool


class Request:
    """The draft of one request; it outlives scenes and is cleared once it is granted."""

    def __init__(self, count: int) -> None:
        self._terms: list[int | None] = list(no_terms(count))
        self._chosen: list[str] = []
        self.words = ""
        self._mood = Mood.OPEN
        self._noes = 0

    # -- how far -------------------------------------------------------------------------

    def terms(self, view: SeatView) -> Terms:
        """What is asked for beyond the authority of now; None on the other issues."""
        return tuple(
            tick
            if tick is not None
            and yard.sign * (tick - authority) < 0
            # News may have moved the limit to this side of what was asked for.
            and yard.sign * (tick - floor) >= 0
            else None
            for tick, authority, floor, yard in zip(
                self._terms,
                view.own.authority,
                view.own.floors,
                view.brief.yardsticks,
                strict=True,
            )
        )

    def reaches(self, view: SeatView, lang: str) -> tuple[Reach, ...]:
        """A row an issue, in agenda order."""
        return tuple(self._reach(view, number, lang) for number in range(len(self._terms)))

    def step(self, view: SeatView, number: int, *, upward: bool) -> None:
        """One stop toward larger or smaller amounts, between authority and limit."""
        self._terms[number] = self._stop(view, number, upward=upward)
        self._mood = Mood.OPEN

    def to_limit(self, view: SeatView) -> None:
        """Ask for the limit on every issue: one consult may free them all (R24)."""
        self._terms = list(view.own.floors)
        self._mood = Mood.OPEN

    # -- what for ------------------------------------------------------------------------

    def returns(self, view: SeatView, lang: str) -> tuple[Return, ...]:
        """Chips: values to bring home on the issues nothing is asked for, then the benefits."""
        asked = self.terms(view)
        theirs = view.common.positions[view.brief.side.other].named
        phrases = {}
        for number, issue in enumerate(view.brief.issues):
            tick = _worth_wanting(view, number, theirs[number])
            if asked[number] is None and tick is not None:
                phrases[f"issue:{number}"] = point_text(issue, tick, lang)
        for place, benefit in enumerate(view.brief.benefits):
            phrases[f"benefit:{place}"] = benefit.text.in_(lang)
        return tuple(
            Return(id, capital(phrase), phrase, id in self._chosen)
            for id, phrase in phrases.items()
        )

    def toggle(self, id: str) -> None:
        """Take a chip into what comes back, or out of it."""
        if id in self._chosen:
            self._chosen.remove(id)
        else:
            self._chosen.append(id)
        self._mood = Mood.OPEN

    def word(self, text: str) -> None:
        """What comes back in one's own words, beside the chips."""
        self.words = text[:MOST_WORDS]
        self._mood = Mood.OPEN

    def exchange(self, view: SeatView, lang: str) -> str:
        """Chips and own words as one phrase; empty while nothing comes back."""
        parts = [each.phrase for each in self.returns(view, lang) if each.chosen]
        if self.words.strip():
            parts.append(self.words.strip())
        return joined(parts, lang)

    # -- asking --------------------------------------------------------------------------

    def move(self, view: SeatView, lang: str) -> m.Authorise | None:
        """The move that asks; None while no issue is to go further."""
        terms = self.terms(view)
        if all(tick is None for tick in terms):
            return None
        return m.Authorise(terms, self.exchange(view, lang))

    def refused(self) -> None:
        """He was asked with nothing in return, and said no."""
        self._mood = Mood.NO
        self._noes += 1

    def granted(self) -> None:
        """He said yes: the draft is empty again."""
        self._terms = list(no_terms(len(self._terms)))
        self._chosen = []
        self.words = ""
        self._mood = Mood.YES

    def mood(self, view: SeatView, lang: str) -> Mood:
        """What he says now follows from the draft, after a yes or a no from that."""
        if self._mood in (Mood.YES, Mood.NO):
            return self._mood
        if view.own.authority == view.own.floors:
            return Mood.FULL
        if self.move(view, lang) is None:
            return Mood.OPEN
        return Mood.WEIGHS if self.exchange(view, lang) else Mood.WHAT_FOR

    def voice(self, view: SeatView, heard: Sequence[SeatEvent], lang: str, *, alone: bool) -> str:
        """The sentence in the director's bubble; in a group it is what the hat must decide.

        `heard` is the side's whole stream so far.
        """
        mood = self.mood(view, lang)
        terms = lexicon_of_view(view, lang).terms(self.terms(view))
        exchange = self.exchange(view, lang)
        if not alone:
            text = catalogue("away", lang)
            return text.text(f"team.{mood.value}", terms=capital(terms), exchange=exchange)
        asked = {Mood.NO: self._noes, Mood.YES: granted(heard)}.get(mood, 0)
        return director_says(mood, view, heard, lang, asked=asked, terms=terms, exchange=exchange)

    # -- inside --------------------------------------------------------------------------

    def _stop(self, view: SeatView, number: int, *, upward: bool) -> int:
        brief = view.brief
        authority, floor = view.own.authority[number], view.own.floors[number]
        asked = self.terms(view)[number]
        return next_stop(
            brief.issues[number],
            brief.marks[number],
            brief.yardsticks[number],
            authority if asked is None else asked,
            upward=upward,
            within=(authority, floor),
        )

    def _reach(self, view: SeatView, number: int, lang: str) -> Reach:
        brief, text = view.brief, catalogue("away", lang)
        issue, yard = brief.issues[number], brief.yardsticks[number]
        authority, floor = view.own.authority[number], view.own.floors[number]
        asked = self.terms(view)[number]
        tick = authority if asked is None else asked
        # The stepper runs from the authority to the limit; which way that is, the issue says.
        outward = -yard.sign * larger(issue)
        limit = mark_names(brief.side, lang)["floor"]
        if authority == floor:
            note = text.text("reach.full")
        else:
            note = text.text(
                "reach.note",
                authority=short_value(issue, authority, lang),
                limit=limit,
                floor=short_value(issue, floor, lang),
            )
        points = ""
        if not silent(view):
            scored = yard.weight * yard.level(tick)
            points = text.text("reach.point" if scored == 1 else "reach.points", points=scored)
        further, nearer = tick != floor, tick != authority
        return Reach(
            number=number,
            name=issue_name(issue, lang, starts=True),
            unit=unit_of(issue, lang),
            asked=short_value(issue, tick, lang),
            note=note,
            points=points,
            less=further if outward < 0 else nearer,
            more=further if outward > 0 else nearer,
            changed=asked is not None,
        )


def _worth_wanting(view: SeatView, number: int, theirs: int | None) -> int | None:
    """A value better than what the other side named last: one's target, else one's quote."""
    mark, yard = view.brief.marks[number], view.brief.yardsticks[number]
    for tick in (mark.target, mark.quote):
        if theirs is None or yard.sign * (tick - theirs) > 0:
            return tick
    return None
