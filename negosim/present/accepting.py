"""Their standing offer as a card: what it says, what it is worth, how it may be taken.

Accepting lives on what is accepted (look.md). What it would score comes from one's own
marks alone, and nothing of that at exam level. Source: exercise.md R21, R24, R44.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import StandingOffer
from negosim.engine.concession import Paired, merged
from negosim.engine.issue import Terms, says_something
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import Reason
from negosim.engine.yardstick import points
from negosim.language import spoken
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.present.cautions import cautions
from negosim.present.choices import Choice, choice_of, silent
from negosim.present.standing import beyond_limit

MARKED = "marked"
"""The choice that takes the issues marked on their tracks together."""


@record(frozen=True, slots=True)
class OfferCard:
    """`text` is the offer as a sentence, `second` its second package (empty without one).

    `conditional`: it wants something in return, so it is taken whole. `worth` is what
    taking it scores, empty at exam; `warnings` are whole sentences.
    """

    text: str
    second: str
    conditional: bool
    worth: str
    warnings: tuple[str, ...]
    choices: tuple[Choice, ...]


def offer_card(view: SeatView, lang: str, marked: tuple[int, ...] = ()) -> OfferCard | None:
    """The card of the other side's standing offer; None while there is none.

    `marked`: the issues marked on their tracks, as for `accepting`.
    """
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None:
        return None
    words = lexicon_of_view(view, lang)
    choices = accepting(view, lang, marked)
    return OfferCard(
        text=_sentence(words, offer),
        second="" if offer.second is None else _package(words, offer.second),
        conditional=offer.conditional,
        worth=_worth(view, offer, lang),
        warnings=cautions(view, m.Accept(), lang) if not choices[0].why_not else (),
        choices=choices,
    )


def accepting(view: SeatView, lang: str, marked: tuple[int, ...] = ()) -> tuple[Choice, ...]:
    """The ways to take their standing offer, whole first; empty while there is none.

    Ids: `all`, `second`, and `issue:N` for the issues that are offered without a condition;
    last `marked`, where more than one of these is marked and not all are.
    """
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None:
        return ()
    text = catalogue("table", lang)
    words = lexicon_of_view(view, lang)
    all_of_it = choice_of(
        view,
        lang,
        id="all",
        label=text.text("accept.all" if offer.second is None else "accept.first"),
        move=m.Accept(),
        hint=_worth(view, offer, lang),
    )
    out = [all_of_it]
    if offer.second is not None:
        second = choice_of(
            view,
            lang,
            id="second",
            label=text.text("accept.second"),
            move=m.Accept(second=True),
            hint=_worth(view, offer.second, lang),
        )
        return (all_of_it, second)
    named = [number for number, tick in enumerate(offer.give) if tick is not None]
    if offer.conditional or len(named) < 2:
        return tuple(out)
    picks: list[tuple[str, tuple[int, ...]]] = [(f"issue:{n}", (n,)) for n in named]
    together = tuple(number for number in named if number in marked)
    if 1 < len(together) < len(named):
        picks.append((MARKED, together))
    out += [
        choice_of(
            view,
            lang,
            id=id,
            label=text.text("accept.named", issues=words.names(numbers)),
            move=m.Accept(numbers),
            hint=_alone(view, offer, numbers, lang),
        )
        for id, numbers in picks
    ]
    return tuple(out)


def terms_if_taken(view: SeatView, package: Paired) -> Terms:
    """All that would be agreed once a package of theirs is taken."""
    taken = merged(package.give, package.want)
    known = agreement.agreed(view.common.record, len(taken))
    return tuple(stood if tick is None else tick for tick, stood in zip(taken, known, strict=True))


def _sentence(words: Lexicon, offer: StandingOffer) -> str:
    text = spoken.package(words, offer.give, offer.want, offer.benefits)
    if offer.reason is Reason.NONE:
        return text
    because = catalogue("talk", words.lang).text(f"because.{offer.reason.value}")
    return catalogue("talk", words.lang).text("offer.because", offer=text, reason=because)


def _package(words: Lexicon, package: Paired) -> str:
    return spoken.package(words, package.give, package.want)


def _worth(view: SeatView, package: Paired, lang: str) -> str:
    """What taking a package scores; empty at exam and where a value is beyond the limit."""
    terms = terms_if_taken(view, package)
    if silent(view) or beyond_limit(view, terms):
        return ""
    known = agreement.agreed(view.common.record, len(terms))
    if agreement.is_complete(terms):
        key = "accept.worth"
    else:
        key = "accept.worth_part" if says_something(known) else "accept.worth_some"
    return catalogue("table", lang).text(key, points=points(view.brief.yardsticks, terms))


def _alone(view: SeatView, offer: StandingOffer, numbers: tuple[int, ...], lang: str) -> str:
    """What some of an offer's issues score by themselves; empty at exam and beyond the limit."""
    terms = tuple(tick if place in numbers else None for place, tick in enumerate(offer.give))
    if silent(view) or beyond_limit(view, terms):
        return ""
    return catalogue("table", lang).text(
        "accept.worth_named", points=points(view.brief.yardsticks, terms)
    )
