"""Files for other programs: nothing in a cell may become a formula, a tag or a script."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negosim.reports.exports import Table, csv_bytes, html_bytes


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


class Texts(HTMLParser):
    """Collects tags and the text of cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in_cell = tag == "td"
        if self._in_cell:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.cells[-1] += data


def test_a_csv_file_opens_in_spreadsheets_with_its_chinese() -> None:
    data = csv_bytes(Table("t", ("队名", "得分"), (("海港, “二”", 31), (None, 0.5))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == '队名,得分\r\n"海港, “二”",31\r\n,0.5\r\n'


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x",
     " =1", "\u3000=1", "\u00a0=1", "=cmd|' /C calc'!A0"],
)  # fmt: skip
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert read_csv(csv_bytes(Table("t", ("h",), ((text,),))))[1] == ["'" + text]


def test_numbers_stay_numbers_and_plain_words_stay_as_they_are() -> None:
    rows = ((-4, -0.5, "a=b", "甲-乙", "'quoted'", ""),)
    table = Table("t", tuple("abcdef"), rows)
    assert read_csv(csv_bytes(table))[1] == ["-4", "-0.5", "a=b", "甲-乙", "'quoted'", ""]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_out_of_its_csv_cell(text: str) -> None:
    row = read_csv(csv_bytes(Table("t", ("a", "b"), ((text, "end"),))))
    assert len(row) == 2
    assert row[1][1] == "end"
    assert row[1][0].removeprefix("'") == text.removeprefix("'") or row[1][0] == text
    assert row[1][0].lstrip(" \u00a0\u3000")[:1] not in set("=+-@\t\r\n＝＋－＠")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_no_text_breaks_out_of_its_html_cell(text: str) -> None:
    page = html_bytes(text, [Table(text, (text,), ((text, 1),))], lang="en", notes=[text])
    found = Texts()
    found.feed(page.decode("utf-8"))
    assert found.cells == [text, "1"]
    assert found.tags == [
        "html", "head", "meta", "meta", "meta", "title", "style", "body",
        "h1", "h2", "table", "thead", "tr", "th", "tbody", "tr", "td", "td", "p",
    ]  # fmt: skip


def test_a_page_may_run_and_load_nothing() -> None:
    page = html_bytes("t", [], lang='zh"><script>', notes=["<script>alert(1)</script>"]).decode()
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "http://" not in page
    assert "https://" not in page


def test_half_a_surrogate_pair_does_not_stop_an_export() -> None:
    table = Table("t", ("log",), (("a\udcff.negolog",),))
    assert read_csv(csv_bytes(table))[1] == ["a?.negolog"]
    assert b"a?.negolog" in html_bytes("t", [table], lang="en")
