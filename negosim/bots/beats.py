"""Scripted beats of the scenario file: lines and moves that come before a bot's own choice.

A beat fires once, when all its conditions hold. What it does is still subject to the
rules: a beat that would be illegal, or sign below the walk-away, is left out.
Source: exercise.md B8, scenario-format.md `beats`.
"""

from __future__ import annotations

from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.issue import Terms
from negosim.engine.preview import preview
from negosim.engine.scenario import Beat, BeatMove, When
from negosim.engine.words import ArgumentKind

_NO_MOVE = BeatMove()


class Beats:
    """The beats of one match, each of which has fired or not."""

    def __init__(self, beats: tuple[Beat, ...], lang: str | None) -> None:
        """With `lang` None the beats act and say nothing."""
        self._beats = beats
        self._lang = lang
        self._fired = [False] * len(beats)
        self._moves = [beat.then != _NO_MOVE for beat in beats]

    def speak(self, lang: str) -> None:
        """Say what is due from here on in another language."""
        self._lang = lang

    def line(self, picture: Picture, reading: Reading) -> str:
        """What the first due beat that only speaks says, which fires it; empty without one."""
        for place, beat in enumerate(self._beats):
            if self._fired[place] or self._moves[place]:
                continue
            if is_due(beat.when, picture, reading):
                self._fired[place] = True
                return self._say(beat)
        return ""

    def move(self, picture: Picture, reading: Reading) -> m.Move | None:
        """The move of the first due beat that has one, which fires it; None without one."""
        for place, beat in enumerate(self._beats):
            if self._fired[place] or not self._moves[place]:
                continue
            if not is_due(beat.when, picture, reading):
                continue
            self._fired[place] = True
            move = _move_of(beat.then, self._say(beat), picture)
            if move is not None and _may(picture, move):
                return move
        return None

    def _say(self, beat: Beat) -> str:
        return "" if self._lang is None else beat.say.in_(self._lang)


def is_due(when: When, picture: Picture, reading: Reading) -> bool:
    """Whether every condition that is set holds now.

    `conceded`, `asked`, `said` and `left` look at what the other side has done since
    the bot's own last closing move.
    """
    common = picture.view.common
    deeds = reading.deeds
    if when.at_ms is not None and common.elapsed_ms < when.at_ms:
        return False
    if when.turn is not None and common.turn.number < when.turn:
        return False
    if when.conceded is not None and when.conceded not in deeds.conceded:
        return False
    if when.unasked:
        asked_for = deeds.unasked if when.conceded is None else deeds.unasked & {when.conceded}
        if not asked_for:
            return False
    if when.unreturned and not deeds.unreturned:
        return False
    if when.asked is not None and when.asked not in deeds.asked:
        return False
    if when.said is not None and when.said not in deeds.said:
        return False
    if when.deadlock and not common.turn.deadlocked:
        return False
    if when.left is not None and when.left not in deeds.left:
        return False
    return when.offer_within is None or _offer_within(picture, when.offer_within)


def _offer_within(picture: Picture, distance: int) -> bool:
    """Whether a contract on the other side's present values is that near to one's walk-away."""
    terms = _their_contract(picture)
    if terms is None:
        return False
    return picture.scale.points(terms) >= picture.scale.brief.walk_away - distance


def _their_contract(picture: Picture) -> Terms | None:
    offered = picture.standing
    if offered is None:
        return None
    full = tuple(
        known if known is not None else offer if offer is not None else named
        for known, offer, named in zip(picture.agreed, offered, picture.theirs, strict=True)
    )
    return None if any(tick is None for tick in full) else full


def _move_of(then: BeatMove, words: str, picture: Picture) -> m.Move | None:
    """The beat's move; what an offer names goes to give or want by what was said before."""
    if then.offer is not None:
        return _offer_of(then.offer, words, picture)
    if then.accept:
        return m.Accept(second=picture.prefers_second, words=words)
    if then.argue is not None:
        return m.Argue(then.argue, claim=_claim(picture, then.argue), words=words)
    if then.goodwill:
        return m.Goodwill(words)
    if then.leave is not None:
        return m.Leave(then.leave, words)
    return m.NotYet(words)


def _offer_of(terms: Terms, words: str, picture: Picture) -> m.Offer:
    """What goes beyond one's stance is given, the rest wanted; of one kind only, all is given."""
    scale = picture.scale
    given = [
        tick is not None and scale.better(issue, picture.ours[issue], tick)
        for issue, tick in enumerate(terms)
    ]
    if not any(given):
        given = [True] * len(terms)
    return m.Offer(
        give=tuple(tick if gives else None for tick, gives in zip(terms, given, strict=True)),
        want=tuple(None if gives else tick for tick, gives in zip(terms, given, strict=True)),
        words=words,
    )


def _claim(picture: Picture, kind: ArgumentKind) -> int | None:
    return 0 if kind is ArgumentKind.RIVAL and picture.scale.brief.pressure else None


def _may(picture: Picture, move: m.Move) -> bool:
    """Legal now, in time, and no signature's worth below the walk-away."""
    seen = preview(picture.view, move)
    if seen.refusal is not None or not seen.in_time:
        return False
    if isinstance(move, m.Accept):
        terms = picture.standing
        return terms is not None and _reaches(picture, terms)
    return not isinstance(move, m.Offer) or picture.scale.within(
        picture.view, tuple(g if g is not None else w for g, w in zip(move.give, move.want))
    )


def _reaches(picture: Picture, terms: Terms) -> bool:
    full = tuple(
        known if known is not None else tick
        for known, tick in zip(picture.agreed, terms, strict=True)
    )
    if not picture.scale.within(picture.view, full):
        return False
    if any(tick is None for tick in full):
        return True
    return picture.scale.points(full) >= picture.scale.brief.walk_away
