"""Fonts, widths and line breaks: text in logical units made into cached surfaces.

Two weights of one family; a character the bold face lacks is set in the regular one.
Nothing is placed here.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from unicodedata import category

import pygame
import pygame.font

from negosim.gui.theme import Style
from negosim.resources import folder

REGULAR, BOLD = "NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"
MOST_SURFACES = 1500
NO_LINE_START = frozenset("，。！？；：、）」』》】’”…,.!?;:)]}%％°·")
NO_LINE_END = frozenset("（「『《【‘“([{¥￥")
ELLIPSIS = "…"
UNKNOWN = "□"
BLANK = "Zs"
"""The blanks of Unicode, the full-width one of Chinese among them: Python calls them unprintable."""


class Typesetter:
    """Sets lines for one unit (device pixels of a logical unit)."""

    def __init__(self, unit: float) -> None:
        pygame.font.init()
        self.unit = unit
        self.missing_fonts = missing_fonts()
        self._surfaces: OrderedDict[tuple[str, Style, str], pygame.Surface] = OrderedDict()
        self._wrapped: dict[tuple[str, Style, int], tuple[str, ...]] = {}
        self._widths: dict[tuple[str, Style], int] = {}
        self._shifts: dict[Style, int] = {}

    def width(self, text: str, style: Style) -> float:
        """Of one line, in logical units."""
        return self.pixels(text, style) / self.unit

    def pixels(self, text: str, style: Style) -> int:
        """The width of one line in device pixels."""
        key = (text, style)
        found = self._widths.get(key)
        if found is None:
            found = sum(font.size(run)[0] for font, run in self._runs(text, style))
            if len(self._widths) > 20_000:
                self._widths.clear()
            self._widths[key] = found
        return found

    def line(self, text: str, style: Style, colour: str) -> pygame.Surface:
        """One line on a transparent ground; cached, so never draw on it."""
        key = (text, style, colour)
        found = self._surfaces.get(key)
        if found is None:
            found = self._render(text, style, colour)
            self._surfaces[key] = found
            if len(self._surfaces) > MOST_SURFACES:
                self._surfaces.popitem(last=False)
        else:
            self._surfaces.move_to_end(key)
        return found

    def wrapped(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Lines that fit `width` logical units; a word alone that does not is broken.

        No line starts with a closing mark (look.md). At least one line.
        """
        room = max(1, int(width * self.unit + 0.5))
        key = (text, style, room)
        found = self._wrapped.get(key)
        if found is None:
            lines: list[str] = []
            for paragraph in text.split("\n"):
                lines.extend(self._break(paragraph, style, room))
            found = tuple(lines)
            if len(self._wrapped) > 8_000:
                self._wrapped.clear()
            self._wrapped[key] = found
        return found

    def shortened(self, text: str, style: Style, width: float) -> str:
        """The text, or as much of it as fits with an ellipsis."""
        room = int(width * self.unit + 0.5)
        if self.pixels(text, style) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.pixels(text[:middle].rstrip() + ELLIPSIS, style) <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS

    def body_shift(self, style: Style) -> int:
        """Device pixels to move a line surface down so that the body of a Chinese character
        is centred in the style's line box."""
        found = self._shifts.get(style)
        if found is None:
            size = self._size(style)
            # An ideograph stands from 0.88 of the size above the baseline to 0.12 below it.
            above = _font(style.bold, size).get_ascent() - round(0.88 * size)
            found = self._shifts[style] = (round(style.line * self.unit) - size) // 2 - above
        return found

    def _break(self, paragraph: str, style: Style, room: int) -> list[str]:
        if self.pixels(paragraph, style) <= room:
            return [paragraph]
        lines: list[str] = []
        line = ""
        for piece in pieces(paragraph):
            if self.pixels((line + piece).rstrip(), style) <= room:
                line += piece
                continue
            if line.strip():
                lines.append(line.rstrip())
            line = piece.lstrip() if line.strip() else piece
            while self.pixels(line.rstrip(), style) > room and len(line) > 1:
                cut = self._fitting(line, style, room)
                lines.append(line[:cut])
                line = line[cut:]
        if line.strip() or not lines:
            lines.append(line.rstrip())
        return lines

    def _fitting(self, text: str, style: Style, room: int) -> int:
        """How many characters fit, at least one."""
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.pixels(text[:middle], style) <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def _size(self, style: Style) -> int:
        return max(6, round(style.size * self.unit))

    def _render(self, text: str, style: Style, colour: str) -> pygame.Surface:
        runs = self._runs(text, style)
        if len(runs) == 1:
            font, run = runs[0]
            return font.render(run, True, colour)
        made = [font.render(run, True, colour) for font, run in runs]
        top = max(font.get_ascent() for font, _ in runs)
        height = max(
            top - font.get_ascent() + surface.get_height()
            for (font, _), surface in zip(runs, made, strict=True)
        )
        whole = pygame.Surface((sum(each.get_width() for each in made), height), pygame.SRCALPHA)
        x = 0
        for (font, _), surface in zip(runs, made, strict=True):
            whole.blit(surface, (x, top - font.get_ascent()))
            x += surface.get_width()
        return whole

    def _runs(self, text: str, style: Style) -> list[tuple[pygame.font.Font, str]]:
        """The text cut where the bold face has to give way to the regular one."""
        size = self._size(style)
        text = _clean(text)
        if not style.bold:
            return [(_font(False, size), text)]
        bold = _characters(True)
        if all(char in bold for char in text):
            return [(_font(True, size), text)]
        runs: list[tuple[pygame.font.Font, str]] = []
        begin = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or (text[at] in bold) is not (text[begin] in bold):
                runs.append((_font(text[begin] in bold, size), text[begin:at]))
                begin = at
        return runs


def missing_fonts() -> bool:
    """Whether a font file is missing, so that pygame's own face has to serve."""
    return not all((folder("assets") / "fonts" / name).is_file() for name in (REGULAR, BOLD))


def _clean(text: str) -> str:
    """With a box in place of what no face has: control characters, other scripts, emoji."""
    if text.isprintable() and text.isascii():
        return text
    faces = _characters(False)
    return "".join(
        char if (char.isprintable() or category(char) == BLANK) and char in faces else UNKNOWN
        for char in text.replace("\t", " ").replace("\r", "")
    )


@lru_cache(maxsize=128)
def _font(bold: bool, size: int) -> pygame.font.Font:
    path = folder("assets") / "fonts" / (BOLD if bold else REGULAR)
    if not path.is_file():
        return pygame.font.Font(None, size)
    return pygame.font.Font(path, size)


@lru_cache(maxsize=2)
def _characters(bold: bool) -> _Covered:
    return _Covered(bold)


class _Covered:
    """The characters that a face has, asked of it one by one."""

    def __init__(self, bold: bool) -> None:
        self._font = _font(bold, 16)
        self._known: dict[str, bool] = {}

    def __contains__(self, char: str) -> bool:
        found = self._known.get(char)
        if found is None:
            # A character that a face lacks is told as a box of no size, as a blank is.
            box = self._font.metrics(char)[0]
            found = char.isspace() or (box is not None and box[:4] != (0, 0, 0, 0))
            self._known[char] = found
        return found


def pieces(text: str) -> list[str]:
    """What may not be torn: a Latin word with its blank, one ideograph with the marks around it."""
    pieces: list[str] = []
    current = ""
    for char in text:
        if not current:
            current = char
        elif char in NO_LINE_START or char == " " or current[-1] in NO_LINE_END:
            current += char
        elif current[-1] == " " or _is_wide(char) or _is_wide(current[-1]):
            pieces.append(current)
            current = char
        else:
            current += char
    if current:
        pieces.append(current)
    return pieces


def _is_wide(char: str) -> bool:
    return ord(char) >= 0x2E80
