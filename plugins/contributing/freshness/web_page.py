"""A page of the web: its title and its words, as far as a stranger's bytes give any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_HTML: Final = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """What a person would read. ``words`` is empty for what is no page of words."""

    title: str = ""
    words: str = ""


def page_of(data: bytes, kind: str) -> WebPage:
    """The page in some bytes that came as the media type ``kind``."""
    if not _HTML.match(kind):
        return WebPage()
    named = _CHARSET.search(kind) or _CHARSET.search(data[:1024].decode("ascii", "replace"))
    reader = _Reader()
    try:
        reader.feed(_decoded(data, named[1] if named else "utf-8"))
        reader.close()
    except (AssertionError, ValueError):  # html.parser gives up on some broken declarations
        return WebPage()
    return WebPage(title=_one_line(reader.title)[:200], words=_one_line(reader.words))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._title: list[str] = []
        self._words: list[str] = []
        self._inside: list[str] = []

    @property
    def title(self) -> str:
        return " ".join(self._title)

    @property
    def words(self) -> str:
        return " ".join(self._words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN or tag == "title":
            self._inside.append(tag)
        for name, value in attrs:
            if name == "href" and value and value.startswith(("mailto:", "tel:")):
                self._words.append(value.partition(":")[2].partition("?")[0])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if "title" in self._inside:
            self._title.append(data)
        elif not self._inside:
            self._words.append(data)


def _decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _one_line(text: str) -> str:
    return " ".join(text.split())
