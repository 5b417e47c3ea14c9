"""What waits for this seat's answer now: a question, their lines, a sheet, two packages.

Each is a group whose title says what lies there; it may be left for later unless the match
waits for it. What can be said on one's own turn is in `asking`, `replying` and the others.
Source: exercise.md R20, R31, R33, R39-R41.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.issue import has_bit
from negosim.engine.state import SeatView
from negosim.engine.yardstick import points
from negosim.language import spoken
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.present.answering import answering, open_question
from negosim.present.choices import Group, silent
from negosim.present.paper_choices import lines_group, reopening_group, sheet_group
from negosim.present.replying import preferring


def reactions(view: SeatView, lang: str) -> tuple[Group, ...]:
    """The groups, what must be answered first; ids `question`, `sheet`, `lines`, `reopen`,
    `packages`."""
    groups = (
        _question(view, lang),
        _sheet(view, lang),
        lines_group(view, lang),
        _reopening(view, lang),
        _packages(view, lang),
    )
    return tuple(group for group in groups if group is not None and group.choices)


def _question(view: SeatView, lang: str) -> Group | None:
    question = open_question(view)
    if question is None:
        return None
    asked = spoken.question(lexicon_of_view(view, lang), m.Ask(question.form, question.issues))
    return Group("question", asked, answering(view, lang))


def _sheet(view: SeatView, lang: str) -> Group | None:
    """A sheet on the table: what it says, what is not on record, what it scores."""
    sheet = view.common.record.sheet
    if sheet is None or sheet.signed[view.brief.side]:
        return None
    words = lexicon_of_view(view, lang)
    text = catalogue("table", lang)
    off = tuple(n for n in range(len(sheet.terms)) if has_bit(sheet.off_record, n))
    parts = [text.text("react.sheet", deal=words.deal(sheet.terms, sheet.benefits))]
    if off:
        parts.append(text.text("react.off_record", issues=words.names(off)))
    if not silent(view):
        worth = points(view.brief.yardsticks, sheet.terms)
        parts.append(text.text("react.worth", points=worth, away=view.brief.walk_away))
    title = ("" if lang == "zh" else " ").join(parts)
    return Group("sheet", title, sheet_group(view, lang).choices)


def _reopening(view: SeatView, lang: str) -> Group | None:
    """Only the lines that they wish to reopen."""
    asked = agreement.reopening_asked(view.common.record, view.brief.side.other)
    if not asked:
        return None
    wanted = {f"reopen:{line.number}" for line in asked}
    group = reopening_group(view, lang)
    choices = tuple(choice for choice in group.choices if choice.id in wanted)
    return Group("reopen", catalogue("table", lang).text("react.reopen"), choices)


def _packages(view: SeatView, lang: str) -> Group:
    group = preferring(view, lang)
    return Group("packages", catalogue("table", lang).text("react.packages"), group.choices)
