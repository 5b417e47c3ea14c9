"""A finished match as a film: a frame a move, both sides' cards open, every ruling told.

Which frame is looked at is the scene's to keep; where one may play on from, and what each
frame shows in words and places, is worked out here. Only for a match that is over (R17).
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import agreement
from negosim.engine import events as e
from negosim.engine.calls import must_move
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.rulings import JUDGED_AT
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.words import ClockKind, Phase, TableKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of
from negosim.language.rulings import ruling_sentence
from negosim.language.sentences import event_said
from negosim.language.typography import capital
from negosim.language.values import clock_text
from negosim.present.debrief import Review, page_of
from negosim.present.debrief_principles import RULES
from negosim.reports.timeline import Entry

FRAME_MS = 2_400
"""How long a frame stands while the film runs."""


class Mark(StrEnum):
    """What makes a frame worth stopping at."""

    CONCESSION = "concession"
    AGREED = "agreed"
    BREAK = "break"
    NEWS = "news"
    DEADLOCK = "deadlock"
    END = "end"


@record(frozen=True, slots=True)
class Frame:
    """The match after a move. `moves` of the log lie behind it, its opening not counted.

    `number` counts moves since the talks opened; `side` moved, None where the clock or
    nobody did; `entries` are what the move brought; `mine`: the match waits for us next,
    so that one may play on from here.
    """

    moves: int
    number: int
    side: Side | None
    entries: tuple[Entry, ...]
    state: MatchState
    mark: Mark | None
    mine: bool


@record(frozen=True, slots=True)
class Saying:
    """A line of what happened; `by` says it, None where it is told. `aloud`: it was spoken."""

    by: Side | None
    who: str
    text: str
    aloud: bool


@record(frozen=True, slots=True)
class Judged:
    """A ruling in words, with the rule that explains it."""

    side: Side
    kept: bool
    name: str
    text: str
    rule: str


@record(frozen=True, slots=True)
class Shown:
    """A frame in words. `mark` names what makes it worth stopping at, "" for nothing;
    `standing` says what each side's last word would bring both of us."""

    title: str
    when: str
    mark: str
    sayings: tuple[Saying, ...]
    judged: tuple[Judged, ...]
    standing: tuple[str, ...]
    next: str


def film(seen: Review) -> tuple[Frame, ...]:
    """The frames, the first as the talks opened, the last as the match ended.

    A match that never came to talks has the last frame alone.
    """
    groups: list[list[Entry]] = []
    behind: list[int] = []
    for entry, before in zip(seen.entries, seen.before, strict=True):
        if behind and behind[-1] == before:
            groups[-1].append(entry)
        else:
            groups.append([entry])
            behind.append(before)
    frames = [
        _frame(seen, tuple(group), before)
        for group, before in zip(groups, behind, strict=True)
        if _belongs(group)
    ]
    return tuple(frames) or (_frame(seen, (), 0),)


def place_of(frames: tuple[Frame, ...], moves: int) -> int:
    """The frame with so many moves of the log behind it, else the last one before it."""
    return max((at for at, frame in enumerate(frames) if frame.moves <= moves), default=0)


def turn_near(frames: tuple[Frame, ...], at: int) -> int | None:
    """The frame nearest to `at` where we may play on, an earlier one first; None for none."""
    before = [place for place in range(at, -1, -1) if frames[place].mine]
    after = [place for place in range(at + 1, len(frames)) if frames[place].mine]
    return next(iter((*before, *after)), None)


def next_mark(frames: tuple[Frame, ...], at: int, step: int) -> int:
    """The next marked frame in a direction (+1, -1), else the end there."""
    places = range(at + step, len(frames) if step > 0 else -1, step)
    last = len(frames) - 1 if step > 0 else 0
    return next((place for place in places if frames[place].mark is not None), last)


def shown(seen: Review, frames: tuple[Frame, ...], at: int, lang: str) -> Shown:
    """What is said of a frame."""
    frame = frames[at]
    text = catalogue("replay", lang).text
    common = frame.state.common
    timed = common.setup.clock is not ClockKind.NONE
    title = text("frame.start")
    if frame.number:
        title = text("frame.title", number=frame.number, moves=frames[-1].number)
    return Shown(
        title=title,
        when=clock_text(common.elapsed_ms) if timed else "",
        mark="" if frame.mark is None else text(f"mark.{frame.mark.value}"),
        sayings=sayings(seen, frame, lang),
        judged=_judged(seen, frame, lang),
        standing=_standing(seen, frame.state, lang),
        next=_next(seen, frame, lang),
    )


def sayings(seen: Review, frame: Frame, lang: str) -> tuple[Saying, ...]:
    """What was said and done in a frame, line by line."""
    words = page_of(seen, lang).words
    out = []
    for entry in frame.entries:
        said = event_said(words, entry.event)
        who = "" if said.by is None else words.label(said.by)
        out.append(Saying(said.by, who, said.text, said.aloud))
    return tuple(out)


def _belongs(group: list[Entry]) -> bool:
    """Whether a move is of the talks: preparation is not played back."""
    after = group[-1].after.common.phase
    return after not in (Phase.PREPARATION, Phase.INTRODUCTION)


def _frame(seen: Review, group: tuple[Entry, ...], before: int) -> Frame:
    state = group[-1].after if group else seen.match.end
    return Frame(
        moves=before + 1 if group else 0,
        number=group[-1].number if group else 0,
        side=group[0].side if group else None,
        entries=group,
        state=state,
        mark=_mark(seen, group),
        mine=must_move(state.common, seen.side),
    )


def _mark(seen: Review, group: tuple[Entry, ...]) -> Mark | None:
    """The weightiest thing that a move brought."""
    kinds = tuple(type(entry.event) for entry in group)
    for mark, events in (
        (Mark.END, (e.ContractSealed, e.TalksBroken)),
        (Mark.DEADLOCK, (e.DeadlockFell,)),
        (Mark.BREAK, (e.BreakTaken,)),
        (Mark.NEWS, (e.NewsArrived,)),
        (Mark.AGREED, (e.OfferAccepted,)),
    ):
        if any(kind in events for kind in kinds):
            return mark
    for entry in group:
        if entry.side is not None and isinstance(entry.event, e.OfferMade):
            was, now = (state.common.positions[entry.side] for state in (entry.before, entry.after))
            if was.steps != now.steps:
                return Mark.CONCESSION
    return None


def _judged(seen: Review, frame: Frame, lang: str) -> tuple[Judged, ...]:
    """The rulings that count at the match's level, ours first."""
    setup = seen.found.setup
    if setup.kind is TableKind.SPOKEN:
        return ()
    words = page_of(seen, lang).words
    counted = JUDGED_AT[setup.level]
    return tuple(
        Judged(
            side,
            ruling.kept,
            capital(name_of(ruling.principle, lang)),
            ruling_sentence(words, ruling),
            RULES[ruling.principle],
        )
        for side in (seen.side, seen.side.other)
        for entry in frame.entries
        for ruling in entry.rulings[side]
        if ruling.principle in counted
    )


def _standing(seen: Review, state: MatchState, lang: str) -> tuple[str, ...]:
    """What each side's last word on every issue would bring, ours first."""
    text = catalogue("replay", lang).text
    out = []
    for side in (seen.side, seen.side.other):
        points = _points(seen, state, state.common.positions[side].named)
        if points is None:
            continue
        key = "standing.ours" if side is seen.side else "standing.theirs"
        out.append(text(key, ours=points[seen.side], theirs=points[seen.side.other]))
    return tuple(out)


def _points(seen: Review, state: MatchState, named: Terms) -> BySide[int] | None:
    """Both sides' points of what was agreed so far and, for the rest, what one side named."""
    count = len(seen.found.scenario.issues)
    known = agreement.agreed(state.common.record, count)
    terms = tuple(
        said if stood is None else stood for stood, said in zip(known, named, strict=True)
    )
    if any(tick is None for tick in terms):
        return None
    return score(seen.found.scenario, terms).points


def _next(seen: Review, frame: Frame, lang: str) -> str:
    """Whom the match waits for after the frame; "" when it is over."""
    text = catalogue("replay", lang).text
    if frame.state.common.outcome is not None:
        return ""
    waits = next((side for side in SIDES if must_move(frame.state.common, side)), seen.side)
    return text("next.ours" if waits is seen.side else "next.theirs")
