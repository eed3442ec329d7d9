"""Postcode table: every postcode of the directory in about 24 KB.

``data/geography/README.md`` describes the format. ``theme/static/js/postcodes.js`` reads the
same table in the browser.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypedDict

from geography.making.overlaps import BOTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Units = dict[str, str]
Outcode = dict[str, "str | Units"]

DEFAULT: Final = ""
IN_ZONE: Final = "1"
NOT_IN_ZONE: Final = "0"
AREA_LETTERS: Final = re.compile("[A-Z]+")


class Membership(TypedDict):
    """``whole``: key -> outward codes with one answer; ``mixed``: the outward codes with more."""

    whole: dict[str, str]
    mixed: dict[str, Outcode]


class ZoneTable(Membership):
    """A zone's postcodes (key ``1``), the keys to show in order, and why, in words."""

    zone: str
    show: list[str]
    level: str
    words: str


class PostcodeTable(Membership):
    """The whole table as it stands in ``postcodes.json``."""

    vintage: str
    areas: dict[str, str]
    overlaps: list[ZoneTable]


Sectors = dict[str, dict[str, list[str]]]
"""Sector digit -> key -> the two-letter units that have this key."""


def membership(tree: Mapping[str, Sectors]) -> Membership:
    """The shortest table for outward code -> sector -> key -> units.

    The most frequent key is the default at each level; the lowest key wins a tie.
    """
    whole: dict[str, list[str]] = {}
    mixed: dict[str, Outcode] = {}
    for outcode in sorted(tree):
        keys = {key for sector in tree[outcode].values() for key in sector}
        if len(keys) == 1:
            whole.setdefault(keys.pop(), []).append(outcode)
        else:
            mixed[outcode] = _outcode(tree[outcode])
    return {
        "whole": {key: " ".join(whole[key]) for key in sorted(whole)},
        "mixed": mixed,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLookup:
    """One table made ready for many questions.

    ``outcodes`` holds outward code -> key, or sector -> key, or sector -> unit -> key; the
    empty sector or unit holds the default.
    """

    outcodes: Mapping[str, str | Mapping[str, str | Mapping[str, str]]]

    def key(self, compact: str) -> str | None:
        """The key of a complete postcode in capitals without spaces; ``None`` if not known."""
        entry = self.outcodes.get(compact[:-3])
        if entry is None or isinstance(entry, str):
            return entry
        found = entry.get(compact[-3], entry[DEFAULT])
        return found if isinstance(found, str) else found.get(compact[-2:], found[DEFAULT])


@dataclass(frozen=True, slots=True, kw_only=True)
class Postcodes:
    """The postcode table, to be asked for one postcode at a time."""

    table: PostcodeTable
    lookup: TableLookup
    zones: tuple[tuple[ZoneTable, TableLookup], ...]

    def answer(self, postcode: str) -> str | None:
        """The alliance key, ``S`` or ``W``, or the name of a nation; ``None`` if not known.

        ``postcode`` is complete; case and spaces do not matter.
        """
        compact = _compact(postcode)
        letters = AREA_LETTERS.match(compact)
        if letters and letters[0] in self.table["areas"]:
            return self.table["areas"][letters[0]]
        return self.lookup.key(compact)

    def zone(self, postcode: str) -> ZoneTable | None:
        """The zone that the postcode is in, if any."""
        compact = _compact(postcode)
        key = self.answer(compact)
        for zone, lookup in self.zones:
            if zone["show"][0] == key and lookup.key(compact) == IN_ZONE:
                return zone
        return None

    def keys(self, postcode: str) -> tuple[str, ...]:
        """The alliance keys to show, the best first; empty outside England or if not known."""
        key = self.answer(postcode)
        if key is None or not key.isdigit():
            return ()
        zone = self.zone(postcode)
        return tuple(zone["show"]) if zone and zone["level"] == BOTH else (key,)


def lookup_for(table: Membership) -> TableLookup:
    """The lookup for one table."""
    outcodes: dict[str, str | Mapping[str, str | Mapping[str, str]]] = {
        outcode: key for key, run in table["whole"].items() for outcode in run.split()
    }
    for outcode, entry in table["mixed"].items():
        outcodes[outcode] = {digit: _expanded(value) for digit, value in entry.items()}
    return TableLookup(outcodes=outcodes)


def postcodes_from(table: PostcodeTable) -> Postcodes:
    """The table with a lookup for it and for each of its zones."""
    return Postcodes(
        table=table,
        lookup=lookup_for(table),
        zones=tuple((zone, lookup_for(zone)) for zone in table["overlaps"]),
    )


def _compact(postcode: str) -> str:
    return "".join(postcode.upper().split())


def _expanded(value: str | Units) -> str | dict[str, str]:
    if isinstance(value, str):
        return value
    units = {unit: key for key, run in value.items() if key for unit in pairs(run)}
    return {DEFAULT: value[DEFAULT], **units}


def pairs(run: str) -> list[str]:
    """Two-letter units from a string that runs them together."""
    return [run[start : start + 2] for start in range(0, len(run), 2)]


def _outcode(sectors: Sectors) -> Outcode:
    default = _most_frequent(
        (key, len(units)) for sector in sectors.values() for key, units in sector.items()
    )
    entry: Outcode = {DEFAULT: default}
    for digit in sorted(sectors):
        value = _sector(sectors[digit])
        if value != default:
            entry[digit] = value
    return entry


def _sector(keys: Mapping[str, list[str]]) -> str | Units:
    default = _most_frequent((key, len(units)) for key, units in keys.items())
    if len(keys) == 1:
        return default
    units: Units = {DEFAULT: default}
    for key in sorted(keys):
        if key != default:
            units[key] = "".join(sorted(keys[key]))
    return units


def _most_frequent(counts: Iterable[tuple[str, int]]) -> str:
    total: Counter[str] = Counter()
    for key, count in counts:
        total[key] += count
    return min(total, key=lambda key: (-total[key], key))
