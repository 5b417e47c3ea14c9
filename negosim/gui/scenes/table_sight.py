"""What the parts of the table read: the match as this seat sees it.

Everything is worked out from the view once and kept until the view or the language
changes; nothing is done here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

from negosim.engine.events import OfferMade
from negosim.engine.state import SeatView
from negosim.engine.words import Level
from negosim.gui.playing import Playing
from negosim.gui.scenes.table_draft import MEMO, Draft
from negosim.language.catalogue import catalogue
from negosim.present.accepting import OfferCard, offer_card
from negosim.present.answering import open_question
from negosim.present.bubbles import Bubble, Voice, last_said, transcript
from negosim.present.choices import Group, advised, silent
from negosim.present.goal import Goal, goal
from negosim.present.headline import Headline, headline
from negosim.present.notes import Shelf, shelves
from negosim.present.phrase_cards import PhraseCard, cards
from negosim.present.reacting import reactions
from negosim.present.speakers import their_name
from negosim.present.standing import time_left_ms
from negosim.present.stepping_out import EndTalks, end_talks
from negosim.solo.sitting import Waiting

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.scenes.table_transcript import Laid

T = TypeVar("T")


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
        self._bubbles: tuple[int, str, int, bool, tuple[Bubble, ...]] | None = None

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
        return self.draft.points and not self.playing.hidden and not self.is_silent

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
        return silent(self.view)

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
        """Their standing offer, None while there is none; marked issues can be taken together."""
        marked = self.draft.marked
        return self._once(("their offer", marked), lambda: offer_card(self.view, self.lang, marked))

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
        """The transcript so far; while all of one's own is covered, what both sides heard."""
        heard, cards = len(self.playing.heard), len(self.view.own.cards)
        hidden = self.playing.hidden
        key = (heard, self.lang, cards, hidden)
        if self._bubbles is None or self._bubbles[:4] != key:
            found = transcript(self.view, self.playing.heard, self.lang)
            made = tuple(each for each in found if not (hidden and each.private))
            self._bubbles = (*key, made)
            self.layouts = {}
        return self._bubbles[4]

    @property
    def said(self) -> Bubble | None:
        """What was said aloud last, by either side."""
        return last_said(self.bubbles)

    @property
    def hears_offer(self) -> bool:
        """Whether what was said last is their standing offer, with all its figures."""
        said = self.said
        if said is None or said.side is not Voice.THEM or said.aside:
            return False
        event = next(each.event for each in self.playing.heard if each.number == said.number)
        return isinstance(event, OfferMade)

    # -- inside --------------------------------------------------------------------------

    def _once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` makes, kept until the view or the language changes."""
        view, lang = self.view, self.lang
        if self._kept is None or self._kept.view is not view or self._kept.lang != lang:
            self._kept = _Kept(view, lang)
        if key not in self._kept.found:
            self._kept.found[key] = make()
        return cast("T", self._kept.found[key])
