"""Page Markdown: an extension of Markdown that does not look for signs that a page does not hold.

Markdown searches every text of a page for each of its forms. Most pages hold few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from markdown import Markdown

# The forms within a line by Markdown's names, and what a page with that form always holds.
SIGNS: Final = {
    "backtick": "`",
    "escape": "\\",
    "link": "](",
    "image_link": "![",
    "reference": "]:",
    "short_reference": "]:",
    "image_reference": "]:",
    "short_image_ref": "]:",
    "autolink": "<",
    "automail": "<",
    "html": "<",
    "linebreak": "  \n",
    "entity": "&",
}
# After the others, which change lines.
_LAST: Final = -1


class _OnlyWhatIsThere(Preprocessor):
    """Chooses anew for each page, since one instance of Markdown may read them all."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        every = self.md.inlinePatterns
        absent = {every[name] for name, sign in SIGNS.items() if sign not in text}
        looked_for = [pattern for pattern in every if pattern not in absent]
        vars(self.md.treeprocessors["inline"])["inlinePatterns"] = looked_for
        return lines


class OnlyWhatIsThere(Extension):
    """Makes a page the quicker way, to the same HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Markdown's name)
        """Register what looks at the lines of a page."""
        md.preprocessors.register(_OnlyWhatIsThere(md), "only_what_is_there", _LAST)
