"""A sentence for every move and every event, in each language.

Own words that a seat put on a move are shown as they are; else the sentence is made
from the move's chips. Nothing is decided here and no private mark is read.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.errors import IllegalMove
from negosim.engine.issue import no_terms
from negosim.engine.record import record
from negosim.engine.saying import accepted_terms
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.language import spoken, told
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view, name_of
from negosim.language.rulings import ruling_sentence
from negosim.language.values import joined


@record(frozen=True, slots=True)
class Said:
    """`by` says `text`; or, where `aloud` is false, `text` tells what happened."""

    by: Side | None
    text: str
    aloud: bool


def move_sentence(view: SeatView, move: m.Move, lang: str) -> str:
    """What the seat is about to say, or to do, with this move.

    Never fails for a move that is well formed for the view's issues, legal or not.
    """
    words = lexicon_of_view(view, lang)
    if isinstance(move, spoken.Spoken):
        if move.words:
            return move.words
        return spoken.spoken(words, move, view.brief.side, _taken(view, move))
    return _done(words, move)


def event_said(words: Lexicon, event: e.Event) -> Said:
    """The event as something said by a side, or as something told."""
    side = words.side(event.seat) if hasattr(event, "seat") else None
    text = _own_words(event) or _spoken(words, event)
    if text is not None:
        return Said(side, text, aloud=True)
    return Said(side, _told(words, event), aloud=False)


def made_sentence(words: Lexicon, event: e.Event) -> str:
    """The sentence made from the event's chips, whatever words came with it."""
    made = _spoken(words, event)
    return _told(words, event) if made is None else made


def event_sentence(words: Lexicon, event: e.Event) -> str:
    """One line for a transcript: `Client: "…"` said, or what happened, told."""
    said = event_said(words, event)
    talk = catalogue("talk", words.lang)
    if said.aloud and said.by is not None:
        return talk.text("quote.said", who=words.label(said.by), words=said.text)
    if isinstance(event, e.BreakTaken) and event.words:
        return talk.text("quote.with_words", told=said.text, words=event.words)
    return said.text


def _taken(view: SeatView, move: m.Move) -> m.Deal:
    """What an acceptance would take; nothing where it is no acceptance or may take nothing."""
    standing = view.common.positions[view.brief.side.other].offer
    if not isinstance(move, m.Accept) or standing is None:
        return m.Deal(())
    try:
        terms = accepted_terms(view, move)
    except IllegalMove:
        return m.Deal(())
    return m.Deal(terms, () if move.second or move.issues else standing.benefits)


def _own_words(event: e.Event) -> str | None:
    """Words that stand for the whole event; those of a break only go with it."""
    if isinstance(event, e.BreakTaken):
        return None
    return getattr(event, "words", "") or None


def _spoken(words: Lexicon, event: e.Event) -> str | None:
    match event:
        case e.QuestionAsked():
            return spoken.question(words, event)
        case e.QuestionAnswered():
            return spoken.answer(words, event)
        case e.OfferMade():
            return spoken.offer(words, event)
        case e.OfferAccepted():
            return spoken.acceptance(words, event.terms, event.benefits)
        case e.NotYetSaid():
            return spoken.plain(words, "not_yet")
        case e.Argued():
            return spoken.argument(words, event, words.side(event.seat))
        case e.Told():
            return spoken.tell(words, event)
        case e.GoodwillShown():
            return spoken.plain(words, "goodwill")
        case e.PackagePreferred():
            return spoken.preference(words, event)
        case e.OfferWithdrawn():
            return spoken.plain(words, "withdraw")
        case _:
            return None


def _told(words: Lexicon, event: e.Event) -> str:
    talk = catalogue("talk", words.lang)
    if isinstance(event, told.Prepared):
        return told.prepared(words, event)
    if isinstance(event, told.Recorded):
        return told.recorded(words, event)
    match event:
        case e.MatchOpened():
            return talk.text("told.opened")
        case e.TalksOpened():
            return talk.text("told.talks")
        case e.HandedOver():
            who = words.who(words.side(event.seat), starts=True)
            return talk.text("told.handed", who=who, issue=words.issue(event.issue))
        case e.Noted():
            return talk.text("told.noted", text=event.text)
        case e.Unsaid():
            return talk.text("told.unsaid", who=words.who(words.side(event.seat), starts=True))
        case e.DeadlockFell():
            return talk.text("told.deadlock", number=event.number)
        case e.DeadlockEased():
            return talk.text("told.eased")
        case e.GuessLocked():
            return talk.text("told.guessed", order=words.ranked(event.order))
        case e.BreakTaken():
            return told.left(words, event)
        case e.CardDrawn():
            return talk.text("told.card_unread")
        case e.Authorised():
            return told.allowed(words, event, "told")
        case e.ExecutivesCalled():
            return talk.text("told.executives", who=words.who(words.side(event.seat), starts=True))
        case e.BreakEnded():
            return talk.text("told.back", who=words.who(event.side, starts=True))
        case e.NewsArrived():
            return told.news(words, event)
        case e.TalksBroken():
            return told.ended(words, event)
        case e.Ruled():
            sentences = [ruling_sentence(words, ruling) for ruling in event.rulings]
            return ("" if words.lang == "zh" else " ").join(sentences)
        case _:
            raise TypeError(f"a spoken event has no telling: {type(event).__name__}")


def _done(words: Lexicon, move: m.Move) -> str:
    """A gesture as an instruction: what it does when it is sent."""
    talk = catalogue("talk", words.lang)
    match move:
        case m.Assign():
            roles = joined([name_of(role, words.lang) for role in move.roles], words.lang)
            return talk.text("do.assign", seat=move.to, roles=roles)
        case m.SetAuthority():
            return talk.text("do.authority", terms=words.terms(move.terms))
        case m.PlanSteps():
            sizes = told.sizes_text(words, move.issue, move.steps) or talk.text("do.nothing")
            return talk.text("do.plan", issue=words.issue(move.issue), sizes=sizes)
        case m.ChooseMethods():
            forms = told.forms_text(words, move.forms) or talk.text("do.nothing")
            return talk.text("do.methods", forms=forms)
        case m.SetOrder():
            return talk.text("do.order", order=words.ranked(move.order))
        case m.Ready():
            return talk.text("do.ready")
        case m.Introduce():
            return talk.text("do.introduce")
        case m.HandOver():
            return talk.text("do.hand", issue=words.issue(move.issue))
        case m.Note():
            return talk.text("do.note", text=move.text)
        case m.Unsay():
            return talk.text("do.unsay")
        case m.Propose():
            if not move.lines:
                return talk.text("do.propose_all")
            return talk.text("do.propose", lines=told.deals_text(words, move.lines))
        case m.Confirm():
            return _numbered(words, "confirm", move.lines)
        case m.Refuse():
            return _numbered(words, "refuse", move.lines)
        case m.Strike():
            return _numbered(words, "strike", move.lines)
        case m.Reopen():
            return talk.text("do.reopen", number=move.line)
        case m.ClaimPen():
            return talk.text("do.pen")
        case m.Draw():
            deal = words.deal(move.deal.terms or no_terms(len(words.issues)), move.deal.benefits)
            return talk.text("do.draw", deal=deal) if deal else talk.text("do.draw_all")
        case m.Sign():
            return talk.text("do.sign")
        case m.Tear():
            return talk.text("do.tear")
        case m.Guess():
            return talk.text("do.guess", order=words.ranked(move.order))
        case m.Authorise():
            return told.allowed(words, move, "do")
        case m.CallExecutives():
            return talk.text("do.executives")
        case m.Return():
            return talk.text("do.back")
        case m.WalkOut():
            return talk.text("do.walk_out")
        case _:
            raise TypeError(f"a spoken move is not a gesture: {type(move).__name__}")


def _numbered(words: Lexicon, key: str, numbers: tuple[int, ...]) -> str:
    talk = catalogue("talk", words.lang)
    if not numbers:
        return talk.text(f"do.{key}_all")
    return talk.text(f"do.{key}", lines=told.lines_text(words, numbers))
