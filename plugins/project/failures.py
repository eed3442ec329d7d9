"""Failures: what a command says, and how it ends, where the machine would not let it run."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn

from project.pipes import outlive_readers
from project.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable

COULD_NOT_RUN: Final = 2
INTERRUPTED: Final = 130
"""The status after Ctrl+C, which every shell knows."""

_NO_MEMORY: Final = "there is not enough memory on this machine"
_CAUSES: Final = {
    errno.EACCES: "this may not be read or written by you",
    errno.EPERM: "this may not be read or written by you",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "there is no room left on this disk",
    errno.EDQUOT: "there is no room left on this disk for you",
    errno.EFBIG: "a file is larger than this system allows",
    errno.EMFILE: "more files are open than this system allows",
    errno.ENFILE: "more files are open than this system allows",
    errno.ENOMEM: _NO_MEMORY,
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "this is not a folder",
    errno.EISDIR: "this is a folder and not a file",
    errno.EEXIST: "this is there already",
    errno.ENAMETOOLONG: "this name is too long",
}


def run_command(main: Callable[[], int]) -> NoReturn:
    """Run a command to its end, whoever reads what it prints, and end with its status."""
    outlive_readers()
    sys.exit(ended(main))


def ended(main: Callable[[], int]) -> int:
    """The status of a command: its own, 2 with one sentence where it could not run, or 130."""
    try:
        try:
            return main()
        finally:
            sys.stdout.flush()  # what cannot be printed must be known before Python ends
    except KeyboardInterrupt:
        return INTERRUPTED
    except (OSError, MemoryError) as error:
        with suppress(OSError):
            print(f"This could not run: {cause_of(error)}", file=sys.stderr, flush=True)
        return COULD_NOT_RUN


def cause_of(error: Exception) -> str:
    """What went wrong, as a sentence for people who do not know Python."""
    if isinstance(error, MemoryError):
        return f"{capital(_NO_MEMORY)}."
    if not isinstance(error, OSError) or error.errno is None:
        return str(error)
    words = capital(_CAUSES.get(error.errno, error.strerror or str(error)))
    return f"{words}: {error.filename}" if error.filename else f"{words}."
