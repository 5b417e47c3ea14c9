"""Replies without an offer, in groups: not yet, a tell, goodwill, and what needs no turn.

Arguments are in `arguing`, the last word in `last_word`, answers to their questions in `answering`; whether a reply may
be made is the engine's word. Source: exercise.md R12, R20, R33, R34, R37.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.engine import moves as m
from negosim.engine.issue import has_bit
from negosim.engine.judging import team
from negosim.engine.readiness import my_seat
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Role, TableKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.present.arguing import pressing, to_claims, why_us
from negosim.present.choices import Choice, Group, advised, choice_of, unfinished
from negosim.present.last_word import last_word


def replying(
    view: SeatView,
    marked: tuple[int, ...],
    lang: str,
    *,
    heard: Sequence[SeatEvent] = (),
) -> tuple[Group, ...]:
    """Every reply there is, in groups; a group without choices is left out.

    What is marked says what an argument, a tell or a limit is about. `heard` tells which
    issue a claim of theirs was about; without it a claim is answered on the issue marked.
    """
    groups = (
        preferring(view, lang),
        _not_yet(view, marked, lang),
        *to_claims(view, marked, lang, heard),
        why_us(view, marked, lang),
        _telling(view, marked, lang),
        _relation(view, lang),
        pressing(view, marked, lang),
        last_word(view, marked, lang),
        _withdrawing(view, lang),
        _handing(view, marked, lang),
        _unsaying(view, lang),
    )
    return tuple(group for group in groups if group.choices)


# -- the groups, in the order shown ---------------------------------------------------


def preferring(view: SeatView, lang: str) -> Group:
    """Which of their two packages; only while two lie there and nothing has been said (R33)."""
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None or offer.second is None or offer.preferred is not None:
        return _group(lang, "prefer")
    text = catalogue("table", lang)
    choices = [
        choice_of(view, lang, id=key, label=text.text(f"reply.{key}"), move=m.Prefer(second))
        for key, second in (("prefer_first", False), ("prefer_second", True))
    ]
    return _group(lang, "prefer", *choices)


def _not_yet(view: SeatView, marked: tuple[int, ...], lang: str) -> Group:
    """A plain no, silence, or a no with its reason. Source: exercise.md R20."""
    text = catalogue("table", lang)
    reasons = [("plain", ""), ("silence", ""), ("figures", ""), ("think", "")]
    if marked:
        reasons.append(("first", lexicon_of_view(view, lang).issue(marked[0])))
    out = []
    for key, issue in reasons:
        said = "" if key == "plain" else text.text(f"reply.say.{key}", issue=issue)
        label = text.text(f"reply.{key}", issue=issue)
        out.append(choice_of(view, lang, id=f"not_yet_{key}", label=label, move=m.NotYet(said)))
    return _group(lang, "not_yet", *out)


def _telling(view: SeatView, marked: tuple[int, ...], lang: str) -> Group:
    """Which of two matters more to us. Source: exercise.md R34."""
    text = catalogue("table", lang)
    if len(view.brief.issues) < 2:
        return _group(lang, "tell")
    if len(marked) != 2:
        missing = unfinished(lang, id="tell", label=text.text("reply.tell_open"), missing="two")
        return _group(lang, "tell", missing)
    words = lexicon_of_view(view, lang)
    hint = text.text("reply.hint.tell") if advised(view) else ""
    out = []
    for id, (more, less) in (("tell", marked), ("tell_back", marked[::-1])):
        label = text.text("reply.tell", a=words.issue(more, starts=True), b=words.issue(less))
        out.append(choice_of(view, lang, id=id, label=label, move=m.Tell(more, less), hint=hint))
    return _group(lang, "tell", *out)


def _relation(view: SeatView, lang: str) -> Group:
    """We want this to work. Source: exercise.md R37."""
    text = catalogue("table", lang)
    hint = text.text("reply.hint.goodwill") if advised(view) else ""
    label = text.text("reply.goodwill")
    goodwill = choice_of(view, lang, id="goodwill", label=label, move=m.Goodwill(), hint=hint)
    return _group(lang, "relation", goodwill)


def _withdrawing(view: SeatView, lang: str) -> Group:
    if view.common.positions[view.brief.side].offer is None:
        return _group(lang, "withdraw")
    label = catalogue("table", lang).text("reply.withdraw")
    return _group(
        lang, "withdraw", choice_of(view, lang, id="withdraw", label=label, move=m.Withdraw())
    )


def _handing(view: SeatView, marked: tuple[int, ...], lang: str) -> Group:
    """The coordinator hands what they asked for to its owner. Source: exercise.md R12."""
    if team(view) is None or not my_seat(view).has(Role.COORDINATOR):
        return _group(lang, "hand")
    requested = view.common.talk[view.brief.side].requested
    numbers = [n for n in range(len(view.brief.issues)) if has_bit(requested, n) or n in marked]
    text = catalogue("table", lang)
    words = lexicon_of_view(view, lang)
    out = []
    for number in numbers:
        label = text.text("reply.hand", issue=words.issue(number), owner=_owner(view, number))
        move = m.HandOver(number)
        out.append(choice_of(view, lang, id=f"hand:{number}", label=label, move=move))
    return _group(lang, "hand", *out)


def _unsaying(view: SeatView, lang: str) -> Group:
    """At a spoken table only: that was not said. Source: classroom.md."""
    if view.common.setup.kind is not TableKind.SPOKEN:
        return _group(lang, "unsay")
    label = catalogue("table", lang).text("reply.unsay")
    return _group(lang, "unsay", choice_of(view, lang, id="unsay", label=label, move=m.Unsay()))


# -- parts --------------------------------------------------------------------------


def _group(lang: str, id: str, *choices: Choice) -> Group:
    return Group(id, catalogue("table", lang).text(f"reply.group.{id}"), choices)


def _owner(view: SeatView, issue: int) -> str:
    side = view.brief.side
    seats = view.common.setup.seats
    return next((seat.name for seat in seats if seat.side is side and issue in seat.issues), "")
