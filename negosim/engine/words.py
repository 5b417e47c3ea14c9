"""The small vocabularies of the exercise: enums whose values are the words of
files, messages and logs. A member is never renamed; a new one may be added."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """Where a match is. The transitions are the table in `docs/rules.md`."""

    PREPARATION = "preparation"
    INTRODUCTION = "introduction"
    TALKS = "talks"
    BREAK = "break"
    OVER = "over"


class Role(StrEnum):
    """A hat of a team member. Source: exercise.md R9."""

    COORDINATOR = "coordinator"
    DECISION_MAKER = "decision_maker"
    NEGOTIATOR = "negotiator"
    RECORDER = "recorder"


class ClockKind(StrEnum):
    """What runs the clock. Source: exercise.md R16."""

    TABLE = "table"
    WALL = "wall"
    NONE = "none"


class Level(StrEnum):
    """How much is judged and how the coach speaks. Source: exercise.md R30."""

    FIRST = "first"
    GUIDED = "guided"
    COURSE = "course"
    EXAM = "exam"


class TableKind(StrEnum):
    """Typed tables have turns, spoken ones have none. Source: exercise.md R20."""

    TYPED = "typed"
    SPOKEN = "spoken"


class Orders(StrEnum):
    """Where the priorities come from. Source: exercise.md R3."""

    FIXED = "fixed"
    TEAM = "team"
    DRAWN = "drawn"


class Harder(StrEnum):
    """What a hard other side does to the size of a step. Source: exercise.md R23."""

    SMALLER = "smaller"
    LARGER = "larger"


class QuestionForm(StrEnum):
    """Source: exercise.md R31."""

    OPEN = "open"
    CAUSAL = "causal"
    EXCLUSION = "exclusion"
    LEADING = "leading"
    SUMMARISING = "summarising"
    EXPECTATION = "expectation"


class AnswerKind(StrEnum):
    """What an answer says; which fields it uses stands at `moves.Answer`."""

    ISSUE = "issue"  # this one matters most (open)
    INTEREST = "interest"  # why, and how much hangs on it (causal)
    PAIR = "pair"  # the first ranks above the second (exclusion, summarising)
    BOTH = "both"  # both matter (exclusion)
    YES = "yes"  # leading, summarising
    NO = "no"  # leading
    DEMAND = "demand"  # what we want now, what we would give for it (expectation)
    EVASIVE = "evasive"  # any form


class ArgumentKind(StrEnum):
    """Source: exercise.md R34; `limit` is R28's saying of one's floor."""

    RIVAL = "rival"
    DEADLINE = "deadline"
    NEED = "need"
    LOW_PRICE = "low_price"
    TOTAL_COST = "total_cost"
    ADDED_VALUE = "added_value"
    PROTECT = "protect"
    SOFTEN = "soften"
    SHOW = "show"
    LIMIT = "limit"


class Reason(StrEnum):
    """Why an offer is made, as its maker words it."""

    NONE = "none"
    COST = "cost"
    VALUE = "value"
    FAIRNESS = "fairness"
    TIME = "time"
    RELATION = "relation"


class Purpose(StrEnum):
    """Why a side leaves the table. Source: exercise.md R35."""

    CONSULT = "consult"
    GAIN_TIME = "gain_time"
    PRESS = "press"
    PROBE = "probe"


class Point(StrEnum):
    """What a rival's claim touches. Source: exercise.md R34."""

    STRONG = "strong"
    THREAT = "threat"
    DORMANT = "dormant"


class MemberRole(StrEnum):
    """Who sits on the client's side. Source: scenario-format.md."""

    COACH = "coach"
    USER = "user"
    TECHNICAL = "technical"
    ECONOMIC = "economic"
    EVALUATOR = "evaluator"


class Payer(StrEnum):
    """How the client pays a tail. Source: exercise.md R50."""

    DUE = "due"
    REMINDED = "reminded"
    PUSHED = "pushed"
    WITHHOLDS = "withholds"
    FRAUD = "fraud"


class LineState(StrEnum):
    """Source: exercise.md R39."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


class Ending(StrEnum):
    """How a match ended. Source: exercise.md R41, R42."""

    SIGNED = "signed"
    TIME = "time"
    WALKED_OUT = "walked_out"
    DEADLOCK = "deadlock"


class Principle(StrEnum):
    """What a ruling is about. Source: exercise.md R49, B5."""

    ASK_FIRST = "ask_first"
    SIZE = "size"
    AUTHORITY = "authority"
    EXCHANGE = "exchange"
    SHRINKING = "shrinking"
    FLOOR_HIDDEN = "floor_hidden"
    BREAKS = "breaks"
    DEADLOCK = "deadlock"
    RECORD = "record"
    ROLES = "roles"
    INTERESTS_FIRST = "interests_first"


class Hardness(StrEnum):
    """How hard a side has been of late. Source: exercise.md R23."""

    SOFT = "soft"
    FIRM = "firm"
    HARD = "hard"
