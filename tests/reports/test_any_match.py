"""Reports over matches of every kind: they never fail and never contradict themselves."""

from __future__ import annotations

import json
import random

import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from wild import Wild, seat_view

from negosim.engine.calls import calls
from negosim.engine.decide import advance
from negosim.engine.errors import IllegalMove
from negosim.engine.events import Event, MatchOpened
from negosim.engine.moves import WalkOut
from negosim.engine.opening import opened, solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES
from negosim.engine.words import Phase
from negosim.engine.yardstick import sign_of
from negosim.language.typography import cells
from negosim.reports.debrief import debrief
from negosim.reports.debrief_json import document
from negosim.reports.debrief_page import WIDTH
from negosim.reports.debrief_text import debrief_text
from negosim.reports.staircase import StepKind
from negosim.reports.timeline import timeline

MOVES = 60


def wild_log(scenario: Scenario, seed: int) -> list[Event] | None:
    """The log of a wild match that came to an end; None where it never reached the table."""
    rng = random.Random(seed)
    wild = Wild(scenario, rng)
    state = opened(scenario, solo_setup(scenario))
    log: list[Event] = [MatchOpened(0, state.common.setup)]
    for _ in range(MOVES):
        called = calls(state.common)
        if not called:
            return log
        seat = rng.choice(called).word
        try:
            events, state = advance(state, seat, wild.move(seat_view(state, seat)), 0)
        except IllegalMove:
            continue
        log.extend(events)
    if state.common.phase in (Phase.PREPARATION, Phase.INTRODUCTION):
        return None
    if state.common.outcome is None:
        log.extend(advance(state, "vendor", WalkOut(), 0).events)
    return log


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_every_finished_match_has_a_debrief_in_every_form(scenario: Scenario, seed: int) -> None:
    log = wild_log(scenario, seed)
    if log is None:
        return
    found = debrief(scenario, log)
    json.dumps(document(found), allow_nan=False)
    for lang in ("en", "zh"):
        for me in (None, *SIDES):
            text = debrief_text(found, lang, me=me)
            assert all(cells(line) <= WIDTH for line in text.splitlines())


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_debrief_agrees_with_the_match_it_tells(scenario: Scenario, seed: int) -> None:
    log = wild_log(scenario, seed)
    if log is None:
        return
    found = debrief(scenario, log)
    end = timeline(scenario, log).end
    deal = end.common.outcome.deal if end.common.outcome else None
    for side in SIDES:
        report = found.sides[side]
        position = end.common.positions[side]
        for issue, stairs in enumerate(report.stairs):
            # A staircase leads from the first value named to the most generous one.
            given = [step.size for step in stairs.steps if step.kind is not StepKind.ASK]
            assert tuple(given) == position.steps[issue]
            if stairs.start is not None:
                sign = sign_of(scenario.issues[issue], side)
                walked = sum(step.size for step in stairs.steps)
                assert stairs.start - sign * walked == position.best[issue]
        tallies = report.conduct.tallies
        assert sum(t.occasions for t in tallies) == len(report.conduct.occasions)
        assert sum(t.occasions - t.kept for t in tallies) == len(report.conduct.faults)
        assert report.conduct.share is None or 0 <= report.conduct.share <= 1
        if deal is not None:
            assert report.points == score(end.scenario, deal.terms).points[side]
            assert found.contract is not None
            assert found.contract.claimed[side] == -found.contract.claimed[side.other]
        else:
            assert report.points == scenario.walk_away[side]
