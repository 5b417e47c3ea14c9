"""From a scenario back to format 1: the mapping that logs carry, and its digest.

Everything is written out, defaults too, so that a log keeps its meaning when a
default changes. `from_mapping(canonical(scenario)) == scenario`, also after the
ranks or bands were changed. No key order matters: the agenda is a list.
"""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from typing import TypeAlias

from negosim.catalog.values import as_number, decimal_text, written
from negosim.catalog.vocabulary import TALK_COSTS
from negosim.engine.issue import Issue, Option, Terms, Text
from negosim.engine.scenario import (
    Beat,
    BeatMove,
    HouseRules,
    Member,
    News,
    Opposition,
    Payment,
    PersonaSpec,
    Quiz,
    Scenario,
    Story,
    When,
)
from negosim.engine.sides import SIDES, Side
from negosim.engine.yardstick import Marks

Data: TypeAlias = dict[str, object]


def canonical(scenario: Scenario) -> Data:
    """The scenario as a format-1 mapping of plain JSON values, a new one each time.

    Numbers are numbers and survive JSON exactly, for every scenario from the door.
    """
    ids = [issue.id for issue in scenario.issues]
    data: Data = {
        "format": 1,
        "id": scenario.id,
        **_story(scenario.story),
        **_house(scenario.house),
        "agenda": ids,
        "issues": {
            issue.id: _issue(scenario, place) for place, issue in enumerate(scenario.issues)
        },
        "walk_away": _by_side(scenario.own_walk_away.vendor, scenario.own_walk_away.client),
        "authority": _by_side(
            *(terms_out(scenario.issues, scenario.own_authority[side]) for side in SIDES)
        ),
        "rivals": [
            {"name": _text(rival.name), "terms": terms_out(scenario.issues, rival.terms)}
            for rival in scenario.rivals
        ],
        "benefits": [
            {"id": benefit.id, "text": _text(benefit.text)} for benefit in scenario.benefits
        ],
        **_opposition(scenario, scenario.opposition),
        **_payment(scenario.payment, ids),
    }
    return {key: value for key, value in data.items() if value not in ({}, [])}


def canonical_bytes(scenario: Scenario) -> bytes:
    """The mapping as JSON: keys sorted, no blanks, UTF-8. Equal scenarios, equal bytes."""
    text = json.dumps(
        canonical(scenario),
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return text.encode("utf-8")


def digest(scenario: Scenario) -> str:
    """SHA-256 of `canonical_bytes`, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(scenario)).hexdigest()


def terms_out(issues: tuple[Issue, ...], terms: Terms) -> Data:
    """Values by issue id, as a file writes them; issues without a value are left out."""
    return {
        issue.id: written(issue, tick)
        for issue, tick in zip(issues, terms or (None,) * len(issues), strict=True)
        if tick is not None
    }


def _text(text: Text) -> str | Data:
    """A text for every language is a string."""
    for language, words in text.by_language:
        if language == "":
            return words
    return dict(text.by_language)


def _texts(**texts: Text | None) -> Data:
    """The texts there are."""
    return {key: _text(text) for key, text in texts.items() if text is not None and text != Text()}


def _by_side(vendor: object, client: object) -> Data:
    """What there is for the two sides."""
    pair = {Side.VENDOR.word: vendor, Side.CLIENT.word: client}
    return {side: value for side, value in pair.items() if value not in (None, {}, [])}


def _minutes(ms: int) -> int | float:
    return as_number(Fraction(ms, 60_000))


def _seconds(ms: int) -> int | float:
    return as_number(Fraction(ms, 1000))


def _story(story: Story) -> Data:
    names = ({"name": _text(name)} if name != Text() else None for name in story.parties)
    return {
        **_texts(title=story.title, notes=story.notes),
        "brief": _texts(
            everyone=story.everyone, vendor=story.secret.vendor, client=story.secret.client
        ),
        "parties": _by_side(*names),
        "questions": [_quiz(quiz) for quiz in story.questions],
    }


def _quiz(quiz: Quiz) -> Data:
    return {**_texts(ask=quiz.ask, answer=quiz.answer), "points": quiz.points}


def _house(house: HouseRules) -> Data:
    return {
        "clock": {
            "minutes": _minutes(house.limit_ms),
            "preparation": _minutes(house.preparation_ms),
        },
        "talk": {name: _seconds(getattr(house.costs, name)) for name in TALK_COSTS},
        "level": house.level.value,
        "table": house.kind.value,
        "orders": house.orders.value,
        "concessions": {"harder_means": house.harder_means.value},
    }


def _issue(scenario: Scenario, place: int) -> Data:
    issue = scenario.issues[place]
    data: Data = _texts(name=issue.name, unit=issue.unit)
    if issue.is_ladder:
        data["options"] = [_option(option) for option in issue.options]
        if issue.levels is not None:
            data["levels"] = list(issue.levels)
    else:
        data["vendor_prefers"] = "high" if issue.toward_vendor > 0 else "low"
        data["step"] = as_number(issue.step)
        if issue.ranged:
            data["range"] = [written(issue, issue.lowest), written(issue, issue.highest)]
        if issue.levels is not None:
            data["levels"] = [written(issue, tick) for tick in issue.levels]
    for side in SIDES:
        data[side.word] = _marks(issue, scenario.marks[side][place])
    if place in scenario.no_zone:
        data["no_zone"] = True
    return data


def _option(option: Option) -> object:
    id_ = option.id if option.number is None else as_number(option.number)
    number_text = option.id if option.number is None else decimal_text(option.number)
    if option.text == Text((("", number_text),)):
        return id_
    return {"id": id_, "text": _text(option.text)}


def _marks(issue: Issue, marks: Marks) -> Data:
    return {
        "rank": marks.rank,
        "quote": written(issue, marks.quote),
        "target": written(issue, marks.target),
        "floor": written(issue, marks.floor),
    }


def _opposition(scenario: Scenario, opposition: Opposition) -> Data:
    issues = scenario.issues
    return {
        "persona": _persona(opposition.persona),
        "client_team": [_member(scenario, member) for member in opposition.team],
        "insiders": [
            {
                **({"topic": card.topic} if card.topic else {}),
                **_texts(text=card.text),
                "stale": card.stale,
                **({"ranks": [issues[place].id for place in card.ranks]} if card.ranks else {}),
            }
            for card in opposition.insiders
        ],
        "pressure": [
            {
                "issue": issues[claim.issue].id,
                **_texts(claim=claim.claim),
                "point": claim.point.value,
                "true": claim.is_true,
            }
            for claim in opposition.pressure
        ],
        "events": [_news(issues, news) for news in opposition.news],
        "beats": [_beat(issues, beat) for beat in opposition.beats],
    }


def _persona(persona: PersonaSpec) -> str | Data:
    if not persona.overrides:
        return persona.base
    traits = (
        (key, trait if isinstance(trait, str) else as_number(Fraction(repr(trait))))
        for key, trait in persona.overrides
    )
    return {"base": persona.base, **dict(traits)}


def _member(scenario: Scenario, member: Member) -> Data:
    data: Data = {"id": member.id, **_texts(name=member.name), "role": member.role.value}
    criteria = [scenario.issues[place].id for place in member.issues]
    criteria += [scenario.benefits[place].id for place in member.benefits]
    if criteria:
        data["criteria"] = criteria
    veto = terms_out(scenario.issues, member.veto)
    if veto:
        data["veto"] = veto
    return data


def _news(issues: tuple[Issue, ...], news: News) -> Data:
    data: Data = {"at": _seconds(news.at_ms), "announced": news.announced, **_texts(text=news.text)}
    changes: dict[Side, dict[str, Data]] = {side: {} for side in SIDES}
    for effect in news.effects:
        issue = issues[effect.issue]
        change = changes[effect.side].setdefault(issue.id, {})
        change["floor" if effect.moves_floor else "authority"] = written(issue, effect.tick)
    effect_out = _by_side(changes[Side.VENDOR], changes[Side.CLIENT])
    if effect_out:
        data["effect"] = effect_out
    return data


def _beat(issues: tuple[Issue, ...], beat: Beat) -> Data:
    data: Data = {"when": _when(issues, beat.when), **_texts(say=beat.say)}
    then = _then(issues, beat.then)
    if then is not None:
        data["then"] = then
    return data


def _when(issues: tuple[Issue, ...], when: When) -> Data:
    data: Data = {
        "at": None if when.at_ms is None else _seconds(when.at_ms),
        "turn": when.turn,
        "conceded": None if when.conceded is None else issues[when.conceded].id,
        "unasked": when.unasked or None,
        "unreturned": when.unreturned or None,
        "asked": None if when.asked is None else when.asked.value,
        "said": when.said,
        "deadlock": when.deadlock or None,
        "left": None if when.left is None else when.left.value,
        "offer_within": when.offer_within,
    }
    return {key: value for key, value in data.items() if value is not None}


def _then(issues: tuple[Issue, ...], move: BeatMove) -> object:
    if move.accept:
        return "accept"
    if move.hold:
        return "hold"
    if move.goodwill:
        return "goodwill"
    if move.offer is not None:
        return {"offer": terms_out(issues, move.offer)}
    if move.argue is not None:
        return {"argue": move.argue.value}
    if move.leave is not None:
        return {"leave": move.leave.value}
    return None


def _payment(payment: Payment, ids: list[str]) -> Data:
    data: Data = {
        "bad_debt": {str(days): lost for days, lost in payment.bad_debt},
        "payer": payment.payer.value,
    }
    if payment.money is not None:
        data["money"] = {"price": ids[payment.money.price], "payment": ids[payment.money.payment]}
    return data
