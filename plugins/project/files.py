"""Files: the one way in which something is written to disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

# The owner writes, and everybody reads: a web server is somebody else.
_MODE: Final = 0o644
_UNFINISHED: Final = ".{name}.unfinished"
UNFINISHED: Final = re.compile(r"\..+\.unfinished")
"""What a file is called until it is whole. One that a kill left behind holds nothing of worth."""


def write_file(target: Path, content: str | bytes) -> None:
    """Write a file, its folders included; text as UTF-8 with its line ends as they are.

    It is written beside its place and put there whole, so that nobody reads a half of it and
    what stood there before stays until then.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(_UNFINISHED.format(name=target.name))
    try:
        beside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        beside.chmod(_MODE)
        beside.replace(target)
    except BaseException:  # also Ctrl+C
        beside.unlink(missing_ok=True)
        raise
