"""The goal in view: one's own points if signed now, what is hoped for, and how they behave.

Points come from one's own marks alone, and nothing is said of them at exam. The posture is
one word made of public moves, at first and guided levels only. Source: exercise.md R23,
R43-R45; look.md.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.concession import hardness, room
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import Hardness
from negosim.engine.yardstick import par
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view, mark_names
from negosim.present.choices import advised, silent
from negosim.present.standing import Kind, reach


class Posture(StrEnum):
    """How the other side has been of late, lightest first."""

    MOVING = "moving"
    RESERVED = "reserved"
    FIRM = "firm"
    HARD = "hard"
    STUCK = "stuck"


@record(frozen=True, slots=True)
class Goal:
    """`points_now`: what signing now would score, None where it cannot be signed and at exam.

    `label` goes under that figure, `text` says the same as a sentence; `hoped` is the
    director's hope (the own par), `no_deal` the walk-away points, both as figures and in
    `aim`. At exam every field is empty or None. `posture` and its word and sentence are
    None and empty at course and exam.
    """

    points_now: int | None
    label: str
    text: str
    hoped: int | None
    no_deal: int | None
    aim: str
    posture: Posture | None
    posture_word: str
    posture_text: str


def goal(view: SeatView, lang: str) -> Goal:
    """What a seat is after and where it stands. Source: look.md, "Goal in view"."""
    found = posture(view) if advised(view) else None
    word = "" if found is None else catalogue("table", lang).text(f"posture.{found.value}")
    said = "" if found is None else _posture_text(view, found, lang)
    if silent(view):
        return Goal(None, "", "", None, None, "", found, word, said)
    text = catalogue("table", lang)
    in_reach = reach(view)
    key, now = _KEYS[in_reach.kind], in_reach.points
    listed = lexicon_of_view(view, lang).names(in_reach.beyond)
    hoped, away = par(view.brief.yardsticks), view.brief.walk_away
    return Goal(
        points_now=now,
        label=text.text(f"goal.label.{key}"),
        text=text.text(
            f"goal.{key}",
            points=now or 0,
            issues=listed,
            limit=mark_names(view.brief.side, lang)["floor"],
        ),
        hoped=hoped,
        no_deal=away,
        aim=text.text("goal.aim", hoped=hoped, away=away),
        posture=found,
        posture_word=word,
        posture_text=said,
    )


def posture(view: SeatView) -> Posture:
    """From their last three closing moves (R23) and whether the talks are stuck (R37)."""
    if view.common.turn.deadlocked:
        return Posture.STUCK
    position = view.common.positions[view.brief.side.other]
    match hardness(position.closes):
        case Hardness.HARD:
            return Posture.HARD
        case Hardness.FIRM:
            return Posture.FIRM
        case Hardness.SOFT:
            moved = bool(position.closes) and position.still == 0 and position.offers > 1
            return Posture.MOVING if moved else Posture.RESERVED


_KEYS = {
    Kind.AGREED: "agreed",
    Kind.WHOLE: "signed",
    Kind.BEYOND: "beyond",
    Kind.PARTLY: "so_far",
}


def _posture_text(view: SeatView, found: Posture, lang: str) -> str:
    """What they did of late, and how much of a planned step fits that (R23); of a deadlock
    what leads out of it, which no step does (R37)."""
    text = catalogue("table", lang)
    if found is Posture.STUCK:
        return text.text("posture.text.stuck")
    hard = hardness(view.common.positions[view.brief.side.other].closes)
    share = room(100, hard, view.brief.harder_means)
    said = text.text(f"posture.text.{found.value}")
    fits = text.text("posture.fits_all" if share == 100 else "posture.fits", share=share)
    return f"{said}{'' if lang == 'zh' else ' '}{fits}"
