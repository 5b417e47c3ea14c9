"""Builds assets/fonts: the two subsets of Noto Sans SC that negosim ships.

Run by hand, when the repertoire changes; needs fontTools, which nothing else in negosim does:

    python tools/build_fonts.py NotoSansSC-Regular.otf NotoSansCJK-Bold.ttc

The first is in the PyPI package pylopdf-fonts-zh-cn 0.1.1, the second in the Debian package
fonts-noto-cjk 1:20220127. Regular keeps the GBK repertoire, because GB2312 lacks characters
that are common in names; Bold keeps GB2312 and the window falls back to Regular. Both keep
Latin, signs and kerning; hints, vertical writing and the other features go. Two things are
added: a few signs that Noto Sans SC lacks, drawn here, and a rule that sets quotation marks
and dots beside Latin in their Western form, because the full-width forms tear English apart.
The same inputs and the same fontTools give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FACE = "Noto Sans CJK SC"

LATIN = range(0x20, 0x250)
SIGNS = (
    range(0x2010, 0x2070),  # dashes, quotes, dots
    range(0x20A0, 0x20C0),  # currencies
    range(0x2100, 0x2150),  # ℃ № ½
    range(0x2190, 0x2400),  # arrows, mathematics, keys
    range(0x2460, 0x2500),  # numbers in circles
    range(0x2500, 0x2600),  # boxes, squares, circles, diamonds
    range(0x2600, 0x27C0),  # stars, ticks
    range(0x3000, 0x3040),  # CJK punctuation
    range(0xFF00, 0xFFF0),  # full width
)

Point = tuple[int, int]
Outline = tuple[Point, ...]

# Drawn for negosim on the em of 1000 units, baseline 0, in the weight of the face's own ✓.
# Outer outlines run anticlockwise and holes clockwise, as CFF wants.
OWN_SIGNS: dict[str, tuple[int, tuple[Outline, ...]]] = {
    "⚑": (
        760,
        (
            ((150, -60), (218, -60), (218, 800), (150, 800)),
            ((218, 350), (650, 350), (560, 550), (650, 750), (218, 750)),
        ),
    ),
    "✎": (
        920,
        (
            ((100, -10), (330, 60), (780, 510), (620, 670), (170, 220)),
            ((665, 715), (825, 555), (880, 610), (720, 770)),
            ((186, 74), (228, 180), (290, 118)),
        ),
    ),
    "✕": (
        800,
        (
            (
                (120, 130),
                (168, 82),
                (400, 314),
                (632, 82),
                (680, 130),
                (448, 362),
                (680, 594),
                (632, 642),
                (400, 410),
                (168, 642),
                (120, 594),
                (352, 362),
            ),
        ),
    ),
    "▾": (620, (((310, 190), (540, 520), (80, 520)),)),
    "▸": (620, (((480, 360), (150, 590), (150, 130)),)),
}

# Quotes are wide in Chinese and narrow in English, dots stand in the middle of the line or on
# it: the neighbour tells which.
OPENING = "“‘"
CLOSING = "”’"
DOTS = "…"
BESIDE_LATIN = "".join(map(chr, (*range(0x21, 0x7F), *range(0xA1, 0x250)))).replace("·", "")

RULES = """
languagesystem DFLT dflt; languagesystem latn dflt; languagesystem hani dflt;
@latin = [{latin} {western}];
feature ccmp {{ sub {dash} {dash} by {long_dash}; }} ccmp;
lookup western {{ {substitutions} }} western;
feature calt {{
  sub @latin [{wide}]' lookup western;
  sub [{opening}]' lookup western @latin;
  sub {space} [{dots}]' lookup western;
}} calt;
"""


def repertoire(encoding: str) -> frozenset[int]:
    """Every code point that a two-byte Chinese encoding holds, by Python's own codec."""
    return frozenset(ord(char) for char in _two_byte_characters(encoding))


def _two_byte_characters(encoding: str) -> Iterator[str]:
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                char = bytes((lead, trail)).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(char) == 1:  # the codec also takes two single bytes for a pair
                yield char


def open_face(path: Path) -> TTFont:
    """The font of a file; of a collection its Simplified Chinese face."""
    if path.suffix != ".ttc":
        return TTFont(path, recalcTimestamp=False)
    for number, face in enumerate(TTCollection(path, lazy=True).fonts):
        if face["name"].getDebugName(1) == FACE:
            return TTFont(path, fontNumber=number, recalcTimestamp=False)
    raise SystemExit(f"{path}: no face {FACE}")


def western_forms(font: TTFont) -> dict[str, str]:
    """The glyph of the Western form of each of OPENING, CLOSING and DOTS."""
    names = font.getBestCmap()
    forms: dict[str, str] = {}
    for table in _substitutions(font, "pwid"):
        forms |= table.mapping
    return {char: forms[names[ord(char)]] for char in OPENING + CLOSING + DOTS}


def long_dash(font: TTFont) -> str:
    """The glyph of two dashes in a row, as Chinese writes them, without the gap."""
    dash = font.getBestCmap()[ord("—")]
    for table in _substitutions(font, "ccmp"):
        for ligature in table.ligatures.get(dash, ()):
            if ligature.Component == [dash]:
                return str(ligature.LigGlyph)
    raise SystemExit("the font has no long dash")


def _substitutions(font: TTFont, feature: str) -> Iterator[Any]:
    table = font["GSUB"].table
    for found in table.FeatureList.FeatureRecord:
        if found.FeatureTag == feature:
            for number in found.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[number].SubTable:
                    yield getattr(part, "ExtSubTable", part)


def add_rules(font: TTFont, western: dict[str, str], dash: str) -> None:
    """Compiles RULES, the font's only substitutions, from the glyphs of this very font."""
    names = font.getBestCmap()

    def glyphs(chars: str) -> str:
        return " ".join(_spelt(names[ord(char)]) for char in chars if ord(char) in names)

    rules = RULES.format(
        latin=glyphs(BESIDE_LATIN),
        western=" ".join(map(_spelt, western.values())),
        dash=glyphs("—"),
        long_dash=_spelt(dash),
        substitutions=" ".join(
            f"sub {glyphs(char)} by {_spelt(form)};" for char, form in western.items()
        ),
        wide=glyphs(OPENING + CLOSING + DOTS),
        opening=glyphs(OPENING + DOTS),
        space=glyphs(" "),
        dots=glyphs(DOTS),
    )
    addOpenTypeFeaturesFromString(font, rules, tables=["GSUB"])


def _spelt(glyph: str) -> str:
    return "\\" + str(int(glyph.removeprefix("cid")))  # how the rule language names a CID


def subset(font: TTFont, wanted: frozenset[int], glyphs: Iterable[str]) -> None:
    """Leaves the wanted characters, Latin, signs, the extra glyphs and kerning in the font."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.drop_tables += ["BASE", "DSIG", "GDEF", "GSUB", "VORG", "vhea", "vmtx"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]  # who made it, what it is, the licence
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted.union(LATIN, *SIGNS), glyphs=glyphs)
    subsetter.subset(font)


def add_own_signs(font: TTFont) -> None:
    """Appends the signs of OWN_SIGNS to a CID-keyed CFF font."""
    top = font["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    group = top.FDSelect[font.getGlyphID(font.getBestCmap()[ord("a")])]
    order = font.getGlyphOrder()
    next_cid = 1 + max(int(name.removeprefix("cid")) for name in order if name.startswith("cid"))
    for cid, (char, (advance, outlines)) in enumerate(OWN_SIGNS.items(), next_cid):
        if ord(char) in font.getBestCmap():
            raise SystemExit(f"the font has {char} of its own now: take it out of OWN_SIGNS")
        name = f"cid{cid:05d}"
        private = top.FDArray[group].Private
        pen = T2CharStringPen(advance - private.nominalWidthX, None)
        for outline in outlines:
            _draw(outline, pen.moveTo, pen.lineTo)
            pen.closePath()
        order.append(name)
        top.charset = order
        top.FDSelect.append(group)
        strings.charStrings[name] = len(strings.charStringsIndex)
        strings.charStringsIndex.append(pen.getCharString(private, strings.globalSubrs))
        font["hmtx"][name] = (advance, min(x for outline in outlines for x, _ in outline))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(char)] = name
    font.setGlyphOrder(order)


def _draw(outline: Outline, move: Callable[[Point], None], line: Callable[[Point], None]) -> None:
    move(outline[0])
    for point in outline[1:]:
        line(point)


def build(source: Path, encoding: str, target: Path) -> None:
    """Writes one subset, and says its size, glyphs and SHA-256."""
    font = open_face(source)
    western, dash = western_forms(font), long_dash(font)
    subset(font, repertoire(encoding), (*western.values(), dash))
    add_own_signs(font)
    add_rules(font, western, dash)
    glyphs = len(font.getGlyphOrder())
    font.save(target)
    data = target.read_bytes()
    print(f"{target.name}: {glyphs} glyphs, {len(data) / 2**20:.2f} MiB")
    print(f"  from {source.name} {hashlib.sha256(source.read_bytes()).hexdigest()}")
    print(f"  to   {target.name} {hashlib.sha256(data).hexdigest()}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build negosim's two font subsets.")
    parser.add_argument("regular", type=Path, help="NotoSansSC-Regular.otf")
    parser.add_argument("bold", type=Path, help="NotoSansCJK-Bold.ttc")
    parser.add_argument("--into", type=Path, default=FONTS, help="the folder to write to")
    chosen = parser.parse_args()
    chosen.into.mkdir(parents=True, exist_ok=True)
    build(chosen.regular, "gbk", chosen.into / "NotoSansSC-Regular.otf")
    build(chosen.bold, "gb2312", chosen.into / "NotoSansSC-Bold.otf")


if __name__ == "__main__":
    main()
