"""Organisers: whom to ask about which entries, how to reach them, and in which order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import CONFIRMED, ORDER, evidence_on
from catalogue.model.status import LISTED, status_on
from contributing.entry_file.slugs import slug_for
from contributing.freshness.due import ended_without_outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity

LEAST_SURE_FIRST: Final = ORDER[::-1]
EMAIL, PAGE, PHONE, POST = "e-mail", "web page or form", "phone", "post"
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_PARTNERS: Final = re.compile(r",? with .*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach somebody."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser:
    """Somebody to ask. ``alliance`` is set where an alliance is asked about what it runs.

    ``listed`` are the entries that people are shown as a way to take part, ``ended`` those that
    are over. ``ways`` are the organiser's own. Without any, ``through`` are the alliances of the
    area, and ``pages`` the public pages where a way may be found.
    """

    name: str
    file: str
    alliance: Alliance | None = None
    listed: tuple[Opportunity, ...]
    ended: tuple[Opportunity, ...]
    ways: tuple[Way, ...]
    through: tuple[Alliance, ...] = ()
    pages: tuple[str, ...]

    def evidence(self, today: date) -> Counter[str]:
        """How many of the listed entries rest on what, by the codes of the evidence."""
        return Counter(evidence_on(entry.checked, today) for entry in self.listed)


def organisers_to_ask(catalogue: Catalogue, today: date) -> tuple[Organiser, ...]:
    """Every alliance, and whoever else has something to tell; whom to ask first stands first.

    First come those with most entries that nobody has confirmed, then those we are least sure of.
    """
    alliances = catalogue.alliances
    names = {_folded(entry.organiser): "" for entry in catalogue.opportunities}
    names |= {_folded(name): one.slug for one in alliances.values() for name in _names_of(one)}
    by_alliance: dict[str, list[Opportunity]] = {slug: [] for slug in alliances}
    by_name: dict[str, list[Opportunity]] = {}
    for entry in catalogue.opportunities:
        name = _name_of(entry, names)
        if slug := names[name] or _leader(entry, alliances):
            by_alliance[slug].append(entry)
        else:
            by_name.setdefault(name, []).append(entry)
    found = [_alliance(alliances[slug], entries, today) for slug, entries in by_alliance.items()]
    files = set(alliances)
    for entries in by_name.values():
        organiser = _organiser(entries, alliances, today, files)
        if organiser.listed or any(ended_without_outcome(one, today) for one in organiser.ended):
            files.add(organiser.file)
            found.append(organiser)
    return tuple(sorted(found, key=lambda one: _place(one, today)))


def ways_to(alliance: Alliance) -> tuple[Way, ...]:
    """The ways to reach an alliance."""
    contact = alliance.contact
    told = (
        (EMAIL, contact.get("email")),
        (PAGE, alliance.involvement.get("url")),
        (PAGE, contact.get("website")),
        (PHONE, contact.get("phone")),
        (POST, contact.get("post")),
    )
    return _in_order(Way(label=label, value=value) for label, value in told if value)


def _alliance(alliance: Alliance, entries: Sequence[Opportunity], today: date) -> Organiser:
    listed, ended = _sorted_out(entries, today)
    return Organiser(
        name=alliance.name,
        file=alliance.slug,
        alliance=alliance,
        listed=listed,
        ended=ended,
        ways=_in_order([*ways_to(alliance), *_ways_in(listed or ended)]),
        pages=alliance.contact.get("sources", ()),
    )


def _organiser(
    entries: Sequence[Opportunity],
    alliances: Mapping[str, Alliance],
    today: date,
    files: Collection[str],
) -> Organiser:
    listed, ended = _sorted_out(entries, today)
    asked = listed or ended or entries
    name = min((entry.organiser for entry in asked), key=len)
    ways = _in_order(_ways_in(asked))
    slugs = dict.fromkeys(slug for entry in asked for slug in entry.alliances.slugs)
    return Organiser(
        name=name,
        file=slug_for(name, files),
        listed=listed,
        ended=ended,
        ways=ways,
        through=() if ways else tuple(alliances[slug] for slug in slugs if slug in alliances),
        pages=tuple(dict.fromkeys(page for entry in asked for page in entry.sources)),
    )


def _sorted_out(
    entries: Iterable[Opportunity], today: date
) -> tuple[tuple[Opportunity, ...], tuple[Opportunity, ...]]:
    """The entries that are listed, and those that are over and did not move."""
    listed = tuple(one for one in entries if status_on(one, today) in LISTED)
    return listed, tuple(one for one in entries if one not in listed and not one.moved_to)


def _name_of(entry: Opportunity, names: Collection[str]) -> str:
    """The name by which the entries of one organiser are found.

    A remark in brackets and a "with …" make no other organiser where the rest is one by itself.
    """
    shorter = _IN_BRACKETS.sub("", entry.organiser)
    tried = (_PARTNERS.sub("", shorter), shorter, entry.organiser)
    return next(name for name in map(_folded, tried) if name in names)


def _leader(entry: Opportunity, alliances: Collection[str]) -> str:
    """The alliance that runs an entry under another name; "" where a partner does."""
    mine = [slug for slug in entry.alliances.slugs if slug in alliances]
    return mine[0] if entry.led_by_alliance and mine else ""


def _names_of(alliance: Alliance) -> tuple[str, ...]:
    without_remark = _IN_BRACKETS.sub("", alliance.name)
    return (alliance.name, without_remark, f"{alliance.short_name} Cancer Alliance")


def _place(organiser: Organiser, today: date) -> tuple[object, ...]:
    evidence = organiser.evidence(today)
    unsure = sum(evidence[code] for code in ORDER if code != CONFIRMED)
    return (-unsure, *(-evidence[code] for code in LEAST_SURE_FIRST), organiser.name.casefold())


def _ways_in(entries: Iterable[Opportunity]) -> Iterator[Way]:
    for apply in (entry.apply for entry in entries):
        if apply:
            told = (
                (EMAIL, apply.email),
                (PAGE, apply.url),
                (PHONE, apply.phone),
                (POST, apply.post),
            )
            yield from (Way(label=label, value=value) for label, value in told if value)


def _in_order(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The first way of each sort, in the order in which they are tried."""
    first: dict[str, Way] = {}
    for way in ways:
        first.setdefault(way.label, way)
    return tuple(first[label] for label in (EMAIL, PAGE, PHONE, POST) if label in first)


def _folded(name: str) -> str:
    """A name without what differs between pages: large letters, curly marks and a leading NHS."""
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("nhs ").strip()
