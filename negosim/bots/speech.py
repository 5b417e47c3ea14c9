"""What a bot says with a move: a reaction to what it heard, then the move itself.

Words are made last, from a move already chosen, its own fields and what was heard in
public; no mark, belief or reserve is in reach, so nothing can leak and nothing said
can differ from what is done. Wordings lie in `assets/messages/speech.*.toml`, by
style, with `plain` for what every style says alike. Source: exercise.md B7.
"""

from __future__ import annotations

from string import Formatter
from zlib import crc32

from negosim.bots.character import Style
from negosim.bots.cue import Cue
from negosim.bots.heard import Heard, Kind
from negosim.engine import moves as m
from negosim.engine.concession import merged
from negosim.engine.own import Brief
from negosim.engine.words import AnswerKind, QuestionForm
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_brief
from negosim.language.typography import capital
from negosim.language.values import size_text

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

_NO_REACTION = (Cue.ACCEPT, Cue.PAPER, Cue.PREFER)
"""What stands for itself; answers, too, are a reaction already."""


class Speaker:
    """The voice of one bot in one language."""

    __slots__ = ("_catalogue", "_lang", "_seed", "_style", "_words")

    def __init__(self, brief: Brief, style: Style, lang: str, seed: int) -> None:
        self._seed = seed
        self._catalogue: Catalogue = catalogue("speech", lang)
        self._lang = lang
        self._style = style
        self._words: Lexicon = lexicon_of_brief(brief, lang)

    def words(self, heard: Heard, move: Spoken, cue: Cue, turn: int) -> str:
        """One or two sentences: a reaction to what was heard, then the move itself.

        `turn` counts one's own turns: wordings take turns, so that none comes twice running.
        """
        own = self._line(f"say.{cue.value}", turn, self._slots(move, cue), whole=True)
        if cue in _NO_REACTION or isinstance(move, m.Answer):
            return own
        reaction = self._reaction(heard, turn)
        if not reaction:
            return own
        return reaction + own if self._lang == "zh" else f"{reaction} {own}"

    def _reaction(self, heard: Heard, turn: int) -> str:
        if heard.kind is Kind.NOTHING or heard.answer is AnswerKind.EVASIVE:
            return ""
        words = self._words
        slots: dict[str, str] = {}
        if heard.issue is not None:
            issue = words.issues[heard.issue]
            slots["issue"] = words.issue(heard.issue)
            slots["size"] = size_text(issue, heard.size, self._lang)
            if heard.value is not None:
                slots["value"] = words.terms(_only(heard.issue, heard.value, len(words.issues)))
        return self._line(f"heard.{heard.kind.value}", turn, slots)

    def _line(self, key: str, turn: int, slots: dict[str, str], *, whole: bool = False) -> str:
        """A variant in the bot's style, else in the plain one; empty where none fits.

        A line fits when all its slots are known; with `whole` it must also use every one
        of them, so that words never leave out a part of the move.
        """
        for style in (self._style.value, Style.PLAIN.value):
            full = f"{key}.{style}"
            if full not in self._catalogue:
                continue
            fitting = [
                line for line in self._catalogue.variants(full) if _fits(line, slots, whole=whole)
            ]
            if fitting:
                start = crc32(f"{self._seed} {key}".encode())
                return capital(fitting[(start + turn) % len(fitting)].format_map(slots))
        return ""

    def _slots(self, move: Spoken, cue: Cue) -> dict[str, str]:
        """What the lines of a move must say: its own content and nothing else."""
        words = self._words
        slots: dict[str, str] = {}
        match move:
            case m.Offer() if cue is Cue.OFFER:
                slots["give"] = words.terms(move.give)
                slots["want"] = words.deal(move.want, move.benefits)
            case m.Offer():
                slots["all"] = words.deal(merged(move.give, move.want), move.benefits)
            case m.Answer():
                slots["demand"] = words.terms(move.demand)
                slots["gives"] = words.terms(move.gives)
                slots |= self._pair(move.issues)
                if move.strength:
                    slots[f"strength{move.strength}"] = _MARK
            case m.Ask(form=QuestionForm.SUMMARISING):
                slots["order"] = words.ranked(move.issues)
            case m.Ask(form=QuestionForm.EXPECTATION):
                slots["issues"] = words.listed(move.issues)
            case m.Ask():
                slots |= self._pair(move.issues)
            case m.Tell():
                slots |= self._pair((move.more, move.less))
            case m.Argue() if move.claim is not None and move.claim < len(words.claims):
                slots["claim"] = words.claims[move.claim].in_(self._lang)
            case m.Prefer():
                slots["second" if move.second else "first"] = _MARK
            case _:
                pass
        return {name: text.strip(_MARK) for name, text in slots.items() if text}

    def _pair(self, issues: tuple[int, ...]) -> dict[str, str]:
        return {name: self._words.issue(issue) for name, issue in zip(("a", "b"), issues)}


_MARK = "\0"
"""The text of a slot that prints nothing and only says which lines fit."""


def _fits(line: str, slots: dict[str, str], *, whole: bool) -> bool:
    used = {name for _, name, _, _ in Formatter().parse(line) if name is not None}
    return used == slots.keys() if whole else used <= slots.keys()


def _only(issue: int, tick: int, count: int) -> tuple[int | None, ...]:
    return tuple(tick if place == issue else None for place in range(count))
