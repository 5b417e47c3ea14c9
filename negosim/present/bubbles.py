"""The transcript as bubbles: what either side said, and system notes between.

Made of a seat's own stream alone, in the language of the moment. It changes only when the
stream grows, the language changes or a card is drawn, so a scene may keep it that long.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from negosim.engine import events as e
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import PRIVATE, SeatEvent
from negosim.engine.words import AnswerKind, ClockKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.language.rulings import ruling_sentence
from negosim.language.sentences import event_said, event_sentence
from negosim.language.values import clock_text
from negosim.present.choices import silent
from negosim.present.clues import clue
from negosim.present.coach import Coach
from negosim.present.own_words import told
from negosim.present.speakers import initial, name_of_side


class Voice(StrEnum):
    """On which side of the transcript a bubble stands."""

    US = "us"
    THEM = "them"
    SYSTEM = "system"


class Tag(StrEnum):
    """What kind of line it is; of a bubble said aloud `said`."""

    SAID = "said"
    TOLD = "told"
    CLUE = "clue"
    COACH = "coach"
    RECORD = "record"
    BREAK = "break"
    NEWS = "news"
    DEADLOCK = "deadlock"
    END = "end"


@record(frozen=True, slots=True)
class Bubble:
    """`name` and `initial` are empty on system lines. `at` is the time of the talks, empty
    without a clock. `aside`: what the move says beside the words said, or that it was no
    straight answer; empty mostly. `number` is the event's in the seat's stream. `private`:
    for one's own side alone, so covered with everything of one's own.
    """

    side: Voice
    name: str
    initial: str
    at: str
    text: str
    number: int
    tag: Tag
    aside: str = ""
    private: bool = False


def transcript(view: SeatView, heard: Sequence[SeatEvent], lang: str) -> tuple[Bubble, ...]:
    """Every line so far, oldest first."""
    words = lexicon_of_view(view, lang)
    out: list[Bubble] = []
    asked: e.QuestionAsked | None = None
    cards = 0
    coach = Coach()
    faults: SeatEvent | None = None
    for each in heard:
        event = each.event
        if isinstance(event, e.QuestionAsked):
            asked = event
        if isinstance(event, e.CardDrawn):
            cards += 1
        line = _line(view, words, each, cards)
        if line is not None:
            out.append(line)
        out.extend(_clue(view, words, each, asked))
        if each.rulings:
            faults = each
        if faults is not None and line is not None and line.side is Voice.THEM:
            fault = coach.after(view, faults.rulings)
            if fault is not None:
                text = ruling_sentence(words, fault)
                out.append(_note(view, each, text, Tag.COACH))
            faults = None
    return tuple(out)


def last_said(bubbles: Sequence[Bubble]) -> Bubble | None:
    """The last thing said aloud by either side, for the speech bubble over the table."""
    for bubble in reversed(bubbles):
        if bubble.tag is Tag.SAID:
            return bubble
    return None


_UNTOLD = (
    e.MatchOpened,
    e.Assigned,
    e.AuthoritySet,
    e.StepsPlanned,
    e.MethodsChosen,
    e.OrderLocked,
    e.SideReady,
    e.Noted,
    e.Ruled,
)
"""What the player has done in a form before the talks, or is for the log or the notebook."""

_TAGS: dict[type[e.Event], Tag] = {
    e.LinesProposed: Tag.RECORD,
    e.LinesConfirmed: Tag.RECORD,
    e.LinesRefused: Tag.RECORD,
    e.LinesStruck: Tag.RECORD,
    e.ReopeningAsked: Tag.RECORD,
    e.LineReopened: Tag.RECORD,
    e.PenClaimed: Tag.RECORD,
    e.AgreementLapsed: Tag.RECORD,
    e.SheetDrawn: Tag.RECORD,
    e.SheetSigned: Tag.RECORD,
    e.SheetTorn: Tag.RECORD,
    e.ContractSealed: Tag.END,
    e.TalksBroken: Tag.END,
    e.BreakTaken: Tag.BREAK,
    e.BreakEnded: Tag.BREAK,
    e.CardDrawn: Tag.NEWS,
    e.NewsArrived: Tag.NEWS,
    e.DeadlockFell: Tag.DEADLOCK,
    e.DeadlockEased: Tag.DEADLOCK,
}
"""The tags of what is told; everything else is `told`."""


def _line(view: SeatView, words: Lexicon, each: SeatEvent, cards: int) -> Bubble | None:
    """The bubble of an event; None for what is not told."""
    event = each.event
    if isinstance(event, _UNTOLD):
        return None
    said = event_said(words, event)
    if not said.aloud or said.by is None:
        text = event_sentence(words, event)
        if isinstance(event, e.CardDrawn) and cards <= len(view.own.cards):
            card = view.own.cards[cards - 1].text.in_(words.lang)
            text = catalogue("talk", words.lang).text("told.card", text=card)
        return _note(view, each, text, _TAGS.get(type(event), Tag.TOLD))
    text, aside = told(words, event)
    if isinstance(event, e.QuestionAnswered) and event.kind is AnswerKind.EVASIVE:
        # In a voice of its own a way round the question can sound like an answer.
        aside = catalogue("table", words.lang).text("bubble.evasive") if event.words else ""
    name = name_of_side(view, said.by, getattr(event, "seat", ""), words.lang)
    return Bubble(
        side=Voice.US if said.by is words.me else Voice.THEM,
        name=name,
        initial=initial(name),
        at=said_at(view, event),
        text=text,
        number=each.number,
        tag=Tag.SAID,
        aside=aside,
    )


def _clue(
    view: SeatView, words: Lexicon, each: SeatEvent, asked: e.QuestionAsked | None
) -> list[Bubble]:
    """What one's own question has brought, said once more in plain words; not at exam."""
    event = each.event
    if asked is None or silent(view) or not isinstance(event, e.QuestionAnswered):
        return []
    if words.side(asked.seat) is not words.me:
        return []
    text = clue(words, asked, event)
    return [_note(view, each, text, Tag.CLUE)] if text else []


def _note(view: SeatView, each: SeatEvent, text: str, tag: Tag) -> Bubble:
    private = isinstance(each.event, PRIVATE) or tag in (Tag.CLUE, Tag.COACH)
    at = said_at(view, each.event)
    return Bubble(Voice.SYSTEM, "", "", at, text, each.number, tag, private=private)


def said_at(view: SeatView, event: e.Event) -> str:
    """The time of the talks, `04:30`; empty where no clock runs."""
    return "" if view.common.setup.clock is ClockKind.NONE else clock_text(event.at_ms)
