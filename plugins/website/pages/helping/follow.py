"""The page on how to follow the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from website.exports import changes
from website.exports.embeds import embed_choices
from website.lists.selections import EVERYTHING, NATIONWIDE, OF_ALLIANCE, OF_KIND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from website.exports.following import Following
    from website.lists.selections import Selection

HEADINGS: Final[Mapping[str, str]] = {
    EVERYTHING: "Everything",
    NATIONWIDE: "Everything",
    OF_ALLIANCE: "By alliance",
    OF_KIND: "By what you do",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowRow:
    """One selection with its feeds and its calendar."""

    name: str
    atom: str
    json: str
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowGroup:
    """Selections under one heading."""

    title: str
    rows: tuple[FollowRow, ...]


def follow_values(following: Following) -> dict[str, Any]:
    """What the page shows: what has changed, what can be followed, and lists for other sites."""
    site = following.site
    return {
        "changes": changes.this_week(following.log, site.today),
        "embeds": embed_choices(site.selections),
        "follow_groups": _follow_groups(site.selections),
    }


def _follow_groups(selections: Sequence[Selection]) -> list[FollowGroup]:
    """Every selection under the heading of its group."""
    groups: dict[str, list[FollowRow]] = {title: [] for title in HEADINGS.values()}
    for one in selections:
        row = FollowRow(
            name=one.name, atom=one.atom_path, json=one.json_path, calendar=one.calendar_path
        )
        groups[HEADINGS[one.group]].append(row)
    return [FollowGroup(title=title, rows=tuple(rows)) for title, rows in groups.items()]
