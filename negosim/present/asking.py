"""The questions there are to ask; their form follows from what is marked on the tracks.

Nothing marked asks openly, one issue what is wanted there and why, two which comes
first, more what is wanted on them all. Answers are in `answering`. Source: exercise.md
R22, R31; look.md.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.issue import Order
from negosim.engine.state import SeatView
from negosim.engine.words import QuestionForm
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.present.choices import Choice, advised, choice_of

ENOUGH = 3
"""One more question than these since one's last movement is interrogating (R31)."""


def asking(
    view: SeatView, marked: tuple[int, ...], lang: str, *, board: Order = ()
) -> tuple[Choice, ...]:
    """The questions about what is marked, in the order it was marked.

    `board`: the guess of their priorities as it lies on the board, to be put to them as a
    summary; empty for none.
    """
    words = lexicon_of_view(view, lang)
    return tuple(
        choice_of(view, lang, id=id, label=label, move=move, hint=_hint(view, move.form, lang))
        for id, label, move in _questions(words, marked, board)
    )


Asked = tuple[str, str, m.Ask]


def _questions(words: Lexicon, marked: tuple[int, ...], board: Order) -> list[Asked]:
    text = catalogue("table", words.lang)
    if not marked:
        out = [("open", text.text("ask.open"), m.Ask(QuestionForm.OPEN))]
        if len(board) > 1:
            out.append(("board", text.text("ask.board"), _summary(board)))
        if len(board) > 2:
            out.append(("board_top", _checking(words, board[:2]), _summary(board[:2])))
        return out
    names = [words.issue(number) for number in marked]
    if len(marked) == 1:
        return [
            ("expectation", text.text("ask.expectation", a=names[0]), _expecting(marked)),
            ("causal", text.text("ask.causal", a=names[0]), m.Ask(QuestionForm.CAUSAL, marked)),
            ("leading", text.text("ask.leading", a=names[0]), m.Ask(QuestionForm.LEADING, marked)),
        ]
    if len(marked) == 2:
        back = marked[::-1]
        a, b = names
        return [
            (
                "exclusion",
                text.text("ask.exclusion", a=a, b=b),
                m.Ask(QuestionForm.EXCLUSION, marked),
            ),
            ("leading", text.text("ask.over", a=a, b=b), m.Ask(QuestionForm.LEADING, marked)),
            ("leading_back", text.text("ask.over", a=b, b=a), m.Ask(QuestionForm.LEADING, back)),
            ("summary", _checking(words, marked), _summary(marked)),
            ("summary_back", _checking(words, back), _summary(back)),
            ("expectation", text.text("ask.expectation_both"), _expecting(marked)),
        ]
    return [
        ("expectation", text.text("ask.expectation_all"), _expecting(marked)),
        ("summary", _checking(words, marked), _summary(marked)),
    ]


def _expecting(issues: tuple[int, ...]) -> m.Ask:
    return m.Ask(QuestionForm.EXPECTATION, issues)


def _summary(order: tuple[int, ...]) -> m.Ask:
    return m.Ask(QuestionForm.SUMMARISING, order)


def _checking(words: Lexicon, order: tuple[int, ...]) -> str:
    return catalogue("table", words.lang).text("ask.summary", order=words.ranked(order))


def _hint(view: SeatView, form: QuestionForm, lang: str) -> str:
    """What the form is good for; first that it is one question too many."""
    if not advised(view):
        return ""
    key = "enough" if view.common.talk[view.brief.side].since >= ENOUGH else form.value
    return catalogue("table", lang).text(f"ask.hint.{key}")
