"""PHASE x MOVE: where a move is allowed, whether it needs the turn, what it costs.

`docs/rules.md` prints this table and a test compares the two. Greyed buttons, menus
and the bots' choices read `legality.legal_moves`, which reads this.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import moves as m
from negosim.engine.record import record
from negosim.engine.words import Phase


class Turnwise(StrEnum):
    """What a move has to do with the turn. Source: exercise.md R20."""

    ANY_TIME = "any time"
    GESTURE = "in one's turn"
    CLOSING = "passes the turn"


@record(frozen=True, slots=True)
class MoveRule:
    """`cost` names a field of `Costs`; None: no table time. `director`: the
    decision-maker's alone (refused from another hat)."""

    phases: tuple[Phase, ...]
    turn: Turnwise
    cost: str | None = None
    director: bool = False


_PREPARATION = (Phase.PREPARATION,)
_TALKS = (Phase.TALKS,)
_AWAY = (Phase.BREAK,)
_PLANNING = (Phase.PREPARATION, Phase.INTRODUCTION, Phase.TALKS, Phase.BREAK)
_TABLE = (Phase.TALKS, Phase.BREAK)

_FREE = Turnwise.ANY_TIME
_TURN = Turnwise.GESTURE
_CLOSE = Turnwise.CLOSING

RULES: dict[type[m.Move], MoveRule] = {
    m.Assign: MoveRule(_PREPARATION, _FREE),
    m.SetAuthority: MoveRule(_PREPARATION, _FREE, director=True),
    m.PlanSteps: MoveRule((Phase.PREPARATION, Phase.BREAK), _FREE),
    m.ChooseMethods: MoveRule(_PREPARATION, _FREE),
    m.SetOrder: MoveRule(_PREPARATION, _FREE),
    m.Ready: MoveRule(_PREPARATION, _FREE),
    m.Introduce: MoveRule((Phase.INTRODUCTION,), _FREE),
    m.Ask: MoveRule(_TALKS, _TURN, "question"),
    m.Answer: MoveRule(_TALKS, _FREE, "answer"),
    m.Offer: MoveRule(_TALKS, _CLOSE, "offer"),
    m.Accept: MoveRule(_TALKS, _CLOSE, "accept"),
    m.NotYet: MoveRule(_TALKS, _CLOSE, "not_yet"),
    m.Argue: MoveRule(_TALKS, _CLOSE, "argument"),
    m.Tell: MoveRule(_TALKS, _CLOSE, "tell"),
    m.Goodwill: MoveRule(_TALKS, _CLOSE, "goodwill"),
    m.Prefer: MoveRule(_TALKS, _FREE),
    m.Withdraw: MoveRule(_TALKS, _FREE),
    m.HandOver: MoveRule(_TALKS, _TURN),
    m.Note: MoveRule(_PLANNING, _FREE),
    m.Unsay: MoveRule(_TALKS, _FREE),
    m.Propose: MoveRule(_TALKS, _TURN, "record"),
    m.Confirm: MoveRule(_TALKS, _FREE, "confirm"),
    m.Refuse: MoveRule(_TALKS, _FREE),
    m.Strike: MoveRule(_TALKS, _FREE),
    m.Reopen: MoveRule(_TALKS, _FREE),
    m.ClaimPen: MoveRule(_TALKS, _FREE),
    m.Draw: MoveRule(_TALKS, _TURN, "sheet"),
    m.Sign: MoveRule(_TALKS, _FREE, director=True),
    m.Tear: MoveRule(_TALKS, _FREE),
    m.Guess: MoveRule(_TABLE, _FREE),
    m.Leave: MoveRule(_TALKS, _FREE, "leave", director=True),
    m.Authorise: MoveRule(_AWAY, _FREE, director=True),
    m.CallExecutives: MoveRule(_AWAY, _FREE, director=True),
    m.Return: MoveRule(_AWAY, _FREE),
    m.WalkOut: MoveRule(_TABLE, _FREE, director=True),
}

CLOSING = tuple(kind for kind, rule in RULES.items() if rule.turn is Turnwise.CLOSING)
"""The moves that pass the turn."""
