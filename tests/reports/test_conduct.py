"""Conduct from played matches: what counts, what is judged at the end, what is weighed."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest
from notation import Match

from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import Tally
from negosim.engine.sides import Side
from negosim.engine.words import Level, Principle, TableKind
from negosim.reports.conduct import Conduct, Unjudged, conduct_of
from negosim.reports.timeline import timeline

SIGN = "c write; v confirm; c draw; c sign; v sign"


def played(lines: str, *, scenario: Scenario | None = None, level: Level = Level.COURSE) -> Match:
    scenario = scenario or built.third_vendor()
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(lines)


def judged(match: Match, side: Side = Side.VENDOR) -> Conduct:
    return conduct_of(timeline(built.third_vendor(), match.log), side)


def codes(conduct: Conduct, principle: Principle) -> list[tuple[str, bool]]:
    return [
        (each.ruling.code, each.ruling.kept)
        for each in conduct.occasions
        if each.ruling.principle is principle
    ]


def ending(payment: int, price: int = 225) -> str:
    return (
        f"c offer price={price} payment={payment} for service=m24 delivery=60;"
        f" v leave consult; v allow price=188; v return; v accept; {SIGN}"
    )


@pytest.mark.parametrize(
    ("payment", "code", "kept"),
    [
        (90, "exchange_came", True),
        (75, "exchange_missed", False),
    ],
)
def test_an_exchange_is_kept_when_the_contract_holds_it_or_better(
    payment: int, code: str, kept: bool
) -> None:
    # exercise.md R25
    match = played(
        "c offer price=170; v offer price=270 for payment=90; c offer price=200;"
        "v notyet;" + ending(payment)
    )
    assert codes(judged(match), Principle.EXCHANGE)[0] == (code, kept)


def test_better_than_what_was_asked_for_keeps_the_exchange() -> None:
    # Asked for 75 % after 60 % had been named already; 90 % is signed.
    match = played(
        "c offer price=170; v offer price=310 for payment=60; c notyet;"
        "v offer price=270 for payment=75; c offer price=200; v notyet;" + ending(90)
    )
    conduct = judged(match)
    found = [each for each in conduct.occasions if each.ruling.code.startswith("exchange")]
    assert [(each.number, each.ruling.code) for each in found] == [(4, "exchange_came")]


def test_a_concession_that_did_not_stand_needed_no_exchange() -> None:
    # 260 and then 230 are named for 90 %, which never comes; 260 and 75 % are signed.
    match = played(
        "c offer price=170; v offer price=260 for payment=90; c notyet;"
        "v offer price=230 for payment=90; c leave consult; c allow price=265; c return;"
        "c offer price=260 payment=75 for service=m24 delivery=60; v accept; " + SIGN
    )
    assert codes(judged(match), Principle.EXCHANGE) == [
        ("exchange_missed", False),
        ("concession_withdrawn", True),
    ]


def test_at_a_breakdown_nothing_was_given_away_for_nothing_that_was_asked() -> None:
    match = played("c offer price=170; v offer price=270 for payment=90; c notyet; v walk")
    assert codes(judged(match), Principle.EXCHANGE) == [("concession_withdrawn", True)]


def test_giving_without_asking_is_a_fault_whatever_the_end() -> None:
    match = played("c offer price=170; v offer price=270; c notyet; v walk")
    assert codes(judged(match), Principle.EXCHANGE) == [("no_exchange", False)]
    fault = judged(match).faults[-1]
    assert (fault.number, fault.at_ms) == (2, 45_000 + 60_000)  # R16: offer 45 s, concession 60 s


def test_either_of_two_packages_may_bring_what_was_asked_for() -> None:
    # 90 % does not come, which only the first of the two packages asked for.
    asked = (
        "c offer price=170 service=m36 delivery=30;"
        "v offer price=300 for service=m12 payment=90 or price=300 for service=m12;"
        "c leave consult; c allow price=265; c return;"
        "c offer price=225 service=m12 for payment=75 delivery=60;"
        "v leave consult; v allow price=188; v return; v accept;" + SIGN
    )
    assert codes(judged(played(asked)), Principle.EXCHANGE)[0] == ("exchange_came", True)


def test_a_benefit_that_was_asked_for_has_to_stand_in_the_contract() -> None:
    asked = (
        "c offer price=170; v offer price=270 for +reference; c offer price=200; v notyet;"
        "c offer price=225 payment=75 for service=m24 delivery=60;"
        "v leave consult; v allow price=188; v return; v accept; c write; v confirm;"
    )
    without = played(asked + "c draw; c sign; v sign")
    assert codes(judged(without), Principle.EXCHANGE)[0] == ("exchange_missed", False)


@pytest.mark.parametrize(
    ("level", "principles"),
    [
        (Level.FIRST, {"ask_first", "exchange"}),
        (
            Level.GUIDED,
            {"ask_first", "authority", "exchange", "shrinking", "floor_hidden"},
        ),
        (Level.COURSE, {principle.value for principle in Principle}),
        (Level.EXAM, {principle.value for principle in Principle}),
    ],
)
def test_only_what_the_level_judges_counts(level: Level, principles: set[str]) -> None:
    # exercise.md R30
    match = played("c offer price=170; v offer price=230; c notyet; v walk", level=level)
    conduct = judged(match)
    assert {tally.principle.value for tally in conduct.tallies} == principles
    assert {each.ruling.principle.value for each in conduct.occasions} <= principles


FOUR_STEPS = (
    "c offer price=170; v ask expectation price; c answer demand price=170;"
    "v offer price=290 for payment=90; c notyet;"
    "v offer price=270 for payment=90; c notyet;"
    "v offer price=240 for payment=90;"
)


def test_the_share_weighs_each_principle_by_how_often_it_was_kept() -> None:
    match = played(FOUR_STEPS + "c walk")
    conduct = judged(match)
    tallies = {tally.principle: tally for tally in conduct.tallies}
    assert tallies[Principle.ASK_FIRST] == Tally(Principle.ASK_FIRST, 1, 3)
    assert tallies[Principle.EXCHANGE] == Tally(Principle.EXCHANGE, 3, 3)
    assert tallies[Principle.SHRINKING] == Tally(Principle.SHRINKING, 0, 2)  # 20, 20, 30
    assert tallies[Principle.AUTHORITY] == Tally(Principle.AUTHORITY, 3, 3)
    assert tallies[Principle.FLOOR_HIDDEN] == Tally(Principle.FLOOR_HIDDEN, 2, 2)
    assert conduct.concessions == 3
    # exercise.md R49: 20/3 + 20 + 0 + 15 + 10 of 20 + 20 + 15 + 15 + 10
    assert conduct.share == (Fraction(20, 3) + 20 + 15 + 10) / 80
    assert conduct.unjudged is None


def test_under_three_concessions_there_is_too_little_to_judge() -> None:
    match = played("c offer price=170; v offer price=270; c notyet; v offer price=250; c walk")
    conduct = judged(match)
    assert conduct.concessions == 2
    assert conduct.share is None
    assert conduct.unjudged is Unjudged.TOO_FEW
    assert len(conduct.faults) > 0  # shown all the same


def test_conduct_is_not_scored_at_a_spoken_table() -> None:
    scenario = built.third_vendor()
    setup = but(solo_setup(scenario), kind=TableKind.SPOKEN)
    match = Match.at_talks(scenario, setup).play(
        "c offer price=170; v offer price=290; v offer price=270; v offer price=240; v walk"
    )
    conduct = conduct_of(timeline(scenario, match.log), Side.VENDOR)
    assert conduct.occasions == ()
    assert conduct.unjudged is Unjudged.SPOKEN
