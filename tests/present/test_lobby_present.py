"""What the title, the picker and the list of past games say, without a window."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import shelf

from negosim.bots import roster
from negosim.catalog import load, shipped
from negosim.engine.record import but
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.present.opponents import ANYONE, STORY, bot_name, bots_for, drawn, opponents
from negosim.present.past_games import PER_PAGE, game_row, last_time, page, when_text
from negosim.present.picker import (
    chairs,
    clocks,
    levels,
    named,
    plan_for,
    seated,
    sized,
    wishes,
)
from negosim.present.scenario_cards import (
    Shelved,
    card,
    clean_path,
    fault,
    faults_head,
    own_file,
)
from negosim.present.scenario_cards import (
    shelf as shipped_shelf,
)
from negosim.present.title import first_wishes, left_last
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.saved import State


@pytest.fixture(scope="module")
def third_vendor():
    return load("third-vendor")


@pytest.fixture
def games(tmp_path: Path) -> Games:
    return Games(tmp_path / "games")


# -- who sits opposite ---------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("side", SIDES)
def test_two_surprises_come_first_and_everybody_made_for_the_side_follows(
    side: Side, lang: str
) -> None:
    ids = [each.id for each in opponents(side, lang)]
    assert ids[:2] == [STORY, ANYONE]
    assert tuple(ids[2:]) == bots_for(side)
    assert "analytic-steady" in bots_for(Side.CLIENT)
    assert "course" in bots_for(Side.VENDOR)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_bot_there_is_has_a_short_name_of_its_own(lang: str) -> None:
    names = [bot_name(bot, lang) for bot in roster.names()]
    assert len(set(names)) == len(names)
    assert not set(names) & set(roster.names())


def test_a_bot_of_another_version_is_called_by_its_id() -> None:
    assert bot_name("from-the-future", "zh") == "from-the-future"


def test_the_story_brings_its_own_and_a_lot_draws_one_of_the_twelve() -> None:
    assert drawn(STORY, Side.CLIENT, Random(1)) is None
    assert {drawn(ANYONE, Side.CLIENT, Random(seed)) for seed in range(200)} == set(
        roster.personas()
    )
    assert {drawn(ANYONE, Side.VENDOR, Random(seed)) for seed in range(200)} == set(
        roster.vendor_policies()
    )
    assert drawn("driving-self", Side.CLIENT, Random(1)) == "driving-self"


# -- the plan ------------------------------------------------------------------------------


def test_a_plan_begins_at_the_level_of_its_scenario_unless_the_settings_say_another(
    third_vendor,
) -> None:
    assert plan_for(third_vendor).level is Level.COURSE
    assert plan_for(third_vendor, level=Level.EXAM).level is Level.EXAM


def test_the_usual_clock_follows_the_level_and_a_chosen_one_stays(third_vendor) -> None:
    plan = plan_for(third_vendor)
    assert plan.clock_kind is ClockKind.TABLE
    assert but(plan, level=Level.FIRST).clock_kind is ClockKind.NONE
    wall = but(plan, clock=ClockKind.WALL)
    assert but(wall, level=Level.FIRST).clock_kind is ClockKind.WALL
    assert plan_for(third_vendor, clock=ClockKind.WALL).clock_kind is ClockKind.WALL


def test_who_cannot_play_the_other_side_leaves_when_chairs_are_changed(third_vendor) -> None:
    plan = but(plan_for(third_vendor), opponent="amiable-far")
    other = seated(plan, Side.CLIENT)
    assert (other.side, other.opponent) == (Side.CLIENT, STORY)
    assert seated(plan, Side.VENDOR).opponent == "amiable-far"
    assert seated(but(plan, opponent=ANYONE), Side.CLIENT).opponent == ANYONE


def test_a_group_has_two_to_six_names_and_those_typed_stay(third_vendor) -> None:
    plan = named(plan_for(third_vendor), 1, "陈玥")
    assert sized(plan, 1).names == ("", "陈玥")
    assert sized(plan, 4).names == ("", "陈玥", "", "")
    assert len(sized(plan, 9).names) == 6
    assert sized(sized(plan, 6), 2).names == ("", "陈玥")


def test_a_name_is_cut_to_what_a_seat_can_carry(third_vendor) -> None:
    assert len(named(plan_for(third_vendor), 0, "x" * 300).names[0]) == 24


def test_wishes_hold_what_was_chosen_and_names_only_of_a_group(third_vendor) -> None:
    plan = but(
        named(plan_for(third_vendor), 1, "  Ada "),
        side=Side.CLIENT,
        level=Level.GUIDED,
        clock=ClockKind.WALL,
        opponent="hardliner",
    )
    alone = wishes(plan, "en", Random(1))
    assert alone == Wishes(
        side=Side.CLIENT, bot="hardliner", level=Level.GUIDED, clock=ClockKind.WALL
    )
    group = wishes(but(plan, group=True), "en", Random(1))
    assert group.members == ("Member 1", "Ada")
    assert wishes(but(plan, group=True), "zh", Random(1)).members == ("成员1", "Ada")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_level_and_clock_is_explained_in_a_line(lang: str) -> None:
    assert [level for level, _ in levels(lang)] == list(Level)
    assert [clock for clock, _ in clocks(lang)] == list(ClockKind)
    for _, told in (*levels(lang), *clocks(lang)):
        assert told.about[-1] in ".。"
        assert "\n" not in told.about


def test_chairs_are_named_by_side_and_by_party(third_vendor) -> None:
    told = {side: (each.name, each.about) for side, each in chairs(third_vendor, "en")}
    assert told == {
        Side.VENDOR: ("Vendor", "Linkway Systems"),
        Side.CLIENT: ("Client", "Harbour Logistics"),
    }


def test_the_first_deal_is_played_from_the_vendors_chair_with_the_coach_in_front() -> None:
    assert first_wishes() == Wishes(side=Side.VENDOR, level=Level.FIRST)


# -- the shelf -----------------------------------------------------------------------------


def test_every_shipped_scenario_is_on_the_shelf_the_gentlest_first() -> None:
    found = shipped_shelf()
    assert {each.source for each in found} == set(shipped())
    scenarios = [each.opened.scenario for each in found]
    order = [list(Level).index(each.house.level) for each in scenarios if each is not None]
    assert len(order) == len(found)
    assert order == sorted(order)
    taught = ["first-deal", "course-grid", "third-vendor", "tower", "gate", "shortlist"]
    assert [each.source for each in found] == taught


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id_", shipped())
def test_every_shipped_scenario_says_what_is_new_in_it(id_: str, lang: str) -> None:
    words = catalogue("lobby_scene", lang)
    told = card(next(each for each in shipped_shelf() if each.source == id_), lang)
    assert told.new == words.text(f"new.{id_}")


def test_nothing_is_new_in_a_scenario_that_was_played_to_the_end(games: Games) -> None:
    shelf.signed(games, load("third-vendor"))
    last = games.last_results()["third-vendor"]
    told = card(next(each for each in shipped_shelf() if each.source == "third-vendor"), "en", last)
    assert (told.new, told.last) == ("", last_time(last, "en"))


@pytest.mark.parametrize(
    ("lang", "facts", "languages"),
    [
        ("en", "4 issues  ·  30 min  ·  course", "中文  English"),
        ("zh", "4项议题  ·  30分钟  ·  课程", "中文  English"),
    ],
)
def test_a_card_tells_issues_minutes_level_and_languages(
    lang: str, facts: str, languages: str
) -> None:
    shelved = next(each for each in shipped_shelf() if each.source == "third-vendor")
    told = card(shelved, lang)
    assert (told.facts, told.languages) == (facts, languages)


def test_a_first_game_has_no_clock_to_tell_the_minutes_of() -> None:
    shelved = next(each for each in shipped_shelf() if each.source == "first-deal")
    assert card(shelved, "en").facts == "2 issues  ·  no clock  ·  first game"


def test_a_card_tells_what_everybody_knows_and_nobodys_secret(third_vendor) -> None:
    shelved = next(each for each in shipped_shelf() if each.source == "third-vendor")
    told = card(shelved, "en")
    assert told.about == third_vendor.story.everyone.in_("en").strip()
    for side in SIDES:
        assert third_vendor.story.secret[side].in_("en")[:60] not in repr(told)


def test_a_file_of_ones_own_is_about_its_issues(tmp_path: Path) -> None:
    source = Path("scenarios/third-vendor.yaml")
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(source.read_bytes())
    told = card(own_file(str(mine)), "en")
    assert told.new == "About: price, paid at acceptance, on-site service and delivery"
    assert told.title == "The third vendor"
    assert told.facts == "Your file  ·  4 issues  ·  30 min  ·  course"


@pytest.mark.parametrize(
    ("lang", "where", "sentence"),
    [
        ("en", "Line 1, column 9", "this version; it reads format 1"),
        ("zh", "第1行第9列", "它读的是格式 1"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_is_allowed(
    tmp_path: Path, lang: str, where: str, sentence: str
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 9\n", encoding="utf-8")
    opened = own_file(str(bad)).opened
    assert opened.scenario is None
    told = fault(opened.problems[0], lang)
    assert told.where.startswith(where)
    assert sentence in told.sentence


def test_a_file_that_does_not_load_is_a_card_with_its_faults(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\ntitle: x\n", encoding="utf-8")
    told = card(own_file(str(bad)), "en")
    assert not told.plays
    assert told.title == "bad.yaml"
    assert told.facts == "Cannot be opened"
    assert len(told.faults) > 1
    assert (
        faults_head(told.faults, "en")
        == f"This cannot be played yet; {len(told.faults)} things to mend:"
    )


@pytest.mark.parametrize(
    "typed", ["", "no/such/file.yaml", "/", "~nobody-here/x", "a\0b", "x" * 5000]
)
def test_a_path_that_leads_nowhere_is_a_fault_and_no_crash(typed: str) -> None:
    opened = own_file(typed).opened
    assert opened.scenario is None
    assert len(opened.problems) == 1


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("  /a/b.yaml \n", "/a/b.yaml"),
        ('"/a b/c.yaml"', "/a b/c.yaml"),
        ("'/a/b.yaml'", "/a/b.yaml"),
        ("file:///a%20b/%E8%B0%88.yaml", "/a b/谈.yaml"),
        ("file:///C:/games/a.yaml", "C:/games/a.yaml"),
        ("~/a.yaml", str(Path.home() / "a.yaml")),
    ],
)
def test_what_pasting_adds_to_a_path_is_taken_off(typed: str, path: str) -> None:
    assert clean_path(typed) == Path(path)


# -- past games ----------------------------------------------------------------------------


def test_a_game_left_in_the_middle_goes_on(games: Games, third_vendor) -> None:
    shelf.running(games, third_vendor, Wishes(seed=3, bot="driving-self"))
    row = game_row(games.list()[0], "en")
    assert row.goes_on
    assert not row.is_over
    assert (row.title, row.state, row.result) == ("The third vendor", "Not finished", "")
    assert row.who == "Vendor  ·  opposite: Wu  ·  coach: course"


@pytest.mark.parametrize(
    ("lang", "result"),
    [("en", "Signed: {points} points, hoped for 30"), ("zh", "签约：{points}分，期望30分")],
)
def test_a_signed_game_tells_points_and_par(
    games: Games, third_vendor, lang: str, result: str
) -> None:
    shelf.signed(games, third_vendor)
    saved = games.list()[0]
    row = game_row(saved, lang)
    assert row.is_over
    assert saved.points is not None
    assert row.result == result.format(points=saved.points)
    assert last_time(saved, lang) == catalogue("lobby_scene", lang).text(
        "last.signed", points=saved.points, par=30
    )


def test_a_game_without_a_deal_tells_what_that_is_worth(games: Games, third_vendor) -> None:
    shelf.broken_off(games, third_vendor, Wishes(side=Side.CLIENT, seed=3))
    row = game_row(games.list()[0], "en")
    assert row.is_over
    assert row.result == "No deal: 22 points, hoped for 30"
    assert row.who.startswith("Client  ·  opposite: By the course")


@pytest.mark.parametrize(
    "data", [b"", b"rubbish\n", b'{"half": ', b"\x00" * 4000, "谈".encode("utf-16")]
)
def test_a_damaged_game_says_so_and_can_only_be_removed(games: Games, data: bytes) -> None:
    shelf.damaged(games, data=data)
    for lang in LANGUAGES:
        row = game_row(games.list()[0], lang)
        assert row.saved.state is State.DAMAGED
        assert row.title == "torn.negolog"
        assert row.problem
        assert (row.goes_on, row.is_over) == (False, False)


@pytest.mark.parametrize(
    ("when", "lang", "text"),
    [
        ("2026-03-09T08:05:59", "en", "9 Mar 2026, 08:05"),
        ("2026-12-31T23:59:00", "zh", "2026年12月31日 23:59"),
        ("some day", "en", "some day"),
    ],
)
def test_a_moment_is_written_as_people_write_it(when: str, lang: str, text: str) -> None:
    assert when_text(when, lang) == text


def test_the_game_left_last_is_told_by_title_and_moment(games: Games, third_vendor) -> None:
    path = shelf.running(games, third_vendor)
    shelf.in_order(path)
    saved = games.last_running()
    assert saved is not None
    assert left_last(saved, "zh") == f"第三家供应商  ·  {when_text(saved.when, 'zh')}"


def test_pages_hold_the_list_in_order_and_a_page_beyond_the_last_is_the_last(
    games: Games,
) -> None:
    count = 2 * PER_PAGE + 1
    for number in range(count):
        shelf.damaged(games, name=f"torn-{number:02}")
    listed = games.list()
    pages = [page(listed, number, "en") for number in range(3)]
    assert [row.saved for each in pages for row in each.rows] == list(listed)
    assert [each.range for each in pages] == [
        f"1-{PER_PAGE} of {count}",
        f"{PER_PAGE + 1}-{2 * PER_PAGE} of {count}",
        f"{count}-{count} of {count}",
    ]
    assert page(listed, 99, "en") == pages[2]
    assert page(listed, -1, "en") == pages[0]
    assert page((), 0, "en").rows == ()


def test_a_scenario_that_does_not_load_lies_at_the_end_of_the_shelf(tmp_path: Path) -> None:
    bad = own_file(str(tmp_path / "gone.yaml"))
    assert isinstance(bad, Shelved)
    assert bad.own
    assert card(bad, "zh").facts == "打不开"
