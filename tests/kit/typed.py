"""A player who types: moves spelled as commands, and a keyboard that a bot sits at.

`spelled` is the parser's inverse. `Typist` stands in for stdin: whenever a line is
read it types what its bot would do next, so whole games go through the prompts.
"""

from __future__ import annotations

import io
from collections import deque

from negosim.bots import roster
from negosim.cli.terminal.vocabulary import first_word
from negosim.engine import moves as m
from negosim.engine.calls import must_move
from negosim.engine.issue import Issue, Terms
from negosim.engine.own import Brief
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import AnswerKind, ArgumentKind, Phase, Reason
from negosim.language.values import issue_name, typed_value
from negosim.play.port import SeatPort


def spelled(move: m.Move, brief: Brief, lang: str, *, ids: bool = False) -> str:
    """The command that a person would type for a move, in the words of a language.

    `ids`: issues by their ids, where names are made up and may be anything.
    """
    return _Speller(brief, lang, ids=ids).command(move)


class _Speller:
    def __init__(self, brief: Brief, lang: str, *, ids: bool) -> None:
        self._brief = brief
        self._lang = lang
        self._ids = ids

    def word(self, table: str, key: str) -> str:
        return first_word(table, key, self._lang)

    def issue(self, number: int) -> str:
        issue = self._brief.issues[number]
        return issue.id if self._ids else issue_name(issue, self._lang)

    def issues(self, numbers: tuple[int, ...]) -> str:
        return " ".join(self.issue(number) for number in numbers)

    def terms(self, terms: Terms) -> str:
        return " ".join(
            f"{self.issue(number)}={typed_value(issue, tick)}"
            for number, (issue, tick) in enumerate(zip(self._brief.issues, terms))
            if tick is not None
        )

    def package(self, give: Terms, want: Terms, benefits: tuple[int, ...]) -> str:
        named = [self.terms(want), *[self._brief.benefits[place].id for place in benefits]]
        wanted = " ".join(part for part in named if part)
        if not wanted:
            return self.terms(give)
        return f"{self.terms(give)} {self.word('join', 'want')} {wanted}".strip()

    def command(self, move: m.Move) -> str:
        verb, rest = self._parts(move)
        return f"{self.word('verb', verb)} {rest}".strip()

    def _parts(self, move: m.Move) -> tuple[str, str]:
        match move:
            case m.Ask():
                return "ask", f"{self.word('form', move.form.value)} {self.issues(move.issues)}"
            case m.Answer():
                return "answer", self._answer(move)
            case m.Offer():
                return "offer", self._offer(move)
            case m.Accept():
                if move.second:
                    return "accept", self.word("join", "second")
                return "accept", self.issues(move.issues)
            case m.NotYet():
                return "not_yet", ""
            case m.Argue():
                kind = self.word("argument", move.kind.value)
                if move.kind is ArgumentKind.LIMIT:
                    return "argue", f"{kind} {self.terms(move.limit)}"
                return "argue", kind if move.issue is None else f"{kind} {self.issue(move.issue)}"
            case m.Tell():
                over = self.word("join", "over")
                return "tell", f"{self.issue(move.more)} {over} {self.issue(move.less)}"
            case m.Goodwill():
                return "goodwill", ""
            case m.Prefer():
                return "prefer", self.word("join", "second" if move.second else "first")
            case m.Withdraw():
                return "withdraw", ""
            case m.HandOver():
                return "hand", self.issue(move.issue)
            case m.Note():
                return "note", move.text
            case m.Propose():
                if not move.lines:
                    return "write", ""
                (line,) = move.lines
                return "write", self._deal(line)
            case m.Confirm():
                return "confirm", _numbers(move.lines)
            case m.Refuse():
                return "refuse", _numbers(move.lines)
            case m.Strike():
                return "strike", _numbers(move.lines)
            case m.Reopen():
                return "reopen", str(move.line)
            case m.ClaimPen():
                return "pen", ""
            case m.Draw():
                return "sheet", self._deal(move.deal)
            case m.Sign():
                return "sign", ""
            case m.Tear():
                return "tear", ""
            case m.Guess():
                return "guess", self.issues(move.order)
            case m.Leave():
                return "leave", self.word("purpose", move.purpose.value)
            case m.Authorise():
                exchange = f" {self.word('join', 'want')} {move.exchange}" if move.exchange else ""
                return "authorise", self.terms(move.terms) + exchange
            case m.CallExecutives():
                return "executives", ""
            case m.Return():
                return "back", ""
            case m.WalkOut():
                return "walk_out", ""
            case m.PlanSteps():
                issue = self._brief.issues[move.issue]
                sizes = " ".join(_size(issue, step.size) for step in move.steps)
                return "plan", f"{self.issue(move.issue)} {sizes}"
            case m.SetAuthority():
                return "authority", self.terms(move.terms)
            case m.ChooseMethods():
                return "methods", " ".join(self.word("form", form.value) for form in move.forms)
            case m.SetOrder():
                return "order", self.issues(move.order)
            case m.Ready():
                return "ready", ""
            case m.Introduce():
                return "introduce", ""
            case _:
                raise AssertionError(f"nobody types {move}")

    def _answer(self, move: m.Answer) -> str:
        match move.kind:
            case AnswerKind.ISSUE:
                return self.issues(move.issues)
            case AnswerKind.INTEREST:
                return self.word("strength", ("little", "some", "much")[move.strength - 1])
            case AnswerKind.PAIR:
                high, low = move.issues
                return f"{self.issue(high)} {self.word('join', 'over')} {self.issue(low)}"
            case AnswerKind.DEMAND:
                nothing = (None,) * len(self._brief.issues)
                return self.package(move.demand, move.gives or nothing, ())
            case kind:
                return self.word("answer", kind.value)

    def _offer(self, move: m.Offer) -> str:
        text = self.package(move.give, move.want, move.benefits)
        if move.second is not None:
            second = self.package(move.second.give, move.second.want, ())
            text += f" {self.word('join', 'or')} {second}"
        if move.reason is not Reason.NONE:
            because = self.word("join", "because")
            text += f" {because} {self.word('reason', move.reason.value)}"
        return text

    def _deal(self, deal: m.Deal) -> str:
        benefits = [self._brief.benefits[place].id for place in deal.benefits]
        return " ".join([self.terms(deal.terms), *benefits]).strip()


class Typist(io.TextIOBase):
    """Stdin for one seat: what `bot` would do, typed and sent with Enter."""

    encoding = "utf-8"

    def __init__(
        self,
        scenario: Scenario,
        side: Side,
        *,
        lang: str,
        bot: str = "course",
        seed: int = 1,
        ids: bool = False,
    ) -> None:
        self._lang = lang
        self._ids = ids
        self._bot = roster.create(bot, scenario, side=side, seed=seed, lang=None)
        self._lines: deque[str] = deque()
        self._heard = 0
        self.port: SeatPort | None = None
        self.typed: list[str] = []

    def isatty(self) -> bool:
        return False

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:
        if not self._lines:
            self._think()
        line = self._lines.popleft()
        self.typed.append(line)
        return line + "\n"

    def type(self, *lines: str) -> None:
        """Lines to be typed before anything else."""
        self._lines.extend(lines)

    def _think(self) -> None:
        assert self.port is not None
        view = self.port.view()
        if view.common.phase in (Phase.PREPARATION, Phase.INTRODUCTION):
            self._lines.append("")  # take the filled sheet; introduce the team
            return
        news = self.port.events(self._heard)
        self._heard += len(news)
        move = self._bot.choose(view, news)
        if move is None:
            if must_move(view.common, view.brief.side):
                raise AssertionError("the bot at the keyboard has nothing to say to this prompt")
            self._lines.append("")  # what waits may wait on
            return
        self._lines.append(spelled(move, view.brief, self._lang, ids=self._ids))
        if isinstance(move, m.Authorise) and not move.exchange:
            self._lines.append("something in return")
        if not isinstance(move, m.Note | m.HandOver | m.PlanSteps):
            self._lines.append("")


def _numbers(numbers: tuple[int, ...]) -> str:
    return " ".join(map(str, numbers))


def _size(issue: Issue, ticks: int) -> str:
    return typed_value(issue, ticks)
