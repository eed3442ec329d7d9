"""Markdown pages: pages written in Markdown, made ready for their templates.

Pelican has read them. What is added here hangs on each page under names that templates know.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from website.cards.page_shell import HOME
from website.exports import json_ld
from website.exports.json_ld import page_of_listings
from website.lists.ready_lists import CARDS_ON_A_PAGE
from website.pages.words.page_sanitiser import sanitised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from website.cards.page_shell import Trail
    from website.site import Site

# A page may hold one of these on a line of its own; its template puts something there.
MARKS: Final = ("[[finder]]", "[[form]]", "[[list]]")
# The part of the menu that a page belongs to, where it is not called like its section.
MENU: Final = {"mp": "write"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownPage:
    """A page written in Markdown, with the names under which its template knows it."""

    title: str
    slug: str
    url: str
    template: str
    nav: str
    trail: tuple[tuple[str, str], ...]
    metadata: Mapping[str, str]
    checked: str
    before_mark: str
    after_mark: str
    data_html: str


def prepare(page: Any, address: str) -> None:
    """Give links the site's address, and templates their parts; ``address`` has no final slash."""
    html = sanitised(page.content).replace('href="/', f'href="{address}/')
    page.before_mark, page.after_mark = split_at_mark(html)
    page.trail = linked(tuple(trail_of(page)), address)
    section = getattr(page, "section", "")
    page.nav = MENU.get(section, section)


def described_html(site: Site, page: Any) -> str:
    """The JSON-LD of a page: where it stands and what it is."""
    path = f"/{page.url}"
    return json_ld.as_script(
        [
            json_ld.breadcrumbs([*trail_of(page), (page.title, path)], site.address),
            _described(site, page.slug, page.title, path, page.metadata["summary"]),
        ]
    )


def _described(site: Site, slug: str, title: str, path: str, summary: str) -> dict[str, Any]:
    """What a page written in Markdown is, for search engines."""
    address = site.address
    if slug == "data":
        return json_ld.dataset(path, summary, address)
    if slug == "words":
        return json_ld.defined_terms(title, site.catalogue.words, path, address)
    if slug == "alliances":
        items = [(card.name, card.path) for card in site.alliance_cards.values()]
        return json_ld.listing_page(title, path, summary, items, address)
    if slug == "opportunities":
        return page_of_listings(site, title, path, summary, site.index.listed[:CARDS_ON_A_PAGE])
    usual = "Article" if slug.startswith(json_ld.GUIDE) else "WebPage"
    kind = json_ld.WRITTEN_KINDS.get(slug, usual)
    return json_ld.page(kind, title, path, summary, address)


@cache
def linked(trail: Trail, address: str) -> Trail:
    """Names and paths as names and whole addresses; many pages have the same."""
    return tuple((name, address + path) for name, path in trail)


def split_at_mark(html: str) -> tuple[Markup, Markup]:
    """What stands before and after the line that a template fills."""
    for mark in MARKS:
        before, found, after = html.partition(f"<p>{mark}</p>")
        if found:
            return Markup(before), Markup(after)
    return Markup(html), Markup("")


def trail_of(page: Any) -> Iterator[tuple[str, str]]:
    """Names and paths from the home page to the parent of a page."""
    yield HOME
    parent = getattr(page, "parent", "")
    if parent:
        name, _, path = parent.partition("|")
        yield name.strip(), path.strip()
