"""Checks nodes against the shape of the format: keys, collections, single values.

It knows no scenario: whatever can be wrong with one value by itself is found here,
every fault in one pass. The readers then trust each value whose path is not `bad`.
"""

from __future__ import annotations

import re
from typing import assert_never

from negosim.catalog.codes import Code, Said
from negosim.catalog.problems import Filling, Findings, Placed, did_you_mean, one_of, quoted, under
from negosim.catalog.shape import (
    ByForm,
    ByKey,
    Choice,
    Field,
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
from negosim.catalog.singles import (
    Single,
    described,
    fault_of,
    needed,
    range_words,
    words_fault,
)
from negosim.catalog.tree import Kind, Mapping, Node, Scalar, Sequence, plain
from negosim.engine.record import record

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@record(frozen=True, slots=True)
class Translated:
    """A text written by language, kept to compare the languages of the whole file."""

    path: str
    node: Mapping


class Structure:
    """One pass over a file. Afterwards `bad` are the paths that may not be read."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self.bad: set[str] = set()
        self.texts: list[Translated] = []

    def check(self, node: Node, shape: Shape, path: str, owner: Placed) -> None:
        """Check a node and all below it; at `owner` a missing key is reported."""
        match shape:
            case Fields() | ByKey() | Table():
                if isinstance(node, Mapping):
                    self._mapping(node, shape, path, owner)
                else:
                    self._wrong_form(node, shape, path)
            case Rows():
                if isinstance(node, Sequence):
                    self._rows(node, shape, path)
                else:
                    self._wrong_form(node, shape, path)
            case ByForm():
                if isinstance(node, Mapping):
                    self.check(node, shape.mapping, path, owner)
                elif isinstance(node, Scalar):
                    self.check(node, shape.single, path, owner)
                else:
                    self._wrong_form(node, shape, path)
            case Words():
                self._words(node, shape, path)
            case Name() | Choice() | Number() | Flag() | Time() | Value():
                if isinstance(node, Scalar):
                    self._single(node, shape, path)
                else:
                    self._wrong_form(node, shape, path)
            case _:
                assert_never(shape)

    def _mapping(
        self, node: Mapping, shape: Fields | ByKey | Table, path: str, owner: Placed
    ) -> None:
        if isinstance(shape, Table):
            self._table(node, shape, path)
        elif isinstance(shape, Fields):
            self._fields(node, shape, path, owner, known=shape.keys())
        elif node.get(shape.key) is not None:
            self._fields(node, shape.having, path, owner, known=shape.having.keys())
        else:
            known = (*shape.lacking.keys(), shape.key)
            self._fields(node, shape.lacking, path, owner, known=known)

    def _fields(
        self, node: Mapping, shape: Fields, path: str, owner: Placed, *, known: tuple[str, ...]
    ) -> None:
        fields = {field.key: field for field in shape.fields}
        if shape.alone and len(node.entries) != 1:
            allowed = Said(f"exactly one of {', '.join(known)}", f"{'、'.join(known)} 里只写一个")
            self._bad(Code.COUNT, node, path, found=str(len(node.entries)), allowed=allowed)
        for key, inner in node.entries:
            place = under(path, key.text)
            field = fields.get(key.text)
            if field is not None:
                self.check(inner, field.shape, place, key)
                continue
            self._bad(
                shape.unknown,
                key,
                place,
                found=quoted(key.text),
                allowed=one_of(known),
                hint=did_you_mean(key.text, known),
            )
        self._missing(node, shape.fields, path, owner)

    def _missing(self, node: Mapping, fields: tuple[Field, ...], path: str, owner: Placed) -> None:
        for field in fields:
            if field.required and node.get(field.key) is None:
                place = under(path, field.key)
                self._bad(Code.MISSING_KEY, owner, place, allowed=needed(field.shape))

    def _table(self, node: Mapping, shape: Table, path: str) -> None:
        self._count(len(node.entries), node, path, shape.least, shape.most)
        for key, inner in node.entries:
            place = under(path, key.text)
            # A key has no type of its own: "30" and 30 are the same key, in JSON always quoted.
            bare = isinstance(shape.keys, Number)
            name = plain(key.text, key.line, key.column) if bare else key
            self._single(name, shape.keys, place)
            self.check(inner, shape.of, place, key)

    def _rows(self, node: Sequence, shape: Rows, path: str) -> None:
        self._count(len(node.items), node, path, shape.least, shape.most)
        for number, item in enumerate(node.items):
            self.check(item, shape.of, under(path, number), item)

    def _count(self, found: int, at: Placed, path: str, least: int, most: int) -> None:
        if not least <= found <= most:
            allowed = (
                Said(str(least), f"{least} 项")
                if least == most
                else range_words(str(least), str(most))
            )
            self._bad(Code.COUNT, at, path, found=str(found), allowed=allowed)

    def _words(self, node: Node, shape: Words, path: str) -> None:
        if isinstance(node, Scalar):
            self._text(node, shape, path)
        elif isinstance(node, Mapping):
            if not node.entries:
                self._bad(Code.EMPTY, node, path, allowed=needed(shape))
            for key, inner in node.entries:
                place = under(path, key.text)
                if not LANGUAGE.fullmatch(key.text):
                    allowed = Said("allowed: languages such as en, zh", "可用：语言代码，如 en、zh")
                    hint = did_you_mean(key.text, ("en", "zh"))
                    self._bad(Code.UNKNOWN_KEY, key, place, allowed=allowed, hint=hint)
                elif isinstance(inner, Scalar):
                    self._text(inner, shape, place)
                else:
                    self._wrong_form(inner, shape, place)
            self.texts.append(Translated(path, node))
        else:
            self._wrong_form(node, shape, path)

    def _text(self, scalar: Scalar, shape: Words, path: str) -> None:
        fault = words_fault(scalar, shape)
        if fault is not None:
            self._bad(fault[0], scalar, path, **fault[1])

    def _single(self, scalar: Scalar, shape: Single, path: str) -> None:
        fault = fault_of(scalar, shape)
        if fault is not None:
            self._bad(fault[0], scalar, path, **fault[1])

    def _wrong_form(self, node: Node, shape: Shape, path: str) -> None:
        if isinstance(node, Scalar) and node.kind is Kind.NOTHING:
            self._bad(Code.EMPTY, node, path, allowed=needed(shape))
        else:
            self._bad(Code.WRONG_TYPE, node, path, found=described(node), allowed=needed(shape))

    def _bad(self, code: Code, at: Placed, path: str, **fillings: Filling) -> None:
        self.bad.add(path)
        self._findings.add(code, at, path=path, **fillings)
