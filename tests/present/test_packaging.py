"""A package on steppers: where they stop, what becomes of an issue, what is kept."""

from __future__ import annotations

import itertools

import built
import pytest
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.state import SeatView
from negosim.present.packaging import Beyond, Entry, PackageDraft, Part

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def talking(line: str = "c offer price=170 payment=30 service=m36 delivery=30") -> SeatView:
    return Match.at_talks(built.third_vendor()).play(line).view("v")


def entry(draft: PackageDraft, issue: int, lang: str = "en") -> Entry:
    return draft.entries(lang)[issue]


def stops(draft: PackageDraft, issue: int, *, less: bool) -> list[int]:
    """Every value on the way to the end."""
    found = [draft.tick(issue)]
    while True:
        (draft.less if less else draft.more)(issue)
        if draft.tick(issue) == found[-1]:
            return found
        found.append(draft.tick(issue))


def test_at_first_every_issue_is_off_at_our_last_value() -> None:
    draft = PackageDraft(talking())
    assert draft.is_empty
    assert [draft.tick(number) for number in range(4)] == [310, 0, 0, 0]
    assert draft.package == m.Package((None,) * 4, (None,) * 4)


def test_a_step_toward_them_gives_the_issue_and_one_away_wants_it() -> None:
    draft = PackageDraft(talking())
    draft.less(PRICE)
    draft.more(PAYMENT)
    assert (draft.part(PRICE), draft.tick(PRICE)) == (Part.GIVE, 305)
    assert (draft.part(PAYMENT), draft.tick(PAYMENT)) == (Part.WANT, 0)
    assert draft.package == m.Package((305, None, None, None), (None, 0, None, None))


def test_less_is_always_toward_smaller_amounts_whoever_it_pleases() -> None:
    view = talking()
    draft = PackageDraft(view)
    draft.less(DELIVERY)
    assert entry(draft, DELIVERY).text == "75 days"
    assert entry(draft, DELIVERY).gives_less
    client = PackageDraft(Match.at_talks(built.third_vendor()).view("c"))
    client.more(PRICE)
    assert (client.part(PRICE), client.tick(PRICE)) == (Part.GIVE, 172)
    assert not entry(client, PRICE).gives_less


def test_a_stepper_stops_at_level_ticks_at_what_was_named_and_at_the_limit() -> None:
    # R5: the vendor's price thresholds are 188, 214, 240, 275 and 310; 233 was named by them.
    way = stops(PackageDraft(talking("c offer price=233")), PRICE, less=True)
    assert {310, 275, 240, 214, 188, 233} <= set(way)
    assert way[:3] == [310, 305, 300]
    assert way[-1] == 188
    assert all(0 < before - after <= 5 for before, after in itertools.pairwise(way))


def test_a_stepper_goes_back_up_to_the_own_quote_and_no_further() -> None:
    draft = PackageDraft(talking())
    draft.place(PRICE, Part.GIVE, 214)
    assert stops(draft, PRICE, less=False)[-1] == 310
    assert not entry(draft, PRICE).can_more
    draft.fine(PRICE, 1)
    assert draft.tick(PRICE) == 311


def test_the_own_authority_is_a_stop_of_its_own() -> None:
    match = Match(built.third_vendor()).play("v authority price=233; v ready; c ready")
    match.play("v intro; c intro; c offer price=170")
    assert 233 in stops(PackageDraft(match.view("v")), PRICE, less=True)


@pytest.mark.parametrize(
    ("tick", "beyond"),
    [(240, Beyond.NOTHING), (239, Beyond.AUTHORITY), (188, Beyond.AUTHORITY), (187, Beyond.LIMIT)],
)
def test_a_value_says_whether_it_goes_beyond_authority_or_limit(tick: int, beyond: Beyond) -> None:
    draft = PackageDraft(talking())
    draft.give(PRICE)
    draft.set(PRICE, tick)
    assert entry(draft, PRICE).beyond is beyond


def test_a_value_is_held_within_what_may_be_named_at_all() -> None:
    draft = PackageDraft(talking())
    draft.give(PAYMENT)
    draft.set(PAYMENT, 99)
    assert draft.tick(PAYMENT) == 4
    draft.set(PAYMENT, -7)
    assert draft.tick(PAYMENT) == 0


def test_giving_begins_at_our_last_value_so_that_nothing_is_conceded_yet() -> None:
    view = talking("c offer price=170; v offer price=280; c notyet")
    draft = PackageDraft(view)
    draft.give(PRICE)
    assert (draft.tick(PRICE), entry(draft, PRICE).delta) == (280, "as before")


def test_wanting_begins_at_our_next_level_above_what_they_offer() -> None:
    draft = PackageDraft(talking("c offer price=200 payment=30"))
    for issue in (PRICE, PAYMENT):
        draft.want(issue)
    # Price: the authority ends at 240, so 214 is no value to ask for.
    assert [draft.tick(PRICE), draft.tick(PAYMENT)] == [240, 2]
    assert entry(draft, PRICE).delta == "+40 vs theirs"
    assert entry(draft, PAYMENT).delta == "+30 vs theirs"


def test_where_they_have_named_nothing_our_own_last_value_is_wanted() -> None:
    draft = PackageDraft(talking("c offer price=200"))
    draft.want(DELIVERY)
    assert draft.tick(DELIVERY) == 0
    assert entry(draft, DELIVERY).delta == ""


def test_what_they_offer_already_is_said_to_be_so() -> None:
    draft = PackageDraft(talking("c offer payment=60"))
    draft.want(PAYMENT)
    draft.set(PAYMENT, 2)
    assert entry(draft, PAYMENT).delta == "what they offer"
    assert entry(draft, PAYMENT, "zh").delta == "与对方同"


def test_an_entry_reads_in_both_languages_with_the_unit_apart() -> None:
    draft = PackageDraft(talking())
    draft.place(PRICE, Part.GIVE, 275)
    english, chinese = entry(draft, PRICE), entry(draft, PRICE, "zh")
    assert (english.name, english.text, english.unit) == ("Price", "275", "10k yuan")
    assert (english.delta, english.points) == ("−35 vs last", "12 points")
    assert (chinese.name, chinese.text, chinese.unit) == ("价格", "275", "万元")
    assert (chinese.delta, chinese.points) == ("较上次 −35", "12分")
    assert english.at_level_tick
    draft.fine(PRICE, -1)
    assert (draft.tick(PRICE), entry(draft, PRICE).at_level_tick) == (274, False)


def test_a_ladder_without_numbers_counts_its_change_in_steps() -> None:
    draft = PackageDraft(talking())
    draft.more(SERVICE)
    draft.more(SERVICE)
    assert (entry(draft, SERVICE).text, entry(draft, SERVICE).delta) == ("m24", "+2 steps vs last")


def test_an_issue_on_a_confirmed_line_is_locked() -> None:
    scenario = unbound(built.third_vendor())
    match = Match.at_talks(scenario).play("c offer delivery=60; v accept; c notyet")
    match.play("v write; c confirm")
    draft = PackageDraft(match.view("v"))
    for turn in (draft.less, draft.more, draft.give, draft.want):
        turn(DELIVERY)
    draft.set(DELIVERY, 1)
    locked = entry(draft, DELIVERY)
    assert (locked.role, locked.tick, locked.locked) == (Part.OFF, 2, True)
    assert (locked.can_less, locked.can_more) == (False, False)


def test_dropping_an_issue_puts_it_back_as_it_was() -> None:
    draft = PackageDraft(talking())
    draft.less(PRICE)
    draft.drop(PRICE)
    assert (draft.part(PRICE), draft.tick(PRICE)) == (Part.OFF, 310)


def test_a_draft_is_taken_up_again_as_far_as_it_still_may_be_said() -> None:
    scenario = unbound(built.third_vendor())
    match = Match.at_talks(scenario).play("c offer delivery=60 price=180; v notyet; c notyet")
    draft = PackageDraft(match.view("v"))
    draft.less(PRICE)
    draft.give(DELIVERY)
    match.play("v accept delivery; c notyet; v write; c confirm")
    again = PackageDraft(match.view("v"), draft.kept)
    assert (again.part(PRICE), again.tick(PRICE)) == (Part.GIVE, 305)
    assert again.part(DELIVERY) is Part.OFF


def test_only_what_may_be_given_or_wanted_takes_part() -> None:
    draft = PackageDraft(talking(), givable=(PRICE,), wantable=(PAYMENT,))
    draft.give(PAYMENT)
    draft.want(PRICE)
    draft.more(PRICE)
    draft.less(PAYMENT)
    assert draft.is_empty
    assert not entry(draft, PRICE).can_more
    assert entry(draft, PRICE).can_less
