"""A real build of the real entries, and its pages, for the tests of the site and in a browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup

from sitebuild.build import Order, build

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
SUB_PATH = "https://example.org/repo"


class Page:
    """One built page: its address below the site and its elements."""

    def __init__(self, path: Path, root: Path) -> None:
        self.file = path
        self.address = "/" + path.relative_to(root).as_posix().removesuffix("index.html")
        self.text = path.read_text(encoding="utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html.parser")

    def __repr__(self) -> str:
        return self.address


@dataclass(frozen=True)
class Built:
    """A finished site."""

    root: Path
    address: str
    pages: tuple[Page, ...]

    def page(self, address: str) -> Page:
        return next(page for page in self.pages if page.address == address)


def build_site(output: Path, siteurl: str = "") -> Built:
    settings = "publishconf.py" if siteurl else "pelicanconf.py"
    outcome = build(
        Order(project=PROJECT, output=output, today=TODAY, settings=settings, siteurl=siteurl)
    )
    assert outcome.ok, outcome.report
    pages = tuple(Page(path, output) for path in sorted(output.rglob("*.html")))
    return Built(output, siteurl, pages)
