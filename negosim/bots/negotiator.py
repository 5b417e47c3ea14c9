"""A bot at a seat: one mechanism for both sides, steered by a character.

It reads the view and the events of its seat, as a person does, and nothing else; the
same events bring the same moves (B1, B2). Here it is only decided what kind of thing
is asked of it: prepare, answer, react, take its turn, be away. Words come last and
change nothing.
"""

from __future__ import annotations

from negosim.bots import absence, answers, paperwork, preparation
from negosim.bots.beats import Beats
from negosim.bots.character import Character
from negosim.bots.cue import Choice, Cue
from negosim.bots.dice import Dice
from negosim.bots.disputes import insists
from negosim.bots.heard import Moment
from negosim.bots.impressions import long_unwritten
from negosim.bots.listening import digest
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.bots.scale import Scale
from negosim.bots.speech import SPOKEN, Speaker, Spoken
from negosim.bots.turn import OwnTurn
from negosim.engine import moves as m
from negosim.engine.legality import refusal
from negosim.engine.own import Brief
from negosim.engine.record import but
from negosim.engine.scenario import Beat
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind, Phase

# Python 3.11 finds a member of an enum slowly, and these are asked for at every call.
_PREPARATION, _INTRODUCTION = Phase.PREPARATION, Phase.INTRODUCTION
_BREAK, _OVER = Phase.BREAK, Phase.OVER

_PLAIN: tuple[m.Move, ...] = (m.Answer(AnswerKind.EVASIVE), m.Return(), m.NotYet())
_STRIDE = 1_000_003
"""Keeps the chance of one decision apart from that of the next for seeds near each other."""


class Negotiator:
    """A `Player` (play.player) of either side.

    `lang` None: it plays without words, for bulk runs. Moves never depend on it.
    `stopgaps` counts moves that had to be replaced by what every seat may do; alone on
    its side, with every hat, a bot needs none. `turn` is how it thinks its own turns
    through.
    """

    def __init__(
        self,
        character: Character,
        *,
        seed: int,
        lang: str | None = None,
        beats: tuple[Beat, ...] = (),
        turn: type[OwnTurn] = OwnTurn,
    ) -> None:
        self.character = _in_todays_mood(character, seed)
        self.stopgaps = 0
        self._seed = seed
        self._lang = lang
        self._turn = turn
        self._beats = Beats(beats, lang)
        self._dice = Dice(0)
        self._brief: Brief | None = None
        self._speaker: Speaker | None = None
        self._scale: Scale
        self._reading: Reading

    @property
    def reading(self) -> Reading:
        """What the bot remembers and believes; AttributeError before its first call."""
        return self._reading

    def speak(self, lang: str) -> None:
        """Say what is said from here on in a language; for a bot with words only."""
        if lang != self._lang:
            self._lang = lang
            self._beats.speak(lang)
            self._find_voice()

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        """The next move; None out of turn when nothing waits for this side."""
        move = self._choose(view, events)
        if move is None or refusal(view, move) is None:
            return move
        # A seat without the hat that its thought needs, or a fault of ours: the match goes on.
        self.stopgaps += 1
        return next((plain for plain in _PLAIN if refusal(view, plain) is None), None)

    def _choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        self._meet(view.brief)
        digest(self._reading, view, events)
        phase = view.common.phase
        if phase is _PREPARATION:
            return preparation.next_step(view, self._reading, self.character)
        if phase is _INTRODUCTION:
            return None if view.common.ready[view.brief.side] else m.Introduce()
        if phase is _OVER:
            return None
        # One stream of chance a decision: what is drawn depends on what has happened, so
        # a bot that takes a match up again draws as one that never left it.
        self._dice.seed(self._seed * _STRIDE + self._reading.number)
        picture = Picture(view, self._scale, self.character.bargaining.opening)
        if not self.character.habits.heeds:
            picture.bounds = picture.stops
        elif self._reading.mandate and self.character.habits.settles and not picture.last_word:
            picture.hold_back(self._reading.mandate)
        withheld = self._reading.ledger.withheld()
        if withheld:
            picture.recall(withheld)
        if self._reading.recalled and insists(picture):
            picture.recall(self._reading.recalled)
        if phase is _BREAK:
            recess = view.common.recess
            if recess is None or recess.out is not view.brief.side:
                return None
            return absence.away(picture, self._reading, self.character)
        return self._talk(picture)

    def _meet(self, brief: Brief) -> None:
        """The brief is fixed for a match but for the order a group locks while preparing (R3)."""
        if brief is self._brief:
            return
        self._scale = Scale(brief)
        if self._brief is None:
            self._reading = Reading(self.character, self._scale, self._is_prelude)
        else:
            self._reading.weigh_anew(self._scale)
        self._brief = brief
        self._find_voice()

    def _find_voice(self) -> None:
        if self._brief is not None and self._lang is not None:
            self._speaker = Speaker(self._brief, self.character, self._lang, self._seed)

    def _is_prelude(self, deadlock: int) -> bool:
        """Whether the n-th deadlock precedes a concession of this bot, drawn by its trait (R37)."""
        return Dice(self._seed * _STRIDE - deadlock).random() < self.character.prelude

    # -- talks -------------------------------------------------------------------------

    def _talk(self, picture: Picture) -> m.Move | None:
        common = picture.view.common
        side = picture.view.brief.side
        question = common.turn.question
        if question is not None and question.by is not side:
            return self._answer(picture)
        waiting = self._react(picture)
        if waiting is not None:
            return waiting
        if common.turn.side is not side or question is not None:
            return None
        scripted = self._beats.move(picture, self._reading)
        if scripted is not None:
            return scripted
        turn = self._turn(picture, self._reading, self.character, self._dice)
        return self._said(picture, turn.choice())

    def _answer(self, picture: Picture) -> m.Move:
        reply = answers.answer(picture, self._reading, self.character, self._dice)
        cue = Cue.TOO_MANY if answers.interrogated(picture) else Cue.of_answer(reply.kind)
        return self._said(picture, Choice(reply, cue))

    def _react(self, picture: Picture) -> m.Move | None:
        """What needs no turn: a sheet, lines, a line to reopen, two packages."""
        reading, character = self._reading, self.character
        record = picture.view.common.record
        move: m.Move | None = None
        if record.sheet is not None:
            move = paperwork.answer_sheet(picture, reading, character)
        if move is None and record.lines:
            move = paperwork.answer_lines(picture, reading, character)
            if move is None:
                move = paperwork.answer_reopening(picture)
        if move is None:
            offer = picture.view.common.positions[picture.view.brief.side.other].offer
            if offer is not None and offer.second is not None and offer.preferred is None:
                return self._worded(picture, Choice(answers.prefer(picture), Cue.PREFER))
        return move

    def _said(self, picture: Picture, choice: Choice) -> m.Move:
        """The move with its words; a line of the script comes first where one is due."""
        line = ""
        if isinstance(choice.move, SPOKEN):
            line = self._beats.line(picture, self._reading)
        move = self._worded(picture, choice, scripted=bool(line))
        if not line or not isinstance(move, SPOKEN):
            return move
        between = "" if self._lang == "zh" else " "
        return but(move, words=f"{line}{between}{move.words}".strip())

    def _worded(self, picture: Picture, choice: Choice, *, scripted: bool = False) -> m.Move:
        move = choice.move
        if self._speaker is None or not isinstance(move, SPOKEN):
            return move
        spoken: Spoken = move
        moment = _moment(picture, self._reading, self._speaker.figured, scripted=scripted)
        return but(spoken, words=self._speaker.words(moment, spoken, choice.cue))


def _moment(picture: Picture, reading: Reading, figured: int | None, *, scripted: bool) -> Moment:
    """What the words may be made of besides the move: public things only."""
    return Moment(
        heard=reading.heard,
        said=tuple(reading.said),
        greeting=reading.leadup.greeting,
        unwritten=long_unwritten(picture.view.common, reading.side),
        figure=None if figured is None else picture.theirs[figured],
        scripted=scripted,
    )


def _in_todays_mood(character: Character, seed: int) -> Character:
    """No two days are alike: the seed shifts how much is given and kept, by a little."""
    dice = Dice(seed)
    usual = character.bargaining
    today = but(
        usual,
        opening=usual.opening * dice.uniform(0.85, 1.0),
        start=usual.start * dice.uniform(0.7, 1.3),
        answer=usual.answer * dice.uniform(0.75, 1.2),
        most=usual.most * dice.uniform(0.8, 1.2),
        reserve=usual.reserve * dice.uniform(0.92, 1.06),
        hope=usual.hope * dice.uniform(0.8, 1.2),
    )
    return but(character, bargaining=today)
