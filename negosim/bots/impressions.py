"""How the other side's move strikes one for what went before it.

What is found here is a key of the table `heard` in the speech catalogues and serves words
alone. Every finding rests on what both sides saw. Source: personas.md, "Reactions".
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from negosim.bots.heard import NOTHING, Heard, Kind
from negosim.bots.reading import Reading
from negosim.engine import events as e
from negosim.engine.common import Common
from negosim.engine.issue import IssueNos, bits
from negosim.engine.record import but
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind, QuestionForm

SOON = 2
"""A break that comes within so many closing moves of the one before is one too many."""
LONG_UNWRITTEN = 3
"""Closing moves after which an agreed point should have been written down (R39)."""

_CLOSING = frozenset(
    {e.OfferMade, e.OfferAccepted, e.NotYetSaid, e.Argued, e.Told, e.GoodwillShown}
)
_ALOUD = _CLOSING | {
    e.QuestionAsked,
    e.QuestionAnswered,
    e.PackagePreferred,
    e.OfferWithdrawn,
    e.BreakTaken,
}
"""What is said aloud, with the words it was said in."""
_FROWNS = (ArgumentKind.RIVAL, ArgumentKind.DEADLINE)
"""Arguments that refuse as well as a not yet does (R20, *threat*)."""


def follow(r: Reading, event: Any) -> None:
    """Keep of any event what later ones are measured by; called behind its own handler."""
    kind = type(event)
    if kind not in _ALOUD:
        return
    leadup = r.leadup
    mine = r.is_mine(event.seat)
    if mine:
        leadup.greeting = NOTHING.kind
        if event.words:
            r.said.append(event.words)
    if kind not in _CLOSING:
        return
    if mine:
        leadup.refused = leadup.offered and _refuses(event)
        return
    leadup.back = False
    if kind is e.OfferAccepted or (kind is e.OfferMade and event.is_new_best):
        leadup.since_break = None
    elif leadup.since_break is not None:
        leadup.since_break += 1


def of_offer(r: Reading, heard: Heard, moved: Collection[int]) -> Heard:
    """An offer of theirs; `moved` are the issues on which it concedes, `heard` its plain kind."""
    leadup = r.leadup
    first, leadup.offered = not leadup.offered, True
    unprepared = first and not leadup.asked and r.side is Side.CLIENT
    if heard.issue is None:
        if unprepared:
            return Heard(Kind.PRICE_FIRST)
        # A point named for the first time later on is no opening, and no step either.
        return heard if first or heard.kind is Kind.SAME else NOTHING
    belied = _belied(r, moved)
    if belied is not None:
        return but(heard, kind=Kind.BELIED, issue=belied, size=0)
    if leadup.back:
        return but(heard, kind=Kind.RETURNED)
    if r.deadlocked:
        return but(heard, kind=Kind.STRAIGHT)
    if unprepared:
        return but(heard, kind=Kind.PRICE_FIRST)
    steps = r.estimate.steps[heard.issue]
    if leadup.refused and len(steps) >= 2:
        if steps[-1] > steps[-2]:
            return but(heard, kind=Kind.YIELDED)
        if 2 * steps[-1] <= steps[-2]:
            return but(heard, kind=Kind.HELD)
    return heard


def of_question(r: Reading, form: QuestionForm, issues: IssueNos) -> Kind:
    """A question of theirs: the first why, and an expectation asked before they moved there."""
    leadup = r.leadup
    leadup.asked = True
    if form is QuestionForm.CAUSAL and not leadup.asked_why:
        leadup.asked_why = True
        return Kind.WHY
    if form is QuestionForm.EXPECTATION:
        new = bits(issues) & ~leadup.asked_about
        leadup.asked_about |= new
        if new and not any(r.estimate.steps[issue] for issue in issues):
            return Kind.ASKED_FIRST
    return Kind.QUESTION


def of_tell(r: Reading, more: int, less: int, *, honest: bool) -> Kind:
    """What they told of their order, which their offers may have belied already."""
    if not honest:
        return Kind.BELIED
    r.leadup.tells.add((more, less))
    return Kind.TELL


def of_break(r: Reading) -> Kind:
    """A break that they called for themselves."""
    since = r.leadup.since_break
    r.leadup.since_break = 0
    r.leadup.greeting = Kind.LEFT if since is None or since > SOON else Kind.AGAIN
    return r.leadup.greeting


def long_unwritten(common: Common, side: Side) -> int | None:
    """The first issue agreed some moves ago that the other side, with the pen, has not written.

    None where there is none or where `side` could have written it.
    """
    record = common.record
    if record.pen is not side.other or not record.drafts:
        return None
    if common.turn.number - record.drafted_turn < LONG_UNWRITTEN:
        return None
    return next((i for i, tick in enumerate(record.drafts[0].terms) if tick is not None), None)


def _refuses(event: e.Event) -> bool:
    return isinstance(event, e.NotYetSaid) or (
        isinstance(event, e.Argued) and event.kind in _FROWNS
    )


def _belied(r: Reading, moved: Collection[int]) -> int | None:
    """An issue said to matter more that has now been given more of than the one said to
    matter less; each tell is belied once."""
    for more, less in sorted(r.leadup.tells):
        if more in moved and _given(r, more) > _given(r, less):
            r.leadup.tells.remove((more, less))
            return more
    return None


def _given(r: Reading, issue: int) -> float:
    """How much of its way the other side has given on an issue."""
    return r.estimate.way_share(issue, sum(r.estimate.steps[issue]))
