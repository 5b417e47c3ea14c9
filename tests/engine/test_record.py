"""Drafts, lines, the pen, the sheet, the contract: exercise.md R39-R43."""

import built
import pytest
from notation import Match, unbound

from negosim.engine.calls import calls
from negosim.engine.errors import Refusal
from negosim.engine.moves import Deal
from negosim.engine.sides import Side
from negosim.engine.words import Ending, LineState, Phase

ALL = "price=240 payment=60 service=m24 delivery=60"


def talks() -> Match:
    """The client's negotiators may go to their limits, so that it binds what it accepts."""
    return Match.at_talks(unbound(built.third_vendor(), Side.CLIENT))


def agreed_on_service() -> Match:
    """The client has taken 12 months of service; the vendor is to move."""
    return talks().play("c accept service")


def test_accepting_drafts_a_line_and_one_gesture_writes_all_drafts() -> None:
    match = agreed_on_service().play("v notyet; c offer delivery=45; v accept; c notyet; v write")
    record = match.state.common.record
    assert [line.deal.terms for line in record.lines] == [
        match.terms("service=m12"),
        match.terms("delivery=45"),
    ]
    assert all(line.agreed for line in record.lines)
    assert record.drafts == ()
    assert match.codes() == ["written", "written"]


def test_the_first_to_propose_holds_the_pen_and_only_the_pen_writes() -> None:
    match = agreed_on_service().play("v write")
    assert match.state.common.record.pen is Side.VENDOR
    match.play("v notyet")
    assert match.refuses("c write price=300") is Refusal.NOT_PEN
    assert match.refuses("c draw") is Refusal.NOT_PEN
    assert match.refuses("c pen") is Refusal.PEN_HELD


def test_a_refused_line_frees_the_pen_and_the_agreement_is_still_agreed() -> None:
    match = agreed_on_service().play("v write; c refuse 1")
    record = match.state.common.record
    assert record.lines[0].state is LineState.REFUSED
    assert record.drafts == (Deal(match.terms("service=m12")),)
    match.play("c pen")
    assert match.state.common.record.pen is Side.CLIENT


def test_a_minute_without_writing_what_is_agreed_frees_the_pen() -> None:
    match = agreed_on_service().play("v write; c confirm; v notyet; c accept delivery; v notyet")
    assert match.refuses("c pen") is Refusal.PEN_HELD
    match.play("c notyet; v notyet; c notyet")  # 4 x 15 s since the acceptance
    assert match.refuses("c pen") is None


def test_a_line_may_say_something_else_than_was_agreed_and_the_agreement_stays_a_draft() -> None:
    match = agreed_on_service().play("v write service=m12 delivery=90")
    line = match.state.common.record.lines[0]
    assert not line.agreed
    assert match.state.common.record.drafts == (Deal(match.terms("service=m12")),)


def test_unconfirmed_agreements_lapse_at_a_break() -> None:
    match = agreed_on_service().play("v leave consult")
    assert "AgreementLapsed" in match.names
    assert match.state.common.record.drafts == ()
    assert "lapsed_unwritten" in match.codes(Side.VENDOR)


def test_unconfirmed_agreements_lapse_when_either_offers_anew_on_them() -> None:
    match = agreed_on_service().play("v offer service=m18")
    assert "AgreementLapsed" in match.names
    match = agreed_on_service().play("v offer service=m12 delivery=75")
    assert "AgreementLapsed" not in match.names


def test_a_confirmed_line_survives_a_break_and_is_reopened_only_by_both() -> None:
    match = agreed_on_service().play("v write; c confirm; v leave consult; v return")
    assert match.refuses("v offer service=m18") is Refusal.ON_RECORD
    assert match.refuses("v offer service=m12 delivery=75") is None
    match.play("v reopen 1")
    assert match.state.common.record.lines[0].state is LineState.CONFIRMED
    assert match.refuses("v reopen 1") is Refusal.ALREADY_DONE
    match.play("c reopen 1")
    assert match.state.common.record.lines[0].state is LineState.REOPENED
    assert match.refuses("v offer service=m18") is None


def test_the_other_side_is_called_to_answer_a_reopening() -> None:
    match = agreed_on_service().play("v write; c confirm")
    assert calls(match.state.common) == (Side.VENDOR,)
    match.play("v reopen 1")
    assert calls(match.state.common) == (Side.CLIENT, Side.VENDOR)


def test_a_sheet_needs_every_issue() -> None:
    match = agreed_on_service()
    assert match.refuses("v draw") is Refusal.SHEET_INCOMPLETE
    assert match.refuses(f"v draw {ALL}") is None


def test_a_sheet_marks_what_is_not_on_record() -> None:
    match = agreed_on_service().play(f"v write; c confirm; v draw {ALL}")
    sheet = match.state.common.record.sheet
    assert sheet is not None
    assert sheet.off_record == 0b1111
    assert match.codes()[0] == "sheet_without_lines"
    match.play("v tear; v draw price=240 payment=60 service=m12 delivery=60")
    sheet = match.state.common.record.sheet
    assert sheet is not None
    assert sheet.off_record == 0b1011
    assert not {"sheet_without_lines", "sheet_from_record"} & set(match.codes())
    match.play("v write delivery=60; c confirm")
    sheet = match.state.common.record.sheet
    assert sheet is not None
    assert sheet.off_record == 0b0011


def test_one_signature_is_no_contract_and_two_are() -> None:
    match = talks().play(f"c draw {ALL}; c sign")
    assert match.state.common.outcome is None
    assert calls(match.state.common)[0] is Side.VENDOR
    match.play("v sign")
    outcome = match.state.common.outcome
    assert outcome is not None
    assert (outcome.ending, outcome.deal) == (Ending.SIGNED, Deal(match.terms(ALL)))
    assert match.state.common.phase is Phase.OVER


def test_either_may_tear_the_sheet_before_the_second_signature_at_no_cost() -> None:
    match = talks().play(f"c draw {ALL}; c sign")
    before = match.state.common.elapsed_ms
    match.play("v tear")
    assert match.state.common.record.sheet is None
    assert match.state.common.elapsed_ms == before


def test_signing_beyond_authority_or_floor_is_refused() -> None:
    match = talks().play("c draw price=239 payment=60 service=m24 delivery=60; c sign")
    assert match.refuses("v sign") is Refusal.BEYOND_AUTHORITY
    match = talks().play("c draw price=187 payment=60 service=m24 delivery=60; c sign")
    assert match.refuses("v sign") is Refusal.BEYOND_FLOOR


def test_nobody_signs_twice_and_nothing_without_a_sheet() -> None:
    match = talks()
    assert match.refuses("c sign") is Refusal.NO_SHEET
    assert match.refuses("c tear") is Refusal.NO_SHEET
    match.play(f"c draw {ALL}; c sign")
    assert match.refuses("c sign") is Refusal.ALREADY_SIGNED
    assert match.refuses(f"c draw {ALL}") is Refusal.SHEET_ON_TABLE


def test_benefits_wanted_are_part_of_what_is_agreed_and_of_the_sheet() -> None:
    match = talks().play("c offer price=250 payment=60 service=m24 delivery=60")
    match.play("v offer price=250 payment=60 service=m24 delivery=60 for +reference; c accept")
    match.play("v write; c confirm; v draw")
    sheet = match.state.common.record.sheet
    assert sheet is not None
    assert sheet.benefits == (0,)
    assert sheet.off_record == 0
    assert match.codes() == ["sheet_from_record"]


@pytest.mark.parametrize(("who", "side"), [("v", Side.VENDOR), ("c", Side.CLIENT)])
def test_walking_out_is_a_breakdown(who: str, side: Side) -> None:
    outcome = talks().play(f"{who} walk").state.common.outcome
    assert outcome is not None
    assert (outcome.ending, outcome.deal, outcome.by) == (Ending.WALKED_OUT, None, side)


def test_a_benefit_left_off_the_sheet_is_off_record() -> None:
    match = talks().play("c offer price=250 payment=60 service=m24 delivery=60")
    match.play("v offer price=250 payment=60 service=m24 delivery=60 for +reference; c accept")
    match.play("v write; c confirm; v draw price=250 payment=60 service=m24 delivery=60")
    sheet = match.state.common.record.sheet
    assert sheet is not None
    assert (sheet.off_record, sheet.benefits_off) == (0, (0,))
    assert match.codes()[0] == "sheet_without_lines"


def test_of_two_packages_only_one_can_be_agreed() -> None:
    two = "v offer price=260 delivery=45 or price=230 delivery=90"
    match = Match.at_talks(unbound(built.third_vendor())).play(f"c notyet; {two}")
    assert match.refuses("c accept price") is Refusal.CONDITIONAL
    match.play("c accept second")
    assert match.refuses("v accept second") is Refusal.NO_OFFER
    assert [deal.terms for deal in match.state.common.record.drafts] == [
        match.terms("price=230 delivery=90")
    ]


def test_an_agreement_lapses_where_either_package_speaks_against_it() -> None:
    match = Match.at_talks(unbound(built.third_vendor()))
    match.play("c offer service=m18; v accept; c notyet")
    match.play("v offer price=260 service=m18 or price=230 service=m12")
    assert "AgreementLapsed" in match.names


def test_a_side_that_has_had_no_turn_since_the_agreement_is_not_to_blame_for_its_lapse() -> None:
    match = agreed_on_service().play("v leave consult")
    assert match.codes(Side.CLIENT) == []
    match = agreed_on_service().play("v notyet; c notyet; v leave consult")
    assert match.codes(Side.CLIENT) == ["lapsed_unwritten"]


def test_writing_the_same_line_again_is_no_new_occasion() -> None:
    match = agreed_on_service().play("v write")
    assert match.codes() == ["written"]
    match.play("v strike; v write")
    assert match.codes() == []


def test_a_line_nobody_agreed_to_does_not_lapse() -> None:
    match = talks().play("c notyet; v write service=m18; v leave consult")
    assert match.state.common.record.lines[0].state is LineState.PROPOSED


def test_drawing_what_the_other_side_offers_is_an_acceptance() -> None:
    match = talks().play("c offer price=250 payment=60 service=m24 delivery=60")
    match.play("v draw price=250 payment=60 service=m24 delivery=60")
    assert not {"unasked", "no_exchange"} & set(match.codes())


def test_the_minute_of_the_pen_begins_anew_with_every_line_written() -> None:
    match = agreed_on_service().play("v write; c confirm; v notyet; c accept delivery; v notyet")
    match.play("c notyet; v notyet; c offer price=250; v accept; c notyet; v write delivery=90")
    assert match.state.common.record.drafted_ms == match.state.common.elapsed_ms
