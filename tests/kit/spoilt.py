"""A valid scenario as text, and a way to spoil it at one place.

Spoiling replaces a piece of the text that occurs once. In the new piece `«` marks
where the fault is expected: the mark is taken out and its line and column are kept.
"""

from __future__ import annotations

from typing import NamedTuple

from negosim.catalog import Problem, open_bytes

SAMPLE = """\
format: 1
id: sample
title: {en: Sample, zh: 样例}
brief:
  everyone: {en: Two firms meet., zh: 两家公司见面。}
  vendor: {en: You sell., zh: 你们卖。}
clock: {minutes: 30}
issues:
  price:
    name: {en: Price, zh: 价格}
    unit: {en: 10k yuan, zh: 万元}
    vendor_prefers: high
    step: 1
    range: [100, 400]
    vendor: {rank: 2, quote: 310, target: 240, floor: 188}
    client: {rank: 1, quote: 170, target: 225, floor: 265}
  payment:
    name: {en: Paid, zh: 付款}
    options: [90, 75, 60, 45, 30]
    vendor: {rank: 1, quote: 90, target: 60, floor: 30}
    client: {rank: 3, quote: 30, target: 60, floor: 90}
  service:
    name: {en: Service, zh: 服务}
    options: [short, middle, long]
    vendor: {rank: 3, quote: short, target: middle, floor: long}
    client: {rank: 2, quote: long, target: middle, floor: short}
rivals:
  - {name: Northstar, terms: {price: 248, payment: 60, service: middle}}
walk_away: {vendor: 12}
persona: analytic-steady
client_team:
  - {id: lin, name: {en: Ms Lin, zh: 林经理}, role: economic, criteria: [price, visit]}
  - {id: zhou, name: {en: Mr Zhou, zh: 周工}, role: technical, veto: {service: short}}
insiders:
  - {topic: needs, text: {en: The date is firm., zh: 日期不变。}, stale: false, ranks: [service, price]}
benefits:
  - {id: visit, text: {en: a visit, zh: 参观}}
pressure:
  - {issue: price, claim: {en: Others ask less., zh: 别家便宜。}, point: threat, true: false}
events:
  - {at: "12:00", text: {en: News., zh: 消息。}, effect: {client: {payment: {floor: 75}}}}
beats:
  - {when: {conceded: price, unasked: true}, say: {en: Noted., zh: 记下了。}, then: hold}
authority: {vendor: {price: 200}}
money: {price: price, payment: payment}
"""


class Spoilt(NamedTuple):
    """A text and where its fault is expected, counted from 1."""

    text: str
    line: int
    column: int

    def problems(self) -> tuple[Problem, ...]:
        return open_bytes(self.text.encode(), file="sample.yaml").problems


def spoil(old: str, new: str) -> Spoilt:
    """The sample with `old`, which occurs once, replaced by `new` and its mark."""
    assert SAMPLE.count(old) == 1, f"{old!r} occurs {SAMPLE.count(old)} times"
    return marked(SAMPLE.replace(old, new))


def marked(text: str) -> Spoilt:
    """A text without its one mark, and where the mark was."""
    before, _, after = text.partition("«")
    lines = before.split("\n")
    return Spoilt(before + after, len(lines), len(lines[-1]) + 1)
