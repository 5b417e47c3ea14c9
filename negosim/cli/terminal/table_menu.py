"""The menus of the talks: the five verbs, and what lies on the table to be answered.

Each menu ends in a move or in going back. What is legal is not asked here; the
composer shows every move and its refusal before anything is sent.
"""

from __future__ import annotations

from collections.abc import Callable

from negosim.cli.terminal import offering, paperwork, replying
from negosim.cli.terminal.desk import BACK, Desk, Item
from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.clock import cost_ms
from negosim.engine.issue import no_terms
from negosim.engine.readiness import QUESTIONS_A_TURN
from negosim.engine.words import Purpose, QuestionForm
from negosim.language.spoken import package
from negosim.language.values import seconds_text


def turn_menu(desk: Desk) -> m.Move | None:
    """The seat's own turn."""
    common = desk.view.common
    side = desk.view.brief.side
    items = [
        Item("ask", _asking(desk)),
        Item("offer", _costed(desk, "menu.offer", m.Offer((), ()))),
        Item("reply", desk.text("menu.reply")),
        Item("write", desk.text("menu.write", count=len(common.record.drafts))),
        Item("leave", _costed(desk, "menu.leave", m.Leave(Purpose.CONSULT))),
    ]
    if common.positions[side.other].offer is not None:
        items.append(Item("accept", _costed(desk, "menu.accept", m.Accept())))
    if agreement.proposed_by_other(common.record, side):
        items.append(Item("lines", desk.text("menu.lines")))
    if common.record.sheet is not None:
        items.append(Item("sheet", desk.text("menu.sheet")))
    desk.say("menu.title", "muted")
    chosen = desk.choose(items, back=False, in_a_row=True)
    return _TURN[chosen](desk)


def reaction_menu(desk: Desk) -> m.Move | None:
    """Something waits that needs no turn: a sheet, lines, a line to reopen, two packages.

    None lets it wait.
    """
    record, side = desk.view.common.record, desk.view.brief.side
    if record.sheet is not None and not record.sheet.signed[side]:
        return paperwork.sheet_menu(desk)
    if agreement.proposed_by_other(record, side):
        return paperwork.lines_menu(desk)
    if agreement.reopening_asked(record, side.other):
        return paperwork.reopening_menu(desk)
    return _prefer_menu(desk)


def show_offer(desk: Desk) -> None:
    """What stands from the other side, as a sentence."""
    offer = desk.view.common.positions[desk.view.brief.side.other].offer
    if offer is None:
        desk.say("table.no_offer", "muted")
        return
    words = desk.words
    text = package(words, offer.give, offer.want, offer.benefits)
    desk.screen.say(desk.text("table.offer", text=text), "theirs", indent="  ")
    if offer.second is not None:
        second = package(words, offer.second.give, offer.second.want)
        desk.screen.say(desk.text("table.second", text=second), "theirs", indent="  ")


def _ask_menu(desk: Desk) -> m.Move | None:
    forms = (
        QuestionForm.EXPECTATION,
        QuestionForm.EXCLUSION,
        QuestionForm.CAUSAL,
        QuestionForm.OPEN,
        QuestionForm.LEADING,
        QuestionForm.SUMMARISING,
    )
    chosen = desk.choose([Item(form.value, desk.text(f"ask.{form.value}")) for form in forms])
    if chosen == BACK:
        return None
    form = QuestionForm(chosen)
    if form is QuestionForm.OPEN:
        return m.Ask(form)
    count = len(desk.view.brief.issues)
    least, most = {
        QuestionForm.EXPECTATION: (1, count),
        QuestionForm.EXCLUSION: (2, 2),
        QuestionForm.CAUSAL: (1, 1),
        QuestionForm.LEADING: (1, 2),
        QuestionForm.SUMMARISING: (2, count),
    }[form]
    issues = desk.issues(least, most)
    return None if issues is None else m.Ask(form, issues)


def _leave_menu(desk: Desk) -> m.Move | None:
    items = [Item(purpose.value, desk.text(f"leave.{purpose.value}")) for purpose in Purpose]
    items.append(Item("walk_out", desk.text("leave.walk_out")))
    chosen = desk.choose(items)
    if chosen == BACK:
        return None
    if chosen == "walk_out":
        return _walk_out(desk)
    return m.Leave(Purpose(chosen))


def _walk_out(desk: Desk) -> m.Move | None:
    """Two steps, and what no deal is worth is said first. Source: look.md, exercise.md R43."""
    desk.say("leave.worth", "warning", away=desk.view.brief.walk_away)
    items = [Item("stay", desk.text("leave.stay")), Item("go", desk.text("leave.go"))]
    return m.WalkOut() if desk.choose(items, back=False) == "go" else None


def _accept_menu(desk: Desk) -> m.Move | None:
    """All of it, or by name what is offered without a condition. Source: exercise.md R21."""
    offer = desk.view.common.positions[desk.view.brief.side.other].offer
    if offer is None:
        return m.Accept()
    items = [Item("all", desk.text("accept.all"))]
    if offer.second is not None:
        items.append(Item("second", desk.text("accept.second")))
    named = [number for number, tick in enumerate(offer.give) if tick is not None]
    if not offer.conditional and len(named) > 1:
        items += [
            Item(str(number), desk.text("accept.one", issue=desk.words.issue(number)))
            for number in named
        ]
    chosen = "all" if len(items) == 1 else desk.choose(items)
    match chosen:
        case "all":
            return m.Accept()
        case "second":
            return m.Accept(second=True)
        case "back":
            return None
        case _:
            return m.Accept((int(chosen),))


def _prefer_menu(desk: Desk) -> m.Move | None:
    show_offer(desk)
    items = [Item("first", desk.text("prefer.first")), Item("second", desk.text("prefer.second"))]
    items.append(Item("pass", desk.text("prefer.pass")))
    chosen = desk.choose(items, back=False, empty="pass")
    return None if chosen == "pass" else m.Prefer(second=chosen == "second")


_TURN: dict[str, Callable[[Desk], m.Move | None]] = {
    "ask": _ask_menu,
    "offer": offering.offer_menu,
    "reply": replying.reply_menu,
    "write": paperwork.write_menu,
    "leave": _leave_menu,
    "accept": _accept_menu,
    "lines": paperwork.lines_menu,
    "sheet": paperwork.sheet_menu,
}


def _asking(desk: Desk) -> str:
    """The label of asking, with how many questions this turn still allows (R20)."""
    label = desk.text("menu.ask")
    left = QUESTIONS_A_TURN - desk.view.common.turn.asked
    cost = _cost_text(desk, m.Ask(QuestionForm.OPEN))
    if not cost:
        return desk.text("menu.left", label=label, left=left)
    return desk.text("menu.costed_left", label=label, cost=cost, left=left)


def _costed(desk: Desk, key: str, move: m.Move) -> str:
    """A menu label with the table time it costs, where it costs any."""
    label = desk.text(key)
    cost = _cost_text(desk, move)
    return desk.text("menu.costed", label=label, cost=cost) if cost else label


def _cost_text(desk: Desk, move: m.Move) -> str:
    """The table time a kind of move takes; empty where it takes none or no clock runs."""
    view = desk.view
    blank = no_terms(len(view.brief.issues))
    if isinstance(move, m.Offer):
        move = m.Offer(blank, blank)
    cost = cost_ms(view.common, view.brief.issues, view.brief.side, move)
    if not cost or view.common.setup.limit_ms is None:
        return ""
    return seconds_text(cost, desk.lang)
