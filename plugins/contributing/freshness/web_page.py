"""A page of the web: its title and its words, as far as a stranger's bytes give any.

Some bytes keep a reader of HTML busy for minutes. So a page is cut to what is needed, and read in
a process of its own that is ended after a few seconds.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 400_000
SECONDS: Final = 5
_PLUGINS: Final = Path(__file__).resolve().parents[2]

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
    command = [sys.executable, "-m", "contributing.freshness.web_page", kind[:200]]
    try:
        read = subprocess.run(
            command,
            input=data[:MOST_BYTES],
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env=os.environ | {"PYTHONPATH": str(_PLUGINS), "PYTHONUTF8": "1"},
        )
        return WebPage(**json.loads(read.stdout))
    except (subprocess.SubprocessError, ValueError):
        return WebPage()


def read_page(data: bytes, kind: str) -> WebPage:
    """The page in some bytes, however long that takes."""
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


if __name__ == "__main__":
    print(json.dumps(asdict(read_page(sys.stdin.buffer.read(), sys.argv[1]))))
