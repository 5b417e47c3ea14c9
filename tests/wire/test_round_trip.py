"""Whatever the engine can make is read back as it was written, byte for byte."""

from typing import Any, get_args

import pytest
import strategies
import wired
from built import third_vendor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negosim.engine.events import Event
from negosim.engine.moves import Move
from negosim.engine.opening import opened, solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.view import SeatEvent, brief_of, view_of
from negosim.wire.codec import Codec, brief_from_json, codec_of
from negosim.wire.errors import WireError
from negosim.wire.jsontext import canonical, compact, parse
from negosim.wire.messages import View
from negosim.wire.shapes import form_of

MOVES = get_args(Move)
EVENTS = get_args(Event)
FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def codec(scenario: Scenario) -> Codec:
    return Codec(scenario.issues, scenario.benefits)


def by_name(kind: type[Any]) -> str:
    return kind.__name__


@pytest.mark.parametrize("kind", MOVES, ids=by_name)
@FEW
@given(data=st.data())
def test_a_move_of_every_kind_is_read_back_as_written(kind: type[Any], data: st.DataObject) -> None:
    scenario = data.draw(strategies.scenarios())
    move = data.draw(wired.values(form_of(kind), scenario))
    door = codec(scenario)
    text = compact(door.move_to_json(move))
    again = door.move_from_json(parse(text.encode()))
    assert again == move
    assert compact(door.move_to_json(again)) == text


@pytest.mark.parametrize("kind", EVENTS, ids=by_name)
@FEW
@given(data=st.data())
def test_an_event_of_every_kind_is_read_back_as_written(
    kind: type[Any], data: st.DataObject
) -> None:
    scenario = data.draw(strategies.scenarios())
    event = data.draw(wired.values(form_of(kind), scenario))
    door = codec(scenario)
    text = canonical(door.event_to_json(event))
    again = door.event_from_json(parse(text))
    assert again == event
    assert canonical(door.event_to_json(again)) == text


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_seats_event_is_read_back_with_its_rulings(data: st.DataObject) -> None:
    scenario = data.draw(strategies.scenarios())
    event = data.draw(wired.values(form_of(SeatEvent), scenario))
    door = codec(scenario)
    text = compact(door.seat_event_to_json(event))
    assert door.seat_event_from_json(parse(text.encode())) == event


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_view_is_read_back_as_written(data: st.DataObject) -> None:
    scenario = data.draw(strategies.scenarios())
    side = data.draw(st.sampled_from(SIDES))
    brief = brief_of(scenario, side)
    bare: View = data.draw(wired.values(form_of(View), scenario))
    view = view_of(opened(scenario, solo_setup(scenario)), side.word, side)
    door = codec_of(brief)
    for each in (view, type(view)(bare.seat, brief, bare.common, bare.own)):
        text = compact(door.view_to_json(each))
        assert door.view_from_json(parse(text.encode()), brief) == each


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenario=strategies.scenarios(), side=st.sampled_from(SIDES))
def test_a_brief_is_read_back_with_its_grid_worked_out_again(
    scenario: Scenario, side: Side
) -> None:
    brief = brief_of(scenario, side)
    text = compact(codec_of(brief).brief_to_json(brief))
    assert brief_from_json(parse(text.encode())) == brief


def test_equal_values_give_equal_bytes_whatever_the_order_of_their_making() -> None:
    scenario = third_vendor()
    first = codec(scenario).move_from_json(
        {"move": "offer", "want": {"payment": 75}, "give": {"delivery": 45, "price": 300}}
    )
    second = codec(scenario).move_from_json(
        {"give": {"price": 300, "delivery": 45}, "move": "offer", "want": {"payment": 75}}
    )
    texts = [compact(codec(scenario).move_to_json(move)) for move in (first, second)]
    assert texts[0] == texts[1]
    assert texts[0].startswith('{"move":"offer","give":{"price":300,"delivery":45}')


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_spoilt_brief_is_a_brief_or_a_wire_error(data: st.DataObject) -> None:
    brief = brief_of(third_vendor(), data.draw(st.sampled_from(SIDES)))
    spoiled = data.draw(wired.spoilt(codec_of(brief).brief_to_json(brief)))
    try:
        found = brief_from_json(spoiled)
    except WireError:
        return
    assert brief_from_json(codec_of(found).brief_to_json(found)) == found
