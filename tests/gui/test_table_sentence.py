"""The sentence line: every word in its order, chips whole, nothing beyond the line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from screen import Screen

from negosim.gui.scene import Scene
from negosim.gui.scenes.table_sentence import SentenceLine
from negosim.gui.ui import Ui
from negosim.gui.widgets import Column, Widget
from negosim.present.composing import Piece

LINE = (
    Piece("If we get "),
    Piece("60%", locked=True),
    Piece(" paid at acceptance, we can do a "),
    Piece("price", locked=True),
    Piece(" of "),
    Piece("270 (10k yuan)", locked=True),
    Piece("."),
)


class Page(Scene):
    """A sentence of its own width and nothing else."""

    line: tuple[Piece, ...] = LINE
    width = 300.0

    def build(self, ui: Ui) -> Widget:
        sentence = SentenceLine(self.line)
        sentence.fixed_width = self.width
        return Column(sentence, align="start")


def plain(texts: list[str]) -> str:
    return "".join("".join(texts).split())


def shown(line: tuple[Piece, ...], width: float) -> Screen:
    Page.line, Page.width = line, width
    screen = Screen(Page)
    screen.check()
    return screen


def test_a_chip_is_kept_whole_and_goes_to_the_next_line_where_it_does_not_fit() -> None:
    screen = shown(LINE, 300)
    texts = screen.texts()
    assert "270 (10k yuan)" in texts
    assert plain(texts) == plain([piece.text for piece in LINE])
    assert len({label.box.centery for label in screen.labels()}) > 1


def test_a_chip_wider_than_a_line_goes_on_in_the_next() -> None:
    long = Piece("a value with a description of uncommon length", locked=True)
    assert plain(shown((long,), 160).texts()) == plain([long.text])


def test_a_space_at_the_end_of_a_line_takes_no_room() -> None:
    line = (Piece("。"), Piece("000c。"), Piece("0% "))
    screen = shown(line, 80)
    assert max(label.box.right for label in screen.labels()) <= 82


words = st.text("abc 价格，。 90%", min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.builds(Piece, words, st.booleans()), min_size=1, max_size=6), st.integers(80, 600)
)
def test_no_word_is_lost_and_none_leaves_its_line(line: list[Piece], width: int) -> None:
    screen = shown(tuple(line), float(width))
    assert plain(screen.texts()) == plain([piece.text for piece in line])
    right = max((label.box.right for label in screen.labels()), default=0)
    assert right <= width + 2
