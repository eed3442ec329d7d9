"""Rules between entries: whatever one of them names is there, and what is its own is no other's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from catalogue.problems.messages import message_for
from catalogue.problems.quoting import cut_short, did_you_mean, quoted
from catalogue.rules.checked_file import missing_file
from catalogue.rules.file_layout import ALLIANCES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from catalogue.model.alliance import Alliance
    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem
    from catalogue.schema.field_types import Area


class Refers(Protocol):
    """Something that names alliances and the entry that took its place."""

    @property
    def slug(self) -> str: ...
    @property
    def alliances(self) -> Area: ...
    @property
    def moved_to(self) -> str | None: ...
    @property
    def origin(self) -> Origin: ...


def alliances_exist(
    entries: Sequence[Refers], alliances: Mapping[str, object]
) -> Iterator[Problem]:
    """Every alliance that an entry names has a file of its own."""
    for entry in entries:
        for number, slug in enumerate(entry.alliances.slugs):
            if slug not in alliances:
                yield entry.origin.problem(
                    f"alliances.{number}",
                    *message_for(
                        "unknown-alliance",
                        value=quoted(slug),
                        meant=did_you_mean(slug, alliances),
                    ),
                )


def replacements_exist(entries: Sequence[Refers]) -> Iterator[Problem]:
    """``moved_to`` names an entry, not itself, and does not go round in circles."""
    by_slug = {entry.slug: entry for entry in entries}
    for entry in entries:
        if entry.moved_to is not None and entry.moved_to not in by_slug:
            yield entry.origin.problem(
                "moved_to",
                *message_for(
                    "unknown-entry",
                    value=quoted(entry.moved_to),
                    meant=did_you_mean(entry.moved_to, by_slug),
                ),
            )
    for circle in _circles(by_slug):
        for start, slug in enumerate(circle):
            way = " → ".join((*circle[start:], *circle[:start], slug))
            yield by_slug[slug].origin.problem(
                "moved_to",
                "moved-in-a-circle",
                f"these entries send people round in a circle: {cut_short(way)}",
                "delete moved_to in the entry that people are to find",
            )


def _circles(by_slug: Mapping[str, Refers]) -> Iterator[list[str]]:
    """Entries that lead back to themselves, each circle once."""
    seen: set[str] = set()
    for first in by_slug:
        way: dict[str, None] = {}
        slug: str | None = first
        while slug is not None and slug in by_slug and slug not in seen:
            seen.add(slug)
            way[slug] = None
            slug = by_slug[slug].moved_to
        if slug is not None and slug in way:
            passed = list(way)
            yield passed[passed.index(slug) :]


def one_of_each(alliances: Sequence[Alliance]) -> Iterator[Problem]:
    """No two alliances share an ONS code or a patch."""
    codes: dict[str, Alliance] = {}
    patches: dict[tuple[str, ...], Alliance] = {}
    for alliance in alliances:
        twin = codes.setdefault(alliance.ons_code, alliance)
        if twin is not alliance:
            yield alliance.origin.problem(
                "codes.ons_code",
                "code-taken",
                f"{twin.origin.path} has the same ONS code",
                "correct the code in one of the two files",
            )
        patch = (alliance.patch["motif"], *alliance.patch["colours"])
        twin = patches.setdefault(patch, alliance)
        if twin is not alliance:
            yield alliance.origin.problem(
                "patch",
                "patch-taken",
                f"{twin.origin.path} has the same patch",
                "change the picture or the colours of one of the two",
            )


def areas_fit(
    alliances: Sequence[Alliance], names: Collection[str], areas: Mapping[str, str]
) -> Iterator[Problem]:
    """Each alliance has an area on the map, under its own ONS code, and each area an alliance.

    ``names`` are the alliances that have a file, those with mistakes included; ``areas`` holds the
    ONS code of each area by the name of its alliance.
    """
    for alliance in alliances:
        code = areas.get(alliance.slug)
        if code is None:
            yield alliance.origin.problem(
                "",
                "no-area",
                f"there is no area for an alliance called {quoted(alliance.slug)}",
                f"{did_you_mean(alliance.slug, areas.keys() - names)}Rename the file, or ask a "
                "maintainer to add the area: data/geography/README.md tells how",
            )
        elif code != alliance.ons_code:
            yield alliance.origin.problem(
                "codes.ons_code",
                "other-area",
                f"{quoted(alliance.ons_code)} is not the ONS code of the area of {alliance.slug}",
                f"write ons_code: {code}",
            )
    for slug in sorted(areas.keys() - names):
        yield missing_file(f"{ALLIANCES}/{slug}.yaml")
