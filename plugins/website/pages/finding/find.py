"""Finding: what the pages and files for finding an alliance say of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geography.lookup.published import Counts, published_places, published_table
from geography.lookup.trusts import Trust
from project import addresses
from website.exports import json_ld
from website.pages.finding.find_values import find_pages
from website.site import HOME, TemplatePage, TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geography.lookup.prepared import PreparedGeography
    from website.pages.finding.find_values import FindPages
    from website.site import Site


def find_view(prepared: PreparedGeography, site: Site) -> FindPages:
    """What /find/ and the pages below it show; links start with the site's address."""
    return find_pages(prepared, site.address, trusts_of(site))


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


def geography_files(prepared: PreparedGeography, table: str, site: Site) -> Iterator[TextFile]:
    """The postcode table, and the index of places and hospitals."""
    postcodes = published_table(table, prepared.alliances, counts_of(site))
    yield TextFile(path="api/v1/postcodes.json", text=postcodes)
    yield TextFile(
        path="api/v1/places.json", text=published_places(prepared.groups, prepared.alliances)
    )


def counts_of(site: Site) -> dict[str, Counts]:
    """For each alliance, how many listed entries name it, and how many anyone can do at home."""
    entries = [one.entry for one in site.index.listed]
    at_home = sum(entry.alliances.everywhere and entry.from_home for entry in entries)
    return {
        slug: Counts(near=card.count, from_home=at_home)
        for slug, card in site.alliance_cards.items()
    }


def trusts_of(site: Site) -> list[Trust]:
    """The trusts that alliances name as theirs, each with all the alliances that do."""
    names: dict[str, str] = {}
    slugs: dict[str, list[str]] = {}
    for slug, alliance in site.catalogue.alliances.items():
        for trust in alliance.trusts["list"]:
            names.setdefault(trust["ods_code"], trust["name"])
            slugs.setdefault(trust["ods_code"], []).append(slug)
    return [Trust(name=names[ods], ods=ods, alliances=tuple(slugs[ods])) for ods in sorted(names)]
