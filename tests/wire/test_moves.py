"""What a move looks like on the wire, and what is refused, by exact text.

Sources: cli.md and the wire's own tables in docs/bot-protocol.md; the figures are
those of scenario-format.md's example.
"""

from fractions import Fraction
from typing import Any

import pytest
from built import ladder, numeric, scenario_of

from negosim.engine import moves as m
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm, Reason, Role
from negosim.wire.codec import Codec
from negosim.wire.errors import WireError, WireFault

NONE = (None, None, None, None)


def test_an_offer_names_real_values_by_issue(codec: Codec) -> None:
    move = m.Offer((270, None, None, None), (None, 1, 2, None), (0,), Reason.TIME, words="Well?")
    assert codec.move_to_json(move) == {
        "move": "offer",
        "give": {"price": 270},
        "want": {"payment": 75, "service": "m24"},
        "benefits": ["reference"],
        "reason": "time",
        "second": None,
        "words": "Well?",
    }


def test_a_move_is_read_without_its_defaults(codec: Codec) -> None:
    given = {"move": "offer", "give": {"price": 270}, "want": {}}
    assert codec.move_from_json(given) == m.Offer((270, None, None, None), NONE)


@pytest.mark.parametrize(
    ("data", "move"),
    [
        (
            {"move": "ask", "form": "exclusion", "issues": ["service", "price"]},
            m.Ask(QuestionForm.EXCLUSION, (2, 0)),
        ),
        (
            {"move": "answer", "kind": "demand", "demand": {"price": 225}, "gives": {}},
            m.Answer(AnswerKind.DEMAND, demand=(225, None, None, None), gives=NONE),
        ),
        ({"move": "answer", "kind": "yes"}, m.Answer(AnswerKind.YES)),
        (
            {"move": "argue", "kind": "limit", "limit": {"delivery": 30}},
            m.Argue(ArgumentKind.LIMIT, limit=(None, None, None, 4)),
        ),
        (
            {"move": "argue", "kind": "rival", "issue": "price", "claim": 0},
            m.Argue(ArgumentKind.RIVAL, 0, claim=0),
        ),
        (
            {
                "move": "plan_steps",
                "issue": "price",
                "steps": [{"size": 40, "exchange": "payment"}],
            },
            m.PlanSteps(0, (m.PlannedStep(40, "payment"),)),
        ),
        (
            {"move": "assign", "to": "v2", "roles": ["negotiator"], "issues": ["price"]},
            m.Assign("v2", (Role.NEGOTIATOR,), (0,)),
        ),
        (
            {"move": "propose", "lines": [{"terms": {"payment": 60}}]},
            m.Propose((m.Deal((None, 2, None, None)),)),
        ),
        ({"move": "draw"}, m.Draw()),
        ({"move": "draw", "deal": {"terms": None}}, m.Draw(m.Deal(()))),
        (
            {"move": "guess", "order": ["price", "delivery", "service", "payment"]},
            m.Guess((0, 3, 2, 1)),
        ),
        ({"move": "leave", "purpose": "consult"}, m.Leave(Purpose.CONSULT)),
        ({"move": "not_yet", "words": "暂不"}, m.NotYet("暂不")),
        ({"move": "sign"}, m.Sign()),
    ],
)
def test_a_move_is_read_as_it_is_meant(codec: Codec, data: dict[str, Any], move: m.Move) -> None:
    assert codec.move_from_json(data) == move
    assert codec.move_from_json(codec.move_to_json(move)) == move


def test_values_are_in_the_issues_unit_whatever_its_step() -> None:
    scenario = scenario_of(
        numeric("fee", (1, 40, 20, 0), (2, 0, 20, 40), step=Fraction(1, 2)),
        numeric("rate", (2, 30, 20, 10), (1, 10, 20, 30), step=Fraction(1, 100)),
    )
    door = Codec(scenario.issues, scenario.benefits)
    move = m.Offer((7, 7), (None, None))
    assert door.move_to_json(move)["give"] == {"fee": 3.5, "rate": 0.07}
    read = {"move": "offer", "give": {"fee": 3.5, "rate": 0.07}, "want": {}}
    assert door.move_from_json(read) == move
    plan = m.PlanSteps(0, (m.PlannedStep(5),))
    assert door.move_to_json(plan)["steps"][0]["size"] == 2.5
    assert door.move_from_json(door.move_to_json(plan)) == plan


def test_a_whole_number_may_be_written_as_a_decimal(codec: Codec) -> None:
    given = {"move": "offer", "give": {"price": 270.0, "payment": 75.0}, "want": {}}
    assert codec.move_from_json(given) == m.Offer((270, 1, None, None), NONE)


def test_on_a_ladder_a_number_and_its_text_are_two_things() -> None:
    scenario = scenario_of(ladder("grade", (3, "2", 1), (1, 0, 1, 2), (1, 2, 1, 0)))
    door = Codec(scenario.issues, scenario.benefits)
    assert door.move_to_json(m.Offer((0,), (None,)))["give"] == {"grade": 3}
    assert door.move_to_json(m.Offer((1,), (None,)))["give"] == {"grade": "2"}
    assert refused(door, {"move": "offer", "give": {"grade": "3"}, "want": {}}) == [
        "$.give.grade: '3' is not an option; allowed: 3, \"2\", 1"
    ]


def refused(codec: Codec, data: object) -> list[str]:
    with pytest.raises(WireError) as caught:
        codec.move_from_json(data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ([], ["$: is not an object; allowed: an object"]),
        ({}, ["$.move: is missing; allowed: a word"]),
        ({"move": "offer"}, ["$.give: is missing", "$.want: is missing"]),
        (
            {"move": "sign", "sure": True},
            ["$.sure: is not a key here; allowed: move"],
        ),
        (
            {"move": "ask", "form": "why", "issues": "price"},
            [
                "$.form: is not a word known here; allowed: 'open', 'causal', 'exclusion', "
                "'leading', 'summarising' or 'expectation'",
                "$.issues: is not an array; allowed: an array",
            ],
        ),
        (
            {"move": "offer", "give": {"prise": 1}, "want": {}},
            ["$.give.prise: there is no issue 'prise'; allowed: price, payment, service, delivery"],
        ),
        (
            {"move": "offer", "give": {"price": 270.5}, "want": {}},
            [
                "$.give.price: 270.5 is not a value on the issue's step; "
                "allowed: whole multiples of 1"
            ],
        ),
        (
            {"move": "offer", "give": {"payment": 77}, "want": {}},
            ["$.give.payment: 77 is not an option; allowed: 90, 75, 60, 45, 30"],
        ),
        (
            {"move": "offer", "give": {"price": "270"}, "want": {}},
            [
                "$.give.price: '270' is not a value on the issue's step; allowed: whole multiples of 1"
            ],
        ),
        (
            {"move": "offer", "give": {"price": True}, "want": {}},
            ["$.give.price: is not a value; allowed: a number, or an option's id"],
        ),
        (
            {"move": "offer", "give": {"price": 10**40}, "want": {}},
            ["$.give.price: is too large; allowed: numbers up to 10^15"],
        ),
        (
            {"move": "offer", "give": {"price": float("nan")}, "want": {"payment": float("inf")}},
            [
                "$.give.price: is too large; allowed: numbers up to 10^15",
                "$.want.payment: is too large; allowed: numbers up to 10^15",
            ],
        ),
        (
            {"move": "offer", "give": {}, "want": {}, "benefits": ["gift"]},
            ["$.benefits[0]: there is no benefit 'gift'; allowed: reference"],
        ),
        (
            {"move": "propose", "lines": [{"terms": {}}, {"terms": {"delivery": 61}}]},
            ["$.lines[1].terms.delivery: 61 is not an option; allowed: 90, 75, 60, 45, 30"],
        ),
        (
            {"move": "offer", "give": {}, "want": {}, "second": {"give": {}, "wont": {}}},
            [
                "$.second.want: is missing",
                "$.second.wont: is not a key here; allowed: give, want",
            ],
        ),
        (
            {"move": "guess", "order": ["price", "price"]},
            ["$.order[1]: price stands twice; allowed: every issue once at most"],
        ),
        (
            {"move": "guess", "order": ["price", "service"]},
            [
                "$.order: leaves out payment, delivery; "
                "allowed: every issue once, the most important first"
            ],
        ),
        (
            {"move": "confirm", "lines": [1.0, True, 2]},
            [
                "$.lines[0]: is not a whole number; allowed: a whole number",
                "$.lines[1]: is not a whole number; allowed: a whole number",
            ],
        ),
        (
            {"move": "reopen", "line": 10**16},
            ["$.line: is too large; allowed: up to 1000000000000000"],
        ),
        (
            {"move": "confirm", "lines": [1] * 1001},
            ["$.lines: has too many entries; allowed: 1000"],
        ),
        (
            {"move": "note", "text": "x" * 2001},
            ["$.text: is too long; allowed: 2000 characters"],
        ),
        (
            {"move": "note", "text": "left\u202etfel"},
            [
                "$.text: holds the character U+202E; "
                "allowed: text without control and direction marks"
            ],
        ),
        (
            {"move": "note", "text": "a\nb"},
            [
                "$.text: holds the character U+000A; "
                "allowed: text without control and direction marks"
            ],
        ),
        (
            {"move": "prefer", "second": 1},
            ["$.second: is neither true nor false; allowed: true, false"],
        ),
        (
            {"move": "plan_steps", "issue": "price", "steps": [{"size": 1.5}]},
            ["$.steps[0].size: 1.5 is not a whole number of steps; allowed: whole multiples of 1"],
        ),
        (
            {"move": "plan_steps", "issue": "payment", "steps": [{"size": 0.5}]},
            ["$.steps[0].size: 0.5 is not a whole number of steps; allowed: a number of rungs"],
        ),
        (
            {"move": "sign", "\u202e" + "k" * 60: 1},
            [
                "$['\\u202e" + "k" * 39 + "...']: is not a key here; allowed: move",
            ],
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_is_allowed(
    codec: Codec, data: object, problems: list[str]
) -> None:
    assert refused(codec, data) == problems


def test_an_unknown_move_is_answered_with_those_there_are(codec: Codec) -> None:
    (problem,) = refused(codec, {"move": "offr"})
    assert problem.startswith("$.move: is of no kind known here; allowed: 'assign', ")
    assert problem.endswith("'walk_out'")


def test_an_error_bears_the_code_of_its_first_fault(codec: Codec) -> None:
    with pytest.raises(WireError) as caught:
        codec.move_from_json({"move": "offer", "give": {"price": 0.5}, "want": {}})
    assert caught.value.code is WireFault.NOT_A_VALUE
