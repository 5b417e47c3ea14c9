"""The record at the table as a page: each issue's state and what can be done about it.

What is agreed, who has written it, who holds the pen, what the contract still lacks; the
choices themselves are in `paper_choices`, the sheet in `contract`. Source: exercise.md
R39-R41.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Line
from negosim.engine.legality import refusal
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import LineState
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.language.typography import capital
from negosim.language.values import value_text
from negosim.present.choices import Choice, Group
from negosim.present.paper_choices import (
    lines_group,
    own_lines_group,
    reopening_group,
    sheet_group,
    write_group,
)


class Written(StrEnum):
    """How far an issue has come on its way to the contract."""

    OPEN = "open"
    AGREED = "agreed"
    OURS = "ours"
    THEIRS = "theirs"
    CONFIRMED = "confirmed"


@record(frozen=True, slots=True)
class Row:
    """One issue of the record, or with `issue` None a benefit.

    `value` is empty while nothing is agreed or proposed; `line` the number of its line,
    None while it is on none; `note` what else there is to know, such as a wish to reopen.
    """

    issue: int | None
    name: str
    value: str
    state: Written
    said: str
    line: int | None
    note: str = ""


@record(frozen=True, slots=True)
class Paper:
    """The record as a page. `pen` says who holds it, `missing` what the contract still
    lacks (empty: every issue is on record); `groups` are what can be done."""

    rows: tuple[Row, ...]
    pen: str
    missing: str
    groups: tuple[Group, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All that can be done, group by group; ids are unique over all of them."""
        return tuple(choice for group in self.groups for choice in group.choices)


def nothing_missing(view: SeatView) -> bool:
    """Whether every issue is on the confirmed record and no sheet lies on the table yet.

    Then writing down leads to the contract. Source: look.md, verb 4.
    """
    record_ = view.common.record
    confirmed = agreement.confirmed(record_, len(view.brief.issues))
    return record_.sheet is None and agreement.is_complete(confirmed)


def writing(view: SeatView, lang: str) -> Paper:
    """The page as it stands for this seat."""
    groups = (
        write_group(view, lang),
        lines_group(view, lang),
        own_lines_group(view, lang),
        reopening_group(view, lang),
        sheet_group(view, lang),
    )
    return Paper(
        rows=_rows(view, lang),
        pen=_pen(view, lang),
        missing=_missing(view, lang),
        groups=tuple(group for group in groups if group.choices),
    )


# -- the rows ------------------------------------------------------------------------------


def _rows(view: SeatView, lang: str) -> tuple[Row, ...]:
    words = lexicon_of_view(view, lang)
    count = len(words.issues)
    rows = [_issue_row(view, words, number) for number in range(count)]
    rows += [
        _benefit_row(view, words, number)
        for number in range(len(words.benefits))
        if _benefit_state(view, number)[0] is not Written.OPEN
    ]
    return tuple(rows)


def _issue_row(view: SeatView, words: Lexicon, number: int) -> Row:
    record_ = view.common.record
    tick: int | None = None
    state, line = Written.OPEN, None
    for each in record_.lines:
        named = each.deal.terms[number]
        if named is not None and each.state in agreement.OPEN_STATES:
            tick, line, state = named, each, _state_of(view, each)
    if line is None:
        for draft in record_.drafts:
            if (named := draft.terms[number]) is not None:
                tick, state = named, Written.AGREED
    value = "" if tick is None else value_text(words.issues[number], tick, words.lang)
    return Row(
        issue=number,
        name=words.issue(number, starts=True),
        value=value,
        state=state,
        said=_said(words.lang, state),
        line=None if line is None else line.number,
        note=_reopening_note(view, line, words.lang),
    )


def _benefit_row(view: SeatView, words: Lexicon, number: int) -> Row:
    state, line = _benefit_state(view, number)
    return Row(
        issue=None,
        name=capital(words.benefits[number].text.in_(words.lang)),
        value="",
        state=state,
        said=_said(words.lang, state),
        line=None if line is None else line.number,
        note=_reopening_note(view, line, words.lang),
    )


def _benefit_state(view: SeatView, number: int) -> tuple[Written, Line | None]:
    for line in view.common.record.lines:
        if number in line.deal.benefits and line.state in agreement.OPEN_STATES:
            return _state_of(view, line), line
    drafted = any(number in draft.benefits for draft in view.common.record.drafts)
    return (Written.AGREED if drafted else Written.OPEN), None


def _state_of(view: SeatView, line: Line) -> Written:
    if line.state is LineState.CONFIRMED:
        return Written.CONFIRMED
    return Written.OURS if line.by is view.brief.side else Written.THEIRS


def _said(lang: str, state: Written) -> str:
    return catalogue("table", lang).text(f"write.state.{state.value}")


def _reopening_note(view: SeatView, line: Line | None, lang: str) -> str:
    if line is None or line.reopen_by is None or line.state is not LineState.CONFIRMED:
        return ""
    key = "ours" if line.reopen_by is view.brief.side else "theirs"
    return catalogue("table", lang).text(f"write.reopen_{key}")


def _pen(view: SeatView, lang: str) -> str:
    """Who holds the pen, and whether it can be taken now. Source: exercise.md R39."""
    pen = view.common.record.pen
    text = catalogue("table", lang)
    if pen is None:
        return text.text("write.pen_free")
    if pen is view.brief.side:
        return text.text("write.pen_ours")
    held = refusal(view, m.ClaimPen())
    return text.text("write.pen_theirs" if held else "write.pen_loose")


def _missing(view: SeatView, lang: str) -> str:
    """What stands between the record and a contract: first what is not agreed, then what is
    not confirmed."""
    count = len(view.brief.issues)
    words = lexicon_of_view(view, lang)
    agreed = agreement.agreed(view.common.record, count)
    confirmed = agreement.confirmed(view.common.record, count)
    not_agreed = tuple(n for n in range(count) if agreed[n] is None)
    unconfirmed = tuple(n for n in range(count) if agreed[n] is not None and confirmed[n] is None)
    text = catalogue("table", lang)
    parts = []
    if not_agreed:
        parts.append(text.text("write.missing_terms", issues=words.names(not_agreed)))
    if unconfirmed:
        parts.append(text.text("write.missing_lines", issues=words.names(unconfirmed)))
    return ("" if lang == "zh" else " ").join(parts)
