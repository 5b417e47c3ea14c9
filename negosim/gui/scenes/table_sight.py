"""What the parts of the table read: the match as this seat sees it, and what is being composed.

Everything is worked out from the view once and kept until the view, the language or the
draft changes; nothing is done here. The draft lives in the game's memo, so that it is
still there when the contract has been looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from negosim.engine import moves as m
from negosim.engine.state import SeatView
from negosim.engine.words import Level, QuestionForm
from negosim.gui.playing import Playing
from negosim.language.catalogue import catalogue
from negosim.present.accepting import OfferCard, offer_card
from negosim.present.answering import Demand, answering, open_question
from negosim.present.asking import asking
from negosim.present.bubbles import Bubble, transcript
from negosim.present.cautions import cautions
from negosim.present.choices import Choice, Group, advised, choice_of, cost_text
from negosim.present.composing import Piece, Tone, pieces
from negosim.present.goal import Goal, goal
from negosim.present.headline import Headline, headline
from negosim.present.line_draft import LineDraft
from negosim.present.notes import Shelf, shelves
from negosim.present.offer_builder import OfferBuilder, OfferMemory
from negosim.present.packaging import Kept, PackageDraft
from negosim.present.phrase_cards import PhraseCard, cards
from negosim.present.reacting import reactions
from negosim.present.replying import replying
from negosim.present.speakers import their_name
from negosim.present.standing import time_left_ms
from negosim.present.stepping_out import EndTalks, end_talks, stepping_out
from negosim.present.verbs import ASK, OFFER, REPLY, STEP_OUT, WRITE, Verb, verbs
from negosim.present.writing import Paper, writing
from negosim.solo.sitting import Waiting

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.scenes.table_transcript import Laid

T = TypeVar("T")

MEMO = "table"
DEMAND = "demand"
"""The answer whose values are turned on steppers."""
LINE = "line"
"""The group under writing down whose line is turned on steppers."""
TALK, NOTES = "talk", "notes"
"""The pages of the right column."""


@dataclass
class Draft:
    """What the player has begun and not yet said; lives as long as the game is open.

    `verb` empty: the one that fits the moment. `picked`: the choice under the verb, by id;
    `loose`: a choice from elsewhere (a phrase card, their offer, a note) in its stead.
    `own`: the sentence as edited. `page` is what the right column shows.
    """

    verb: str = ""
    group: str = ""
    picked: str = ""
    loose: Choice | None = None
    marked: tuple[int, ...] = ()
    tone: Tone = Tone.PLAIN
    own: tuple[Piece, ...] | None = None
    editing: bool = False
    offer: OfferMemory | None = None
    demand: Kept | None = None
    line: Kept | None = None
    line_benefits: tuple[int, ...] = ()
    warned: m.Move | None = None
    warning: str = ""
    hidden: bool = False
    points: bool = True
    hinted: bool = False
    page: str = TALK
    note: str = ""


@dataclass
class _Kept:
    """What was worked out for one view and language, until either changes."""

    view: SeatView
    lang: str
    found: dict[object, object] = field(default_factory=dict)


class TableSight:
    """One seat's table, as read by the parts of the scene."""

    def __init__(self, app: App, playing: Playing) -> None:
        self.app = app
        self.playing = playing
        draft = playing.memo.setdefault(MEMO, Draft())
        assert isinstance(draft, Draft)
        self.draft = draft
        self.layouts: dict[tuple[float, float], tuple[Laid, ...]] = {}
        self._kept: _Kept | None = None
        self._bubbles: tuple[int, str, int, tuple[Bubble, ...]] | None = None

    # -- what is known -------------------------------------------------------------------

    @property
    def view(self) -> SeatView:
        return self.playing.view

    @property
    def lang(self) -> str:
        return self.app.lang

    @property
    def level(self) -> Level:
        return self.playing.level

    @property
    def is_advised(self) -> bool:
        """Whether phrase cards and hints are always there: at first and guided levels."""
        return advised(self.view)

    @property
    def shows_points(self) -> bool:
        """Whether own points may be seen: not at exam, not hidden, not switched off."""
        return self.draft.points and not self.draft.hidden and self.level is not Level.EXAM

    @property
    def may_move(self) -> bool:
        return self.playing.waiting in (Waiting.ME, Waiting.REACT)

    @property
    def is_my_turn(self) -> bool:
        """Whether the other side waits for a closing move of ours."""
        turn = self.view.common.turn
        return turn.side is self.view.brief.side and turn.question is None

    @property
    def is_asked(self) -> bool:
        """Whether a question of theirs waits for our answer."""
        return open_question(self.view) is not None

    def text(self, key: str, **slots: object) -> str:
        """A message of the table's own catalogue."""
        return catalogue("table_scene", self.lang).text(key, **slots)

    @property
    def is_silent(self) -> bool:
        """Whether there are no points, goals and hints: at exam."""
        return self.level is Level.EXAM

    @property
    def their_name(self) -> str:
        """Who speaks for the other side."""
        return their_name(self.view, self.lang)

    @property
    def headline(self) -> Headline:
        """Clock and turn as of now, the clock on the wall included."""
        return headline(self.view, self.lang, elapsed_ms=self.playing.elapsed_ms())

    @property
    def share_left(self) -> float:
        """How much of the time is left, 0 to 1; 1 without a clock."""
        limit = self.view.common.setup.limit_ms
        left = time_left_ms(self.view, self.playing.elapsed_ms())
        return 1.0 if not limit or left is None else left / limit

    @property
    def goal(self) -> Goal:
        return self._once("goal", lambda: goal(self.view, self.lang))

    @property
    def their_offer(self) -> OfferCard | None:
        """Their standing offer, None while there is none."""
        return self._once("their offer", lambda: offer_card(self.view, self.lang))

    @property
    def reactions(self) -> tuple[Group, ...]:
        """What waits for our answer."""
        return self._once("reactions", lambda: reactions(self.view, self.lang))

    @property
    def phrase_cards(self) -> tuple[PhraseCard, ...]:
        seed = self.playing.sitting.match.seed
        return self._once("cards", lambda: cards(self.view, self.lang, seed))

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The notebook so far."""
        heard = self.playing.heard
        return self._once(("shelves", len(heard)), lambda: shelves(self.view, heard, self.lang))

    @property
    def end_talks(self) -> EndTalks:
        return self._once("end", lambda: end_talks(self.view, self.lang))

    @property
    def bubbles(self) -> tuple[Bubble, ...]:
        """The transcript so far."""
        heard, cards = len(self.playing.heard), len(self.view.own.cards)
        key = (heard, self.lang, cards)
        if self._bubbles is None or self._bubbles[:3] != key:
            made = transcript(self.view, self.playing.heard, self.lang)
            self._bubbles = (*key, made)
            self.layouts = {}
        return self._bubbles[3]

    # -- verbs and choices ---------------------------------------------------------------

    @property
    def verbs(self) -> tuple[Verb, ...]:
        return self._once("verbs", lambda: verbs(self.view, self.lang))

    @property
    def verb(self) -> str:
        """The verb whose form is open: an answer while one is asked, else the one chosen."""
        if self.is_asked:
            return REPLY
        if self.draft.verb:
            return self.draft.verb
        return ASK if self.view.common.talk[self.view.brief.side].total == 0 else OFFER

    @property
    def groups(self) -> tuple[Group, ...]:
        """The choices under the open verb, in groups; none for an offer."""
        marked, order = self.draft.marked, self.playing.board.order
        return self._once(
            ("groups", self.verb, self.is_asked, marked, order, len(self.playing.heard)),
            self._groups,
        )

    def _groups(self) -> tuple[Group, ...]:
        view, lang, marked = self.view, self.lang, self.draft.marked
        if self.is_asked:
            return (Group("answer", "", answering(view, lang)),)
        match self.verb:
            case "ask":
                found = asking(view, marked, lang, board=self.playing.board.order)
                return (Group("ask", "", found),)
            case "reply":
                return replying(view, marked, lang, heard=self.playing.heard)
            case "write":
                return (*self.paper.groups, Group(LINE, self.text("write.own_line"), ()))
            case "step_out":
                return (Group("step_out", "", stepping_out(view, lang)),)
            case _:
                return ()

    @property
    def paper(self) -> Paper:
        """The record as it stands, and what can be done about it."""
        return self._once("paper", lambda: writing(self.view, self.lang))

    @property
    def group(self) -> Group | None:
        """The group that is open; the first until another is chosen."""
        groups = self.groups
        chosen = next((each for each in groups if each.id == self.draft.group), None)
        return chosen or (groups[0] if groups else None)

    @property
    def picked(self) -> Choice | None:
        """What would be said now: a loose choice, the offer as built, or the choice picked.

        Under a verb that leaves the table nothing is picked until the player picks it.
        """
        loose = self.draft.loose
        if loose is not None and loose.move is not None:
            return choice_of(
                self.view,
                self.lang,
                id=loose.id,
                label=loose.label,
                move=loose.move,
                hint=loose.hint,
            )
        match self.steppers:
            case "offer":
                return self._built(self.builder.move(), self.builder.problem(self.lang))
            case "demand":
                return self._built(self.demand.move(), self.demand.problem(self.lang))
            case "line":
                return self._built(self.line.move(), self.line.problem(self.lang))
        group = self.group
        choices = group.choices if group is not None else ()
        chosen = next((each for each in choices if each.id == self.draft.picked), None)
        if chosen is not None or self.verb == STEP_OUT:
            return chosen
        return next((each for each in choices if each.move is not None and not each.why_not), None)

    # -- what is turned on steppers ------------------------------------------------------

    @property
    def steppers(self) -> str:
        """What the open form turns: `offer`, `demand`, `line`, or nothing."""
        question = open_question(self.view)
        if question is not None:
            expects = question.form is QuestionForm.EXPECTATION
            return DEMAND if expects and self.draft.picked in ("", DEMAND) else ""
        if self.verb == WRITE and self.draft.group == LINE:
            return LINE
        return OFFER if self.verb == OFFER else ""

    @property
    def builder(self) -> OfferBuilder:
        """The offer in the making, with what was turned so far."""
        return self._once("builder", lambda: OfferBuilder(self.view, self.draft.offer))

    @property
    def demand(self) -> Demand:
        """What we want, in the making; only while that is asked."""
        return self._once("demand", lambda: Demand(self.view, self.draft.demand))

    @property
    def line(self) -> LineDraft:
        """A line of our own for the record, in the making."""
        return self._once(
            "line", lambda: LineDraft(self.view, self.draft.line, self.draft.line_benefits)
        )

    @property
    def drafted(self) -> PackageDraft | None:
        """The package on the steppers now, for the tracks; None where there are none."""
        if not self.may_move or self.draft.loose is not None:
            return None
        match self.steppers:
            case "offer":
                return self.builder.first
            case "demand":
                return self.demand.package
            case "line":
                return self.line.package
            case _:
                return None

    def _built(self, move: m.Move | None, problem: str) -> Choice:
        cost = "" if move is None else cost_text(self.view, move, self.lang)
        return Choice(self.steppers, "", move, problem, cost)

    # -- the sentence --------------------------------------------------------------------

    def sentence(self, move: m.Move) -> tuple[Piece, ...]:
        """The sentence of a move, as edited or in the tone chosen."""
        if self.draft.own is not None:
            return self.draft.own
        return pieces(self.view, move, self.draft.tone, self.lang)

    def cautions(self, move: m.Move) -> tuple[str, ...]:
        """What the seat may have forgotten."""
        return cautions(self.view, move, self.lang)

    # -- inside --------------------------------------------------------------------------

    def _once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` makes, kept until the view or the language changes."""
        view, lang = self.view, self.lang
        if self._kept is None or self._kept.view is not view or self._kept.lang != lang:
            self._kept = _Kept(view, lang)
        if key not in self._kept.found:
            self._kept.found[key] = make()
        return self._kept.found[key]  # type: ignore[return-value]
