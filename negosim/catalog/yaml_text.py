"""From the bytes of a file to nodes: the only place that touches YAML.

It works on the parser's events, so nothing is ever constructed from a tag, depth
and aliases are bounded before they cost anything, and every node keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from negosim.catalog.codes import Code, Said
from negosim.catalog.problems import Findings, Spot, quoted, under
from negosim.catalog.tree import (
    DEEPEST,
    MOST_NODES,
    Kind,
    Mapping,
    Node,
    Scalar,
    Sequence,
    plain,
)
from negosim.engine.record import record

# The C parser is ten times faster; both give the same events for the same text.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Characters no YAML file may hold; the two parsers word this fault differently.
_UNPRINTABLE = re.compile(
    "[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_STRING_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "map", "seq")
)
_MERGE = "<<"

_MISFIT = Said(
    "this does not fit what stands above; check indentation, dashes and brackets",
    "这里与上文接不上；请检查缩进、短横和括号",
)
_TROUBLE = (
    (
        "mapping values are not allowed",
        Said(
            "a second `: ` in one line; quote the text, or begin a new line",
            "一行里有第二个 `: `；请给文字加引号，或另起一行",
        ),
    ),
    (
        "cannot start any token",
        Said(
            "this character cannot begin a value; quote the text, and indent with spaces, not tabs",
            "值不能以这个字符开头；请给文字加引号，缩进用空格而不用制表符",
        ),
    ),
    (
        "unexpected end of stream",
        Said("a quotation mark is never closed; close it", "引号没有闭合；请补上"),
    ),
    (
        "',' or ",
        Said(
            "a bracket is never closed, or a comma is missing before this",
            "括号没有闭合，或前面少了逗号",
        ),
    ),
    ("did not find expected", _MISFIT),
    ("expected <block end>", _MISFIT),
)
"""What the parser says, by a piece of it, and what that means to a person."""


class _Stop(Exception):
    """Reading cannot go on; the problem has been noted."""


@record(frozen=True, slots=True)
class _Anchored:
    """A node that may be repeated, and what repeating it costs."""

    node: Node
    nodes: int
    height: int


def parse(data: bytes, findings: Findings) -> Mapping | None:
    """The file's mapping, or None after noting why there is none.

    Duplicate keys and tags are noted and reading goes on: the node tree is whole.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8", errors="replace")
        findings.add(Code.NOT_UTF8, _spot(before, len(before)))
        return None
    strange = _UNPRINTABLE.search(text)
    if strange:
        spot = _spot(text, strange.start())
        findings.add(Code.BAD_CHARACTER, spot, found=f"U+{ord(strange.group()):04X}")
        return None
    try:
        return _Composer(yaml.parse(text, Loader=LOADER), findings).document()
    except _Stop:
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        # The pure parser lets chr() complain of an escape beyond Unicode.
        _note_yaml_fault(fault, findings)
        return None


def _note_yaml_fault(fault: Exception, findings: Findings) -> None:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    words = str(getattr(fault, "problem", None) or fault)
    found: str | Said = quoted(words)
    for sign, said in _TROUBLE:
        if sign in words:
            found = said
            break
    spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
    findings.add(Code.NOT_YAML, spot, found=found)


def _spot(text: str, index: int) -> Spot:
    """The place of a character, lines ended as YAML ends them."""
    lines = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Spot(len(lines), len(lines[-1]) + 1)


class _Composer:
    """Builds nodes from events, counting what aliases would unfold to."""

    def __init__(self, events: Iterator[Any], findings: Findings) -> None:
        self._events = events
        self._findings = findings
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0

    def document(self) -> Mapping | None:
        """The one document of the stream; None when it is not a mapping."""
        next(self._events)  # the stream's start
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            self._not_a_mapping(Spot(1, 1), Said("empty", "空的"))
            return None
        root, _ = self._node(next(self._events), 1, path="")
        next(self._events)  # the document's end
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._findings.add(Code.SEVERAL_DOCUMENTS, _at(event))
        if isinstance(root, Mapping):
            return root
        if isinstance(root, Sequence):
            self._not_a_mapping(root, Said("a list", "一个列表"))
        else:
            self._not_a_mapping(root, Said("a single value", "单独一个值"))
        return None

    def _not_a_mapping(self, at: Spot | Scalar | Sequence, found: Said) -> None:
        self._findings.add(Code.NOT_A_MAPPING, at, found=found)

    def _node(self, event: Any, depth: int, *, path: str) -> tuple[Node, int]:
        """A node and its height; `depth` is how deep it stands, the document being 1."""
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth, path=path)
        self._count(1, event, path=path)
        self._check_depth(depth, event, path=path)
        if event.anchor:
            self._anchors[event.anchor] = None  # begun: an alias inside would be endless
        before = self._nodes
        self._check_tag(event, path=path)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node, height = _scalar(event), 1
        elif isinstance(event, yaml.SequenceStartEvent):
            node, height = self._sequence(event, depth, path=path)
        else:
            node, height = self._mapping(event, depth, path=path)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(node, self._nodes - before + 1, height)
        return node, height

    def _sequence(self, start: Any, depth: int, *, path: str) -> tuple[Sequence, int]:
        items: list[Node] = []
        tallest = 0
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            node, height = self._node(event, depth + 1, path=under(path, len(items)))
            items.append(node)
            tallest = max(tallest, height)
        spot = _at(start)
        return Sequence(spot.line, spot.column, tuple(items)), tallest + 1

    def _mapping(self, start: Any, depth: int, *, path: str) -> tuple[Mapping, int]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        merged: list[Mapping] = []
        tallest = 0
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, key_height = self._node(event, depth + 1, path=path)
            place = under(path, key.text if isinstance(key, Scalar) else "?")
            node, height = self._node(next(self._events), depth + 1, path=place)
            tallest = max(tallest, height, key_height)
            if not isinstance(key, Scalar):
                self._wrong_key(key, path)
            elif key.text == _MERGE and key.kind is Kind.STRING:
                merged.extend(_mappings_of(node))
            elif key.text in entries:
                first = entries[key.text][0]
                self._findings.add(Code.DUPLICATE_KEY, key, path=place, found=str(first.line))
            else:
                entries[key.text] = (key, node)
        for mapping in merged:  # what is written here goes before what is merged in
            for key, node in mapping.entries:
                entries.setdefault(key.text, (key, node))
        spot = _at(start)
        return Mapping(spot.line, spot.column, tuple(entries.values())), tallest + 1

    def _alias(self, event: Any, depth: int, *, path: str) -> tuple[Node, int]:
        spot = _at(event)
        if event.anchor not in self._anchors:
            found = Said(
                f"`*{quoted(event.anchor)}` repeats something that is not marked above by `&`",
                f"`*{quoted(event.anchor)}` 引用的内容前面没有用 `&` 标出",
            )
            self._findings.add(Code.NOT_YAML, spot, path=path, found=found)
            raise _Stop
        anchored = self._anchors[event.anchor]
        if anchored is None:
            self._findings.add(Code.ALIAS_BOMB, spot, path=path, allowed=str(MOST_NODES))
            raise _Stop
        self._count(anchored.nodes, event, path=path)
        self._check_depth(depth + anchored.height - 1, event, path=path)
        return anchored.node, anchored.height

    def _count(self, nodes: int, event: Any, *, path: str) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            self._findings.add(Code.ALIAS_BOMB, _at(event), path=path, allowed=str(MOST_NODES))
            raise _Stop

    def _check_depth(self, depth: int, event: Any, *, path: str) -> None:
        if depth > DEEPEST:
            self._findings.add(Code.TOO_DEEP, _at(event), path=path, allowed=str(DEEPEST))
            raise _Stop

    def _check_tag(self, event: Any, *, path: str) -> None:
        tag = event.tag
        if tag and tag not in _STRING_TAGS and tag not in _PLAIN_TAGS:
            self._findings.add(Code.UNSAFE_TAG, _at(event), path=path, found=f"`{quoted(tag)}`")

    def _wrong_key(self, key: Node, path: str) -> None:
        self._findings.add(
            Code.WRONG_TYPE,
            key,
            path=path,
            found=Said("a collection as a key", "把列表或映射当作键"),
            allowed=Said("a single word as the key", "一个词作键"),
        )


def _scalar(event: Any) -> Scalar:
    spot = _at(event)
    is_plain = event.style in (None, "") and event.tag not in _STRING_TAGS
    if is_plain:
        return plain(event.value, spot.line, spot.column)
    return Scalar(spot.line, spot.column, Kind.STRING, event.value)


def _mappings_of(node: Node) -> tuple[Mapping, ...]:
    """What `<<` merges in: a mapping, or several in a row."""
    if isinstance(node, Mapping):
        return (node,)
    if isinstance(node, Sequence):
        return tuple(item for item in node.items if isinstance(item, Mapping))
    return ()


def _at(event: Any) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)
