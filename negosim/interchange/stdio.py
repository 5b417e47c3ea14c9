"""A delegate at one end of two pipes, `negosim play --port stdio` at the other."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from negosim.interchange.delegate import Delegate


def converse(delegate: Delegate, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Answer every line until the match is over or the stream ends."""
    for line in incoming:
        answer = delegate.handle(json.loads(line))
        if answer is not None:
            outgoing.write(answer.encode("utf-8") + b"\n")
            outgoing.flush()
        if delegate.over is not None:
            return


def play(delegate: Delegate, arguments: Sequence[str]) -> int:
    """Run `negosim play` with these arguments and play it through; its exit status.

    What it says to people goes to this process's own standard error.
    """
    command = [sys.executable, "-m", "negosim", "play", *arguments, "--port", "stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        # Where the game has gone, its status says what there is to say.
        with suppress(BrokenPipeError):
            converse(delegate, game.stdout, game.stdin)
            game.stdin.close()
        return game.wait()
