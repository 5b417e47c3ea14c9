"""What a bot says with a move: a reaction to what it heard, then the move itself.

Words are made last, from a move already chosen, its own fields and what was heard in
public; no mark, belief or reserve is in reach, so nothing can leak and nothing said
can differ from what is done. Style, situation and hardness give the tone, `wordings` the
lines. Source: exercise.md B7, personas.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from negosim.bots.character import Character
from negosim.bots.cue import Cue
from negosim.bots.heard import Heard, Kind, Moment
from negosim.bots.wordings import MARK, Wordings
from negosim.engine import moves as m
from negosim.engine.concession import merged
from negosim.engine.issue import Issue, Terms
from negosim.engine.own import Brief
from negosim.engine.words import AnswerKind, ArgumentKind, Hardness, QuestionForm
from negosim.language.lexicon import Lexicon, lexicon_of_brief
from negosim.language.typography import cells
from negosim.language.values import size_text, value_text

Spoken = (
    m.Ask
    | m.Answer
    | m.Offer
    | m.Accept
    | m.NotYet
    | m.Argue
    | m.Tell
    | m.Goodwill
    | m.Prefer
    | m.Withdraw
    | m.Leave
)
"""The moves that are said aloud."""
SPOKEN = (
    m.Ask,
    m.Answer,
    m.Offer,
    m.Accept,
    m.NotYet,
    m.Argue,
    m.Tell,
    m.Goodwill,
    m.Prefer,
    m.Withdraw,
    m.Leave,
)

_BARE = frozenset({Cue.ACCEPT, Cue.PAPER, Cue.PREFER, Cue.REOPEN, Cue.CLOSE, Cue.LAST})
"""What stands without a reaction, since it is one or turns to something else."""
_NO_ANSWER = frozenset({Cue.ANSWER_EVASIVE, Cue.TOO_MANY})
_QUESTIONS = frozenset({Cue.of_question(form) for form in QuestionForm})
_HOLDS = frozenset({Cue.NOT_YET, Cue.RESTATE})
_HABITUAL = _HOLDS | _QUESTIONS | {Cue.OFFER, Cue.NEED, Cue.VALUE, Cue.COST, Cue.TELL, Cue.STUCK}
"""The moves with which a person's habit shows."""
_PREFIXES = (Kind.ASKED_FIRST, Kind.WHY)
"""What is said of a question before its answer, each time that it is heard."""
_FAINT = frozenset({Kind.NOTHING, Kind.SAME, Kind.NOT_YET, Kind.WORN, Kind.QUESTION})
"""What leaves room to react to something else: a return to the table, a line not written."""

ASIDES = {Hardness.SOFT: 0.25, Hardness.FIRM: 0.4, Hardness.HARD: 0.65}
"""How often a hold or a question comes with an aside."""
QUESTIONS_NOTED = 0.3
"""How often a question is reacted to before it is answered."""
HABIT = 0.2
"""How often a person's habit shows again, once it has."""
HABIT_REST = 3
"""Sayings between two showings of it."""
LONGEST = {"en": 190, "zh": 170}
"""Cells beyond which a saying takes no aside."""


class Speaker:
    """The voice of one bot in one language.

    `figured`: the issue whose values by the other side a habit may name, the price where
    there is one; None where all issues are ladders.
    """

    __slots__ = ("_between", "_hardness", "_lang", "_lines", "_seed", "_words", "figured")

    def __init__(self, brief: Brief, character: Character, lang: str, seed: int) -> None:
        self._seed = seed
        self._lang = lang
        self._between = "" if lang == "zh" else " "
        self._hardness = character.hardness
        self._lines = Wordings(character, lang, seed)
        self._words: Lexicon = lexicon_of_brief(brief, lang).spoken()
        self.figured = _figured(brief.issues)

    def words(self, moment: Moment, move: Spoken, cue: Cue) -> str:
        """A reaction to what was heard, the move itself, and perhaps an aside: one to three
        short sentences, none of which this side has said before while there is another."""
        own = self._own(moment, move, cue)
        if moment.scripted:
            return own
        before = self._before(moment, move, cue)
        aside = self._aside(moment, cue, bool(before), f"{before}{own}")
        # What is asked comes last, so that it is what the other side answers.
        parts = (before, aside, own) if cue in _QUESTIONS else (before, own, aside)
        return self._between.join(part for part in parts if part)

    # -- the move ------------------------------------------------------------------------

    def _own(self, moment: Moment, move: Spoken, cue: Cue) -> str:
        if cue is Cue.REOPEN and isinstance(move, m.Offer):
            return self._reopening(moment, move)
        keys = [f"say.{cue.value}"]
        if cue in (Cue.NOT_YET, Cue.CLOSE):
            keys.insert(0, f"{self._lines.person}.{cue.value}")
        return self._lines.own(keys, self._slots(move, cue), moment.said)

    def _slots(self, move: Spoken, cue: Cue) -> dict[str, str]:
        """What the lines of a move must say: its own content and nothing else."""
        words = self._words
        slots: dict[str, str] = {}
        match move:
            case _ if cue in (Cue.CLOSE, Cue.LAST):
                pass
            case m.Offer() if cue is Cue.PACKAGES and move.second is not None:
                slots["one"] = words.deal(merged(move.give, move.want), move.benefits)
                slots["two"] = words.terms(merged(move.second.give, move.second.want))
            case m.Offer() if cue in (Cue.OFFER, Cue.REOPEN):
                slots["give"] = words.terms(move.give)
                slots["want"] = words.deal(move.want, move.benefits)
            case m.Offer():
                slots["all"] = words.deal(merged(move.give, move.want), move.benefits)
            case m.Answer():
                slots["demand"] = words.terms(move.demand)
                slots["gives"] = words.terms(move.gives)
                slots |= self._pair(move.issues)
                if move.strength:
                    slots[f"strength{move.strength}"] = MARK
            case m.Ask(form=QuestionForm.SUMMARISING):
                slots["order"] = words.ranked(move.issues)
            case m.Ask(form=QuestionForm.EXPECTATION):
                slots["issues"] = words.listed(move.issues)
            case m.Ask():
                slots |= self._pair(move.issues)
            case m.Tell():
                slots |= self._pair((move.more, move.less))
            case m.Argue(kind=ArgumentKind.LIMIT):
                issue, tick = _first(move.limit)
                slots |= self._valued(issue, tick)
            case m.Argue() if move.claim is not None and move.claim < len(words.claims):
                slots["claim"] = words.claims[move.claim].in_(self._lang)
            case m.Prefer():
                slots["second" if move.second else "first"] = MARK
            case _:
                pass
        return {name: text for name, text in slots.items() if text}

    def _pair(self, issues: tuple[int, ...]) -> dict[str, str]:
        return {name: self._words.issue(issue) for name, issue in zip(("a", "b"), issues)}

    def _valued(self, issue: int, tick: int) -> dict[str, str]:
        """One issue and a value of it, apart."""
        value = value_text(self._words.issues[issue], tick, self._lang)
        return {"issue": self._words.issue(issue), "value": value}

    def _reopening(self, moment: Moment, move: m.Offer) -> str:
        """The value that is remembered on one issue, then what else the offer names."""
        issue, tick = _first(move.want, move.give)
        slots = self._valued(issue, tick)
        disputed = self._lines.own([f"say.{Cue.REOPEN.value}"], slots, moment.said)
        rest = m.Offer(_without(move.give, issue), _without(move.want, issue), move.benefits)
        left = self._slots(rest, Cue.OFFER)
        if not left:
            return disputed
        return disputed + self._between + self._lines.own(["say.offer"], left, moment.said)

    # -- before it -----------------------------------------------------------------------

    def _before(self, moment: Moment, move: Spoken, cue: Cue) -> str:
        """A greeting with the first words, else a reaction; empty where there is none to make."""
        greeting = "" if moment.said else self._person("opening", moment)
        if greeting or cue in _BARE:
            return greeting
        kind, heard = moment.heard.kind, moment.heard
        if isinstance(move, m.Answer):
            return "" if cue in _NO_ANSWER else self._before_answer(moment)
        if kind in _FAINT and moment.greeting is not Kind.NOTHING:
            return self._reaction(Heard(moment.greeting), moment.said)
        if kind in _FAINT and moment.unwritten is not None:
            line = self._reaction(Heard(Kind.UNWRITTEN, moment.unwritten), moment.said)
            if line and not self._lines.said_any(_key(Kind.UNWRITTEN), moment.said[-3:]):
                return line
        return self._reaction(heard, moment.said)

    def _before_answer(self, moment: Moment) -> str:
        kind = moment.heard.kind
        if moment.greeting is not Kind.NOTHING:
            return self._reaction(Heard(moment.greeting), moment.said)
        if kind in _PREFIXES or self._chance(kind.value, moment) < QUESTIONS_NOTED:
            return self._reaction(moment.heard, moment.said)
        return ""

    def _reaction(self, heard: Heard, said: Sequence[str]) -> str:
        if heard.kind is Kind.NOTHING or heard.answer is AnswerKind.EVASIVE:
            return ""
        slots: dict[str, str] = {}
        if heard.issue is not None:
            issue = self._words.issues[heard.issue]
            slots["issue"] = self._words.issue(heard.issue)
            if heard.size:
                slots["size"] = size_text(issue, heard.size, self._lang)
            if heard.value is not None:
                slots["value"] = value_text(issue, heard.value, self._lang)
        return self._lines.fresh(_key(heard.kind), slots, said)

    # -- besides -------------------------------------------------------------------------

    def _aside(self, moment: Moment, cue: Cue, reacted: bool, so_far: str) -> str:
        """A person's habit where it is due, else an addition by situation and hardness."""
        if not moment.said or (reacted and cue in _QUESTIONS):
            return ""
        if cue is Cue.PAPER:
            return self._person("close", moment)
        if cue in _HABITUAL and self._habit_is_due(moment):
            habit = self._person("prop", moment)
            if habit:
                return habit
        wants = cue in _HOLDS | _QUESTIONS and cells(so_far) <= LONGEST[self._lang]
        if not wants or self._chance("aside", moment) >= ASIDES[self._hardness]:
            return ""
        return self._person("aside", moment, short=self._hardness is Hardness.HARD)

    def _habit_is_due(self, moment: Moment) -> bool:
        """As soon as may be; then now and then, with some sayings between."""
        key = f"{self._lines.person}.prop"
        if not self._lines.said_any(key, moment.said):
            return True
        rested = not self._lines.said_any(key, moment.said[-HABIT_REST:])
        return rested and self._chance("prop", moment) < HABIT

    def _person(self, table: str, moment: Moment, *, short: bool = False) -> str:
        slots = {}
        if self.figured is not None and moment.figure is not None:
            issue = self._words.issues[self.figured]
            slots["value"] = value_text(issue, moment.figure, self._lang)
        return self._lines.fresh(f"{self._lines.person}.{table}", slots, moment.said, short=short)

    def _chance(self, what: str, moment: Moment) -> float:
        """0..1 by seed and how much has been said: alike for a bot that takes a match up."""
        return crc32(f"{len(moment.said)} {what} {self._seed}".encode()) / 2**32


def _key(kind: Kind) -> str:
    return f"heard.{kind.value}"


def _figured(issues: tuple[Issue, ...]) -> int | None:
    numeric = [place for place, issue in enumerate(issues) if not issue.is_ladder]
    priced = [place for place in numeric if issues[place].id == "price"]
    return next(iter(priced + numeric), None)


def _first(*each: Terms) -> tuple[int, int]:
    """The first issue that is named, and its value."""
    named = (pair for terms in each for pair in enumerate(terms))
    return next((issue, tick) for issue, tick in named if tick is not None)


def _without(terms: Terms, issue: int) -> Terms:
    return tuple(None if place == issue else tick for place, tick in enumerate(terms))
