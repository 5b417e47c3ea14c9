"""What anybody at the table can see of a person by the eighth turn, whatever is said.

How much a person gives and in which rhythm stands in `Bargaining`; here is what else its
moves have of their own: what the first offer names, what a why brings, how a *not yet* is
taken, what comes before the pen, and one habit that shows by the third turn. `bearing`
does it. Source: personas.md, "Six things are observable by turn 8".
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from negosim.engine.record import record
from negosim.engine.words import ArgumentKind, QuestionForm


class Candour(StrEnum):
    """What a causal question brings.

    `usual`: the interest as often as the person is honest; `always`; `more`: always, and a
    tell at the next hold; `paid`: nothing until the asker has moved.
    """

    USUAL = "usual"
    ALWAYS = "always"
    MORE = "more"
    PAID = "paid"


class Retort(StrEnum):
    """What a *not yet* brings where the person has nothing to give.

    `holds`; `which`: asks why of the dearest open point; `what`: asks what they expect;
    `turns`: lays its whole package out again; `kind`: a word of goodwill.
    """

    HOLDS = "holds"
    WHICH = "which"
    WHAT = "what"
    TURNS = "turns"
    KIND = "kind"


class Parting(StrEnum):
    """What comes around the acceptance that completes the contract, its own or the other's.

    `at_once`: nothing; `summary`: a summarising question; `want`: before its own, its terms
    once more; `goodwill`.
    """

    AT_ONCE = "at_once"
    SUMMARY = "summary"
    WANT = "want"
    GOODWILL = "goodwill"


class Opener(StrEnum):
    """What comes before the first offer: `none`, a `deadline`, a `tell`, `goodwill`."""

    NONE = "none"
    DEADLINE = "deadline"
    TELL = "tell"
    GOODWILL = "goodwill"


class Grain(StrEnum):
    """Which values a person says: `usual`: a level's edge, else one that is round for the size
    of the step, `coarse`: a rounder one; `exact`: what it reckons, `odd`: the same, never even."""

    USUAL = "usual"
    EXACT = "exact"
    ODD = "odd"
    COARSE = "coarse"


@record(frozen=True, slots=True)
class Manners:
    """A person's fixed value on each thing that shows.

    `names` is the number of issues of the first offer, 0 for one more than its span.
    `asks`: the question brought to the second turn; `argues`: what is said at holds, in this
    order, each once, `loud` without fail. `agenda`: gives and asks in the file's order of
    issues. `bundles`: gives on two issues or none. `shies`: says not yet to whoever presses.
    `sated`: gives nothing the turn after praise has been paid for. `lays_out`: how often it
    words a concession as a choice of two packages. `sends_out`: makes the others go and ask,
    once, when the talks are stuck. `brings_executives`: once, out of a deadlock.
    """

    names: int = 0
    why: Candour = Candour.USUAL
    not_yet: Retort = Retort.HOLDS
    parting: Parting = Parting.AT_ONCE
    opener: Opener = Opener.NONE
    asks: QuestionForm | None = None
    argues: tuple[ArgumentKind, ...] = (ArgumentKind.RIVAL, ArgumentKind.NEED)
    loud: bool = False
    grain: Grain = Grain.USUAL
    agenda: bool = False
    bundles: bool = False
    shies: bool = False
    sated: bool = False
    lays_out: int = 0
    sends_out: bool = False
    brings_executives: bool = False


EVERYTHING = 8
"""All issues that a scenario can have (R1)."""
_RIVAL, _NEED = ArgumentKind.RIVAL, ArgumentKind.NEED

MANNERS: Mapping[str, Manners] = MappingProxyType(
    {
        # Lin asks what the figure is made of, and never says an even one.
        "analytic-steady": Manners(
            names=EVERYTHING,
            why=Candour.ALWAYS,
            not_yet=Retort.WHICH,
            parting=Parting.SUMMARY,
            asks=QuestionForm.CAUSAL,
            argues=(_RIVAL,),
            grain=Grain.ODD,
        ),
        # Gao has an early say on what comes first, and gives nothing before it.
        "analytic-loss": Manners(
            names=EVERYTHING,
            why=Candour.ALWAYS,
            not_yet=Retort.WHICH,
            parting=Parting.SUMMARY,
            asks=QuestionForm.EXCLUSION,
            argues=(_NEED,),
            grain=Grain.EXACT,
        ),
        # Dr Shen wants all figures of theirs before the second of his own.
        "analytic-far": Manners(
            names=EVERYTHING,
            why=Candour.ALWAYS,
            not_yet=Retort.WHICH,
            parting=Parting.SUMMARY,
            asks=QuestionForm.EXPECTATION,
            argues=(),
            grain=Grain.EXACT,
            lays_out=1,
        ),
        # Zhao sets a deadline before he says a figure.
        "driving-loss": Manners(
            names=EVERYTHING,
            opener=Opener.DEADLINE,
            argues=(_RIVAL,),
            loud=True,
            grain=Grain.COARSE,
        ),
        # Qian takes one item after another.
        "driving-steady": Manners(
            names=1,
            why=Candour.PAID,
            not_yet=Retort.WHAT,
            argues=(_RIVAL,),
            loud=True,
            grain=Grain.COARSE,
            agenda=True,
        ),
        # Wu names rivals at the first chance.
        "driving-self": Manners(
            names=3,
            why=Candour.PAID,
            argues=(_RIVAL, _NEED),
            loud=True,
            grain=Grain.COARSE,
        ),
        # Luo leaps between issues and gives on two at a time or not at all.
        "expressive-far": Manners(
            names=EVERYTHING,
            why=Candour.MORE,
            not_yet=Retort.TURNS,
            parting=Parting.WANT,
            asks=QuestionForm.OPEN,
            argues=(_NEED,),
            bundles=True,
            lays_out=2,
        ),
        # He tells all before anybody has asked.
        "expressive-loss": Manners(
            names=EVERYTHING,
            why=Candour.MORE,
            not_yet=Retort.TURNS,
            parting=Parting.WANT,
            opener=Opener.TELL,
            argues=(_NEED,),
            brings_executives=True,
        ),
        # Ma lets the others tell what brings them to him; praise is paid for once.
        "expressive-self": Manners(
            names=2,
            why=Candour.PAID,
            not_yet=Retort.TURNS,
            parting=Parting.WANT,
            asks=QuestionForm.OPEN,
            argues=(_RIVAL,),
            sated=True,
            sends_out=True,
        ),
        # Sun pours tea first.
        "amiable-steady": Manners(
            names=2,
            why=Candour.USUAL,
            not_yet=Retort.KIND,
            parting=Parting.GOODWILL,
            opener=Opener.GOODWILL,
            argues=(),
        ),
        # Tang does not dare yet, and steps back when pressed.
        "amiable-loss": Manners(
            names=1,
            why=Candour.USUAL,
            not_yet=Retort.KIND,
            parting=Parting.GOODWILL,
            argues=(_NEED,),
            shies=True,
            brings_executives=True,
        ),
        # Ms Bai asks what all this is for, and says it of herself.
        "amiable-far": Manners(
            names=EVERYTHING,
            why=Candour.MORE,
            not_yet=Retort.KIND,
            parting=Parting.GOODWILL,
            asks=QuestionForm.CAUSAL,
            argues=(),
        ),
    }
)
"""By persona."""
