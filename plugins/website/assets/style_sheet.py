"""The style sheet: several small files to write in, one file to serve."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ORDER: Final = (
    "tokens",
    "base",
    "layout",
    "components",
    "finder",
    "form",
    "utilities",
    "print",
    "paper",
)
# The lists that stand on other people's sites need little.
EMBED: Final = ("tokens", "embed")
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK: Final = re.compile(r"\n\s*")
# Around these the rules need no white space.
_MARKS: Final = "{};,>"


def style_sheet(folder: Path, names: Sequence[str] = ORDER) -> str:
    """The parts in order, without comments and white space that is not needed.

    Raises OSError when a part is missing.
    """
    parts = ((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
    rules = _BLANK.sub("\n", _COMMENT.sub("", "".join(parts)))
    for mark in _MARKS:
        rules = mark.join(map(str.strip, rules.split(mark)))
    return rules.replace(";}", "}").strip() + "\n"
