"""`negosim score SCENARIO --terms …`: what a contract is worth to both sides, by the grid."""

from __future__ import annotations

from argparse import Namespace
from typing import NoReturn

from negosim.catalog import load
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import emit
from negosim.cli.terminal.terms_reader import TermsReader
from negosim.cli.terminal.vocabulary import Reader
from negosim.engine.issue import Terms
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES, Side
from negosim.engine.view import brief_of
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_match
from negosim.language.values import issue_name, issue_names, joined, value_text


def options(parser: Parser) -> None:
    parser.scenario()
    parser.flag("--terms", required=True, metavar="ISSUE=VALUE,…")
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Points and levels of a whole contract; agreeable or not, it has its points."""
    scenario = load(args.scenario)
    terms = read_terms(args.terms, scenario, args.lang)
    found = score(scenario, terms)
    joint = found.points.vendor + found.points.client
    if args.json:
        document: dict[str, object] = {
            side.word: {
                "points": found.points[side],
                "levels": {
                    issue.id: level
                    for issue, level in zip(scenario.issues, found.levels[side], strict=True)
                },
            }
            for side in SIDES
        }
        emit({**document, "joint": joint})
        return 0
    text = catalogue("cli", args.lang)
    words = lexicon_of_match(scenario, (), args.lang)
    for side in SIDES:
        print(text.text("score.side", side=words.label(side), points=found.points[side]))
        for number, issue in enumerate(scenario.issues):
            tick = terms[number]
            assert tick is not None
            weight, level = scenario.yardsticks[side][number].weight, found.levels[side][number]
            print(
                text.text(
                    "score.issue",
                    issue=issue_name(issue, args.lang, starts=True),
                    value=value_text(issue, tick, args.lang),
                    weight=weight,
                    level=level,
                    points=weight * level,
                )
            )
    print(text.text("score.joint", joint=joint))
    return 0


def read_terms(typed: str, scenario: Scenario, lang: str) -> Terms:
    """A value for every issue, as a person or a program writes them; else `Misuse`."""
    text = catalogue("commands", lang)

    def fault(key: str, **slots: object) -> NoReturn:
        raise Misuse(text.text(f"fault.{key}", **slots))

    reader = Reader(typed)
    terms = TermsReader(reader, brief_of(scenario, Side.VENDOR), lang, fault).terms()
    if not reader.ended:
        fault("issue", text=reader.piece, issues=issue_names(scenario.issues, lang))
    missing = [
        issue_name(issue, lang) for issue, tick in zip(scenario.issues, terms) if tick is None
    ]
    if missing:
        raise Misuse(catalogue("cli", lang).text("score.missing", issues=joined(missing, lang)))
    for issue, tick in zip(scenario.issues, terms, strict=True):
        if tick is not None and not issue.allows(tick):
            name = issue_name(issue, lang)
            raise Misuse(catalogue("cli", lang).text("score.range", issue=name))
    return terms
