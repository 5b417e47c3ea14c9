"""Numbers, amounts, terms and times as people write them in each language.

Only public things are worded here: an issue, a tick, a benefit. Nothing is parsed
and nothing is looked up in a side's marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from negosim.engine.issue import BenefitNos, Issue, Terms, Text
from negosim.engine.scenario import Benefit
from negosim.language.catalogue import catalogue
from negosim.language.typography import capital, is_wide

_GROUPED_FROM = 10_000


def number_text(value: Fraction | int) -> str:
    """Exact decimal digits, grouped by thousands from 10,000; other fractions to 2 places."""
    value = Fraction(value)
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 1)
    digits = f"{whole:,}" if whole >= _GROUPED_FROM else str(whole)
    if not rest:
        return sign + digits
    places = _decimal_places(rest)
    if places is None:
        return f"{sign}{float(abs(value)):.2f}"
    return f"{sign}{digits}.{int(rest * 10**places):0{places}d}"


def amount_text(amount: Fraction | int, unit: Text | None, lang: str) -> str:
    """A number with its unit: `310万元`, `60%`, `24 months`, `310 (10k yuan)`."""
    digits = number_text(amount)
    name = "" if unit is None else unit.in_(lang).strip()
    if not name:
        return digits
    if name[0].isdigit():
        return f"{digits} ({name})"
    if not name[0].isalpha() or is_wide(name[0]):
        return digits + name
    return f"{digits} {name}"


def value_text(issue: Issue, tick: int, lang: str) -> str:
    """The value of a tick as one says it, unit included."""
    if not issue.is_ladder:
        return amount_text(issue.value(tick), issue.unit, lang)
    option = issue.options[tick]
    if option.number is not None:
        return amount_text(option.number, issue.unit, lang)
    return option.text.in_(lang) or option.id


def short_value(issue: Issue, tick: int, lang: str) -> str:
    """A value without the unit that stands under its issue's name: `310`; an option in full."""
    return value_text(issue, tick, lang) if issue.is_ladder else number_text(issue.value(tick))


def unit_of(issue: Issue, lang: str) -> str:
    """The unit that goes with short values; empty on a ladder and where there is none."""
    return "" if issue.is_ladder or issue.unit is None else issue.unit.in_(lang).strip()


def typed_value(issue: Issue, tick: int) -> str:
    """The value of a tick as one types it in a command: digits alone, or the option's id."""
    if not issue.is_ladder:
        return number_text(issue.value(tick)).replace(",", "")
    option = issue.options[tick]
    return option.id if option.number is None else number_text(option.number).replace(",", "")


def size_text(issue: Issue, ticks: int, lang: str) -> str:
    """The size of a concession: an amount on a numeric issue, steps on a ladder."""
    if not issue.is_ladder:
        return amount_text(ticks * issue.step, issue.unit, lang)
    return catalogue("talk", lang).text("size.one" if ticks == 1 else "size.more", count=ticks)


def issue_name(issue: Issue, lang: str, *, starts: bool = False) -> str:
    """The issue's name inside a sentence, or as one starts or labels (`starts`)."""
    name = issue.name.in_(lang) or issue.id
    return capital(name) if starts else _lowered(name)


def issue_noun(issue: Issue, lang: str) -> str:
    """The name as a noun for whole sentences: `price`, `the share paid at acceptance`.

    The name as it is ends it, so that whoever looks for the name finds it.
    """
    name = issue_name(issue, lang)
    unit = "" if issue.unit is None else issue.unit.in_(lang)
    first = name.split(" ", 1)[0]
    key = f"noun.{first}_share" if unit == "%" else f"noun.{first}"
    messages = catalogue("talk", lang)
    return messages.text(key, issue=name) if key in messages else name


def issue_names(issues: Iterable[Issue], lang: str, *, last: str = "and") -> str:
    """Names in a list, the last joined by `and` or `or`."""
    return joined([issue_name(issue, lang) for issue in issues], lang, last=last)


def point_text(issue: Issue, tick: int, lang: str) -> str:
    """A value with its issue, inside a sentence: `a price of 270`, `验收付款90%`."""
    messages = catalogue("talk", lang)
    value = value_text(issue, tick, lang)
    return messages.text(_phrase(issue, value), issue=issue_name(issue, lang), value=value)


def terms_text(issues: tuple[Issue, ...], terms: Terms, lang: str, *, last: str = "and") -> str:
    """All values that `terms` names, in agenda order, as one list; empty when it names none."""
    return joined(
        [point_text(issue, tick, lang) for issue, tick in zip(issues, terms) if tick is not None],
        lang,
        last=last,
    )


def deal_text(
    issues: tuple[Issue, ...],
    terms: Terms,
    benefits: BenefitNos,
    known: tuple[Benefit, ...],
    lang: str,
) -> str:
    """Values and benefits in one list, in agenda order."""
    parts = [
        point_text(issue, tick, lang) for issue, tick in zip(issues, terms) if tick is not None
    ]
    parts += [known[number].text.in_(lang) for number in benefits]
    return joined(parts, lang)


def joined(parts: list[str], lang: str, *, last: str = "and") -> str:
    """A list as the language writes it: `a, b and c`; `甲、乙和丙`."""
    if len(parts) < 2:
        return "".join(parts)
    messages = catalogue("talk", lang)
    head = messages.text("list.comma").join(parts[:-1])
    return messages.text(f"list.{last}", head=head, tail=parts[-1])


def clock_text(ms: int) -> str:
    """Minutes and seconds, `24:16`; a started second counts as gone for what is left."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def seconds_text(ms: int, lang: str) -> str:
    """A short span: `45 s`, `2 min`, `2 min 30 s`."""
    messages = catalogue("talk", lang)
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    parts = []
    if minutes:
        parts.append(messages.text("span.minutes", count=minutes))
    if seconds or not minutes:
        parts.append(messages.text("span.seconds", count=seconds))
    return messages.text("span.join").join(parts) if len(parts) > 1 else parts[0]


def _phrase(issue: Issue, value: str) -> str:
    """Which wording fits: by unit, and for the common issues of a sale by their id."""
    if value.endswith("%"):
        return "point.percent"
    starts_with_number = value[:1].isdigit()
    if issue.id in ("price", "delivery", "service") and starts_with_number:
        return f"point.{issue.id}"
    return "point.plain"


def _lowered(name: str) -> str:
    """`Paid at acceptance` inside a sentence: lower case, unless the word is an acronym."""
    head, *tail = name.split(" ", 1)
    if len(head) > 1 and head[1:].islower() and head[0].isupper():
        return " ".join([head.lower(), *tail])
    return name


def _decimal_places(rest: Fraction) -> int | None:
    """How many decimals write the fraction exactly; None when no number of them does."""
    denominator, places = rest.denominator, 0
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    places = max(twos, fives)
    return places if denominator == 1 else None
