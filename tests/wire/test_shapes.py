"""The wire's forms follow the engine's types; nothing is left out and no int is guessed at."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args

import pytest

from negosim.engine.events import Event
from negosim.engine.moves import Move
from negosim.wire.kinds import (
    Choice,
    Form,
    Items,
    Leaf,
    Maybe,
    OneOf,
    PerIssue,
    Row,
    Shape,
    Sides,
)
from negosim.wire.shapes import (
    GRID,
    briefs,
    events,
    messages,
    moves,
    seat_events,
    shape_of,
    tag_of,
    views,
)

ROOTS = (moves, events, messages, seat_events, views, briefs)

# Every bare int that travels, by the record that has it. An int that means a place or
# a value must be marked in the engine or in `MEANINGS`; what is listed here counts.
COUNTS = {
    "Answer": {"strength"},
    "AgreementLapsed": {"numbers"},
    "Argue": {"claim"},
    "Argued": {"claim"},
    "BreakTaken": {"ends_ms"},
    "Brief": {"walk_away", "announced", "cards"},
    "BriefMessage": {"wire"},
    "CardDrawn": {"card"},
    "Heard": {"place"},
    "Common": {"elapsed_ms"},
    "Confirm": {"lines"},
    "Costs": {
        *("question", "answer", "offer", "concession", "argument", "tell", "second"),
        *("goodwill", "not_yet", "accept", "record", "confirm", "leave", "sheet"),
    },
    "DeadlockFell": {"number"},
    "Grid": {"weight", "levels"},
    "Line": {"number"},
    "LineReopened": {"line"},
    "LinesConfirmed": {"numbers"},
    "LinesProposed": {"numbers"},
    "LinesRefused": {"numbers"},
    "LinesStruck": {"numbers"},
    "Marks": {"rank"},
    "NewsArrived": {"news"},
    "OverMessage": {"points"},
    "Position": {"still", "offers"},
    "QuestionAnswered": {"strength"},
    "Recess": {"ends_ms"},
    "Record": {"drafted_ms", "drafted_turn", "sheets"},
    "Refuse": {"lines"},
    "Reopen": {"line"},
    "ReopeningAsked": {"line"},
    "Ruling": {"figures"},
    "SeatEvent": {"number"},
    "Setup": {"limit_ms", "break_ms", "silence_ms"},
    "Strike": {"lines"},
    "Talk": {"since", "total"},
    "Turn": {"number", "asked", "quiet", "deadlocks", "moved_ms"},
}


def forms(shape: Shape, seen: set[type[Any]]) -> Iterator[Form]:
    match shape:
        case Form(kind, parts):
            if kind not in seen:
                seen.add(kind)
                yield shape
                for part in parts:
                    yield from forms(part.shape, seen)
        case Maybe(of) | Items(of) | Sides(of) | PerIssue(of):
            yield from forms(of, seen)
        case Row(of):
            for each in of:
                yield from forms(each, seen)
        case OneOf(_, kinds):
            for form in kinds:
                yield from forms(form, seen)
        case Leaf.GRID:
            yield from forms(GRID, seen)
        case Leaf() | Choice():
            pass


def all_forms() -> list[Form]:
    seen: set[type[Any]] = set()
    return [form for root in ROOTS for form in forms(root(), seen)]


def holds_count(shape: Shape) -> bool:
    match shape:
        case Leaf():
            return shape is Leaf.COUNT
        case Maybe(of) | Items(of) | Sides(of) | PerIssue(of):
            return holds_count(of)
        case Row(of):
            return any(holds_count(each) for each in of)
        case _:
            return False


def test_every_bare_int_on_the_wire_is_known_to_be_a_count() -> None:
    found: dict[str, set[str]] = {}
    for form in all_forms():
        counts = {field.name for field in form.fields if holds_count(field.shape)} - {"at_ms"}
        if counts:
            found.setdefault(form.kind.__name__, set()).update(counts)
    known = found.keys() & COUNTS.keys()
    assert found.keys() == COUNTS.keys()
    assert {name: found[name] for name in known} == COUNTS


def test_every_field_of_a_record_travels_but_what_follows_from_others() -> None:
    left_out = {
        (form.kind.__name__, field.name)
        for form in all_forms()
        for field in fields(form.kind)
        if field.name not in {part.name for part in form.fields}
    }
    assert left_out == {("Brief", "worth_scale")}


def test_every_move_and_event_has_a_form_and_a_tag_of_its_own() -> None:
    assert [form.kind for form in moves().forms] == list(get_args(Move))
    assert [form.kind for form in events().forms] == list(get_args(Event))
    for root in (moves, events, messages):
        tags = [form.tag for form in root().forms]
        assert len(set(tags)) == len(tags)
        assert all(tag == tag.lower() and tag.isidentifier() for tag in tags)


@pytest.mark.parametrize(
    ("name", "tag"),
    [("Ask", "ask"), ("NotYet", "not_yet"), ("OfferMade", "offer_made"), ("ViewMessage", "view")],
)
def test_a_tag_is_the_name_in_small_words(name: str, tag: str) -> None:
    assert tag_of(type(name, (), {})) == tag


def test_no_field_bears_the_name_of_its_records_tag_key() -> None:
    for form in all_forms():
        assert form.key not in {field.name for field in form.fields}


def test_a_type_without_a_form_is_refused_when_it_is_met() -> None:
    with pytest.raises(TypeError, match="no form on the wire"):
        shape_of(complex)
