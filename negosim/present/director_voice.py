"""What the director says, coloured by what runs at the table; no sentence twice in a game.

Which wording comes next follows from how often one has been outside and how often he has
been asked there, so nothing has to be kept of what was shown. Source: exercise.md R9, R36.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from zlib import crc32

from negosim.engine import events as e
from negosim.engine.propriety import demand_needs_authority, step_needs_authority
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Purpose
from negosim.language.catalogue import catalogue
from negosim.language.typography import capital
from negosim.present.standing import awaited_news_ms, time_left_ms

SHORT_SHARE = 0.15
"""With less than this share of the talks left, time is short."""
SOON_SHARE = 0.2
"""Announced news is near when no more than this share of the talks lies before it."""
MOST_OUTSIDE = 4
"""Breaks in which a side can meet its director: three of its own, one that the other side
calls (R36)."""


class Mood(StrEnum):
    """What the director is about to say."""

    OPEN = "open"  # nothing has been asked for yet
    WHAT_FOR = "what_for"  # how far is named, what comes back is not
    WEIGHS = "weighs"  # both are named
    NO = "no"  # he was asked with nothing in return
    YES = "yes"  # he has just allowed it
    FULL = "full"  # the negotiators may go to the limit everywhere


class Running(StrEnum):
    """What runs at the table, the first that holds."""

    SHORT = "short"
    DEADLOCK = "deadlock"
    SENT_OUT = "sent_out"
    NEWS = "news"
    AUTHORITY = "authority"
    PLAIN = "plain"


def director_says(
    mood: Mood,
    view: SeatView,
    heard: Sequence[SeatEvent],
    lang: str,
    *,
    asked: int = 0,
    **slots: str,
) -> str:
    """His sentence; `asked`: how often this mood has come in this break before.

    `slots` are `terms` and `exchange` where the mood has them.
    """
    text = catalogue("director", lang)
    key = f"{mood.value}.{running(view, heard).value}"
    if key not in text:
        key = f"{mood.value}.{Running.PLAIN.value}"
    number = _start(heard) + _earlier(view) + MOST_OUTSIDE * asked
    return capital(text.variant(key, number, **slots))


def granted(heard: Sequence[SeatEvent]) -> int:
    """How often the director has said yes since one went out last, the newest included."""
    count = 0
    for each in reversed(heard):
        if isinstance(each.event, e.BreakTaken):
            break
        count += isinstance(each.event, e.Authorised)
    return count


def running(view: SeatView, heard: Sequence[SeatEvent]) -> Running:
    """What colours his words; in preparation nothing does."""
    common = view.common
    if common.recess is None:
        return Running.PLAIN
    if _is_short(view):
        return Running.SHORT
    if _left_a_deadlock(heard):
        return Running.DEADLOCK
    if common.recess.purpose is Purpose.PRESS:
        return Running.SENT_OUT
    if _news_is_near(view):
        return Running.NEWS
    demanded = common.talk[view.brief.side].demanded
    if step_needs_authority(view) or demand_needs_authority(view, demanded):
        return Running.AUTHORITY
    return Running.PLAIN


def _is_short(view: SeatView) -> bool:
    common = view.common
    left, limit = time_left_ms(view, common.elapsed_ms), common.setup.limit_ms
    return left is not None and limit is not None and left < SHORT_SHARE * limit


def _news_is_near(view: SeatView) -> bool:
    due, limit = awaited_news_ms(view), view.common.setup.limit_ms
    if due is None or limit is None:
        return False
    return 0 <= due - view.common.elapsed_ms <= SOON_SHARE * limit


def _left_a_deadlock(heard: Sequence[SeatEvent]) -> bool:
    """Whether a deadlock ran when one went out; going out has eased it (R37)."""
    outside = False
    for each in reversed(heard):
        if isinstance(each.event, e.BreakTaken):
            if outside:
                return False
            outside = True
        elif outside and isinstance(each.event, e.DeadlockFell):
            return True
        elif outside and isinstance(each.event, e.DeadlockEased):
            return False
    return False


def _earlier(view: SeatView) -> int:
    """How often this side has been out before, by its own will or sent."""
    side = view.brief.side
    positions = view.common.positions
    own = [purpose for purpose in positions[side].breaks if purpose is not Purpose.PRESS]
    sent = positions[side.other].breaks.count(Purpose.PRESS)
    return max(0, len(own) + sent - 1)


def _start(heard: Sequence[SeatEvent]) -> int:
    """Where a game begins in the wordings: its first offer is hardly ever that of another."""
    for each in heard:
        if isinstance(each.event, e.OfferMade):
            return crc32(repr((each.event.give, each.event.want)).encode())
    return 0
