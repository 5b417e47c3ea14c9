"""The transcript: who said what, what was told, and the notes between."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match, unbound
from watched import stream

from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.scenario import Insider, Member, Scenario
from negosim.engine.sides import Side
from negosim.engine.words import AnswerKind, ClockKind, Level, MemberRole, Role
from negosim.present.bubbles import Bubble, Tag, Voice, last_said, transcript
from negosim.present.speakers import initial, our_name, their_name

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


def talk(match: Match, side: Side = Side.VENDOR, lang: str = "en") -> tuple[Bubble, ...]:
    seat = next(seat.name for seat in match.setup.seats if seat.side is side)
    return transcript(match.view(seat), stream(match, side), lang)


def texts(bubbles: tuple[Bubble, ...], *tags: Tag) -> list[str]:
    return [bubble.text for bubble in bubbles if not tags or bubble.tag in tags]


def with_people(scenario: Scenario) -> Scenario:
    """The client's team: a user named first, and an economic decision-maker."""
    people = (
        Member("geng", built.text("Ms Geng", "耿班长"), MemberRole.USER, (), (), (None,) * 4),
        Member("lin", built.text("Ms Lin", "林经理"), MemberRole.ECONOMIC, (), (), (None,) * 4),
    )
    return replace(scenario, opposition=replace(scenario.opposition, team=people))


def test_each_side_speaks_on_its_own_side_with_name_time_and_letter() -> None:
    match = Match.at_talks(with_people(built.third_vendor())).play(f"{OPENING}; v notyet")
    theirs, ours = (bubble for bubble in talk(match) if bubble.tag is Tag.SAID)
    assert (theirs.side, theirs.name, theirs.initial, theirs.at) == (
        Voice.THEM,
        "Ms Lin",
        "L",
        "00:45",
    )
    assert (ours.side, ours.name, ours.initial, ours.at, ours.text) == (
        Voice.US,
        "You",
        "Y",
        "01:00",
        "Not yet.",
    )
    assert [(b.name, b.initial) for b in talk(match, lang="zh") if b.tag is Tag.SAID] == [
        ("林经理", "林"),
        ("我方", "我"),
    ]


def test_the_client_sees_the_same_lines_from_the_other_side() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v notyet")
    ours, theirs = (b for b in talk(match, Side.CLIENT) if b.tag is Tag.SAID)
    assert (ours.side, theirs.side) == (Voice.US, Voice.THEM)
    assert theirs.name == "Linkway"


def test_what_is_told_stands_between_without_a_speaker() -> None:
    match = Match.at_talks(unbound(built.third_vendor()))
    match.play("c offer delivery=60; v accept; c notyet; v write; c confirm; v leave gain_time")
    told = [b for b in talk(match) if b.side is Voice.SYSTEM]
    assert {(b.name, b.initial) for b in told} == {("", "")}
    assert texts(talk(match), Tag.RECORD) == [
        "You wrote down line 1 (delivery in 60 days).",
        "The client confirmed line 1.",
    ]
    assert texts(talk(match), Tag.BREAK) == ["You asked for a rest."]


def test_forms_filled_in_before_the_talks_are_not_told() -> None:
    match = Match(built.third_vendor()).play("v plan price 40 20 10; v authority price=240")
    match.play("v ready; c ready; v intro; c intro")
    assert texts(talk(match)) == [
        "You introduced the team.",
        "The client introduced the team.",
        "The talks are open.",
    ]


@pytest.mark.parametrize(
    ("lines", "clue"),
    [
        ("v ask open; c answer issue price", "they say price matters to them."),
        ("v ask causal price; c answer interest price 1", "they say not much hangs on price."),
        (
            "v ask exclusion price delivery; c answer pair delivery price",
            "they say delivery matters more than price.",
        ),
        ("v ask leading price; c answer yes", "they say price comes first."),
        ("v ask leading price; c answer no", "they say price does not come first."),
        (
            "v ask leading price delivery; c answer no",
            "they say delivery matters more than price.",
        ),
        (
            "v ask summarising price delivery; c answer yes",
            "they say their order is price, then delivery.",
        ),
    ],
)
def test_an_answer_to_our_question_is_put_in_plain_words(lines: str, clue: str) -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; {lines}")
    assert texts(talk(match), Tag.CLUE) == [f"Your question paid off: {clue}"]


@pytest.mark.parametrize(
    "lines",
    [
        "v ask exclusion price delivery; c answer both",
        "v ask open; c answer evasive",
        "v ask summarising price delivery; c answer no",
        "v ask expectation price; c answer demand price=200",
        "v notyet; c ask open; v answer issue price",
    ],
)
def test_an_answer_that_tells_no_order_or_is_our_own_leaves_no_clue(lines: str) -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; {lines}")
    assert texts(talk(match), Tag.CLUE) == []


def test_the_same_clue_is_read_in_chinese() -> None:
    match = Match.at_talks(built.third_vendor())
    match.play(f"{OPENING}; v ask exclusion price delivery; c answer pair delivery price")
    assert texts(talk(match, lang="zh"), Tag.CLUE) == ["这一问没白问：对方说到货时间比价格要紧。"]


def unasked_gift(level: Level) -> Match:
    """A concession of the vendor that nobody had asked about, and the client's reply."""
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, level=level))
    return match.play(f"{OPENING}; v offer price=280; c notyet")


def test_at_course_the_coach_speaks_once_they_have_replied() -> None:
    lines = talk(unasked_gift(Level.COURSE))
    assert [bubble.tag for bubble in lines[-3:]] == [Tag.SAID, Tag.SAID, Tag.COACH]
    assert lines[-1].text.endswith("(R22).") or lines[-1].text.endswith("(R25).")


@pytest.mark.parametrize("level", [Level.FIRST, Level.GUIDED, Level.EXAM])
def test_at_other_levels_the_transcript_has_no_coach(level: Level) -> None:
    assert texts(talk(unasked_gift(level)), Tag.COACH) == []


def test_the_other_sides_stream_has_no_trace_of_the_coach() -> None:
    match = Match.at_talks(built.third_vendor()).play("c ask open; v answer evasive")
    match.play(f"{OPENING}; v offer price=280; c notyet")
    assert len(texts(talk(match), Tag.COACH)) == 1
    assert texts(talk(match, Side.CLIENT), Tag.COACH) == []


def test_own_words_are_shown_with_the_chips_they_leave_out() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING)
    offer = m.Offer((300, None, None, None), (None,) * 4, words="Take it, it is a good price.")
    match.do("vendor", offer)
    bubble = talk(match)[-1]
    assert (bubble.text, bubble.aside) == (
        "Take it, it is a good price.",
        "We can do a price of 300 (10k yuan).",
    )


def test_own_words_with_every_chip_need_nothing_beside_them() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING)
    words = "300 (10k yuan) it is, then."
    match.do("vendor", m.Offer((300, None, None, None), (None,) * 4, words=words))
    assert (talk(match)[-1].text, talk(match)[-1].aside) == (words, "")


def test_words_of_another_language_give_way_to_the_made_sentence() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING)
    match.do("vendor", m.NotYet("这个数我们做不下来。"))
    assert (talk(match)[-1].text, talk(match)[-1].aside) == ("Not yet.", "")
    assert talk(match, lang="zh")[-1].text == "这个数我们做不下来。"


def test_silence_is_shown_in_every_language() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING)
    match.do("vendor", m.NotYet("…"))
    assert [talk(match, lang=lang)[-1].text for lang in ("en", "zh")] == ["…", "…"]


def test_a_way_round_the_question_is_said_to_be_one() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v ask open")
    match.do("client", m.Answer(AnswerKind.EVASIVE, words="Everything matters to us, of course."))
    assert talk(match)[-1].aside == "No straight answer."


def test_a_card_drawn_is_read_where_it_was_drawn() -> None:
    scenario = built.third_vendor()
    card = Insider("needs", built.text("Opening day worries them.", "他们怕启用那天。"), False)
    scenario = replace(scenario, opposition=replace(scenario.opposition, insiders=(card,)))
    match = Match.at_talks(scenario).play(f"{OPENING}; v leave probe; v return")
    assert texts(talk(match), Tag.NEWS) == ["Word from inside: Opening day worries them."]
    assert texts(talk(match, lang="zh"), Tag.NEWS) == ["内部传来消息：他们怕启用那天。"]


def test_without_a_clock_no_times_are_shown() -> None:
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, clock=ClockKind.NONE)).play(OPENING)
    assert {bubble.at for bubble in talk(match)} == {""}


def test_the_last_thing_said_is_what_stands_over_the_table() -> None:
    match = Match.at_talks(built.third_vendor())
    assert last_said(talk(match)) is None
    match.play(f"{OPENING}; v notyet; c leave gain_time")
    found = last_said(talk(match))
    assert found is not None
    assert (found.side, found.text) == (Voice.US, "Not yet.")


def test_the_end_is_told() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v walk")
    assert texts(talk(match), Tag.END) == ["You walked out. The talks are over."]


def test_a_team_member_speaks_by_name() -> None:
    scenario = built.third_vendor()
    seats = (
        Seat("Ann", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
        Seat("Ben", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (0, 1, 2, 3)),
        Seat("client", Side.CLIENT, tuple(Role), (0, 1, 2, 3)),
    )
    setup = team_setup(scenario, seats, clock=ClockKind.TABLE)
    match = Match(scenario, setup).play(f"Ann ready; c ready; Ann intro; c intro; {OPENING}")
    match.play("Ben notyet")
    assert talk(match)[-1].name == "Ben"
    assert our_name(match.view("Ann"), "Ben", "en") == "Ben"


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ms Lin", "L"),
        ("Harbour Logistics", "H"),
        ("林经理", "林"),
        ("ann", "A"),
        ("", "?"),
        ("Dr. Wu", "W"),
    ],
)
def test_a_badge_has_one_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_without_people_the_company_speaks() -> None:
    view = Match.at_talks(built.third_vendor()).view("v")
    assert (their_name(view, "en"), their_name(view, "zh")) == ("Harbour", "海港")
