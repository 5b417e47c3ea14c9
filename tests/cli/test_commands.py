"""Typed commands: every move in either language, and one clear sentence for what is not one."""

from __future__ import annotations

import built
import pytest
import said
import typed
from hypothesis import given
from hypothesis import strategies as st

from negosim.cli.terminal import vocabulary
from negosim.cli.terminal.commands import CommandFault, Control, answering, parse
from negosim.engine import moves as m
from negosim.engine.common import Question
from negosim.engine.opening import opened
from negosim.engine.record import but
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import view_of
from negosim.engine.words import AnswerKind, QuestionForm
from negosim.language.catalogue import LANGUAGES, catalogue

STATE = opened(said.SCENARIO, said.SETUP)
VIEW = view_of(STATE, "vendor", Side.VENDOR)
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
NOTHING = (None, None, None, None)

_ASKED = {
    AnswerKind.ISSUE: QuestionForm.OPEN,
    AnswerKind.INTEREST: QuestionForm.CAUSAL,
    AnswerKind.PAIR: QuestionForm.EXCLUSION,
    AnswerKind.BOTH: QuestionForm.EXCLUSION,
    AnswerKind.YES: QuestionForm.LEADING,
    AnswerKind.NO: QuestionForm.LEADING,
    AnswerKind.DEMAND: QuestionForm.EXPECTATION,
    AnswerKind.EVASIVE: QuestionForm.OPEN,
}


def asked(form: QuestionForm, issues: tuple[int, ...]) -> SeatView:
    """The vendor's view with the client's question open."""
    turn = but(STATE.common.turn, question=Question(Side.CLIENT, form, issues))
    return but(VIEW, common=but(STATE.common, turn=turn))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("move", [*said.AT_THE_TABLE, *said.ELSEWHERE], ids=repr)
def test_every_move_can_be_typed_in_the_words_of_either_language(move: m.Move, lang: str) -> None:
    if move == m.PlanSteps(PRICE, ()):
        move = m.PlanSteps(PRICE, (m.PlannedStep(5),))
    line = typed.spelled(move, VIEW.brief, lang)
    # A language of the moment decides nothing about which words are understood.
    for now in LANGUAGES:
        assert parse(line, VIEW, now) == move


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("move", said.ANSWERS, ids=repr)
def test_every_answer_can_be_typed_when_it_is_asked_for(move: m.Answer, lang: str) -> None:
    form = _ASKED[move.kind]
    about = move.issues or ((PRICE, SERVICE) if form is QuestionForm.EXPECTATION else (PRICE,))
    view = asked(form, about)
    assert parse(typed.spelled(move, VIEW.brief, lang), view, lang) == move


# The commands that cli.md's front end was asked for, word for word.
@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("ask", m.Ask(QuestionForm.OPEN)),
        ("ask expectation price", m.Ask(QuestionForm.EXPECTATION, (PRICE,))),
        ("ask price", m.Ask(QuestionForm.EXPECTATION, (PRICE,))),
        ("ask price or delivery", m.Ask(QuestionForm.EXCLUSION, (PRICE, DELIVERY))),
        (
            "offer price=270 for payment=75",
            m.Offer((270, None, None, None), (None, 1, None, None)),
        ),
        (
            "offer if we get payment=90, we give delivery=45",
            m.Offer((None, None, None, 3), (None, 0, None, None)),
        ),
        ("Offer Price = 270", m.Offer((270, None, None, None), NOTHING)),
        ("offer price 12,000", m.Offer((12000, None, None, None), NOTHING)),
        ("offer price=270 for reference", m.Offer((270, None, None, None), NOTHING, (0,))),
        ("accept", m.Accept()),
        ("not yet", m.NotYet()),
        ("write", m.Propose()),
        ("confirm", m.Confirm()),
        ("confirm all", m.Confirm()),
        ("sheet", m.Draw()),
        ("sign", m.Sign()),
        ("leave consult", m.Leave(said.Purpose.CONSULT)),
        ("提问 期望 价格", m.Ask(QuestionForm.EXPECTATION, (PRICE,))),
        ("提问期望价格、到货", m.Ask(QuestionForm.EXPECTATION, (PRICE, DELIVERY))),
        ("提问 价格还是到货", m.Ask(QuestionForm.EXCLUSION, (PRICE, DELIVERY))),
        ("出价 价格=270 换 付款=75", m.Offer((270, None, None, None), (None, 1, None, None))),
        (
            "出价价格２７０万元换付款７５％，样板参观",
            m.Offer((270, None, None, None), (None, 1, None, None), (0,)),
        ),
        ("出价：到货＝６０", m.Offer((None, None, None, 2), NOTHING)),
        ("接受", m.Accept()),
        ("暂不", m.NotYet()),
        ("记录", m.Propose()),
        ("确认", m.Confirm()),
        ("确认１、２", m.Confirm((1, 2))),
        ("合同", m.Draw()),
        ("签字", m.Sign()),
        ("离席 商量", m.Leave(said.Purpose.CONSULT)),
        ("透露 价格比到货重要", m.Tell(PRICE, DELIVERY)),
        ("笔记 他看重日期。", m.Note("他看重日期。")),
    ],
)
def test_commands_are_read_as_people_write_them(line: str, move: m.Move) -> None:
    assert parse(line, VIEW, "zh") == move


@pytest.mark.parametrize(
    ("line", "word", "text"),
    [
        ("help R22", "help", "R22"),
        ("帮助 R22", "help", "R22"),
        ("?", "help", ""),
        ("lang zh", "lang", "zh"),
        ("中文", "chinese", ""),
        ("n", "notes", ""),
        ("判断板 付款 价格", "board", "付款 价格"),
        ("quit", "quit", ""),
        ("退出", "quit", ""),
    ],
)
def test_words_for_the_front_end_are_no_moves(line: str, word: str, text: str) -> None:
    assert parse(line, VIEW, "en") == Control(word, text)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("offr price=270", "“offr price=270” is not a command. Did you mean “offer”?"),
        (
            "offer prise=270",
            "“prise” is not an issue here. The issues are price, paid at acceptance, "
            "on-site service and delivery.",
        ),
        (
            "offer price=abc",
            "“abc” is not a value of Price; allowed is 0 (10k yuan) or more, "
            "in steps of 1 (10k yuan).",
        ),
        ("offer price", "What value of price? Allowed is 0 (10k yuan) or more, in steps of 1 (10k yuan)."),
        ("offer price=270.5", "Price moves in steps of 1 (10k yuan); 270.5 (10k yuan) is not on one."),
        (
            "offer payment=80",
            "“80” is not a value of Paid at acceptance; allowed is one of "
            "90%, 75%, 60%, 45% or 30%.",
        ),
        ("offer price=270 price=260", "Price is named twice."),
        ("offer price=270 blah", "“blah” was not understood; before it everything was."),
        ("offer price=270 because rain", "“rain” is not a reason. They are cost, value, fairness, time, relation."),
        (
            "offer price=270 for gold",
            "“gold” cannot be had in return here. It can be a value such as price=310, "
            "or a reference visit.",
        ),
        ("leave", "Leave for what? One of consult, time, press, probe."),
        ("ask why", "Which issue? The issues are price, paid at acceptance, on-site service and delivery."),
        ("answer yes", "There is no question to answer."),
        ("confirm x", "“x” is not a line number. Type numbers such as 2, or nothing for all."),
        ("guess price", "Name each of price, paid at acceptance, on-site service and delivery once, the most important first."),
        ("plan delivery 5", "Delivery is a ladder; a concession sheet is for amounts only."),
    ],
)  # fmt: skip
def test_a_fault_is_one_sentence_that_says_what_is_allowed(line: str, sentence: str) -> None:
    with pytest.raises(CommandFault) as fault:
        parse(line, VIEW, "en")
    assert str(fault.value) == sentence


def test_faults_are_in_the_language_of_the_moment() -> None:
    with pytest.raises(
        CommandFault, match="到货时间不能是“29”；可以是90天、75天、60天、45天或30天。"
    ):
        parse("offer delivery=29", VIEW, "zh")


def test_a_bare_yes_or_no_answers_an_open_question_and_no_is_not_yet_else() -> None:
    view = asked(QuestionForm.LEADING, (PRICE,))
    assert parse("yes", view, "en") == m.Answer(AnswerKind.YES)
    assert parse("no", view, "en") == m.Answer(AnswerKind.NO)
    assert parse("no", VIEW, "en") == m.NotYet()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", list(QuestionForm))
def test_how_to_answer_is_said_for_every_form(form: QuestionForm, lang: str) -> None:
    issues = () if form is QuestionForm.OPEN else (PRICE, DELIVERY)
    text = answering(asked(form, issues), lang)
    assert "{" not in text
    assert text
    with pytest.raises(CommandFault):
        parse(f"{vocabulary.first_word('verb', 'answer', lang)} ###", asked(form, issues), lang)


def _fault(line: str, view: SeatView) -> str:
    """The sentence that the line is answered with; "-" for a command."""
    try:
        parse(line, view, "en")
    except CommandFault as fault:
        return str(fault)
    return "-"


@given(st.text(max_size=60))
def test_any_line_is_a_command_or_a_fault(line: str) -> None:
    assert _fault(line, VIEW)
    assert _fault(line, asked(QuestionForm.EXPECTATION, (PRICE,)))


_WORDS = st.sampled_from(
    [*vocabulary.table("verb"), *vocabulary.table("join"), "price", "价格", "=", "270", "75%", "or"]
)


@given(st.lists(_WORDS, max_size=8).map(" ".join))
def test_any_words_of_the_vocabulary_are_a_command_or_a_fault(line: str) -> None:
    assert "{" not in _fault(line, VIEW)


def test_a_part_of_a_name_stands_for_its_issue_while_it_is_its_alone() -> None:
    words = vocabulary.issue_words(said.SCENARIO.issues)
    assert words["付款"] == PAYMENT
    assert words["acceptance"] == PAYMENT
    twins = built.scenario_of(
        built.numeric("a", (1, 9, 8, 7), (1, 7, 8, 9), name=built.text("Site one", "一号站点")),
        built.numeric("b", (2, 9, 8, 7), (2, 7, 8, 9), name=built.text("Site two", "二号站点")),
    )
    assert "站点" not in vocabulary.issue_words(twins.issues)
    assert vocabulary.issue_words(twins.issues)["一号"] == 0


def test_every_word_of_the_vocabulary_means_one_thing_within_its_table() -> None:
    # A word may stand in two languages, but never for two things at the same place.
    for table in ("verb", "control", "form", "argument", "purpose", "answer", "strength", "reason"):
        meaning: dict[str, str] = {}
        for lang in LANGUAGES:
            messages = catalogue("commands", lang)
            for key in messages.under(table):
                for word in messages.variants(f"{table}.{key}"):
                    assert meaning.setdefault(vocabulary.plain(word), key) == key
