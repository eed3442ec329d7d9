"""Pipes: what is printed once whoever reads it has gone, as ``head`` goes after its first lines.

A command then does the rest of its work unheard, and ends with the status that it has earned.
"""

from __future__ import annotations

import errno
import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# Where other systems say that a pipe is broken, Windows speaks of a wrong argument.
_NOBODY_READS = (errno.EPIPE, errno.EINVAL)


def outlive_readers() -> None:
    """Let what is printed go nowhere, instead of failing, once nobody reads it any more."""
    sys.stdout = _outliving(sys.stdout)
    sys.stderr = _outliving(sys.stderr)


class _Outlet(io.FileIO):
    """Where the bytes go. A disk that is full is told once, not again as Python ends."""

    has_failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in _NOBODY_READS and not self.has_failed:
                self.has_failed = True
                raise
            return memoryview(data).nbytes


def _outliving(stream: TextIO) -> TextIO:
    """The same stream, made to go on; a terminal stays as it is, and so does a stand-in."""
    if not isinstance(stream, io.TextIOWrapper) or stream.isatty():
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(_Outlet(stream.fileno(), "wb", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
