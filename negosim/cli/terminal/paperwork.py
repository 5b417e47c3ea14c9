"""The record and the contract sheet: what is written, to be confirmed, to be signed.

Source: exercise.md R39-R41. Legality is the composer's business.
"""

from __future__ import annotations

from negosim.cli.terminal.commands import CommandFault, parse
from negosim.cli.terminal.desk import Desk, Item
from negosim.cli.terminal.guess_board import guess_menu
from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Line
from negosim.engine.issue import has_bit
from negosim.engine.sides import SIDES
from negosim.engine.words import Level, LineState
from negosim.engine.yardstick import points
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of
from negosim.language.values import value_text


def show_record(desk: Desk) -> None:
    """Every line with its state, and what is agreed and unwritten."""
    record = desk.view.common.record
    words = desk.words
    desk.screen.title(desk.text("record.title"))
    for line in record.lines:
        text = desk.text(
            "record.line",
            number=line.number,
            deal=words.deal(line.deal.terms, line.deal.benefits),
            state=name_of(line.state, desk.lang),
            who=words.label(line.by),
        )
        if line.reopen_by is not None and line.state is LineState.CONFIRMED:
            text += desk.text("record.reopen_asked", who=words.label(line.reopen_by))
        desk.screen.say(text, "" if line.state in agreement.OPEN_STATES else "muted", indent="   ")
    for draft in record.drafts:
        deal = words.deal(draft.terms, draft.benefits)
        desk.say("record.draft", "warning", deal=deal)
    if not record.lines and not record.drafts:
        desk.say("record.empty", "muted")


def write_menu(desk: Desk) -> m.Move | None:
    """Write, strike, reopen, take the pen, draw up the contract."""
    show_record(desk)
    record = desk.view.common.record
    side = desk.view.brief.side
    items = [Item("all", desk.text("write.all", count=len(record.drafts)))]
    items.append(Item("one", desk.text("write.one")))
    if agreement.proposed_by_other(record, side.other):
        items.append(Item("strike", desk.text("write.strike")))
    if any(line.state is LineState.CONFIRMED for line in record.lines):
        items.append(Item("reopen", desk.text("write.reopen")))
    if record.pen is side.other:
        items.append(Item("pen", desk.text("write.pen")))
    if record.sheet is None:
        items.append(Item("draw", desk.text("write.draw")))
    match desk.choose(items):
        case "all":
            return m.Propose()
        case "one":
            desk.say("write.how", "muted")
            return _typed_after(desk, "write")
        case "strike":
            return _by_number(desk, "strike", tuple(record.lines))
        case "reopen":
            return _by_number(desk, "reopen", tuple(record.lines))
        case "pen":
            return m.ClaimPen()
        case "draw":
            return _draw_menu(desk)
        case _:
            return None


def lines_menu(desk: Desk) -> m.Move | None:
    """Lines of the other side that wait to be confirmed or refused."""
    record = desk.view.common.record
    waiting = agreement.proposed_by_other(record, desk.view.brief.side)
    desk.say("lines.title", "strong")
    for line in waiting:
        deal = desk.words.deal(line.deal.terms, line.deal.benefits)
        text = desk.text("lines.line", number=line.number, deal=deal)
        desk.screen.say(text, "theirs", indent="     ")
        if not line.agreed:
            desk.say("lines.not_agreed", "warning")
    items = [
        Item("confirm", desk.text("lines.confirm")),
        Item("refuse", desk.text("lines.refuse")),
    ]
    if len(waiting) > 1:
        items.append(Item("some", desk.text("lines.some")))
    items.append(Item("pass", desk.text("lines.pass")))
    match desk.choose(items, back=False, empty="pass"):
        case "confirm":
            return m.Confirm()
        case "refuse":
            return m.Refuse()
        case "some":
            return _by_number(desk, "confirm", waiting)
        case _:
            return None


def reopening_menu(desk: Desk) -> m.Move | None:
    """A confirmed line that the other side wishes to reopen; both must wish it (R40)."""
    side = desk.view.brief.side
    line = agreement.reopening_asked(desk.view.common.record, side.other)[0]
    desk.say("reopening.title", "strong")
    deal = desk.words.deal(line.deal.terms, line.deal.benefits)
    desk.screen.say(desk.text("lines.line", number=line.number, deal=deal), "", indent="     ")
    items = [Item("agree", desk.text("reopening.agree")), Item("pass", desk.text("reopening.pass"))]
    chosen = desk.choose(items, back=False, empty="pass")
    return m.Reopen(line.number) if chosen == "agree" else None


def sheet_menu(desk: Desk) -> m.Move | None:
    """The sheet on the table: what it says, what it is worth, sign or tear up."""
    sheet = desk.view.common.record.sheet
    if sheet is None:
        return m.Sign()
    show_sheet(desk)
    items: list[Item] = []
    if not sheet.signed[desk.view.brief.side]:
        items.append(Item("sign", desk.text("sheet.sign")))
        if not desk.view.own.guess:
            items.append(Item("guess", desk.text("sheet.guess_first")))
    items.append(Item("tear", desk.text("sheet.tear")))
    items.append(Item("pass", desk.text("sheet.pass")))
    match desk.choose(items, back=False, empty="pass"):
        case "sign":
            return m.Sign()
        case "guess":
            return guess_menu(desk)
        case "tear":
            return m.Tear()
        case _:
            return None


def show_sheet(desk: Desk) -> None:
    """Every issue of the sheet; what is not on record is marked for both to see (R41)."""
    sheet = desk.view.common.record.sheet
    assert sheet is not None
    desk.screen.title(desk.text("sheet.title", who=desk.words.label(sheet.by)))
    for number, tick in enumerate(sheet.terms):
        if tick is None:
            continue
        value = value_text(desk.view.brief.issues[number], tick, desk.lang)
        name = desk.words.issue(number, starts=True)
        marked = has_bit(sheet.off_record, number)
        key = "sheet.off_record" if marked else "sheet.line"
        desk.say(key, "warning" if marked else "", issue=name, value=value)
    for place in sheet.benefits:
        benefit = desk.view.brief.benefits[place].text.in_(desk.lang)
        desk.say("sheet.benefit", benefit=benefit)
    if desk.view.common.setup.level is not Level.EXAM:
        worth = points(desk.view.brief.yardsticks, sheet.terms)
        desk.say("sheet.worth", "strong", points=worth, away=desk.view.brief.walk_away)
    signed = [desk.words.label(side) for side in SIDES if sheet.signed[side]]
    if signed:
        comma = catalogue("talk", desk.lang).text("list.comma")
        desk.say("sheet.signed", who=comma.join(signed))


def _draw_menu(desk: Desk) -> m.Move | None:
    """From the record as it is; or with values typed for what is missing."""
    count = len(desk.view.brief.issues)
    terms = agreement.agreed(desk.view.common.record, count)
    if agreement.is_complete(terms):
        return m.Draw()
    missing = tuple(number for number, tick in enumerate(terms) if tick is None)
    desk.say("sheet.missing", "warning", issues=desk.words.listed(missing))
    return _typed_after(desk, "sheet")


def _by_number(desk: Desk, verb: str, lines: tuple[Line, ...]) -> m.Move | None:
    numbers = ", ".join(str(line.number) for line in lines)
    desk.say("lines.numbers", "muted", numbers=numbers)
    return _typed_after(desk, verb)


def _typed_after(desk: Desk, verb: str) -> m.Move | None:
    """The move of a verb whose arguments are typed now; None to go back."""
    while True:
        typed = desk.line("> ")
        if not typed or desk.goes_back(typed):
            return None
        try:
            command = parse(f"{verb} {typed}", desk.view, desk.lang)
        except CommandFault as fault:
            desk.fault(str(fault))
            continue
        return None if not isinstance(command, m.Move) else command
