"""What has happened at the table, told line by line as it comes in.

Own lines are not said again: the player has just agreed to their sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.cli.terminal.desk import Desk
from negosim.engine import events as e
from negosim.engine.sides import Side
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind, Phase
from negosim.language.catalogue import catalogue
from negosim.language.sentences import Said, event_said, event_sentence
from negosim.present.own_words import told

CATCHING_UP = 14
"""How many events of a match taken up again are told."""

_UNTOLD = (e.MatchOpened, e.StepsPlanned, e.MethodsChosen, e.Noted, e.Ruled)
"""Events that the player has made in a form, or that are for the log only."""


class Transcript:
    """Tells a seat's events once each."""

    def __init__(self) -> None:
        self._begun = False

    def tell(self, desk: Desk, events: Sequence[SeatEvent]) -> None:
        """Print what is new, in the language of the moment.

        A match that is taken up again is told from a little before where it stands,
        one's own lines included.
        """
        catching_up = not self._begun and desk.view.common.phase is not Phase.PREPARATION
        self._begun = True
        if catching_up and len(events) > CATCHING_UP:
            desk.say("log.so_far", "muted", count=len(events) - CATCHING_UP)
            events = events[-CATCHING_UP:]
        for each in events:
            _tell(desk, each, everything=catching_up)


def _tell(desk: Desk, each: SeatEvent, *, everything: bool) -> None:
    event = each.event
    if isinstance(event, _UNTOLD):
        return
    words = desk.words
    said = event_said(words, event)
    mine = said.by is words.me and said.by is not None
    if mine and said.aloud and not everything:
        return
    if said.aloud and said.by is not None:
        _tell_spoken(desk, event, said, said.by)
        return
    style = "gold" if isinstance(event, _LOUD) else "muted"
    sentence = event_sentence(words, event)
    if isinstance(event, e.CardDrawn) and desk.view.own.cards:
        card = desk.view.own.cards[-1].text.in_(desk.lang)
        sentence = catalogue("talk", desk.lang).text("told.card", text=card)
    desk.screen.say(sentence, style, indent="  ")


_LOUD = (
    e.DeadlockFell,
    e.NewsArrived,
    e.CardDrawn,
    e.AgreementLapsed,
    e.SheetDrawn,
    e.SheetSigned,
    e.SheetTorn,
    e.ContractSealed,
    e.TalksBroken,
    e.LinesProposed,
)


def _tell_spoken(desk: Desk, event: e.Event, said: Said, by: Side) -> None:
    """What a side says; its chips under it where its own words do not name them all."""
    words = desk.words
    style = "ours" if by is words.me else "theirs"
    text, aside = told(words, event)
    line = catalogue("talk", desk.lang).text("quote.said", who=words.label(by), words=text)
    desk.screen.say(line, style, indent="  ")
    own = getattr(event, "words", "")
    if own and isinstance(event, e.QuestionAnswered) and event.kind is AnswerKind.EVASIVE:
        # In a voice of its own a way round the question can sound like an answer.
        desk.screen.say(desk.text("log.evasive"), "muted", indent="    ")
    elif aside:
        desk.screen.say(desk.text("log.chips", text=aside), "muted", indent="    ")
