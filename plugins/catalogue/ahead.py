"""Ahead: reading that has begun before it is asked for, while Pelican is still being loaded."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from catalogue.loader import Loading

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_begun: dict[tuple[Path, date], Loading] = {}


def begin(root: Path, today: date) -> None:
    """Begin to read a project; whatever stops it is raised by ``loading``."""
    with suppress(OSError):
        _begun[root.resolve(), today] = Loading(root, today)


def loading(root: Path, today: date) -> Loading:
    """The reading of a project on a day, begun before or now.

    Raises OSError when a folder that has to be there is missing.
    """
    return _begun.pop((root.resolve(), today), None) or Loading(root, today)
