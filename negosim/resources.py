"""Where shipped files lie: scenarios and message catalogues.

A wheel carries them in `negosim/data`; a checkout has them at its root. Nothing
else may guess at paths, so that an installed copy works from any folder.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `scenarios` or `assets`, absolute; it exists in every installation."""
    packed = _PACKAGE / "data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
