"""The archive: what has closed or ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from project import addresses
from website.pages.taking_part.ready_list import pages_of_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from website.site import Site
    from website.site_files import TemplatePage


def archive_pages(site: Site) -> Iterator[TemplatePage]:
    """Everything that has ended, the latest first."""
    yield from pages_of_list(
        site,
        path=addresses.CLOSED,
        title="Closed and ended",
        description="Ways to take part that have closed or ended, kept for the record.",
        intro="You cannot join these any more. We keep their pages, so that links still work and "
        "you can see what people were asked.",
        listings=site.index.ended,
        group="closed",
    )
