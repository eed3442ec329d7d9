"""The alliances of the sample: slugs, codes and short names of the geography, all else invented.

One of them says everything that can be said, one has nothing but what is needed, and the others
stand in between.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

from catalogue.schema.tables import ALLIANCE
from contributing.entry_file.writer import data_text
from geography.making.sources import load_alliances
from tests.sample.crowd import codes_of

FULLEST = "kent-and-medway"
BAREST = "east-midlands"
LONGEST_NAME = "somerset-wiltshire-avon-and-gloucestershire"
SITE = "https://www.invented.example"


def alliance_files(root: Path) -> dict[str, str]:
    """Path and text of each file about an alliance, for a project whose geography is there."""
    known = sorted(load_alliances(root).by_slug.values(), key=lambda one: one.slug)
    palette = codes_of(root, "colours")
    patches = product(codes_of(root, "motifs"), (palette[:3], palette[-3:]))
    files = {}
    for alliance, (motif, colours) in zip(known, patches, strict=False):
        facts = facts_of(alliance.slug, alliance.name, alliance.code)
        facts["patch"] = {"motif": motif, "colours": colours}
        files[f"data/alliances/{alliance.slug}.yaml"] = data_text(facts, ALLIANCE)
        files[f"content/alliances/{alliance.slug}.md"] = words_of(alliance.slug, alliance.name)
    return files


def facts_of(slug: str, short: str, code: str) -> dict[str, Any]:
    """What the sample says about one alliance."""
    facts = needed(slug, short, code)
    if slug != BAREST:
        facts["contact"]["website"] = f"{SITE}/{slug}"
        facts["involvement"] = {"url": f"{SITE}/{slug}/join", "sources": [f"{SITE}/{slug}/join"]}
    if slug == FULLEST:
        for name, more in rest(slug).items():
            if isinstance(more, dict):
                facts.setdefault(name, {}).update(more)
            else:
                facts[name] = more
    return facts


def official(short: str) -> str:
    """The full name of an alliance."""
    return f"Pebble Alliance of {short}"


def needed(slug: str, short: str, code: str) -> dict[str, Any]:
    """What every alliance says."""

    def sources(*names: str) -> dict[str, list[str]]:
        return {"sources": [f"{SITE}/{slug}/{name}" for name in names]}

    return {
        "names": {"official": official(short), "short": short, **sources("name")},
        "codes": {"ons_code": code, **sources("code")},
        "region": {"regions": [{"name": "Region of Nowhere"}], **sources("region")},
        "icbs": {"current": [{"name": f"Board of Pebbles, {short}"}], **sources("boards")},
        "trusts": {
            "list": [
                {"name": f"Trust, {short}", "ods_code": f"ZZ{code[-2:]}", "basis": "invented"}
            ],
            **sources("trusts"),
        },
        "area": {
            "words": "An invented county with three towns.",
            "councils": ["Pebbleton", "County of Nowhere: Flint, Gravelham and Marble"],
            **sources("area"),
        },
        "population": {"census_2021": "999000"},
        "contact": sources("contact"),
        "checked": {"on": "2026-11-22", "how": "stored-copy"},
    }


def rest(slug: str) -> dict[str, Any]:
    """What an alliance can say besides."""
    return {
        "names": {
            "known_as": "The Pebbles (PBL)",
            "former": [{"name": "Gravel Alliance", "from": "about 2018", "until": "March 2020"}],
            "source_age": "made up in November 2026",
        },
        "codes": {"ons_name": "Pebbles", "source_age": "made up too"},
        "region": {"source_age": "made up as well"},
        "icbs": {
            "source_age": "of no age",
            "earlier": [{"name": "Board of Gravel", "ons_code": "E99999998", "ods_code": "ZZ8"}],
            "note": "Two invented boards became one.",
            "code_note": "The codes are invented.",
        },
        "trusts": {
            "scope": "invented trusts only",
            "source_age": "as old as the hills",
            "unlinked_sources": ["A book of trusts."],
        },
        "area": {
            "partly": ["Stonebury: about a quarter of it"],
            "how": "worked out by nobody",
            "source_age": "2020 to 2024",
        },
        "population": {
            "stated": "9 million pebbles",
            "stated_age": "about 2025",
            "census_note": "counted by nobody",
            "sources": [f"{SITE}/{slug}/pebbles"],
        },
        "host": {
            "name": "Trust of All Pebbles",
            "ods_code": "ZZ7",
            "source_age": "about 2023",
            "sources": [f"{SITE}/{slug}/host"],
        },
        "contact": {
            "website": f"https://{slug}.invented.example/",
            "older_sites": [f"{SITE}/{slug}/before"],
            "email": f"involvement.{slug}@invented.example",
            "phone": "01632 960 333",
            "post": "9 Invented Road, Nowhere, ZZ9 9ZZ",
            "social": ["Pebblebook: @invented"],
            "source_age": "The number is from an invented page of 2021.",
        },
        "involvement": {"related": [f"{SITE}/{slug}/more"], "source_age": "no date"},
        "routes": [
            {
                "name": "Board of Pebbles, patient advice",
                "about": "care",
                "phone": "01632 960 444",
                "email": f"advice.{slug}@invented.example",
                "post": "8 Invented Road, Nowhere, ZZ9 9ZZ",
                "url": f"{SITE}/{slug}/advice",
                "note": "Mondays only.",
                "source_age": "about 2024",
            },
            {
                "name": "Board of Pebbles, its public meetings",
                "about": "board",
                "url": f"{SITE}/{slug}/meetings",
                "source_age": "no date",
            },
            {
                "name": "Board of Everything, its page on the alliance",
                "about": "alliance",
                "url": f"{SITE}/{slug}/page",
                "source_age": "2019 or later",
            },
        ],
        "patient_facts": [
            {
                "text": "Nine people chose the colour of the hall.",
                "sources": [f"{SITE}/{slug}/colour"],
            },
            {"text": "A group counts the pebbles.", "sources": [f"{SITE}/{slug}/count"]},
        ],
        "doubts": [
            "Nobody knows whether the pebbles are still there.",
            "A museum has nearly the same name. It is not the alliance.",
        ],
    }


def words_of(slug: str, short: str) -> str:
    """The words of an alliance's page."""
    return f"""\
---
title: {official(short)}
summary: It covers an invented county with three towns, called {short}.
---

## What this area covers

This area is an invented county.

## Good to know

- Its pebbles are round.
- [Its stones]({SITE}/{slug}/stones) are not.
"""
