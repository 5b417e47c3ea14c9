"""Where scenario files are: a path, or the id of a shipped one. Opens nothing but them."""

from __future__ import annotations

from pathlib import Path

from negosim.catalog.codes import Code
from negosim.catalog.problems import Findings, Spot, did_you_mean, quoted
from negosim.resources import folder

MOST_BYTES = 1 << 20


def shipped() -> tuple[str, ...]:
    """The ids of the scenarios that come with negosim, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder("scenarios").glob("*.yaml")))


def find(source: str | Path) -> Path:
    """The file meant by a shipped id or a path; it need not exist."""
    if isinstance(source, str) and source in shipped():
        return folder("scenarios") / f"{source}.yaml"
    return Path(source)


def read(path: Path, findings: Findings) -> bytes | None:
    """The bytes of a file, or None after noting why there are none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        known = shipped()
        hint = did_you_mean(path.stem, known)
        findings.add(Code.NOT_FOUND, Spot(), allowed=", ".join(known), hint=hint)
        return None
    except (OSError, ValueError) as fault:  # ValueError: a zero byte in the path
        reason = getattr(fault, "strerror", None) or str(fault)
        findings.add(Code.UNREADABLE, Spot(), found=quoted(reason))
        return None
    if len(data) > MOST_BYTES:
        findings.add(Code.TOO_LARGE, Spot(), allowed="1 MiB")
        return None
    return data
