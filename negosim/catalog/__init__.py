"""Scenario files: find, read, check and build them.

What most callers need is named here; writing back is `canonical`, and `template` and
`schema` are modules of their own, so that `negosim check` does not import them.
"""

from negosim.catalog.codes import Code, Severity
from negosim.catalog.deal import dealt
from negosim.catalog.door import (
    Opened,
    check,
    from_mapping,
    load,
    open_bytes,
    open_scenario,
)
from negosim.catalog.problems import Problem, ScenarioError
from negosim.catalog.shelf import shipped
from negosim.catalog.vocabulary import PERSONAS

__all__ = [
    "PERSONAS",
    "Code",
    "Opened",
    "Problem",
    "ScenarioError",
    "Severity",
    "check",
    "dealt",
    "from_mapping",
    "load",
    "open_bytes",
    "open_scenario",
    "shipped",
]
