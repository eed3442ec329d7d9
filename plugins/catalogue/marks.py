"""Marks: what would be more than words in a text, such as HTML or a path of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_HTML: Final = re.compile(r"<[A-Za-z/!?]")
_SITE_PATH: Final = re.compile(
    r"\{\s*(?:attach|static|filename|index|author|category|tag|photo|image|gallery)\b[^}\n]{0,80}\}?"
    r"|\|\s*(?:attach|static|filename|index|author|category|tag)\s*\|",
    re.IGNORECASE,
)
_ATTRIBUTES: Final = re.compile(r"\{:[^}\n]{0,80}\}?")
_LINK_IN_WORDS: Final = re.compile(r"\]\(")


def mark_faults(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Where a mark starts in a line of prose (from 0), and its code, message and fix."""
    if "<" in text and (found := _HTML.search(text)):
        yield (
            found.start(),
            "html",
            "there is HTML here",
            "use plain text: bold is **bold**, a link is [words](https://…)",
        )
    if "{" not in text and "|" not in text:
        return
    for pattern, what in ((_SITE_PATH, "a path of the site"), (_ATTRIBUTES, "a { : } list")):
        if found := pattern.search(text):
            yield (
                found.start(),
                "template-mark",
                f"{what} stands here: {quoted(found[0])}",
                "delete it; a link to one of our pages is its full address",
            )


def mark_fault(text: str) -> tuple[str, str, str] | None:
    """Code, message and fix of the first mark in a fact of one line, or None."""
    for _, code, message, fix in mark_faults(text):
        plain = "use plain words: facts have no bold and no links" if code == "html" else fix
        return code, message, plain
    if "](" in text and _LINK_IN_WORDS.search(text):
        return (
            "link-in-words",
            "a link stands among the words of a fact, where it would show as it is typed",
            "keep the words only, and put the address under sources: or apply:",
        )
    return None
