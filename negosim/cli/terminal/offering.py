"""Building an offer step by step: what is given, what is wanted for it, why.

The room for the next concession (R23) and the ways to write a value are shown while
building; whether the offer is legal is said by the composer.
"""

from __future__ import annotations

from negosim.cli.terminal import vocabulary
from negosim.cli.terminal.commands import CommandFault, parse
from negosim.cli.terminal.desk import Desk, Item, numbered
from negosim.engine import moves as m
from negosim.engine.concession import hardness
from negosim.engine.issue import Issue, Terms
from negosim.engine.judging import planned_room
from negosim.engine.words import Reason
from negosim.engine.yardstick import level_ticks
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of
from negosim.language.refusals import allowed_values
from negosim.language.values import issue_name, joined, size_text, value_text


def offer_menu(desk: Desk) -> m.Move | None:
    """An offer by three questions; None when it is given up."""
    show_choices(desk)
    given = _package(desk, "offer.give", "{}")
    if given is None:
        return None
    wanted = _package(desk, "offer.want", _want_first(desk))
    if wanted is None:
        return None
    move = _joined(given, wanted)
    if move is None:
        desk.fault(desk.text("offer.empty"))
        return None
    second = _second(desk)
    reason = _reason(desk)
    return m.Offer(move.give, move.want, move.benefits, reason, second)


def show_choices(desk: Desk) -> None:
    """Each open issue: own level ticks with their points, and the room for a step now."""
    view, lang = desk.view, desk.lang
    desk.say("offer.points", "muted")
    for number, issue in enumerate(view.brief.issues):
        yard = view.brief.yardsticks[number]
        ticks = [
            desk.text("offer.tick", value=value_text(issue, tick, lang), points=level * yard.weight)
            for level, tick in level_ticks(issue, yard)
        ]
        name = issue_name(issue, lang, starts=True)
        listed = catalogue("talk", lang).text("list.comma").join(ticks)
        desk.screen.say(
            desk.text("offer.issue", number=number + 1, issue=name, ticks=listed), indent="    "
        )
        note = _room_note(desk, number)
        if note:
            desk.screen.say(f"    {note}", "muted", indent="    ")
    if view.brief.benefits:
        names = [each.text.in_(lang) for each in view.brief.benefits]
        desk.say("offer.benefits", "muted", benefits=joined(names, lang))


def example(desk: Desk, issue: Issue, number: int) -> str:
    """How a value of an issue is typed: its name, `=`, the own quote."""
    mark = desk.view.brief.marks[number]
    return f"{issue_name(issue, desk.lang)}={value_text(issue, mark.quote, desk.lang)}"


def _room_note(desk: Desk, number: int) -> str:
    """How far the planned step reaches, given how hard they are. Source: exercise.md R23."""
    found = planned_room(desk.view, number)
    if found is None:
        return ""
    issue = desk.view.brief.issues[number]
    hard = hardness(desk.view.common.positions[desk.view.brief.side.other].closes)
    return desk.text(
        "offer.room",
        planned=size_text(issue, found[0], desk.lang),
        room=size_text(issue, found[1], desk.lang),
        hardness=name_of(hard, desk.lang),
    )


def _want_first(desk: Desk) -> str:
    return vocabulary.first_word("join", "want", desk.lang) + " {}"


def _package(desk: Desk, key: str, pattern: str) -> m.Offer | None:
    """One half of an offer as typed values; issues alone are asked for their values."""
    desk.say(key)
    while True:
        typed = desk.line("> ")
        if not typed:
            blank = (None,) * len(desk.view.brief.issues)
            return m.Offer(blank, blank)
        if desk.goes_back(typed):
            return None
        typed = _with_values(desk, typed)
        if not typed:
            desk.say(key)
            continue
        verb = vocabulary.first_word("verb", "offer", desk.lang)
        try:
            command = parse(f"{verb} {pattern.format(typed)}", desk.view, desk.lang)
        except CommandFault as fault:
            if _looks_like_command(typed):
                desk.command(typed)
            else:
                desk.fault(str(fault))
            continue
        if isinstance(command, m.Offer) and command.second is None:
            return command
        desk.fault(desk.text("offer.one_package"))


def _with_values(desk: Desk, typed: str) -> str:
    """A line of issues alone, by number or name, with the value of each asked for.

    Any other line as it was typed; empty when one of the values is not given.
    """
    issues = desk.view.brief.issues
    named = numbered(typed, len(issues), vocabulary.issue_words(issues))
    if not named:
        return typed
    values: list[str] = []
    for number in named:
        issue = issues[number]
        name = issue_name(issue, desk.lang)
        desk.say("offer.value", "muted", issue=name, allowed=allowed_values(issue, desk.lang))
        value = desk.line("> ")
        if not value or desk.goes_back(value):
            return ""
        values.append(f"{issue.id}={value}")
    return " ".join(values)


def _looks_like_command(typed: str) -> bool:
    reader = vocabulary.Reader(typed)
    return reader.key("verb") is not None


def _joined(given: m.Offer, wanted: m.Offer) -> m.Offer | None:
    """Both halves as one package; None when neither names anything.

    What the first half was typed to want, and the second to give, stays so.
    """
    give = _overlaid(given.give, wanted.give)
    want = _overlaid(wanted.want, given.want)
    benefits = tuple(sorted({*given.benefits, *wanted.benefits}))
    if not benefits and all(tick is None for tick in (*give, *want)):
        return None
    return m.Offer(give, want, benefits)


def _overlaid(first: Terms, second: Terms) -> Terms:
    return tuple(
        tick if tick is not None else other for tick, other in zip(first, second, strict=True)
    )


def _second(desk: Desk) -> m.Package | None:
    """Another package of like worth beside it, when the player wants one. Source: R33."""
    items = [Item("one", desk.text("offer.only")), Item("two", desk.text("offer.beside"))]
    if desk.choose(items, back=False, empty="one") == "one":
        return None
    given = _package(desk, "offer.give", "{}")
    wanted = None if given is None else _package(desk, "offer.want", _want_first(desk))
    if given is None or wanted is None:
        return None
    joined_ = _joined(given, wanted)
    return None if joined_ is None else m.Package(joined_.give, joined_.want)


def _reason(desk: Desk) -> Reason:
    desk.say("offer.because", "muted")
    reasons = [reason for reason in Reason if reason is not Reason.NONE]
    items = [Item(reason.value, name_of(reason, desk.lang)) for reason in reasons]
    return Reason(desk.choose(items, back=False, empty=Reason.NONE.value))
