"""The shape of what stands opposite the player in format 1: persona, team, insiders,
claims, news, beats. Source: scenario-format.md."""

from __future__ import annotations

from enum import StrEnum

from negosim.catalog.codes import Code, Said
from negosim.catalog.limits import ID, MOST_ISSUES, OPTION, POINTS, SHARE, TERMS, TURN, for_sides
from negosim.catalog.shape import (
    ByForm,
    Choice,
    Field,
    Fields,
    Flag,
    Rows,
    Table,
    Time,
    Value,
    Words,
)
from negosim.catalog.vocabulary import (
    HARDNESSES,
    PERSONAS,
    RELATIONS,
    SAID_ALIASES,
    SAID_MOVES,
    SCRIPTED_WORDS,
    SITUATIONS,
    STYLES,
)
from negosim.engine.words import ArgumentKind, MemberRole, Payer, Point, Purpose, QuestionForm


def choice(kind: type[StrEnum], code: Code = Code.NOT_ALLOWED) -> Choice:
    """The words of one of the engine's vocabularies."""
    return Choice(tuple(member.value for member in kind), code)


_ARGUMENTS = Choice(
    tuple(kind.value for kind in ArgumentKind if kind is not ArgumentKind.LIMIT), Code.NOT_A_MOVE
)

PERSONA = ByForm(
    Choice(PERSONAS, Code.UNKNOWN_PERSONA),
    Fields(
        (
            Field(
                "base",
                Choice(PERSONAS, Code.UNKNOWN_PERSONA),
                Said("The person of the library to start from.", "以人物库里的哪一位为底。"),
            ),
            Field("hardness", Choice(HARDNESSES), Said("How hard they are.", "态度有多硬。")),
            Field("patience", SHARE, Said("Patience, 0 to 1.", "耐心，0 到 1。")),
            Field(
                "honesty",
                SHARE,
                Said("How often answers are true, 0 to 1.", "回答有多大比例是真话，0 到 1。"),
            ),
            Field("skill", SHARE, Said("How well they trade, 0 to 1.", "交换的本事，0 到 1。")),
            Field(
                "relation",
                Choice(RELATIONS),
                Said("How close you are: A close, C distant.", "关系远近：A 最近，C 最远。"),
            ),
            Field(
                "prelude",
                SHARE,
                Said(
                    "How likely a deadlock comes before a concession, 0 to 1.",
                    "僵局之后转而让步的可能，0 到 1。",
                ),
            ),
            Field("payer", choice(Payer), Said("How they pay.", "付款习惯。")),
            Field("style", Choice(STYLES), Said("How they talk and decide.", "说话和决断的风格。")),
            Field(
                "situation",
                Choice(SITUATIONS),
                Said(
                    "How their house stands: far-sighted, at a loss, steady, self-satisfied.",
                    "处境：着眼长远、焦头烂额、平稳、自满。",
                ),
            ),
        )
    ),
)

MEMBER = Fields(
    (
        Field("id", ID, Said("What programs call this person.", "程序里的叫法。"), required=True),
        Field("name", Words(100), Said("What people read.", "给人看的名字。"), required=True),
        Field(
            "role",
            choice(MemberRole, Code.UNKNOWN_ROLE),
            Said("What this person is in the purchase.", "在采购里的角色。"),
            required=True,
        ),
        Field(
            "criteria",
            Rows(ID, least=0, most=20),
            Said("Issues or benefits this person looks at.", "此人看重的议题或附加条件。"),
        ),
        Field(
            "veto",
            TERMS,
            Said(
                "Values that are not signed, nor any worse for the client.",
                "不能签的取值，对客户更差的也不签。",
            ),
        ),
    )
)

INSIDER = Fields(
    (
        Field("topic", OPTION, Said("What the card is about.", "这张牌讲什么。")),
        Field("text", Words(2000), Said("What the insider says.", "内线说的话。"), required=True),
        Field("stale", Flag(), Said("true: it is no longer so.", "true：消息已经过时。")),
        Field(
            "ranks",
            Rows(ID, least=2, most=MOST_ISSUES),
            Said(
                "What the card says of the client's priorities, for scripted vendors: "
                "issues, the dearest first.",
                "这张牌透露的客户优先次序，给电脑供应商用：列出议题，最看重的在前。",
            ),
        ),
    )
)

PRESSURE = Fields(
    (
        Field("issue", ID, Said("The issue it is about.", "针对的议题。"), required=True),
        Field(
            "claim",
            Words(500),
            Said("What the client says of a rival.", "客户关于对手的说法。"),
            required=True,
        ),
        Field(
            "point",
            choice(Point),
            Said(
                "Whether it touches a strong, threatened or dormant point of the vendor.",
                "触及供应商的强项、受威胁处还是潜在处。",
            ),
        ),
        Field("true", Flag(), Said("Whether it is so.", "是否属实。")),
    )
)

_EFFECT = Fields(
    (
        Field(
            "floor",
            Value(),
            Said("The side's floor from then on; its scoring stays.", "此后的底线；计分不变。"),
        ),
        Field(
            "authority",
            Value(),
            Said("How far its negotiators may go from then on.", "此后谈判员的权限。"),
        ),
    )
)
_EFFECTS = Table(_EFFECT, ID, least=1, most=MOST_ISSUES)

EVENT = Fields(
    (
        Field(
            "at",
            Time(),
            Said(
                'Elapsed time, "m:ss" in quotes, or seconds.',
                '谈了多久：带引号的 "m:ss"（分:秒），或秒数。',
            ),
            required=True,
        ),
        Field(
            "announced",
            Flag(),
            Said("true: both sides know that news is due then.", "true：双方事先知道届时有消息。"),
        ),
        Field("text", Words(2000), Said("The news.", "消息内容。"), required=True),
        Field(
            "effect",
            for_sides(
                _EFFECTS,
                Said("What changes for the vendor, by issue.", "对供应商的影响，按议题。"),
                Said("What changes for the client, by issue.", "对客户的影响，按议题。"),
            ),
            Said("What the news does.", "消息带来的变化。"),
        ),
    )
)

_WHEN = Fields(
    (
        Field("at", Time(), Said("So much time has passed.", "已经谈了这么久。")),
        Field("turn", TURN, Said("The talks have come to this turn.", "已经到了第几轮。")),
        Field(
            "conceded",
            ID,
            Said("The vendor has just conceded on this issue.", "供应商刚在这个议题上让步。"),
        ),
        Field("unasked", Flag(), Said("true: without asking first.", "true：没先问就让。")),
        Field(
            "unreturned",
            Flag(),
            Said("true: without wanting anything back.", "true：不要交换就让。"),
        ),
        Field(
            "asked",
            choice(QuestionForm),
            Said("The vendor has just asked in this form.", "供应商刚问了这种问题。"),
        ),
        Field(
            "said",
            Choice((*SAID_MOVES, *SAID_ALIASES)),
            Said("The vendor has just made this move.", "供应商刚做了这个动作。"),
        ),
        Field("deadlock", Flag(), Said("true: a deadlock runs.", "true：正处在僵局。")),
        Field(
            "left",
            choice(Purpose),
            Said("The vendor has left the table for this.", "供应商为此离席。"),
        ),
        Field(
            "offer_within",
            POINTS,
            Said(
                "The vendor's offer is so many points from the client's walk-away, or fewer.",
                "供应商的报价离客户的退路不超过这么多分。",
            ),
        ),
    )
)
_THEN = ByForm(
    Choice(
        SCRIPTED_WORDS,
        Code.NOT_A_MOVE,
        besides=tuple(f"{{{key}: …}}" for key in ("offer", "argue", "leave")),
    ),
    Fields(
        (
            Field("offer", TERMS, Said("Offer these values.", "报出这些值。")),
            Field("argue", _ARGUMENTS, Said("Argue so.", "这样说理。")),
            Field(
                "leave",
                choice(Purpose, Code.NOT_A_MOVE),
                Said("Leave the table for this.", "为此离席。"),
            ),
        ),
        unknown=Code.NOT_A_MOVE,
        alone=True,
    ),
)

BEAT = Fields(
    (
        Field(
            "when",
            _WHEN,
            Said(
                "All of these must hold; a beat fires once.", "全部满足才触发；每个桥段只触发一次。"
            ),
            required=True,
        ),
        Field("say", Words(2000), Said("The client's line.", "客户的台词。")),
        Field(
            "then",
            _THEN,
            Said(
                "accept, hold, goodwill, or one of offer, argue, leave; absent: it only speaks.",
                "accept、hold、goodwill，或 offer、argue、leave 之一；不写就只说话。",
            ),
        ),
    )
)
