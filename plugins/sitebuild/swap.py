"""The swap: a folder takes the place of another, and a kill at any moment leaves one of them there.

Linux gives two folders each other's names in one step. Elsewhere there is a moment between two
renames: whoever comes next finds the old folder under a name that says so, and puts it back.

A build holds its folder with a lock that ends with it, so the next one can tell whether anybody
still works in a folder that it finds. Where the system has no such locks, nobody can tell.
"""

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

NEW, OLD = "new", "old"
_MADE_UP = "[a-z0-9_]{8}"  # what tempfile puts behind a prefix
_HERE = -100  # AT_FDCWD: paths count from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE


def prefix(place: Path, role: str) -> str:
    """How the folders of builds for `place` begin, which stand beside it."""
    return f".{place.name}-{role}-"


def leftovers(place: Path, *roles: str) -> list[Path]:
    """The folders beside `place` that builds for it made and that are still there."""
    starts = "|".join(re.escape(prefix(place, role)) for role in roles or (NEW, OLD))
    name = re.compile(f"(?:{starts}){_MADE_UP}")
    if not place.parent.is_dir():
        return []
    return sorted(path for path in place.parent.iterdir() if name.fullmatch(path.name))


def put_in_place(staged: Path, place: Path) -> Path:
    """Let `staged` take the place of `place`, and say where that stands now."""
    if not place.exists():
        staged.rename(place)
        return staged
    if exchange(staged, place):
        return staged
    return put_in_place_in_two_steps(staged, place)


def put_in_place_in_two_steps(staged: Path, place: Path) -> Path:
    """The same by two renames; whatever interrupts them, the old folder is put back."""
    old = staged.with_name(staged.name.replace(f"-{NEW}-", f"-{OLD}-"))
    try:
        place.rename(old)
        staged.rename(place)
    except BaseException:  # also Ctrl+C
        if old.exists() and not place.exists():
            old.rename(place)
        raise
    return old


def exchange(one: Path, other: Path) -> bool:
    """Give two folders each other's names in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    status: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return status == 0


def hold(folder: Path) -> ExitStack:
    """Hold a folder until the result is closed; processes started meanwhile hold it too."""
    held = ExitStack()
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        held.callback(os.close, number)
        os.set_inheritable(number, True)
        with suppress(OSError):  # a disk without locks
            fcntl.flock(number, fcntl.LOCK_EX)
    return held


@contextmanager
def locked(folder: Path, *, wait: bool = False) -> Iterator[bool]:
    """Whether nobody else holds a folder meanwhile; False as well where nobody can tell."""
    if sys.platform == "win32":
        yield False
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:  # it went away, or it is somebody else's
        yield False
        return
    try:
        yield _lock(number, wait=wait)
    finally:
        os.close(number)


def _lock(number: int, *, wait: bool) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
