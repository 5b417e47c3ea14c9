"""What an answer to one's own question tells of their priorities, in one plain sentence.

An answer may be untrue, so it is said that they say so. Source: exercise.md R31; look.md.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.words import AnswerKind, QuestionForm
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon


def clue(words: Lexicon, asked: e.QuestionAsked, answered: e.QuestionAnswered) -> str:
    """The sentence; empty where the answer tells nothing of their priorities."""
    found = _found(asked, answered)
    if found is None:
        return ""
    key, issues = found
    text = catalogue("table", words.lang)
    told = text.text(f"clue.{key}", order=words.ranked(issues), **_named(words, issues))
    return text.text("clue.paid", told=told)


def ranked_by(asked: e.QuestionAsked, answered: e.QuestionAnswered) -> tuple[int, ...]:
    """The issues an answer puts in order, the most important first; empty where it does not."""
    found = _found(asked, answered)
    return found[1] if found is not None and found[0] in ("pair", "order") else ()


def first_by(asked: e.QuestionAsked, answered: e.QuestionAnswered) -> int | None:
    """The issue an answer says comes before all others; None where it does not say so."""
    found = _found(asked, answered)
    return found[1][0] if found is not None and found[0] == "first" else None


def _named(words: Lexicon, issues: tuple[int, ...]) -> dict[str, str]:
    return {
        slot: words.issue(number) for slot, number in zip("ab", (*issues, *issues), strict=False)
    }


def _found(
    asked: e.QuestionAsked, answered: e.QuestionAnswered
) -> tuple[str, tuple[int, ...]] | None:
    """Which sentence, about which issues."""
    about = asked.issues
    match answered.kind:
        case AnswerKind.ISSUE:
            return "issue", answered.issues
        case AnswerKind.INTEREST:
            return f"interest_{min(3, max(1, answered.strength))}", answered.issues
        case AnswerKind.PAIR:
            return "pair", answered.issues
        case AnswerKind.BOTH:
            return None
        case AnswerKind.YES if asked.form is QuestionForm.SUMMARISING:
            return "order", about
        case AnswerKind.YES:
            return ("first", about) if len(about) == 1 else ("pair", about)
        case AnswerKind.NO if asked.form is QuestionForm.LEADING:
            return ("not_first", about) if len(about) == 1 else ("pair", about[::-1])
        case _:
            return None
