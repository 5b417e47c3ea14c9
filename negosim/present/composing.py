"""The composer's sentence: chips that are locked, words between them, three wordings.

A move is at once a sentence. Numbers and names in it cannot be edited, so that what
bots and rulings read and what people read stay the same thing; the words between may
be. Which move it is is decided elsewhere. Source: look.md, "Talking with structured moves".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from negosim.engine import moves as m
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.language.sentences import move_sentence
from negosim.language.spoken import Spoken
from negosim.language.typography import is_wide
from negosim.language.values import value_text
from negosim.present.accepting import terms_if_taken

LONGEST = 400
"""The most characters a sentence of one's own may have."""


class Tone(StrEnum):
    """How a sentence is worded; the move is the same in all three."""

    PLAIN = "plain"
    WARM = "warm"
    FIRM = "firm"


@record(frozen=True, slots=True)
class Piece:
    """A run of the sentence. `locked`: a number or a name, not to be edited. `own`: not what
    the plain wording says here; a piece that somebody types is (`edited`)."""

    text: str
    locked: bool = False
    own: bool = True


def cycle(tone: Tone) -> Tone:
    """The next wording."""
    tones = list(Tone)
    return tones[(tones.index(tone) + 1) % len(tones)]


def tone_name(tone: Tone, lang: str) -> str:
    return catalogue("table", lang).text(f"tone.name.{tone.value}")


def has_tones(move: m.Move) -> bool:
    """Whether a move is said aloud, and so may be worded."""
    return isinstance(move, Spoken)


def pieces(view: SeatView, move: m.Move, tone: Tone, lang: str) -> tuple[Piece, ...]:
    """The sentence of a move in pieces; joined they are the sentence.

    A gesture, which is only done, is one locked piece. Words that the move already has
    are kept whatever the tone. The same view, move and tone give the same pieces; the
    wording changes from turn to turn.
    """
    sentence = move_sentence(view, move, lang)
    if not isinstance(move, Spoken):
        return (Piece(sentence, locked=True, own=False),)
    words = lexicon_of_view(view, lang)
    chips = _chips(view, words, move)
    if move.words:
        return _cut(sentence, chips, own=True)
    if tone is Tone.PLAIN:
        return _cut(sentence, chips, own=False)
    before, after = _around(view, move, tone, lang)
    around = (Piece(before), *_cut(sentence, chips, own=True), Piece(after))
    return _merged([piece for piece in around if piece.text])


def edited(line: Sequence[Piece], place: int, text: str) -> tuple[Piece, ...]:
    """The sentence with one free piece replaced by what was typed; a locked one stays."""
    return tuple(
        Piece(text) if number == place and not piece.locked else piece
        for number, piece in enumerate(line)
    )


def sentence_of(line: Iterable[Piece]) -> str:
    """The pieces as one line of at most `LONGEST` characters, blanks made single."""
    text = re.sub(r"\s+", " ", "".join(piece.text for piece in line)).strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def worded(move: m.Move, line: Sequence[Piece]) -> m.Move:
    """The move with its sentence. The plain wording leaves the move's words empty, so that
    each reader sees it in the language of his own; a gesture has no words."""
    if not isinstance(move, Spoken):
        return move
    own = any(piece.own for piece in line)
    return replace(move, words=sentence_of(line) if own else "")


# -- around the sentence --------------------------------------------------------------


def _around(view: SeatView, move: Spoken, tone: Tone, lang: str) -> tuple[str, str]:
    """What a tone says before and after the plain sentence, by the kind of move.

    The wordings of a kind follow each other from turn to turn.
    """
    turn = view.common.turn
    number = turn.number + turn.asked + view.common.talk[view.brief.side].total
    text = catalogue("table", lang).variant(f"tone.{tone.value}.{_kind(move)}", number, said="\0")
    before, _, after = text.partition("\0")
    return before, after


def _kind(move: Spoken) -> str:
    match move:
        case m.Ask():
            return "ask"
        case m.Answer():
            return "evade" if move.kind is AnswerKind.EVASIVE else "answer"
        case m.Offer():
            given = any(tick is not None for tick in move.give)
            return "offer" if given else "want"
        case m.Accept():
            return "accept"
        case m.NotYet():
            return "not_yet"
        case m.Argue():
            return "argue"
        case m.Tell():
            return "tell"
        case m.Goodwill():
            return "goodwill"
        case m.Prefer():
            return "prefer"
        case m.Withdraw():
            return "withdraw"
        case m.Leave():
            return "leave"


# -- chips ------------------------------------------------------------------------------


def _chips(view: SeatView, words: Lexicon, move: Spoken) -> list[str]:
    """The names and values that the move names, as they are written in the sentence."""
    found: list[str] = []

    def terms(*named: Terms) -> None:
        for each in named:
            for number, tick in enumerate(each):
                if tick is not None:
                    found.append(words.name(number))
                    found.append(value_text(words.issues[number], tick, words.lang))

    match move:
        case m.Ask():
            found += [words.name(number) for number in move.issues]
        case m.Answer():
            found += [words.name(number) for number in move.issues]
            terms(move.demand, move.gives)
        case m.Offer():
            terms(move.give, move.want)
            if move.second is not None:
                terms(move.second.give, move.second.want)
            found += [words.benefits[number].text.in_(words.lang) for number in move.benefits]
        case m.Accept():
            offer = view.common.positions[view.brief.side.other].offer
            package = offer if offer is None or not move.second else offer.second
            if package is not None:
                terms(terms_if_taken(view, package))
            if offer is not None and not move.second:
                found += [words.benefits[n].text.in_(words.lang) for n in offer.benefits]
        case m.Argue():
            terms(move.limit)
            found += [] if move.issue is None else [words.name(move.issue)]
        case m.Tell():
            found += [words.name(move.more), words.name(move.less)]
        case m.NotYet() | m.Goodwill() | m.Prefer() | m.Withdraw() | m.Leave():
            pass
    return found


def _cut(sentence: str, chips: Iterable[str], *, own: bool) -> tuple[Piece, ...]:
    """The sentence cut at its chips; chips that touch each other are one."""
    found = sorted({chip for chip in chips if chip}, key=len, reverse=True)
    if not found:
        return (Piece(sentence, own=own),)
    pattern = re.compile("|".join(_alone(chip) for chip in found), re.IGNORECASE)
    out: list[Piece] = []
    end = 0
    for match in pattern.finditer(sentence):
        if match.start() > end:
            out.append(Piece(sentence[end : match.start()], own=own))
        out.append(Piece(match.group(), locked=True, own=False))
        end = match.end()
    if end < len(sentence):
        out.append(Piece(sentence[end:], own=own))
    return _merged(out)


def _alone(chip: str) -> str:
    """A pattern for the chip as a whole word: `service` does not stand in `services`, nor
    `30` in `130`."""
    before = r"(?<![0-9A-Za-z])" if not is_wide(chip[0]) and chip[0].isalnum() else ""
    after = r"(?![0-9A-Za-z])" if not is_wide(chip[-1]) and chip[-1].isalnum() else ""
    return before + re.escape(chip) + after


def _merged(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece."""
    out: list[Piece] = []
    for piece in line:
        if out and (out[-1].locked, out[-1].own) == (piece.locked, piece.own):
            out[-1] = Piece(out[-1].text + piece.text, piece.locked, piece.own)
        else:
            out.append(piece)
    return tuple(out)
