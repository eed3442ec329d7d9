"""Scripts: written to be read, served without comments, indentation and most line ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Only comments that have lines of their own, so that no text in quotes can be one.
_BLOCK: Final = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE: Final = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT: Final = re.compile(r"^\s+", re.MULTILINE)
# A line end that says nothing; where a comment may stand behind code, it does.
_OPEN_END: Final = re.compile(r"^((?:(?!//).)*[;,{(\[])\n", re.MULTILINE)


def scripts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each script's name and its text as it is served."""
    for path in sorted(folder.glob("*.js")):
        yield path.name, served(path.read_text(encoding="utf-8"))


def served(text: str) -> str:
    """A script without what only its readers need.

    Text in backquotes that runs over several lines would lose its indentation: ours has none.
    """
    bare = _INDENT.sub("", _LINE.sub("", _BLOCK.sub("", text)))
    return _OPEN_END.sub(r"\1", bare)
