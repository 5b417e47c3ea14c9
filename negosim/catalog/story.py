"""Reads what is only read: title, briefs, parties, quiz, notes; and looks over the
texts of the whole file for figures that give a floor away and for missing languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from negosim.catalog.agenda import Agenda
from negosim.catalog.bands import SIDE_NAMES
from negosim.catalog.codes import Code
from negosim.catalog.limits import DEFAULT_QUIZ_POINTS
from negosim.catalog.problems import Findings
from negosim.catalog.reading import At
from negosim.catalog.structure import LANGUAGE, Translated
from negosim.catalog.values import shown
from negosim.engine.scenario import Quiz, Story
from negosim.engine.sides import SIDES, BySide

_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def read_story(root: At) -> Story:
    """The words of the exercise; an absent text is empty."""
    brief, parties = root.field("brief"), root.field("parties")
    return Story(
        title=root.field("title").text(),
        everyone=brief.field("everyone").text(),
        secret=BySide(brief.field("vendor").text(), brief.field("client").text()),
        parties=BySide(
            parties.field("vendor").field("name").text(),
            parties.field("client").field("name").text(),
        ),
        notes=root.field("notes").text(),
        questions=tuple(_quiz(at) for at in root.field("questions").rows()),
    )


def _quiz(at: At) -> Quiz:
    points = at.field("points").whole()
    return Quiz(
        ask=at.field("ask").text(),
        answer=at.field("answer").text(),
        points=DEFAULT_QUIZ_POINTS if points is None else points,
    )


def check_languages(texts: list[Translated], findings: Findings) -> None:
    """Every text by language has all the languages that the file uses."""
    written = [{key.text for key, _ in text.node.entries} for text in texts]
    spoken = {word for words in written for word in words if LANGUAGE.fullmatch(word)}
    for text, words in zip(texts, written, strict=True):
        lacking = spoken - words
        if lacking and words:
            findings.add(
                Code.LANGUAGE_MISSING,
                text.node,
                path=text.path,
                found=", ".join(sorted(lacking)),
                allowed=", ".join(sorted(spoken)),
            )


def check_floors_untold(root: At, agenda: Agenda) -> None:
    """No brief, claim or insider text has a side's floor figure of a numeric issue."""
    floors = [
        (side, item.id, shown(item.issue, floor))
        for item in agenda.items
        for side in SIDES
        if item.issue is not None
        and not item.issue.is_ladder
        and (floor := item.floors[side]) is not None
    ]
    for at in _told(root):
        text = unicodedata.normalize("NFKC", _GROUPED.sub("", at.word() or ""))
        for side, issue, figure in floors:
            if re.search(rf"(?<![0-9.]){re.escape(figure)}(?!\.?[0-9])", text):
                at.report(Code.FLOOR_TOLD, found=figure, side=SIDE_NAMES[side], issue=issue)


def _told(root: At) -> Iterator[At]:
    for _, text in root.field("brief").entries():
        yield from text.scalars()
    for claim in root.field("pressure").rows():
        yield from claim.field("claim").scalars()
    for card in root.field("insiders").rows():
        yield from card.field("text").scalars()
