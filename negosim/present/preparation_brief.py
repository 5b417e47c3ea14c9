"""What a side reads before the talks: the story, its secret, who sits where, what is known.

Made of the seat's brief and the common set-up alone. Source: exercise.md R2, R9, R43.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.issue import no_terms
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view, name_of
from negosim.language.values import joined, seconds_text
from negosim.present.preparation_hats import Hat, Hats, hats_of


class FactKind(StrEnum):
    """What a fact of the brief is about."""

    CLOCK = "clock"
    WALK_AWAY = "walk_away"
    BENEFITS = "benefits"
    NEWS = "news"
    INSIDERS = "insiders"
    RIVALS = "rivals"


@record(frozen=True, slots=True)
class Fact:
    """Something to know, as a heading with one or more lines."""

    kind: FactKind
    title: str
    lines: tuple[str, ...]


@record(frozen=True, slots=True)
class BriefPage:
    """Paragraphs of the story and of the secret (empty where there is none), and the facts."""

    title: str
    seat: str
    story: tuple[str, ...]
    secret: tuple[str, ...]
    facts: tuple[Fact, ...]


@record(frozen=True, slots=True)
class Person:
    """Somebody at the table. `duties` in words; `note`: what to mind about them; `ours`."""

    name: str
    duties: str
    note: str
    ours: bool


@record(frozen=True, slots=True)
class People:
    """Both sides as far as this one knows them, with what each side is called.

    `ours` hold the seats; `behind` are the scenario's people on our side, who are not
    played. `alone`: one person plays the side and wears every hat.
    """

    us: str
    them: str
    ours: tuple[Person, ...]
    behind: tuple[Person, ...]
    theirs: tuple[Person, ...]
    alone: bool


def brief_page(view: SeatView, lang: str) -> BriefPage:
    """All that is to be read before the talks."""
    words = view.brief.words
    return BriefPage(
        title=words.title.in_(lang),
        seat=seat_line(view, lang),
        story=_paragraphs(words.everyone.in_(lang)),
        secret=_paragraphs(words.secret.in_(lang)),
        facts=tuple(fact for fact in _facts(view, lang) if fact.lines),
    )


def seat_line(view: SeatView, lang: str) -> str:
    """Which side one is: `You are the vendor, Linkway Systems.`"""
    words = catalogue("preparation", lang)
    side = view.brief.side
    role, name = words.text(f"side.{side.word}"), _party(view, side, lang)
    if not name or name.casefold() == role.casefold():
        return words.text("brief.you_plain", side=role)
    return words.text("brief.you", side=role, name=name)


def people(view: SeatView, lang: str, hats: Hats = ()) -> People:
    """Who sits on both sides; `hats` as they are being dealt, else as the match has them."""
    side = view.brief.side
    ours = hats or hats_of(view.common.setup.seats, side, len(view.brief.issues))
    alone = len(ours) == 1
    words, lexicon = catalogue("preparation", lang), lexicon_of_view(view, lang)
    shown = [
        Person(
            name=words.text("people.you") if alone and hat.seat == side.word else hat.seat,
            duties=words.text("people.every_hat") if alone else _duties(hat, lexicon),
            note="",
            ours=True,
        )
        for hat in ours
    ]
    behind = []
    for member in view.brief.team:
        vetoed = lexicon.terms(member.veto, last="or")
        silent = member.veto == no_terms(len(member.veto))
        behind.append(
            Person(
                name=member.name.in_(lang),
                duties=words.text(f"memberrole.{member.role.value}"),
                note="" if silent else words.text("people.veto", terms=vetoed),
                ours=True,
            )
        )
    theirs = tuple(
        Person(each.name.in_(lang), words.text(f"memberrole.{each.role}"), "", ours=False)
        for each in view.brief.opposite
    )
    them = _party(view, side.other, lang) or words.text(f"side.{side.other.word}")
    return People(
        us=_party(view, side, lang) or words.text(f"side.{side.word}"),
        them=them,
        ours=tuple(shown),
        behind=tuple(behind),
        theirs=theirs or (Person(them, words.text(f"people.their_{side.other.word}"), "", False),),
        alone=alone,
    )


def _party(view: SeatView, side: Side, lang: str) -> str:
    return view.brief.words.parties[side].in_(lang)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _facts(view: SeatView, lang: str) -> tuple[Fact, ...]:
    words = catalogue("preparation", lang)
    lexicon = lexicon_of_view(view, lang)
    brief = view.brief

    def fact(kind: FactKind, *lines: str) -> Fact:
        return Fact(kind, words.text(f"fact.{kind.value}"), lines)

    return (
        fact(FactKind.CLOCK, _clock(view, words, lang)),
        fact(
            FactKind.WALK_AWAY,
            words.text(
                "brief.walk_away" if brief.walk_away else "brief.walk_away_none",
                points=brief.walk_away,
            ),
        ),
        fact(
            FactKind.RIVALS,
            *(
                words.text(
                    "brief.rival", name=rival.name.in_(lang), terms=lexicon.terms(rival.terms)
                )
                for rival in brief.rivals
            ),
        ),
        fact(
            FactKind.NEWS,
            *(
                words.text("brief.news", time=seconds_text(at_ms, lang))
                for _, at_ms in brief.announced
            ),
        ),
        fact(FactKind.BENEFITS, *_benefits(view, words, lang)),
        fact(FactKind.INSIDERS, *([words.text("brief.insiders")] if brief.cards else [])),
    )


def _clock(view: SeatView, words: Catalogue, lang: str) -> str:
    limit = view.common.setup.limit_ms
    if limit is None:
        return words.text("brief.no_clock")
    return words.text("brief.clock", time=seconds_text(limit, lang))


def _benefits(view: SeatView, words: Catalogue, lang: str) -> tuple[str, ...]:
    names = [benefit.text.in_(lang) for benefit in view.brief.benefits]
    return (words.text("brief.benefits", names=joined(names, lang)),) if names else ()


def _duties(hat: Hat, lexicon: Lexicon) -> str:
    """Hats, then the issues a member answers for."""
    words = catalogue("preparation", lexicon.lang)
    hats = joined([name_of(role, lexicon.lang) for role in hat.roles], lexicon.lang)
    if not hat.issues:
        return hats or words.text("people.no_hat")
    return words.text("people.duties", hats=hats, issues=lexicon.names(hat.issues))
