"""docs/rules.md is what the code does: every table, both ways."""

import ast
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import built
import pytest
from notation import Match, unbound
from tables import table
from wild import Wild, seat_view

from negosim.engine import judging
from negosim.engine import rulings as rulings_module
from negosim.engine.calls import calls
from negosim.engine.common import Common
from negosim.engine.decide import advance
from negosim.engine.errors import IllegalMove
from negosim.engine.events import Event, Ruled
from negosim.engine.evolve import evolve
from negosim.engine.issue import Text
from negosim.engine.opening import opened, solo_setup
from negosim.engine.phases import RULES, Turnwise
from negosim.engine.scenario import Insider, Scenario
from negosim.engine.sides import SIDES
from negosim.engine.words import LineState

Change = tuple[str, str, str]

NEVER_FREE = {"leave": "break"}


def word(kind: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def test_the_table_of_moves_is_the_one_the_engine_reads() -> None:
    printed = table("moves")
    built_rows = [
        (
            word(kind),
            ", ".join(phase.value for phase in rule.phases),
            rule.turn.value,
            NEVER_FREE.get(rule.cost or "", rule.cost or "–"),
            "decision-maker" if rule.director else "any",
        )
        for kind, rule in RULES.items()
    ]
    assert printed == built_rows


# -- the machines: what a label of the state is --------------------------------------


def phase(common: Common) -> list[str]:
    return [common.phase.value]


def turn(common: Common) -> list[str]:
    return ["mover speaks" if common.turn.question is None else "question open"]


def deadlock(common: Common) -> list[str]:
    return ["deadlocked" if common.turn.deadlocked else "flowing"]


def offer(common: Common) -> list[str]:
    out = []
    for position in common.positions:
        standing = position.offer
        if standing is None:
            out.append("none")
        elif standing.preferred is not None:
            out.append("preferred")
        elif standing.second is not None:
            out.append("two packages")
        else:
            out.append("conditional" if standing.conditional else "plain")
    return out


def line(common: Common) -> list[str]:
    known = [each.state.value for each in common.record.lines]
    return known + ["none"] * (40 - len(known))


def draft(common: Common) -> list[str]:
    return ["agreed, unwritten" if common.record.drafts else "nothing agreed"]


def pen(common: Common) -> list[str]:
    record = common.record
    if record.pen_free:
        return ["may be claimed"]
    return ["nobody" if record.pen is None else "held"]


def sheet(common: Common) -> list[str]:
    laid = common.record.sheet
    if laid is None:
        return ["none"]
    return [("drawn", "signed by one", "signed by both")[sum(laid.signed)]]


MACHINES: dict[str, Callable[[Common], list[str]]] = {
    each.__name__: each for each in (phase, turn, deadlock, offer, line, draft, pen, sheet)
}


def scenario() -> Scenario:
    plain = unbound(built.third_vendor())
    cards = (Insider("needs", Text(), False), Insider("process", Text(), True))
    return replace(plain, opposition=replace(plain.opposition, insiders=cards))


DIRECTED = [
    # rare in wild play
    "c accept service; v write; c confirm; v reopen 1; c reopen 1",
    "c accept service; v write; c refuse; c pen",
    "c accept service; v write; v strike",
    "c accept service; v write service=m18; c confirm",
    "c offer price=170; v offer price=309; c notyet; v offer price=309; c notyet; v notyet;"
    " c notyet; v notyet; c notyet; c leave consult; c return",
    "c draw price=240 payment=60 service=m24 delivery=60; c sign; v tear; c notyet",
    "c accept service; v write; c confirm; c leave consult; c walk",
    "c notyet; v withdraw; v offer price=275 delivery=45 or price=240 delivery=90;"
    " c prefer 2; c accept second",
    "c offer price=170; v offer price=275 delivery=45 or price=240 delivery=90; c accept second",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; c prefer 1; v withdraw",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; v withdraw",
    "c notyet; v withdraw; v offer price=300",
    "c notyet; v withdraw; v offer price=300 for delivery=90",
    "c notyet; v offer price=300 for delivery=90; c notyet; v withdraw",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; c prefer 1; c notyet;"
    " v offer price=240",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; c prefer 1; c notyet;"
    " v offer price=240 for payment=90",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; c prefer 1; c notyet;"
    " v offer price=275 delivery=45 or price=240 delivery=90",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; c notyet; v offer price=240",
    "c notyet; v offer price=275 delivery=45 or price=240 delivery=90; c notyet;"
    " v offer price=240 for payment=90",
    "c notyet; v offer price=300 for delivery=90; c notyet; v offer price=299; c notyet;"
    " v offer price=300 for delivery=90; c notyet;"
    " v offer price=275 delivery=45 or price=240 delivery=90",
]


def seen_events() -> Iterator[tuple[Common, Event, Common]]:
    """Every event of the directed matches and of 300 wild ones, with the state around it."""
    for lines in DIRECTED:
        match = Match.at_talks(scenario()).play(lines)
        state = opened(match.state.scenario, match.setup)
        for event in match.log[1:]:
            after = evolve(state, event)
            yield state.common, event, after.common
            state = after
    wild_scenario = scenario()
    for seed in range(300):
        rng = random.Random(seed)
        wild = Wild(wild_scenario, rng, folly=0.15)
        state = opened(wild_scenario, solo_setup(wild_scenario))
        for _ in range(150):
            called = calls(state.common)
            if not called:
                break
            side = rng.choice(called) if rng.random() < 0.8 else rng.choice(SIDES)
            try:
                events = advance(state, side.word, wild.move(seat_view(state, side.word)), 0).events
            except IllegalMove:
                continue
            for event in events:
                after = evolve(state, event)
                yield state.common, event, after.common
                state = after


@pytest.fixture(scope="module")
def changes() -> dict[str, set[Change]]:
    out: dict[str, set[Change]] = {name: set() for name in MACHINES}
    out["mover"] = set()
    for before, event, after in seen_events():
        name = type(event).__name__
        for machine, labels in MACHINES.items():
            for was, now in zip(labels(before), labels(after), strict=True):
                if was != now:
                    out[machine].add((was, name, now))
        if before.turn.side is not after.turn.side:
            out["mover"].add(("mover", name, "other side"))
    return out


@pytest.mark.parametrize("machine", [*MACHINES, "mover"])
def test_every_change_seen_is_in_the_table_and_every_row_is_seen(
    machine: str, changes: dict[str, set[Change]]
) -> None:
    printed = set(table(machine))
    assert changes[machine] - printed == set()
    assert printed - changes[machine] == set()


def test_a_closing_move_and_nothing_else_passes_the_turn() -> None:
    passing = {name for _, name, _ in table("mover")} - {"BreakEnded"}
    closing = [kind for kind, rule in RULES.items() if rule.turn is Turnwise.CLOSING]
    assert len(closing) == len(passing)


def test_the_table_of_rulings_lists_every_code_with_its_principle() -> None:
    written = {
        node.value
        for module in (rulings_module, judging)
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "_" in node.value
    } | {"asked", "unasked", "written", "shrinking", "uncoordinated"}
    printed = {code: (principle, kept == "yes") for code, principle, kept, _, _ in table("rulings")}
    assert set(printed) <= written
    for _, event, _ in seen_events():
        if isinstance(event, Ruled):
            for ruling in event.rulings:
                assert (ruling.principle.value, ruling.kept) == printed[ruling.code]


def test_the_line_states_are_those_of_the_vocabulary() -> None:
    states = {cell for row in table("line") for cell in (row[0], row[2])} - {"none"}
    assert states == {state.value for state in LineState}
