"""The notebook's page: what they said, by issue, and the question a note turns into.

What is worth a note is `notebook`'s business; here notes get their place in the stream,
so that a scene can show the move they came with, and one tap asks about them. Source:
exercise.md R31, R32; look.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.issue import Order
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind, QuestionForm
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.language.sentences import move_sentence
from negosim.present.bubbles import said_at
from negosim.present.choices import Choice, choice_of
from negosim.present.notebook import NoteLine, by_issue, named_by, notes
from negosim.present.own_words import told


@record(frozen=True, slots=True)
class NoteCard:
    """A note. `number` is its event's in the seat's stream, as a bubble's; `at` the time of
    the talks, empty without a clock; `issues` what it is about, none: all."""

    number: int
    at: str
    text: str
    issues: tuple[int, ...]
    event: e.Event


@record(frozen=True, slots=True)
class Shelf:
    """The notes on one issue, or with `issue` None those about none in particular."""

    issue: int | None
    title: str
    notes: tuple[NoteCard, ...]


def shelves(view: SeatView, heard: Sequence[SeatEvent], lang: str) -> tuple[Shelf, ...]:
    """The notebook's page: one shelf an issue that has notes, in agenda order, oldest first."""
    words = lexicon_of_view(view, lang)
    lines: list[NoteLine] = []
    cards: dict[int, NoteCard] = {}
    for each in heard:
        for line in notes((each,), words):
            lines.append(line)
            text = line.text if isinstance(each.event, e.Noted) else told(words, each.event)[0]
            cards[id(line)] = NoteCard(
                number=each.number,
                at=said_at(view, each.event),
                text=text,
                issues=line.issues,
                event=each.event,
            )
    count = len(words.issues)
    general = catalogue("table", lang).text("note.general")
    return tuple(
        Shelf(
            issue=number if number < count else None,
            title=words.issue(number, starts=True) if number < count else general,
            notes=tuple(cards[id(line)] for line in shelf),
        )
        for number, shelf in enumerate(by_issue(lines, count))
        if shelf
    )


def summary_question(view: SeatView, note: NoteCard, lang: str) -> Choice | None:
    """The question that a note turns into, its sentence as the label; None for one's own
    notes and those that name no issue.

    What ranks two issues becomes a summary to be confirmed, what names one a leading
    question, figures a question about what they expect there.
    """
    question = _question(note.event)
    if question is None:
        return None
    label = move_sentence(view, question, lang)
    return choice_of(view, lang, id=f"note:{note.number}", label=label, move=question)


def own_note(view: SeatView, text: str, lang: str) -> Choice:
    """A line of one's own for the notebook."""
    label = catalogue("table", lang).text("note.add")
    return choice_of(view, lang, id="note", label=label, move=m.Note(text.strip()))


def lock_guess(view: SeatView, order: Order, lang: str) -> Choice:
    """Lock the guess of their priorities as it lies on the board; once a match (R32)."""
    label = catalogue("table", lang).text("note.lock")
    return choice_of(view, lang, id="guess", label=label, move=m.Guess(order))


def _question(event: e.Event) -> m.Ask | None:
    match event:
        case e.Told():
            return m.Ask(QuestionForm.SUMMARISING, (event.more, event.less))
        case e.QuestionAnswered(kind=AnswerKind.PAIR):
            return m.Ask(QuestionForm.SUMMARISING, event.issues)
        case e.QuestionAnswered(kind=AnswerKind.ISSUE | AnswerKind.INTEREST):
            return m.Ask(QuestionForm.LEADING, event.issues[:1])
        case e.QuestionAnswered():
            return _expecting(named_by(event.demand, event.gives))
        case e.OfferMade():
            return _expecting(named_by(event.give, event.want))
        case e.Argued():
            about = named_by(event.limit) if event.issue is None else (event.issue,)
            return _expecting(about)
        case _:
            return None


def _expecting(issues: tuple[int, ...]) -> m.Ask | None:
    return m.Ask(QuestionForm.EXPECTATION, issues) if issues else None
