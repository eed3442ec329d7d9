"""Hospitals by trust: which alliance serves the place where somebody is treated."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from geography.places import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geography.alliances import Alliances
    from geography.table import Postcodes

NEWEST_LIST: Final = "2024"
ARTICLE: Final = "The "


@dataclass(frozen=True, slots=True, kw_only=True)
class Hospital:
    """A hospital of a trust that is named on an alliance's page, from ``hospitals.csv``.

    ``trust`` is the trust's name and ``trust_ods`` its code in the Organisation Data Service.
    ``alliances`` are slugs by the hospital's postcode, the best first; ``words`` says why there
    are two. ``list_year`` is the year of the list it comes from.
    """

    name: str
    postcode: str
    trust: str
    trust_ods: str
    list_year: str
    alliances: tuple[str, ...]
    words: str = ""

    @property
    def from_old_list(self) -> bool:
        """Whether only the list of 2018 names it, so it may have changed since."""
        return self.list_year != NEWEST_LIST


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """One trust with its hospitals in alphabetical order.

    ``alliances`` are the slugs of the trust itself where it is known, then of its hospitals.
    """

    name: str
    ods: str
    alliances: tuple[str, ...]
    hospitals: tuple[Hospital, ...]


def hospitals_from(
    rows: Iterable[Mapping[str, str]], postcodes: Postcodes, alliances: Alliances
) -> tuple[Hospital, ...]:
    """The hospitals of ``hospitals.csv``, placed by their postcodes."""
    return tuple(_hospital(row, postcodes, alliances) for row in rows)


def by_trust(
    hospitals: Sequence[Hospital], alliances_of: Mapping[str, Sequence[str]] | None = None
) -> tuple[Trust, ...]:
    """The hospitals under their trusts, trusts in alphabetical order.

    ``alliances_of`` maps a trust's code to the slugs of the alliances that name the trust as
    theirs; these come before the slugs that its hospitals' postcodes give.
    """
    told = alliances_of or {}
    ordered = sorted(hospitals, key=lambda one: (_without_article(one.trust), one.trust_ods))
    trusts = []
    for ods, group in groupby(ordered, key=lambda one: one.trust_ods):
        members = sorted(group, key=lambda one: (_without_article(one.name), one.postcode))
        by_place = [slug for hospital in members for slug in hospital.alliances]
        trusts.append(
            Trust(
                name=members[0].trust,
                ods=ods,
                alliances=tuple(dict.fromkeys([*told.get(ods, ()), *by_place])),
                hospitals=tuple(members),
            )
        )
    return tuple(trusts)


def _hospital(row: Mapping[str, str], postcodes: Postcodes, alliances: Alliances) -> Hospital:
    keys = postcodes.keys(row["postcode"])
    if not keys:
        raise ValueError(f"{row['hospital']}: {row['postcode']} is not a postcode in England")
    zone = postcodes.zone(row["postcode"])
    return Hospital(
        name=row["hospital"],
        postcode=row["postcode"],
        trust=row["trust"],
        trust_ods=row["trust_ods"],
        list_year=row["list"],
        alliances=tuple(alliances.by_key[key].slug for key in keys),
        words=zone["words"] if zone else "",
    )


def _without_article(name: str) -> str:
    return in_order(name.removeprefix(ARTICLE))
