"""What may be said at the table now, and what is picked: choices, packages, the sentence.

Read from the view and the draft; what the player does to the draft is in `table_desk`.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.words import QuestionForm
from negosim.gui.scenes.table_draft import DEMAND, LIMIT, LINE
from negosim.gui.scenes.table_sight import TableSight
from negosim.present.answering import Demand, answering, open_question, true_answer
from negosim.present.asking import asking
from negosim.present.cautions import cautions
from negosim.present.choices import Choice, Group, choice_of, cost_text
from negosim.present.composing import Piece, pieces
from negosim.present.last_word import LastWord
from negosim.present.line_draft import LineDraft
from negosim.present.offer_builder import OfferBuilder
from negosim.present.packaging import PackageDraft
from negosim.present.replying import replying
from negosim.present.stepping_out import stepping_out
from negosim.present.verbs import ASK, OFFER, REPLY, STEP_OUT, WRITE, Verb, verbs
from negosim.present.writing import Paper, writing


class TableChoosing(TableSight):
    """The choices of one seat at its table."""

    # -- verbs and choices ---------------------------------------------------------------

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """The five verbs in the order of the bar."""
        return self._once("verbs", lambda: verbs(self.view, self.lang))

    @property
    def verb(self) -> str:
        """The verb whose form is open: the one chosen, but an answer while one is asked."""
        if self.is_answering:
            return REPLY
        if self.draft.verb:
            return self.draft.verb
        return ASK if self.view.common.talk[self.view.brief.side].total == 0 else OFFER

    @property
    def is_answering(self) -> bool:
        """Whether the form is that of an answer to their question. Leaving and writing need
        no turn (R20), so they may be opened beside it."""
        question = open_question(self.view)
        return question is not None and question != self.draft.beside

    @property
    def groups(self) -> tuple[Group, ...]:
        """The choices under the open verb, in groups; none for an offer."""
        marked, order = self.draft.marked, self.playing.board.order
        return self._once(
            ("groups", self.verb, self.is_answering, marked, order, len(self.playing.heard)),
            self._groups,
        )

    def _groups(self) -> tuple[Group, ...]:
        view, lang, marked = self.view, self.lang, self.draft.marked
        if self.is_answering:
            return (Group("answer", "", answering(view, lang)),)
        match self.verb:
            case "ask":
                found = asking(view, marked, lang, board=self.playing.board.order)
                return (Group("ask", "", found),)
            case "reply":
                return replying(view, marked, lang, heard=self.playing.heard)
            case "write":
                return (*self.paper.groups, Group(LINE, self.text("write.own_line"), ()))
            case "step_out":
                return (Group("step_out", "", stepping_out(view, lang)),)
            case _:
                return ()

    @property
    def paper(self) -> Paper:
        """The record as it stands, and what can be done about it."""
        return self._once("paper", lambda: writing(self.view, self.lang))

    @property
    def group(self) -> Group | None:
        """The group that is open; the first until another is chosen."""
        groups = self.groups
        chosen = next((each for each in groups if each.id == self.draft.group), None)
        return chosen or (groups[0] if groups else None)

    @property
    def picked(self) -> Choice | None:
        """What would be said now: a loose choice, the offer as built, or the choice picked.

        Under a verb that leaves the table nothing is picked until the player picks it, and
        of answers the true one is.
        """
        loose = self.draft.loose
        if loose is not None and loose.move is not None:
            return choice_of(
                self.view,
                self.lang,
                id=loose.id,
                label=loose.label,
                move=loose.move,
                hint=loose.hint,
            )
        match self.steppers:
            case "offer":
                return self._built(self.builder.move(), self.builder.problem(self.lang))
            case "demand":
                return self._built(self.demand.move(), self.demand.problem(self.lang))
            case "line":
                return self._built(self.line.move(), self.line.problem(self.lang))
            case "limit":
                return self.last_word.choice(self.lang)
        group = self.group
        choices = group.choices if group is not None else ()
        chosen = next((each for each in choices if each.id == self.draft.picked), None)
        if chosen is not None or self.verb == STEP_OUT:
            return chosen
        if self.is_answering:
            # Whoever only says what is laid out should not have told a lie.
            true = true_answer(self.view)
            chosen = next((each for each in choices if each.move == true), None)
            if true is not None and chosen is not None:
                return chosen
        return next((each for each in choices if each.move is not None and not each.why_not), None)

    # -- what is turned on steppers ------------------------------------------------------

    @property
    def steppers(self) -> str:
        """What the open form turns: `offer`, `demand`, `limit`, `line`, or nothing."""
        question = open_question(self.view)
        if question is not None and self.is_answering:
            expects = question.form is QuestionForm.EXPECTATION
            return DEMAND if expects and self.draft.picked in ("", DEMAND) else ""
        if self.verb == WRITE and self.draft.group == LINE:
            return LINE
        if self.verb == REPLY and self.draft.group == LIMIT:
            return LIMIT
        return OFFER if self.verb == OFFER else ""

    @property
    def builder(self) -> OfferBuilder:
        """The offer in the making, with what was turned so far."""
        return self._once("builder", lambda: OfferBuilder(self.view, self.draft.offer))

    @property
    def demand(self) -> Demand:
        """What we want, in the making; only while that is asked."""
        return self._once("demand", lambda: Demand(self.view, self.draft.demand))

    @property
    def last_word(self) -> LastWord:
        """The value called our last, in the making."""
        marked = self.draft.marked
        return self._once(
            ("last word", marked[:1]), lambda: LastWord(self.view, marked, self.draft.limit)
        )

    @property
    def line(self) -> LineDraft:
        """A line of our own for the record, in the making."""
        return self._once(
            "line", lambda: LineDraft(self.view, self.draft.line, self.draft.line_benefits)
        )

    @property
    def drafted(self) -> PackageDraft | None:
        """The package on the steppers now, for the tracks; None where there are none."""
        if not self.may_move or self.draft.loose is not None:
            return None
        match self.steppers:
            case "offer":
                return self.builder.first
            case "demand":
                return self.demand.package
            case "limit":
                return self.last_word.package
            case "line":
                return self.line.package
            case _:
                return None

    def _built(self, move: m.Move | None, problem: str) -> Choice:
        cost = "" if move is None else cost_text(self.view, move, self.lang)
        return Choice(self.steppers, "", move, problem, cost)

    # -- the sentence --------------------------------------------------------------------

    def sentence(self, move: m.Move) -> tuple[Piece, ...]:
        """The sentence of a move, as edited or in the tone chosen."""
        if self.draft.own is not None:
            return self.draft.own
        return pieces(self.view, move, self.draft.tone, self.lang)

    def cautions(self, move: m.Move) -> tuple[str, ...]:
        """What the seat may have forgotten."""
        return cautions(self.view, move, self.lang)
