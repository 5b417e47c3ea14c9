"""Hypothesis strategies for valid scenarios of format 1: 1 to 8 issues of every kind, a
zone of agreement on each, and any of the optional fields. Nothing invalid comes from here.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from negosim.catalog import PERSONAS, from_mapping
from negosim.catalog.values import as_number
from negosim.engine.scenario import Scenario

Data = dict[str, Any]
Drawn = tuple[Data, list[Any]]
"""An issue as the file has it, and values of it that may be named."""

_STEPS = tuple(Fraction(step) for step in ("1", "1", "5", "10", "0.5", "0.25", "0.01", "2.5"))
_ALPHABET = "abcdefghij 谈判价格付款 ABC,.:-#'\"{}[]&*!"
_WORDS = st.text(_ALPHABET, min_size=1, max_size=20).map(lambda text: f"x{text}x")
_SIDES = ("vendor", "client")
_PURPOSES = ("consult", "gain_time", "press", "probe")
_FORMS = ("open", "causal", "exclusion", "leading", "summarising", "expectation")


def texts() -> st.SearchStrategy[Any]:
    """A text for every language, or one in two languages."""
    both = st.fixed_dictionaries({"en": _WORDS, "zh": _WORDS})
    return st.one_of(_WORDS, both)


@st.composite
def numeric_issues(draw: st.DrawFn) -> Drawn:
    """A numeric issue. Marks are drawn as gains of the vendor, then laid out by direction."""
    step = draw(st.sampled_from(_STEPS))
    client_floor = draw(st.integers(2, 400))
    vendor_floor = draw(st.integers(0, client_floor))
    vendor_target = vendor_floor + draw(st.integers(1, 60))
    vendor_quote = vendor_target + draw(st.integers(1, 80))
    client_target = draw(st.integers(1, client_floor - 1))
    client_quote = draw(st.integers(0, client_target - 1))
    top = max(vendor_quote, client_floor)
    prefers = draw(st.sampled_from(("high", "low")))

    def value(gain: int) -> int | float:
        return as_number((gain if prefers == "high" else top - gain) * step)

    issue: Data = {
        "name": draw(texts()),
        "vendor_prefers": prefers,
        "vendor": {
            "quote": value(vendor_quote),
            "target": value(vendor_target),
            "floor": value(vendor_floor),
        },
        "client": {
            "quote": value(client_quote),
            "target": value(client_target),
            "floor": value(client_floor),
        },
    }
    if step != 1 or draw(st.booleans()):
        issue["step"] = as_number(step)
    if draw(st.booleans()):
        beyond = draw(st.integers(0, 30))
        issue["range"] = [0, as_number((top + beyond) * step)]
    if top >= 4 and draw(st.integers(0, 3)) == 0:
        gains = draw(st.sets(st.integers(0, top), min_size=5, max_size=5))
        issue["levels"] = [value(gain) for gain in sorted(gains, reverse=True)]
    if draw(st.booleans()):
        issue["unit"] = draw(texts())
    named = [value(vendor_quote), value(vendor_floor), value(client_floor), value(client_quote)]
    return issue, named


@st.composite
def ladders(draw: st.DrawFn) -> Drawn:
    """A ladder of 2 to 9 numbers, strings or options with texts; marks may coincide."""
    count = draw(st.integers(2, 9))
    kind = draw(st.sampled_from(("numbers", "decimals", "strings", "options", "numbered")))
    rising = draw(st.booleans())
    numbers = sorted(
        draw(st.sets(st.integers(0, 120), min_size=count, max_size=count)), reverse=not rising
    )
    options: list[Any]
    ids: list[Any]
    if kind == "numbers":
        options = ids = list(numbers)
    elif kind == "decimals":
        options = ids = [number + 0.5 for number in numbers]
    elif kind == "strings":
        options = ids = [f"choice {number}" for number in numbers]
    elif kind == "options":
        ids = [f"o{number}" for number in numbers]
        options = [{"id": id_, "text": draw(texts())} for id_ in ids]
    else:
        ids = list(numbers)
        options = [{"id": id_, "text": draw(texts())} for id_ in ids]
    places = st.lists(st.integers(0, count - 1), min_size=3, max_size=3)
    vendor = sorted(draw(places))
    client = sorted(draw(places), reverse=True)
    if vendor[2] < client[2]:  # the zone lies between the client's floor and the vendor's
        vendor[2] = count - 1
    issue: Data = {
        "name": draw(texts()),
        "options": options,
        "vendor": _marks(ids, vendor),
        "client": _marks(ids, client),
    }
    if draw(st.integers(0, 3)) == 0:
        levels = draw(st.lists(st.integers(1, 5), min_size=count, max_size=count))
        issue["levels"] = sorted(levels, reverse=True)
    return issue, ids


def _marks(ids: list[Any], places: list[int]) -> Data:
    return dict(zip(("quote", "target", "floor"), (ids[place] for place in places), strict=True))


@st.composite
def mappings(draw: st.DrawFn, *, least: int = 1, most: int = 8, plain: bool = False) -> Data:
    """A valid mapping of format 1 with `least` to `most` issues.

    With `plain` only the required fields are set: no rivals, walk-aways, team, news, beats.
    """
    count = draw(st.integers(least, most))
    ids = [f"issue-{place}" if place else "price" for place in range(count)]
    drawn = {id_: draw(st.one_of(numeric_issues(), ladders())) for id_ in ids}
    for side in _SIDES:
        ranks = draw(st.permutations(range(1, count + 1)))
        for id_, rank in zip(ids, ranks, strict=True):
            drawn[id_][0][side]["rank"] = rank
    data: Data = {
        "format": 1,
        "id": "drawn-by-chance",
        "title": draw(texts()),
        "brief": {"everyone": draw(texts())},
        "issues": {id_: issue for id_, (issue, _) in drawn.items()},
    }
    if not plain:
        values = {id_: named for id_, (_, named) in drawn.items()}
        data |= draw(st.fixed_dictionaries({}, optional=_extras(ids, values)))
        benefits = [benefit["id"] for benefit in data.get("benefits", ())]
        if draw(st.booleans()):
            data["client_team"] = [draw(_members(ids, benefits, values))]
    return data


@st.composite
def scenarios(draw: st.DrawFn, *, least: int = 1, most: int = 8, plain: bool = False) -> Scenario:
    """The same as built scenarios."""
    return from_mapping(draw(mappings(least=least, most=most, plain=plain)))


def _terms(ids: list[str], values: dict[str, list[Any]], *, whole: bool) -> Any:
    each = {id_: st.sampled_from(values[id_]) for id_ in ids}
    if whole:
        return st.fixed_dictionaries(each)
    some = st.fixed_dictionaries({}, optional=each)
    return some.filter(bool)


def _members(ids: list[str], benefits: list[str], values: dict[str, list[Any]]) -> Any:
    return st.fixed_dictionaries(
        {
            "id": st.just("lin"),
            "name": texts(),
            "role": st.sampled_from(("coach", "user", "technical", "economic", "evaluator")),
        },
        optional={
            "criteria": st.lists(st.sampled_from(ids + benefits), unique=True, max_size=3),
            "veto": _terms(ids, values, whole=False),
        },
    )


def _extras(ids: list[str], values: dict[str, list[Any]]) -> dict[str, Any]:
    """Every optional field of the file but the team, whose criteria need the benefits."""
    issue = st.sampled_from(ids)
    share = st.sampled_from((0, 0.25, 0.333, 0.5, 1))
    moved = st.sampled_from(values[ids[0]])
    change = st.fixed_dictionaries({}, optional={"floor": moved, "authority": moved}).filter(bool)
    effect = st.fixed_dictionaries(
        {}, optional={side: st.fixed_dictionaries({ids[0]: change}) for side in _SIDES}
    )
    then = st.one_of(
        st.sampled_from(("accept", "hold", "goodwill")),
        st.fixed_dictionaries({"offer": _terms(ids, values, whole=False)}),
        st.fixed_dictionaries({"argue": st.sampled_from(("rival", "deadline", "need"))}),
        st.fixed_dictionaries({"leave": st.sampled_from(_PURPOSES)}),
    )
    when = st.fixed_dictionaries(
        {},
        optional={
            "at": st.integers(0, 120),
            "turn": st.integers(1, 40),
            "conceded": issue,
            "unasked": st.just(True),
            "unreturned": st.just(True),
            "asked": st.sampled_from(_FORMS),
            "said": st.sampled_from(("offer", "hold", "not_yet", "leave")),
            "deadlock": st.just(True),
            "left": st.sampled_from(_PURPOSES),
            "offer_within": st.integers(0, 10),
        },
    ).filter(bool)
    return {
        "brief": st.fixed_dictionaries(
            {"everyone": texts()}, optional={"vendor": texts(), "client": texts()}
        ),
        "parties": st.fixed_dictionaries(
            {}, optional={"vendor": _named(), "client": _named()}
        ).filter(bool),
        "clock": st.fixed_dictionaries(
            {}, optional={"minutes": st.sampled_from((2, 7.5, 30, 90)), "preparation": st.just(0)}
        ),
        "rivals": st.lists(
            st.fixed_dictionaries({"name": texts(), "terms": _terms(ids, values, whole=True)}),
            max_size=2,
        ),
        "walk_away": st.fixed_dictionaries(
            {}, optional={"vendor": st.integers(0, 8), "client": st.integers(0, 8)}
        ),
        "persona": st.one_of(
            st.sampled_from(PERSONAS),
            st.fixed_dictionaries(
                {},
                optional={
                    "base": st.sampled_from(PERSONAS),
                    "hardness": st.sampled_from(("soft", "firm", "hard")),
                    "honesty": share,
                    "patience": share,
                    "relation": st.sampled_from(("A", "B", "C")),
                    "payer": st.sampled_from(("due", "fraud")),
                },
            ),
        ),
        "insiders": st.lists(
            st.fixed_dictionaries(
                {"text": texts()},
                optional={"topic": st.just("needs"), "stale": st.booleans()},
            ),
            max_size=3,
        ),
        "benefits": st.lists(
            st.fixed_dictionaries(
                {"id": st.sampled_from(("reference", "phase-two", "training")), "text": texts()}
            ),
            max_size=3,
            unique_by=lambda benefit: benefit["id"],
        ),
        "pressure": st.lists(
            st.fixed_dictionaries(
                {"issue": issue, "claim": texts()},
                optional={
                    "point": st.sampled_from(("strong", "threat", "dormant")),
                    "true": st.booleans(),
                },
            ),
            max_size=2,
        ),
        "events": st.lists(
            st.fixed_dictionaries(
                {"at": st.one_of(st.just("1:05"), st.integers(0, 120)), "text": texts()},
                optional={
                    "announced": st.booleans(),
                    "effect": effect,
                },
            ),
            max_size=2,
        ),
        "beats": st.lists(
            st.fixed_dictionaries({"when": when, "say": texts()}, optional={"then": then}),
            max_size=2,
        ),
        "talk": st.fixed_dictionaries(
            {}, optional={"offer": st.integers(0, 90), "question": st.just(12.5)}
        ),
        "level": st.sampled_from(("first", "guided", "course", "exam")),
        "concessions": st.fixed_dictionaries({"harder_means": st.just("larger")}),
        "authority": st.fixed_dictionaries(
            {}, optional={"vendor": _terms(ids, values, whole=False)}
        ),
        "bad_debt": st.dictionaries(
            st.integers(1, 400), st.integers(0, 100), min_size=1, max_size=4
        ),
        "payer": st.sampled_from(("due", "reminded", "pushed", "withholds", "fraud")),
        "orders": st.sampled_from(("fixed", "team", "drawn")),
        "table": st.sampled_from(("typed", "spoken")),
        "questions": st.lists(
            st.fixed_dictionaries(
                {"ask": texts(), "answer": texts()}, optional={"points": st.integers(0, 5)}
            ),
            max_size=2,
        ),
        "notes": texts(),
    }


def _named() -> Any:
    return st.fixed_dictionaries({"name": texts()})
