"""What is wrong with a single value, told of the value alone: its type, word, size.

Collections are `structure`'s; whether a value fits its issue is the readers'.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TypeAlias, assert_never

from negosim.catalog.codes import Code, Said
from negosim.catalog.limits import MOST_DIGITS, OPTION
from negosim.catalog.problems import Filling, did_you_mean, one_of, quoted
from negosim.catalog.shape import (
    ByForm,
    ByKey,
    Choice,
    Fields,
    Flag,
    Name,
    Number,
    Rows,
    Shape,
    Table,
    Time,
    Value,
    Words,
)
from negosim.catalog.tree import Kind, Mapping, Node, Scalar, Sequence

Single: TypeAlias = Name | Choice | Number | Flag | Time | Value
Fault: TypeAlias = tuple[Code, dict[str, Filling]]

CLOCK = re.compile(r"([0-9]{1,4}):([0-5][0-9])")
TIME = Number(Fraction(0), Fraction(36_000), 3)
"""Elapsed time where it is given in seconds."""

_KINDS = {
    Kind.FLAG: Said("true/false", "是/否"),
    Kind.DATE: Said("a date", "日期"),
    Kind.ODD: Said("a number of another notation", "另一种记法的数字"),
    Kind.NUMBER: Said("a number", "数字"),
}


def fault_of(scalar: Scalar, shape: Single) -> Fault | None:
    """The first fault of a value, None when it fits."""
    if scalar.kind is Kind.NOTHING:
        return Code.EMPTY, {"allowed": needed(shape)}
    if isinstance(shape, Time) and CLOCK.fullmatch(scalar.text):
        return None  # also where YAML 1.1 reads a bare 12:00 in base 60: the same seconds
    if isinstance(shape, Flag):
        return None if scalar.kind is Kind.FLAG else _wrong_type(scalar, shape)
    if scalar.kind in (Kind.FLAG, Kind.DATE, Kind.ODD):
        return _quote_it(scalar, shape)
    match shape:
        case Name():
            if scalar.kind is Kind.NUMBER:
                return _quote_it(scalar, shape)
            return _name_fault(scalar, shape)
        case Choice():
            if scalar.text in shape.words:
                return None
            return shape.code, {
                "found": quoted(scalar.text),
                "allowed": one_of(shape.words + shape.besides),
                "hint": did_you_mean(scalar.text, shape.words),
            }
        case Number():
            return _number_fault(scalar, shape)
        case Time():
            if scalar.number is None:
                return _wrong_type(scalar, shape)
            return _number_fault(scalar, TIME)
        case Value():
            if scalar.kind is Kind.NUMBER:
                return _digits_fault(scalar, None)
            return _name_fault(scalar, OPTION)
        case _:
            assert_never(shape)


def words_fault(scalar: Scalar, shape: Words) -> Fault | None:
    """The first fault of a text in one language, None when it fits."""
    if scalar.kind is Kind.NOTHING or not scalar.text.strip():
        return Code.EMPTY, {"allowed": needed(shape)}
    if scalar.kind is not Kind.STRING:
        return _quote_it(scalar, shape)
    if len(scalar.text) > shape.most:
        return Code.TOO_LONG, {"found": str(len(scalar.text)), "allowed": str(shape.most)}
    return _character_fault(scalar.text, multiline=True)


def needed(shape: Shape) -> Said:
    """What should stand there, as a noun phrase."""
    match shape:
        case Words():
            return Said("a text, or a mapping by language", "文字，或按语言分列的文字")
        case Name():
            return shape.said
        case Choice():
            listed = ", ".join(shape.words + shape.besides)
            return Said(f"one of {listed}", f"以下之一：{listed}")
        case Number():
            return _needed_number(shape)
        case Flag():
            return Said("true or false", "true 或 false")
        case Time():
            return Said(
                'elapsed time, "m:ss" in quotes or seconds',
                '经过的时间：带引号的 "m:ss"（分:秒），或秒数',
            )
        case Value():
            return Said("a number or an option's name", "数字或选项名")
        case Rows():
            return Said("a list", "列表")
        case Fields() | ByKey() | Table():
            return Said("a mapping of keys to values", "键值映射")
        case ByForm():
            single = needed(shape.single)
            return Said(f"{single.en}, or a mapping", f"{single.zh}，或键值映射")
        case _:
            assert_never(shape)


def described(node: Node) -> Said:
    """What stands there, as a noun phrase."""
    match node:
        case Mapping():
            return Said("a mapping", "键值映射")
        case Sequence():
            return Said("a list", "列表")
        case Scalar():
            shown = quoted(node.text)
            if node.kind is Kind.STRING:
                return Said(f"the text `{shown}`", f"文字 `{shown}`")
            kind = _KINDS.get(node.kind, Said("nothing", "空"))
            return Said(f"`{shown}` ({kind.en})", f"值 `{shown}`（{kind.zh}）")


def range_words(least: str, most: str) -> Said:
    """From one value to another, both included."""
    return Said(f"{least} to {most}", f"{least} 到 {most}")


def _wrong_type(scalar: Scalar, shape: Shape) -> Fault:
    return Code.WRONG_TYPE, {"found": described(scalar), "allowed": needed(shape)}


def _quote_it(scalar: Scalar, shape: Shape) -> Fault:
    kind = _KINDS[scalar.kind]
    return Code.QUOTE_IT, {"found": quoted(scalar.text), "kind": kind, "allowed": needed(shape)}


def _name_fault(scalar: Scalar, shape: Name) -> Fault | None:
    if shape.fits(scalar.text):
        return _character_fault(scalar.text, multiline=False)
    return Code.BAD_NAME, {"found": quoted(scalar.text), "allowed": shape.said}


def _number_fault(scalar: Scalar, shape: Number) -> Fault | None:
    number = scalar.number
    if number is None:
        return _wrong_type(scalar, shape)
    shown = quoted(scalar.text)
    low = number <= shape.least if shape.above_least else number < shape.least
    if low or number > shape.most:
        return Code.OUT_OF_RANGE, {"found": shown, "allowed": _needed_number(shape)}
    return _digits_fault(scalar, shape)


def _digits_fault(scalar: Scalar, shape: Number | None) -> Fault | None:
    """More digits than a JSON number keeps, or more decimals than the field has."""
    number = scalar.number
    shown = quoted(scalar.text)
    if shape is not None and number is not None and (number * 10**shape.decimals).denominator != 1:
        return Code.TOO_PRECISE, {"found": shown, "allowed": _needed_number(shape)}
    digits = scalar.text.lstrip("+-").replace(".", "").lstrip("0")
    if "." in scalar.text:
        digits = digits.rstrip("0")
    if len(digits) > MOST_DIGITS:
        allowed = Said(f"a number of at most {MOST_DIGITS} digits", f"最多 {MOST_DIGITS} 位的数字")
        return Code.TOO_PRECISE, {"found": shown, "allowed": allowed}
    return None


def _character_fault(text: str, *, multiline: bool) -> Fault | None:
    """The first character that could hide or disguise something on a screen.

    Controls and marks of direction are not printable; of the blanks only spaces pass.
    """
    for char in text:
        shows = char.isprintable() or unicodedata.category(char) == "Zs"
        if not shows and not (multiline and char in "\n\t"):
            return Code.BAD_CHARACTER, {"found": f"U+{ord(char):04X}"}
    return None


def _needed_number(shape: Number) -> Said:
    least, most = _decimal(shape.least), _decimal(shape.most)
    if shape.least == shape.most:
        return Said(least, least)
    if not shape.decimals:
        return Said(f"a whole number from {least} to {most}", f"{least} 到 {most} 的整数")
    span = range_words(least, most)
    if shape.above_least:
        span = Said(f"above {least} up to {most}", f"大于 {least}、不超过 {most}")
    return Said(
        f"a number {span.en} with at most {shape.decimals} decimals",
        f"{span.zh} 的数字，最多 {shape.decimals} 位小数",
    )


def _decimal(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else str(float(number))
