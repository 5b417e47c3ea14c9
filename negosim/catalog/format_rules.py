"""The shape of how a match is run in format 1: clock, costs of talk, money view, quiz.
Source: scenario-format.md."""

from __future__ import annotations

from fractions import Fraction

from negosim.catalog.codes import Said
from negosim.catalog.limits import ID, MINUTES, SECONDS, TALK_MINUTES
from negosim.catalog.shape import Field, Fields, Number, Words
from negosim.catalog.vocabulary import TALK_COSTS

CLOCK = Fields(
    (
        Field(
            "minutes",
            TALK_MINUTES,
            Said("Time for the talks, 30 unless set.", "谈判时间，不写就是 30。"),
        ),
        Field(
            "preparation",
            MINUTES,
            Said("Time to prepare, 10 unless set.", "准备时间，不写就是 10。"),
        ),
    )
)
QUIZ = Fields(
    (
        Field("ask", Words(2000), Said("The question.", "问题。"), required=True),
        Field("answer", Words(2000), Said("The answer.", "答案。"), required=True),
        Field(
            "points",
            Number(Fraction(0), Fraction(100)),
            Said("Points for a right answer, 2 unless set.", "答对得几分，不写就是 2。"),
        ),
    )
)
TALK = Fields(
    (
        *(
            Field(name, SECONDS, Said(f"Seconds a move `{name}` takes.", f"动作 {name} 用多少秒。"))
            for name in TALK_COSTS
        ),
        Field("break", SECONDS, Said("Another word for `leave`.", "等同于 leave。")),
    )
)
MONEY = Fields(
    (
        Field("price", ID, Said("The issue that is the price.", "哪个议题是价格。"), required=True),
        Field(
            "payment",
            ID,
            Said("The issue that is the share paid, in per cent.", "哪个议题是付款比例（%）。"),
            required=True,
        ),
    )
)
