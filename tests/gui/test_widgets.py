"""The widget layer: places, focus, keys, pointer, input method."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest
from screen import SIZES, Screen

from negosim.gui.app import App
from negosim.gui.scene import Scene
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Choice,
    Column,
    Dropdown,
    Flow,
    Grid,
    IconButton,
    Kind,
    Label,
    Pad,
    Press,
    Row,
    Rule,
    Scroll,
    Slider,
    Space,
    Stepper,
    Table,
    Tabs,
    TextField,
    Toggle,
    Widget,
)

LONG = (
    "The client's side opens and names the first issue; either may then turn to another. "
    "客户一方先开口并提出第一个议题，之后双方都可以换到别的议题（比如付款、服务、到货）。"
)


class Bench(Scene):
    """A scene made of one function, with what was pressed noted."""

    name = "bench"

    def __init__(self, app: App, make: Callable[[Bench, Ui], Widget]) -> None:
        super().__init__(app)
        self.make = make
        self.said: list[object] = []
        self.text = ""
        self.number = 3
        self.keys: list[int] = []

    def build(self, ui: Ui) -> Widget:
        return self.make(self, ui)

    def note(self, what: object) -> Callable[[], None]:
        return lambda: self.said.append(what)

    def typed(self, text: str) -> None:
        self.text = text

    def numbered(self, number: int) -> None:
        self.number = number

    def key(self, event: pygame.event.Event) -> bool:
        self.keys.append(event.key)
        return True


def bench(make: Callable[[Bench, Ui], Widget], **options: object) -> Screen:
    return Screen(lambda app: Bench(app, make), **options)  # type: ignore[arg-type]


def said(screen: Screen) -> list[object]:
    assert isinstance(screen.scene, Bench)
    return screen.scene.said


def gallery(scene: Bench, ui: Ui) -> Widget:
    """One of everything."""
    return Scroll(
        Pad(
            Column(
                Label("negosim", key="head"),
                Flow(
                    *(
                        Button(
                            kind.value, scene.note(kind), key=kind.value, kind=kind, icon="check"
                        )
                        for kind in Kind
                    ),
                    Button("Not now", scene.note("no"), key="no", why_not="It is their turn."),
                    Button(
                        "Ask 提问", scene.note(1), key="one", hotkey="1", note="20 s", icon="ask"
                    ),
                    IconButton("gear", scene.note("gear"), key="gear", label="Settings"),
                ),
                Row(
                    Card(Label(LONG), title="Prose", grow=1),
                    Card(
                        Choice(
                            [(1, "one"), (2, "two"), (3, "three")],
                            scene.number,
                            scene.numbered,
                            key="choice",
                        ),
                        Tabs([(1, "grid"), (2, "stairs")], 1, scene.numbered, key="tabs"),
                        Stepper(
                            f"{scene.number} 天", scene.note("less"), scene.note("more"), key="step"
                        ),
                        Slider(scene.number, 0, 10, scene.numbered, key="slider", stops=(5,)),
                        Dropdown(
                            [(1, "in return"), (3, "because")],
                            scene.number,
                            scene.numbered,
                            key="drop",
                        ),
                        Toggle("Sound 声音", True, scene.note, key="toggle"),
                        TextField(scene.text, scene.typed, key="field", hint="Say something…"),
                        grow=1,
                    ),
                    align="stretch",
                ),
                Grid(
                    *(Press(Label(f"card {n}"), scene.note(n), key=f"card{n}") for n in range(4)),
                    columns=2 if ui.narrow else 4,
                ),
                Rule(),
                Box(
                    Table(
                        ["issue", "level", "points"],
                        [["Price 价格", "3", "9"], ["Payment 验收付款", "4", "16"]],
                        align="lrr",
                    ),
                    fill="#ffffff",
                ),
                gap=14,
            ),
            20,
        ),
        key="all",
    )


@pytest.mark.parametrize(("size", "zoom"), SIZES)
def test_one_of_everything_fits_at_every_size(size: tuple[int, int], zoom: float) -> None:
    screen = bench(gallery, size=size, zoom=zoom)
    screen.check()
    order = screen.walk_focus()
    assert order == screen.keys()
    assert len(order) == len(set(order)) == 22


def test_a_row_shares_what_is_left_among_those_that_grow() -> None:
    screen = bench(
        lambda scene, ui: Row(
            Space(100),
            Label("", key="a", grow=1),
            Label("", key="b", grow=3),
            gap=10,
            align="stretch",
        )
    )
    layer = screen.app.layers()[0]
    a, b = layer.rect_of("a"), layer.rect_of("b")
    assert a is not None
    assert b is not None
    assert (a.x, a.w) == (110, 290)
    assert (b.x, b.w) == (410, 870)


def test_tab_goes_round_and_shift_tab_back() -> None:
    screen = bench(
        lambda scene, ui: Column(*(Button(k, scene.note(k), key=k) for k in ("a", "b", "c")))
    )
    seen = []
    for _ in range(4):
        screen.press("tab")
        seen.append(screen.focus)
    assert seen == ["a", "b", "c", "a"]
    screen.press("tab", shift=True)
    assert screen.focus == "c"
    screen.press("enter")
    screen.press("up")
    screen.press("space")
    assert said(screen) == ["c", "b"]


def test_a_hotkey_works_from_anywhere_but_not_while_typing() -> None:
    screen = bench(
        lambda scene, ui: Column(
            Button("Ask", scene.note("ask"), key="ask", hotkey="1"),
            TextField(scene.text, scene.typed, key="field"),
        )
    )
    screen.press("1")
    assert said(screen) == ["ask"]
    screen.click("field")
    screen.press("1")
    screen.type("1")
    assert said(screen) == ["ask"]
    assert screen.field("field").value == "1"


def test_a_button_that_is_not_allowed_says_why_and_does_nothing() -> None:
    screen = bench(
        lambda scene, ui: Button("Accept", scene.note("x"), key="x", why_not="No offer stands.")
    )
    screen.click("x")
    assert said(screen) == []
    assert screen.shows("No offer stands.")


def test_a_dialog_takes_the_focus_and_keeps_it_until_it_is_closed() -> None:
    def make(scene: Bench, ui: Ui) -> Widget:
        def dialog(inner: Ui) -> Widget:
            return Card(
                Label("Really?"),
                Button("Yes", scene.note("yes"), key="yes"),
                Button("No", scene.app.close, key="no"),
            )

        return Column(
            Button("End", lambda: scene.app.open(dialog), key="end"),
            Button("Other", scene.note("other"), key="other", hotkey="o"),
        )

    screen = bench(make)
    screen.click("end")
    assert screen.keys() == ["yes", "no"]
    assert screen.focus == "yes"
    screen.press("o")
    screen.click_at(30, 30)
    assert said(screen) == []
    for _ in range(3):
        screen.press("tab")
    assert screen.focus in ("yes", "no")
    screen.press("esc")
    assert screen.keys()[-1] == "other"


def test_what_is_composed_shows_in_place_and_is_kept_when_the_focus_goes() -> None:
    screen = bench(
        lambda scene, ui: Column(
            TextField(scene.text, scene.typed, key="field"), Button("b", scene.note("b"), key="b")
        )
    )
    screen.click("field")
    screen.type("我们")
    screen.compose("ke yi")
    screen.press("enter")
    screen.press("backspace")
    assert screen.field("field").value == "我们"
    screen.send(pygame.WINDOWFOCUSLOST)
    assert screen.field("field").value == "我们ke yi"
    screen.compose("hao")
    screen.click("b")
    assert screen.field("field").value == "我们ke yihao"


def test_a_long_paste_is_shortened_and_says_so() -> None:
    screen = bench(lambda scene, ui: TextField(scene.text, scene.typed, key="field", most=400))
    screen.click("field")
    screen.app.copy("谈判\n" * 1000)
    screen.press("v", ctrl=True)
    value = screen.field("field").value
    assert len(value) == 400
    assert "\n" not in value
    assert screen.shows("Only 400 characters fit")
    assert screen.app.pasted().count("谈判") == 1000


def test_keys_move_the_caret_select_and_delete() -> None:
    screen = bench(lambda scene, ui: TextField(scene.text, scene.typed, key="field"))
    screen.click("field")
    screen.type("price 240")
    for key in ("home", "delete", "end", "backspace"):
        screen.press(key)
    assert screen.field("field").value == "rice 24"
    screen.press("left", shift=True)
    screen.press("left", shift=True)
    screen.type("31")
    assert screen.field("field").value == "rice 31"
    screen.press("a", ctrl=True)
    screen.press("x", ctrl=True)
    assert screen.field("field").value == ""
    assert screen.app.pasted() == "rice 31"


def test_a_stepper_and_a_slider_are_moved_by_keys_and_pointer() -> None:
    def make(scene: Bench, ui: Ui) -> Widget:
        return Column(
            Stepper("3", scene.note("less"), scene.note("more"), key="step", more=False, width=200),
            Slider(scene.number, 0, 10, scene.numbered, key="slider", width=216),
            align="start",
        )

    screen = bench(make)
    screen.focus_on("step")
    screen.press("left")
    screen.press("right")
    assert said(screen) == ["less"]
    screen.focus_on("slider")
    screen.press("right")
    screen.press("right")
    assert isinstance(screen.scene, Bench)
    assert screen.scene.number == 5
    screen.press("end")
    assert screen.scene.number == 10
    screen.click("slider")
    assert screen.scene.number == 5


def test_a_list_opens_over_the_scene_and_the_choice_closes_it() -> None:
    screen = bench(
        lambda scene, ui: Dropdown(
            [(n, f"option {n}") for n in range(30)], scene.number, scene.numbered, key="drop"
        )
    )
    screen.click("drop")
    screen.check()
    screen.click("option-7")
    assert isinstance(screen.scene, Bench)
    assert screen.scene.number == 7
    assert screen.keys() == ["drop"]


def test_the_wheel_scrolls_and_the_focus_is_brought_into_view() -> None:
    screen = bench(
        lambda scene, ui: Scroll(
            Column(*(Button(f"b{n}", scene.note(n), key=f"b{n}") for n in range(40))), key="s"
        )
    )
    screen.hover("b1")
    before = screen.middle("b1")[1]
    screen.wheel(-2)
    assert before - screen.app.layers()[0].rect_of("b1").centery == 96  # type: ignore[union-attr]
    for _ in range(30):
        screen.press("tab")
    assert screen.focus == "b29"
    screen.check()


def test_no_line_starts_with_a_closing_mark() -> None:
    screen = bench(lambda scene, ui: Label("价格可以谈，付款也可以谈。" * 12), size=(800, 600))
    ui = screen.app.layers()[0].ui
    for width in range(60, 400, 7):
        lines = ui.type.wrapped("价格可以谈，付款（验收）也可以谈。" * 6, label_style(), width)
        assert not [line for line in lines if line[0] in "，。）"]
        assert "".join(lines) == "价格可以谈，付款（验收）也可以谈。" * 6


def label_style():  # type: ignore[no-untyped-def]
    from negosim.gui.theme import BODY

    return BODY


def test_the_labels_measure_finds_what_is_cut_and_what_overlaps() -> None:
    screen = bench(
        lambda scene, ui: Row(
            Label("a name far too long for its box", wrap=False, width=80), Space(grow=1)
        )
    )
    with pytest.raises(AssertionError, match="cut short"):
        screen.check()

    def overlapping(scene: Bench, ui: Ui) -> Widget:
        from negosim.gui.widgets import Layers

        return Layers(Label("one text here"), Label("another text"))

    with pytest.raises(AssertionError, match="overlap"):
        bench(overlapping).check()


def test_a_window_of_any_size_is_painted() -> None:
    screen = bench(gallery)
    for size in ((640, 400), (3840, 2160), (300, 200), (1, 1), (1280, 720)):
        screen.resize(size)
        screen.frame()
    screen.check()


def test_only_what_was_touched_is_painted_anew() -> None:
    screen = bench(
        lambda scene, ui: Column(Label("12:00", key="clock"), Label("rest"), align="start")
    )
    assert screen.app.frame(screen.now + 16) == []
    screen.app.touch("clock")
    [area] = screen.app.frame(screen.now + 32)
    assert area.w < 100
    assert area.h < 40


def test_one_key_turns_the_sound_off_and_on() -> None:
    screen = bench(lambda scene, ui: Label("x"))
    assert isinstance(screen.scene, Bench)
    screen.scene.key = lambda event: False  # type: ignore[method-assign]
    screen.press("s")
    assert screen.settings.sound
    assert screen.shows("Sound on")
    screen.press("s")
    assert not screen.settings.sound
