"""Sites that tests look at: built once in a run of tests, for all who work side by side at it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from catalogue.loader import load
from catalogue.model.catalogue import Catalogue
from catalogue.schema.dates import in_words
from sitebuild.build import Order, build

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
SUB_PATH = "https://example.org/repo"
PATIENCE = 300


class Tags(HTMLParser):
    """The opening tags of a page, in their order: a tenth of the work of finding its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


class Page:
    """One built page: its address below the site and its elements."""

    def __init__(self, path: Path, root: Path) -> None:
        self.file = path
        self.address = "/" + path.relative_to(root).as_posix().removesuffix("index.html")

    @cached_property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html.parser")

    @cached_property
    def tags(self) -> list[tuple[str, dict[str, str | None]]]:
        return Tags(self.text).found

    def __repr__(self) -> str:
        return self.address


@dataclass(frozen=True)
class Built:
    """A finished site: where it lies, its public address, and the project and day it is of."""

    root: Path
    address: str
    project: Path
    today: date
    before: Built | None = None
    """The same content on an earlier day, whose pages have been looked at."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(Page(path, self.root) for path in sorted(self.root.rglob("*.html")))

    @cached_property
    def new_pages(self) -> tuple[Page, ...]:
        """The pages that say something else than before, or are new; without a before, all."""
        if self.before is None:
            return self.pages
        return tuple(page for page in self.pages if not self._says_what_it_said(page))

    def _says_what_it_said(self, page: Page) -> bool:
        old = self.before and self.before.find(page.address)
        return bool(old) and self._undated(page) == self.before._undated(old)

    def _undated(self, page: Page) -> str:
        """A page as it would be on any day on which it says the same."""
        return page.text.replace(in_words(self.today), "").replace(self.today.isoformat(), "")

    @cached_property
    def catalogue(self) -> Catalogue:
        """What it was built from."""
        return load(self.project, self.today).catalogue

    def page(self, address: str) -> Page:
        return self._by_address[address]

    def find(self, address: str) -> Page | None:
        return self._by_address.get(address)

    def read(self, path: str) -> str:
        return (self.root / path.lstrip("/")).read_text(encoding="utf-8")

    @cached_property
    def _by_address(self) -> dict[str, Page]:
        return {page.address: page for page in self.pages}


def build_site(output: Path, project: Path, today: date, siteurl: str = "") -> Built:
    """Build a project as `build` does, or as `publish` does where there is an address."""
    settings = "publishconf.py" if siteurl else "pelicanconf.py"
    outcome = build(
        Order(project=project, output=output, today=today, settings=settings, siteurl=siteurl)
    )
    assert outcome.ok, outcome.report
    return Built(output, siteurl, project, today)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def log_message(self, *_: object) -> None:
        """Requests are no news."""


@contextmanager
def served(site: Built) -> Iterator[str]:
    """The address of a site while it is served from this machine, to this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def shared_site(
    factory: pytest.TempPathFactory, name: str, project: Path, today: date, siteurl: str = ""
) -> Built:
    """A site that is built once in a run of tests."""
    made = made_once(
        factory, name, lambda folder: build_site(folder / "output", project, today, siteurl)
    )
    return Built(made / "output", siteurl, project, today)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that ``make`` fills, once in a run of tests: the first to ask makes it for all.

    Those who ask in the meantime wait for it.
    """
    together = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        together = together.parent
    folder, done = together / name, together / f"{name}.done"
    try:
        folder.mkdir()
    except FileExistsError:
        wait_for(done)
        return folder
    make(folder)
    done.touch()
    return folder


def wait_for(done: Path) -> None:
    """Return once another worker has made something; fail where that takes too long."""
    end = time.monotonic() + PATIENCE
    while not done.exists():
        if time.monotonic() > end:
            pytest.fail(f"{done.stem} was not made; another test tells why")
        time.sleep(0.1)
