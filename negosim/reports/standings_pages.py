"""The standings as text, CSV, HTML and JSON. Worth breaks ties and is shown nowhere (R5)."""

from __future__ import annotations

from fractions import Fraction

from negosim.analysis.grade import Letter
from negosim.engine.sides import Side
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import name_of
from negosim.language.typography import cells, wrapped
from negosim.reports.contest import Result
from negosim.reports.exports import Cell, Table, csv_bytes, html_bytes
from negosim.reports.standings import Standings, TeamLine
from negosim.reports.text_table import table

WIDTH = 80


def standings_text(found: Standings, lang: str) -> str:
    """For a terminal: teams, then seats, letters last, then what was left out."""
    words = catalogue("standings", lang)
    title = words.text("page.title")
    lines = [title, "=" * cells(title)]
    if not found.teams:
        lines.append(words.text("page.none"))
    for each in _tables(found, lang) if found.teams else ():
        lines += ["", each.title, "-" * cells(each.title)]
        rows = [each.heads, *([_shown(cell, words) for cell in row] for row in each.rows)]
        lines += table(rows, right=_numbers(each))
    if found.teams:
        lines += ["", *wrapped(words.text("page.note_rank"), WIDTH)]
    if found.left_out:
        heading = words.text("page.left_out")
        lines += ["", heading, "-" * cells(heading)]
        for sentence in _left_out(found, lang):
            lines += wrapped(sentence, WIDTH, indent="  ")
    return "\n".join([*lines, ""])


def standings_csv(found: Standings, lang: str) -> bytes:
    """One row a seat, then one a log left out, with the reason in the last column."""
    words = catalogue("standings", lang)
    names = (
        "rank", "team", "match_points", "scenario", "seat", "points", "seat_points",
        "tables", "conduct", "letter", "ending", "log", "note",
    )  # fmt: skip
    heads = [words.text(f"column.{name}") for name in names]
    rows: list[tuple[Cell, ...]] = []
    for line in found.teams:
        for result in line.results:
            rows.append(
                (
                    line.rank,
                    line.team,
                    _share(line.match_points),
                    result.scenario,
                    _seat(result.side, lang),
                    result.points,
                    _share(result.match_points),
                    result.tables,
                    _share(result.conduct),
                    None if result.letter is None else result.letter.value,
                    name_of(result.ending, lang),
                    result.source,
                    None,
                )
            )
    for out in found.left_out:
        rows.append((*(None,) * 11, out.source, out.why.in_(lang)))
    return csv_bytes(Table(words.text("page.title"), tuple(heads), tuple(rows)))


def standings_html(found: Standings, lang: str) -> bytes:
    """A page by itself, for a projector or an archive."""
    words = catalogue("standings", lang)
    notes = [words.text("page.note_rank")] if found.teams else [words.text("page.none")]
    if found.left_out:
        notes += [words.text("page.left_out"), *_left_out(found, lang)]
    tables = _tables(found, lang) if found.teams else ()
    return html_bytes(words.text("page.title"), tables, lang=lang, notes=notes)


def standings_document(found: Standings) -> dict[str, object]:
    """One JSON document; shares are numbers 0..1."""
    return {
        "teams": [_team_document(line) for line in found.teams],
        "left_out": [
            {"log": out.source, "code": out.code.value, "why": out.why.in_("en")}
            for out in found.left_out
        ],
    }


def _team_document(line: TeamLine) -> dict[str, object]:
    return {
        "rank": line.rank,
        "team": line.team,
        "match_points": _float(line.match_points),
        "case_points": line.case_points,
        "letters": [_letter(letter) for letter in line.letters],
        "results": [
            {
                "scenario": each.scenario,
                "seat": each.side.word,
                "points": each.points,
                "tables": each.tables,
                "match_points": _float(each.match_points),
                "conduct": _float(each.conduct),
                "ending": each.ending.value,
                "letter": _letter(each.letter),
                "log": each.source,
            }
            for each in line.results
        ],
    }


def _tables(found: Standings, lang: str) -> tuple[Table, ...]:
    words = catalogue("standings", lang)
    teams = Table(
        words.text("page.teams"),
        _heads(words, "rank", "team", "match_points", "case_points", "letters"),
        tuple(
            (
                line.rank,
                line.team,
                _percent(line.match_points),
                line.case_points,
                " ".join(_letter(letter) or words.text("cell.none") for letter in line.letters),
            )
            for line in found.teams
        ),
    )
    seats = Table(
        words.text("page.results"),
        _heads(words, "scenario", "seat", "team", "points", "seat_points", "tables", "letter"),
        tuple(
            (
                each.scenario,
                _seat(each.side, lang),
                each.team,
                each.points,
                _percent(each.match_points),
                each.tables,
                _letter(each.letter),
            )
            for each in _by_seat(found)
        ),
    )
    return teams, seats


def _by_seat(found: Standings) -> list[Result]:
    """All results, board by board, the best of each first; equal ones as the teams stand."""
    results = [result for line in found.teams for result in line.results]
    return sorted(results, key=lambda each: (each.scenario, each.board, each.side, -each.points))


def _heads(words: Catalogue, *names: str) -> tuple[str, ...]:
    return tuple(words.text(f"column.{name}") for name in names)


def _numbers(each: Table) -> tuple[int, ...]:
    """The columns that hold numbers or shares, set flush right."""
    return tuple(
        column
        for column in range(len(each.heads))
        if all(
            not isinstance(row[column], str) or str(row[column]).endswith("%") for row in each.rows
        )
    )


def _left_out(found: Standings, lang: str) -> list[str]:
    words = catalogue("standings", lang)
    return [
        words.text("page.left_out_line", source=out.source, why=out.why.in_(lang))
        for out in found.left_out
    ]


def _shown(cell: Cell, words: Catalogue) -> str:
    return words.text("cell.none") if cell is None else str(cell)


def _seat(side: Side, lang: str) -> str:
    return catalogue("names", lang).text(f"label.{side.word}")


def _letter(letter: Letter | None) -> str | None:
    return None if letter is None else letter.value


def _percent(share: Fraction | None) -> str | None:
    return None if share is None else f"{float(100 * share):.1f}%"


def _share(share: Fraction | None) -> float | None:
    """For spreadsheets: four decimals are enough and look the same everywhere."""
    return None if share is None else round(float(share), 4)


def _float(share: Fraction | None) -> float | None:
    return None if share is None else float(share)
