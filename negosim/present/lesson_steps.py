"""The steps of the first deal: give once for nothing, then ask, trade, hold, consult, write, sign.

Data: when each is done, which wording fits the moment and which widget it is about. The
keys are those of the scenes' widgets. Source: look.md, exercise.md R22, R24, R25, R27, R39.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.words import Phase, Purpose, QuestionForm
from negosim.present.lesson_sight import BACK, NEXT, TAKEN_BACK, TURNED, Pointer, Seen, Step
from negosim.present.verbs import ASK, OFFER, REPLY, STEP_OUT, WRITE

TEXT = "text"
SAY, FORM = "say", "composer"
"""The button that says it, and the first control of the open form."""


def _verb(seen: Seen, verb: str) -> str:
    """The verb in the bar, until it is open."""
    return "" if seen.hand.verb == verb else f"verb-{verb}"


def _tile(issue: int) -> str:
    return FORM if issue == 0 else f"tile-{issue}"


# -- what each step points at -----------------------------------------------------------------


def _read(seen: Seen) -> Pointer:
    return (TEXT, "start") if seen.phase is Phase.PREPARATION else ("meet", "open-talks")


def _goal(seen: Seen) -> Pointer:
    return TEXT, "goal"


def _turn(seen: Seen) -> Pointer:
    return TEXT, _verb(seen, OFFER) or _tile(seen.dear)


def _give(seen: Seen) -> Pointer:
    if seen.is_asked:
        return "asked", SAY
    offered = seen.hand.move
    bare = (
        isinstance(offered, m.Offer)
        and offered.give[seen.dear] is not None
        and all(tick is None for tick in offered.want)
    )
    return TEXT, _verb(seen, OFFER) or (SAY if bare else _tile(seen.dear))


def _wait(seen: Seen) -> Pointer:
    if not seen.gift_answered:
        return "hush", ""
    return (TEXT, BACK) if TAKEN_BACK not in seen.flags else ("spent", f"verb-{ASK}")


def _ask(seen: Seen) -> Pointer:
    if seen.is_asked:
        return "asked", SAY
    asks = seen.hand.move
    ready = isinstance(asks, m.Ask) and asks.form is not QuestionForm.OPEN
    variant = TEXT if seen.named is None else "one"
    return variant, _verb(seen, ASK) or (SAY if ready else "choice-board")


def _trade(seen: Seen) -> Pointer:
    return ("asked", SAY) if seen.is_asked else _to_trade(seen, TEXT)


def _to_trade(seen: Seen, variant: str, *, whole: bool = False) -> Pointer:
    """The next thing to press for an offer that gives the cheap and wants all of the dear;
    `whole`: it is to give all it may of the cheap."""
    opened = _verb(seen, OFFER)
    offered = seen.hand.move
    if opened or not isinstance(offered, m.Offer) or offered.give[seen.cheap] is None:
        return variant, opened or _tile(seen.cheap)
    if whole and offered.give[seen.cheap] != seen.view.own.authority[seen.cheap]:
        return variant, _tile(seen.cheap)
    wanted = offered.want[seen.dear]
    if wanted is None:
        return variant, _tile(seen.dear)
    if seen.would_be is not None and seen.would_be < seen.hoped:
        return "low", _tile(seen.dear)
    if variant == TEXT and wanted != seen.view.brief.marks[seen.dear].quote:
        return variant, _tile(seen.dear)
    return variant, SAY


def _hold(seen: Seen) -> Pointer:
    if seen.is_asked:
        return "asked", SAY
    if not seen.is_ours:
        return "hush", ""
    if seen.theirs_is_enough:
        return "enough", "accept-all"
    ready = isinstance(seen.hand.move, m.NotYet)
    return TEXT, _verb(seen, REPLY) or (SAY if ready else FORM)


def _consult(seen: Seen) -> Pointer:
    if seen.phase is not Phase.BREAK:
        if seen.is_asked:
            return "asked", SAY
        leaving = seen.hand.move
        ready = isinstance(leaving, m.Leave) and leaving.purpose is Purpose.CONSULT
        return TEXT, _verb(seen, STEP_OUT) or (SAY if ready else FORM)
    if seen.is_free or (seen.asked_director and not seen.hand.asks_director):
        return "back", "back-to-table"
    if not seen.hand.asks_director:
        return "reach", f"reach:{seen.cheap}"
    return ("what_for", "return-words") if not seen.hand.returns else ("ask", "ask")


def _close(seen: Seen) -> Pointer:
    if seen.is_asked:
        return "asked", SAY
    if seen.theirs_is_enough and seen.is_ours:
        return "enough", "accept-all"
    if not seen.traded_freely:
        return _to_trade(seen, TEXT, whole=True)
    return _to_trade(seen, "again") if seen.is_ours else ("hush", "")


def _write(seen: Seen) -> Pointer:
    if seen.wants_our_yes:
        return "theirs", ""
    if seen.waits_for_their_yes:
        return "hush", ""
    ready = isinstance(seen.hand.move, m.Propose)
    return TEXT, _verb(seen, WRITE) or (SAY if ready else FORM)


def _sign(seen: Seen) -> Pointer:
    sheet = seen.view.common.record.sheet
    if sheet is None:
        if seen.hand.scene == "contract":
            return "draw", "draw"
        return TEXT, f"verb-{WRITE}"
    if sheet.signed[seen.view.brief.side]:
        return "hush", ""
    if seen.hand.scene != "contract":
        return "sign", "open-sheet"
    if seen.told_order and not seen.view.own.guess:
        first = seen.told_order[0]
        in_place = seen.hand.board[:1] == (first,)
        return "guess", "guess-lock" if in_place else f"guess:{first}"
    return "sign", "sign"


def _has_given(seen: Seen) -> bool:
    return TAKEN_BACK in seen.flags or seen.gift is not None


def _is_past_the_gift(seen: Seen) -> bool:
    """Taken back, or something else was said since."""
    return not seen.gift_is_last and _has_given(seen)


def _just_gave(seen: Seen) -> bool:
    """A gift is a lesson whenever it is made, as long as it can be taken back."""
    return seen.gift_is_last and TAKEN_BACK not in seen.flags and not seen.is_agreed


FIRST_TRADE: tuple[Step, ...] = (
    Step("read", lambda seen: seen.has_begun, _read),
    Step("goal", lambda seen: NEXT in seen.flags, _goal, read=True),
    Step("turn", lambda seen: TURNED in seen.flags, _turn),
    Step("give", _has_given, _give),
    Step("wait", _is_past_the_gift, _wait, again=_just_gave),
    Step("ask", lambda seen: bool(seen.told_order), _ask),
    Step("trade", lambda seen: seen.trades > 0, _trade),
    Step("hold", lambda seen: seen.held, _hold),
    Step(
        "consult",
        lambda seen: seen.asked_director and seen.phase is not Phase.BREAK,
        _consult,
    ),
    Step("close", lambda seen: seen.is_agreed, _close),
    Step("write", lambda seen: seen.is_written, _write),
    Step("sign", lambda seen: seen.phase is Phase.OVER, _sign),
)
"""For the seat that holds the cheap issue the other side wants most."""
