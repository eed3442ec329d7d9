"""Published files: what the site publishes of geography under ``/api/v1/``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geography.names.alliance_names import AllianceName


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many open opportunities an alliance's people can join near them, and from home."""

    near: int
    from_home: int


def published_table(
    table: str,
    alliances: Iterable[AllianceName],
    counts: Mapping[str, Counts],
    nations: Mapping[str, Sequence[Mapping[str, str]]],
) -> str:
    """The text of ``/api/v1/postcodes.json``, from that of ``postcodes.json``.

    It adds two members to those that ``data/geography/README.md`` describes. ``alliances``: key ->
    slug, short name and, where ``counts`` (by slug) has them, ``near`` and ``home``. ``nations``:
    whom people of each nation outside England can turn to. The table is long and stays as it is,
    without the ends of its lines.
    """
    members = table.replace("\n", "").removesuffix("}")
    added = f'"alliances":{_json(_alliances(alliances, counts))},"nations":{_json(nations)}'
    return f"{members},{added}}}"


def published_places(groups: Iterable[Sequence[str]], alliances: Iterable[AllianceName]) -> str:
    """The text of ``/api/v1/places.json``, made for searching by name."""
    return _json({"alliances": _alliances(alliances, {}), "groups": list(groups)})


def _alliances(
    alliances: Iterable[AllianceName], counts: Mapping[str, Counts]
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
