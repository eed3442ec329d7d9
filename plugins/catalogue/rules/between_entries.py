"""Rules: what has to hold between the facts of an entry, and between entries."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from catalogue.problems.messages import message_for
from catalogue.problems.problem import HOLD
from catalogue.problems.quoting import did_you_mean, quoted, shortened
from catalogue.schema.dates import as_day, in_words
from catalogue.schema.field_types import Closing
from catalogue.text.links import host_is_under, host_of, is_below
from project.addresses import DEVICE_NAMES, RESERVED_SLUGS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from catalogue.model.catalogue_values import Alliance
    from catalogue.model.opportunity import Opportunity
    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem
    from catalogue.schema.field_types import Area
    from catalogue.schema.vocabulary import Vocabulary

NEARLY_THE_SAME: Final = 0.9
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d+")


class Facts(NamedTuple):
    """What a file says of one opportunity, as far as it could be read.

    Rules look at values and not at a whole entry, so that one wrong value hides no other problem.
    """

    slug: str
    values: Mapping[str, Any]
    origin: Origin


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


def deadline_after_opening(facts: Facts, _today: date) -> Iterator[Problem]:
    """A deadline is not before the opening date."""
    opens, closes = facts.values.get("opens"), facts.values.get("deadline", Closing()).day
    if opens and closes and closes < opens:
        yield facts.origin.problem(
            "deadline",
            *message_for(
                "deadline-before-opening",
                closes=in_words(closes),
                opens=in_words(opens),
            ),
        )


def checked_not_in_future(facts: Facts, today: date) -> Iterator[Problem]:
    """Nobody has checked an entry on a day that has not come."""
    day = facts.values.get("checked", {}).get("on")
    if day:
        yield from check_date_problems(day, facts.origin, today)


def check_date_problems(day: date, origin: Origin, today: date) -> Iterator[Problem]:
    """A check is not dated after today."""
    if day > today:
        yield origin.problem(
            "checked.on",
            *message_for("checked-in-future", day=in_words(day), today=today.isoformat()),
        )


def page_not_newer_than_check(facts: Facts, _today: date) -> Iterator[Problem]:
    """A page that was read is not dated after the day on which it was read."""
    checked = facts.values.get("checked", {})
    page, day = checked.get("page_date"), checked.get("on")
    if page and day and page > day.isoformat()[: len(page)]:
        yield facts.origin.problem(
            "checked.page_date", *message_for("page-newer-than-check", page=page, day=in_words(day))
        )


def sessions_end_after_start(facts: Facts, _today: date) -> Iterator[Problem]:
    """A meeting does not end before it starts."""
    for number, session in enumerate(facts.values.get("sessions", ())):
        starts, ends = session.get("starts"), session.get("ends")
        if starts and ends and _is_before(ends, starts):
            yield facts.origin.problem(
                f"sessions.{number}", *message_for("session-ends-first", starts=in_words(starts))
            )


def _is_before(one: date, other: date) -> bool:
    """Whether a moment is before another; only their days count unless both have a time."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return as_day(one) < as_day(other)


def dated_entry_can_be_followed(facts: Facts, _today: date) -> Iterator[Problem]:
    """Somebody who wants to join before a deadline finds a way to do so."""
    closes = facts.values.get("deadline", Closing()).day
    written = facts.origin.places
    if closes and "apply" not in written and "sources" not in written:
        yield facts.origin.problem("deadline", *message_for("no-way-to-apply"))


def paid_costs_are_no_unpaid_work(facts: Facts, _today: date) -> Iterator[Problem]:
    """Costs that are paid do not stand beside a payment that says nobody is paid anything."""
    payment = facts.values.get("payment")
    if facts.values.get("expenses") and payment and payment.code == "unpaid":
        yield facts.origin.problem("expenses", *message_for("expenses-but-unpaid"))


def any_stands_alone(facts: Facts, _today: date) -> Iterator[Problem]:
    """``any`` does not stand beside a particular type or stage."""
    for name in ("cancer_types", "stages"):
        codes = [term.code for term in facts.values.get(name, ())]
        if len(codes) > 1 and "any" in codes:
            yield facts.origin.problem(name, *message_for("any-and-more", name=name))


def slug_is_free(facts: Facts, _today: date) -> Iterator[Problem]:
    """No entry takes the address of one of our own lists, nor a name that Windows keeps."""
    if facts.slug in RESERVED_SLUGS:
        yield facts.origin.problem(
            "",
            "reserved-name",
            f"the file name {quoted(facts.slug)} is the address of one of our own pages",
            f"rename the file, for example to {facts.slug}-group.md",
        )
    if facts.slug in DEVICE_NAMES:
        yield facts.origin.problem(
            "",
            "reserved-name",
            f"Windows keeps the file name {quoted(facts.slug)} for itself",
            f"rename the file, for example to {facts.slug}-group.md",
        )


ENTRY_RULES: Final[tuple[Callable[[Facts, date], Iterator[Problem]], ...]] = (
    deadline_after_opening,
    checked_not_in_future,
    page_not_newer_than_check,
    sessions_end_after_start,
    dated_entry_can_be_followed,
    paid_costs_are_no_unpaid_work,
    any_stands_alone,
    slug_is_free,
)


def entry_problems(facts: Facts, today: date) -> Iterator[Problem]:
    """Whatever does not hold between the facts of one entry."""
    for rule in ENTRY_RULES:
        yield from rule(facts, today)


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
                f"these entries send people round in a circle: {shortened(way)}",
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


class _Likeness(NamedTuple):
    """What an entry shares with another one, and where that stands."""

    twin: Opportunity
    name: str
    code: str
    what: str


def no_entry_twice(entries: Sequence[Opportunity], new: str = "") -> Iterator[Problem]:
    """One link, or one title and organiser, stands once among the listings of an alliance.

    It is told of the entry called ``new``, else of the one that was checked last, as that is most
    often the newer one; of two of one day, of the one whose name comes later. Which entries make
    a pair depends on their names alone: who accepts a pair need not do so again after each check.
    """
    listed = [
        entry
        for entry in sorted(entries, key=lambda one: one.slug)
        if not (entry.closed or entry.moved_to)
    ]
    found: set[tuple[str, str, str]] = set()
    for entry, alike in chain(_same_links(listed), _same_titles(listed)):
        key = (entry.slug, alike.twin.slug, alike.code)
        if key not in found:
            found.add(key)
            yield _told_of_newer(entry, alike, new)


def _same_links(entries: Iterable[Opportunity]) -> Iterator[tuple[Opportunity, _Likeness]]:
    links: dict[tuple[str, str], Opportunity] = {}
    for entry in entries:
        if entry.apply is None or entry.apply.url is None:
            continue
        for alliance in entry.alliances.codes:
            twin = links.setdefault((alliance, entry.apply.url.rstrip("/")), entry)
            if twin is not entry:
                yield (
                    entry,
                    _Likeness(twin, "apply.url", "same-link", "send people to the same page"),
                )


def _same_titles(entries: Iterable[Opportunity]) -> Iterator[tuple[Opportunity, _Likeness]]:
    what = "have nearly the same title and the same organiser"
    neighbours: dict[tuple[str, str], list[Opportunity]] = {}
    for entry in entries:
        organiser = _words(entry.organiser)
        for alliance in entry.alliances.codes:
            neighbours.setdefault((alliance, organiser), []).append(entry)
    for group in neighbours.values():
        titles: dict[frozenset[str], Opportunity] = {}
        for entry in _likely_twins(group) if len(group) > 1 else ():
            for words in _title_signatures(entry.title):
                twin = titles.get(words)
                titles[words] = entry
                if twin and twin is not entry and _nearly_the_same(twin.title, entry.title):
                    yield entry, _Likeness(twin, "title", "same-title", what)


def _likely_twins(group: Sequence[Opportunity]) -> list[Opportunity]:
    """Entries whose titles have at most one word that stands in no other; others are like none."""
    words = [frozenset(_words(entry.title).split()) for entry in group]
    titles_with = Counter(chain.from_iterable(words))
    own_words = [sum(titles_with[word] == 1 for word in title) for title in words]
    return [entry for entry, count in zip(group, own_words, strict=True) if count < 2]


def _told_of_newer(entry: Opportunity, alike: _Likeness, new: str) -> Problem:
    older, newer = sorted(
        (alike.twin, entry), key=lambda one: (one.slug == new, one.checked.on, one.slug)
    )
    problem = newer.origin.problem(
        alike.name,
        alike.code,
        f"{newer.origin.path} and {older.origin.path} {alike.what}",
        "delete one of the two entries, or ask a maintainer to accept both",
        HOLD,
    )
    return problem._replace(twin=older.slug)


def _title_signatures(title: str) -> list[frozenset[str]]:
    """The words of a title, and the words with each one left out in turn.

    Two titles that differ in one word share a signature, so that likely twins are found without
    comparing every title with every other.
    """
    words = frozenset(_words(title).split())
    return [words, *(words - {word} for word in sorted(words) if len(words) > 1)]


def _nearly_the_same(first: str, second: str) -> bool:
    one, other = _words(first), _words(second)
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEARLY_THE_SAME


@cache
def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def known_hosts(
    places: Iterable[tuple[Origin, str, str]], known: Collection[str]
) -> Iterator[Problem]:
    """Every link leads to a host, or a place on one, that a maintainer has looked at."""
    for origin, name, address in places:
        host = host_of(address)
        if not host_is_under(host, known) and not is_below(address, known):
            shown = host or quoted(address)
            yield origin.problem(name, *message_for("unknown-host", host=shown), HOLD)


def alliance_problems(
    alliance: Alliance, vocabularies: Mapping[str, Vocabulary], today: date
) -> Iterator[Problem]:
    """Whatever does not hold between the facts of one alliance."""
    known_motifs, known_colours = vocabularies["motifs"].terms, vocabularies["colours"].terms
    yield from check_date_problems(alliance.checked.on, alliance.origin, today)
    motif, colours = alliance.patch["motif"], alliance.patch["colours"]
    if motif not in known_motifs:
        yield alliance.origin.problem(
            "patch.motif",
            "unknown-term",
            f"{quoted(motif)} is not a picture we have",
            f"{did_you_mean(motif, known_motifs)}Allowed: {', '.join(sorted(known_motifs))}",
        )
    for number, colour in enumerate(colours):
        if colour not in known_colours:
            yield alliance.origin.problem(
                f"patch.colours.{number}",
                "unknown-term",
                f"{quoted(colour)} is not a colour of the quilt",
                f"{did_you_mean(colour, known_colours)}Allowed: {', '.join(sorted(known_colours))}",
            )


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
