"""What is read before the talks, from the shipped third vendor. Source: exercise.md R2, R9, R43."""

from __future__ import annotations

import built
import pytest
from notation import Match

from negosim.catalog import load
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.record import but
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind
from negosim.language.catalogue import LANGUAGES
from negosim.present.preparation import Draft
from negosim.present.preparation_brief import FactKind, brief_page, people, seat_line
from negosim.present.preparation_hats import give_issue
from negosim.solo.group import own_seats

THIRD = load("third-vendor")


def facts(seat: str, lang: str = "en") -> dict[FactKind, tuple[str, ...]]:
    page = brief_page(Match(THIRD).view(seat), lang)
    return {fact.kind: fact.lines for fact in page.facts}


def test_a_seat_is_told_which_side_it_is() -> None:
    assert seat_line(Match(THIRD).view("v"), "en") == "You are the vendor, Linkway Systems."
    assert seat_line(Match(THIRD).view("c"), "zh") == "您代表客户：海港物流。"


def test_a_side_without_a_name_of_its_own_is_named_once() -> None:
    plain = built.scenario_of(built.numeric("price", (1, 3, 2, 1), (1, 1, 2, 3)))
    named = plain.story.parties.put(Side.VENDOR, built.text("Vendor", "供应商"))
    match = Match(but(plain, story=but(plain.story, parties=named)))
    assert seat_line(match.view("v"), "en") == "You are the vendor."
    assert seat_line(match.view("v"), "zh") == "您代表供应商。"


def test_the_story_comes_in_paragraphs_and_the_secret_is_one_s_own() -> None:
    vendor = brief_page(Match(THIRD).view("v"), "en")
    client = brief_page(Match(THIRD).view("c"), "en")
    assert vendor.story == client.story
    assert [len(vendor.story), len(vendor.secret), len(client.secret)] == [3, 3, 3]
    assert vendor.secret[0].startswith("You are Linkway Systems.")
    assert client.secret[0].startswith("You buy for Harbour Logistics.")


def test_only_the_client_reads_the_sealed_offers() -> None:
    assert FactKind.RIVALS not in facts("v")
    assert facts("c")[FactKind.RIVALS] == (
        "Northstar: a price of 248 (10k yuan), 60% paid at acceptance, "
        "24 months of on-site service and delivery in 60 days.",
        "Bluewave: a price of 231 (10k yuan), 75% paid at acceptance, "
        "18 months of on-site service and delivery in 75 days.",
    )


def test_only_the_vendor_knows_somebody_over_there() -> None:
    assert FactKind.INSIDERS in facts("v")
    assert FactKind.INSIDERS not in facts("c")


@pytest.mark.parametrize(("seat", "points"), [("v", 20), ("c", 22)])
def test_each_side_reads_what_no_deal_is_worth_to_it(seat: str, points: int) -> None:
    assert facts(seat)[FactKind.WALK_AWAY] == (
        f"No deal is worth {points} points to you. Sign nothing that brings less.",
    )


def test_announced_news_are_told_by_their_time_alone() -> None:
    assert facts("v")[FactKind.NEWS] == (
        "12 min into the talks there will be news from outside. Nobody knows it yet.",
    )
    assert facts("v", "zh")[FactKind.NEWS] == ("开谈12分钟后，外面会来消息，内容还没人知道。",)


def test_a_match_without_a_clock_says_so() -> None:
    match = Match(THIRD, solo_setup(THIRD, clock=ClockKind.NONE))
    clock = brief_page(match.view("v"), "en").facts[0]
    assert (clock.kind, clock.lines) == (
        FactKind.CLOCK, ("No clock: take all the time you like.",),
    )  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("seat", ["v", "c"])
def test_no_fact_is_empty(seat: str, lang: str) -> None:
    assert all(line.strip() for lines in facts(seat, lang).values() for line in lines)


def test_who_plays_alone_wears_every_hat() -> None:
    found = people(Match(THIRD).view("v"), "en")
    assert found.alone
    assert [(person.name, person.duties) for person in found.ours] == [("You", "all roles in one")]


def test_the_vendor_sees_names_and_roles_opposite_but_no_veto() -> None:
    found = people(Match(THIRD).view("v"), "en")
    assert [(person.name, person.duties, person.note) for person in found.theirs] == [
        ("Ms Lin", "decides on the money", ""),
        ("Mr Zhou", "judges the technology", ""),
        ("Ms Geng", "will work with it", ""),
    ]
    assert found.behind == ()


def test_the_client_is_told_what_its_own_people_will_not_sign() -> None:
    found = people(Match(THIRD).view("c"), "en")
    assert [person.note for person in found.behind] == [
        "", "will not sign 18 months of on-site service, or worse", "",
    ]  # fmt: skip
    assert [(person.name, person.duties) for person in found.theirs] == [
        ("Linkway Systems", "the vendor's team")
    ]


def test_a_group_reads_hats_and_issues_as_they_are_being_dealt() -> None:
    seats = (*own_seats(Side.VENDOR, ("Ann", "Bob"), 4), solo_setup(THIRD).seats[1])
    view = Match(THIRD, team_setup(THIRD, seats, clock=ClockKind.TABLE)).view("Ann")
    assert [person.duties for person in people(view, "en").ours] == [
        "coordinator and decision-maker",
        "negotiator and recorder; answers for price, paid at acceptance, on-site service "
        "and delivery",
    ]
    hats = give_issue(Draft(view).hats, "Ann", 3)
    assert people(view, "zh", hats).ours[0].duties == "协调人、决策人和谈判员；负责到货时间"
