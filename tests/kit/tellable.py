"""Whether somebody can be told by the moves of one game: what shows in them, and a naive Bayes
classifier over it. No words, no marks, no beliefs, no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

from arena import Played

from negosim.engine import events as e
from negosim.engine.concession import merged
from negosim.engine.scenario import Scenario
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm

CLIENT = "client"
VENDOR = "vendor"
LOOKED_AT = 8
"""Closing moves of the client that are looked at one by one (personas.md: "by turn 8")."""
_CLOSING = (e.OfferMade, e.OfferAccepted, e.NotYetSaid, e.Argued, e.Told, e.GoodwillShown)

Features = Mapping[str, Hashable]
"""Facts of one game by name, each with few values."""


class Bayes:
    """Naive Bayes over the features present, with one imagined game for each value of each."""

    def __init__(self, examples: Iterable[tuple[str, Features]]) -> None:
        self._games: Counter[str] = Counter()
        self._seen: Counter[tuple[str, str, Hashable]] = Counter()
        self._values: dict[str, set[Hashable]] = {}
        for label, features in examples:
            self._games[label] += 1
            for name, value in features.items():
                self._seen[label, name, value] += 1
                self._values.setdefault(name, set()).add(value)

    def label(self, features: Features) -> str:
        """The likeliest label; of equals the first by name."""
        return max(sorted(self._games), key=lambda label: self._weight(label, features))

    def _weight(self, label: str, features: Features) -> float:
        games = self._games[label]
        total = log(games)
        for name, value in features.items():
            if name in self._values:
                seen = self._seen[label, name, value]
                total += log((seen + 1) / (games + len(self._values[name]) + 1))
        return total


def style_of(persona: str) -> str:
    """The style pair of a persona's id."""
    return persona.split("-")[0]


# -- moves ---------------------------------------------------------------------------


def moves_of(match: Played, turns: int | None = None) -> Features:
    """What the client's public moves show, words and the reasons of offers left out.

    `turns`: no more than so many closing moves of the client.
    """
    public = _public(match, turns)
    own = [event for event in public if event.seat == CLIENT]
    closing = [event for event in own if isinstance(event, _CLOSING)]
    offers = [event for event in own if isinstance(event, e.OfferMade)]
    return {
        **_opening(match.scenario, closing, offers),
        **_rhythm(match.scenario, closing, offers),
        **_talk(own, closing),
        **_replies(public),
        **_figures(match.scenario, offers),
    }


def _public(match: Played, turns: int | None) -> list[e.Event]:
    out = []
    closed = 0
    for event in match.events:
        if getattr(event, "seat", "") not in (CLIENT, VENDOR):
            continue
        out.append(event)
        closed += event.seat == CLIENT and isinstance(event, _CLOSING)
        if closed == turns:
            break
    return out


def _opening(
    scenario: Scenario, closing: Sequence[e.Event], offers: Sequence[e.OfferMade]
) -> dict[str, Hashable]:
    """What comes first, how many issues the first offer names, and how high it aims."""
    first = merged(offers[0].give, offers[0].want) if offers else ()
    out: dict[str, Hashable] = {
        "first move": type(closing[0]).__name__ if closing else "",
        "issues of the first offer": sum(tick is not None for tick in first),
    }
    for issue, tick in enumerate(first):
        out[f"opens {issue} at"] = (
            None if tick is None else _part(_place(scenario, issue, tick), 40)
        )
    return out


def _rhythm(
    scenario: Scenario, closing: Sequence[e.Event], offers: Sequence[e.OfferMade]
) -> dict[str, Hashable]:
    """Which closing moves move, how far, and on how many issues at once."""
    moved = [isinstance(each, e.OfferMade) and each.is_new_best for each in closing]
    later = offers[1:]
    gives = [sum(tick is not None for tick in each.give) for each in later]
    named = [sum(tick is not None for tick in merged(each.give, each.want)) for each in later]
    sizes = _steps(scenario, offers)
    return {
        **{f"moves at {place}": what for place, what in enumerate(moved[1:LOOKED_AT], 2)},
        "share of moving": _share(moved, 8),
        "issues given": _part(sum(gives) / max(1, len(gives)), 3),
        "issues named": _part(sum(named) / max(1, len(named)), 3),
        "on one issue": _share([each == 1 for each in gives], 4),
        "first step": _part(sizes[0], 20) if sizes else None,
        "second to first step": _part(sizes[1] / sizes[0], 3) if len(sizes) > 1 else None,
        "largest step": min(3, sizes.index(max(sizes))) if sizes else None,
        "moves nothing": min(3, sum(not each.is_new_best for each in later)),
    }


def _steps(scenario: Scenario, offers: Sequence[e.OfferMade]) -> list[float]:
    """How far each offer leaves the one before it, in shares of the issues' ranges."""
    out = []
    known: dict[int, float] = {}
    for offer in offers:
        named = {
            issue: _place(scenario, issue, tick)
            for issue, tick in enumerate(merged(offer.give, offer.want))
            if tick is not None
        }
        size = sum(abs(place - known.get(issue, place)) for issue, place in named.items())
        known |= named
        if size > 0.0:
            out.append(size)
    return out


def _talk(own: Sequence[e.Event], closing: Sequence[e.Event]) -> dict[str, Hashable]:
    """What is asked, argued, told and shown, and how often."""
    asks = Counter(each.form for each in own if isinstance(each, e.QuestionAsked))
    claims = Counter(each.kind for each in own if isinstance(each, e.Argued))
    kinds = Counter(type(each) for each in own)
    counted = (e.GoodwillShown, e.Told, e.BreakTaken, e.SheetTorn, e.LinesProposed)
    return {
        **{f"asks {form}": min(2, asks[form]) for form in QuestionForm},
        **{f"argues {kind}": min(2, claims[kind]) for kind in ArgumentKind},
        **{kind.__name__: min(3, kinds[kind]) for kind in counted},
        "share of not yet": _part(kinds[e.NotYetSaid] / max(1, len(closing)), 6),
    }


def _replies(public: Sequence[e.Event]) -> dict[str, Hashable]:
    """How questions, a *not yet* and an argument are met, and what comes before the last yes."""
    whys: list[bool] = []
    others: list[bool] = []
    spoken = []
    for before, event in pairwise(public):
        if event.seat == CLIENT and isinstance(event, e.QuestionAnswered):
            why = isinstance(before, e.QuestionAsked) and before.form is QuestionForm.CAUSAL
            (whys if why else others).append(event.kind is AnswerKind.EVASIVE)
        if isinstance(event, _CLOSING) or (
            event.seat == CLIENT and isinstance(event, e.QuestionAsked)
        ):
            spoken.append(event)
    met: dict[type[e.Event], Counter[str]] = {e.NotYetSaid: Counter(), e.Argued: Counter()}
    last = ""
    for before, event in pairwise(spoken):
        if event.seat == CLIENT and before.seat == VENDOR and type(before) in met:
            met[type(before)][_named(event)] += 1
    own = [event for event in spoken if event.seat == CLIENT]
    for before, event in pairwise(own):
        if isinstance(event, e.OfferAccepted):
            last = _named(before)
    out: dict[str, Hashable] = {
        "evades a why": _share(whys, 2),
        "evades": _share(others, 4),
        "before the last yes": last,
    }
    for kind, counts in met.items():
        out[f"after {kind.__name__}"] = max(sorted(counts), key=counts.__getitem__, default=None)
    return out


def _named(event: e.Event) -> str:
    if isinstance(event, e.QuestionAsked):
        return f"asks {event.form}"
    if isinstance(event, e.OfferMade) and not event.is_new_best:
        return "offers the same"
    return type(event).__name__


def _figures(scenario: Scenario, offers: Sequence[e.OfferMade]) -> dict[str, Hashable]:
    """How round the values on numeric issues are."""
    said = {
        (issue, tick)
        for offer in offers
        for issue, tick in enumerate(merged(offer.give, offer.want))
        if tick is not None and not scenario.issues[issue].is_ladder
    }
    return {
        "odd figures": _share([tick % 2 == 1 for _, tick in said], 4),
        "round figures": _share([tick % 5 == 0 for _, tick in said], 4),
    }


def _place(scenario: Scenario, issue: int, tick: int) -> float:
    """Where a value lies in its issue's range, 0 to 1."""
    known = scenario.issues[issue]
    return (tick - known.lowest) / max(1, known.highest - known.lowest)


def _share(ones: Sequence[bool], parts: int) -> int | None:
    """How many of these are so, in `parts` parts; None without any."""
    return _part(sum(ones) / len(ones), parts) if ones else None


def _part(value: float, parts: int) -> int:
    """Which of `parts` equal parts of 0..1 a value falls into, at most so many times beyond."""
    return min(2 * parts, int(value * parts + 1e-9))
