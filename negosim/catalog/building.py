"""From nodes to a scenario: runs the shape check, the readers, and assembles.

Nothing half read leaves here: with one error there is no scenario.
"""

from __future__ import annotations

from negosim.catalog.agenda import Agenda, read_agenda
from negosim.catalog.codes import Code
from negosim.catalog.deal import has_gain
from negosim.catalog.format1 import FORMAT
from negosim.catalog.house import (
    read_authority,
    read_house,
    read_payment,
    read_walk_away,
    talks_ms,
)
from negosim.catalog.opposition import read_benefits, read_opposition
from negosim.catalog.problems import Findings, Spot
from negosim.catalog.reading import At, start
from negosim.catalog.story import check_floors_untold, check_languages, read_story
from negosim.catalog.structure import Structure
from negosim.catalog.tree import Kind, Mapping, Scalar
from negosim.engine.scenario import Rival, Scenario, assemble
from negosim.engine.sides import BySide
from negosim.engine.words import Orders
from negosim.engine.yardstick import Marks


def build(root: Mapping, findings: Findings) -> Scenario | None:
    """The scenario of a file, or None; every fault there is has been noted."""
    if _is_other_format(root, findings):
        return None
    structure = Structure(findings)
    structure.check(root, FORMAT, "", Spot(root.line, root.column))
    check_languages(structure.texts, findings)
    at = start(root, findings, structure.bad)
    agenda = read_agenda(at)
    check_floors_untold(at, agenda)
    scenario = _read(at, agenda, findings)
    if scenario is not None and scenario.house.orders is Orders.DRAWN and not has_gain(scenario):
        at.field("orders").report(Code.NO_TRADE)
    return scenario


def _is_other_format(root: Mapping, findings: Findings) -> bool:
    """Whether the file says that it is of a later format: then nothing else is judged."""
    node = root.get("format")
    if not isinstance(node, Scalar) or node.kind is not Kind.NUMBER or node.number == 1:
        return False
    findings.add(Code.UNKNOWN_FORMAT, node, path="format", found=node.text)
    return True


def _read(at: At, agenda: Agenda, findings: Findings) -> Scenario | None:
    """Reads on through faults, so that all are found, and assembles if there were none."""
    story = read_story(at)
    limit_ms = talks_ms(at)
    house = read_house(at, limit_ms or 0)
    benefits = read_benefits(at, agenda)
    opposition = read_opposition(at, agenda, benefits, limit_ms)
    traits = dict(opposition.persona.overrides)
    payment = read_payment(at, agenda, _word(traits.get("payer")))
    authority = read_authority(at, agenda)
    walk_away = read_walk_away(at)
    rivals = _rivals(at, agenda)
    id_ = at.field("id").word()
    issues = tuple(item.issue for item in agenda.items if item.issue is not None)
    if findings.has_errors or id_ is None:
        return None
    return assemble(
        id=id_,
        story=story,
        house=house,
        issues=issues,
        marks=BySide(_all_marks(agenda, 0), _all_marks(agenda, 1)),
        benefits=benefits,
        rivals=rivals,
        opposition=opposition,
        payment=payment,
        walk_away=walk_away,
        authority=authority,
        no_zone=tuple(place for place, item in enumerate(agenda.items) if item.no_zone),
    )


def _all_marks(agenda: Agenda, side: int) -> tuple[Marks, ...]:
    return tuple(mark for item in agenda.items if (mark := item.marks[side]) is not None)


def _rivals(at: At, agenda: Agenda) -> tuple[Rival, ...]:
    out = []
    for row in at.field("rivals").rows():
        ticks = agenda.complete(row.field("terms"))
        terms = tuple(tick for tick in ticks if tick is not None)
        out.append(Rival(row.field("name").text(), terms))
    return tuple(out)


def _word(trait: str | float | None) -> str | None:
    return trait if isinstance(trait, str) else None
