"""A break as one page: who is out and why, what it brings, what it costs, what lapsed.

Made of the seat's view and its own events alone; whether a card is stale or what the other
side talks about outside is known to nobody here. What is asked of the director is in
`director`. Source: exercise.md R35, R36, R38, R39.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.common import Recess, Seat
from negosim.engine.readiness import BREAKS_A_SIDE
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Purpose, Role
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import lexicon_of_view, mark_names
from negosim.language.told import lines_text
from negosim.language.typography import capital
from negosim.language.values import clock_text, joined, point_text, seconds_text
from negosim.present.choices import Choice, choice_of
from negosim.present.standing import awaited_news_ms, time_left_ms

TOPICS = ("needs", "process", "people", "date", "money")
"""The topics of insider cards that have a name in both languages; others go without one."""


class Stance(StrEnum):
    """Where the seat stands in a break: outside for a purpose, sent out, or waiting inside."""

    CONSULT = "consult"
    GAIN_TIME = "gain_time"
    PROBE = "probe"
    SENT_OUT = "sent_out"
    PRESSING = "pressing"
    THEY_CONSULT = "they_consult"
    THEY_GAIN_TIME = "they_gain_time"
    THEY_PROBE = "they_probe"

    @property
    def is_out(self) -> bool:
        """Whether one's own side is the one outside."""
        return self in (Stance.CONSULT, Stance.GAIN_TIME, Stance.PROBE, Stance.SENT_OUT)

    @property
    def meets_director(self) -> bool:
        """Whether the director may be asked (R36: on a consult, or when sent out to ask)."""
        return self in (Stance.CONSULT, Stance.SENT_OUT)


class Tab(StrEnum):
    """A page of a break: what it is for, the concession sheet, notes and the guess."""

    MAIN = "main"
    PLAN = "plan"
    NOTES = "notes"


@record(frozen=True, slots=True)
class InsiderCard:
    """A card drawn from inside; `fresh`: in this break. `topic` may be empty."""

    topic: str
    text: str
    fresh: bool


@record(frozen=True, slots=True)
class BreakPage:
    """Everything said of a break. Empty strings: nothing to say.

    `brings`: what it can yield, a sentence each, `risks`: what it may cost besides time;
    `time`: what it costs or how long it lasts;
    `left`: breaks left; `lapsed`: agreements that fell with it; `news`: outside news that
    came in it, `moved`: what it did to one's own limits; `awaited`: news still to come.
    """

    stance: Stance
    title: str
    told: str
    brings: tuple[str, ...]
    risks: tuple[str, ...]
    time: str
    left: str
    lapsed: str
    news: tuple[str, ...]
    moved: str
    awaited: str
    cards: tuple[InsiderCard, ...]


def stance_of(recess: Recess, side: Side) -> Stance:
    """Where `side` stands in a running break."""
    if recess.purpose is Purpose.PRESS:
        return Stance.PRESSING if recess.by is side else Stance.SENT_OUT
    mine = recess.by is side
    return Stance(recess.purpose.value if mine else f"they_{recess.purpose.value}")


def break_page(
    view: SeatView, heard: tuple[SeatEvent, ...], lang: str, *, elapsed_ms: int
) -> BreakPage:
    """The page of the running break; ValueError when there is none.

    `heard` is the side's whole stream so far; `elapsed_ms` is where the clock stands now.
    """
    recess = view.common.recess
    if recess is None:
        raise ValueError("no break is running")
    text = catalogue("away", lang)
    words = lexicon_of_view(view, lang)
    stance = stance_of(recess, view.brief.side)
    since = _since_break(heard)
    places = [each.news for each in since if isinstance(each, e.NewsArrived)]
    waited = tuple(news.text.in_(lang) for news in view.common.news if news.place in places)
    return BreakPage(
        stance=stance,
        title=text.text(f"title.{stance.value}"),
        told=text.text(f"told.{stance.value}", they=words.who(view.brief.side.other, starts=True)),
        brings=_all_under(text, f"brings.{stance.value}"),
        risks=_all_under(text, f"risks.{stance.value}"),
        time=_time(view, recess, text, elapsed_ms),
        left=_left(view, text),
        lapsed=_lapsed(since, view, lang),
        news=waited,
        moved=_moved(view, lang) if waited else "",
        awaited=_awaited(view, text),
        cards=_cards(view, since, lang),
    )


def executives(view: SeatView, lang: str) -> Choice:
    """Bringing the executives in; its hint says what that does (R38)."""
    text = catalogue("away", lang)
    return choice_of(
        view,
        lang,
        id="executives",
        label=text.text("executives.button"),
        move=m.CallExecutives(),
        hint=text.text("executives.what"),
    )


def executives_in(view: SeatView) -> bool:
    """Whether one's own executives have been brought in."""
    return view.common.positions[view.brief.side].executives


def is_alone(view: SeatView) -> bool:
    """Whether one seat wears every hat of the side: then the decision-maker is a voice (R9)."""
    return len(_own_seats(view)) == 1


def decision_maker(view: SeatView) -> str:
    """The name of the own seat that decides; the view's seat itself when it wears the hat."""
    for seat in _own_seats(view):
        if seat.has(Role.DECISION_MAKER):
            return seat.name
    return view.seat


def _all_under(text: Catalogue, table: str) -> tuple[str, ...]:
    return tuple(text.text(f"{table}.{key}") for key in text.under(table))


def _own_seats(view: SeatView) -> list[Seat]:
    return [seat for seat in view.common.setup.seats if seat.side is view.brief.side]


def _since_break(heard: tuple[SeatEvent, ...]) -> list[e.Event]:
    """The events from the last leaving on, oldest first."""
    out: list[e.Event] = []
    for each in reversed(heard):
        out.append(each.event)
        if isinstance(each.event, e.BreakTaken):
            break
    return out[::-1]


def _time(view: SeatView, recess: Recess, text: Catalogue, elapsed_ms: int) -> str:
    """Under the wall clock a break runs out; table time has been counted when one left (R16)."""
    setup = view.common.setup
    if setup.clock is ClockKind.WALL:
        return text.text("time.wall", left=clock_text(recess.ends_ms - elapsed_ms))
    if setup.clock is ClockKind.NONE or not setup.break_ms:
        return text.text("time.none")
    key = "time.table" if recess.out is view.brief.side else "time.table_wait"
    return text.text(key, cost=seconds_text(setup.break_ms, text.lang))


def _left(view: SeatView, text: Catalogue) -> str:
    taken = view.common.positions[view.brief.side].breaks
    return text.text("left.breaks", left=BREAKS_A_SIDE - len(taken), most=BREAKS_A_SIDE)


def _lapsed(since: list[e.Event], view: SeatView, lang: str) -> str:
    words = lexicon_of_view(view, lang)
    deals: list[str] = []
    for event in since:
        if isinstance(event, e.AgreementLapsed):
            deals += [words.deal(deal.terms, deal.benefits) for deal in event.drafts]
            if event.numbers:
                deals.append(lines_text(words, event.numbers))
    return capital(joined(deals, lang))


def _moved(view: SeatView, lang: str) -> str:
    """Own limits that news has moved, whenever it came: they bind from now on (R8's news)."""
    limit = mark_names(view.brief.side, lang)["floor"]
    moved = [
        point_text(issue, floor, lang)
        for issue, mark, floor in zip(
            view.brief.issues, view.brief.marks, view.own.floors, strict=True
        )
        if floor != mark.floor
    ]
    if not moved:
        return ""
    return catalogue("away", lang).text("news.moved", limit=limit, values=joined(moved, lang))


def _awaited(view: SeatView, text: Catalogue) -> str:
    """The next announced news that has not come."""
    due = awaited_news_ms(view)
    if due is None:
        return ""
    left = time_left_ms(view, due)
    if left == 0:
        return ""  # it would come after the last second
    key = "news.awaited_into" if left is None else "news.awaited"
    return text.text(key, at=clock_text(due if left is None else left))


def _cards(view: SeatView, since: list[e.Event], lang: str) -> tuple[InsiderCard, ...]:
    """All cards drawn so far, the newest first; whether one is stale nobody says (R36)."""
    text = catalogue("away", lang)
    fresh = {event.card for event in since if isinstance(event, e.CardDrawn)}
    cards = [
        InsiderCard(
            topic=text.text(f"topic.{card.topic}") if card.topic in TOPICS else "",
            text=card.text.in_(lang),
            fresh=place in fresh,
        )
        for place, card in enumerate(view.own.cards)
    ]
    return tuple(reversed(cards))
