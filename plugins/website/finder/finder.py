"""The finder of the full list: its panel, and the data that a browser filters by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from website.artwork.patches import patch
from website.cards.card import EVERYWHERE_PATCH
from website.finder.finder_data import data_files, finder_data
from website.finder.finder_panel import panel_of
from website.lists.facets import facets_of, rows_of
from website.site_files import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from website.finder.finder_data import FinderData
    from website.finder.finder_panel import Panel
    from website.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """What filters the full list."""

    panel: Panel
    data: FinderData


def finder_of(site: Site) -> Finder:
    """The panel of the full list, and what a browser needs to filter it."""
    facets = facets_of(site.catalogue)
    rows = rows_of(site.index, facets, site.catalogue)
    patches = [
        *(site.alliance_cards[option.code].patch_html for option in facets[0].options),
        patch(*EVERYWHERE_PATCH),
    ]
    data = finder_data(rows, facets, [site.cards[row.slug] for row in rows], patches)
    return Finder(panel=panel_of(rows, facets, data), data=data)


def finder_files(data: FinderData) -> Iterator[TextFile]:
    """What the finder of a long list loads."""
    for path, text in data_files(data):
        yield TextFile(path=path, text=text)
