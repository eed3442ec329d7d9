"""The page on writing to an MP, once for each alliance."""

from __future__ import annotations

from dataclasses import fields, replace
from html import escape
from typing import TYPE_CHECKING, Any, Final

from catalogue.schema.dates import part_in_words
from website.cards.page_shell import ALLIANCES, HOME
from website.exports import json_ld
from website.lists.contents import contents_of
from website.pages.words.markdown_pages import MarkdownPage
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.model.alliance import Alliance
    from website.site import Site

# What the page on writing to an MP says where the name of an alliance goes.
BLANK_FOR_NAME: Final = "[the name of your Cancer Alliance]"


def mp_pages(site: Site, markdown_pages: Iterable[Any]) -> Iterator[TemplatePage]:
    """The page on writing to an MP, once for each alliance, with its name in the ask.

    It is among the pages written in Markdown, as Pelican has read them.
    """
    general = _mp_page(markdown_pages)
    for alliance in site.catalogue.alliances.values():
        card = site.alliance_cards[alliance.slug]
        path = f"{card.path}write-to-your-mp/"
        title = f"{general.title} about {alliance.short_name}"
        summary = f"Ask your MP to meet the lead of {alliance.name}, in your own words."
        trail = [HOME, ALLIANCES, (alliance.name, card.path)]
        own = replace(
            general,
            title=title,
            url=path[1:],
            trail=tuple((name, site.address + address) for name, address in trail),
            metadata={"summary": summary},
            before_mark=_with_name(general.before_mark, alliance),
            after_mark=_with_name(general.after_mark, alliance),
            data_html=json_ld.as_script(
                [
                    json_ld.breadcrumbs([*trail, (title, path)], site.address),
                    json_ld.page("WebPage", title, path, summary, site.address),
                ]
            ),
        )
        shown = {"page": own, "contents_of": contents_of, "day_words": part_in_words}
        yield TemplatePage(path=path, template="write_to_mp", values=shown | {"breadcrumbs": []})


def _with_name(html: str, alliance: Alliance) -> str:
    """A page's HTML with the blank for an alliance's name filled in."""
    name = f"<strong>{escape(alliance.name)}</strong>"
    return str(html).replace(BLANK_FOR_NAME, name)


def _mp_page(markdown_pages: Iterable[Any]) -> MarkdownPage:
    """The page on writing to an MP, as a value that can be changed for each alliance."""
    page = next(page for page in markdown_pages if page.template == "write_to_mp")
    names = [one.name for one in fields(MarkdownPage)]
    return MarkdownPage(**{name: getattr(page, name) for name in names})
