"""A comparison: what two versions of the catalogue say about each entry, fact by fact, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.wording import how_checked
from catalogue.rules.file_layout import ALLIANCES
from catalogue.text.links import host_of
from contributing.entry_file.facts_in_words import facts_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity

NOTHING: Final = "Not stated"
WORDS_BELOW: Final = "Words below the facts"

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """One fact, as it was and as it is now, in words."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What became of one entry. ``alliances`` holds the slugs it is for, ``all`` for anywhere."""

    what: str
    path: str
    slug: str
    title: str
    alliances: frozenset[str]
    facts: tuple[FactChange, ...]
    new_links: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Headings of what there is to show of each fact: both sides only where there are two."""
        return {ADDED: ("Now",), REMOVED: ("Before",)}.get(self.what, ("Before", "Now"))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """For each fact its label, then what stands below each heading."""
        return tuple(
            (fact.label, *({"Before": fact.before, "Now": fact.now}[name] for name in self.columns))
            for fact in self.facts
        )

    @property
    def sentence(self) -> str:
        """What became of it, in one sentence."""
        return f"{self.title} was {self.what}."


def changes_between(base: Catalogue, head: Catalogue) -> tuple[EntryChange, ...]:
    """Every entry that was added, changed or removed, by the path of its file."""
    old = {one.origin.path: _opportunity(one, base) for one in base.opportunities}
    new = {one.origin.path: _opportunity(one, head) for one in head.opportunities}
    old |= {one.origin.path: _alliance(one) for one in base.alliances.values()}
    new |= {one.origin.path: _alliance(one) for one in head.alliances.values()}
    paths = sorted(old.keys() | new.keys())
    return tuple(change for path in paths if (change := _change(old.get(path), new.get(path))))


def hosts_of(catalogue: Catalogue) -> frozenset[str]:
    """Every website that a link of the catalogue leads to."""
    entries = (_opportunity(one, catalogue) for one in catalogue.opportunities)
    alliances = (_alliance(one) for one in catalogue.alliances.values())
    return frozenset(host_of(link) for one in (*entries, *alliances) for link in one.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    path: str
    slug: str
    title: str
    alliances: frozenset[str]
    facts: Mapping[str, str]
    links: frozenset[str]


def _change(old: _Entry | None, new: _Entry | None) -> EntryChange | None:
    there = new or old
    assert there is not None
    before = old.facts if old else {}
    now = new.facts if new else {}
    facts = tuple(
        FactChange(label=label, before=before.get(label, NOTHING), now=now.get(label, NOTHING))
        for label in dict.fromkeys([*now, *before])
        if before.get(label) != now.get(label)
    )
    if not facts:
        return None
    return EntryChange(
        what=CHANGED if old and new else ADDED if new else REMOVED,
        path=there.path,
        slug=there.slug,
        title=there.title,
        alliances=there.alliances | (old.alliances if old else frozenset()),
        facts=facts,
        new_links=tuple(sorted((new.links if new else set()) - (old.links if old else set()))),
    )


def _opportunity(entry: Opportunity, catalogue: Catalogue) -> _Entry:
    facts = {one.label: one.words for one in facts_in_words(entry, catalogue) if one.words}
    if entry.body:
        facts[WORDS_BELOW] = entry.body
    own = [entry.apply.url] if entry.apply and entry.apply.url else []
    return _Entry(
        path=entry.origin.path,
        slug=entry.slug,
        title=entry.title,
        alliances=frozenset(entry.alliances.codes),
        facts=facts,
        links=frozenset([*entry.sources, *own]),
    )


def _alliance(alliance: Alliance) -> _Entry:
    groups: dict[str, object] = {
        name: getattr(alliance, name)
        for name in ("names", "codes", "region", "icbs", "trusts", "area", "population", "host")
    }
    groups |= {
        "contact": alliance.contact,
        "involvement": alliance.involvement,
        "routes": alliance.routes,
        "patient_facts": alliance.patient_facts,
        "doubts": alliance.doubts,
        "patch": alliance.patch,
        "checked": how_checked(alliance.checked),
        "summary": alliance.summary,
        WORDS_BELOW: alliance.body,
    }
    facts: dict[str, list[str]] = {}
    for name, value in groups.items():
        for at, words in _leaves(value, name):
            facts.setdefault(at, []).append(words)
    joined_facts = {_name_in_words(at): "\n".join(words) for at, words in facts.items()}
    links = [word for words in facts.values() for word in words if word.startswith("https://")]
    return _Entry(
        path=f"{ALLIANCES}/{alliance.slug}.yaml",
        slug=alliance.slug,
        title=alliance.name,
        alliances=frozenset([alliance.slug]),
        facts=joined_facts,
        links=frozenset(links),
    )


def _leaves(value: object, at: str) -> Iterator[tuple[str, str]]:
    """Every written value of an alliance with the names that lead to it; lists fall together."""
    if isinstance(value, str):
        if value:
            yield at, value
    elif hasattr(value, "items"):
        for name, inner in value.items():
            yield from _leaves(inner, f"{at}.{name}")
    elif isinstance(value, tuple):
        for inner in value:
            yield from _leaves(inner, at)
    elif value is not None:
        yield at, str(value)


def _name_in_words(at: str) -> str:
    parts = at.replace("_", " ").split(".")
    return ": ".join([parts[0].capitalize(), *parts[1:]])


def unread(paths: Iterable[str], changes: Iterable[EntryChange]) -> tuple[str, ...]:
    """Changed files of entries that cannot be compared, because they cannot be read."""
    told = {change.path for change in changes}
    return tuple(sorted(path for path in paths if path not in told))
