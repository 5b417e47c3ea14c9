"""The clauses of a contract sheet beside what the record says of them.

A value that no confirmed line holds is marked, for both sides to see; what the mark is
worth to anybody is not judged here. Source: exercise.md R39, R41.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import agreement
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.language.catalogue import catalogue
from negosim.language.typography import capital
from negosim.language.values import issue_name, value_text
from negosim.present.choices import silent
from negosim.present.issue_icons import icon_for
from negosim.present.sheet_draft import SheetDraft


class Mark(StrEnum):
    """What the record says of a value on the sheet (R41)."""

    ON_RECORD = "on_record"
    AGREED = "agreed"  # agreed at the table, on no confirmed line
    DIFFERS = "differs"  # a confirmed line says another value
    NEW = "new"  # nobody has agreed to it
    LEFT_OUT = "left_out"  # a benefit on record that the sheet lacks


@record(frozen=True, slots=True)
class Clause:
    """One issue on the sheet.

    `on_record`: the value of the confirmed line, empty without one; `note`: what the mark
    means, in a few words, empty where sheet and record agree; `points`: what the value
    scores for oneself, empty at exam; `editable`: the draft may still choose, with `less`
    and `more` for smaller and larger amounts.
    """

    number: int
    name: str
    icon: str
    value: str
    on_record: str
    mark: Mark
    note: str
    points: str
    editable: bool
    less: bool
    more: bool


@record(frozen=True, slots=True)
class Extra:
    """A benefit on the sheet, on the record, or both; `chosen` while a draft may choose."""

    place: int
    text: str
    mark: Mark
    note: str
    chosen: bool


def clauses_of(
    view: SeatView, terms: Terms, draft: SheetDraft | None, lang: str
) -> tuple[Clause, ...]:
    count = len(terms)
    confirmed = agreement.confirmed(view.common.record, count)
    agreed = agreement.agreed(view.common.record, count)
    text = catalogue("contract", lang)
    unsaid = silent(view)
    out = []
    for number, (issue, yard) in enumerate(
        zip(view.brief.issues, view.brief.yardsticks, strict=True)
    ):
        tick = terms[number]
        if tick is None:
            # The engine draws no sheet with a gap; there is nothing to show of one.
            continue
        mark = _mark(tick, confirmed[number], agreed[number])
        line = confirmed[number]
        out.append(
            Clause(
                number=number,
                name=issue_name(issue, lang, starts=True),
                icon=icon_for(issue),
                value=value_text(issue, tick, lang),
                on_record="" if line is None else value_text(issue, line, lang),
                mark=mark,
                note="" if mark is Mark.ON_RECORD else text.text(f"mark.{mark.value}"),
                points="" if unsaid else str(yard.weight * yard.level(tick)),
                editable=draft is not None and draft.editable(view, number),
                less=draft is not None and draft.may_step(view, number, upward=False),
                more=draft is not None and draft.may_step(view, number, upward=True),
            )
        )
    return tuple(out)


def _mark(tick: int, confirmed: int | None, agreed: int | None) -> Mark:
    if confirmed is not None:
        return Mark.ON_RECORD if tick == confirmed else Mark.DIFFERS
    return Mark.AGREED if tick == agreed else Mark.NEW


def extras_of(
    view: SeatView, benefits: tuple[int, ...], lang: str, *, all_of_them: bool
) -> tuple[Extra, ...]:
    """The benefits of the sheet and of the record; all there are, while a draft may choose."""
    text = catalogue("contract", lang)
    on_lines = agreement.confirmed_benefits(view.common.record)
    agreed = agreement.agreed_benefits(view.common.record)
    out = []
    for place, benefit in enumerate(view.brief.benefits):
        on_sheet = place in benefits
        if not on_sheet and place not in on_lines and not all_of_them:
            continue
        if on_sheet:
            mark = Mark.ON_RECORD if place in on_lines else Mark.NEW
            if mark is Mark.NEW and place in agreed:
                mark = Mark.AGREED
        else:
            mark = Mark.LEFT_OUT if place in on_lines else Mark.ON_RECORD
        out.append(
            Extra(
                place=place,
                text=capital(benefit.text.in_(lang)),
                mark=mark,
                note="" if mark is Mark.ON_RECORD else text.text(f"mark.{mark.value}"),
                chosen=on_sheet,
            )
        )
    return tuple(out)


def difference(
    clauses: tuple[Clause, ...], extras: tuple[Extra, ...], lang: str, *, drafted: bool
) -> str:
    """Whether the sheet is the record, in one sentence; `drafted`: nobody else sees it yet."""
    text = catalogue("contract", lang)
    marks = [each.mark for each in clauses] + [each.mark for each in extras]
    marked = [mark for mark in marks if mark is not Mark.ON_RECORD]
    if not marked:
        return text.text("difference.none")
    if drafted:
        return text.text("difference.draft")
    return text.text("difference.one" if len(marked) == 1 else "difference.more", count=len(marked))
