"""What the site publishes of geography under ``/api/v1/``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geography.alliances import Alliance
    from geography.loader import Geography


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many open opportunities an alliance's people can join near them, and from home."""

    near: int
    from_home: int


def published_table(table: str, alliances: Iterable[Alliance], counts: Mapping[str, Counts]) -> str:
    """The text of ``/api/v1/postcodes.json``, from that of ``postcodes.json``.

    It adds ``alliances`` to the members that ``data/geography/README.md`` describes: key -> slug,
    short name and, where ``counts`` (by slug) has them, ``near`` and ``home``. The table is long
    and stays as it is, without the ends of its lines.
    """
    members = table.replace("\n", "").removesuffix("}")
    return f'{members},"alliances":{_json(_alliances(alliances, counts))}}}'


def published_places(groups: Iterable[Sequence[str]], alliances: Iterable[Alliance]) -> str:
    """The text of ``/api/v1/places.json``, made for searching by name."""
    return _json({"alliances": _alliances(alliances, {}), "groups": list(groups)})


def groups_of(geography: Geography) -> tuple[tuple[str, ...], ...]:
    """Places and hospitals as rows of ``(kind, in, keys, names)``.

    ``kind`` is ``town``, ``council``, ``old council`` or ``hospital``; ``in`` the council or the
    trust; ``keys`` two-digit alliance keys with spaces between them, the best first; ``names``
    joined by ``|``.
    """
    groups: dict[tuple[str, str, str], list[str]] = {}
    for kind, within, slugs, name in _named(geography):
        keys = geography.alliances.keys_of(slugs)
        groups.setdefault((kind, within, keys), []).append(name)
    return tuple((*group, "|".join(names)) for group, names in sorted(groups.items()))


def _named(geography: Geography) -> Iterable[tuple[str, str, tuple[str, ...], str]]:
    for place in geography.places:
        yield place.kind, place.district, place.alliances, place.name
    for hospital in geography.hospitals:
        yield "hospital", hospital.trust, hospital.alliances, hospital.name


def _alliances(
    alliances: Iterable[Alliance], counts: Mapping[str, Counts]
) -> dict[str, dict[str, str | int]]:
    published: dict[str, dict[str, str | int]] = {}
    for alliance in alliances:
        entry: dict[str, str | int] = {"slug": alliance.slug, "name": alliance.name}
        if alliance.slug in counts:
            entry |= {
                "near": counts[alliance.slug].near,
                "home": counts[alliance.slug].from_home,
            }
        published[alliance.key] = entry
    return published


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
