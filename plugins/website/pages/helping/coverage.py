"""Coverage: how much is known of each alliance, how old it is, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import day_of, is_confirming
from catalogue.schema.dates import in_words, part_in_words
from project import addresses
from project.words import capital, counted
from website.lists.corrections import correction_of_alliance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Index, Listing
    from catalogue.schema.checked import Checked

NO_DATE: Final = "no date"
NOTHING_LISTED: Final = "nothing listed"
NO_CONTACT: Final = "none found yet"
# What people look for first; whoever knows one of these can tell us.
WANTED_CONTACTS: Final = ("website", "get involved page", "e-mail", "phone")
WAY_TO_TAKE_PART: Final = "a way to take part"
WAY_IT_RUNS: Final = "a way to take part that it runs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A name and a number in words."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What we have not found, and the path of the form that takes it."""

    words: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceCoverage:
    """One alliance: what is listed for its own area, how to reach it, and what is missing."""

    name: str
    path: str
    listed: int
    confirmed: int
    newest: str
    contacts: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole catalogue: totals, and each alliance in its order."""

    totals: tuple[Figure, ...]
    alliances: tuple[AllianceCoverage, ...]


def coverage_of(catalogue: Catalogue, index: Index) -> Coverage:
    """What is there and what is not, alliance by alliance."""
    listed = _by_alliance(index.listed)
    rows = tuple(
        _alliance(alliance, listed[slug]) for slug, alliance in catalogue.alliances.items()
    )
    everywhere = [one for one in index.listed if one.entry.alliances.everywhere]
    return Coverage(
        totals=(
            Figure(label="Listed", words=_ways(len(index.listed))),
            Figure(label="Confirmed", words=str(_confirmed(index.listed))),
            Figure(label="For anywhere in England", words=_ways(len(everywhere))),
            Figure(label="Closed or ended", words=_ways(len(index.ended))),
            Figure(
                label="Alliances with something missing",
                words=f"{sum(bool(row.gaps) for row in rows)} of {len(rows)}",
            ),
        ),
        alliances=rows,
    )


def _alliance(alliance: Alliance, listed: Sequence[Listing]) -> AllianceCoverage:
    contacts = tuple(_contacts(alliance))
    return AllianceCoverage(
        name=alliance.short_name,
        path=addresses.alliance(alliance.slug),
        listed=len(listed),
        confirmed=_confirmed(listed),
        newest=_newest(listed),
        contacts=", ".join(contacts) or NO_CONTACT,
        gaps=tuple(_gaps(alliance, contacts, listed)),
    )


def _contacts(alliance: Alliance) -> Iterator[str]:
    """The ways to reach it that are known, by the names that its page gives them."""
    known = (
        ("e-mail", "email" in alliance.contact),
        ("phone", "phone" in alliance.contact),
        ("post", "post" in alliance.contact),
        ("website", "website" in alliance.contact),
        ("get involved page", "url" in alliance.involvement),
    )
    return (name for name, is_known in known if is_known)


def _gaps(alliance: Alliance, contacts: Sequence[str], listed: Sequence[Listing]) -> Iterator[Gap]:
    for name in WANTED_CONTACTS:
        if name not in contacts:
            path = correction_of_alliance("", alliance.slug, capital(name))
            yield Gap(words=name, path=path)
    if not listed:
        yield Gap(words=WAY_TO_TAKE_PART, path=addresses.ADD)
    elif not any(one.entry.led_by_alliance for one in listed):
        yield Gap(words=WAY_IT_RUNS, path=addresses.ADD)


def _newest(listed: Iterable[Listing]) -> str:
    """How old the newest evidence is: a day, a month or a year, as exact as it is known."""
    checks = [listing.entry.checked for listing in listed]
    dated = [(day, checked) for checked in checks if (day := day_of(checked))]
    if not dated:
        return NO_DATE if checks else NOTHING_LISTED
    return _age(max(dated, key=lambda one: one[0])[1])


def _age(checked: Checked) -> str:
    if is_confirming(checked) or not checked.page_date:
        return in_words(checked.on)
    return part_in_words(checked.page_date)


def _confirmed(listed: Iterable[Listing]) -> int:
    return sum(listing.is_confirmed for listing in listed)


def _by_alliance(listings: Iterable[Listing]) -> defaultdict[str, list[Listing]]:
    """The listings that name each alliance, in their order."""
    members: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        for slug in listing.entry.alliances.slugs:
            members[slug].append(listing)
    return members


def _ways(number: int) -> str:
    return counted(number, "way to take part", "ways to take part")
