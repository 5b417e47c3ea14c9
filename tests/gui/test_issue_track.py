"""Words round the tracks of the table: they step aside for the lines that join the rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from table_window import at_table

from negosim.gui.drawings.issue_track import Ends, crossings, set_aside
from negosim.gui.scenes.table_tracks import TrackBoard
from negosim.gui.theme import MARK
from negosim.language.catalogue import LANGUAGES
from negosim.present.label_row import Wish

ROWS = (Ends(100.0, 300.0, 20.0), Ends(100.0, 110.0, 80.0), Ends(None, 110.0, 140.0))


def test_steep_lines_are_where_words_over_and_under_a_bar_must_not_stand() -> None:
    over, under = crossings(ROWS, 1)
    assert over == [(100.0, 100.0)]  # ours; theirs leans too far to be stepped round
    assert under == [(110.0, 110.0)]  # theirs; ours is not named below


def test_the_first_and_the_last_row_have_lines_on_one_side_only() -> None:
    assert crossings(ROWS, 0)[0] == []
    assert crossings(ROWS, 2)[1] == []


def test_a_word_steps_aside_for_a_line_but_is_not_lost_for_it() -> None:
    line = [(50.0, 50.0)]
    assert set_aside([Wish(50, 30, 40)], 0, 100, (), line) == (15.0,)
    assert set_aside([Wish(50, 30, 4)], 0, 100, (), line) == (35.0,)
    assert set_aside([Wish(50, 30, 40)], 0, 100, (), ()) == (35.0,)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_joining_line_runs_through_the_name_of_an_own_mark(tmp_path: Path, lang: str) -> None:
    window = at_table(tmp_path, lang=lang)
    layer = window.screen.app.layers()[-1]
    assert layer.root is not None
    board = next(each for each in layer.root.walk() if isinstance(each, TrackBoard))
    ends = [row.ends for row in board.rows]
    setter = window.screen.app.typesetter
    judged = 0
    for at, row in enumerate(board.rows):
        over, under = crossings(ends, at)
        for word in row.letters:
            lines = over if word.y < row.rect.centery else under
            right = word.x + setter.width(word.text, MARK)
            assert all(right < near or far < word.x for near, far in lines), word.text
            judged += len(lines)
    assert judged > 0
