"""What has to be settled before pygame is imported, and whether a window can be had at all.

Imports no pygame itself, so that a broken installation can still be told about.
"""

from __future__ import annotations

import os
import sys
from importlib import metadata

from negosim.engine.errors import NegosimError


class NoWindow(NegosimError):
    """There is no window here; the text says why, in the system's own words."""


class BrokenPygame(NegosimError):
    """Both pygame and pygame-ce are installed and overwrite each other; `wanted` is the version to keep."""

    def __init__(self, wanted: str) -> None:
        super().__init__(f"pygame and pygame-ce are both installed; keep pygame-ce {wanted}")
        self.wanted = wanted


def prepare() -> None:
    """Set what SDL reads when it starts. Raises `BrokenPygame`. Source: look.md, found by trying."""
    wanted = both_installed()
    if wanted:
        raise BrokenPygame(wanted)
    settings = {
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "SDL_IME_SHOW_UI": "1",
        "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
        "SDL_VIDEO_X11_WMCLASS": "negosim",
    }
    if sys.platform.startswith("linux") and not os.environ.get("WAYLAND_DISPLAY"):
        # Without a GPU the accelerated path costs 26-31 ms a frame at 1080p, this one under 1 ms.
        settings["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
    for name, value in settings.items():
        os.environ.setdefault(name, value)


def both_installed() -> str:
    """The version of pygame-ce where pygame is installed beside it, else an empty text."""
    try:
        metadata.version("pygame")
        return metadata.version("pygame-ce")
    except metadata.PackageNotFoundError:
        return ""
