"""Writing needs no pydantic: `check`, `--help` and bulk games never load it."""

import subprocess
import sys

WRITES = """
import sys
from negosim.engine.moves import Sign
from negosim.wire.codec import Codec
from negosim.wire.lines import view_message
import negosim.play.journal
print(Codec((), ()).move_to_json(Sign()), "pydantic" in sys.modules)
print(Codec((), ()).move_from_json({"move": "sign"}), "pydantic" in sys.modules)
"""


def test_pydantic_is_loaded_by_the_first_message_read_and_not_before() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITES], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["{'move': 'sign'} False", "Sign() True"]
