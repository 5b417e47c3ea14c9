"""Sets negosim up in a folder of its own (.venv) and starts it, or its tests.

    python3 start.py            the game
    python3 start.py play ...   any negosim command
    python3 start.py test       the tests

Needs nothing but Python 3.11 or later and, the first time, the network.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
BIN = HOME / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")


def set_up(extra: str) -> None:
    """Make the environment and install into it, unless that has been done for this pyproject."""
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    stamp = HOME / f"negosim{extra}.stamp"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not PYTHON.is_file():
        print("Setting up (once)...", file=sys.stderr)
        try:
            venv.create(HOME, with_pip=True)
        except (subprocess.CalledProcessError, OSError) as error:
            sys.exit(
                f"Python could not make an environment in {HOME}: {error}\n"
                "On Debian and Ubuntu: apt install python3-venv, then once more."
            )
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*install, "--editable", f"{HERE}{extra}"], check=False)
    if done.returncode:
        sys.exit("Installing failed; the lines above say why. Is the network there?")
    stamp.write_text(wanted)


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - whichever Python the user has runs this
        sys.exit(f"negosim needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    arguments = sys.argv[1:]
    if arguments[:1] == ["test"]:
        set_up("[test]")
        command = [PYTHON, "-m", "pytest", "-n", "auto", *arguments[1:]]
        return subprocess.run(command, cwd=HERE, check=False).returncode
    set_up("")
    return subprocess.run([PYTHON, "-m", "negosim", *arguments], check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
