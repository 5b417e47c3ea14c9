"""A group of three around one machine: a whole game, hats dealt before and changed at the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lobby import card_of
from screen import Screen

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.words import Ending, Phase, Principle, Role
from negosim.gui.playing import Playing
from negosim.gui.scenes.picker import PickerScene
from negosim.language.catalogue import LANGUAGES
from negosim.solo.games import Games
from negosim.solo.sitting import Waiting

NAMES = ("Ann", "Bob", "陈静")
ANN, BOB, CHEN = NAMES
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def words_of(screen: Screen, key: str) -> str:
    """The text painted on the widget of that key."""
    rect = screen.app.layers()[-1].rect_of(key)
    assert rect is not None
    u = screen.app.unit()
    return " ".join(
        each.text
        for each in screen.labels()
        if rect.collidepoint(each.box.centerx / u, each.box.centery / u)
    )


class Group:
    """The window at its picker; from there a group plays by mouse or by keys."""

    def __init__(self, folder: Path, *, keys: bool, lang: str) -> None:
        self.keys = keys
        self.screen = Screen(PickerScene, games=folder, lang=lang)
        self._bot: Negotiator | None = None
        self._heard = 0

    @property
    def playing(self) -> Playing:
        found = self.screen.scene.playing  # type: ignore[attr-defined]
        assert isinstance(found, Playing)
        return found

    def is_in(self, phase: Phase) -> bool:
        return self.playing.view.common.phase is phase

    def press(self, key: str) -> None:
        """Press a control, by mouse or by keys."""
        if self.keys:
            self.screen.focus_on(key)
            self.screen.press("enter")
        else:
            self.screen.click(key)

    def names_itself(self) -> None:
        """Three members, each by name."""
        screen = self.screen
        screen.click(card_of("third-vendor"))
        screen.focus_on("who")
        screen.press("right")
        while f"name-{len(NAMES) - 1}" not in screen.keys():
            screen.focus_on("members")
            screen.press("right")
        for place, name in enumerate(NAMES):
            screen.focus_on(f"name-{place}")
            screen.type(name)
        screen.check()
        self.press("start")

    def deals_hats(self) -> None:
        """The coordinator's hat to Bob, the pen to Ann, delivery to Ann."""
        self.press("sheet-people")
        self.screen.check()
        self.press(f"hat-{BOB}-{Role.COORDINATOR.value}")
        self.press(f"hat-{ANN}-{Role.RECORDER.value}")
        self.press(f"issue-{ANN}-{DELIVERY}")
        self.screen.check()

    def begins(self) -> None:
        """Hand in the preparation, introduce the team, wait for a turn of ours."""
        self.press("start")
        for _ in range(20):
            self.screen.wait(1000)
            if "open-talks" in self.screen.keys():
                self.press("open-talks")
            if self.is_in(Phase.TALKS) and self.playing.waiting is Waiting.ME:
                return
        raise AssertionError("the talks do not begin")

    def puts_on(self, name: str) -> None:
        """Another hat, where one is chosen at the table."""
        if self.screen.scene.name == "table":
            self.press(f"hat-{name}")
        else:
            self.playing.take(name)
            self.screen.frame()
        assert self.playing.sitting.seat == name

    def able(self, move: m.Move) -> str:
        """The member whose hat a move needs: one who may make it, without a fault if there is one."""
        sitting = self.playing.sitting
        worn = sitting.seat
        faults: dict[str, int] = {}
        for name in (worn, *NAMES):
            sitting.take(name)
            found = sitting.preview(move)
            if found.refusal is None:
                faults[name] = sum(
                    each.principle is Principle.ROLES and not each.kept for each in found.rulings
                )
        sitting.take(worn)
        assert faults, f"nobody may {move}"
        return min(faults, key=faults.__getitem__)

    def step(self) -> None:
        """One move of whoever is asked; ours is thought out by a bot that wears every hat."""
        playing = self.playing
        if playing.waiting is Waiting.OTHER:
            self.screen.wait(1000)
            return
        sitting = playing.sitting
        if self._bot is None:
            self._bot = roster.create(
                "course", sitting.match.scenario, side=sitting.side, seed=1, lang=None
            )
        news = sitting.heard(self._heard)
        self._heard += len(news)
        worn = sitting.seat
        sitting.take(ANN)  # who has the pen and decides sees everything that can be done
        move = self._bot.choose(sitting.view(), news)
        sitting.take(worn)
        if move is None:
            playing.let_pass()
        else:
            name = self.able(move)
            if name != sitting.seat:
                self.puts_on(name)
            assert playing.send(move), self.screen.texts()[-1]
        self.screen.frame()


@pytest.fixture(params=["mouse", "keys"])
def group(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Group]:
    found = Group(tmp_path, keys=request.param == "keys", lang="en")
    found.names_itself()
    yield found
    if found.screen.scene.name in ("preparation", "table", "away", "contract"):
        found.playing.close()


def test_the_members_sit_by_their_names_with_hats_and_issues(group: Group) -> None:
    assert group.screen.scene.name == "preparation"
    assert group.playing.sitting.seats == NAMES
    group.deals_hats()
    group.begins()
    seats = {seat.name: seat for seat in group.playing.view.common.setup.seats}
    assert Role.COORDINATOR in seats[BOB].roles
    assert Role.COORDINATOR not in seats[ANN].roles
    assert Role.RECORDER in seats[ANN].roles
    assert seats[ANN].issues == (DELIVERY,)
    assert sorted(issue for name in NAMES for issue in seats[name].issues) == [0, 1, 2, 3]


def test_a_verb_names_the_one_whose_hat_it_wants_until_that_hat_is_on(group: Group) -> None:
    group.deals_hats()
    group.begins()
    assert [key for key in group.screen.keys() if key.startswith("hat-")] == [
        f"hat-{name}" for name in NAMES
    ]
    group.puts_on(BOB)
    assert BOB not in words_of(group.screen, "verb-write")
    assert ANN in words_of(group.screen, "verb-write"), "Ann has the pen"
    assert ANN in words_of(group.screen, "verb-step_out"), "Ann decides"
    group.puts_on(ANN)
    assert ANN not in words_of(group.screen, "verb-write")
    group.screen.check()


def test_only_the_decision_maker_takes_the_group_away_and_back(group: Group) -> None:
    group.begins()
    assert group.playing.sitting.seat == ANN
    group.puts_on(BOB)
    before = len(group.playing.heard)
    group.screen.press("5")
    group.screen.press("space")
    group.screen.frame()
    assert group.is_in(Phase.TALKS)
    assert len(group.playing.heard) == before
    group.puts_on(ANN)
    group.press("verb-step_out")
    choice = next(key for key in group.screen.able() if key.startswith("choice-"))
    group.press(choice)
    if group.is_in(Phase.TALKS):
        group.screen.press("space")
    for _ in range(3):
        if group.is_in(Phase.TALKS) and "say" in group.screen.keys():
            group.press("say")
    assert group.is_in(Phase.BREAK)
    assert group.screen.scene.name == "away"
    group.screen.check()
    group.press("back-to-table")
    assert group.is_in(Phase.TALKS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_group_plays_to_its_signature(tmp_path: Path, lang: str) -> None:
    group = Group(tmp_path, keys=False, lang=lang)
    group.names_itself()
    group.deals_hats()
    group.begins()
    sitting = group.playing.sitting
    match = sitting.match
    checked: set[tuple[str, str]] = set()
    for _ in range(400):
        if match.table.outcome is not None:
            break
        group.step()
        now = (group.screen.scene.name, sitting.seat)
        if now not in checked:
            checked.add(now)
            group.screen.check()
    assert match.table.outcome is not None
    assert match.table.outcome.ending is Ending.SIGNED
    movers = {getattr(each, "seat", None) for each in match.journal.events}
    assert set(NAMES) & movers >= {ANN, BOB}, "more than one hat was needed"
    signed = [each.seat for each in match.journal.events if isinstance(each, e.SheetSigned)]
    assert ANN in signed, "the decision-maker signs"
    group.screen.wait(5000)
    assert group.screen.scene.name == "debrief"
    saved = Games(tmp_path).list()[0]
    assert saved.signed
