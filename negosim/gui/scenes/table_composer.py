"""The composer: the open verb's form, the sentence it makes, and the one button that says it.

What waits for an answer of ours, the coach's warning and the phrase cards stand here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.scenes.table_draft import DEMAND
from negosim.gui.scenes.table_forms import form, left_line, problem_line
from negosim.gui.scenes.table_papers import PACKAGES, QUESTION
from negosim.gui.scenes.table_sentence import SentenceLine, sentence_editor
from negosim.gui.theme import (
    CARD,
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    US_TINT,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Flow,
    Grid,
    Icon,
    IconButton,
    Kind,
    Label,
    Press,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.present.choices import Choice
from negosim.present.coach import advice
from negosim.present.composing import has_tones, tone_name
from negosim.present.phrase_cards import PhraseCard
from negosim.solo.sitting import Waiting

PADDING, LEAST_FORM, QUIET = 11.0, 76.0, 112.0
SAY = "say"


def composer(ui: Ui, desk: TableDesk) -> Widget:
    """The card over the bar."""
    if desk.playing.hidden:
        return Card(_hidden(ui, desk), padding=PADDING)
    verb = next(each for each in desk.verbs if each.id == desk.verb)
    usable = desk.is_answering or not verb.why_not
    # In a low window there is no room for a lesson and the cards.
    crowded = ui.short and desk.taught and not desk.draft.hinted
    helping = help_block(ui, desk) if ui.narrow and not crowded else None
    body = form(ui, desk) if usable else _waiting(ui, desk, verb.why_not)
    says = usable or desk.draft.loose is not None
    return Card(
        Scroll(
            Column(_hats(desk), _question(desk), body, helping, gap=7),
            key="form",
            least_height=LEAST_FORM,
        ),
        sentence_block(ui, desk) if says else None,
        gap=7,
        padding=PADDING,
        grow=0.01,
    )


# -- the sentence ---------------------------------------------------------------------


def sentence_block(ui: Ui, desk: TableDesk) -> Widget:
    """What would be heard, how it may be worded, what to mind, and the button."""
    choice = desk.picked
    move = None if choice is None else choice.move
    problem = problem_line(choice)
    if choice is None or move is None:
        hint = Label(_prompt(desk, choice), style=SMALL, colour=MUTED, grow=1)
        return Row(hint, _say(desk, choice), gap=12)
    line = desk.sentence(move)
    spoken = has_tones(move)
    if spoken and desk.draft.editing:
        sentence = sentence_editor(ui, line, desk.edit, desk.say)
    else:
        sentence = SentenceLine(line, quiet=not spoken)
    return Column(
        *(_caution(text) for text in desk.cautions(move)),
        Row(
            Column(
                sentence,
                problem,
                _warning(desk) if desk.draft.warning and desk.draft.warned == move else None,
                gap=2,
                grow=1,
            ),
            _wording(desk) if spoken else None,
            _say(desk, choice),
            gap=12,
        ),
        gap=6,
    )


def _prompt(desk: TableDesk, choice: Choice | None) -> str:
    """What is still missing for a sentence."""
    if choice is not None and choice.why_not:
        return choice.why_not
    return left_line(desk) or desk.text("compose.pick")


def _wording(desk: TableDesk) -> Widget:
    """The three wordings in turn, and the words between to be typed over."""
    return Row(
        Button(
            tone_name(desk.draft.tone, desk.lang),
            desk.next_tone,
            key="tone",
            kind=Kind.TINY,
            icon="replay",
            tip=desk.text("compose.tone"),
        ),
        IconButton(
            "pen",
            lambda: desk.open_editor(not desk.draft.editing),
            key="edit",
            label=desk.text("compose.edit"),
            selected=desk.draft.editing,
            size=28,
        ),
        gap=6,
    )


def _say(desk: TableDesk, choice: Choice | None) -> Widget:
    """The one filled button; its hotkey works wherever nothing else has the focus."""
    move = None if choice is None else choice.move
    spoken = move is None or has_tones(move)
    again = bool(desk.draft.warning) and desk.draft.warned == move
    key = "compose.anyway" if again else "compose.say" if spoken else "compose.do"
    why_not = choice.why_not if choice is not None and choice.why_not else ""
    if move is None and not why_not:
        why_not = desk.text("compose.nothing")
    cost = desk.text("compose.cost", cost=choice.cost) if choice is not None and choice.cost else ""
    return Button(
        desk.text(key), desk.say, key=SAY, kind=Kind.FILLED, icon="send", hotkey="space",
        why_not=why_not, tip=cost,
    )  # fmt: skip


def _caution(text: str) -> Widget:
    """What the seat knows and may have forgotten."""
    return Box(
        Row(
            Icon("warning", size=15, colour=GOLD_TEXT), Label(text, style=SMALL, colour=INK), gap=8
        ),
        padding=6,
        fill=GOLD_TINT,
        radius=8,
    )


def _warning(desk: TableDesk) -> Widget:
    """The coach's one sentence before a move is sent."""
    return Box(
        Row(
            Icon("lamp", size=14, colour=GOLD_TEXT),
            Label(desk.text("compose.coach"), style=SMALL_STRONG, colour=GOLD_TEXT, wrap=False),
            Label(desk.draft.warning, style=SMALL, colour=INK, grow=1),
            gap=7,
        ),
        padding=3,
        fill=GOLD_TINT,
        border=GOLD,
        radius=8,
    )


# -- above the form -------------------------------------------------------------------


def _hats(desk: TableDesk) -> Widget | None:
    """Whose hat is on, where a group shares the machine."""
    sitting = desk.playing.sitting
    if len(sitting.seats) < 2:
        return None
    return Flow(
        Icon("hat", size=16, colour=MUTED),
        *(
            Button(
                name,
                partial(desk.playing.take, name),
                key=f"hat-{name}",
                kind=Kind.TINY,
                selected=name == sitting.seat,
            )
            for name in sitting.seats
        ),
        gap=6,
        line_gap=4,
    )


def _question(desk: TableDesk) -> Widget | None:
    """Their question, while it waits for an answer."""
    asked = next((each for each in desk.reactions if each.id == QUESTION), None)
    if asked is None:
        return None
    others = [] if desk.steppers != DEMAND else [c for c in asked.choices if c.id != DEMAND]
    return Row(
        Icon("question", size=18, colour=GOLD_TEXT),
        Label(desk.text("react.asked", text=asked.title), style=STRONG, grow=1),
        *(
            Button(
                choice.label,
                partial(desk.pick, choice.id),
                key=f"choice-{choice.id}",
                kind=Kind.TINY,
                why_not=choice.why_not,
            )
            for choice in others
        ),
        gap=8,
    )


def _waiting(ui: Ui, desk: TableDesk, why_not: str) -> Widget:
    """What is going on while nothing can be said."""
    asked = any(each.id not in (QUESTION, PACKAGES) for each in desk.reactions)
    if asked and desk.playing.waiting is Waiting.REACT:
        why_not = desk.text("other.react")
    said: Widget = Label(why_not, style=SMALL, colour=MUTED)
    if desk.playing.waiting is Waiting.OTHER:
        said = Row(
            Icon("clock", size=18, colour=MUTED),
            Label(desk.text("other.thinking", who=desk.their_name), style=STRONG, colour=MUTED),
            gap=8,
        )
    # What waits on its own card over the tracks needs the height.
    return _quiet(ui, said, low=asked)


def _hidden(ui: Ui, desk: TableDesk) -> Widget:
    """In place of the form: values, cautions and phrases are all made of one's own marks."""
    said = Row(
        Icon("eye-off", size=18, colour=MUTED),
        Label(desk.text("other.hidden"), style=STRONG, colour=MUTED),
        gap=8,
    )
    return _quiet(ui, said)


def _quiet(ui: Ui, said: Widget, *, low: bool = False) -> Widget:
    """As high as a form where there is room, so that the table does not move meanwhile."""
    air = 6.0 if low or ui.short else QUIET / 2
    return Column(Space(air), said, Space(air), gap=0)


# -- help -----------------------------------------------------------------------------


def help_block(ui: Ui, desk: TableDesk) -> Widget | None:
    """The three phrase cards, and what the coach would do; None where there is no help."""
    if desk.playing.hidden:
        return None
    shows_cards = (desk.is_advised or desk.draft.hinted) and desk.is_my_turn and desk.may_move
    says = desk.playing.coach_says
    if desk.draft.hinted:
        # What to do, and at first and guided what their posture means for a step.
        says = "\n".join(filter(None, (advice(desk.view, ui.lang), desk.goal.posture_text)))
    made = desk.phrase_cards if shows_cards else ()
    if not made and not says:
        return None
    columns = 3 if ui.narrow and ui.width >= 760 else 1
    return Column(
        _hint(says) if says else None,
        Label(desk.text("help.cards"), style=SMALL_STRONG, colour=MUTED) if made else None,
        Grid(*_cards(desk, made), columns=columns, gap=8, line_gap=6) if made else None,
        gap=6,
    )


def _hint(text: str) -> Widget:
    return Box(
        Row(Icon("lamp", size=16, colour=GOLD_TEXT), Label(text, style=SMALL, colour=INK), gap=8),
        padding=8,
        fill=GOLD_TINT,
        radius=8,
    )


def _cards(desk: TableDesk, made: Sequence[PhraseCard]) -> list[Widget]:
    loose = desk.draft.loose
    return [
        Press(
            Label(card.label, style=SMALL),
            partial(desk.pick_loose, Choice(f"card-{place}", card.label, card.move)),
            key=f"card-{place}",
            selected=loose is not None and loose.move == card.move,
            fill=US_TINT if loose is not None and loose.move == card.move else CARD,
            radius=10,
            padding=9,
            shadow=False,
        )
        for place, card in enumerate(made)
    ]
