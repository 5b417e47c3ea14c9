"""The scenario that teaches by playing: what it is worth, and how it answers a learner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

import pytest
from learner import CHECK as ASK
from learner import DAYS_14, DAYS_21, DAYS_28, FIRST_DEAL, GIFT, TRADE, WHOLE, Learner, yuan
from seated import StandIn, sat_down

from negosim.analysis.reference import analyse
from negosim.catalog import check
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.scoring import score
from negosim.engine.sides import BySide
from negosim.engine.words import Ending, Level, Phase
from negosim.reports.debrief import debrief
from negosim.solo.match import Wishes

SEEDS = range(1, 101)
FEW = range(1, 21)
SAID = {"en": "Good. And if I wait?", "zh": "好啊。那我要是再等等呢？"}

Sit = Callable[..., Learner]


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    """Learners at the opened talks; their logs are let go afterwards."""
    made: list[Learner] = []

    def one(seed: int = 1, lang: str = "en") -> Learner:
        made.append(Learner(tmp_path, seed=seed, lang=lang))
        made[-1].sit_down()
        return made[-1]

    yield one
    for each in made:
        each.close()


def worth(*terms: int) -> tuple[int, int]:
    found = score(FIRST_DEAL, terms).points
    return found.vendor, found.client


# -- on paper ---------------------------------------------------------------------------------


def test_it_is_checked_without_a_word_and_played_at_the_first_level_from_two_issues() -> None:
    assert check("first-deal") == ()
    assert FIRST_DEAL.house.level is Level.FIRST
    assert len(FIRST_DEAL.issues) == 2


def test_days_for_money_are_worth_more_to_both_than_splitting_everything() -> None:
    assert worth(yuan(8500), 4) == (11, 11)
    assert worth(yuan(7500), DAYS_21) == (9, 9)
    found = analyse(FIRST_DEAL)
    assert found.best_joint == 22
    assert found.par == BySide(9, 9)


def test_the_best_deal_lies_beyond_the_authority_on_days() -> None:
    assert FIRST_DEAL.authority is not None
    assert FIRST_DEAL.authority.vendor[1] == DAYS_21


# -- at the table -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("gift", [GIFT, m.Offer(give=(None, DAYS_28), want=(None, None))])
def test_the_first_gift_is_answered_by_waiting(sit: Sit, lang: str, gift: m.Offer) -> None:
    for seed in FEW:
        learner = sit(seed, lang)
        learner.do(gift)
        said = learner.says()
        assert isinstance(said, e.NotYetSaid)
        assert said.words == SAID[lang]


def test_who_asks_trades_holds_and_consults_gets_the_best_deal_with_every_seed(sit: Sit) -> None:
    for seed in SEEDS:
        learner = sit(seed)
        learner.talk(ASK, TRADE)
        assert not learner.is_agreed
        assert learner.offered < 9, "what they offer then deserves a not yet"
        learner.talk(m.NotYet())
        assert learner.offered < 9
        learner.consult()
        learner.talk(WHOLE)
        assert learner.is_agreed
        learner.sign()
        assert learner.points() == 11


def test_a_little_less_asked_for_after_the_call_is_taken_too(sit: Sit) -> None:
    for seed in FEW:
        learner = sit(seed)
        learner.talk(ASK, TRADE, m.NotYet())
        learner.consult()
        learner.talk(m.Offer(give=(None, DAYS_14), want=(yuan(8000), None)))
        learner.sign()
        assert learner.points() == 10


def test_who_gives_and_wants_nothing_stays_below_the_hope_of_the_director(sit: Sit) -> None:
    gifts = [m.Offer(give=(yuan(amount), None), want=(None, None)) for amount in (8000, 7500, 7000)]
    days = [m.Offer(give=(None, rung), want=(None, None)) for rung in (DAYS_28, DAYS_21)]
    for seed in FEW:
        learner = sit(seed)
        for move in (gifts[0], days[0], gifts[1], days[1], gifts[2]):
            if learner.phase is Phase.TALKS and not learner.is_agreed:
                learner.talk(move)
        assert learner.offered <= 7


def test_one_who_splits_everything_and_waits_still_gets_a_contract(sit: Sit) -> None:
    for seed in FEW:
        learner = sit(seed)
        learner.talk(m.Offer(give=(yuan(7500), DAYS_21), want=(None, None)))
        for _ in range(8):
            if learner.is_agreed:
                break
            learner.talk(m.NotYet())
        learner.sign()
        assert learner.points() == 9


# -- bots in the learner's chair ---------------------------------------------------------------


def _played(folder: Path, bot: str, seed: int) -> tuple[Ending, int]:
    """How the game of a bot ended, and its points (the walk-away's without a contract)."""
    wishes = Wishes(seed=seed, level=Level.FIRST)
    with (sitting := sat_down(folder / f"{bot}-{seed}.negolog", wishes, FIRST_DEAL)).match:
        StandIn(sitting.match, bot=bot, seed=seed + 1000).plays(sitting, most=500)
        assert sitting.outcome is not None, f"{bot} against seed {seed} does not end"
        found = debrief(FIRST_DEAL, sitting.match.journal.events)
    return sitting.outcome.ending, found.sides.vendor.points


def test_no_game_hangs_and_the_course_policy_signs_with_every_seed(tmp_path: Path) -> None:
    endings = {_played(tmp_path, "course", seed)[0] for seed in SEEDS}
    assert endings == {Ending.SIGNED}


def test_the_course_policy_does_better_than_hoped_and_giving_away_clearly_worse(
    tmp_path: Path,
) -> None:
    course, naive, pushover = (
        mean(_played(tmp_path, bot, seed)[1] for seed in FEW)
        for bot in ("course", "naive", "pushover")
    )
    # The director hopes for 9 (level 3 everywhere, R45).
    assert course >= 10
    assert naive <= course - 2
    assert pushover <= 8
