"""A NegMAS negotiator as a bargainer: it sits in a real SAO mechanism, one round a turn.

The other side of that mechanism is fed the packages that lie on our table. Time in it
is the time of the talks. An acceptance does not end it: it ends when papers are signed.
"""

from __future__ import annotations

import random
from typing import Any

from negosim.engine.errors import NegosimError
from negosim.interchange.bargainer import Engage, Outcome, Reply
from negosim.interchange.domain import space_of, utility_of
from negosim.interchange.profile import Profile

ALMOST = 1 - 1e-9
"""Of its time is as late as a mechanism is told: at the limit it ends and says nothing more."""


class UnknownNegotiator(NegosimError):
    """NegMAS has no SAO negotiator of that name that can be made without arguments."""


def engaging(name: str, seed: int) -> Engage:
    """What makes the bargainer of a seat; the same seed draws the same chances.

    `name`: a class of `negmas.sao`, or any other by its full dotted path. Raises
    `UnknownNegotiator`, and ModuleNotFoundError where NegMAS is not installed.
    """
    kind = _found(name)

    def engage(profile: Profile, limit_s: float) -> SaoBargainer:
        # NegMAS draws from both of the process's own generators.
        import numpy

        random.seed(seed)
        numpy.random.seed(seed % 2**32)
        return SaoBargainer(kind, profile, limit_s)

    return engage


class SaoBargainer:
    """A `Bargainer`. `kind` is a class of NegMAS's SAO negotiators."""

    def __init__(self, kind: type[Any], profile: Profile, limit_s: float) -> None:
        from negmas.sao import SAOMechanism, SAONegotiator

        class TalksTime(SAOMechanism):  # type: ignore[misc]
            """A mechanism whose clock is set from outside."""

            at_s = 0.0

            @property
            def time(self) -> float:
                return self.at_s

            @property
            def remaining_time(self) -> float:
                return limit_s - self.at_s

        class Opposite(SAONegotiator):  # type: ignore[misc]
            """Never asked: each of its actions is handed to the mechanism."""

            def propose(self, state: Any, dest: str | None = None) -> None:
                return None

        self._profile, self._limit_s = profile, limit_s
        self._mechanism = TalksTime(
            outcome_space=space_of(profile.name, profile.scales),
            time_limit=limit_s,
            one_offer_per_step=True,
            extra_callbacks=True,
            # Either side may have nothing to offer for a turn.
            end_on_no_response=False,
            # Without it each reply is waited for in a thread, against the wall's clock.
            sync_calls=True,
        )
        self._opposite = Opposite(name="opposite")
        self._own = type(kind.__name__, (_Heard, kind), {})(name=profile.name)
        self._mechanism.add(self._opposite)
        self._mechanism.add(
            self._own, ufun=utility_of(profile, outcome_space=self._mechanism.outcome_space)
        )

    def counter(self, theirs: Outcome | None, at_s: float) -> Reply:
        """One round of the mechanism."""
        from negmas.sao import ResponseType, SAOResponse

        laid = None if theirs is None else self._values(theirs)
        said = SAOResponse(ResponseType.REJECT_OFFER, laid)
        self._mechanism.at_s = min(at_s, self._limit_s * ALMOST)
        self._own.heard = None
        self._mechanism.step({self._opposite.id: said})
        self._mechanism.step()
        reply = self._own.heard
        if reply is None:
            return Reply()
        return Reply(
            accepts=reply.response is ResponseType.ACCEPT_OFFER,
            leaves=reply.response in (ResponseType.END_NEGOTIATION, ResponseType.LEAVE),
            proposal=self._ticks(reply.outcome),
        )

    def _values(self, outcome: Outcome) -> tuple[Any, ...]:
        return tuple(
            scale.values[scale.ticks.index(tick)]
            for scale, tick in zip(self._profile.scales, outcome, strict=True)
        )

    def _ticks(self, values: tuple[Any, ...] | None) -> Outcome | None:
        """The ticks of an outcome; None without one, or where it names what is no value."""
        try:
            return tuple(
                scale.ticks[scale.values.index(value)]
                for scale, value in zip(self._profile.scales, values or (), strict=True)
            )
        except ValueError:
            return None


class _Heard:
    """Mixed into a negotiator's class: keeps each reply, and offers what it accepts.

    With an acceptance the mechanism would be over, and the table's talks are not yet.
    """

    heard: Any = None

    def __call__(self, state: Any, *arguments: Any, **named: Any) -> Any:
        from negmas.sao import ResponseType, SAOResponse

        # The next class is the negotiator's own, which a checker cannot know here.
        self.heard = super().__call__(state, *arguments, **named)  # type: ignore[misc]
        if self.heard.response is ResponseType.ACCEPT_OFFER:
            return SAOResponse(ResponseType.REJECT_OFFER, state.current_offer)
        return self.heard


def _found(name: str) -> type[Any]:
    from negmas import sao
    from negmas.gb import GBNegotiator
    from negmas.helpers import get_class

    path = name if "." in name else f"{sao.__name__}.{name}"
    try:
        kind: type[Any] = get_class(path)
    except (AttributeError, ImportError, ValueError) as error:
        raise UnknownNegotiator(name) from error
    if not (isinstance(kind, type) and issubclass(kind, GBNegotiator)):
        raise UnknownNegotiator(name)
    return kind
