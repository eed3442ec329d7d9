"""Compiled templates: kept by Jinja from one build to the next, as Python keeps its modules."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from pathlib import Path


def compiled_templates(theme: Path) -> FileSystemBytecodeCache | None:
    """Where the compiled templates of a theme are kept: else each build compiles all of them anew.

    Nowhere in a folder that may only be read: compiling them each time does no harm.
    """
    folder = theme / "templates" / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None
