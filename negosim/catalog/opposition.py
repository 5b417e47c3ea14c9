"""Reads what stands opposite the player: persona, team, insiders, claims, news, beats."""

from __future__ import annotations

from negosim.catalog.agenda import Agenda, unknown
from negosim.catalog.codes import Code, Said
from negosim.catalog.reading import At
from negosim.catalog.values import shown, tick_of
from negosim.catalog.vocabulary import DEFAULT_PERSONA, SAID_ALIASES
from negosim.engine.issue import Terms
from negosim.engine.scenario import (
    Beat,
    BeatMove,
    Benefit,
    Effect,
    Insider,
    Member,
    News,
    Opposition,
    PersonaSpec,
    Pressure,
    When,
)
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ArgumentKind, MemberRole, Point, Purpose, QuestionForm

_FLAGS = ("unasked", "unreturned", "deadlock")


def read_benefits(root: At, agenda: Agenda) -> tuple[Benefit, ...]:
    """What may be wanted besides issues; an id is used once, and not by an issue."""
    out = []
    seen = set(agenda.ids())
    for at in root.field("benefits").rows():
        id_ = _own_id(at, seen, Said("issue and benefit", "议题和附加条件"))
        if id_ is not None:
            out.append(Benefit(id_, at.field("text").text()))
    return tuple(out)


def read_opposition(
    root: At, agenda: Agenda, benefits: tuple[Benefit, ...], limit_ms: int | None
) -> Opposition:
    """All of it; `limit_ms` is the length of the talks, None where that is at fault."""
    return Opposition(
        persona=_persona(root.field("persona")),
        team=_team(root.field("client_team"), agenda, benefits),
        insiders=tuple(_insider(at, agenda) for at in root.field("insiders").rows()),
        pressure=_claims(root.field("pressure"), agenda),
        news=_all_news(root.field("events"), agenda, limit_ms),
        beats=_beats(root.field("beats"), agenda, limit_ms),
    )


def _persona(at: At) -> PersonaSpec:
    word = at.word()
    if word is not None:
        return PersonaSpec(word)
    overrides: list[tuple[str, str | float]] = []
    for key, value in at.entries():
        number, trait = value.number(), value.word()
        if key != "base" and trait is not None:
            overrides.append((key, trait if number is None else float(number)))
    return PersonaSpec(at.field("base").word() or DEFAULT_PERSONA, tuple(sorted(overrides)))


def _team(at: At, agenda: Agenda, benefits: tuple[Benefit, ...]) -> tuple[Member, ...]:
    out = []
    seen: set[str] = set()
    for row in at.rows():
        id_ = _own_id(row, seen, Said("member of the team", "成员"))
        role = row.field("role").word()
        issues, wanted = _criteria(row.field("criteria"), agenda, benefits)
        veto = agenda.terms(row.field("veto"))
        if id_ is not None and role is not None:
            name = row.field("name").text()
            out.append(Member(id_, name, MemberRole(role), issues, wanted, veto))
    return tuple(out)


def _criteria(
    at: At, agenda: Agenda, benefits: tuple[Benefit, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Issues and benefits by place."""
    ids = tuple(benefit.id for benefit in benefits)
    issues, wanted = [], []
    for row in at.rows():
        word = row.word()
        if word is None:
            continue
        place = agenda.place(word)
        if place is not None:
            issues.append(place)
        elif word in ids:
            wanted.append(ids.index(word))
        else:
            row.report(Code.UNKNOWN_BENEFIT, **unknown(word, agenda.ids() + ids))
    return tuple(issues), tuple(wanted)


def _insider(at: At, agenda: Agenda) -> Insider:
    return Insider(
        at.field("topic").word() or "",
        at.field("text").text(),
        at.field("stale").flag(),
        _ranks(at.field("ranks"), agenda),
    )


def _ranks(at: At, agenda: Agenda) -> tuple[int, ...]:
    """Issues by place in the order that the card says, each once."""
    places: list[int] = []
    for row in at.rows():
        place = agenda.find(row)
        if place in places:
            row.report(Code.ISSUE_REPEATED, found=row.word() or "")
        elif place is not None:
            places.append(place)
    return tuple(places)


def _claims(at: At, agenda: Agenda) -> tuple[Pressure, ...]:
    out = []
    for row in at.rows():
        issue = agenda.find(row.field("issue"))
        point = Point(row.field("point").word() or Point.THREAT)
        if issue is not None:
            out.append(Pressure(issue, row.field("claim").text(), point, row.field("true").flag()))
    return tuple(out)


def _all_news(at: At, agenda: Agenda, limit_ms: int | None) -> tuple[News, ...]:
    out = []
    for row in at.rows():
        at_ms = _time(row.field("at"), limit_ms)
        effects = _effects(row.field("effect"), agenda)
        if at_ms is not None:
            announced = row.field("announced").flag()
            out.append(News(at_ms, announced, row.field("text").text(), effects))
    return tuple(out)


def _effects(at: At, agenda: Agenda) -> tuple[Effect, ...]:
    """By side, agenda and floor before authority, however the file orders them."""
    out = []
    for side in SIDES:
        for id_, change in at.field(side.word).entries():
            place = agenda.place(id_)
            if place is None:
                if change:
                    change.report_key(Code.UNKNOWN_ISSUE, **unknown(id_, agenda.ids()))
                continue
            issue = agenda.items[place].issue
            if change and not change.has("floor") and not change.has("authority"):
                allowed = Said("`floor` or `authority`", "`floor` 或 `authority`")
                change.report_key(Code.MISSING_KEY, allowed=allowed)
            for key in ("floor", "authority"):
                tick = None if issue is None else tick_of(issue, change.field(key))
                if tick is not None:
                    out.append(Effect(side, place, key == "floor", tick))
    return tuple(sorted(out, key=lambda made: (made.side, made.issue, not made.moves_floor)))


def _beats(at: At, agenda: Agenda, limit_ms: int | None) -> tuple[Beat, ...]:
    out = []
    for row in at.rows():
        when = _when(row.field("when"), agenda, limit_ms)
        if not row.has("say") and not row.has("then"):
            allowed = Said("`say`, `then` or both", "`say`、`then` 或两者")
            row.field("say").report_key(Code.MISSING_KEY, allowed=allowed)
        out.append(Beat(when, row.field("say").text(), _then(row.field("then"), agenda)))
    return tuple(out)


def _when(at: At, agenda: Agenda, limit_ms: int | None) -> When:
    said, asked, left = at.field("said"), at.field("asked").word(), at.field("left").word()
    when = When(
        at_ms=_time(at.field("at"), limit_ms),
        turn=at.field("turn").whole(),
        conceded=agenda.find(at.field("conceded")),
        unasked=at.field("unasked").flag(),
        unreturned=at.field("unreturned").flag(),
        asked=None if asked is None else QuestionForm(asked),
        said=SAID_ALIASES.get(said.word() or "", said.word()),
        deadlock=at.field("deadlock").flag(),
        left=None if left is None else Purpose(left),
        offer_within=at.field("offer_within").whole(),
    )
    for key in _FLAGS:
        if at.field(key) and not at.field(key).flag():
            at.field(key).report(Code.NO_EFFECT)
    if at and when == When() and not any(at.has(key) for key in _CONDITIONS):
        at.report(Code.COUNT, found="0", allowed=Said("one condition or more", "一个或更多条件"))
    return when


_CONDITIONS = ("at", "turn", "conceded", "asked", "said", "left", "offer_within")


def _then(at: At, agenda: Agenda) -> BeatMove:
    word = at.word()
    if word is not None:
        return BeatMove(accept=word == "accept", hold=word == "hold", goodwill=word == "goodwill")
    offer, argue, leave = at.field("offer"), at.field("argue").word(), at.field("leave").word()
    return BeatMove(
        offer=_offer(offer, agenda) if offer else None,
        argue=None if argue is None else ArgumentKind(argue),
        leave=None if leave is None else Purpose(leave),
    )


def _offer(at: At, agenda: Agenda) -> Terms:
    """A scripted offer; one beyond the client's floor is only played after news moved it."""
    terms = agenda.terms(at)
    for item, tick in zip(agenda.items, terms, strict=True):
        floor = item.floors[Side.CLIENT]
        if item.issue is None or tick is None or floor is None:
            continue
        if (tick - floor) * item.issue.toward_vendor > 0:
            at.field(item.id).report(
                Code.OFFER_BEYOND_FLOOR,
                found=shown(item.issue, tick),
                allowed=shown(item.issue, floor),
            )
    return terms


def _time(at: At, limit_ms: int | None) -> int | None:
    """Elapsed ms, None after noting a time when the talks are over."""
    at_ms = at.time_ms()
    if at_ms is not None and limit_ms is not None and at_ms > limit_ms:
        at.report(Code.EVENT_TOO_LATE, found=clock_text(at_ms), allowed=clock_text(limit_ms))
        return None
    return at_ms


def clock_text(at_ms: int) -> str:
    """`12:00`; parts of a second are cut off."""
    return f"{at_ms // 60_000}:{at_ms // 1000 % 60:02d}"


def _own_id(at: At, seen: set[str], kind: Said) -> str | None:
    """The id of something, noted where another has it already."""
    field = at.field("id")
    id_ = field.word()
    if id_ is not None and id_ in seen:
        field.report(Code.NAME_REPEATED, found=id_, allowed=kind)
    elif id_ is not None:
        seen.add(id_)
    return id_
