"""Everything that can be done on paper: write, confirm, refuse, strike, reopen, sign, tear.

In groups of choices, each with its reason where the engine refuses it; the page they stand
on is `writing`. Source: exercise.md R39-R41.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Line
from negosim.engine.state import SeatView
from negosim.engine.words import LineState
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.present.choices import Choice, Group, choice_of, silent


def lines_group(view: SeatView, lang: str) -> Group:
    """Their lines that wait: all in one gesture, and each by itself where there are several."""
    waiting = agreement.proposed_by_other(view.common.record, view.brief.side)
    text = catalogue("table", lang)
    out: list[Choice] = []
    if waiting:
        unagreed = any(not line.agreed for line in waiting) and not silent(view)
        hint = text.text("write.not_agreed") if unagreed else ""
        many = "all" if len(waiting) > 1 else "one"
        out = [
            choice_of(
                view,
                lang,
                id="confirm",
                label=text.text(f"write.confirm_{many}"),
                move=m.Confirm(),
                hint=hint,
            ),
            choice_of(
                view,
                lang,
                id="refuse",
                label=text.text(f"write.refuse_{many}"),
                move=m.Refuse(),
            ),
        ]
    if len(waiting) > 1:
        for line in waiting:
            out += _each_line(view, line, lang)
    return Group("lines", _lines_title(view, waiting, lang), tuple(out))


def reopening_group(view: SeatView, lang: str) -> Group:
    """Confirmed lines to be reopened; one that they ask for says so. Source: exercise.md R40."""
    text = catalogue("table", lang)
    asked = agreement.reopening_asked(view.common.record, view.brief.side.other)
    lines = [line for line in view.common.record.lines if line.state is LineState.CONFIRMED]
    return Group(
        "reopen",
        text.text("write.group.reopen"),
        tuple(
            choice_of(
                view,
                lang,
                id=f"reopen:{line.number}",
                label=text.text(
                    "write.reopen_too" if line in asked else "write.reopen",
                    number=line.number,
                    deal=_deal(view, line, lang),
                ),
                move=m.Reopen(line.number),
            )
            for line in sorted(lines, key=lambda line: line not in asked)
        ),
    )


def sheet_group(view: SeatView, lang: str) -> Group:
    """Draw the sheet up, or sign or tear the one that lies there. Source: exercise.md R41."""
    text = catalogue("table", lang)
    sheet = view.common.record.sheet
    if sheet is None:
        draw = choice_of(view, lang, id="draw", label=text.text("write.draw"), move=m.Draw())
        return Group("sheet", text.text("write.group.sheet"), (draw,))
    out = [choice_of(view, lang, id="tear", label=text.text("write.tear"), move=m.Tear())]
    if not sheet.signed[view.brief.side]:
        sign = choice_of(view, lang, id="sign", label=text.text("write.sign"), move=m.Sign())
        out.insert(0, sign)
    return Group("sheet", text.text("write.group.sheet"), tuple(out))


def write_group(view: SeatView, lang: str) -> Group:
    """All that is agreed in one gesture, or one agreed point at a time; and the pen."""
    text = catalogue("table", lang)
    words = lexicon_of_view(view, lang)
    drafts = view.common.record.drafts
    out = [
        choice_of(
            view,
            lang,
            id="propose",
            label=text.text("write.propose", count=len(drafts)),
            move=m.Propose(),
        )
    ]
    if len(drafts) > 1:
        out += [
            choice_of(
                view,
                lang,
                id=f"propose:{place}",
                label=text.text("write.propose_one", deal=words.deal(draft.terms, draft.benefits)),
                move=m.Propose((draft,)),
            )
            for place, draft in enumerate(drafts)
        ]
    if view.common.record.pen is not view.brief.side:
        out.append(choice_of(view, lang, id="pen", label=text.text("write.pen"), move=m.ClaimPen()))
    return Group("write", text.text("write.group.write"), tuple(out))


def own_lines_group(view: SeatView, lang: str) -> Group:
    """Own lines that they have not answered yet, to be struck out."""
    text = catalogue("table", lang)
    own = agreement.proposed_by_other(view.common.record, view.brief.side.other)
    return Group(
        "own_lines",
        text.text("write.group.own_lines"),
        tuple(
            choice_of(
                view,
                lang,
                id=f"strike:{line.number}",
                label=text.text("write.strike", number=line.number, deal=_deal(view, line, lang)),
                move=m.Strike((line.number,)),
            )
            for line in own
        ),
    )


def _each_line(view: SeatView, line: Line, lang: str) -> list[Choice]:
    text = catalogue("table", lang)
    deal = _deal(view, line, lang)
    hint = "" if line.agreed or silent(view) else text.text("write.not_agreed")
    return [
        choice_of(
            view,
            lang,
            id=f"confirm:{line.number}",
            label=text.text("write.confirm_line", number=line.number, deal=deal),
            move=m.Confirm((line.number,)),
            hint=hint,
        ),
        choice_of(
            view,
            lang,
            id=f"refuse:{line.number}",
            label=text.text("write.refuse_line", number=line.number, deal=deal),
            move=m.Refuse((line.number,)),
        ),
    ]


def _lines_title(view: SeatView, waiting: tuple[Line, ...], lang: str) -> str:
    text = catalogue("table", lang)
    if not waiting:
        return text.text("write.group.lines")
    words = lexicon_of_view(view, lang)
    deals = [words.deal(line.deal.terms, line.deal.benefits) for line in waiting]
    listed = catalogue("talk", lang).text("list.comma").join(deals)
    return text.text("write.they_wrote", deals=listed)


def _deal(view: SeatView, line: Line, lang: str) -> str:
    return lexicon_of_view(view, lang).deal(line.deal.terms, line.deal.benefits)
