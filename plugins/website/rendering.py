"""Rendering: the catalogue as the files of the site, through templates."""

from __future__ import annotations

import logging
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from catalogue.model.index import index_of
from catalogue.schema.dates import in_words, part_in_words
from geography.lookup.prepared import load_prepared, table_text
from project.files import write_file
from website.artwork.art_files import art_files
from website.assets.scripts import scripts
from website.assets.style_sheet import EMBED, style_sheet
from website.cards.card import patches_of
from website.cards.page_shell import shell_of
from website.exports.changes import Earlier, earlier_from
from website.exports.embeds import following_pages
from website.exports.following import calendar_records, following_files, following_of
from website.exports.open_data import open_data_files
from website.finder.finder import finder_files, finder_of
from website.lists.contents import contents_of
from website.pages.finding.alliance_area import alliance_area
from website.pages.finding.alliance_page import alliance_pages
from website.pages.finding.alliances import region_groups
from website.pages.finding.find import find_view, geography_files
from website.pages.finding.home import home_page
from website.pages.finding.other_nations import other_nations
from website.pages.finding.places import place_pages
from website.pages.handouts.large_print import large_print
from website.pages.helping.add import RULES, form_of, rules_file
from website.pages.helping.coverage import coverage_of
from website.pages.helping.follow import follow_values
from website.pages.helping.help import help_pages
from website.pages.helping.write_to_mp import mp_pages
from website.pages.machines.robots import robots_txt
from website.pages.machines.security_txt import security_txt
from website.pages.machines.sitemap import sitemap_xml
from website.pages.support.helpline_lists import support_page
from website.pages.taking_part.archive import archive_pages
from website.pages.taking_part.opportunities import opportunities_values
from website.pages.taking_part.opportunity_page import opportunity_pages
from website.pages.taking_part.ready_list import list_pages
from website.pages.words.markdown_pages import linked
from website.pages.words.payment_table import payment_table
from website.pages.words.word_list import word_list
from website.site import site_of
from website.site_files import TemplatePage, TextFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from catalogue.loader import Loaded
    from geography.lookup.prepared import PreparedGeography
    from website.cards.card import Card
    from website.finder.finder import Finder
    from website.pages.finding.alliance_area import AllianceArea
    from website.pages.finding.find import FindPages

logger = logging.getLogger(__name__)

# What templates may know of the settings.
SETTINGS_FOR_TEMPLATES: Final = (
    "SITENAME",
    "SITEURL",
    "SITE_ADDRESS",
    "SITE_REPOSITORY",
    "SITE_MAILBOX",
    "SITE_OWNER",
    "SITE_NOTICE",
    "SITE_PUBLISHED",
)


class Rendering:
    """A site about to be written. It reads settings and templates, and knows no more of Pelican."""

    def __init__(
        self, loaded: Loaded, settings: Mapping[str, Any], environment: Environment
    ) -> None:
        self._settings = settings
        self._environment = environment
        self._root = Path(settings["PATH"]).parent
        self._output = Path(settings["OUTPUT_PATH"])
        self._loaded = loaded
        today = settings["SITE_TODAY"]
        self.site = site_of(
            loaded.catalogue,
            index_of(loaded.catalogue, today),
            today,
            settings["SITEURL"],
            settings["SITE_MAILBOX"],
            settings["SITE_REPOSITORY"],
        )
        self._following = following_of(
            self.site, settings["SITE_OWNER"], earlier_build(settings["PREVIOUS_DATA"])
        )
        self._values = {name: settings[name] for name in SETTINGS_FOR_TEMPLATES} | {
            "BUILD_DATE": today.isoformat(),
            "BUILD_DATE_WORDS": in_words(today),
            "cards_html": self._cards_renderer(),
            "links_html": self._links_renderer(),
            "patches_of": patches_of,
        }
        self._values |= shell_of(environment, dict(self._values))

    def values(self) -> dict[str, Any]:
        """What pages written in Markdown may show."""
        site = self.site
        return (
            opportunities_values(site, self._finder.panel)
            | follow_values(self._following)
            | self._values
            | self._values_of_form()
            | {
                "contents_of": contents_of,
                "coverage": coverage_of(site.catalogue, site.index),
                "day_words": part_in_words,
                "find": self._found,
                "nations": other_nations(site.catalogue, site.address),
                "payments": payment_table(site.catalogue.payments),
                "regions": region_groups(site),
                "support": support_page(site.catalogue),
                "words": word_list(site.catalogue.words),
            }
        )

    def write(self, markdown_pages: Sequence[Any]) -> list[str]:
        """Write all pages and files; the paths of pages that search engines may list.

        ``markdown_pages`` are the pages written in Markdown, which Pelican writes.
        """
        paths = []
        for made in self._made(markdown_pages):
            if isinstance(made, TextFile):
                write_file(self._output / made.path, made.text)
                continue
            path = made.path[1:]
            write_file(self._output / path / "index.html", self._html(made))
            if made.is_listed:
                paths.append(path)
        return paths

    def write_sitemap(self, paths: Sequence[str]) -> None:
        """The sitemap of all pages."""
        sitemap = sitemap_xml([f"/{path}" for path in paths], self.site.address)
        write_file(self._output / "sitemap.xml", sitemap)

    def _values_of_form(self) -> dict[str, Any]:
        catalogue = self._loaded.catalogue
        form = form_of(catalogue)
        return {"form": form, "form_rules": f"{self.site.address}/{RULES}"}

    @cached_property
    def _geography(self) -> PreparedGeography:
        return load_prepared(self._root)

    @cached_property
    def _finder(self) -> Finder:
        return finder_of(self.site)

    @cached_property
    def _found(self) -> FindPages:
        return find_view(self._geography, self.site)

    def _made(self, markdown_pages: Sequence[Any]) -> Iterator[TemplatePage | TextFile]:
        site, finder = self.site, self._finder
        yield from open_data_files(site)
        yield TextFile(path="robots.txt", text=robots_txt(site))
        yield TextFile(path=".well-known/security.txt", text=security_txt(site))
        yield home_page(site)
        yield from list_pages(site)
        yield from archive_pages(site)
        yield from opportunity_pages(site)
        yield from alliance_pages(site, self._area)
        yield from mp_pages(site, markdown_pages)
        yield from large_print(site, finder.panel)
        yield from finder_files(finder.data)
        yield from calendar_records(self._following)
        yield from following_files(self._following)
        yield from following_pages(site)
        yield from help_pages(site, self._loaded.help)
        path, text = rules_file(self._loaded)
        yield TextFile(path=path, text=text)
        yield from self._places()
        yield from self._theme()

    def _places(self) -> Iterator[TemplatePage | TextFile]:
        yield from place_pages(self.site, self._found)
        yield from geography_files(self._geography, table_text(self._root), self.site)

    def _theme(self) -> Iterator[TextFile]:
        static = Path(self._settings["THEME"]) / "static"
        yield TextFile(path="static/css/site.css", text=style_sheet(static / "css"))
        yield TextFile(path="static/css/embed.css", text=style_sheet(static / "css", EMBED))
        for name, text in scripts(static / "js"):
            yield TextFile(path=f"static/js/{name}", text=text)
        for path, text in art_files():
            yield TextFile(path=path, text=text)

    def _area(self, slug: str) -> AllianceArea:
        return alliance_area(self._geography, slug, self.site.address)

    def _html(self, page: TemplatePage) -> str:
        values = {
            **self._values,
            **page.values,
            "page_path": page.path[1:],
            "breadcrumbs": linked(tuple(page.values["breadcrumbs"]), self.site.address),
        }
        return self._environment.get_template(f"{page.template}.html").render(values)

    def _cards_renderer(self) -> Callable[[Sequence[Card]], Markup]:
        """Rows as the items of a list; each is rendered once, however many lists it stands in."""
        macro = part_of(self._environment, "opportunity_row", "opportunity_row")
        made: dict[str, str] = {}

        def item(card: Card) -> str:
            if card.slug not in made:
                made[card.slug] = rendered(card)
            return made[card.slug]

        def rendered(card: Card) -> str:
            html = macro(
                title=card.title,
                href=self.site.address + card.path,
                patch_html=card.patch.shown,
                who=card.who,
                facts=card.facts,
                age=card.age,
                closes=card.closes,
                date=card.when_date,
                tag_text=card.row_tag,
                tag_kind=card.tag_kind,
                moments=card.moments,
            )
            return f"<li>{html}</li>"

        return lambda cards: Markup("\n".join(map(item, cards)))

    def _links_renderer(self) -> Callable[[Sequence[Sequence[Any]], str], Markup]:
        """Links to lists as the items of a list; each is rendered once, but for where it leads to.

        The page of a list has links to all lists of its group.
        """
        chips = part_of(self._environment, "quick_links", "chips")

        @cache
        def item(link: Sequence[Any], is_here: bool) -> str:
            return str(chips([link], link[1] if is_here else "", self.site.address))

        return lambda links, here: Markup("".join([item(link, link[1] == here) for link in links]))


def part_of(environment: Environment, component: str, name: str) -> Any:
    """What the file of a component defines under a name."""
    return getattr(environment.get_template(f"components/{component}.html").module, name)


def earlier_build(path: str) -> Earlier:
    """The ``opportunities.json`` of an earlier build at a path, and the ``changes.json`` beside it.

    The site matters more than its list of changes: what cannot be read counts as not there.
    """
    if not path:
        return Earlier()
    opportunities = Path(path)
    changes = opportunities.with_name("changes.json")
    try:
        log = changes.read_text(encoding="utf-8") if changes.is_file() else ""
        return earlier_from(opportunities.read_text(encoding="utf-8"), log)
    except (OSError, ValueError) as error:
        logger.info("no earlier build to compare with: %s", error)
        return Earlier()
