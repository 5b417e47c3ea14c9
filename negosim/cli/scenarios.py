"""`negosim scenarios`: the exercises that come with negosim."""

from __future__ import annotations

from argparse import Namespace

from negosim.catalog import load, shipped
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.values import issue_names


def options(parser: Parser) -> None:
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    found = [load(id_) for id_ in shipped()]
    if args.json:
        emit(
            [
                {
                    "id": each.id,
                    "title": {lang: each.story.title.in_(lang) for lang in LANGUAGES},
                    "issues": [issue.id for issue in each.issues],
                    "minutes": each.house.limit_ms / 60_000,
                    "level": each.house.level.value,
                    "persona": each.opposition.persona.base,
                }
                for each in found
            ]
        )
        return 0
    text = catalogue("cli", args.lang)
    for each in found:
        title = each.story.title.in_(args.lang)
        issues = issue_names(each.issues, args.lang)
        print(text.text("scenarios.line", id=each.id, title=title))
        # First games are played without a clock unless one is asked for (R16).
        key = "scenarios.untimed" if each.house.level is Level.FIRST else "scenarios.about"
        print(text.text(key, issues=issues, minutes=each.house.limit_ms // 60_000))
    return 0
