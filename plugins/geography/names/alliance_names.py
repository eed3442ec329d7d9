"""Alliance names: two codes, a slug and a name of each alliance, as geography knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceName:
    """One of the 20 areas of the Office for National Statistics (ONS), April 2024.

    ``code`` is the ONS code (``E56000034``), ``key`` its last two digits (``34``), ``slug`` the
    name of the alliance's page and data file, ``name`` the short ONS name.
    """

    code: str
    key: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceNames:
    """All alliances, to be found by key, by code or by slug."""

    by_key: Mapping[str, AllianceName]
    by_code: Mapping[str, AllianceName]
    by_slug: Mapping[str, AllianceName]

    def __iter__(self) -> Iterator[AllianceName]:
        return iter(self.by_key.values())

    def slugs_of(self, codes: str) -> tuple[str, ...]:
        """The slugs for ONS codes written with spaces between them.

        Raises ``KeyError`` for a code that is not in ``alliances.csv``.
        """
        return tuple(self.by_code[code].slug for code in codes.split())

    def keys_of(self, slugs: Iterable[str]) -> str:
        """The keys for slugs, with spaces between them."""
        return " ".join(self.by_slug[slug].key for slug in slugs)


def alliance_names_from(rows: Iterable[Mapping[str, str]]) -> AllianceNames:
    """The alliances from the rows of ``alliances.csv``, in order of key."""
    found = sorted((AllianceName(**row) for row in rows), key=lambda alliance: alliance.key)
    return AllianceNames(
        by_key={alliance.key: alliance for alliance in found},
        by_code={alliance.code: alliance for alliance in found},
        by_slug={alliance.slug: alliance for alliance in found},
    )
