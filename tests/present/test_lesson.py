"""The lesson follows the learner step by step, lets him skip, and takes one gift back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from learner import CHECK, DAYS_10, FIRST_DEAL, GIFT, TRADE, WHOLE, Learner, yuan
from seated import sat_down

from negosim.engine import moves as m
from negosim.engine.events import OfferMade
from negosim.engine.sides import Side
from negosim.engine.words import Level, Phase, Purpose, QuestionForm
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.present.lesson import Card, Lesson, lesson_of
from negosim.present.lesson_sight import BACK, TURNED, Hand
from negosim.present.lesson_steps import FIRST_TRADE
from negosim.solo import taking_back
from negosim.solo.match import Wishes
from negosim.solo.saved import State
from negosim.solo.sitting import Sitting

STEPS = [step.id for step in FIRST_TRADE]
LOW = m.Offer(give=(None, DAYS_10), want=(yuan(7000), None))


class Pupil(Learner):
    """A learner with the lesson beside him."""

    def __init__(self, folder: Path, *, seed: int = 1) -> None:
        super().__init__(folder, seed=seed)
        found = lesson_of(self.view)
        assert found is not None
        self.lesson: Lesson = found

    def card(self, hand: Hand | None = None, lang: str = "en") -> Card:
        found = self.lesson.card(self.view, self.sitting.heard(), hand or Hand(), lang)
        assert found is not None
        return found

    @property
    def step(self) -> str:
        return self.card().id

    def take_back(self) -> None:
        gift = self.lesson.gift(self.view, self.sitting.heard())
        assert gift is not None
        match = taking_back.before(self.sitting.match, gift, self.games)
        self.sitting = Sitting(match, "en")
        self.lesson.take_back()


@pytest.fixture
def pupil(tmp_path: Path) -> Iterator[Pupil]:
    made = Pupil(tmp_path)
    yield made
    made.close()


@pytest.fixture
def seated(pupil: Pupil) -> Pupil:
    pupil.sit_down()
    return pupil


def test_every_step_is_reached_and_done_in_its_order(pupil: Pupil) -> None:
    met = [pupil.step]

    def then(act: object) -> None:
        assert callable(act)
        act()
        if pupil.phase is not Phase.OVER:
            met.append(pupil.step)

    then(pupil.sit_down)
    then(pupil.lesson.go_on)
    then(lambda: pupil.lesson.mark(TURNED))
    then(lambda: pupil.talk(GIFT))
    then(pupil.take_back)
    then(lambda: pupil.talk(CHECK))
    then(lambda: pupil.talk(TRADE))
    then(lambda: pupil.talk(m.NotYet()))
    then(pupil.consult)
    then(lambda: pupil.talk(WHOLE))
    then(lambda: pupil.do(m.Propose()))
    assert met == STEPS
    pupil.do(m.Draw())
    pupil.do(m.Sign())
    assert pupil.points() == 11
    assert pupil.lesson.card(pupil.view, pupil.sitting.heard(), Hand(), "en") is None


def test_each_card_says_where_one_is(seated: Pupil) -> None:
    card = seated.card()
    assert (card.id, card.number, card.count) == ("goal", 2, 12)
    assert card.progress == "2 of 12"
    assert card.next
    assert not card.back
    assert "3 points" in card.text
    assert "hopes for 9" in card.text
    assert "worth 5" in card.text


def test_who_skips_ahead_is_followed(seated: Pupil) -> None:
    seated.talk(TRADE)
    assert seated.step == "hold"
    seated.consult()
    assert seated.step == "close"


def test_who_does_something_else_is_waited_for(seated: Pupil) -> None:
    seated.talk(m.NotYet())
    assert seated.step == "goal"
    seated.talk(m.Goodwill())
    assert seated.step == "goal"


def test_a_gift_out_of_turn_is_a_lesson_too(seated: Pupil) -> None:
    seated.talk(CHECK)
    assert seated.step == "trade"
    seated.talk(GIFT)
    card = seated.card()
    assert card.id == "wait"
    assert card.back


def test_an_open_question_alone_does_not_tell_the_order(seated: Pupil) -> None:
    seated.talk(GIFT)
    seated.talk(m.Ask(QuestionForm.OPEN))
    assert seated.step == "ask"
    named = seated.card().text
    assert "named" in named
    assert "delivery" in named or "price" in named
    seated.talk(CHECK)
    assert seated.step == "trade"


# -- the gift -----------------------------------------------------------------------------------


def test_the_gift_may_be_taken_back_once_it_has_been_answered(seated: Pupil) -> None:
    seated.sitting.send(GIFT)
    assert seated.lesson.gift(seated.view, seated.sitting.heard()) is None
    assert not seated.card().back
    seated.listen()
    card = seated.card()
    assert card.back
    assert card.points_at == BACK
    gift = seated.lesson.gift(seated.view, seated.sitting.heard())
    assert isinstance(gift, OfferMade)
    assert gift.give == (yuan(8000), None)


def test_taken_back_the_game_stands_before_the_gift_and_its_log_is_put_away(
    seated: Pupil,
) -> None:
    before = seated.view
    old = seated.sitting.match.path
    seated.talk(GIFT)
    seated.take_back()
    assert seated.view == before
    assert not old.exists()
    assert (old.parent / "deleted" / old.name).exists()
    assert [saved.state for saved in seated.games.list()] == [State.RUNNING]
    assert seated.step == "ask"


def test_a_second_gift_stays(seated: Pupil) -> None:
    seated.talk(GIFT)
    seated.take_back()
    seated.talk(GIFT)
    card = seated.card()
    assert (card.id, card.back) == ("wait", False)
    assert seated.lesson.gift(seated.view, seated.sitting.heard()) is None
    assert "stays" in card.text


def test_a_gift_is_no_longer_taken_back_when_the_talks_have_gone_on(seated: Pupil) -> None:
    seated.talk(GIFT, CHECK)
    assert seated.step == "trade"
    assert seated.lesson.gift(seated.view, seated.sitting.heard()) is None


def test_a_game_taken_up_again_remembers_that_a_gift_was_taken_back(seated: Pupil) -> None:
    assert not taking_back.goes_on_from_another(seated.sitting.match)
    seated.talk(GIFT)
    seated.take_back()
    assert taking_back.goes_on_from_another(seated.sitting.match)


def test_a_trade_is_no_gift(seated: Pupil) -> None:
    seated.talk(TRADE)
    assert seated.lesson.gift(seated.view, seated.sitting.heard()) is None


# -- what it points at ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "move", "key"),
    [
        ("ask", None, "verb-offer"),
        ("offer", None, "tile-1"),
        ("offer", m.Offer(give=(None, 2), want=(None, None)), "composer"),
        ("offer", LOW, "composer"),
        ("offer", WHOLE, "say"),
    ],
)
def test_the_trade_is_pointed_at_piece_by_piece(
    seated: Pupil, verb: str, move: m.Move | None, key: str
) -> None:
    seated.talk(CHECK)
    assert seated.card(Hand(verb, move)).points_at == key


def test_an_offer_that_asks_too_little_is_remarked_on_before_it_is_said(seated: Pupil) -> None:
    seated.talk(CHECK)
    assert "5 points" in seated.card(Hand("offer", LOW)).text
    assert "8500" in seated.card(Hand("offer", WHOLE)).text


def test_with_the_director_it_goes_from_how_far_to_what_for_to_asking_and_back(
    seated: Pupil,
) -> None:
    seated.talk(CHECK, TRADE, m.NotYet())
    seated.do(m.Leave(Purpose.CONSULT))
    hands = (
        (Hand(scene="away"), "reach:1"),
        (Hand(scene="away", asks_director=True), "return-words"),
        (Hand(scene="away", asks_director=True, returns=True), "ask"),
    )
    assert [seated.card(hand).points_at for hand, _ in hands] == [key for _, key in hands]
    seated.do(m.Authorise((None, DAYS_10), "8500"))
    assert seated.card(Hand(scene="away")).points_at == "back-to-table"


def test_before_signing_what_was_heard_goes_on_the_guess(seated: Pupil) -> None:
    seated.talk(CHECK, TRADE, m.NotYet())
    seated.consult()
    seated.talk(WHOLE)
    seated.do(m.Propose(), m.Draw())
    at = [seated.card(Hand(scene="contract", board=board)).points_at for board in ((0, 1), (1, 0))]
    assert at == ["guess:1", "guess-lock"]
    seated.do(m.Guess((1, 0)))
    assert seated.card(Hand(scene="contract", board=(1, 0))).points_at == "sign"
    assert seated.card(Hand()).points_at == "open-sheet"


# -- where there is one --------------------------------------------------------------------------


def test_only_the_vendor_of_a_first_game_has_a_lesson(tmp_path: Path) -> None:
    for number, wishes in enumerate(
        (Wishes(seed=1, level=Level.COURSE), Wishes(seed=1, level=Level.FIRST, side=Side.CLIENT))
    ):
        sitting = sat_down(tmp_path / f"{number}.negolog", wishes, FIRST_DEAL)
        assert lesson_of(sitting.view()) is None
        sitting.close()
    sitting = sat_down(tmp_path / "third.negolog", Wishes(seed=1, level=Level.FIRST))
    assert lesson_of(sitting.view()) is None
    sitting.close()


def test_a_lesson_put_away_stays_away(seated: Pupil) -> None:
    seated.lesson.closed = True
    assert seated.lesson.card(seated.view, seated.sitting.heard(), Hand(), "en") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_has_a_title_and_words(seated: Pupil, lang: str) -> None:
    text = catalogue("lesson", lang)
    for step in STEPS:
        assert {"title", "text"} <= set(text.under(step))
    card = seated.card(lang=lang)
    assert "{" not in card.title + card.text
