"""Sites that tests look at: built once in a run of tests, for all who work side by side at it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sitebuild.build import Order, build

PROJECT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
SUB_PATH = "https://example.org/repo"
PATIENCE = 300


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

    def __repr__(self) -> str:
        return self.address


@dataclass(frozen=True)
class Built:
    """A finished site: where it lies, its public address, and the project and day it is of."""

    root: Path
    address: str
    project: Path
    today: date

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(Page(path, self.root) for path in sorted(self.root.rglob("*.html")))

    def page(self, address: str) -> Page:
        return next(page for page in self.pages if page.address == address)


def build_site(
    output: Path, siteurl: str = "", project: Path = PROJECT, today: date = TODAY
) -> Built:
    """Build a project as `build` does, or as `publish` does where there is an address."""
    settings = "publishconf.py" if siteurl else "pelicanconf.py"
    outcome = build(
        Order(project=project, output=output, today=today, settings=settings, siteurl=siteurl)
    )
    assert outcome.ok, outcome.report
    return Built(output, siteurl, project, today)


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
