"""The loader: every file of the catalogue, read and checked, with all problems at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from catalogue.model.alliance import Alliance
from catalogue.model.catalogue import Catalogue
from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import read_document
from catalogue.problems.origin import Origin
from catalogue.problems.problem import Problem, first_of_many, in_order, is_broken
from catalogue.rules.between_entries import (
    alliances_exist,
    areas_fit,
    one_of_each,
    replacements_exist,
)
from catalogue.rules.between_facts import Facts, alliance_problems, entry_problems
from catalogue.rules.checked_file import (
    FileFacts,
    facts_in,
    missing_file,
    opened,
    single_file,
    with_scheme,
)
from catalogue.rules.duplicates import no_entry_twice
from catalogue.rules.file_layout import (
    ALLIANCE_PAGES,
    ALLIANCES,
    HELP,
    OPPORTUNITIES,
    PAGES,
    VOCABULARIES,
    layout_of,
    nothing_listed,
)
from catalogue.rules.help_files import help_in, helped_once
from catalogue.rules.known import after_acceptance, known_hosts, read_known
from catalogue.rules.markdown import markdown_problems
from catalogue.rules.page_facts.page_facts_files import VOCABULARIES as PAGE_VOCABULARIES
from catalogue.rules.page_facts.page_facts_files import read_page_facts
from catalogue.rules.passages import with_word_rules
from catalogue.rules.settings_file import read_settings
from catalogue.rules.site_pages import site_page_problems
from catalogue.rules.tidiness import tidiness
from catalogue.schema.declarations import judge_questions
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types import Area
from catalogue.schema.field_types.groups import links_in, made_values, vocabularies_of
from catalogue.schema.tables import ALLIANCE, ALLIANCE_WORDS, VOCABULARY, WORDS
from catalogue.schema.vocabulary import vocabulary_from
from catalogue.text.link_targets import targets
from project.settings import SiteSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from catalogue.parsing.front_matter import Document
    from catalogue.problems.problem_help import ProblemHelp
    from catalogue.rules.between_entries import Refers
    from catalogue.rules.checked_file import Link
    from catalogue.rules.file_layout import FileLayout
    from catalogue.schema.vocabulary import Vocabulary

WORDS_FILE: Final = "data/words.yaml"


OTHER_VOCABULARIES: Final = ("colours", "motifs", "statuses")
"""Those of what follows from other facts, and of words that rules look up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The catalogue as far as it could be read, every problem, and how many entries there are.

    ``help`` is what people can read about each problem; ``hosts`` are the websites we know.
    ``settings`` are what the people who run the site say of it.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    checked: int
    help: tuple[ProblemHelp, ...]
    hosts: tuple[str, ...] = ()
    settings: SiteSettings = field(default_factory=SiteSettings)


def load(
    root: Path,
    today: date,
    entry_class: type[Opportunity] = Opportunity,
    areas: Mapping[str, str] | None = None,
) -> Loaded:
    """Everything under a project's root. Problems are returned, never raised.

    ``entry_class`` declares what an opportunity may say. ``areas`` holds the ONS code of each area
    on the map by the name of its alliance; without it no alliance is held against the map.
    Raises OSError when a folder that has to be there is missing, and ValueError where a fact is
    declared wrongly.
    """
    files = layout_of(root)
    problems = list(files.problems)
    needed = [*needed_vocabularies(entry_class), *PAGE_VOCABULARIES]
    vocabularies = _vocabularies(root, files, needed, problems)
    judge_questions(facts_of(entry_class), vocabularies)
    known = read_known(root)
    problems += known.problems
    written = read_settings(root)
    problems += written.problems
    shown = read_page_facts(root, vocabularies, known.hosts, files.files[ALLIANCES], today)
    problems += shown.problems
    around = _Around(
        root=root,
        vocabularies=vocabularies,
        hosts=frozenset(known.hosts),
        today=today,
        entry_class=entry_class,
    )
    readings = _sorted_out(list(_readings(around, files)))
    problems += readings.problems
    problems += alliances_exist(readings.references, files.files[ALLIANCES])
    problems += replacements_exist(readings.references)
    problems += no_entry_twice(readings.entries)
    problems += one_of_each(readings.alliances)
    if areas is not None:
        problems += areas_fit(readings.alliances, files.files[ALLIANCES], areas)
    problems += site_page_problems(root, files.files.get(PAGES, {}), around.hosts)
    problems += helped_once(readings.helps)
    problems += nothing_listed(files)
    for slug in sorted(files.files[ALLIANCE_PAGES].keys() - files.files[ALLIANCES].keys()):
        problems.append(missing_file(f"{ALLIANCES}/{slug}.yaml"))
    catalogue = Catalogue(
        alliances={alliance.slug: alliance for alliance in readings.alliances},
        opportunities=tuple(readings.entries),
        vocabularies=vocabularies,
        words=readings.words,
        helplines=shown.helplines,
        national_bodies=shown.national_bodies,
        payments=shown.payments,
        entry_class=entry_class,
    )
    return Loaded(
        catalogue=catalogue,
        problems=tuple(in_order(after_acceptance(problems, known))),
        checked=len(files.files[OPPORTUNITIES]) + len(files.files[ALLIANCES]),
        help=tuple(page for _, page in readings.helps),
        hosts=known.hosts,
        settings=written.settings,
    )


def needed_vocabularies(entry_class: type[Opportunity]) -> list[str]:
    """The vocabularies that have to be there, in order."""
    facts = facts_of(entry_class)
    groups = {fact.facet.groups for fact in facts if fact.facet and fact.facet.groups}
    return sorted({*vocabularies_of(facts), *groups, *OTHER_VOCABULARIES})


def opportunity_in(
    data: bytes,
    slug: str,
    path: str,
    vocabularies: Mapping[str, Vocabulary],
    today: date,
    entry_class: type[Opportunity] = Opportunity,
) -> tuple[Opportunity | None, list[Problem]]:
    """One opportunity from the bytes of its file, or None, and whatever is wrong with it."""
    document = read_document(data, path, front_matter=True)
    reading, _ = _read_opportunity(document, slug, vocabularies, today, entry_class)
    return reading.entry, reading.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What every file is read and judged with; without ``hosts`` no website is looked up."""

    root: Path
    vocabularies: Mapping[str, Vocabulary]
    hosts: frozenset[str]
    today: date
    entry_class: type[Opportunity]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reference:
    """What a broken entry says of alliances and entries, as an entry that is right does itself."""

    slug: str
    alliances: Area
    moved_to: str | None
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What was made of one file: what it is about, and what is wrong with it."""

    problems: list[Problem]
    entry: Opportunity | None = None
    reference: _Reference | None = None
    alliance: Alliance | None = None
    helps: Sequence[tuple[str, ProblemHelp]] = ()
    words: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Readings:
    """The readings of all files, each sort of thing in the order of its files."""

    problems: list[Problem]
    entries: list[Opportunity]
    references: Sequence[Refers]
    alliances: list[Alliance]
    helps: list[tuple[str, ProblemHelp]]
    words: tuple[Mapping[str, Any], ...]


def _readings(around: _Around, files: FileLayout) -> Iterator[_Reading]:
    """What was made of every file that can be judged by itself."""
    root, pages = around.root, files.files[ALLIANCE_PAGES]
    yield _words(root)
    for slug, path in files.files[ALLIANCES].items():
        yield _alliance(around, slug, path, slug in pages)
    for path in files.files.get(HELP, {}).values():
        yield _help(root, path)
    for slug, path in files.files[OPPORTUNITIES].items():
        yield _opportunity(around, slug, path)
    for path in files.misnamed[OPPORTUNITIES]:
        # A file with a wrong name is read for its other mistakes only.
        yield _opportunity(around, "", path)


def _sorted_out(readings: Sequence[_Reading]) -> _Readings:
    told_of = [about for one in readings if (about := one.entry or one.reference) and about.slug]
    return _Readings(
        problems=[problem for one in readings for problem in one.problems],
        entries=[one.entry for one in readings if one.entry and one.entry.slug],
        references=told_of,
        alliances=[one.alliance for one in readings if one.alliance],
        helps=[named for one in readings for named in one.helps],
        words=tuple(word for one in readings for word in one.words),
    )


def _opportunity(around: _Around, slug: str, path: str) -> _Reading:
    document = opened(around.root, path, front_matter=True)
    reading, links = _read_opportunity(
        document, slug, around.vocabularies, around.today, around.entry_class
    )
    if slug and around.hosts:
        reading.problems.extend(known_hosts(links, around.hosts))
    return reading


def _read_opportunity(
    document: Document,
    slug: str,
    vocabularies: Mapping[str, Vocabulary],
    today: date,
    entry_class: type[Opportunity],
) -> tuple[_Reading, list[Link]]:
    """What was made of an opportunity's file, and every web address in it."""
    facts = facts_of(entry_class)
    found = facts_in(document, facts, vocabularies, today)
    values, origin = found.values, found.origin
    problems = [
        *found.problems,
        *markdown_problems(document.body, document.path, document.body_line),
        *entry_problems(Facts(slug=slug, values=values, origin=origin), today),
        *tidiness(document, facts),
    ]
    problems = with_word_rules(problems, document)
    shown = first_of_many(problems)
    if is_broken(problems) or _lacks_some(vocabularies, entry_class):
        named = values.get("alliances", Area())
        reading = _Reading(
            problems=shown,
            reference=_Reference(
                slug=slug, alliances=named, moved_to=values.get("moved_to"), origin=origin
            ),
        )
    else:
        entry = entry_class(
            slug=slug,
            **made_values(facts, values),
            body=document.body,
            body_line=document.body_line,
            origin=origin,
        )
        reading = _Reading(problems=shown, entry=entry)
    own = ((origin, *link) for link in links_in(facts, values))
    return reading, [*found.links, *own, *_links_in_body(document)]


def _alliance(around: _Around, slug: str, path: str, has_page: bool) -> _Reading:
    vocabularies, today = around.vocabularies, around.today
    document = opened(around.root, path, front_matter=False)
    facts = facts_in(document, ALLIANCE, vocabularies, today)
    found = with_word_rules([*facts.problems, *tidiness(document, ALLIANCE)], document)
    words = _page_words(around, f"{ALLIANCE_PAGES}/{slug}.md", has_page)
    problems = first_of_many(found) + first_of_many(words.problems)
    own = ((facts.origin, *link) for link in links_in(ALLIANCE, facts.values))
    if around.hosts:
        problems += known_hosts([*facts.links, *own, *words.links], around.hosts)
    if is_broken(found + words.problems) or _lacks_some(vocabularies, around.entry_class):
        return _Reading(problems=problems)
    alliance = Alliance(
        slug=slug,
        **made_values(ALLIANCE, facts.values),
        **words.values,
        origin=facts.origin,
    )
    problems += alliance_problems(alliance, vocabularies, today)
    return _Reading(problems=problems, alliance=alliance)


def _page_words(around: _Around, path: str, is_there: bool) -> FileFacts:
    """The words of an alliance's page as values of the alliance."""
    if not is_there:
        nowhere = Origin(path=path, places={})
        return FileFacts(values={}, origin=nowhere, links=[], problems=[missing_file(path)])
    document = opened(around.root, path, front_matter=True)
    facts = facts_in(document, ALLIANCE_WORDS, around.vocabularies, around.today)
    problems = [
        *facts.problems,
        *markdown_problems(document.body, path, document.body_line),
        *tidiness(document, ALLIANCE_WORDS),
    ]
    words = {
        "summary": facts.values.get("summary", ""),
        "body": document.body,
        "body_line": document.body_line,
    }
    return FileFacts(
        values=words,
        origin=facts.origin,
        links=[*facts.links, *_links_in_body(document)],
        problems=with_word_rules(problems, document),
    )


def _help(root: Path, path: str) -> _Reading:
    found, wrong = help_in(opened(root, path, front_matter=False))
    return _Reading(problems=first_of_many(wrong), helps=[(path, page) for page in found])


def _words(root: Path) -> _Reading:
    facts = single_file(root, WORDS_FILE, WORDS)
    return _Reading(problems=facts.problems, words=facts.values.get("words", ()))


def _vocabularies(
    root: Path, files: FileLayout, needed: Iterable[str], problems: list[Problem]
) -> dict[str, Vocabulary]:
    vocabularies: dict[str, Vocabulary] = {}
    paths = files.files[VOCABULARIES]
    for slug, path in paths.items():
        document = opened(root, path, front_matter=False)
        facts = facts_in(document, VOCABULARY)
        problems += facts.problems
        if not facts.problems:
            vocabularies[slug] = vocabulary_from(slug, facts.values)
    for name in needed:
        if name not in paths:
            problems.append(missing_file(f"{VOCABULARIES}/{name}.yaml"))
    return vocabularies


def _lacks_some(vocabularies: Mapping[str, Vocabulary], entry_class: type[Opportunity]) -> bool:
    """Whether values cannot be made, as a vocabulary is missing or broken."""
    return not vocabularies.keys() >= set(needed_vocabularies(entry_class))


def _links_in_body(document: Document) -> Iterator[Link]:
    for one in targets(document.body, document.body_line):
        place = Origin(path=document.path, places={"": (one.line, one.column)})
        yield place, "", with_scheme(one.address)
