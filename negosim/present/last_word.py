"""The last word: any value of one issue said to be the furthest one goes, true or not.

The value is put together on a stepper as that of an offer is; the other arguments are in
`arguing`. Source: exercise.md R28.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.issue import no_terms
from negosim.engine.state import SeatView
from negosim.engine.words import ArgumentKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view, mark_names
from negosim.language.values import value_text
from negosim.present.choices import Choice, Group, choice_of, silent
from negosim.present.packaging import Entry, Kept, PackageDraft, Part


class LastWord:
    """One issue's value, on the stepper of `package`; begins with the value last named there.

    It is about the issue marked first; with none marked about the first of amounts that is
    still open, else the first open one. Make a new one, with `memory`, for every new view and every other mark.
    """

    def __init__(
        self, view: SeatView, marked: tuple[int, ...] = (), memory: Kept | None = None
    ) -> None:
        self._view = view
        self.issue = marked[0] if marked else _open_amount(view)
        self.package = PackageDraft(view, memory, givable=(self.issue,), wantable=())
        if self.package.part(self.issue) is Part.OFF:
            self.package.place(self.issue, Part.GIVE, self.package.tick(self.issue))

    @property
    def memory(self) -> Kept:
        return self.package.kept

    def entry(self, lang: str) -> Entry:
        """The issue as it stands on its tile."""
        return self.package.entries(lang)[self.issue]

    def choice(self, lang: str) -> Choice:
        """Saying it, with a warning at the true limit."""
        return limit_said(self._view, self.issue, self.package.tick(self.issue), lang)


def last_word(view: SeatView, marked: tuple[int, ...], lang: str) -> Group:
    """Calling a value one's last: the one choice `limit` as `LastWord` first lays it out; its
    value is changed there."""
    title = catalogue("table", lang).text("reply.group.limit")
    return Group("limit", title, (LastWord(view, marked).choice(lang),))


def limit_said(view: SeatView, issue: int, tick: int, lang: str) -> Choice:
    """“That is the furthest we can go” at any value of an issue, true or not (R28)."""
    words = lexicon_of_view(view, lang)
    terms = list(no_terms(len(view.brief.issues)))
    terms[issue] = tick
    named = view.brief.issues[issue]
    text = catalogue("table", lang)
    hint = ""
    if tick == view.own.floors[issue] and not named.is_ladder and not silent(view):
        hint = text.text("reply.limit_true", limit=mark_names(view.brief.side, lang)["floor"])
    value = value_text(named, tick, lang)
    return choice_of(
        view,
        lang,
        id="limit",
        label=text.text("reply.limit", issue=words.issue(issue, starts=True), value=value),
        move=m.Argue(ArgumentKind.LIMIT, limit=tuple(terms)),
        hint=hint,
    )


def _open_amount(view: SeatView) -> int:
    """The first issue of amounts that is not confirmed on record; else the first open one."""
    issues = view.brief.issues
    settled = agreement.confirmed(view.common.record, len(issues))
    still_open = [number for number, tick in enumerate(settled) if tick is None] or [0]
    amounts = (number for number in still_open if not issues[number].is_ladder)
    return next(amounts, still_open[0])
