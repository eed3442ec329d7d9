"""Hospital sites: which alliance serves the place where somebody is treated, by trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geography.lookup.trusts import Trust
from geography.names.alphabetical_order import without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geography.making.postcode_table import Postcodes
    from geography.names.alliance_names import AllianceNames

NEWEST_LIST: Final = "2024"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hospital:
    """A hospital of a trust that is named on an alliance's page, from ``hospitals.csv``.

    ``trust`` is the trust's name and ``trust_ods`` its code in the Organisation Data Service.
    ``alliances`` are slugs by the hospital's postcode, the best first; ``zone`` names the overlap
    it lies in. ``list_year`` is the year of the list it comes from. ``also`` are other names that
    people use.
    """

    name: str
    postcode: str
    trust: str
    trust_ods: str
    list_year: str
    alliances: tuple[str, ...]
    zone: str = ""
    also: tuple[str, ...] = ()

    @property
    def from_old_list(self) -> bool:
        """Whether only an older list names it, so it may have changed since."""
        return self.list_year != NEWEST_LIST


def hospitals_from(
    rows: Iterable[Mapping[str, str]],
    postcodes: Postcodes,
    alliances: AllianceNames,
    also: Mapping[str, tuple[str, ...]],
) -> tuple[Hospital, ...]:
    """The hospitals of ``hospitals.csv``, placed by their postcodes; ``also`` are other names."""
    hospitals = tuple(_hospital(row, postcodes, alliances, also) for row in rows)
    if unknown := also.keys() - {hospital.name for hospital in hospitals}:
        raise ValueError(f"other names of hospitals that are not in the list: {sorted(unknown)}")
    return hospitals


def other_names_from(rows: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """The other names of each hospital of ``hospital_names.csv``."""
    return {row["name"]: tuple(row["also"].split("; ")) for row in rows}


def trusts_by_place(hospitals: Sequence[Hospital]) -> tuple[Trust, ...]:
    """The trusts of hospitals, with the alliances that the places of their hospitals tell."""
    names = {hospital.trust_ods: hospital.trust for hospital in hospitals}
    slugs: dict[str, dict[str, None]] = {ods: {} for ods in names}
    for hospital in hospitals:
        slugs[hospital.trust_ods].update(dict.fromkeys(hospital.alliances))
    return tuple(Trust(name=names[ods], ods=ods, alliances=tuple(slugs[ods])) for ods in names)


def in_alphabetical_order(hospitals: Iterable[Hospital]) -> tuple[Hospital, ...]:
    """The hospitals from A to Z, without regard to ``The``."""
    return tuple(sorted(hospitals, key=lambda one: (without_article(one.name), one.trust)))


def _hospital(
    row: Mapping[str, str],
    postcodes: Postcodes,
    alliances: AllianceNames,
    also: Mapping[str, tuple[str, ...]],
) -> Hospital:
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
        zone=zone["zone"] if zone else "",
        also=also.get(row["hospital"], ()),
    )
