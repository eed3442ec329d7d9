"""Published files: what the site publishes of geography under ``/api/v1/``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geography.names.alliance_names import AllianceName


def published_table(
    table: str,
    as_of: str,
    alliances: Iterable[AllianceName],
    answers: Mapping[str, Mapping[str, str | int]],
    nations: Mapping[str, Sequence[Mapping[str, str]]],
) -> str:
    """The text of ``/api/v1/postcodes.json``, from that of ``postcodes.json``.

    It adds three members to those that ``data/geography/README.md`` describes: how old it is in
    words; key -> slug, short name and what ``answers`` (by slug) has of an alliance; and whom
    people of each nation outside England can turn to. The table is long and stays as it is,
    without the ends of its lines.
    """
    members = table.replace("\n", "").removesuffix("}")
    added = {"as_of": as_of, "alliances": _alliances(alliances, answers), "nations": nations}
    return f"{members},{_json(added).removeprefix('{')}"


def published_places(groups: Iterable[Sequence[str]]) -> str:
    """The text of ``/api/v1/places.json``, made for searching by name."""
    return _json({"groups": list(groups)})


def _alliances(
    alliances: Iterable[AllianceName], answers: Mapping[str, Mapping[str, str | int]]
) -> dict[str, dict[str, str | int]]:
    return {
        alliance.key: {
            "slug": alliance.slug,
            "name": alliance.name,
            **answers.get(alliance.slug, {}),
        }
        for alliance in alliances
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
