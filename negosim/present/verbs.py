"""The five verbs of the bar: what each costs, why it cannot be used, whose hat it needs.

Which moves a verb stands for is said here once; what is chosen under a verb is in the
modules of its name. Source: look.md; exercise.md R11-R14.
"""

from __future__ import annotations

from collections.abc import Callable

from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.issue import no_terms
from negosim.engine.judging import team
from negosim.engine.legality import kind_refusal
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, Purpose, QuestionForm, Role
from negosim.language.catalogue import catalogue
from negosim.language.refusals import refusal_sentence
from negosim.present.choices import cost_text

ASK, OFFER, REPLY, WRITE, STEP_OUT = "ask", "offer", "reply", "write", "step_out"

MOVES: dict[str, tuple[type[m.Move], ...]] = {
    ASK: (m.Ask,),
    OFFER: (m.Offer,),
    REPLY: (
        m.NotYet,
        m.Argue,
        m.Tell,
        m.Goodwill,
        m.Answer,
        m.Prefer,
        m.Withdraw,
        m.HandOver,
        m.Unsay,
    ),
    WRITE: (
        m.Propose,
        m.Confirm,
        m.Refuse,
        m.Strike,
        m.Reopen,
        m.ClaimPen,
        m.Draw,
        m.Sign,
        m.Tear,
    ),
    STEP_OUT: (m.Leave, m.WalkOut),
}
"""The moves behind each verb; the first of them says why the verb cannot be used."""


@record(frozen=True, slots=True)
class Verb:
    """`cost`: table time of its usual move, empty where it takes none. `why_not`: a sentence
    when nothing under the verb can be done now, else empty. `badge`: a count to notice, or
    empty. `owner`: in a team the seat whose hat the verb wants, empty when it is one's own.
    """

    id: str
    label: str
    hotkey: str
    icon: str
    cost: str
    why_not: str
    badge: str
    owner: str


def verbs(view: SeatView, lang: str) -> tuple[Verb, ...]:
    """The five verbs in the order of the bar. Source: look.md."""
    return tuple(
        Verb(
            id=id,
            label=catalogue("table", lang).text(f"verb.{id}"),
            hotkey=str(place),
            icon="leave" if id == STEP_OUT else id,
            cost=_cost(view, id, lang),
            why_not=_why_not(view, id, lang),
            badge=_badge(view, id),
            owner=_owner(view, id),
        )
        for place, id in enumerate(MOVES, start=1)
    )


def _cost(view: SeatView, id: str, lang: str) -> str:
    """The table time of the verb's usual move (R16)."""
    blank = no_terms(len(view.brief.issues))
    usual: dict[str, m.Move] = {
        ASK: m.Ask(QuestionForm.OPEN),
        OFFER: m.Offer(blank, blank),
        REPLY: m.Answer(AnswerKind.EVASIVE) if _asked(view) else m.NotYet(),
        WRITE: m.Propose(),
        STEP_OUT: m.Leave(Purpose.CONSULT),
    }
    return cost_text(view, usual[id], lang)


def _why_not(view: SeatView, id: str, lang: str) -> str:
    refused = [kind_refusal(view, kind) for kind in MOVES[id]]
    first = refused[0]
    if first is None or None in refused:
        return ""
    return refusal_sentence(first, None, view, lang)


def _badge(view: SeatView, id: str) -> str:
    """On writing: how many issues and benefits are agreed and on no line yet (R39)."""
    if id != WRITE:
        return ""
    unwritten = sum(
        len(draft.benefits) + sum(tick is not None for tick in draft.terms)
        for draft in view.common.record.drafts
    )
    return str(unwritten) if unwritten else ""


# -- hats ---------------------------------------------------------------------------


def _owner(view: SeatView, id: str) -> str:
    """The seat of one's own side that the verb belongs to, where that is another's."""
    mine = team(view)
    if mine is None:
        return ""
    fits = _FITS[_hat(view, id)]
    if fits(mine):
        return ""
    seats = (seat for seat in view.common.setup.seats if seat.side is view.brief.side)
    return next((seat.name for seat in seats if fits(seat)), "")


def _hat(view: SeatView, id: str) -> str:
    """Which hat: the coordinator answers and eases deadlocks (R12, R14); the decision-maker
    leaves the table (R14); offers come from owners (R13); anyone else may speak (R11)."""
    match id:
        case "offer":
            return "owner"
        case "write":
            return "recorder"
        case "step_out":
            return "decision_maker"
        case "reply" if _asked(view) or view.common.turn.deadlocked:
            return "coordinator"
        case _:
            return "speaker"


def _speaks(seat: Seat) -> bool:
    return seat.has(Role.NEGOTIATOR) or seat.has(Role.COORDINATOR)


_FITS: dict[str, Callable[[Seat], bool]] = {
    "owner": lambda seat: bool(seat.issues),
    "recorder": lambda seat: seat.has(Role.RECORDER),
    "decision_maker": lambda seat: seat.has(Role.DECISION_MAKER),
    "coordinator": lambda seat: seat.has(Role.COORDINATOR),
    "speaker": _speaks,
}


def _asked(view: SeatView) -> bool:
    question = view.common.turn.question
    return question is not None and question.by is not view.brief.side
