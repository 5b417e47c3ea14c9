"""The one way the engine declares its values: immutable records, and changed copies.

To the type checker a record is a frozen, slotted dataclass and `but` is
`dataclasses.replace`, so an assignment to a field or a misspelt change anywhere
in the project is an error of the build. At run time only the slots remain: a
frozen `__init__` costs four times as much (0.83 against 0.22 µs for five fields)
and `replace` ten times a plain call, and the engine makes a dozen records a move.
Nothing may mutate one; `tests/properties` plays matches and compares earlier
states afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import replace as but
else:
    from dataclasses import dataclass, fields

    _COPIERS: dict[type, Any] = {}

    def record(*, frozen: bool = False, slots: bool = False, **options: Any):
        """A dataclass with value equality, a hash over its fields, and slots."""
        return dataclass(slots=slots, unsafe_hash=frozen, **options)

    def but(value, /, **changes):
        """A copy of a record with some fields changed; TypeError for a field it lacks."""
        copier = _COPIERS.get(type(value))
        if copier is None:
            copier = _COPIERS[type(value)] = _copier(type(value))
        return copier(value, **changes)

    def _copier(kind):
        # One function a type, written once: keyword defaults are the "unchanged"
        # mark, so a copy costs one call and one constructor.
        names = [field.name for field in fields(kind)]
        keywords = ", ".join(f"{name}=_KEEP" for name in names)
        values = ", ".join(f"v.{name} if {name} is _KEEP else {name}" for name in names)
        scope = {"_KEEP": object(), "_KIND": kind}
        exec(f"def copier(v, {keywords}):\n    return _KIND({values})", scope)
        return scope["copier"]


__all__ = ["but", "record"]
