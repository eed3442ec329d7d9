"""Scripts: written to be read, served without comments, indentation and most line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Only comments that have lines of their own, so that no text in quotes can be one.
_BLOCK: Final = re.compile(r"\n[ \t]*/\*.*?\*/[ \t]*(?=\n)", re.DOTALL)
# After one of these the end of a line says nothing.
_OPEN: Final = (";", ",", "{", "(", "[")


def scripts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each script's path below the folder and its text as it is served."""
    for path in sorted(folder.rglob("*.js")):
        yield path.relative_to(folder).as_posix(), served(path.read_text(encoding="utf-8"))


def served(text: str) -> str:
    """A script without what only its readers need.

    Text in backquotes that runs over several lines would lose its indentation: ours has none.
    """
    lines = (line.lstrip() for line in _BLOCK.sub("", f"\n{text}").split("\n"))
    return "".join(map(_joined, filter(None, lines)))


def _joined(line: str) -> str:
    """A line with its end where that says something, as it may where a comment stands in it."""
    if "//" in line:
        return "" if line.startswith("//") else f"{line}\n"
    return line if line.endswith(_OPEN) else f"{line}\n"
