"""The debrief as people read it, and as programs do."""

from __future__ import annotations

import json

import built
import pytest
from notation import Match, unbound

from negosim.catalog import load
from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.scenario import Scenario
from negosim.engine.sides import BySide, Side
from negosim.engine.words import ClockKind, Level, Payer, TableKind
from negosim.language.typography import NO_START, cells
from negosim.reports.debrief import Debrief, debrief
from negosim.reports.debrief_json import document
from negosim.reports.debrief_page import WIDTH
from negosim.reports.debrief_text import debrief_text

WHOLE = """
c offer price=170; v ask expectation price; c answer demand price=170
v offer price=270 for payment=90
c offer price=200 for payment=75 delivery=45
v offer price=250
c ask open; v answer issue payment
c offer price=220 for delivery=45 service=m24
v leave consult; v allow price=200; v return
v offer price=224 for payment=90
c offer price=224 payment=75 for delivery=45 service=m24
v accept; c write; v confirm; v guess price delivery service payment
c draw; c sign; v sign
"""


def match(lines: str = WHOLE, scenario: Scenario | None = None, **setup: object) -> Debrief:
    scenario = scenario or built.third_vendor()
    played = Match.at_talks(scenario, but(solo_setup(scenario), **setup)).play(lines)
    return debrief(scenario, played.log)


def has(text: str, words: str) -> bool:
    """Whether the words stand in the text, wherever its lines break."""
    flat = " ".join(text.split())
    return words in flat or words in flat.replace(" ", "")


Variants = dict[str, Debrief]


@pytest.fixture(scope="module")
def variants() -> Variants:
    """Debriefs that use every part of the page, played once."""
    usual = built.third_vendor()
    found = {
        payer.value: match(scenario=but(usual, payment=but(usual.payment, payer=payer)))
        for payer in Payer
    }
    found.update(
        signed=match(),
        first=match(level=Level.FIRST),
        walked=match("c offer price=170; v walk"),
        untimed=match(clock=ClockKind.NONE, limit_ms=None),
        late=match("c offer price=170; v offer price=270", limit_ms=60_000),
        spoken=match("c offer price=170; v offer price=270; v walk", kind=TableKind.SPOKEN),
        hopeless=match("c offer price=170; v walk", built.third_vendor(walk_away=BySide(50, 50))),
        course=match("c offer price=1; v walk", built.course_grid()),
        below=match(scenario=built.third_vendor(walk_away=BySide(40, None))),
    )
    return found


NAMES = ("signed", "first", "walked", "untimed", "late", "spoken", "hopeless", "course", "below",
         "due", "reminded", "pushed", "withholds", "fraud")  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("me", [None, Side.VENDOR, Side.CLIENT])
@pytest.mark.parametrize("name", NAMES)
def test_every_debrief_fits_its_page_in_both_languages(
    variants: Variants, name: str, me: Side | None, lang: str
) -> None:
    text = debrief_text(variants[name], lang, me=me)
    assert text.endswith("\n")
    assert "{" not in text
    assert "}" not in text
    for line in text.splitlines():
        assert cells(line) <= WIDTH
        assert line == line.rstrip()
        assert not line.lstrip() or line.lstrip()[0] not in NO_START - {"-", "…"}


def test_points_are_shown_with_their_arithmetic(variants: Variants) -> None:
    lines = debrief_text(variants["signed"], "en", me=Side.VENDOR).splitlines()
    rows = [" ".join(line.split()) for line in lines]
    assert "weight × level Vendor (you) Client" in rows
    assert "Price 224 (10k yuan) 3 × 2 = 6 4 × 3 = 12" in rows
    assert "Paid at acceptance 75% 4 × 4 = 16 1 × 2 = 2" in rows
    assert "Total 30 32" in rows
    assert "Par 30 30" in rows
    assert "No deal 20 22" in rows


def test_words_come_first_and_the_letter_behind(variants: Variants) -> None:
    text = debrief_text(variants["signed"], "en")
    assert "Win and win: both reached par, and more was to be had (B)." in text
    assert "双赢：双方都达到平准分，但还有余地（B）。" in debrief_text(variants["signed"], "zh")


def test_what_could_have_been_is_shown_in_points_and_terms(variants: Variants) -> None:
    text = debrief_text(variants["signed"], "en")
    assert "Frontier: 22/43 26/42 28/40 30/38 32/36 34/34 35/32 37/30 38/28 40/26 41/23" in text
    assert has(text, "Joint points: 62. Both pars together: 60. Created: +2.")
    assert has(text, "The best contract creates +8: efficiency 25%.")
    assert "Distance to the frontier: 4.5 points." in text


def test_each_fault_stands_with_its_move_and_time(variants: Variants) -> None:
    text = debrief_text(variants["signed"], "en", me=Side.VENDOR)
    assert has(text, "Move 6, 04:15: You: We can do a price of 250 (10k yuan).")
    assert has(text, "A concession on price without asking first what they expect there (R22).")
    assert has(text, "Move 4, 02:15: You: If we get 90% paid at acceptance,")
    assert has(
        text, "Price: the return that was asked for did not come, and the concession stood (R25)."
    )


def test_a_staircase_shows_its_steps_and_their_sizes(variants: Variants) -> None:
    english = debrief_text(variants["signed"], "en")
    assert "Price (10k yuan): 310 → 270 (40) → 250 (20) → 224 (26, trade)" in english
    assert "Delivery: 90 days → 45 days (3 steps, accepted)" in english
    chinese = debrief_text(variants["signed"], "zh")
    assert "价格（万元）：310 → 270（40） → 250（20） → 224（26，交换）" in chinese


def test_at_the_first_level_only_its_two_rules_are_told(variants: Variants) -> None:
    text = debrief_text(variants["first"], "en", me=Side.VENDOR)
    assert "ask first:" in text
    assert "take something in exchange:" in text
    assert "shrinking steps:" not in text
    assert "(R35)" not in text  # the break without a reason
    assert "(R19)" not in text


def test_a_breakdown_says_what_no_deal_was_worth(variants: Variants) -> None:
    text = debrief_text(variants["walked"], "en", me=Side.VENDOR)
    assert "No contract. You ended the talks after move 1." in text
    assert has(text, "each side has what no deal is worth to it: you 20, the client 22.")


def test_where_no_deal_was_possible_not_signing_was_right(variants: Variants) -> None:
    text = debrief_text(variants["hopeless"], "en")
    assert has(text, "Not signing was right.")
    assert "Frontier" not in text


def test_a_grid_on_which_any_deal_beats_breaking_off_says_so(variants: Variants) -> None:
    line = "On this grid nearly every contract beats breaking off"
    assert line in debrief_text(variants["course"], "en")  # exercise.md section 9
    assert line not in debrief_text(variants["walked"], "en")


def test_a_contract_worse_than_no_deal_is_pointed_out(variants: Variants) -> None:
    text = debrief_text(variants["below"], "en", me=Side.VENDOR)
    assert has(text, "You signed for less than no deal was worth: 30 instead of 40.")


def test_without_a_clock_no_times_are_told(variants: Variants) -> None:
    text = debrief_text(variants["untimed"], "en")
    assert "Signed with move 19" in text
    assert "Move 6: Vendor: We can do" in text


@pytest.mark.parametrize(
    ("payer", "words"),
    [
        ("due", "Nothing is lost."),
        ("reminded", "20% of it is lost, 11.2 (10k yuan). What the contract really brings: 212.8"),
        ("fraud", "never pays the rest: 56 (10k yuan) is lost."),
    ],
)
def test_the_money_view_follows_the_payer(variants: Variants, payer: str, words: str) -> None:
    assert has(debrief_text(variants[payer], "en"), words)


def test_the_json_has_ids_and_amounts(variants: Variants) -> None:
    found = document(variants["signed"])
    assert json.loads(json.dumps(found)) == found
    assert found["scenario"] == "third-vendor"
    contract = found["contract"]
    assert isinstance(contract, dict)
    assert contract["terms"] == {"price": 224, "payment": 75, "service": "m24", "delivery": 45}
    assert contract["points"] == {"vendor": 30, "client": 32}
    assert contract["efficiency"] == 0.25
    assert contract["letter"] == "B"
    sides = found["sides"]
    assert isinstance(sides, dict)
    vendor = sides["vendor"]
    assert vendor["guess"] == {
        "order": ["price", "delivery", "service", "payment"], "right": 4, "inversions": 0,
    }  # fmt: skip
    assert vendor["concessions"]["price"]["steps"][0] == {
        "move": 4, "at_ms": 135_000, "to": 270, "size": 40, "kind": "offer",
    }  # fmt: skip
    assert vendor["conduct"]["principles"]["exchange"] == {"kept": 0, "occasions": 3}


@pytest.mark.parametrize("name", NAMES)
def test_every_debrief_is_plain_json(variants: Variants, name: str) -> None:
    assert json.loads(json.dumps(document(variants[name]), allow_nan=False))


def test_who_would_not_have_signed_what_is_shown_is_named() -> None:
    # third-vendor: Mr Zhou vetoes service at m18; the Nash contracts have 18 and 12 months.
    match = Match.at_talks(unbound(load("third-vendor")))
    match.play("c draw price=240 payment=60 service=m24 delivery=60; c sign; v sign")
    text = debrief_text(debrief(match.state.scenario, match.log), "en")
    joined = " ".join(text.split())
    assert "Mr Zhou, on the client's side, would not have signed 18 months of on-site" in joined
    plain = Match.at_talks(unbound(load("course-grid")))
    plain.play("c walk")
    assert "would not have signed" not in debrief_text(
        debrief(plain.state.scenario, plain.log), "en"
    )
