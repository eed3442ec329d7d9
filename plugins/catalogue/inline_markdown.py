"""Inline Markdown: a step that lets plain text through at once.

Python-Markdown tries every inline pattern on every piece of text. Most pieces of an entry hold
none of the characters that any pattern starts with, and come out as they went in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown.treeprocessors import InlineProcessor

if TYPE_CHECKING:
    from markdown import Markdown

# What the patterns look for, the placeholders of earlier patterns included.
SPECIAL: Final = re.compile("[`\\\\\\[!*_<&\x02\x03]|  \n")


class PlainTextFirst(InlineProcessor):
    """The inline step of Python-Markdown, skipped for text in which it would find nothing."""

    # The name is the mangled one of the method that handles one piece of text.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not SPECIAL.search(data):
            return data
        handled: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return handled


def let_plain_text_through(instance: Markdown) -> None:
    """Put the quicker step in the place of the ordinary one."""
    instance.treeprocessors.register(PlainTextFirst(instance), "inline", 20)
