"""The A to Z of councils and towns, a page for each letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from project import addresses
from website.cards.page_shell import HOME
from website.exports import json_ld
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from website.pages.finding.find import FindPages
    from website.site import Site


def place_pages(site: Site, found: FindPages) -> Iterator[TemplatePage]:
    """A page for each letter of the A to Z of councils and towns."""
    trail = [HOME, ("Find your alliance", addresses.FIND), ("Councils", addresses.PLACES)]
    letters = [
        (section.letter, f"{site.address}{addresses.PLACES}{section.anchor}/")
        for section in found.places
    ]
    for section in found.places:
        path = f"{addresses.PLACES}{section.anchor}/"
        title = f"Councils and towns: {section.letter}"
        summary = f"Places that start with {section.letter}, each with its Cancer Alliance."
        yield TemplatePage(
            path=path,
            template="places_letter",
            values={
                "title": title,
                "summary": summary,
                "letters": letters,
                "here": site.address + path,
                "lines": section.lines,
                "as_of": found.as_of,
                "breadcrumbs": trail,
                "structured_data": json_ld.as_script(
                    [json_ld.breadcrumbs([*trail, (title, path)], site.address)]
                ),
            },
        )
