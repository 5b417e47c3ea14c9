"""Format 1, written down: every key of a scenario file, its shape, and what it means.

Only what can be told of a value by itself stands here; what must fit together
(ranks, bands, steps, options) is the readers' matter. Source: scenario-format.md.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.catalog.codes import Said
from negosim.catalog.format_client import BEAT, EVENT, INSIDER, MEMBER, PERSONA, PRESSURE, choice
from negosim.catalog.format_issues import ISSUE
from negosim.catalog.format_rules import CLOCK, MONEY, QUIZ, TALK
from negosim.catalog.limits import (
    DAYS,
    ID,
    MOST_ISSUES,
    PERCENT,
    POINTS,
    SCENARIO_ID,
    TERMS,
    for_sides,
)
from negosim.catalog.shape import Field, Fields, Number, Rows, Table, Words
from negosim.engine.words import Harder, Level, Orders, Payer, TableKind

_BRIEF = Fields(
    (
        Field(
            "everyone", Words(), Said("What both sides read.", "双方都看的背景。"), required=True
        ),
        Field(
            "vendor", Words(), Said("What the vendor's side alone reads.", "只给供应商看的内情。")
        ),
        Field("client", Words(), Said("What the client's side alone reads.", "只给客户看的内情。")),
    )
)
_PARTY = Fields(
    (Field("name", Words(100), Said("The party's name.", "这一方的名称。"), required=True),)
)
_RIVAL = Fields(
    (
        Field("name", Words(100), Said("The rival vendor.", "对手名称。"), required=True),
        Field(
            "terms",
            TERMS,
            Said("Its sealed offer, a value for every issue.", "它的密封报价，每个议题都要有。"),
            required=True,
        ),
    )
)
_BENEFIT = Fields(
    (
        Field("id", ID, Said("What other keys call it.", "其他键里的叫法。"), required=True),
        Field("text", Words(200), Said("What people read.", "给人看的文字。"), required=True),
    )
)

FORMAT = Fields(
    (
        Field(
            "format",
            Number(Fraction(1), Fraction(1)),
            Said("The number of this format.", "格式编号。"),
            required=True,
        ),
        Field(
            "id",
            SCENARIO_ID,
            Said(
                "The scenario's name for programs: lower-case words with dashes.",
                "程序里的名称：小写单词，用短横连接。",
            ),
            required=True,
        ),
        Field(
            "title",
            Words(200),
            Said(
                "The title. A text is a string, or a mapping by language.",
                "标题。文字可以直接写，也可以按语言分列。",
            ),
            required=True,
        ),
        Field(
            "brief",
            _BRIEF,
            Said(
                "The story: for everyone, and in secret for each side.",
                "背景：给所有人的，和只给一方看的。",
            ),
            required=True,
        ),
        Field(
            "parties",
            for_sides(
                _PARTY, Said("The selling party.", "卖方。"), Said("The buying party.", "买方。")
            ),
            Said("Who sits on the two sides.", "双方是谁。"),
            example="{vendor: {name: Linkway}, client: {name: Harbour}}",
        ),
        Field(
            "clock",
            CLOCK,
            Said("Minutes for the talks and for preparation.", "谈判和准备各多少分钟。"),
            example="{minutes: 30, preparation: 10}",
        ),
        Field(
            "issues",
            Table(ISSUE, ID, least=1, most=MOST_ISSUES),
            Said("What is negotiated: 1 to 8 issues, in agenda order.", "谈什么：1 到 8 个议题。"),
            required=True,
        ),
        Field(
            "agenda",
            Rows(ID, least=1, most=MOST_ISSUES),
            Said(
                "The order of the issues, where it is not that in which they are written.",
                "议题次序；不写就按上面书写的次序。",
            ),
            example="[fee, payment, start]",
        ),
        Field(
            "rivals",
            Rows(_RIVAL, least=0, most=20),
            Said(
                "Sealed offers of rivals, known to the client alone.",
                "对手的密封报价，只有客户知道。",
            ),
            example="[{name: Northstar, terms: {fee: 32, payment: 50, start: april}}]",
        ),
        Field(
            "walk_away",
            for_sides(
                POINTS,
                Said("The vendor's points, 0 unless set.", "供应商的分，不写就是 0。"),
                Said(
                    "The client's points; its best rival unless set.",
                    "客户的分，不写就取最好的对手报价。",
                ),
            ),
            Said("What a side scores when there is no contract.", "谈不成时各得几分。"),
            example="{vendor: 20}",
        ),
        Field(
            "persona",
            PERSONA,
            Said(
                "Who the scripted client is: an id, or an id with traits changed.",
                "电脑客户是谁：人物 id，或在其上改几项特质。",
            ),
            example="{base: analytic-steady, hardness: hard}",
        ),
        Field(
            "client_team",
            Rows(MEMBER, least=0, most=12),
            Said("Who sits opposite the vendor.", "坐在供应商对面的人。"),
            example="[{id: lin, name: Ms Lin, role: economic, criteria: [fee]}]",
        ),
        Field(
            "insiders",
            Rows(INSIDER, least=0, most=40),
            Said("The deck that `probe` draws from.", "“探听”时抽的牌。"),
            example="[{topic: needs, text: The date is firm., stale: false}]",
        ),
        Field(
            "benefits",
            Rows(_BENEFIT, least=0, most=20),
            Said(
                "What may be asked for in exchange besides issues.",
                "除议题外还能拿来交换的条件。",
            ),
            example="[{id: reference, text: a reference visit}]",
        ),
        Field(
            "pressure",
            Rows(PRESSURE, least=0, most=20),
            Said("Claims the client may press with.", "客户用来施压的说法。"),
            example="[{issue: fee, claim: Others ask less., point: threat, true: false}]",
        ),
        Field(
            "events",
            Rows(EVENT, least=0, most=20),
            Said("News from outside.", "外部消息。"),
            example='[{at: "12:00", announced: true, text: The date is moved forward.}]',
        ),
        Field(
            "beats",
            Rows(BEAT, least=0, most=60),
            Said("Lines and moves the client is scripted to make.", "写好的客户台词和动作。"),
            example="[{when: {conceded: fee, unasked: true}, say: Noted., then: hold}]",
        ),
        Field(
            "talk",
            TALK,
            Said("What moves cost in table time, in seconds.", "各种动作用多少秒。"),
            example="{question: 30, offer: 45}",
        ),
        Field(
            "level",
            choice(Level),
            Said("How much is judged: first, guided, course or exam.", "评判的程度和教练的多少。"),
            example="guided",
        ),
        Field(
            "concessions",
            Fields(
                (
                    Field(
                        "harder_means",
                        choice(Harder),
                        Said("Smaller steps, or larger.", "步子变小还是变大。"),
                    ),
                )
            ),
            Said("What a hard other side does to one's steps.", "对方强硬时，让步该小还是该大。"),
            example="{harder_means: smaller}",
        ),
        Field(
            "authority",
            for_sides(
                TERMS,
                Said("The vendor's negotiators, by issue.", "供应商谈判员，按议题。"),
                Said("The client's negotiators, by issue.", "客户谈判员，按议题。"),
            ),
            Said(
                "How far negotiators may go without asking.",
                "谈判员不请示能让到哪里。",
            ),
            example="{vendor: {fee: 34}}",
        ),
        Field(
            "money",
            MONEY,
            Said("Which issues the money view reads.", "资金视图看哪两个议题。"),
            example="{price: fee, payment: payment}",
        ),
        Field(
            "bad_debt",
            Table(PERCENT, DAYS, least=1, most=20),
            Said("Days overdue and the per cent lost.", "逾期多少天，损失百分之几。"),
            example="{30: 10, 60: 20, 90: 30, 180: 50, 365: 100}",
        ),
        Field(
            "payer",
            choice(Payer),
            Said("How this client pays what is left to pay.", "这个客户怎样付余款。"),
            example="reminded",
        ),
        Field(
            "orders",
            choice(Orders),
            Said(
                "Priorities from the file (fixed), set by the team, or drawn by the seed.",
                "优先次序：照文件（fixed）、小组自定（team）或抽签（drawn）。",
            ),
            example="fixed",
        ),
        Field(
            "table",
            choice(TableKind),
            Said("For classes: typed or spoken.", "课堂用：打字（typed）或口头（spoken）。"),
            example="typed",
        ),
        Field(
            "questions",
            Rows(QUIZ, least=0, most=100),
            Said("The contest's quiz.", "竞赛问答题。"),
            example="[{ask: Who opens?, answer: The client., points: 2}]",
        ),
        Field(
            "notes",
            Words(),
            Said("For the instructor, shown to nobody else.", "给教师看的，不给别人看。"),
            example="Ask both sides what they thought the other wanted most.",
        ),
    )
)
