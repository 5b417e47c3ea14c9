"""How fast the window is: `python tests/bench/window.py`. Prints medians; asserts nothing.

Against the table of look.md: first full screen, full redraw, changed region, event to
changed pixels, memory. Drawn in memory with SDL's dummy driver, CPU only.
"""

from __future__ import annotations

import os
import resource
import runpy
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).parents[2]
SIZES = ((1280, 720), (1920, 1080))
FRAMES = 600

FIRST = """
from time import perf_counter
import os
os.environ["SDL_VIDEODRIVER"] = "dummy"
from negosim.gui.startup import prepare
prepare()
import pygame
from negosim.gui.app import App
from negosim.gui.scenes.title import TitleScene
from negosim.present.settings import Settings
from negosim.solo.games import Games
from pathlib import Path
pygame.display.init()
surface = pygame.display.set_mode((1280, 720))
app = App(surface, settings=Settings(), games=Games(Path("no-such-folder")))
app.set_home(TitleScene)
app.go_home()
app.frame(16)
pygame.display.flip()
"""


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    out = []
    for _ in range(times):
        begun = process_time()
        work()
        out.append((process_time() - begun) * 1000)
    return out


def told(name: str, found: list[float]) -> None:
    worst = max(found)
    print(f"{name:44} median {statistics.median(found):7.2f} ms   worst {worst:7.2f} ms")


def main() -> None:
    starts = []
    for _ in range(5):
        begun = perf_counter()
        subprocess.run([sys.executable, "-c", FIRST], check=True, cwd=ROOT, capture_output=True)
        starts.append((perf_counter() - begun) * 1000)
    told("process start to first full screen (wall)", starts)
    for width, height in SIZES:
        # A process of its own, so that its memory is that of one window.
        subprocess.run([sys.executable, __file__, str(width), str(height)], check=True)


def measure(size: tuple[int, int]) -> None:
    window: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "pictures" / "window.py"))
    import pygame

    window["Stage"].__init__.__globals__["SIZE"] = size
    with tempfile.TemporaryDirectory() as folder:
        stage = window["Stage"]("zh", Path(folder))
        window["SCENES"]["table"](stage)
        app = stage.app
        label = f"table {size[0]}x{size[1]}"
        app.paint()
        told(f"{label}: full redraw", milliseconds(app.paint, FRAMES))
        told(f"{label}: built, laid out and redrawn", milliseconds(lambda: _whole(app), 200))
        told(f"{label}: clock only", milliseconds(lambda: _touched(app), FRAMES))
        told(f"{label}: Tab to changed pixels", milliseconds(lambda: _key(app, pygame), 200))
        stage.close()
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{label + ': memory, peak':44} {used:10.0f} MB")


def _whole(app: Any) -> None:
    app.refresh()
    app.frame(app.now_ms)


def _touched(app: Any) -> None:
    app.touch("clock")
    assert app.frame(app.now_ms)


def _key(app: Any, pygame: Any) -> None:
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    assert app.frame(app.now_ms)


if __name__ == "__main__":
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    if len(sys.argv) == 3:
        measure((int(sys.argv[1]), int(sys.argv[2])))
    else:
        main()
