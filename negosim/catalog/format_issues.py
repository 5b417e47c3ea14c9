"""The shape of an issue in format 1. Source: scenario-format.md."""

from __future__ import annotations

from negosim.catalog.codes import Said
from negosim.catalog.limits import AMOUNT, LEVEL, MOST_OPTIONS, RANK, STEP
from negosim.catalog.shape import (
    ByForm,
    ByKey,
    Choice,
    Field,
    Fields,
    Flag,
    Rows,
    Value,
    Words,
)

_MARKS = Fields(
    (
        Field(
            "rank",
            RANK,
            Said(
                "The issue's place in this side's order, 1 = most important.",
                "在本方优先次序里排第几，1 最重要。",
            ),
            required=True,
        ),
        Field(
            "quote",
            Value(),
            Said("What this side asks for first.", "本方的报价（开价）。"),
            required=True,
        ),
        Field(
            "target",
            Value(),
            Said("Where this side hopes to settle.", "本方希望谈成的目标。"),
            required=True,
        ),
        Field(
            "floor",
            Value(),
            Said("The last value this side may accept.", "本方最后能接受的底线。"),
            required=True,
        ),
    )
)
_OPTION = ByForm(
    Value(),
    Fields(
        (
            Field(
                "id",
                Value(),
                Said(
                    "What other keys and typed commands call the option.", "其他键和命令里的叫法。"
                ),
                required=True,
            ),
            Field("text", Words(200), Said("What people read.", "给人看的文字。"), required=True),
        )
    ),
)
_NAME = Field("name", Words(100), Said("What the issue is called.", "议题的名称。"), required=True)
_REST = (
    Field("unit", Words(40), Said("The unit of its values.", "取值的单位。"), example='"%"'),
    Field(
        "vendor",
        _MARKS,
        Said("The vendor's rank and marks.", "供应商的优先次序和三个标记。"),
        required=True,
    ),
    Field(
        "client",
        _MARKS,
        Said("The client's rank and marks.", "客户的优先次序和三个标记。"),
        required=True,
    ),
    Field(
        "no_zone",
        Flag(),
        Said(
            "true: the two floors need not overlap (there may be no deal).",
            "true：双方底线可以没有交集（也许本来就谈不成）。",
        ),
        example="true",
    ),
)
_LADDER = Fields(
    (
        _NAME,
        Field(
            "options",
            Rows(_OPTION, least=2, most=MOST_OPTIONS),
            Said(
                "A public ladder of 2 to 9 options, the best for the vendor first.",
                "公开的选项，2 到 9 个，对供应商最好的放最前。",
            ),
            required=True,
            example="[90, 75, 60, 45, 30]",
        ),
        Field(
            "levels",
            Rows(LEVEL, least=2, most=MOST_OPTIONS),
            Said(
                "The vendor's level of each option, 5 to 1, never rising; the client's is 6 less it.",
                "每个选项对供应商的等级，5 到 1，不回升；客户的等级是 6 减去它。",
            ),
            example="[5, 4, 3, 2, 1]",
        ),
        *_REST,
    )
)
_NUMERIC = Fields(
    (
        _NAME,
        Field(
            "vendor_prefers",
            Choice(("high", "low")),
            Said(
                "Which way is better for the vendor; for an issue without options.",
                "数值往哪边走对供应商好；用于没有选项的议题。",
            ),
            required=True,
        ),
        Field(
            "step",
            STEP,
            Said("The smallest change, 1 unless set.", "最小变动单位，不写就是 1。"),
            example="0.5",
        ),
        Field(
            "range",
            Rows(AMOUNT, least=2, most=2),
            Said(
                "What may be named at all, known to all: [lowest, highest].",
                "允许出现的范围，对双方公开：[最低, 最高]。",
            ),
            example="[100, 400]",
        ),
        Field(
            "levels",
            Rows(AMOUNT, least=5, most=5),
            Said(
                "The values of the vendor's levels 5 to 1, known to all; the client's are mirrored.",
                "供应商 5 到 1 级对应的值，对双方公开；客户的等级与之相反。",
            ),
            example="[310, 275, 240, 214, 188]",
        ),
        *_REST,
    )
)

ISSUE = ByKey("options", _LADDER, _NUMERIC)
"""With `options` a public ladder, without a numeric issue."""
