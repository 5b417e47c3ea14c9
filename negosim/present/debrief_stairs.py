"""How both sides came down on each issue, as staircases to draw and a sentence each.

The same shape as in preparation, with the steps really made; what the steps told of the
limit is the reports' to work out. No drawing.
"""

from __future__ import annotations

from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.yardstick import sign_of
from negosim.language.catalogue import catalogue
from negosim.language.values import issue_name, short_value, value_text
from negosim.present.debrief import Review, page_of
from negosim.present.issue_icons import icon_for
from negosim.present.staircase_shape import StaircaseShape, staircase_shape
from negosim.reports.debrief_sides import told_sentence


@record(frozen=True, slots=True)
class Stairs:
    """One issue of one side. `shape` is None where it named nothing; `told` is "" where its
    steps tell nothing."""

    name: str
    icon: str
    line: str
    told: str
    shape: StaircaseShape | None


def stairs(seen: Review, side: Side, lang: str) -> tuple[Stairs, ...]:
    """One an issue, in agenda order. Source: exercise.md R26, R29."""
    scenario = seen.found.scenario
    page = page_of(seen, lang)
    text = catalogue("debrief_scene", lang).text
    out = []
    for way in seen.found.sides[side].stairs:
        issue = scenario.issues[way.issue]
        shape, line = None, text("stairs.nothing")
        if way.start is not None:
            shape = staircase_shape(
                issue,
                tuple(step.size for step in way.steps),
                lang,
                start=way.start,
                sign=sign_of(issue, side),
                marks=scenario.marks[side][way.issue],
                floor=way.floor,
                told=way.told,
            )
            ticks = [way.start, *(step.tick for step in way.steps)]
            last = value_text(issue, ticks[-1], lang)
            line = text("stairs.stayed", value=last)
            if way.steps:
                said = [*(short_value(issue, tick, lang) for tick in ticks[:-1]), last]
                line = text("stairs.arrow").join(said)
        out.append(
            Stairs(
                name=issue_name(issue, lang, starts=True),
                icon=icon_for(issue),
                line=line,
                told=told_sentence(page, way),
                shape=shape,
            )
        )
    return tuple(out)
