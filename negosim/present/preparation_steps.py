"""The concession sheet of one issue in words: sizes, where they lead, what they tell.

Sizes are moved here in sensible strides and never past one's own limit; whether they
are wise is said, not forced. Source: exercise.md R8, R26-R29.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from negosim.engine.issue import Issue
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import mark_names
from negosim.language.typography import capital
from negosim.language.values import issue_name, joined, number_text
from negosim.present.choices import silent
from negosim.present.preparation import STEPS, Draft
from negosim.present.preparation_bands import title_of
from negosim.present.staircase_shape import (
    StaircaseShape,
    staircase_shape,
    told_by,
    told_text,
)
from negosim.present.stops import stride

COARSE_FROM = 4
"""Sizes from so many strides on move by a whole stride, smaller ones by a fine one."""
FINE = 4
"""A fine stride is at most this part of the ordinary one."""


@record(frozen=True, slots=True)
class StepRow:
    """One row of the sheet. `less`/`more`: whether the size can go that way."""

    place: int
    name: str
    size: str
    to: str
    exchange: str
    reason: str
    less: bool
    more: bool


class Mood(StrEnum):
    """What a sentence on the steps is: praise, something to know, something to look at again."""

    FINE = "fine"
    NOTE = "note"
    WARN = "warn"


@record(frozen=True, slots=True)
class Verdict:
    """A sentence on the steps."""

    text: str
    mood: Mood


@record(frozen=True, slots=True)
class StepSheet:
    """The concession sheet of one issue, ready to be laid out."""

    issue: int
    title: str
    rows: tuple[StepRow, ...]
    shape: StaircaseShape
    verdicts: tuple[Verdict, ...]


def step_sheet(draft: Draft, view: SeatView, issue: int, lang: str) -> StepSheet:
    """The sheet of a numeric issue as the draft has it; no verdicts at exam (R30)."""
    thing, marks = view.brief.issues[issue], view.brief.marks[issue]
    sign, floor = view.brief.yardsticks[issue].sign, view.own.floors[issue]
    sizes = draft.sizes(issue)
    told = told_by(sizes, start=marks.quote, sign=sign, marks=marks, floor=floor)
    quiet = silent(view)
    return StepSheet(
        issue=issue,
        title=title_of(thing, lang),
        rows=_rows(draft, view, issue, lang),
        shape=staircase_shape(
            thing,
            sizes,
            lang,
            start=marks.quote,
            sign=sign,
            marks=marks,
            floor=floor,
            told=None if quiet else told,
            places=STEPS,
        ),
        verdicts=() if quiet else _verdicts(draft, view, issue, lang),
    )


def resized(draft: Draft, view: SeatView, issue: int, place: int, *, more: bool) -> int:
    """The size, in ticks, that a press on + or - gives a step."""
    thing, marks = view.brief.issues[issue], view.brief.marks[issue]
    size = draft.steps(issue)[place].size
    ordinary = stride(thing, marks)
    coarse = size >= COARSE_FROM * ordinary if more else size > COARSE_FROM * ordinary
    step = ordinary if coarse else _fine(ordinary)
    turned = (size // step + 1) * step if more else (-(-size // step) - 1) * step
    return min(max(turned, 0), size + _room(draft, view, issue))


def size_at(draft: Draft, view: SeatView, issue: int, place: int, tick: int) -> int:
    """The size that lets a step end at `tick`, in whole fine strides, or as near as it may."""
    thing, marks = view.brief.issues[issue], view.brief.marks[issue]
    sign = view.brief.yardsticks[issue].sign
    before = sum(step.size for step in draft.steps(issue)[:place])
    fine = _fine(stride(thing, marks))
    wanted = sign * (marks.quote - tick) - before
    most = draft.steps(issue)[place].size + _room(draft, view, issue)
    return min(max(round(wanted / fine) * fine, 0), most)


def ladders_line(view: SeatView, lang: str) -> str:
    """Which issues need no sheet because they go option by option; empty when none does."""
    names = [issue_name(issue, lang) for issue in view.brief.issues if issue.is_ladder]
    if not names:
        return ""
    return catalogue("preparation", lang).text("steps.ladders", issues=joined(names, lang))


def _fine(ordinary: int) -> int:
    most, size = max(1, ordinary // FINE), 1
    while size * 10 <= most:
        size *= 10
    return next(size * times for times in (5, 2, 1) if size * times <= most)


def _room(draft: Draft, view: SeatView, issue: int) -> int:
    """Ticks between where the steps end and one's own limit."""
    marks, floor = view.brief.marks[issue], view.own.floors[issue]
    return max(0, abs(marks.quote - floor) - sum(draft.sizes(issue)))


def _rows(draft: Draft, view: SeatView, issue: int, lang: str) -> tuple[StepRow, ...]:
    words = catalogue("preparation", lang)
    thing = view.brief.issues[issue]
    sign, at = view.brief.yardsticks[issue].sign, view.brief.marks[issue].quote
    room = _room(draft, view, issue)
    rows = []
    for place, step in enumerate(draft.steps(issue)):
        at -= sign * step.size
        none = words.text("steps.none")
        rows.append(
            StepRow(
                place=place,
                name=words.text("steps.step", number=place + 1),
                size=number_text(step.size * thing.step) if step.size else none,
                to=words.text("steps.to", value=number_text(thing.value(at))) if step.size else "",
                exchange=step.exchange,
                reason=step.reason,
                less=step.size > 0,
                more=room > 0,
            )
        )
    return tuple(rows)


def _verdicts(draft: Draft, view: SeatView, issue: int, lang: str) -> tuple[Verdict, ...]:
    sizes = draft.sizes(issue)
    if not sizes:
        return (Verdict(catalogue("preparation", lang).text("verdict.no_steps"), Mood.WARN),)
    return (
        _shrinks(view.brief.issues[issue], sizes, lang),
        *_tells(view, issue, sizes, lang),
        _ends(view, issue, sizes, lang),
        *_asks(draft, view, issue, lang),
    )


def _shrinks(issue: Issue, sizes: tuple[int, ...], lang: str) -> Verdict:
    words = catalogue("preparation", lang)
    listed = words.text("list.then").join(number_text(size * issue.step) for size in sizes)
    if len(sizes) == 1:
        return Verdict(words.text("verdict.one", size=listed), Mood.NOTE)
    for place, (before, after) in enumerate(pairwise(sizes), start=2):
        if after >= before:
            return Verdict(words.text("verdict.level", sizes=listed, number=place), Mood.WARN)
    return Verdict(words.text("verdict.shrinks", sizes=listed), Mood.FINE)


def _tells(view: SeatView, issue: int, sizes: tuple[int, ...], lang: str) -> tuple[Verdict, ...]:
    """What the last two steps tell the other side; nothing is told by one."""
    if len(sizes) < 2:
        return ()
    words = catalogue("preparation", lang)
    thing, marks = view.brief.issues[issue], view.brief.marks[issue]
    sign, floor = view.brief.yardsticks[issue].sign, view.own.floors[issue]
    told = told_by(sizes, start=marks.quote, sign=sign, marks=marks, floor=floor)
    names = mark_names(view.brief.side, lang)
    if told is None:
        return (Verdict(words.text("verdict.tells_nothing"), Mood.WARN),)
    if not thing.allows(round(told.limit)):
        return (Verdict(words.text("verdict.tells_no_end"), Mood.NOTE),)
    if told.floor_inside:
        key, mood = "verdict.tells_limit", Mood.WARN
    elif sign * told.limit < sign * floor:
        key, mood = "verdict.tells_more", Mood.NOTE
    else:
        key, mood = "verdict.tells", Mood.FINE
    text = words.text(
        key,
        told=told_text(thing, told),
        limit=names["floor"],
        value=number_text(thing.value(floor)),
    )
    return (Verdict(text, mood),)


def _ends(view: SeatView, issue: int, sizes: tuple[int, ...], lang: str) -> Verdict:
    """Where the steps lead, beside the target."""
    words = catalogue("preparation", lang)
    thing, marks = view.brief.issues[issue], view.brief.marks[issue]
    names = mark_names(view.brief.side, lang)
    past = sum(sizes) - abs(marks.quote - marks.target)
    sign = view.brief.yardsticks[issue].sign
    key = "verdict.ends_at" if past == 0 else "verdict.ends_short"
    if past > 0:
        key = "verdict.ends_past"
    text = words.text(
        key,
        value=number_text(thing.value(marks.quote - sign * sum(sizes))),
        target=names["target"],
        gap=number_text(abs(past) * thing.step),
    )
    return Verdict(capital(text), Mood.NOTE if past else Mood.FINE)


def _asks(draft: Draft, view: SeatView, issue: int, lang: str) -> tuple[Verdict, ...]:
    """From which step on the director must be asked. Source: exercise.md R24."""
    thing, marks = view.brief.issues[issue], view.brief.marks[issue]
    authority = draft.authority(view, issue)
    reach = abs(marks.quote - authority)
    words = catalogue("preparation", lang)
    total = 0
    for place, step in enumerate(draft.steps(issue), start=1):
        total += step.size
        if total > reach:
            value = number_text(thing.value(authority))
            return (Verdict(words.text("verdict.asks", number=place, value=value), Mood.NOTE),)
    return ()
