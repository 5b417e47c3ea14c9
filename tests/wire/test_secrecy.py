"""Two worlds that differ only in the other side's secrets give equal bytes (architecture.md law 3)."""

from built import ladder, numeric, scenario_of
from notation import Match, unbound

from negosim.engine.legality import legal_moves
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.play.stream import Streams
from negosim.wire.codec import Codec
from negosim.wire.lines import message_line, view_message
from negosim.wire.messages import BriefMessage

PLAYED = """
c ask expectation price; v answer demand price=300
c offer price=170; v ask open; c answer evasive; v offer price=280 for payment=75
c notyet; v offer price=270 for payment=75; c accept; v write; c confirm
"""


def world(price: tuple[int, int, int, int], payment: tuple[int, int, int, int]) -> Scenario:
    return unbound(
        scenario_of(
            numeric("price", (2, 310, 240, 188), price),
            ladder("payment", (90, 75, 60, 45, 30), (1, 0, 2, 4), payment),
        )
    )


def told(scenario: Scenario) -> list[bytes]:
    """Every line the vendor's program is sent, move by move."""
    codec = Codec(scenario.issues, scenario.benefits)
    match = Match.at_talks(scenario)
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    out = [message_line(codec, BriefMessage(1, "vendor", match.view("v").brief))]
    seen = 0
    for line in PLAYED.replace("\n", ";").split(";"):
        if not line.strip():
            continue
        match.play(line)
        streams.add(match.state, match.last)
        news = streams.of(Side.VENDOR, seen)
        seen += len(news)
        view = match.view("v")
        message = view_message(view, news, calls=False, legal=legal_moves(view))
        out.append(message_line(codec, message))
    return out


def test_nothing_of_the_clients_marks_or_order_is_in_what_the_vendor_is_sent() -> None:
    first = told(world((1, 170, 225, 281), (2, 4, 2, 0)))
    second = told(world((2, 150, 270, 290), (1, 4, 3, 1)))
    assert len(first) == 1 + 11  # the brief, and a view a line
    assert first == second


def test_the_vendors_own_marks_are_in_it() -> None:
    lines = told(world((1, 170, 225, 281), (2, 4, 2, 0)))
    assert b'"floor":188' in lines[0]
    assert all(b'"floors":{"price":188' in line for line in lines[1:])
