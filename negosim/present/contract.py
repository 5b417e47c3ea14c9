"""The contract sheet as one page: clauses beside the record, who has signed, what to heed.

A sheet on the table is read as it lies there, else the draft (`sheet_draft`) is shown. Only
the seat's own view is read, so a warning speaks of one's own limit, authority and team
alone. Source: exercise.md R39-R41, R44.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import agreement
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.common import Sheet
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Ending
from negosim.engine.yardstick import points
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.language.refusals import objectors
from negosim.language.typography import capital
from negosim.language.values import clock_text, joined, point_text
from negosim.present.cautions import cautions
from negosim.present.choices import Choice, choice_of, silent
from negosim.present.clauses import Clause, Extra, clauses_of, difference, extras_of
from negosim.present.sheet_draft import SheetDraft

MOST_NAMED = 3
"""Missing issues are named up to so many; more are counted."""


class Stage(StrEnum):
    """How far the paper has come, as the seat sees it."""

    DRAFT = "draft"  # nothing lies on the table
    OPEN = "open"  # it waits for one's own signature
    SIGNED = "signed"  # one's own side has signed, the other has not
    SEALED = "sealed"  # both have signed


@record(frozen=True, slots=True)
class SheetPage:
    """The whole sheet. `signed_at`: on the clock of the talks, empty where there is none."""

    stage: Stage
    title: str
    subject: str
    parties: BySide[str]
    drawn: str
    clauses: tuple[Clause, ...]
    extras: tuple[Extra, ...]
    worth: str
    difference: str
    warnings: tuple[str, ...]
    signed: BySide[bool]
    signed_at: BySide[str]


def stage_of(view: SeatView) -> Stage:
    """Where the paper stands."""
    outcome = view.common.outcome
    if outcome is not None and outcome.ending is Ending.SIGNED:
        return Stage.SEALED
    sheet = view.common.record.sheet
    if sheet is None:
        return Stage.DRAFT
    return Stage.SIGNED if sheet.signed[view.brief.side] else Stage.OPEN


def sheet_page(
    view: SeatView, heard: tuple[SeatEvent, ...], draft: SheetDraft, lang: str
) -> SheetPage:
    """The page of the sheet on the table, or of the draft where none lies there."""
    text = catalogue("contract", lang)
    brief = view.brief
    stage = stage_of(view)
    sheet = view.common.record.sheet
    terms: Terms = draft.terms(view) if sheet is None else sheet.terms
    benefits = draft.benefits(view) if sheet is None else sheet.benefits
    clauses = clauses_of(view, terms, draft if sheet is None else None, lang)
    extras = extras_of(view, benefits, lang, all_of_them=sheet is None and draft.free)
    worth = ""
    if not silent(view):
        worth = text.text("worth", points=points(brief.yardsticks, terms), away=brief.walk_away)
    return SheetPage(
        stage=stage,
        title=text.text("title"),
        subject=brief.words.title.in_(lang),
        parties=BySide(*(_party(view, side, lang) for side in SIDES)),
        drawn=_drawn(view, sheet, lang),
        clauses=clauses,
        extras=extras,
        worth=worth,
        difference=difference(clauses, extras, lang, drafted=sheet is None),
        warnings=_warnings(view, terms, stage, draft, lang),
        signed=BySide(False, False) if sheet is None else sheet.signed,
        signed_at=BySide(*(_signed_at(view, heard, side) for side in SIDES)),
    )


def actions(view: SeatView, draft: SheetDraft, lang: str) -> tuple[Choice, ...]:
    """What may be done with the paper: `draw` and, where it may be had, `pen`; or `sign`, `tear`.

    None once it is sealed; a refused one says why.
    """
    text = catalogue("contract", lang)

    def choice(id: str, move: m.Move) -> Choice:
        return choice_of(view, lang, id=id, label=text.text(f"buttons.{id}"), move=move)

    match stage_of(view):
        case Stage.DRAFT:
            pen = choice("pen", m.ClaimPen())
            theirs = view.common.record.pen is view.brief.side.other
            return (choice("draw", draft.move(view)), *((pen,) if theirs else ()))
        case Stage.OPEN:
            return (choice("sign", m.Sign()), choice("tear", m.Tear()))
        case Stage.SIGNED:
            return (choice("tear", m.Tear()),)
        case Stage.SEALED:
            return ()


def hint(view: SeatView, lang: str) -> str:
    """One sentence on what the paper waits for."""
    text = catalogue("contract", lang)
    stage = stage_of(view)
    if stage is Stage.DRAFT:
        agreed = agreement.agreed(view.common.record, len(view.brief.issues))
        missing = tuple(number for number, tick in enumerate(agreed) if tick is None)
        if len(missing) > MOST_NAMED:
            return text.text("hint.many", count=len(missing))
        if missing:
            listed = lexicon_of_view(view, lang).listed(missing)
            return text.text("hint.missing", issues=listed)
    return text.text(f"hint.{stage.value}")


def guess_reminder(view: SeatView, lang: str) -> str:
    """Why the guess should be locked now (R32); empty once it is, or once the talks are over."""
    if view.own.guess or view.common.outcome is not None:
        return ""
    return catalogue("contract", lang).text("guess.before")


def _party(view: SeatView, side: Side, lang: str) -> str:
    """A party's name, else what its side is called."""
    named = view.brief.words.parties[side].in_(lang)
    return named or catalogue("contract", lang).text(f"side.{side.word}")


def _drawn(view: SeatView, sheet: Sheet | None, lang: str) -> str:
    text = catalogue("contract", lang)
    if sheet is None:
        return text.text("drawn.draft")
    return text.text("drawn.by", who=lexicon_of_view(view, lang).label(sheet.by))


def _warnings(
    view: SeatView, terms: Terms, stage: Stage, draft: SheetDraft, lang: str
) -> tuple[str, ...]:
    """What stands against one's own signature, or will: limit, authority, own team (R24)."""
    if stage in (Stage.SIGNED, Stage.SEALED):
        return ()
    text = catalogue("contract", lang)
    beyond: dict[str, list[str]] = {"limit": [], "authority": []}
    vetoes = []
    for number, tick in enumerate(terms):
        if tick is None:
            continue
        value = point_text(view.brief.issues[number], tick, lang)
        sign = view.brief.yardsticks[number].sign
        if sign * (tick - view.own.floors[number]) < 0:
            beyond["limit"].append(value)
        elif sign * (tick - view.own.authority[number]) < 0:
            beyond["authority"].append(value)
        vetoes += [
            text.text("warn.veto", name=name.in_(lang), value=value)
            for name in objectors(view, number, tick)
        ]
    out = [
        capital(text.text(f"warn.{key}", values=joined(values, lang)))
        for key, values in beyond.items()
        if values
    ]
    if stage is Stage.DRAFT:
        # These speak of the vetoes, and of the time that a sheet takes.
        return (*cautions(view, draft.move(view), lang), *out)
    return (*out, *vetoes)


def _signed_at(view: SeatView, heard: tuple[SeatEvent, ...], side: Side) -> str:
    """When a side signed the sheet that lies there, on the clock of the talks."""
    sheet = view.common.record.sheet
    if sheet is None or not sheet.signed[side] or view.common.setup.clock is ClockKind.NONE:
        return ""
    words = lexicon_of_view(view, "en")
    for each in reversed(heard):
        if isinstance(each.event, e.SheetSigned) and words.side(each.event.seat) is side:
            return clock_text(each.event.at_ms)
    return ""
