"""Pages written in Markdown are read as Pelican would read them."""

from __future__ import annotations

import runpy

import pytest
from pelican.readers import MarkdownReader
from pelican.settings import DEFAULT_CONFIG

from catalogue.pelican_adapter import SitePageReader
from tests.built import PROJECT

PAGES = sorted((PROJECT / "content/pages").rglob("*.md"))


@pytest.fixture(scope="module")
def readers():
    """Ours and Pelican's, each for all pages: ours keeps what it reads with."""
    settings = DEFAULT_CONFIG | runpy.run_path(str(PROJECT / "pelicanconf.py"))
    return SitePageReader(settings), MarkdownReader(settings)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_pelican_reads_it(readers, path):
    ours, pelicans = readers
    assert ours.read(str(path)) == pelicans.read(str(path))
