"""Words that came with a move, beside what the move says by itself.

A seat may word its moves as it likes, in any language; what bots and rulings read are the
chips. So a reader sees the words where they are in his own language, and the made sentence
where they are not, or where they leave a chip out. Source: look.md.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.issue import Terms
from negosim.language.lexicon import Lexicon
from negosim.language.sentences import event_said, made_sentence
from negosim.language.typography import is_wide
from negosim.language.values import value_text


def told(words: Lexicon, event: e.Event) -> tuple[str, str]:
    """What an event says, and the made sentence where the words said leave something out.

    The second is empty where the first says it all.
    """
    own = getattr(event, "words", "")
    if not own or isinstance(event, e.BreakTaken):
        return event_said(words, event).text, ""
    plain = made_sentence(words, event)
    if not _is_in(own, words.lang):
        return plain, ""
    lower = own.casefold()
    missing = any(chip.casefold() not in lower for chip in chips(words, event))
    return own, plain if missing else ""


def chips(words: Lexicon, event: e.Event) -> list[str]:
    """The issues and values that rulings and bots read of an event, as they are written."""
    match event:
        case e.OfferMade():
            packages = [event.give, event.want]
            if event.second is not None:
                packages += [event.second.give, event.second.want]
            benefits = [words.benefits[place].text.in_(words.lang) for place in event.benefits]
            return [value for terms in packages for value in _values(words, terms)] + benefits
        case e.OfferAccepted():
            return _values(words, event.terms)
        case e.QuestionAnswered():
            named = [words.name(number) for number in event.issues]
            return [*named, *_values(words, event.demand), *_values(words, event.gives)]
        case e.QuestionAsked():
            return [words.name(number) for number in event.issues]
        case e.Argued():
            return _values(words, event.limit)
        case e.Told():
            return [words.name(event.more), words.name(event.less)]
        case _:
            return []


def _values(words: Lexicon, terms: Terms) -> list[str]:
    return [
        value_text(issue, tick, words.lang)
        for issue, tick in zip(words.issues, terms)
        if tick is not None
    ]


def _is_in(text: str, lang: str) -> bool:
    """Whether words are written in the language: Chinese has wide characters, English none.

    Words without letters, such as `…`, are in every language.
    """
    letters = [character for character in text if character.isalpha()]
    return not letters or any(map(is_wide, letters)) == (lang == "zh")
