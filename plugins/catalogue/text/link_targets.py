"""Link targets: the web addresses that words in Markdown lead to, or show, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.text.links import ADDRESS_IN_WORDS
from catalogue.text.visible_text import with_references

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET: Final = re.compile(r"\]\(\s*<?(?P<target>[^)\s>]*)(?P<rest>>?\s*(?P<end>\))?)")
_WEB: Final = ("https://", "http://", "www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A web address that the words lead to, and where it stands."""

    address: str
    line: int
    column: int


def targets(body: str, first_line: int) -> Iterator[Target]:
    """Every web address that the words link to or show, once a line."""
    shows_www = "www." in body.casefold()
    # Where no www stands, addresses hold this sign, or ``&colon;`` and the like in its place.
    lines = (
        enumerate(body.split("\n"), first_line)
        if shows_www or "&" in body
        else lines_with("://", body, first_line)
    )
    for number, line in lines:
        if not (
            "](" in line
            or "://" in line
            or "&" in line
            or (shows_www and "www." in line.casefold())
        ):
            continue
        found = {
            with_references(one["target"]).text: one.start("target")
            for one in TARGET.finditer(line)
        }
        shown = with_references(line)
        # Where no www stands, no address begins before the first of these signs and ``https``.
        start = (
            0 if "www." in shown.text.casefold() else max(0, shown.text.find("://") - len("https"))
        )
        for one in ADDRESS_IN_WORDS.finditer(shown.text, start):
            found.setdefault(one[0].rstrip(".,;:!?*_`"), shown.origin_of(one.start()))
        if shown.text != line:
            # A reference may stand for a sign that ends an address elsewhere.
            for one in ADDRESS_IN_WORDS.finditer(line):
                address = with_references(one[0].rstrip(".,;:!?*_`")).text
                found.setdefault(address, one.start())
        for address, at in found.items():
            if address.casefold().startswith(_WEB):
                yield Target(address=address, line=number, column=at + 1)


def lines_with(sign: str, text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines of a text that hold a sign, with their numbers."""
    number, counted = first_line, 0
    at = text.find(sign)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        # Counted on from the line before, else a text of short lines would be counted many times.
        number += text.count("\n", counted, start)
        counted = start
        yield number, text[start:end]
        at = text.find(sign, end)
