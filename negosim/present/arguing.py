"""Arguments: answering their claims, why us, pressing.

Each is a group of choices about the issue marked first, or about none in particular; the
last word is in `last_word`, the other replies in `replying`. Source: exercise.md R34.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ArgumentKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view, name_of
from negosim.language.typography import capital
from negosim.present.choices import Choice, Group, advised, choice_of

_CLAIMED = (ArgumentKind.PROTECT, ArgumentKind.SOFTEN, ArgumentKind.SHOW)
_WHY_US = (ArgumentKind.LOW_PRICE, ArgumentKind.TOTAL_COST, ArgumentKind.ADDED_VALUE)
_PRESSING = (ArgumentKind.RIVAL, ArgumentKind.DEADLINE, ArgumentKind.NEED)


def to_claims(
    view: SeatView, marked: tuple[int, ...], lang: str, heard: Sequence[SeatEvent]
) -> tuple[Group, ...]:
    """Protect, soften, show: to each claim they have pressed with, or on what is marked.

    Ids: `claim` with a choice a kind; once there are claims `claim:N` with `kind:N` each.
    """
    claims = () if view.brief.side is Side.CLIENT else view.common.claims
    if not claims:
        return (_arguments(view, marked, lang, "claim", _CLAIMED),)
    about = _pressed_on(heard)
    text = catalogue("table", lang)
    out = []
    for claim in claims:
        issue = about.get(claim.place, _first(marked))
        choices = tuple(
            _argument(
                view,
                lang,
                m.Argue(kind, issue, claim=claim.place),
                id=f"{kind.value}:{claim.place}",
            )
            for kind in _CLAIMED
        )
        title = text.text("reply.group.to", claim=claim.text.in_(lang))
        out.append(Group(f"claim:{claim.place}", title, choices))
    return tuple(out)


def why_us(view: SeatView, marked: tuple[int, ...], lang: str) -> Group:
    """A price or a position justified three ways; ids are the kinds'."""
    return _arguments(view, marked, lang, "why_us", _WHY_US)


def pressing(view: SeatView, marked: tuple[int, ...], lang: str) -> Group:
    """Pressure; the client's own claims stand ready-made as `own:N`. Source: exercise.md R34."""
    words = lexicon_of_view(view, lang)
    text = catalogue("table", lang)
    own = tuple(
        _argument(
            view,
            lang,
            m.Argue(ArgumentKind.RIVAL, pressure.issue, claim=place),
            id=f"own:{place}",
            label=text.text(
                "reply.own_claim",
                issue=words.issue(pressure.issue, starts=True),
                claim=pressure.claim.in_(lang),
            ),
        )
        for place, pressure in enumerate(view.brief.pressure)
    )
    plain = _arguments(view, marked, lang, "press", _PRESSING)
    return Group(plain.id, plain.title, own + plain.choices)


def _arguments(
    view: SeatView,
    marked: tuple[int, ...],
    lang: str,
    group: str,
    kinds: tuple[ArgumentKind, ...],
) -> Group:
    """A choice a kind, about the issue marked first or about none in particular."""
    choices = tuple(_argument(view, lang, m.Argue(kind, _first(marked))) for kind in kinds)
    return Group(group, catalogue("table", lang).text(f"reply.group.{group}"), choices)


def _argument(view: SeatView, lang: str, move: m.Argue, *, id: str = "", label: str = "") -> Choice:
    """An argument by its kind's name, with what it is for while hints are given."""
    kind = move.kind
    hint = ""
    if advised(view):
        key = "press" if kind in _PRESSING else "why_us" if kind in _WHY_US else kind.value
        hint = catalogue("table", lang).text(f"reply.hint.{key}")
    return choice_of(
        view,
        lang,
        id=id or kind.value,
        label=label or capital(name_of(kind, lang)),
        move=move,
        hint=hint,
    )


def _first(marked: tuple[int, ...]) -> int | None:
    return marked[0] if marked else None


def _pressed_on(heard: Sequence[SeatEvent]) -> dict[int, int]:
    """The issue that each rival claim was pressed on, as far as one was named."""
    return {
        each.event.claim: each.event.issue
        for each in heard
        if isinstance(each.event, e.Argued)
        and each.event.kind is ArgumentKind.RIVAL
        and each.event.claim is not None
        and each.event.issue is not None
    }
