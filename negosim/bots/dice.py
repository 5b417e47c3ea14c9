"""Chance for bots: a generator that is cheap to seed anew for every decision.

A bot draws from a stream of its own for each decision, named by its seed and the event
it answers, so that what is drawn depends on what has happened and not on how often a
bot was asked. SplitMix64 takes any seed at once, where the library's own generator
needs 7 microseconds to fill its state.
Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
"""

from __future__ import annotations

from random import Random

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
_TO_UNIT = 2.0**-53


class Dice(Random):
    """`random.Random` in all but its source; the methods built on `random()` come with it."""

    _state: int

    def seed(self, a: object = None, version: int = 2) -> None:
        """A whole number, of which the lowest 64 bits count; anything else is 0."""
        self._state = a & _MASK if isinstance(a, int) else 0

    def random(self) -> float:
        """A float in [0, 1) with 53 bits."""
        self._state = mixed = (self._state + _STEP) & _MASK
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return ((mixed ^ (mixed >> 31)) >> 11) * _TO_UNIT
