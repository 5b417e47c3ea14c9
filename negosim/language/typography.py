"""How text sits on lines: widths in cells, and where a line may break.

Chinese characters are two cells wide, and no line begins with a closing mark or
ends with an opening one. Colour, screens and frames are no concern of this file.
"""

from __future__ import annotations

import unicodedata

NO_START = frozenset("，。！？；：、）」』》】〉”’…—·,.!?;:)]}%％")
"""Marks that no line begins with."""
NO_END = frozenset("（「『《【〈“‘([{")
"""Marks that no line ends with."""

_WIDE = frozenset("WF")


def is_wide(character: str) -> bool:
    """Whether a character takes two cells."""
    return unicodedata.east_asian_width(character) in _WIDE


def cells(text: str) -> int:
    """The width of a text in cells of a terminal; combining marks take none."""
    total = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
            continue
        total += 2 if is_wide(character) else 1
    return total


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with spaces up to `width` cells; longer texts are cut with `…`."""
    missing = width - cells(text)
    if missing < 0:
        return cut(text, width)
    return " " * missing + text if right else text + " " * missing


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, its end replaced by `…` where it is longer."""
    if cells(text) <= width:
        return text
    out, used = "", 0
    for character in text:
        size = cells(character)
        if used + size > width - 1:
            break
        out += character
        used += size
    return out + "…"


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def wrapped(text: str, width: int, *, indent: str = "") -> list[str]:
    """Lines of at most `width` cells, later ones after `indent`; every line break is kept.

    A piece that is wider than a whole line is broken anywhere.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_one(paragraph, width, indent)
    return lines


def _wrap_one(text: str, width: int, indent: str) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        size = cells(piece.rstrip())
        if used + size > width and line.strip():
            lines.append(line.rstrip())
            line, used = indent, cells(indent)
            piece = piece.lstrip()
        while used + cells(piece.rstrip()) > width:
            head = _fitting(piece, width - used)
            lines.append(line + head)
            piece = piece[len(head) :]
            line, used = indent, cells(indent)
        line += piece
        used += cells(piece)
    lines.append(line.rstrip())
    return lines


def _fitting(piece: str, width: int) -> str:
    out, used = "", 0
    for character in piece:
        used += cells(character)
        if used > width and out:
            break
        out += character
    return out


def _pieces(text: str) -> list[str]:
    """Unbreakable pieces, each with the blanks that follow it."""
    pieces: list[str] = []
    for character in text:
        if not pieces:
            pieces.append(character)
            continue
        last = pieces[-1]
        if character.isspace() or not _may_break(last, character):
            pieces[-1] = last + character
        else:
            pieces.append(character)
    return pieces


def _may_break(before: str, after: str) -> bool:
    end = before[-1]
    if after in NO_START or end in NO_END:
        return False
    if end.isspace():
        visible = before.rstrip()
        return not visible or visible[-1] not in NO_END
    # A number stays with the unit behind it: 30天.
    return is_wide(end) or (is_wide(after) and not end.isdigit())
