"""Engine values drawn at random from their wire shapes, for one scenario.

Only the structure comes from the shapes; what a leaf may hold is said here a second
time, in the engine's terms (places, ticks, fractions).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, assert_never

from hypothesis import strategies as st

from negosim.engine.issue import Issue, Text
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, BySide
from negosim.wire.kinds import (
    Choice,
    Form,
    Items,
    Leaf,
    Maybe,
    OneOf,
    PerIssue,
    Row,
    Shape,
    Sides,
    Under,
)

_SAFE = st.characters(
    exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn"), exclude_characters="\ufffe\uffff"
)
WORDS = st.text(_SAFE, max_size=30)
COUNTS = st.integers(-(10**15), 10**15)
_AMOUNTS = st.decimals(-1000, 1000, places=3, allow_nan=False).map(Fraction)
_TEXTS = st.dictionaries(st.sampled_from(["", "en", "zh"]), WORDS).map(
    lambda words: Text(tuple(words.items()))
)


def values(shape: Shape, scenario: Scenario, at: Issue | None = None) -> st.SearchStrategy[Any]:
    """Values of a shape; `at` is the issue they stand under."""
    match shape:
        case Leaf():
            return _leaf(shape, scenario, at)
        case Choice(words):
            return st.sampled_from(list(words))
        case Maybe(of):
            return st.none() | values(of, scenario, at)
        case Items(of):
            return st.lists(values(of, scenario, at), max_size=3).map(tuple)
        case Row(of):
            return st.tuples(*(values(each, scenario, at) for each in of))
        case Sides(of):
            return st.builds(BySide, values(of, scenario, at), values(of, scenario, at))
        case PerIssue(of):
            return st.tuples(*(values(of, scenario, issue) for issue in scenario.issues))
        case Form():
            return _record(shape, scenario, at)
        case OneOf(_, forms):
            return st.one_of([values(form, scenario, at) for form in forms])
        case _:
            assert_never(shape)


@st.composite
def _record(draw: st.DrawFn, form: Form, scenario: Scenario, at: Issue | None) -> Any:
    parts: dict[str, Any] = dict(form.absent)
    for field in form.fields:
        parts[field.name] = draw(values(field.shape, scenario, at))
        if form.under is Under.NAMED and field.name == "issue":
            at = scenario.issues[parts["issue"]]
    return form.kind(**parts)


def _leaf(leaf: Leaf, scenario: Scenario, at: Issue | None) -> st.SearchStrategy[Any]:
    count = len(scenario.issues)
    places = st.integers(0, count - 1)
    rewards = st.integers(0, len(scenario.benefits) - 1) if scenario.benefits else st.nothing()
    match leaf:
        case Leaf.FLAG:
            return st.booleans()
        case Leaf.COUNT:
            return COUNTS
        case Leaf.AMOUNT:
            return _AMOUNTS
        case Leaf.WORDS:
            return WORDS
        case Leaf.TEXT:
            return _TEXTS
        case Leaf.SIDE:
            return st.sampled_from(SIDES)
        case Leaf.ISSUE:
            return places
        case Leaf.BENEFIT:
            return rewards
        case Leaf.ISSUES:
            return st.lists(places, max_size=count).map(tuple)
        case Leaf.ORDER:
            return st.permutations(range(count)).map(tuple) | st.just(())
        case Leaf.ISSUE_SET:
            return st.integers(0, 2**count - 1)
        case Leaf.BENEFITS:
            return st.lists(rewards, max_size=3 if scenario.benefits else 0).map(tuple)
        case Leaf.TERMS:
            named = [st.none() | _ticks(issue) for issue in scenario.issues]
            return st.just(()) | st.tuples(*named)
        case Leaf.TICK | Leaf.SIZE:
            assert at is not None
            return _ticks(at)
        case Leaf.DIRECTION | Leaf.LEVELS | Leaf.GRID:
            raise AssertionError("briefs are built from scenarios, not drawn")
        case _:
            assert_never(leaf)


def _ticks(issue: Issue) -> st.SearchStrategy[int]:
    return st.integers(issue.lowest, issue.highest)


_LEAVES = (
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats() | st.text(max_size=5)
)


@st.composite
def spoilt(draw: st.DrawFn, data: Any) -> Any:
    """JSON with one value exchanged, or one key or entry taken out, at any depth."""
    if isinstance(data, dict) and data and draw(st.integers(0, 9)):
        key = draw(st.sampled_from(sorted(data)))
        rest = {name: value for name, value in data.items() if name != key}
        return rest if draw(st.integers(0, 5)) == 0 else data | {key: draw(spoilt(data[key]))}
    if isinstance(data, list) and data and draw(st.integers(0, 9)):
        place = draw(st.integers(0, len(data) - 1))
        return [*data[:place], draw(spoilt(data[place])), *data[place + 1 :]]
    return draw(_LEAVES)
