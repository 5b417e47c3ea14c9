"""Leaving the table: the four purposes with what speaks for each, and ending the talks.

Whether a break is proper is the engine's word; here it is put in a sentence before the
break is taken. What is done outside is in `away`. Source: exercise.md R35-R38, R42, R43.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.errors import Refusal
from negosim.engine.legality import refusal
from negosim.engine.propriety import demand_needs_authority, is_proper_leave, step_needs_authority
from negosim.engine.readiness import BREAKS_A_SIDE
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import Purpose
from negosim.language.catalogue import catalogue
from negosim.language.refusals import refusal_sentence
from negosim.present.choices import Choice, advised, choice_of


@record(frozen=True, slots=True)
class EndTalks:
    """Ending the talks in two steps: `label` opens the question, `go` with `move` answers it.

    `worth` says what no deal is worth (R43). `why_not` as in `Choice`.
    """

    label: str
    title: str
    text: str
    worth: str
    stay: str
    go: str
    move: m.WalkOut
    why_not: str


def stepping_out(view: SeatView, lang: str) -> tuple[Choice, ...]:
    """The four purposes and the executives; ids are the purposes' and `executives`.

    The executives are called from outside (R38), so that choice leaves to consult.
    """
    text = catalogue("table", lang)
    out = [
        choice_of(
            view,
            lang,
            id=purpose.value,
            label=text.text(f"leave.{purpose.value}"),
            move=m.Leave(purpose),
            hint=_hint(view, purpose, lang),
        )
        for purpose in Purpose
    ]
    executives = choice_of(
        view,
        lang,
        id="executives",
        label=text.text("leave.executives"),
        move=m.Leave(Purpose.CONSULT),
        hint=text.text("leave.why.executives") if advised(view) else "",
    )
    if view.common.positions[view.brief.side].executives:
        spent = refusal_sentence(Refusal.EXECUTIVES_SPENT, None, view, lang)
        executives = Choice(executives.id, executives.label, None, spent)
    return (*out, executives)


def breaks_left(view: SeatView, lang: str) -> str:
    """How many breaks this side may still call: `2 breaks left`. Source: exercise.md R36."""
    left = max(0, BREAKS_A_SIDE - len(view.common.positions[view.brief.side].breaks))
    return catalogue("table", lang).text(
        "leave.left_one" if left == 1 else "leave.left", count=left
    )


def end_talks(view: SeatView, lang: str) -> EndTalks:
    """The words of both steps. Source: look.md, "End the talks…"."""
    text = catalogue("table", lang)
    refused = refusal(view, m.WalkOut())
    return EndTalks(
        label=text.text("end.label"),
        title=text.text("end.title"),
        text=text.text("end.text"),
        worth=text.text("end.worth", away=view.brief.walk_away),
        stay=text.text("end.stay"),
        go=text.text("end.go"),
        move=m.WalkOut(),
        why_not="" if refused is None else refusal_sentence(*refused, view, lang),
    )


def _hint(view: SeatView, purpose: Purpose, lang: str) -> str:
    """Why the break would be proper, or why not; while hints are given (R35)."""
    if not advised(view):
        return ""
    return catalogue("table", lang).text(f"leave.why.{_why(view, purpose)}")


def _why(view: SeatView, purpose: Purpose) -> str:
    if not is_proper_leave(view, purpose):
        return f"{purpose.value}_not"
    deadlocked = view.common.turn.deadlocked
    if purpose is Purpose.CONSULT and not deadlocked:
        talk = view.common.talk[view.brief.side]
        if step_needs_authority(view):
            return "consult_step"
        if demand_needs_authority(view, talk.demanded | talk.fresh):
            return "consult_demand"
    if deadlocked and purpose in (Purpose.CONSULT, Purpose.GAIN_TIME):
        return "deadlock"
    return purpose.value
