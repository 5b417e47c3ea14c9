"""What somebody thought of a finished match before its figures were shown, beside its log.

A small JSON file of the log's name: one word, a late guess of the other side's order and
of its points. The log itself never changes. A file that cannot be read counts as none;
writing is all or nothing. No wording here.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from negosim.engine.issue import Order
from negosim.engine.record import record

SUFFIX = ".json"
"""In place of the log's own: what is put away takes its like-named files along."""
MOST_LETTERS = 40
"""Of a word of one's own."""
_MOST_BYTES = 4_096
_FORMAT = 1


@record(frozen=True, slots=True)
class Afterthought:
    """`felt`: the id of one of the words offered, or "" with a word of one's own in `own`.

    `order`: the guess of the other side's order; () where it was locked in the match
    itself; `points`: the guess of the other side's points, None when there was none.
    """

    felt: str = ""
    own: str = ""
    order: Order = ()
    points: int | None = None


def place_of(log: Path) -> Path:
    """The file beside a log."""
    return log.with_suffix(SUFFIX)


def read(log: Path, *, issues: int) -> Afterthought | None:
    """What was kept beside the log of a match with so many issues; None when there is nothing
    that can be read as that."""
    try:
        with place_of(log).open("rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return _sound(found, issues)


def write(log: Path, thought: Afterthought) -> None:
    """Keep it beside the log, in place of what was there. OSError when it cannot be kept."""
    place = place_of(log)
    data = {
        "afterthought": _FORMAT,
        "felt": thought.felt,
        "own": thought.own[:MOST_LETTERS],
        "order": list(thought.order),
        "points": thought.points,
    }
    fresh = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(place)
    finally:
        fresh.unlink(missing_ok=True)


def _sound(found: object, issues: int) -> Afterthought | None:
    if not isinstance(found, dict) or found.get("afterthought") != _FORMAT:
        return None
    felt, own, order, points = (found.get(key) for key in ("felt", "own", "order", "points"))
    if not isinstance(felt, str) or not isinstance(own, str):
        return None
    if not isinstance(order, list) or not all(type(each) is int for each in order):
        return None
    if order and sorted(order) != list(range(issues)):
        return None
    if points is not None and type(points) is not int:
        return None
    printable = "".join(letter for letter in own if letter.isprintable())
    return Afterthought(felt, printable[:MOST_LETTERS], tuple(order), points)
