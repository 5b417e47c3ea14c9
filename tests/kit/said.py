"""One or more samples of every move and every event, for the scenario `third_vendor`.

The agenda there is price, payment, service, delivery; `SETUP_SEATS` are its two seats.
"""

from __future__ import annotations

import typing

import built

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.words import (
    AnswerKind,
    ArgumentKind,
    Ending,
    Principle,
    Purpose,
    QuestionForm,
    Reason,
    Role,
)

SCENARIO = built.third_vendor()
SETUP = solo_setup(SCENARIO)
NOTHING = (None, None, None, None)
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)

_ABOUT = {
    QuestionForm.OPEN: ((),),
    QuestionForm.CAUSAL: ((DELIVERY,),),
    QuestionForm.EXCLUSION: ((PRICE, DELIVERY),),
    QuestionForm.LEADING: ((PRICE,), (PAYMENT, DELIVERY)),
    QuestionForm.SUMMARISING: ((PRICE, DELIVERY), (PRICE, DELIVERY, SERVICE, PAYMENT)),
    QuestionForm.EXPECTATION: ((PRICE,), (PRICE, PAYMENT, SERVICE)),
}

QUESTIONS = tuple(m.Ask(form, issues) for form, all_ in _ABOUT.items() for issues in all_)

ANSWERS = (
    m.Answer(AnswerKind.ISSUE, (PRICE,)),
    *[m.Answer(AnswerKind.INTEREST, (DELIVERY,), strength) for strength in (1, 2, 3)],
    m.Answer(AnswerKind.PAIR, (PRICE, DELIVERY)),
    m.Answer(AnswerKind.BOTH),
    m.Answer(AnswerKind.YES),
    m.Answer(AnswerKind.NO),
    m.Answer(AnswerKind.DEMAND, demand=(225, None, None, None)),
    m.Answer(AnswerKind.DEMAND, demand=(225, None, 2, None), gives=(None, 0, None, None)),
    m.Answer(AnswerKind.EVASIVE),
)

OFFERS = (
    m.Offer((270, None, None, None), NOTHING),
    m.Offer((270, None, None, None), (None, 1, None, None)),
    m.Offer((None, None, 2, 4), (None, 0, None, None), (0,), Reason.COST),
    m.Offer(NOTHING, (300, None, None, None)),
    m.Offer((280, None, None, None), NOTHING, (0,)),
    m.Offer(
        (270, None, None, None),
        (None, 1, None, None),
        second=m.Package((None, None, None, 2), (None, 0, None, None)),
    ),
    *[m.Offer((270, None, None, None), NOTHING, reason=reason) for reason in Reason],
)

ARGUMENTS = (
    *[m.Argue(kind) for kind in ArgumentKind if kind is not ArgumentKind.LIMIT],
    *[m.Argue(kind, DELIVERY) for kind in ArgumentKind if kind is not ArgumentKind.LIMIT],
    m.Argue(ArgumentKind.LIMIT, limit=(200, None, None, None)),
)

AT_THE_TABLE: tuple[m.Move, ...] = (
    *QUESTIONS,
    *OFFERS,
    m.Accept(),
    m.Accept((PRICE,)),
    m.Accept(second=True),
    m.NotYet(),
    *ARGUMENTS,
    m.Tell(PAYMENT, DELIVERY),
    m.Goodwill(),
    m.Prefer(second=False),
    m.Prefer(second=True),
    m.Withdraw(),
    m.HandOver(PRICE),
    m.Note("They count days."),
    m.Propose(),
    m.Propose((m.Deal((250, None, None, None)),)),
    m.Propose((m.Deal((250, None, None, 4), (0,)),)),
    m.Confirm(),
    m.Confirm((1,)),
    m.Confirm((1, 3)),
    m.Refuse(),
    m.Refuse((2,)),
    m.Strike(),
    m.Strike((1, 2)),
    m.Reopen(1),
    m.ClaimPen(),
    m.Draw(),
    m.Draw(m.Deal((250, 1, 2, 4))),
    m.Sign(),
    m.Tear(),
    m.Guess((PRICE, DELIVERY, SERVICE, PAYMENT)),
    *[m.Leave(purpose) for purpose in Purpose],
    m.WalkOut(),
)

ELSEWHERE: tuple[m.Move, ...] = (
    m.SetAuthority((230, None, None, None)),
    m.PlanSteps(PRICE, (m.PlannedStep(40), m.PlannedStep(20), m.PlannedStep(10))),
    m.PlanSteps(PRICE, ()),
    m.ChooseMethods((QuestionForm.OPEN, QuestionForm.CAUSAL)),
    m.SetOrder((PAYMENT, PRICE, SERVICE, DELIVERY)),
    m.Ready(),
    m.Introduce(),
    m.Authorise((215, None, None, None)),
    m.Authorise((215, 2, None, None), "90 % at acceptance"),
    m.CallExecutives(),
    m.Return(),
)

UNTYPED: tuple[m.Move, ...] = (
    m.Assign("vendor", (Role.COORDINATOR, Role.NEGOTIATOR), (PRICE, PAYMENT)),
    m.ChooseMethods(()),
    m.Unsay(),
)
"""Moves for teams and spoken tables, which nobody types at the terminal."""

MOVES: tuple[m.Move, ...] = (*AT_THE_TABLE, *ANSWERS, *ELSEWHERE, *UNTYPED)

_ONE = (m.Deal((250, None, None, None)),)

EVENTS: tuple[e.Event, ...] = (
    e.MatchOpened(0, SETUP),
    e.Assigned(0, "vendor", "vendor", (Role.COORDINATOR,), (PRICE,)),
    e.Assigned(0, "vendor", "vendor", (Role.DECISION_MAKER,), ()),
    e.AuthoritySet(0, Side.VENDOR, (230, None, None, None)),
    e.StepsPlanned(0, Side.VENDOR, PRICE, (m.PlannedStep(40), m.PlannedStep(20))),
    e.StepsPlanned(0, Side.VENDOR, PRICE, ()),
    e.MethodsChosen(0, Side.VENDOR, (QuestionForm.OPEN,)),
    e.MethodsChosen(0, Side.VENDOR, ()),
    e.OrderLocked(0, Side.VENDOR, (PAYMENT, PRICE, SERVICE, DELIVERY)),
    e.SideReady(0, Side.VENDOR),
    e.SideIntroduced(0, Side.CLIENT),
    e.TalksOpened(0),
    *[e.QuestionAsked(0, "vendor", ask.form, ask.issues, "") for ask in QUESTIONS],
    *[
        e.QuestionAnswered(
            0, "client", a.kind, a.issues, a.strength, a.demand or NOTHING, a.gives or NOTHING, ""
        )
        for a in ANSWERS
    ],
    *[
        e.OfferMade(0, "vendor", o.give, o.want, o.benefits, o.reason, o.second, "", True)
        for o in OFFERS
    ],
    e.OfferAccepted(0, "client", (250, 1, None, None), (0,), "", True, True),
    e.NotYetSaid(0, "client", ""),
    *[
        e.Argued(0, seat, a.kind, a.issue, a.limit or NOTHING, a.claim, "")
        for a in ARGUMENTS
        for seat in ("vendor", "client")
    ],
    e.Told(0, "client", PRICE, DELIVERY, ""),
    e.GoodwillShown(0, "client", ""),
    e.PackagePreferred(0, "client", True, ""),
    e.PackagePreferred(0, "client", False, ""),
    e.OfferWithdrawn(0, "client", ""),
    e.HandedOver(0, "vendor", PRICE),
    e.Noted(0, "vendor", "They count days."),
    e.Unsaid(0, "client"),
    e.DeadlockFell(0, 1),
    e.DeadlockEased(0),
    e.LinesProposed(0, "vendor", (1,), _ONE),
    e.LinesProposed(0, "vendor", (1, 2), (*_ONE, m.Deal((None, 1, None, None), (0,)))),
    e.LinesConfirmed(0, "client", (1,)),
    e.LinesConfirmed(0, "client", (1, 2)),
    e.LinesRefused(0, "client", (1,)),
    e.LinesStruck(0, "vendor", (1,)),
    e.ReopeningAsked(0, "client", 1),
    e.LineReopened(0, "client", 1),
    e.PenClaimed(0, "client"),
    e.AgreementLapsed(0, _ONE, ()),
    e.AgreementLapsed(0, (), (2,)),
    e.AgreementLapsed(0, _ONE, (2, 3)),
    e.SheetDrawn(0, "vendor", m.Deal((250, 1, 2, 4), (0,))),
    e.SheetSigned(0, "vendor"),
    e.SheetTorn(0, "client"),
    e.ContractSealed(0, m.Deal((250, 1, 2, 4))),
    e.GuessLocked(0, Side.VENDOR, (PRICE, DELIVERY, SERVICE, PAYMENT)),
    *[e.BreakTaken(0, "vendor", purpose, Side.VENDOR, 0, "") for purpose in Purpose],
    e.CardDrawn(0, Side.VENDOR, 0),
    e.Authorised(0, "vendor", (215, None, None, None), ""),
    e.Authorised(0, "vendor", (215, None, None, None), "90 %"),
    e.ExecutivesCalled(0, "vendor"),
    e.BreakEnded(0, Side.VENDOR),
    e.NewsArrived(0, 0),
    *[e.TalksBroken(0, ending, Side.CLIENT) for ending in Ending],
    e.TalksBroken(0, Ending.TIME, None),
    e.Ruled(0, Side.VENDOR, (e.Ruling(Principle.ASK_FIRST, False, "unasked", PRICE),)),
)

RULINGS: tuple[e.Ruling, ...] = (
    e.Ruling(Principle.ASK_FIRST, True, "asked", PRICE),
    e.Ruling(Principle.ASK_FIRST, False, "unasked", PRICE),
    e.Ruling(Principle.SIZE, True, "within_room", PRICE, (30, 30, 40)),
    e.Ruling(Principle.SIZE, False, "too_large", PRICE, (40, 30, 40)),
    e.Ruling(Principle.AUTHORITY, True, "within_authority", PRICE),
    e.Ruling(Principle.AUTHORITY, False, "beyond_authority", PRICE, (230, 240)),
    e.Ruling(Principle.EXCHANGE, True, "exchange_named", PAYMENT, (1,)),
    e.Ruling(Principle.EXCHANGE, False, "no_exchange", PRICE, (40,)),
    e.Ruling(Principle.SHRINKING, True, "shrinking", PRICE, (20, 40)),
    e.Ruling(Principle.SHRINKING, False, "not_shrinking", PRICE, (40, 20)),
    e.Ruling(Principle.FLOOR_HIDDEN, False, "limit_said", PRICE),
    e.Ruling(Principle.FLOOR_HIDDEN, False, "limit_guessable", PRICE, (40, 20)),
    e.Ruling(Principle.FLOOR_HIDDEN, True, "limit_hidden", PRICE, (40, 20)),
    e.Ruling(Principle.FLOOR_HIDDEN, False, "signed_at_limit", PRICE),
    e.Ruling(Principle.BREAKS, True, "justified_break"),
    e.Ruling(Principle.BREAKS, False, "unjustified_break"),
    e.Ruling(Principle.DEADLOCK, False, "straight_out_of_deadlock"),
    e.Ruling(Principle.ROLES, False, "goodwill_not_coordinator"),
    e.Ruling(Principle.ROLES, False, "decision_maker_spoke"),
    e.Ruling(Principle.ROLES, False, "not_owner", PRICE),
    e.Ruling(Principle.ROLES, False, "uncoordinated", PRICE),
    e.Ruling(Principle.ROLES, True, "role_kept"),
    e.Ruling(Principle.RECORD, False, "lapsed_unwritten", PRICE),
    e.Ruling(Principle.RECORD, True, "written"),
    e.Ruling(Principle.RECORD, False, "sheet_without_lines", None, (PRICE, SERVICE)),
    e.Ruling(Principle.RECORD, True, "sheet_from_record"),
    e.Ruling(Principle.INTERESTS_FIRST, False, "price_before_interests"),
    e.Ruling(Principle.INTERESTS_FIRST, True, "interests_first"),
)


def kinds(union: object) -> set[type]:
    """The types of a union of moves or events."""
    return set(typing.get_args(union))
