"""The concession sheet: filled in from one's own marks, looked at, changed.

Beside each step stands whether it shrinks and what limit it would tell the other
side. Source: exercise.md R8, R26, R28, R29.
"""

from __future__ import annotations

from negosim.cli.terminal.desk import Desk, Item
from negosim.cli.terminal.vocabulary import Reader
from negosim.engine import moves as m
from negosim.engine.concession import inferred_limit, tells_limit
from negosim.engine.issue import Issue
from negosim.engine.opening import planned_sizes
from negosim.engine.state import SeatView
from negosim.engine.yardstick import Marks, Yardstick
from negosim.language.catalogue import catalogue
from negosim.language.values import amount_text, issue_name, joined, number_text, size_text
from negosim.present.preparation import FIRST_METHODS

Sheet = tuple[m.PlannedStep, ...]


class Sheets:
    """The concession sheets while they are being filled in: one for each numeric issue."""

    def __init__(self, view: SeatView) -> None:
        """As already planned in the view, else filled from one's own quote and target."""
        self.methods = view.own.methods or FIRST_METHODS
        self._sheets: dict[int, Sheet] = {}
        for number, issue in enumerate(view.brief.issues):
            if not issue.is_ladder:
                planned = view.own.plan[number]
                self._sheets[number] = planned or filled(view.brief.marks[number])

    def __getitem__(self, number: int) -> Sheet:
        return self._sheets[number]

    def numbers(self) -> tuple[int, ...]:
        """The issues that have a sheet, in agenda order."""
        return tuple(self._sheets)

    def put(self, number: int, steps: Sheet) -> None:
        self._sheets[number] = steps

    def moves(self) -> tuple[m.Move, ...]:
        """Everything that hands the sheets in, ending with `Ready`."""
        plans = [m.PlanSteps(number, steps) for number, steps in self._sheets.items()]
        return (*plans, m.ChooseMethods(self.methods), m.Ready())


def filled(mark: Marks) -> Sheet:
    """Up to three shrinking steps from quote to target."""
    return tuple(m.PlannedStep(size) for size in planned_sizes(abs(mark.quote - mark.target)))


def edit_sheets(desk: Desk, sheets: Sheets) -> bool:
    """Show the sheets and let one be changed; True when something was changed."""
    if not sheets.numbers():
        desk.say("sheet_plan.none", "muted")
        return False
    changed = False
    while True:
        for number in sheets.numbers():
            show_sheet_of(desk, number, sheets[number])
        items = [
            Item(str(number), desk.text("sheet_plan.change", issue=desk.words.issue(number)))
            for number in sheets.numbers()
        ]
        chosen = desk.choose(
            [*items, Item("take", desk.text("sheet_plan.keep"))], back=False, empty="take"
        )
        if chosen == "take":
            return changed
        sheets.put(int(chosen), _edit_steps(desk, int(chosen), sheets[int(chosen)]))
        changed = True


def show_sheet_of(desk: Desk, number: int, steps: Sheet) -> None:
    """Quote, up to three steps, target and limit: sizes, shrinking, what they would tell."""
    view, lang = desk.view, desk.lang
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    mark = view.brief.marks[number]
    names = catalogue("names", lang)
    side = view.brief.side.word
    unit = "" if issue.unit is None else issue.unit.in_(lang)
    key = "sheet_plan.title_unit" if unit else "sheet_plan.title"
    desk.screen.title(desk.text(key, issue=issue_name(issue, lang), unit=unit))

    def amount(ticks: int) -> str:
        return number_text(ticks * issue.step)

    rows = [[names.text(f"mark.{side}.quote"), amount(mark.quote), "", "", ""]]
    at, before = mark.quote, 0
    for place, step in enumerate(steps, start=1):
        at -= yard.sign * step.size
        rows.append(
            [
                desk.text("sheet_plan.step", number=place),
                amount(at),
                amount(step.size),
                _shrinks(desk, before, step.size),
                _tells(desk, issue, yard, mark, before, step.size, at),
            ]
        )
        before = step.size
    for key, tick in (("target", mark.target), ("floor", mark.floor)):
        rows.append([names.text(f"mark.{side}.{key}"), amount(tick), "", "", ""])
    heads = ["", *[desk.text(f"sheet_plan.{key}") for key in ("to", "size", "shrinks", "tells")]]
    desk.screen.grid(heads, rows)
    for place, step in enumerate(steps, start=1):
        if step.exchange or step.reason:
            desk.say(
                "sheet_plan.notes",
                "muted",
                step=desk.text("sheet_plan.step", number=place),
                exchange=step.exchange or "–",
                reason=step.reason or "–",
            )


def _edit_steps(desk: Desk, number: int, steps: Sheet) -> Sheet:
    """Sizes, then for each step what is asked for it and why; empty lines keep what is there."""
    issue = desk.view.brief.issues[number]
    sizes = joined([size_text(issue, step.size, desk.lang) for step in steps], desk.lang)
    desk.say("sheet_plan.sizes", "muted", sizes=sizes)
    while True:
        typed = desk.line("> ")
        if not typed:
            chosen = steps
            break
        found = _sizes(issue, typed)
        if found is not None:
            known = [*steps, *[m.PlannedStep(0)] * 3]
            chosen = tuple(
                m.PlannedStep(size, known[place].exchange, known[place].reason)
                for place, size in enumerate(found)
            )
            break
        step = amount_text(issue.step, issue.unit, desk.lang)
        desk.fault(desk.text("sheet_plan.sizes_fault", step=step))
    desk.say("sheet_plan.texts", "muted")
    out = list(chosen)
    for place, step_ in enumerate(chosen):
        name = desk.text("sheet_plan.step", number=place + 1)
        texts: list[str] = []
        for key, kept in (("exchange", step_.exchange), ("reason", step_.reason)):
            typed = desk.line(desk.text(f"sheet_plan.{key}", step=name))
            if desk.goes_back(typed):
                return tuple(out)
            texts.append(typed or kept)
        out[place] = m.PlannedStep(step_.size, *texts)
    return tuple(out)


def _sizes(issue: Issue, typed: str) -> tuple[int, ...] | None:
    """Up to three sizes in the issue's unit; None when the line is not that."""
    reader = Reader(typed)
    sizes: list[int] = []
    while not reader.ended:
        number = reader.number()
        tick = None if number is None else issue.tick(number)
        if tick is None or tick <= 0 or len(sizes) == 3:
            return None
        sizes.append(tick)
    return tuple(sizes)


def _shrinks(desk: Desk, before: int, size: int) -> str:
    if not before:
        return ""
    return desk.text("sheet_plan.yes") if size < before else desk.text("sheet_plan.no")


def _tells(
    desk: Desk, issue: Issue, yard: Yardstick, mark: Marks, before: int, size: int, at: int
) -> str:
    """The limit the last two steps would tell, marked when it comes too near the true one."""
    if not before:
        return ""
    limit = inferred_limit(before, size, at, -yard.sign)
    if limit is None:
        return desk.text("sheet_plan.tells_none")
    told = number_text(limit * issue.step)
    span = abs(mark.quote - mark.floor)
    if tells_limit(before, size, at, -yard.sign, mark.floor, span):
        return desk.text("sheet_plan.tells_floor", value=told)
    return told
