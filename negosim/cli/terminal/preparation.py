"""Preparation at the terminal: brief, framework, authority, methods, the concession sheet.

The filled sheet may be taken with one key; everything may be looked at first, and
again during the talks. Source: exercise.md R8, R24, R32.
"""

from __future__ import annotations

from negosim.cli.terminal.concession_sheet import Sheets, edit_sheets
from negosim.cli.terminal.desk import Desk, Item
from negosim.cli.terminal.screen import Screen
from negosim.engine import moves as m
from negosim.engine.issue import Issue, no_terms
from negosim.engine.scenario import order_of
from negosim.engine.sides import Side
from negosim.engine.words import Orders, QuestionForm
from negosim.engine.yardstick import Marks, par
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import mark_names, name_of
from negosim.language.values import issue_name, joined, number_text, value_text


def preparation_menu(desk: Desk, sheets: Sheets, *, first: bool) -> tuple[m.Move, ...]:
    """Moves that prepare, empty when something was only looked at.

    `first`: the player sees this for the first time, so brief and framework are shown.
    """
    if first:
        desk.screen.title(desk.view.brief.words.title.in_(desk.lang))
        show_brief(desk)
        show_framework(desk)
    desk.say("prep.title", "strong")
    keys = ["take", "brief", "framework", "authority", "sheet", "methods"]
    if desk.view.common.setup.orders is Orders.TEAM and not desk.view.own.order_locked:
        keys.append("order")
    marks = mark_names(desk.view.brief.side, desk.lang)
    items = [
        Item(key, desk.text(f"prep.{key}", **(marks if key == "framework" else {}))) for key in keys
    ]
    match desk.choose(items, back=False, empty="take"):
        case "take":
            return sheets.moves()
        case "brief":
            show_brief(desk)
        case "framework":
            show_framework(desk)
        case "authority":
            show_authority(desk)
        case "sheet":
            edit_sheets(desk, sheets)
        case "methods":
            _choose_methods(desk, sheets)
        case "order":
            desk.say("prep.order_how", "muted")
            count = len(desk.view.brief.issues)
            order = desk.issues(count, count)
            if order is not None:
                return (m.SetOrder(order),)
    return ()


def show_brief(desk: Desk) -> None:
    """The story for everyone, then what only this side may read."""
    words = desk.view.brief.words
    side = desk.view.brief.side
    own, other = words.parties[side].in_(desk.lang), words.parties[side.other].in_(desk.lang)
    named = desk.text(f"brief.side_{side.word}")
    if own and own.casefold() != named.casefold():
        desk.say("brief.you", "title", side=named, own=own)
    else:
        desk.say("brief.plain_side", "title", side=named)
    if other and other.casefold() != desk.text(f"brief.side_{side.other.word}").casefold():
        desk.say("brief.opposite", other=other)
    for member in desk.view.brief.opposite:
        role = _role_name(member.role, desk.lang)
        desk.say("brief.member", name=member.name.in_(desk.lang), role=role)
    everyone, secret = words.everyone.in_(desk.lang), words.secret.in_(desk.lang)
    if everyone:
        desk.screen.say(everyone)
    if secret:
        desk.say("brief.secret", "strong")
        desk.screen.say(secret)
    for colleague in desk.view.brief.team:
        role = _role_name(colleague.role, desk.lang)
        key = "brief.colleague" if colleague.veto == no_terms(len(colleague.veto)) else "brief.veto"
        vetoed = desk.words.terms(colleague.veto, last="or")
        desk.say(key, name=colleague.name.in_(desk.lang), role=role, terms=vetoed)
    for rival in desk.view.brief.rivals:
        terms = desk.words.terms(rival.terms)
        desk.say("brief.rival", "muted", name=rival.name.in_(desk.lang), terms=terms)


def show_framework(desk: Desk) -> None:
    """Quote, target and limit of each issue with their points, by priority."""
    brief = desk.view.brief
    desk.screen.title(desk.text("frame.title"))
    framework(desk.screen, brief.side, brief.issues, brief.marks, desk.lang)
    desk.say("frame.goal", "muted", par=par(brief.yardsticks), away=brief.walk_away)


def framework(
    screen: Screen, side: Side, issues: tuple[Issue, ...], marks: tuple[Marks, ...], lang: str
) -> None:
    """The marks of a side by its priorities, as a table."""
    text = catalogue("terminal", lang)
    heads = [
        text.text("frame.rank"),
        text.text("frame.issue"),
        *mark_names(side, lang).values(),
        text.text("frame.weight"),
    ]
    rows = []
    for number in order_of(marks):
        issue, mark = issues[number], marks[number]
        ticks = (mark.quote, mark.target, mark.floor)
        name = issue_name(issue, lang, starts=True)
        unit = "" if issue.unit is None else issue.unit.in_(lang).strip()
        if issue.is_ladder or not unit:
            values = [value_text(issue, tick, lang) for tick in ticks]
        else:
            # Said once beside the name: three times it would not fit on a line.
            values = [number_text(issue.value(tick)) for tick in ticks]
            name = text.text("frame.in_units", issue=name, unit=unit)
        # R4: with n issues weight = n + 1 - rank.
        rows.append([str(mark.rank), name, *values, str(len(issues) + 1 - mark.rank)])
    screen.grid(heads, rows)


def show_authority(desk: Desk) -> None:
    """How far the negotiators may go without the director. Source: exercise.md R24."""
    view = desk.view
    rows = []
    for number, issue in enumerate(view.brief.issues):
        authority, floor = view.own.authority[number], view.own.floors[number]
        note = desk.text("authority.full") if authority == floor else desk.text("authority.ask")
        value = value_text(issue, authority, desk.lang)
        rows.append([issue_name(issue, desk.lang, starts=True), value, note])
    desk.screen.title(desk.text("authority.title"))
    desk.screen.grid([desk.text("frame.issue"), desk.text("authority.to"), ""], rows)
    desk.say("authority.how", "muted")


def _choose_methods(desk: Desk, sheets: Sheets) -> None:
    """Three ways to make the other side tell its order. Source: exercise.md R32."""
    names = [name_of(form, desk.lang) for form in sheets.methods]
    desk.say("methods.now", methods=joined(names, desk.lang))
    forms = list(QuestionForm)
    for place, form in enumerate(forms, start=1):
        desk.screen.line((f"  {place} ", "strong"), (desk.text(f"methods.{form.value}"), ""))
    desk.say("methods.how", "muted")
    while True:
        typed = desk.line("> ")
        if not typed or desk.goes_back(typed):
            return
        picked = typed.replace(",", " ").replace("、", " ").replace("，", " ").split()
        known = all(each.isdecimal() and 1 <= int(each) <= len(forms) for each in picked)
        if known and 1 <= len(picked) <= 3 and len(set(picked)) == len(picked):
            sheets.methods = tuple(forms[int(each) - 1] for each in picked)
            return
        desk.fault(desk.text("methods.fault", most=len(forms)))


def _role_name(role: str, lang: str) -> str:
    key = f"memberrole.{role}"
    names = catalogue("names", lang)
    return names.text(key) if key in names else role
