"""Saying something at the table: the sentence, marks and questions, what lies there."""

from __future__ import annotations

from pathlib import Path

from notation import unbound
from table_window import (
    DELIVERY,
    OPENED,
    PAYMENT,
    PRICE,
    SERVICE,
    STATES,
    THIRD,
    at_table,
    desk_of,
    last,
    mark,
    stops,
)

from negosim.engine import events as e
from negosim.engine.words import AnswerKind, ArgumentKind, Level, QuestionForm
from negosim.gui.scenes.table_chips import FIRST
from negosim.solo.sitting import Waiting

# -- the sentence --------------------------------------------------------------------------


def test_an_offer_is_turned_and_said_by_keys_alone(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("2")
    assert screen.focus == FIRST
    screen.press("left")
    screen.press("tab")
    screen.press("w")
    assert screen.shows("If we get 75% paid at acceptance, we can do a price of 285 (10k yuan).")
    screen.press("enter")
    made = last(window)
    assert isinstance(made, e.OfferMade)
    assert made.give == (285, None, None, None)
    assert made.want == (None, 1, None, None)
    assert made.words == ""
    assert window.playing.waiting is Waiting.OTHER


def test_an_offer_is_turned_and_said_by_mouse_alone(tmp_path: Path) -> None:
    window = at_table(tmp_path, level=Level.COURSE)
    screen = window.screen
    screen.click("verb-offer")
    tile = next(each for each in screen.app.layers()[0].stops() if each.key == FIRST)
    screen.click_at(tile.rect.x + 20, tile.rect.bottom - 20)
    screen.click("say")
    made = last(window)
    assert isinstance(made, e.OfferMade)
    assert made.give == (285, None, None, None)


def test_a_press_on_the_pill_goes_through_the_parts_of_an_issue(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.click("verb-offer")
    tile = next(each for each in screen.app.layers()[0].stops() if each.key == "tile-1")
    seen = []
    for _ in range(3):
        screen.click_at(tile.rect.x + 20, tile.rect.y + 14)
        seen.append(desk_of(window).builder.first.part(PAYMENT).value)
    assert seen == ["give", "want", "off"]


def test_a_tone_adds_words_of_its_own_and_keeps_the_figures(tmp_path: Path) -> None:
    window = at_table(tmp_path, level=Level.COURSE)
    screen = window.screen
    screen.press("2")
    screen.press("left")
    screen.click("tone")
    move = desk_of(window).picked
    assert move is not None
    assert move.move is not None
    line = desk_of(window).sentence(move.move)
    assert [piece.text for piece in line if piece.locked] == ["price", "285 (10k yuan)"]
    screen.click("say")
    said = last(window)
    assert isinstance(said, e.OfferMade)
    assert "285 (10k yuan)" in said.words
    assert len(said.words) > len("We can do a price of 285 (10k yuan).")


def test_only_the_words_between_the_figures_can_be_typed_over(tmp_path: Path) -> None:
    window = at_table(tmp_path, level=Level.COURSE)
    screen = window.screen
    screen.press("2")
    screen.press("left")
    screen.click("edit")
    fields = [key for key in stops(window) if key.startswith("words-")]
    assert len(fields) == 3  # before the name, between name and figure, the full stop
    screen.click(fields[0])
    screen.press("a", ctrl=True)
    screen.type("Listen: a ")
    screen.check()
    screen.press("enter")
    said = last(window)
    assert isinstance(said, e.OfferMade)
    assert said.words == "Listen: a price of 285 (10k yuan)."
    assert said.give == (285, None, None, None)


def test_space_says_what_is_composed_and_enter_too(tmp_path: Path) -> None:
    for key in ("space", "enter"):
        folder = tmp_path / key
        folder.mkdir()
        window = at_table(folder)
        window.screen.click("verb-ask")
        window.screen.press(key)
        asked = last(window)
        assert isinstance(asked, e.QuestionAsked)
        assert asked.form is QuestionForm.OPEN


def test_two_keys_ask_a_question(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    window.screen.press("1")
    window.screen.press("enter")
    assert isinstance(last(window), e.QuestionAsked)


def test_by_mouse_a_second_press_on_a_choice_does_not_say_it(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    window.screen.click("verb-reply")
    before = len(window.playing.heard)
    for _ in range(3):
        window.screen.click("choice-not_yet_silence")
    assert len(window.playing.heard) == before


def test_what_cannot_be_said_says_why_and_nothing_is_sent(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    before = len(window.playing.heard)
    window.screen.press("2")
    window.screen.click("say")
    assert window.screen.shows("Choose something to give or to want.")
    assert len(window.playing.heard) == before


def test_the_coach_warns_once_before_a_gift_and_then_lets_it_go(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("2")
    screen.press("left")
    before = len(window.playing.heard)
    screen.press("enter")
    assert len(window.playing.heard) == before
    assert screen.shows("Coach")
    assert screen.shows("Say it anyway")
    screen.check()
    screen.press("enter")
    assert isinstance(last(window), e.OfferMade)


def test_at_course_level_nobody_warns_before(tmp_path: Path) -> None:
    window = at_table(tmp_path, level=Level.COURSE)
    window.screen.press("2")
    window.screen.press("left")
    window.screen.press("enter")
    assert isinstance(last(window), e.OfferMade)


# -- marks and questions -------------------------------------------------------------------


def test_the_form_of_a_question_follows_from_what_is_marked(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("1")
    assert FIRST in stops(window)
    assert screen.shows("What matters most to you in this deal?")
    mark(window, DELIVERY)
    assert screen.shows("What do you need on delivery, and what would you give for it?")
    mark(window, PRICE)
    assert desk_of(window).groups[0].choices[0].id == "exclusion"
    screen.click("say")
    asked = last(window)
    assert isinstance(asked, e.QuestionAsked)
    assert (asked.form, asked.issues) == (QuestionForm.EXCLUSION, (DELIVERY, PRICE))


def test_rows_are_walked_with_arrows_and_marked_with_m(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.focus_on("track-0")
    screen.press("down")
    screen.press("m")
    screen.press("down")
    screen.press("space")
    assert desk_of(window).draft.marked == (PAYMENT, SERVICE)
    screen.press("up")
    screen.press("m")
    assert desk_of(window).draft.marked == (SERVICE,)


def test_a_reply_is_chosen_by_its_group(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    mark(window, DELIVERY, PRICE)
    screen.press("3")
    screen.click("group-tell")
    screen.click("choice-tell_back")
    screen.click("say")
    told = last(window)
    assert isinstance(told, e.Told)
    assert (told.more, told.less) == (PRICE, DELIVERY)


def test_the_last_word_is_turned_to_any_value_and_said(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("3")
    screen.click("group-limit")
    assert screen.shows("Mark an issue on its track")
    assert screen.shows("290 (10k yuan)")  # price, as last named, while nothing is marked
    screen.focus_on("limit-0")
    screen.press("left")
    value = desk_of(window).last_word.package.tick(PRICE)
    assert 188 < value < 290
    assert screen.shows(f"{value} (10k yuan)")
    assert not screen.shows("That is your true limit")
    screen.press("enter")
    said = last(window)
    assert isinstance(said, e.Argued)
    assert (said.kind, said.limit) == (ArgumentKind.LIMIT, (value, None, None, None))
    assert desk_of(window).draft.limit is None


def test_the_last_word_is_about_what_is_marked(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    mark(window, DELIVERY)
    screen.press("3")
    screen.click("group-limit")
    assert "limit-3" in stops(window)
    assert "limit-0" not in stops(window)
    assert screen.shows("90 days")
    screen.click("say")
    said = last(window)
    assert isinstance(said, e.Argued)
    assert said.limit == (None, None, None, 0)


# -- what lies on the table ----------------------------------------------------------------


def test_accepting_lives_on_the_offer_and_is_said_like_anything_else(tmp_path: Path) -> None:
    lines = "c offer price=250 delivery=60"
    window = at_table(tmp_path, lines, unbound(THIRD), level=Level.COURSE)
    screen = window.screen
    screen.click("accept-issue:3")
    assert screen.shows("Agreed: delivery in 60 days.")
    screen.click("say")
    taken = last(window)
    assert isinstance(taken, e.OfferAccepted)
    assert taken.terms == (None, None, None, 2)


def test_marked_issues_of_an_offer_are_accepted_together(tmp_path: Path) -> None:
    lines = "c offer price=250 payment=60 delivery=60"
    window = at_table(tmp_path, lines, unbound(THIRD), level=Level.COURSE)
    screen = window.screen
    mark(window, DELIVERY)
    assert "accept-marked" not in stops(window)
    mark(window, PRICE)
    assert screen.shows("Accept price and delivery")
    screen.check()
    screen.click("accept-marked")
    assert screen.shows("Agreed: a price of 250 (10k yuan) and delivery in 60 days.")
    screen.click("say")
    taken = last(window)
    assert isinstance(taken, e.OfferAccepted)
    assert taken.terms == (250, None, None, 2)


def test_an_offer_just_heard_is_not_written_out_a_second_time(tmp_path: Path) -> None:
    heard = at_table(tmp_path, OPENED)
    assert heard.screen.shows("On the table:")
    assert not heard.screen.shows("On the table: We can do")
    assert heard.screen.shows("Accept all")
    folder = tmp_path / "later"
    folder.mkdir()
    later = at_table(folder, STATES["an open question"])
    assert later.screen.shows("On the table: We can do a price of 170 (10k yuan), 30% paid")


def test_esc_puts_back_what_was_picked_before_it_opens_the_menu(tmp_path: Path) -> None:
    window = at_table(tmp_path, "c offer price=250", unbound(THIRD))
    screen = window.screen
    screen.click("accept-all")
    assert screen.shows("Agreed: a price of 250")
    screen.press("esc")
    assert not screen.shows("Agreed: a price of 250")
    assert not screen.app.has_dialog
    screen.press("esc")
    assert screen.app.has_dialog


def test_their_lines_are_confirmed_refused_or_left(tmp_path: Path) -> None:
    kinds = {"confirm": e.LinesConfirmed, "refuse": e.LinesRefused}
    for key, kind in kinds.items():
        folder = tmp_path / key
        folder.mkdir()
        window = at_table(folder, STATES["lines to confirm"])
        assert window.playing.waiting is Waiting.REACT
        window.screen.click(f"lines-{key}")
        assert isinstance(last(window), kind)
    folder = tmp_path / "later"
    folder.mkdir()
    window = at_table(folder, STATES["lines to confirm"])
    before = len(window.playing.heard)
    window.screen.click("later-lines")
    assert len(window.playing.heard) == before
    assert window.playing.waiting is Waiting.OTHER


def test_one_of_two_packages_is_preferred(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["two packages"])
    window.screen.click("packages-prefer_second")
    window.screen.click("say")
    said = last(window)
    assert isinstance(said, e.PackagePreferred)
    assert said.second


def test_their_expectation_question_is_answered_on_steppers(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["what we expect"])
    screen = window.screen
    assert screen.shows("They ask:")
    screen.focus_on(FIRST)
    screen.press("left")
    screen.press("enter")
    answered = last(window)
    assert isinstance(answered, e.QuestionAnswered)
    assert answered.kind is AnswerKind.DEMAND
    assert answered.demand[PAYMENT] == 0
    assert answered.demand[PRICE] is not None
    assert answered.demand[PRICE] < 310
    assert answered.demand[SERVICE] is None


def test_a_question_may_be_evaded_with_one_press(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["what we expect"])
    window.screen.click("choice-evasive")
    window.screen.click("say")
    answered = last(window)
    assert isinstance(answered, e.QuestionAnswered)
    assert answered.kind is AnswerKind.EVASIVE


def test_what_is_agreed_is_written_down_and_counted_until_then(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["agreed, unwritten"])
    screen = window.screen
    assert desk_of(window).verbs[3].badge == "1"
    screen.press("4")
    screen.click("say")
    written = last(window)
    assert isinstance(written, e.LinesProposed)
    assert written.lines[0].terms == (None, None, None, 2)
    assert desk_of(window).verbs[3].badge == ""


def test_a_line_of_ones_own_is_put_together_on_tiles(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["agreed, unwritten"])
    screen = window.screen
    screen.press("4")
    screen.click("group-line")
    screen.focus_on("line-1")
    screen.press("g")
    screen.click("say")
    written = last(window)
    assert isinstance(written, e.LinesProposed)
    assert written.lines[0].terms[PAYMENT] is not None


def test_drawing_the_sheet_leads_to_the_contract(tmp_path: Path) -> None:
    lines = (
        "c offer price=250 payment=60 service=m24 delivery=60; v accept; c notyet;"
        " v write; c confirm"
    )
    window = at_table(tmp_path, lines, unbound(THIRD), level=Level.COURSE)
    screen = window.screen
    screen.press("4")
    assert screen.scene.name == "contract"
