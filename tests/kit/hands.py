"""A person at the window, with the keyboard or with the mouse alone.

What to do is a bot's advice; how it is done is found on the screen: tracks are marked,
tiles turned, choices and buttons pressed. What cannot be done just so is done nearly so.
"""

from __future__ import annotations

from collections.abc import Callable

from screen import Screen

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.engine import moves as m
from negosim.gui.playing import Playing
from negosim.gui.scenes.table_tile import OfferTile
from negosim.present.asking import asking
from negosim.solo.sitting import Waiting

FIRST = "composer"
MOST_ACTS = 300
MOST_TURNS = 60


class Hands:
    """Every act is seen: `judge` is called on the screen after each."""

    def __init__(
        self,
        screen: Screen,
        *,
        mouse: bool,
        judge: Callable[[Screen], None],
        policy: str = "course",
    ) -> None:
        self.screen = screen
        self.mouse = mouse
        self.judge = judge
        self.policy = policy
        self.acts: list[str] = []
        self._bot: Negotiator | None = None
        self._heard = 0

    @property
    def playing(self) -> Playing:
        found = self.screen.scene.playing  # type: ignore[attr-defined]
        assert isinstance(found, Playing)
        return found

    def act(self, key: str) -> None:
        """Press what has that key."""
        self.acts.append(key)
        if self.mouse:
            self.screen.click(key)
        else:
            self.screen.focus_on(key)
            self.judge(self.screen)
            self.screen.press("enter")
        self.judge(self.screen)

    def game(self, *, to: str = "debrief") -> None:
        """From a match's first scene to the scene of that name."""
        for _ in range(MOST_ACTS):
            if self.screen.scene.name == to:
                return
            self.step()
        raise AssertionError(f"the game does not end; last acts: {self.acts[-20:]}")

    def step(self) -> None:
        """Whatever comes next, and time for what follows."""
        {
            "preparation": self._prepare,
            "table": self._talk,
            "away": self._away,
            "contract": self._contract,
        }[self.screen.scene.name]()
        self.screen.wait(300)

    # -- scenes ------------------------------------------------------------------------

    def _prepare(self) -> None:
        self.act("start" if "start" in self.screen.able() else "open-talks")

    def _talk(self) -> None:
        waiting = self.playing.waiting
        if waiting not in (Waiting.ME, Waiting.REACT):
            self.screen.wait(1000)
            return
        able = self.screen.able()
        for start in ("lines-", "reopen-", "packages-", "question-"):
            found = [key for key in able if key.startswith(start)]
            if found:
                self._choose(found[0])
                return
        if "open-sheet" in able:
            self.act("open-sheet")
            return
        self._do(self._advice())

    def _away(self) -> None:
        """Everything to the limit, for the first thing there is to have in return; while the
        others are out there is only to wait."""
        able = self.screen.able()
        if "back-to-table" not in self.screen.keys():
            self.screen.wait(1000)
            return
        if "reach-all" in able and any(key.startswith("return:") for key in able):
            self.act("reach-all")
            self.act(next(key for key in self.screen.able() if key.startswith("return:")))
            if "ask" in self.screen.able():
                self.act("ask")
        if self.screen.scene.name == "away":
            self.act("back-to-table")

    def _contract(self) -> None:
        able = self.screen.able()
        for key in ("lock-sign", "draw", "sign"):
            if key in able:
                self.act(key)
                return
        self.screen.wait(1000)

    # -- moves -------------------------------------------------------------------------

    def _advice(self) -> m.Move | None:
        playing = self.playing
        if self._bot is None:
            match = playing.sitting.match
            self._bot = roster.create(
                self.policy, match.scenario, side=playing.side, seed=match.seed, lang="en"
            )
        news = playing.sitting.heard(self._heard)
        self._heard += len(news)
        return self._bot.choose(playing.view, news)

    def _do(self, move: m.Move | None) -> None:
        match move:
            case m.Ask():
                self._ask(move)
            case m.Offer():
                self._offer(move)
            case m.Accept():
                self._choose("accept-all")
            case m.Propose():
                self._verb("write", "choice-propose")
            case m.Draw():
                # With nothing left to write down the verb opens the contract.
                self.act("verb-write")
            case m.Leave():
                self._verb("step_out", f"choice-{move.purpose.value}")
            case m.Guess():
                self.playing.board.arrange(move.order)
                assert self.playing.send(move, quiet=True)
            case _:
                self._wait_and_see()

    def _ask(self, move: m.Ask) -> None:
        """Mark what is asked about, then take the form that then stands there."""
        playing = self.playing
        for issue in range(len(playing.brief.issues)):
            if self._marked(issue) is not (issue in move.issues):
                self._mark(issue)
        self.act("verb-ask")
        order = playing.board.order
        for choice in asking(playing.view, tuple(sorted(move.issues)), playing.lang, board=order):
            asked = choice.move
            if isinstance(asked, m.Ask) and asked.form is move.form and not choice.why_not:
                self._choose(f"choice-{choice.id}")
                break
        else:
            if "say" in self.screen.able():
                self.act("say")
        if self.screen.scene.name == "table":
            for issue in range(len(playing.brief.issues)):
                if self._marked(issue):
                    self._mark(issue)

    def _marked(self, issue: int) -> bool:
        marks = self.screen.scene.desk.draft.marked  # type: ignore[attr-defined]
        return issue in marks

    def _mark(self, issue: int) -> None:
        if self.mouse:
            self.screen.click(f"track-{issue}")
        else:
            self.screen.focus_on(f"track-{issue}")
            self.screen.press("m")
        self.judge(self.screen)

    def _offer(self, move: m.Offer) -> None:
        self.act("verb-offer")
        for issue, (give, want) in enumerate(zip(move.give, move.want, strict=True)):
            if give is not None:
                self._set(issue, "g", give)
            elif want is not None:
                self._set(issue, "w", want)
            else:
                self._set(issue, "x", None)
        if "say" in self.screen.able():
            self.act("say")
        else:
            self._wait_and_see()

    def _set(self, issue: int, letter: str, tick: int | None) -> None:
        """Turn the tile of an issue: its part in the package, then its value as near as it goes."""
        key = f"tile-{issue}" if issue else FIRST
        wanted = {"g": "give", "w": "want", "x": "off"}[letter]
        for _ in range(3):
            if self._tile(key).entry.role.value == wanted:
                break
            if self.mouse:
                x, y, _, _ = self._box(key)
                self.screen.click_at(x + 20, y + 14)
            else:
                self.screen.focus_on(key)
                self.screen.press(letter)
            self.judge(self.screen)
        if tick is None:
            return
        for _ in range(MOST_TURNS):
            now = self._tile(key).entry.tick
            if now is None or now == tick:
                return
            before = abs(now - tick)
            self._turn(key, issue, more=self._rises(issue) is (tick > now), fine=not self.mouse)
            after = self._tile(key).entry.tick
            if after is None or abs(after - tick) >= before:
                return

    def _rises(self, issue: int) -> bool:
        """Whether [+] leads to higher ticks: amounts rise, places on a ladder may fall."""
        ladder = self.playing.brief.issues[issue].options
        if not ladder or ladder[0].number is None or ladder[-1].number is None:
            return True
        return ladder[0].number < ladder[-1].number

    def _turn(self, key: str, issue: int, *, more: bool, fine: bool) -> None:
        if self.mouse:
            x, y, w, h = self._box(key)
            self.screen.click_at(x + (w - 22 if more else 22), y + h - 20)
        else:
            self.screen.focus_on(key)
            self.screen.press("right" if more else "left", shift=fine)
        self.judge(self.screen)

    def _tile(self, key: str) -> OfferTile:
        found = next(each for each in self.screen.app.layers()[-1].stops() if each.key == key)
        assert isinstance(found, OfferTile)
        return found

    def _box(self, key: str) -> tuple[float, float, float, float]:
        self.screen.middle(key)
        rect = self.screen.app.layers()[-1].rect_of(key)
        assert rect is not None
        return rect.x, rect.y, rect.w, rect.h

    def _wait_and_see(self) -> None:
        self._verb("reply", "choice-not_yet_plain")

    def _verb(self, verb: str, key: str) -> None:
        self.act(f"verb-{verb}")
        self._choose(key)

    def _choose(self, key: str) -> None:
        """Choose, and say it where choosing has only put it into words."""
        if key.startswith("choice-") and key not in set(self.screen.keys()):
            # The first choice of a form bears the form's own key, where the focus lands.
            key = FIRST
        before = len(self.playing.heard)
        self.act(key)
        still = self.screen.scene.name == "table" and len(self.playing.heard) == before
        if still and "say" in self.screen.able():
            self.act("say")
