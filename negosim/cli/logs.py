"""Where a log is read from: one match's file, or a match in a class database."""

from __future__ import annotations

from pathlib import Path

from negosim.cli.options import Misuse, Parser
from negosim.language.catalogue import catalogue
from negosim.play.sqlite_store import SqliteStore
from negosim.play.verify import MatchLog, log_of, read_log

_DATABASE = b"SQLite format 3\0"


def log_options(parser: Parser) -> None:
    """The log and, for a database, which match of it."""
    parser.flag("log", metavar="LOG")
    parser.flag("--match", metavar="ID")


def match_log(path: str, match: str | None, lang: str) -> MatchLog:
    """The match as far as it can be believed.

    StoreError for what is no log; `Misuse` for a database without --match.
    """
    if not is_database(path):
        return read_log(path)
    if match is None:
        raise Misuse(catalogue("cli", lang).text("log.which_match"))
    store = SqliteStore(path)
    try:
        return log_of(store, match)
    finally:
        store.close()


def is_database(path: str) -> bool:
    """Whether the file begins as a database does; False for none at all."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False
