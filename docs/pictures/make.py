"""Makes the pictures of the terminal in this folder: `python docs/pictures/make.py`.

Plays the first minutes of a match by typed lines and keeps what then stands on the
screen. Same program, same pictures: run it again after a change of looks.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from rich.console import Console

from negosim.catalog import load
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.session import play_person
from negosim.solo.match import Wishes, new_match

HERE = Path(__file__).parent
WIDTH = 92
LINES = {
    "en": [
        "1",
        "",
        "ask expectation price delivery",
        "",
        "offer delivery=45 for payment=90",
        "",
        "2",
    ],
    "zh": ["1", "", "提问 期望 价格 到货时间", "", "出价 到货时间=45 换 验收付款=90", "", "2"],
}
TITLES = {"en": "negosim play third-vendor", "zh": "negosim play third-vendor --lang zh"}
PREPARED = 2
"""Typed lines before the talks; what they brought up is not in the picture."""


class Typed(io.StringIO):
    """The lines as a keyboard. Keeps the picture when there is nothing left to type."""

    def __init__(self, lines: list[str], console: Console, title: str) -> None:
        super().__init__("\n".join(lines) + "\n")
        self._console = console
        self._title = title
        self._read = 0
        self.picture = ""

    def readline(self, size: int | None = -1, /) -> str:
        self._read += 1
        if self._read == PREPARED:
            self._console.export_text(clear=True)
        line = super().readline(-1 if size is None else size)
        if not line and not self.picture:
            self.picture = self._console.export_svg(title=self._title)
        return line


def main() -> None:
    for lang, typed in LINES.items():
        (HERE / f"table-{lang}.svg").write_text(picture(lang, typed), encoding="utf-8")


def picture(lang: str, typed: list[str]) -> str:
    """The last screenful of the match as SVG."""
    out = io.StringIO()
    console = Console(
        file=out, width=WIDTH, record=True, force_terminal=True, color_system="truecolor",
        highlight=False, markup=False, emoji=False, soft_wrap=True,
    )  # fmt: skip
    keyboard = Typed(typed, console, TITLES[lang])
    screen = Screen(keyboard, out, width=WIDTH)
    screen._console = console
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "picture.negolog"
        with new_match(load("third-vendor"), Wishes(seed=4), log) as match:
            play_person(match, screen, lang, going_on=False)
    return keyboard.picture


if __name__ == "__main__":
    main()
