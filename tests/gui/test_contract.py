"""The contract in the window: drawn, signed, torn, sealed; at every size, by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from mid_match import Window, filled, looked_through, sitting
from notation import Match, unbound
from screen import SIZES
from wordy import wordy

from negosim.catalog import load
from negosim.engine.common import ALL_ROLES, Seat, Setup
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import BySide, Side
from negosim.engine.words import ClockKind, Ending, Level, Phase, Role
from negosim.gui.scenes.contract import ContractScene
from negosim.language.catalogue import LANGUAGES

THIRD = load("third-vendor")
FREE = unbound(THIRD)
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
LARGEST, SMALLEST = ((1280, 720), 2.0), ((640, 400), 1.0)
AGREED = "c offer price=240 payment=60 service=m24 delivery=60; v accept"
WRITTEN = f"{AGREED}; c write; v confirm"
STAGES = {
    "draft": f"{AGREED}; c notyet",
    "missing": "c offer price=240 payment=60; v accept; c notyet",
    "open": f"{WRITTEN}; c draw",
    "off_record": f"{AGREED}; c draw price=230 payment=60 service=m24 delivery=60",
    "beyond": "c draw price=180 payment=60 service=m24 delivery=60",
    "signed": f"{WRITTEN}; c draw; v sign",
}
"""How far the paper has come, from the vendor's side of the table."""


def contract(
    folder: Path,
    lines: str,
    scenario: Scenario = FREE,
    *,
    side: Side = Side.VENDOR,
    setup: Setup | None = None,
    size: tuple[int, int] = (1280, 720),
    zoom: float = 1.0,
    lang: str = "en",
    calm: bool = True,
) -> Window:
    """A window with the contract open, whether or not a sheet lies on the table."""
    sat = sitting(lines, scenario, folder=folder, side=side, setup=setup, lang=lang)
    window = Window(sat, {"contract": ContractScene}, size=size, zoom=zoom, lang=lang, calm=calm)
    window.playing.show_contract(True)
    window.screen.frame()
    return window


def scene_of(window: Window) -> ContractScene:
    scene = window.screen.scene
    assert isinstance(scene, ContractScene)
    return scene


def until_sealed(window: Window) -> None:
    """Let the other side sign."""
    for _ in range(40):
        window.screen.wait(100)
        if window.playing.view.common.phase is Phase.OVER:
            return
    raise AssertionError("the other side does not sign")


# -- looks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_holds_at_every_size(
    tmp_path: Path, stage: str, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = contract(tmp_path, STAGES[stage], size=size, zoom=zoom, lang=lang)
    looked_through(window.screen)
    wanted = {"draft": "draw", "missing": "draw", "signed": "back"}.get(stage, "sign")
    assert filled(window.screen) == [wanted]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
def test_the_sealed_sheet_and_the_dialogs_hold_at_every_size(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = contract(tmp_path, STAGES["open"], size=size, zoom=zoom, lang=lang)
    screen = window.screen
    screen.click("tear")
    screen.check()
    assert filled(screen) == ["keep"]
    screen.click("keep")
    screen.click("sign")
    looked_through(screen)
    assert filled(screen) == ["lock-sign"]
    screen.click("lock-sign")
    until_sealed(window)
    looked_through(screen)
    assert filled(screen) == ["debrief"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1280, 720), 1.5), SMALLEST])
def test_eight_long_clauses_find_room(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = contract(
        tmp_path, "c offer n0=220000; v notyet; c notyet", wordy(), size=size, zoom=zoom, lang=lang
    )
    scene_of(window).set_free()
    for place in range(4):
        scene_of(window).toggle(place)
    window.screen.frame()
    looked_through(window.screen)
    window.screen.click("draw")
    looked_through(window.screen)
    window.screen.click("sign")
    looked_through(window.screen)


@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("stage", STAGES)
def test_tab_reaches_every_control_and_the_focus_is_seen(
    tmp_path: Path, stage: str, zoom: float
) -> None:
    window = contract(tmp_path, STAGES[stage], zoom=zoom)
    keys = window.screen.keys()
    assert len(set(keys)) == len(keys)
    assert window.screen.walk_focus() == keys


# -- to the seal ------------------------------------------------------------------------------


def test_a_contract_is_drawn_signed_and_sealed_by_keyboard(tmp_path: Path) -> None:
    lines = "c offer price=240 payment=60 service=m24 delivery=60; v accept; c notyet; v write"
    window = contract(tmp_path, lines)
    screen = window.screen
    screen.focus_on("draw")
    screen.press("enter")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.terms == (240, 2, 2, 2)
    screen.focus_on(f"guess:{DELIVERY}")
    screen.press("up")
    screen.focus_on("guess-lock")
    screen.press("enter")
    screen.focus_on("sign")
    screen.press("enter")
    until_sealed(window)
    outcome = window.playing.view.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.SIGNED
    assert window.playing.view.own.guess == (PRICE, PAYMENT, DELIVERY, SERVICE)
    assert screen.scene.name == "contract"
    assert screen.shows("SEALED")
    screen.press("enter")
    assert screen.scene.name == "debrief"


def test_a_contract_is_signed_by_mouse_and_the_debrief_follows_by_itself(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["open"], lang="zh")
    screen = window.screen
    screen.click("sign")
    assert screen.shows("签字前先锁定判断")
    screen.click("ask-guess:3")
    screen.click("lock-sign")
    assert window.playing.view.own.guess == (PRICE, PAYMENT, DELIVERY, SERVICE)
    assert screen.shows("我方已签，就看对方了。")
    until_sealed(window)
    assert screen.shows("成交")
    screen.wait(4_000)
    assert screen.scene.name == "debrief"


def test_it_may_be_signed_without_a_guess_or_not_now(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["open"])
    screen = window.screen
    screen.press("enter")
    screen.press("esc")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.signed == BySide(False, False)
    screen.press("enter")
    screen.click("sign-bare")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.signed == BySide(True, False)
    assert window.playing.view.own.guess == ()


def test_the_signature_is_seen_being_written_unless_calm(tmp_path: Path) -> None:
    def inked(window: Window) -> int:
        """Pixels of the pen's ink on the vendor's place."""
        surface = window.screen.app.surface
        return sum(
            1
            for x in range(60, 420)
            for y in range(480, 590)
            if surface.get_at((x, y)).b > surface.get_at((x, y)).r + 40
        )

    window = contract(tmp_path, STAGES["open"], calm=False)
    window.screen.press("enter")
    window.screen.click("sign-bare")
    window.screen.wait(300)
    begun = inked(window)
    window.screen.wait(500)
    half = inked(window)
    assert 0 < begun < half
    calm = contract(tmp_path / "..", STAGES["open"], calm=True)
    calm.screen.press("enter")
    calm.screen.click("sign-bare")
    assert inked(calm) > half


# -- tearing, letting lie, going back ---------------------------------------------------------------


def test_a_sheet_is_torn_up_in_two_steps_and_the_talks_go_on(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["open"])
    screen = window.screen
    screen.focus_on("tear")
    screen.press("enter")
    assert screen.shows("The record stays as it is, and another sheet can be drawn up.")
    assert screen.shows("1 min")
    screen.focus_on("tear-up")
    screen.press("enter")
    assert window.playing.view.common.record.sheet is None
    assert screen.scene.name == "table"


def test_a_sheet_is_left_lying_and_the_talks_go_on(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["open"])
    screen = window.screen
    assert screen.shows("Let it lie")
    screen.click("back")
    assert screen.scene.name == "table"
    assert window.playing.view.common.record.sheet is not None
    # The chance to react has passed: the client goes on with its turn.
    screen.wait(3_000)
    window.playing.show_contract(True)
    screen.frame()
    assert screen.scene.name in ("contract", "away")


def test_esc_leads_back_to_the_table_and_nothing_is_sent(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["draft"])
    before = len(window.playing.heard)
    window.screen.press("esc")
    assert window.screen.scene.name == "table"
    assert len(window.playing.heard) == before


def test_a_sheet_that_the_other_side_tears_up_is_taken_away(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["signed"])
    seat, move = Match(FREE).parse("c tear")
    window.sitting.match.table.send(seat, move)
    window.playing.let_pass()
    window.screen.frame()
    window.screen.frame()
    assert window.screen.scene.name == "table"
    assert window.screen.shows("They have torn the sheet up. The record stays as it is.")


# -- the draft ---------------------------------------------------------------------------------------


def test_missing_values_are_chosen_and_what_is_agreed_stands(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["missing"].replace("c notyet", "c notyet; v write"))
    screen = window.screen
    assert screen.shows("Nothing is agreed on the on-site service and delivery")
    keys = set(screen.keys())
    assert {f"clause:{SERVICE}", f"clause:{DELIVERY}"} <= keys
    assert f"clause:{PRICE}" not in keys
    screen.focus_on(f"clause:{SERVICE}")
    screen.press("right")
    screen.press("right")
    screen.focus_on("draw")
    screen.press("enter")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.terms[:3] == (240, 2, 2)
    assert screen.shows("not on record")


def test_agreed_values_and_benefits_can_be_set_free_and_taken_back(tmp_path: Path) -> None:
    window = contract(tmp_path, f"{AGREED}; c notyet; v write; c confirm; v notyet; c notyet")
    screen = window.screen
    assert f"clause:{PRICE}" not in set(screen.keys())
    screen.click("free")
    screen.focus_on(f"clause:{PRICE}")
    screen.press("right")
    screen.focus_on("benefit:1")
    screen.press("space")
    assert screen.shows("245 (10k yuan)")
    assert screen.shows("differs from the record")
    screen.check()
    screen.click("free")
    assert not screen.shows("245 (10k yuan)")
    screen.click("free")
    screen.click("draw")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert (sheet.terms, sheet.benefits, sheet.off_record) == ((245, 2, 2, 2), (1,), 1)


def test_who_has_not_the_pen_cannot_draw_and_may_take_it_when_it_is_free(tmp_path: Path) -> None:
    window = contract(tmp_path, f"{AGREED}; c write; v refuse 1; c notyet")
    screen = window.screen
    screen.click("draw")
    assert screen.shows("They hold the pen")
    screen.click("pen")
    assert window.playing.view.common.record.pen is Side.VENDOR


# -- what it says to whom ------------------------------------------------------------------------------


def test_own_points_are_beside_the_paper_hidden_by_a_key_and_silent_at_exam(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["open"])
    screen = window.screen
    assert screen.shows("Signed: 30 points. No deal: 20.")
    screen.press("v")
    assert not screen.shows("30 points")
    screen.check()
    exam = contract(tmp_path / "..", STAGES["open"], setup=solo_setup(FREE, level=Level.EXAM))
    assert not exam.screen.shows("points to you")
    exam.screen.check()


def test_a_value_beyond_the_limit_is_warned_of_and_cannot_be_signed(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["beyond"])
    screen = window.screen
    assert screen.shows("Beyond your limit, so you cannot sign: a price of 180 (10k yuan) (R24).")
    screen.press("enter")
    assert screen.shows("That is beyond your limit on price")
    assert not screen.app.has_dialog


def test_a_clients_team_member_objects(tmp_path: Path) -> None:
    lines = "c notyet; v draw price=240 payment=60 service=m18 delivery=60"
    window = contract(tmp_path, lines, side=Side.CLIENT)
    assert window.screen.shows(
        "Mr Zhou, on your own side, will not sign 18 months of on-site service."
    )


def test_the_coach_speaks_once_before_one_signs_at_the_limit(tmp_path: Path) -> None:
    lines = "c draw price=188 payment=60 service=m24 delivery=60"
    window = contract(tmp_path, lines, setup=solo_setup(FREE, level=Level.GUIDED))
    screen = window.screen
    screen.press("enter")
    screen.click("lock-sign")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.signed == BySide(False, False)
    assert screen.shows("(R28)")
    screen.check()
    screen.focus_on("sign")
    screen.press("enter")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.signed == BySide(True, False)


def test_in_a_group_the_decision_maker_signs(tmp_path: Path) -> None:
    every = tuple(range(4))
    setup = team_setup(
        FREE,
        (
            Seat("Ann", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
            Seat("Bo", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), every),
            Seat("client", Side.CLIENT, ALL_ROLES, every, scripted=True),
        ),
        clock=ClockKind.TABLE,
    )
    lines = STAGES["open"].replace("v ", "Bo ")
    window = contract(tmp_path, lines, setup=setup)
    window.playing.take("Bo")
    screen = window.screen
    screen.frame()
    assert filled(screen) == ["hat"]
    screen.check()
    screen.click("hat")
    assert window.playing.view.seat == "Ann"
    screen.click("sign")
    screen.click("lock-sign")
    sheet = window.playing.view.common.record.sheet
    assert sheet is not None
    assert sheet.signed[Side.VENDOR]


def test_the_language_changes_at_once(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["off_record"])
    assert window.screen.shows("not on record")
    window.screen.click("language")
    assert window.screen.shows("未见记录")
    assert window.screen.shows("联维系统")
    window.screen.check()


def test_help_tells_the_rules_of_paper(tmp_path: Path) -> None:
    window = contract(tmp_path, STAGES["open"])
    window.screen.press("h")
    assert window.screen.shows("R41")
