"""Make ``postcodes.csv``: real postcodes with the answers that the rule gives.

    PYTHONPATH=plugins python3 tests/geography/make_postcodes.py --from package

The answers come from the directory and the rule, never from the postcode table, so the table
and the look-up can be held against them. The choice is fixed: evenly spaced in sorted order.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

from geography.making.district_rule import AREAS_OUTSIDE, SCOTLAND, WALES
from geography.making.overlaps import BOTH
from geography.making.postcode_directory import open_directory
from geography.making.postcode_table import AREA_LETTERS
from geography.making.sources import load_alliances, load_rule, load_zones

ROOT = Path(__file__).parents[2]
PLAIN, SHARED, IN_ZONE = 40, 20, 12
SPELLINGS = (
    lambda out, inward: f"{out} {inward}",
    lambda out, inward: f"{out}{inward}".lower(),
    lambda out, inward: f"  {out.lower()}   {inward} ",
    lambda out, inward: f"{out}-{inward.lower()}",
)
NATIONS = {SCOTLAND: "Scotland", WALES: "Wales"}
# Islands that an alliance says it serves: their answer names it beside the island.
SERVED = {"Isle of Man": "05"}


def evenly(things, number):
    """At most ``number`` of the sorted things, with equal gaps between them."""
    ordered = sorted(things)
    if len(ordered) <= number:
        return ordered
    return [ordered[place * len(ordered) // number] for place in range(number)]


def main():
    """Read the directory, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="source", required=True)
    source = parser.parse_args().source
    slug = {alliance.key: alliance.slug for alliance in load_alliances(ROOT)}
    rule, zones = load_rule(ROOT), load_zones(ROOT)

    keys_of_sector = defaultdict(set)
    key_of, zone_of = {}, {}
    for row in open_directory(source).rows(lambda _share: None):
        letters = AREA_LETTERS.match(row.postcode)[0]
        if not row.district or letters == "BT":
            continue
        key = rule.key_for(row.district, row.place) or AREAS_OUTSIDE[letters]
        key_of[row.postcode] = key
        keys_of_sector[row.postcode[:-2]].add(key)
        for zone in zones:
            if zone.holds(key, row.district, row.place):
                zone_of[row.postcode] = zone

    def shared(postcode):
        return len([key for key in keys_of_sector[postcode[:-2]] if key in slug]) > 1

    groups = defaultdict(list)
    for postcode, key in key_of.items():
        groups[key, "any"].append(postcode)
        if shared(postcode):
            groups[key, "shared"].append(postcode)
        if postcode in zone_of:
            groups[key, zone_of[postcode].name].append(postcode)
    sizes = {"any": PLAIN, "shared": SHARED}
    chosen = sorted(
        {
            one
            for group, all_ in groups.items()
            for one in evenly(all_, sizes.get(group[1], IN_ZONE))
        }
    )

    with (Path(__file__).parent / "postcodes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["text", "status", "alliances", "nation", "postcode", "near"])
        for number, postcode in enumerate(chosen):
            key, zone = key_of[postcode], zone_of.get(postcode)
            out, inward = postcode[:-3], postcode[-3:]
            keys = [key] if key in slug else []
            if zone and zone.show == BOTH:
                keys = [zone.official, zone.other]
            served = [SERVED[key]] if key in SERVED else []
            writer.writerow(
                [
                    SPELLINGS[number % len(SPELLINGS)](out, inward),
                    "found" if keys else "nation",
                    " ".join(slug[one] for one in keys or served),
                    "" if keys else NATIONS.get(key, key),
                    f"{out} {inward}",
                    "yes" if shared(postcode) else "no",
                ]
            )


if __name__ == "__main__":
    main()
