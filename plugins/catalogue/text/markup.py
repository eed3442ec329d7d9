"""Markup: what would be more than words in a text, such as HTML or a path of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.problems.messages import Message, message_for
from catalogue.problems.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

HTML: Final = re.compile(r"<[A-Za-z/!?]")
_SITE_PATH: Final = re.compile(
    r"\{\s*(?:attach|static|filename|index|author|category|tag|photo|image|gallery)\b[^}\n]{0,80}\}?"
    r"|\|\s*(?:attach|static|filename|index|author|category|tag)\s*\|",
    re.IGNORECASE,
)
_ATTRIBUTES: Final = re.compile(r"\{:[^}\n]{0,80}\}?")
TEMPLATE_MARKS: Final = ((_SITE_PATH, "a path of the site"), (_ATTRIBUTES, "a { : } list"))
LINK_IN_WORDS: Final = re.compile(r"\]\(")


def markup_faults(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Where a mark starts in a line of prose (from 0), and its code, message and fix."""
    if "<" in text and (found := HTML.search(text)):
        yield (
            found.start(),
            "html",
            message_for("html").message,
            "use plain text: bold is **bold**, a link is [words](https://…)",
        )
    if "{" not in text and "|" not in text:
        return
    for pattern, what in TEMPLATE_MARKS:
        if found := pattern.search(text):
            yield found.start(), *message_for("template-mark", what=what, value=quoted(found[0]))


def markup_fault(text: str) -> Message | None:
    """What is said of the first mark in a fact of one line, or None."""
    if "<" in text or "{" in text or "|" in text:
        for _, code, message, fix in markup_faults(text):
            return message_for("html") if code == "html" else Message(code, message, fix)
    if "](" in text and LINK_IN_WORDS.search(text):
        return message_for("link-in-words")
    return None
