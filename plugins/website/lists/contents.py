"""Contents: the headings of a page as links, so that a long page can be entered anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from markupsafe import Markup

FEWEST: Final = 4
_HEADING: Final = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_NOT_IN_A_NAME: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The parts of a page, each h2 with an id, and the links to them: words and id.

    ``links`` is empty where a page has so few headings that one sees them all.
    """

    parts: tuple[Markup, ...]
    links: tuple[tuple[str, str], ...]


def contents_of(*parts: str) -> Contents:
    """The contents of a page whose HTML comes in one or more parts."""
    links: list[tuple[str, str]] = []
    used: set[str] = set()

    def numbered(heading: re.Match[str]) -> str:
        words = unescape(_TAG.sub("", heading[1])).strip()
        name = name_of(words, used)
        links.append((words, name))
        return f'<h2 id="{name}">{heading[1]}</h2>'

    made = tuple(Markup(_HEADING.sub(numbered, part)) for part in parts)
    return Contents(parts=made, links=tuple(links) if len(links) >= FEWEST else ())


def name_of(words: str, used: set[str]) -> str:
    """An id made from words, unlike those in ``used``, to which it is added."""
    plain = _NOT_IN_A_NAME.sub("-", words.casefold()).strip("-") or "part"
    name = plain
    number = 2
    while name in used:
        name = f"{plain}-{number}"
        number += 1
    used.add(name)
    return name
