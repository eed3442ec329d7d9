"""Files: the site's texts put below its folder, with few system calls."""

from __future__ import annotations

import os
from typing import Final

_TO_WRITE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_text(folder: str, path: str, text: str) -> None:
    """Write one file below a folder; its path comes from checked slugs only.

    Few system calls, since a build makes thousands of files.
    """
    target = f"{folder}/{path}"
    data = memoryview(text.encode("utf-8"))
    if path.endswith("/index.html"):
        make_folder(target.rpartition("/")[0])
    try:
        descriptor = os.open(target, _TO_WRITE, 0o644)
    except FileNotFoundError:
        make_folder(target.rpartition("/")[0])
        descriptor = os.open(target, _TO_WRITE, 0o644)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    finally:
        os.close(descriptor)


def make_folder(path: str) -> None:
    """A folder and those above it, whichever are not there yet."""
    try:
        os.mkdir(path)  # noqa: PTH102  (a Path would cost more than the call)
    except FileExistsError:
        pass
    except FileNotFoundError:
        make_folder(path.rpartition("/")[0])
        make_folder(path)
