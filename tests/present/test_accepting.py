"""Their standing offer as a card, and the ways to take it."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Member
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import Level, MemberRole, Reason
from negosim.present.accepting import OfferCard, accepting, offer_card
from negosim.present.cautions import cautions


def offered(line: str, level: Level = Level.COURSE) -> SeatView:
    """The vendor's view of an offer of the client, its own authority unbound."""
    scenario = unbound(built.third_vendor())
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line).view("v")


def card_of(view: SeatView, lang: str = "en") -> OfferCard:
    card = offer_card(view, lang)
    assert card is not None
    return card


def test_there_is_no_card_before_they_have_offered_anything() -> None:
    view = Match.at_talks(built.third_vendor()).view("v")
    assert offer_card(view, "en") is None
    assert accepting(view, "en") == ()


def test_the_card_says_the_offer_with_its_reason_in_either_language() -> None:
    match = Match.at_talks(built.third_vendor())
    terms = match.terms("price=200")
    match.do("client", m.Offer(terms, match.terms(""), reason=Reason.COST))
    assert card_of(match.view("v")).text == (
        "We can do a price of 200 (10k yuan). That is what the costs allow."
    )
    assert card_of(match.view("v"), "zh").text == "我们可以做到价格200万元。成本摆在这里。"


def test_an_unconditional_offer_is_taken_whole_or_by_name() -> None:
    view = offered("c offer price=240 delivery=45")
    assert [(c.id, c.label, c.move) for c in accepting(view, "en")] == [
        ("all", "Accept all", m.Accept()),
        ("issue:0", "Accept price", m.Accept((0,))),
        ("issue:3", "Accept delivery", m.Accept((3,))),
    ]
    assert not card_of(view).conditional


THREE = "c offer price=240 payment=60 delivery=60"


def test_of_three_unconditional_issues_the_two_that_are_marked_are_taken_together() -> None:
    view = offered(THREE)
    *others, marked = accepting(view, "en", (3, 0))
    assert [choice.id for choice in others] == ["all", "issue:0", "issue:1", "issue:3"]
    assert (marked.id, marked.label) == ("marked", "Accept price and delivery")
    assert (marked.move, marked.why_not) == (m.Accept((0, 3)), "")
    # Level 3 of weight 3 and of weight 1.
    assert marked.hint == "12 points"
    zh = accepting(view, "zh", (3, 0))[-1]
    assert (zh.label, zh.hint) == ("接受价格和到货时间", "12分")
    card = offer_card(view, "en", (3, 0))
    assert card is not None
    assert card.choices[-1] == marked


@pytest.mark.parametrize("marked", [(), (0,), (0, 2), (0, 1, 3), (3, 2, 1, 0)])
def test_one_mark_or_a_mark_on_all_of_them_adds_no_choice(marked: tuple[int, ...]) -> None:
    choices = accepting(offered(THREE), "en", marked)
    assert [choice.id for choice in choices] == ["all", "issue:0", "issue:1", "issue:3"]


def test_marked_issues_are_taken_without_one_that_is_beyond_the_limit() -> None:
    beyond = offered("c offer price=187 payment=60 delivery=60")
    choices = {choice.id: choice for choice in accepting(beyond, "en", (1, 3))}
    assert choices["all"].why_not.startswith("That is beyond your limit on price, 188")
    assert (choices["marked"].why_not, choices["marked"].move) == ("", m.Accept((1, 3)))
    over = accepting(beyond, "en", (0, 3))[-1]
    assert over.why_not.startswith("That is beyond your limit on price, 188")
    assert over.hint == ""
    assert accepting(offered(THREE, Level.EXAM), "en", (0, 3))[-1].hint == ""


def test_a_conditional_offer_is_taken_whole_or_not_at_all() -> None:
    view = offered("c offer price=240 for delivery=45")
    assert [choice.id for choice in accepting(view, "en")] == ["all"]
    wider = offered("c offer price=240 payment=60 for delivery=45")
    assert [choice.id for choice in accepting(wider, "en", (0, 3))] == ["all"]
    assert card_of(view).conditional


def test_of_two_packages_either_is_taken_with_its_own_worth() -> None:
    view = offered("c offer payment=60 service=m24 or payment=45 service=m18")
    first, second = accepting(view, "en")
    assert (first.label, first.move) == ("Accept the first", m.Accept())
    assert (second.label, second.move) == ("Accept the second", m.Accept(second=True))
    # Level 3 of weight 4 and of weight 2; then levels 2 and 4.
    assert first.hint == "Worth 18 points"
    assert second.hint == "Worth 16 points"
    assert card_of(view).second == "We can do 45% paid at acceptance and on-site service m18."


def test_an_offer_of_every_issue_says_what_it_scores_signed_now() -> None:
    # exercise.md R46: 240/60/m24/60 scores 30 for the vendor.
    view = offered("c offer price=240 payment=60 service=m24 delivery=60")
    assert card_of(view).worth == "Signed now: 30 points"
    assert card_of(view, "zh").worth == "现在签：30分"


def test_what_is_agreed_already_counts_with_the_rest() -> None:
    scenario = unbound(built.third_vendor())
    match = Match.at_talks(scenario).play("c offer service=m24 delivery=60; v accept")
    match.play("c offer price=240")
    # Level 3 of weights 3, 2 and 1.
    assert card_of(match.view("v")).worth == "With what is agreed: 18 points so far"
    match.play("v notyet; c offer price=240 payment=60")
    assert card_of(match.view("v")).worth == "Signed now: 30 points"


def test_nothing_is_said_of_points_at_exam_or_beyond_the_limit() -> None:
    every = "c offer price=240 payment=60 service=m24 delivery=60"
    assert card_of(offered(every, Level.EXAM)).worth == ""
    beyond = offered("c offer price=187 payment=60")
    assert card_of(beyond).worth == ""
    choices = {choice.id: choice for choice in accepting(beyond, "en")}
    assert choices["all"].why_not.startswith("That is beyond your limit on price, 188")
    assert (choices["issue:1"].why_not, choices["issue:1"].hint) == ("", "12 points")


def test_what_needs_more_authority_says_to_consult() -> None:
    view = Match.at_talks(built.third_vendor()).play("c offer price=220").view("v")
    (choice,) = accepting(view, "en")
    assert choice.why_not == (
        "That is beyond your authority on price, 240 (10k yuan). "
        "Step out and consult your director first (R24)."
    )


def with_veto(match_level: Level = Level.COURSE) -> Match:
    """The client's engineer will not sign 18 months of service or less."""
    scenario = unbound(built.third_vendor())
    engineer = Member(
        "zhou", built.text("Mr Zhou", "周工"), MemberRole.TECHNICAL, (), (), (None, None, 1, None)
    )
    scenario = replace(scenario, opposition=replace(scenario.opposition, team=(engineer,)))
    return Match.at_talks(scenario, solo_setup(scenario, level=match_level))


def test_the_client_is_warned_of_a_veto_of_its_own_team_before_it_accepts() -> None:
    match = with_veto().play("c notyet; v offer service=m18 for price=250")
    assert card_of(match.view("c")).warnings == (
        "Mr Zhou, on your own side, will not sign the on-site service at m18.",
    )
    assert card_of(match.view("c"), "zh").warnings == ("驻场服务m18，我方的周工不会同意签。",)
    match = with_veto().play("c notyet; v offer service=m24 for price=250")
    assert card_of(match.view("c")).warnings == ()


def test_leaving_and_speaking_against_it_warn_of_an_agreement_that_would_lapse() -> None:
    scenario = unbound(built.third_vendor())
    match = Match.at_talks(scenario).play("c offer delivery=60; v accept; c notyet")
    view = match.view("v")
    lapses = (
        "Delivery in 60 days: agreed and not yet confirmed in writing; this would undo it (R39).",
    )
    assert cautions(view, match.parse("v leave consult")[1], "en") == lapses
    assert cautions(view, match.parse("v offer delivery=75")[1], "en") == lapses
    assert cautions(view, match.parse("v offer price=300")[1], "en") == ()


def test_a_move_that_time_runs_out_on_says_so_first() -> None:
    scenario = unbound(built.third_vendor())
    setup = solo_setup(scenario, limit_ms=100_000)
    match = Match.at_talks(scenario, setup).play("c offer delivery=60; v accept; c notyet")
    sentences = cautions(match.view("v"), match.parse("v leave consult")[1], "en")
    assert sentences[0].startswith("Time runs out before that is done")
    assert len(sentences) == 2
    assert match.view("v").brief.side is Side.VENDOR
