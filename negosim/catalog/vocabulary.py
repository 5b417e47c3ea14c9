"""The words a scenario file may use where it chooses from a list that is not one of
the engine's enums. Nothing here has behaviour.
"""

from __future__ import annotations

PERSONAS = (
    "analytic-steady",
    "analytic-loss",
    "analytic-far",
    "driving-loss",
    "driving-steady",
    "driving-self",
    "expressive-far",
    "expressive-loss",
    "expressive-self",
    "amiable-steady",
    "amiable-loss",
    "amiable-far",
)
"""The library of client characters. Source: personas.md."""

DEFAULT_PERSONA = "analytic-steady"

STYLES = ("analytic", "driving", "expressive", "amiable")
"""Source: exercise.md B6, spelt as in the persona ids."""

SITUATIONS = ("far", "loss", "steady", "self")
"""Far-sighted, at a loss, steady, self-satisfied. Source: exercise.md B6."""

HARDNESSES = ("soft", "firm", "hard")
RELATIONS = ("A", "B", "C")

SAID_MOVES = (
    "ask",
    "answer",
    "offer",
    "accept",
    "not_yet",
    "argue",
    "tell",
    "goodwill",
    "prefer",
    "withdraw",
    "propose",
    "confirm",
    "refuse",
    "strike",
    "reopen",
    "claim_pen",
    "draw",
    "sign",
    "tear",
    "leave",
    "call_executives",
    "return",
)
"""Moves of the other side that a beat may wait for: those made in public."""

SAID_ALIASES = {"hold": "not_yet"}
"""`then: hold` is the file's own word for not yet, so `said: hold` is read too."""

TALK_COSTS = (
    "question",
    "answer",
    "offer",
    "concession",
    "argument",
    "tell",
    "second",
    "goodwill",
    "not_yet",
    "accept",
    "record",
    "confirm",
    "leave",
    "sheet",
)
"""What has a cost in table time; the fields of `engine.scenario.Costs`."""

SCRIPTED_WORDS = ("accept", "hold", "goodwill")
"""What a beat may do in one word; the rest takes a value (`format_client`)."""
