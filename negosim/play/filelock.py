"""One writer a file, where the platform can hold others off.

The lock goes when the file is closed or the process ends, however it ends.
"""

from __future__ import annotations

import sys
from io import FileIO

if sys.platform == "win32":
    import msvcrt

    # Windows keeps readers from locked bytes, so one far behind any log is taken.
    _FAR = 1 << 30

    def lock(file: FileIO) -> bool:
        """Take the file for writing; False when another has it."""
        here = file.tell()
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(here)
        return True

else:
    import fcntl

    def lock(file: FileIO) -> bool:
        """Take the file for writing; False when another has it."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: the writer is trusted to be alone
            return True
        return True
