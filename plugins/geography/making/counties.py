"""Counties: these and the alliances that serve them, for people who type no town."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geography.names.alliance_names import AllianceNames


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """A county of today or of lately, from ``counties.csv``; ``alliances`` are slugs."""

    name: str
    alliances: tuple[str, ...]


def counties_from(
    rows: Iterable[Mapping[str, str]], alliances: AllianceNames
) -> tuple[County, ...]:
    """The counties of ``counties.csv``, in its order."""
    return tuple(
        County(name=row["county"], alliances=alliances.slugs_of(row["alliance_codes"]))
        for row in rows
    )
