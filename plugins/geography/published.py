"""What the site publishes of geography under ``/api/v1/``, as plain values ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geography.loader import Geography


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many open opportunities an alliance's people can join near them, and from home."""

    near: int
    from_home: int


def published_table(
    geography: Geography, counts: Mapping[str, Counts] | None = None
) -> dict[str, object]:
    """The document for ``/api/v1/postcodes.json``.

    It holds the members that ``data/geography/README.md`` describes, and ``alliances``:
    key -> slug, short name and, where ``counts`` (by slug) are given, ``near`` and ``home``.
    """
    return {**geography.postcodes.table, "alliances": _alliances(geography, counts or {})}


def published_places(geography: Geography) -> dict[str, object]:
    """The document for ``/api/v1/places.json``, made for searching by name.

    ``groups`` is a list of ``[kind, in, keys, names]``: ``kind`` is ``town``, ``council``,
    ``old council`` or ``hospital``; ``in`` the council or the trust; ``keys`` two-digit alliance
    keys with spaces between them, the best first; ``names`` joined by ``|``.
    """
    key_of = {alliance.slug: alliance.key for alliance in geography.alliances}
    groups: dict[tuple[str, str, str], list[str]] = {}
    for kind, within, slugs, name in _named(geography):
        keys = " ".join(key_of[slug] for slug in slugs)
        groups.setdefault((kind, within, keys), []).append(name)
    return {
        "alliances": _alliances(geography, {}),
        "groups": [[*group, "|".join(names)] for group, names in sorted(groups.items())],
    }


def _named(geography: Geography) -> Iterable[tuple[str, str, tuple[str, ...], str]]:
    for place in geography.places:
        yield place.kind, place.district, place.alliances, place.name
    for hospital in geography.hospitals:
        yield "hospital", hospital.trust, hospital.alliances, hospital.name


def _alliances(
    geography: Geography, counts: Mapping[str, Counts]
) -> dict[str, dict[str, str | int]]:
    published: dict[str, dict[str, str | int]] = {}
    for alliance in geography.alliances:
        entry: dict[str, str | int] = {"slug": alliance.slug, "name": alliance.name}
        if alliance.slug in counts:
            entry |= {
                "near": counts[alliance.slug].near,
                "home": counts[alliance.slug].from_home,
            }
        published[alliance.key] = entry
    return published
