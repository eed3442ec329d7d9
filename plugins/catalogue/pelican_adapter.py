"""The one module that knows Pelican: it hands the catalogue to templates and writes the result."""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator

from catalogue import following, pages, structured_data
from catalogue.art import art_files
from catalogue.changes import Earlier, earlier_from
from catalogue.expiry import expiry_of
from catalogue.finding import find_view, geography_files, place_pages
from catalogue.help_pages import help_pages
from catalogue.index import index_of
from catalogue.loader import Loading
from catalogue.pages import ProsePage, TemplatePage, TextFile, site_of
from catalogue.parts import Parts
from catalogue.problems import stops_publication
from catalogue.prose import Renderer
from catalogue.report import as_text
from catalogue.scripts import scripts
from catalogue.style_sheet import EMBED, style_sheet
from catalogue.workers import shared_out
from contributing.form_page import RULES, form_of, rules_file
from geography.loader import load_geography
from geography.views import alliance_area
from sitebuild.site_settings import help_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from catalogue.index import Listing
    from catalogue.views import Card
    from geography.views import AllianceArea

logger = logging.getLogger(__name__)

Job: TypeAlias = "Callable[[], Iterable[TemplatePage | TextFile]]"
# Opportunities that one piece of work holds.
RUN: Final = 25

# A page in Markdown may hold one of these on a line of its own; its template puts something there.
MARKS: Final = ("[[finder]]", "[[form]]", "[[list]]")
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


class CatalogueGenerator(Generator):
    """Reads and checks the catalogue once, then writes its pages and files."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Begin to read: Pelican makes all generators before it asks one of them to work."""
        super().__init__(*args, **settings)
        # A build is one short process: looking for garbage costs more than the garbage does.
        gc.disable()
        self.loading = Loading(Path(self.settings["PATH"]).parent, self.settings["SITE_TODAY"])

    def generate_context(self) -> None:
        """Read everything. Raises SystemExit, with the whole report, when something is wrong."""
        # Pelican gives each generator templates of its own; sharing compiles each one once.
        self.env = self.context["shared_templates"]
        self.env.bytecode_cache = compiled_templates(Path(self.settings["THEME"]))
        today = self.settings["SITE_TODAY"]
        root = Path(self.settings["PATH"]).parent
        self.geography = load_geography(root)
        loaded = self.loading.finish()
        if any(map(stops_publication, loaded.problems)):
            raise SystemExit(as_text(loaded.problems, loaded.checked, help_at(root)))
        if not loaded.catalogue.opportunities or not loaded.catalogue.alliances:
            raise SystemExit("No entries were found: nothing is built.")
        self.site = site_of(
            loaded.catalogue,
            index_of(loaded.catalogue, today),
            today,
            self.settings["SITEURL"],
            self.settings["SITE_MAILBOX"],
            self.settings["SITE_REPOSITORY"],
        )
        self.values = {name: self.settings[name] for name in SETTINGS_FOR_TEMPLATES} | {
            "BUILD_DATE": today.isoformat(),
            "BUILD_DATE_WORDS": pages.build_date_words(today),
            "card_html": self._card_renderer(),
            "DRAWINGS": self.env.get_template("components/icon.html").module.DRAWINGS,
        }
        self.help = loaded.help
        self.values["part"] = Parts(self.env, dict(self.values))
        self.form_rules = TextFile(*rules_file(loaded))
        self.found = find_view(self.geography, self.site)
        earlier = earlier_build(self.settings["PREVIOUS_DATA"])
        owner = self.settings["SITE_OWNER"]
        self.following = following.following_of(self.site, owner, earlier)
        self.context.update(
            pages.shared_values(self.site),
            **following.following_values(self.following),
            **self.values,
            find=self.found,
            form=form_of(loaded.catalogue.vocabularies, loaded.catalogue.alliances),
            form_rules=f"{self.site.address}/{RULES}",
        )
        for page in (*self.context["pages"], *self.context["hidden_pages"]):
            page.data_html = described_html(self.site, page)

    def generate_output(self, writer: Any) -> None:
        """Write every page and file; ``writer`` is Pelican's and is not needed."""
        for name in pages.TEMPLATES:
            self.get_template(name)  # compiled once, before the work is shared out
        paths = [page.url for page in self.context["pages"]]
        for made in shared_out(self._make, self._jobs(), least=8):
            paths += made
        write = partial(write_text, Path(self.output_path))
        write("sitemap.xml", pages.sitemap([f"/{path}" for path in paths], self.site.address))
        theme = Path(self.settings["THEME"])
        write("static/css/site.css", style_sheet(theme / "static" / "css"))
        write("static/css/embed.css", style_sheet(theme / "static" / "css", EMBED))
        for name, text in scripts(theme / "static" / "js"):
            write(f"static/js/{name}", text)
        for path, text in art_files():
            write(path, text)
        logger.info("%d pages of the catalogue", len(paths))

    def _jobs(self) -> list[Job]:
        """Pieces of work that do not need each other; each gives pages and files to write."""
        site = self.site
        listings = site.index.every
        runs = (listings[at : at + RUN] for at in range(0, len(listings), RUN))
        return [
            *pages.page_jobs(site, self._area),
            partial(pages.mp_pages, site, self._mp_page()),
            partial(following.following_pages, site),
            *following.following_jobs(self.following),
            *(partial(self._opportunities, run) for run in runs),
            partial(pages.text_files, site),
            partial(help_pages, site, self.help),
            lambda: [self.form_rules],
            partial(place_pages, site, self.found),
            partial(geography_files, self.geography, site),
        ]

    def _area(self, slug: str) -> AllianceArea:
        return alliance_area(self.geography, slug, self.site.address)

    def _mp_page(self) -> ProsePage:
        """The page on writing to an MP, as a value that can be changed for each alliance."""
        page = next(page for page in self.context["pages"] if page.template == "mp")
        names = (field.name for field in fields(ProsePage))
        return ProsePage(**{name: getattr(page, name) for name in names})

    def _opportunities(self, listings: Sequence[Listing]) -> Iterator[TemplatePage | TextFile]:
        yield from pages.opportunity_records(self.site, listings)
        yield from following.calendar_records(self.following, listings)
        yield from pages.opportunity_pages(self.site, listings, Renderer())

    def _make(self, job: Job) -> list[str]:
        """Do one piece of work; the paths of its pages that search engines may list."""
        paths = []
        for made in job():
            if isinstance(made, TextFile):
                write_text(Path(self.output_path), made.path, made.text)
            else:
                self._write_page(made)
                if made.is_listed:
                    paths.append(made.path[1:])
        return paths

    def _write_page(self, page: TemplatePage) -> str:
        path = page.path[1:]
        write_text(Path(self.output_path), f"{path}index.html", self._html(page))
        return path

    def _html(self, page: TemplatePage) -> str:
        values = self.values | page.values | {"page_path": page.path[1:]}
        values["breadcrumbs"] = linked(values["breadcrumbs"], self.settings["SITEURL"])
        return str(self.get_template(page.template).render(values))

    def _card_renderer(self) -> Callable[[Card], Markup]:
        """Each card is rendered once, however many lists it stands in."""
        made: dict[str, Markup] = {}
        macro = self.env.get_template("components/opportunity_card.html").module.opportunity_card

        def card_html(card: Card) -> Markup:
            if card.slug not in made:
                made[card.slug] = Markup(
                    macro(
                        title=card.title,
                        href=self.settings["SITEURL"] + card.path,
                        patch_html=card.patch_html,
                        who=card.who,
                        facts=card.facts,
                        summary=card.summary,
                        tag_text=card.tag,
                        tag_kind=card.tag_kind,
                        closes=card.closes,
                        date=card.when_date,
                        missing=card.not_stated,
                        expiry=expiry_of(self.site.index.by_slug[card.slug]),
                        slim=card.status == "needs_check",
                    )
                )
            return made[card.slug]

        return card_html


def compiled_templates(theme: Path) -> FileSystemBytecodeCache:
    """Where compiled templates are kept from one build to the next, as Python keeps modules."""
    folder = theme / "templates" / "__pycache__"
    folder.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


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


def prepare_pages(generator: Any) -> None:
    """Pages written in Markdown: links get the site's address, and templates get their parts."""
    generator.context["shared_templates"] = generator.env
    address = generator.settings["SITEURL"]
    for page in (*generator.pages, *generator.hidden_pages):
        html = page._content.replace('href="/', f'href="{address}/')
        page.before_mark, page.after_mark = split_at_mark(html)
        page.trail = linked(list(trail_of(page)), address)
        page.nav = {"mp": "write"}.get(getattr(page, "section", ""), getattr(page, "section", ""))


def described_html(site: pages.Site, page: Any) -> str:
    """The JSON-LD of a page written in Markdown: where it stands and what it is."""
    path = f"/{page.url}"
    return structured_data.as_script(
        [
            structured_data.breadcrumbs([*trail_of(page), (page.title, path)], site.address),
            pages.described(site, page.slug, page.title, path, page.metadata["summary"]),
        ]
    )


def linked(trail: Sequence[tuple[str, str]], address: str) -> list[tuple[str, str]]:
    """Names and paths as names and whole addresses."""
    return [(name, address + path) for name, path in trail]


def split_at_mark(html: str) -> tuple[Markup, Markup]:
    """What stands before and after the line that a template fills."""
    for mark in MARKS:
        before, found, after = html.partition(f"<p>{mark}</p>")
        if found:
            return Markup(before), Markup(after)
    return Markup(html), Markup("")


def trail_of(page: Any) -> Iterator[tuple[str, str]]:
    """Names and paths from the home page to the parent of a page."""
    yield pages.HOME
    parent = getattr(page, "parent", "")
    if parent:
        name, _, path = parent.partition("|")
        yield name.strip(), path.strip()


def write_text(folder: Path, path: str, text: str) -> None:
    """Write one file below a folder; its path comes from checked slugs only.

    Few system calls, since a build makes thousands of files.
    """
    target = f"{folder}/{path}"
    data = memoryview(text.encode("utf-8"))
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    if path.endswith("/index.html"):
        make_folder(target.rpartition("/")[0])
    try:
        descriptor = os.open(target, flags, 0o644)
    except FileNotFoundError:
        make_folder(target.rpartition("/")[0])
        descriptor = os.open(target, flags, 0o644)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    finally:
        os.close(descriptor)


def make_folder(path: str) -> None:
    """A folder and those above it, whichever are not there yet."""
    try:
        os.mkdir(path)  # noqa: PTH102  (a Path would cost more than the call)
    except FileExistsError:
        pass
    except FileNotFoundError:
        make_folder(path.rpartition("/")[0])
        make_folder(path)


def get_generators(_pelican: Any) -> type[Generator]:
    """Ours, beside Pelican's own."""
    return CatalogueGenerator


def register() -> None:
    """Pelican calls this when it loads the plugin."""
    signals.get_generators.connect(get_generators)
    signals.page_generator_finalized.connect(prepare_pages)
