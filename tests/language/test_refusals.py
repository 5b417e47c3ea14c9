"""Every refusal is one sentence that says what is wrong and what is allowed."""

from __future__ import annotations

import notation
import pytest
import said

from negosim.catalog import load
from negosim.engine.errors import Refusal
from negosim.engine.opening import opened, solo_setup
from negosim.engine.sides import Side
from negosim.engine.view import view_of
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.refusals import allowed_values, objectors, refusal_sentence

STATE = opened(said.SCENARIO, said.SETUP)
VENDOR = view_of(STATE, "vendor", Side.VENDOR)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_sentence_and_every_sentence_a_code(lang: str) -> None:
    messages = catalogue("refusals", lang)
    keys = {key for key in messages if "." not in key}
    assert keys == {code.value for code in Refusal}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", list(Refusal))
def test_a_refusal_is_worded_with_and_without_an_issue(code: Refusal, lang: str) -> None:
    for issue in (None, said.PRICE, said.DELIVERY):
        text = refusal_sentence(code, issue, VENDOR, lang)
        assert text
        assert "{" not in text
        assert text[-1] in ".。"


def test_a_value_out_of_range_says_what_may_be_named() -> None:
    code = Refusal.VALUE_OUT_OF_RANGE
    assert refusal_sentence(code, said.DELIVERY, VENDOR, "en") == (
        "That cannot be named on delivery; allowed is one of "
        "90 days, 75 days, 60 days, 45 days or 30 days."
    )
    assert refusal_sentence(code, said.DELIVERY, VENDOR, "zh") == (
        "到货时间不能提这个数；可以提90天、75天、60天、45天或30天。"
    )


def test_authority_and_limit_name_ones_own_figures() -> None:
    # R24's default: second priority to the target, 240; the vendor's floor is 188.
    code = Refusal.BEYOND_AUTHORITY
    assert "240 (10k yuan)" in refusal_sentence(code, said.PRICE, VENDOR, "en")
    assert "188万元" in refusal_sentence(Refusal.BEYOND_FLOOR, said.PRICE, VENDOR, "zh")


def test_in_preparation_it_says_what_may_be_done_there() -> None:
    text = refusal_sentence(Refusal.WRONG_PHASE, None, VENDOR, "en")
    assert "the match is at preparation" in text
    assert "ready" in text
    assert "offer" not in text


def test_what_may_be_named_depends_on_public_bounds_only() -> None:
    price = said.SCENARIO.issues[said.PRICE]
    assert allowed_values(price, "en") == "0 (10k yuan) or more, in steps of 1 (10k yuan)"
    assert allowed_values(price, "zh") == "0万元以上，每次变动1万元"


def test_a_value_vetoed_says_by_whom_and_what_would_pass() -> None:
    # third-vendor: the network engineer will not sign 18 months of service or less.
    scenario = load("third-vendor")
    client = view_of(opened(scenario, solo_setup(scenario)), "client", Side.CLIENT)
    service = [issue.id for issue in scenario.issues].index("service")
    assert refusal_sentence(Refusal.VETOED, service, client, "en") == (
        "Mr Zhou, on your own side, will not sign on-site service at that value; "
        "allowed is 24 months, 30 months or 36 months."
    )
    assert [name.in_("zh") for name in objectors(client, service, 1)] == ["周工"]
    assert [objectors(client, service, tick) for tick in (2, 3, 4)] == [(), (), ()]


def test_who_is_asked_something_is_told_to_answer_and_else_to_wait() -> None:
    match = notation.Match.at_talks(said.SCENARIO, said.SETUP).play("c ask open")
    code = Refusal.NOT_YOUR_TURN
    assert refusal_sentence(code, None, match.view("v"), "en").startswith("They are waiting for")
    assert refusal_sentence(code, None, match.view("c"), "en").startswith("It is their turn")
