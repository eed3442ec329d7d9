"""What the answer to a postcode says of each alliance, for the script that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from project.words import stopped
from website.lists.alliance_lists import lists_for
from website.pages.finding.alliance_contact import first_contact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.model.alliance import Alliance
    from catalogue.model.index import Listing
    from geography.lookup.prepared import PreparedGeography
    from website.lists.alliance_lists import AllianceLists
    from website.site import Site

ASK: Final = "Each page helps you ask if you can still join."
NONE_CONFIRMED: Final = f"We have not been able to confirm these yet. {ASK}"
SOME_CONFIRMED: Final = f"We have not been able to confirm all of these yet. {ASK}"


def answers_of(site: Site) -> dict[str, dict[str, str | int]]:
    """By slug: names, what is covered, how much there is to join, and how to contact it."""
    return {
        alliance.slug: _answer(
            alliance,
            site.alliance_cards[alliance.slug].area,
            lists_for(alliance.slug, site.index.listed),
        )
        for alliance in site.catalogue.alliances.values()
    }


def _answer(alliance: Alliance, covers: str, lists: AllianceLists) -> dict[str, str | int]:
    at_home = [one for one in lists.anywhere if one.entry.from_home]
    return {
        "official": alliance.name,
        "covers": covers,
        "near": len(lists.local),
        "home": len(at_home),
        "doubt": doubt([*lists.local, *at_home]),
        **contact_of(alliance),
    }


def contact_of(alliance: Alliance) -> dict[str, str]:
    """Its mailbox with the age of it, else the page to open; only what is known."""
    first = first_contact(alliance)
    email = alliance.contact.get("email", "")
    age = f"How old it is: {stopped(alliance.contact['source_age'])}" if email else first.note
    said = {
        "email": email,
        "age": age,
        "words": first.words,
        "button": first.button,
        "href": first.href,
    }
    return {name: value for name, value in said.items() if value}


def doubt(shown: Sequence[Listing]) -> str:
    """How sure we are of all that the answer leads to."""
    confirmed = sum(one.is_confirmed for one in shown)
    if confirmed == len(shown):
        return ""
    return SOME_CONFIRMED if confirmed else NONE_CONFIRMED


def alliance_groups(prepared: PreparedGeography, site: Site) -> Iterator[tuple[str, ...]]:
    """The alliances by all their names, as rows of the index of places."""
    for one in prepared.alliances:
        alliance = site.catalogue.alliances[one.slug]
        names = dict.fromkeys((one.name, alliance.name, f"{one.name} Cancer Alliance"))
        yield ("alliance", "", one.key, "", "~".join(names))
