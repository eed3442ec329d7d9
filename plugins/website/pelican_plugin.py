"""The one module that knows Pelican: it reads the catalogue and hands it to be rendered."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator

from catalogue.loader import load
from catalogue.problems.problem import stops_a_build, stops_publication
from catalogue.problems.report import as_text
from geography.lookup.prepared import areas_on_the_map
from website.pages.words.markdown_pages import described_html, prepare
from website.rendering import Rendering

if TYPE_CHECKING:
    from catalogue.loader import Loaded

logger = logging.getLogger(__name__)


class CatalogueGenerator(Generator):
    """Reads and checks the catalogue once, then writes its pages and files."""

    def generate_context(self) -> None:
        """Read everything, and hand on what pages written in Markdown may show of it."""
        settings = self.settings | {"OUTPUT_PATH": self.output_path}
        self.rendering = Rendering(self._loaded(), settings, self.env)
        for page in (*self.context["pages"], *self.context["hidden_pages"]):
            page.data_html = described_html(self.rendering.site, page)
        self.context.update(self.rendering.values())

    def generate_output(self, writer: Any) -> None:
        """Write every page and file; ``writer`` is Pelican's and is not needed."""
        markdown_pages = self.context["pages"]
        paths = [page.url for page in markdown_pages] + self.rendering.write(markdown_pages)
        self.rendering.write_sitemap(paths)
        logger.info("%d pages of the catalogue", len(paths))

    def _loaded(self) -> Loaded:
        """What was read, after its report where there is something to say.

        Raises SystemExit, with the report, when something is wrong. What only waits for a
        maintainer stops the public site alone: whoever wrote it sees the page meanwhile.
        """
        root = Path(self.settings["PATH"]).parent
        loaded = load(root, self.settings["SITE_TODAY"], areas=areas_on_the_map(root))
        report = as_text(loaded.problems, loaded.checked, loaded.settings.help_at)
        stops = stops_publication if self.settings["SITE_PUBLISHED"] else stops_a_build
        if any(map(stops, loaded.problems)):
            raise SystemExit(report)
        if loaded.problems:
            print(report)
        return loaded


def prepare_pages(generator: Any) -> None:
    """Give pages written in Markdown what their templates need."""
    for page in (*generator.pages, *generator.hidden_pages):
        prepare(page, generator.settings["SITEURL"])


def get_generators(_pelican: Any) -> type[Generator]:
    """Ours, beside Pelican's own."""
    return CatalogueGenerator


def register() -> None:
    """Pelican calls this when it loads the plugin."""
    signals.get_generators.connect(get_generators)
    signals.page_generator_finalized.connect(prepare_pages)
