"""The player's desk: prompts and menus in the chosen language, typed commands at any of them.

A menu is answered by its number or by any typed command. What is asked of the front
end itself (help, notes, another language) is done in place; a typed move jumps out of
whatever menu was open, so that nothing has to be left first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from negosim.cli.terminal import vocabulary
from negosim.cli.terminal.commands import CommandFault, Control, parse
from negosim.cli.terminal.panel import panel
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.tracks import legend, tracks
from negosim.engine import moves as m
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Phase
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.language.typography import cells
from negosim.present.notebook import Board

BACK = "back"


class Quit(Exception):
    """The player wants to stop; the log goes on another day."""


class Redraw(Exception):
    """What is shown has changed (another language): begin the prompt anew."""


class TypedMove(Exception):
    """A move was typed where something else was asked."""

    def __init__(self, move: m.Move) -> None:
        super().__init__()
        self.move = move


@record(frozen=True, slots=True)
class Item:
    """A line of a menu: what choosing it returns, and what it says."""

    key: str
    label: str


class Desk:
    """One seat's place at the screen for one match."""

    def __init__(
        self,
        screen: Screen,
        lang: str,
        *,
        controls: Callable[[Desk, Control], None],
        seconds: Callable[[], float],
    ) -> None:
        """`controls` does what is asked of the front end itself; `seconds` is a clock
        that never goes back, by which the wall clock is shown at the prompt."""
        self.screen = screen
        self.lang = lang
        self.heard: list[SeatEvent] = []
        self.board = Board(0)
        self._controls = controls
        self._seconds = seconds
        self._view: SeatView | None = None
        self._looked_at = 0.0

    # -- what is known --------------------------------------------------------------

    @property
    def view(self) -> SeatView:
        """The seat's view at this prompt."""
        assert self._view is not None, "the desk is used before the first view"
        return self._view

    def look(self, view: SeatView, events: Sequence[SeatEvent]) -> None:
        """Take the new view and the news that came with it."""
        if self._view is None:
            self.board = Board(len(view.brief.issues))
        self._view = view
        self._looked_at = self._seconds()
        self.heard.extend(events)

    @property
    def words(self) -> Lexicon:
        return lexicon_of_view(self.view, self.lang)

    @property
    def elapsed_ms(self) -> int:
        """Where the clock stands now; under the wall clock it runs on at the prompt."""
        common = self.view.common
        running = common.phase in (Phase.TALKS, Phase.BREAK)
        if common.setup.clock is not ClockKind.WALL or not running:
            return common.elapsed_ms
        return common.elapsed_ms + int((self._seconds() - self._looked_at) * 1000)

    # -- saying -----------------------------------------------------------------------

    def text(self, key: str, **slots: object) -> str:
        """A message of the catalogue `terminal` in the language of the moment."""
        return catalogue("terminal", self.lang).text(key, **slots)

    def say(self, key: str, style: str = "", **slots: object) -> None:
        self.screen.say(self.text(key, **slots), style)

    def fault(self, sentence: str) -> None:
        """What was wrong with what was typed; nothing is lost by it."""
        self.screen.say(sentence, "fault", indent="  ")

    def show_table(self) -> None:
        """Panel and tracks, as they stand now."""
        self.screen.gap()
        for line in panel(self.view, self.lang, self.elapsed_ms):
            self.screen.flow(*line)
        for line in tracks(self.view, self.lang, self.screen.width):
            self.screen.line(*line)
        self.screen.line((legend(self.view.brief.side, self.lang), "muted"))

    # -- asking -----------------------------------------------------------------------

    def choose(
        self,
        items: Sequence[Item],
        *,
        back: bool = True,
        empty: str | None = None,
        in_a_row: bool = False,
    ) -> str:
        """The key of the item that is chosen; `BACK` for 0, `empty` for an empty line.

        `in_a_row` sets the items side by side, as many as a line holds.
        """
        numbered_ = [f"{number} {item.label}" for number, item in enumerate(items, start=1)]
        if back:
            numbered_.append(f"0 {self.text('prompt.back')}")
        for row in _rows(numbered_, self.screen.width) if in_a_row else numbered_:
            self.screen.line((f"  {row}", ""))
        while True:
            typed = self.read()
            if not typed and empty is not None:
                return empty
            if back and self._means(typed, "back"):
                return BACK
            if typed.isdecimal() and 1 <= int(typed) <= len(items):
                return items[int(typed) - 1].key
            if typed.isdecimal() or not typed:
                self.fault(self.text("prompt.number", most=len(items)))
                continue
            self.command(typed)

    def issues(self, least: int, most: int) -> tuple[int, ...] | None:
        """Issues by number or name, in the order typed; None to go back."""
        names = [self.words.issue(number) for number in range(len(self.view.brief.issues))]
        for number, name in enumerate(names, start=1):
            self.screen.line((f"  {number} ", "strong"), (name, ""))
        self.say("prompt.issues_one" if most == 1 else "prompt.issues_many", "muted")
        words = vocabulary.issue_words(self.view.brief.issues)
        while True:
            typed = self.read()
            if not typed or self._means(typed, "back"):
                return None
            found = numbered(typed, len(names), words)
            if found is not None and least <= len(found) <= most:
                return found
            if found is None and (move := self._command_or_none(typed)) is not None:
                raise TypedMove(move)
            self.fault(self.text("prompt.issues_fault", least=least, most=most, names=len(names)))

    def line(self, prompt: str) -> str:
        """Free text after a prompt; words for the front end such as help are done in place."""
        while True:
            typed = self.read(prompt)
            if not self._control_alone(typed):
                return typed

    def read(self, prompt: str = "> ") -> str:
        """One typed line without blanks around it, full-width digits made plain."""
        return _half_width(self.screen.read(prompt).strip())

    def agrees(self, typed: str) -> bool:
        """Whether the line is empty or says yes."""
        return not typed or self._means(typed, "send")

    def goes_back(self, typed: str) -> bool:
        return self._means(typed, "back")

    def wants_words(self, typed: str) -> bool:
        return self._means(typed, "words")

    def command(self, typed: str) -> None:
        """Do a typed command in place, raise `TypedMove` for a move, or say what was wrong."""
        move = self._command_or_none(typed)
        if move is not None:
            raise TypedMove(move)

    def _command_or_none(self, typed: str) -> m.Move | None:
        try:
            command = parse(typed, self.view, self.lang)
        except CommandFault as fault:
            self.fault(str(fault))
            return None
        if isinstance(command, Control):
            self._controls(self, command)
            return None
        return command

    def _control_alone(self, typed: str) -> bool:
        """Do a word for the front end that stands alone on the line; False for other lines."""
        if vocabulary.plain(typed) not in vocabulary.table("control"):
            return False
        command = parse(typed, self.view, self.lang)
        if isinstance(command, Control):
            self._controls(self, command)
            return True
        return False

    def _means(self, typed: str, key: str) -> bool:
        return vocabulary.table("yes").get(vocabulary.plain(typed)) == key


def numbered(typed: str, count: int, words: dict[str, int]) -> tuple[int, ...] | None:
    """Issues by menu number or by name; None when something else stands there."""
    reader = vocabulary.Reader(typed)
    found: list[int] = []
    while not reader.ended:
        place = reader.word(words)
        if place is None:
            number = reader.number()
            if number is None or number.denominator != 1 or not 1 <= number <= count:
                return None
            place = int(number) - 1
        if int(place) in found:
            return None
        found.append(int(place))
    return tuple(found)


def _rows(labels: Sequence[str], width: int) -> list[str]:
    """Labels set side by side with blanks between them, in lines of at most `width` cells."""
    rows: list[str] = []
    for label in labels:
        longer = f"{rows[-1]}   {label}" if rows else ""
        if rows and cells(longer) + 2 <= width:
            rows[-1] = longer
        else:
            rows.append(label)
    return rows


def _half_width(text: str) -> str:
    """Full-width digits and signs as plain ones; other characters as they were typed."""
    return "".join(
        chr(ord(char) - 0xFEE0) if "０" <= char <= "９" or char in "＝：？" else char
        for char in text
    )
