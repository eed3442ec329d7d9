"""The loader: every file of the catalogue, read and checked, with all problems at once."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from catalogue.document import read_document
from catalogue.fields import ALLIANCE, ALLIANCE_WORDS, KNOWN, OPPORTUNITY, VOCABULARY, WORDS
from catalogue.kinds import Reading, is_slug, read_block
from catalogue.model import Alliance, Catalogue, Origin, checked_from, opportunity_from
from catalogue.problems import ERROR, HOLD, WARNING, Problem, in_order
from catalogue.prose import prose_problems
from catalogue.quoting import quoted
from catalogue.rules import (
    alliance_problems,
    alliances_exist,
    entry_problems,
    known_hosts,
    no_entry_twice,
    one_of_each,
    replacements_exist,
)
from catalogue.vocabulary import vocabulary_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from catalogue.document import Document
    from catalogue.kinds import Field
    from catalogue.model import Opportunity
    from catalogue.vocabulary import Vocabulary

OPPORTUNITIES: Final = "content/opportunities"
ALLIANCES: Final = "data/alliances"
ALLIANCE_PAGES: Final = "content/alliances"
VOCABULARIES: Final = "data/vocabularies"
KNOWN_FILE: Final = "data/known.yaml"
WORDS_FILE: Final = "data/words.yaml"

NEEDED_VOCABULARIES: Final = (
    "cancer_types",
    "checked_how",
    "commitments",
    "confidence",
    "expenses",
    "formats",
    "kind_groups",
    "kinds",
    "led_by",
    "payments",
    "scopes",
    "stages",
    "statuses",
    "support",
    "who_for",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The catalogue as far as it could be read, every problem, and how many entries there are."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    checked: int


def load(root: Path, today: date) -> Loaded:
    """Everything under a project's root. Problems are returned, never raised.

    Raises OSError when a folder that has to be there is missing.
    """
    problems: list[Problem] = []
    vocabularies = _vocabularies(root, problems)
    if any(name not in vocabularies for name in NEEDED_VOCABULARIES):
        empty = Catalogue(alliances={}, opportunities=(), vocabularies=vocabularies)
        return Loaded(catalogue=empty, problems=tuple(in_order(problems)), checked=0)
    alliances, alliance_files = _alliances(root, vocabularies, today, problems)
    entries, entry_files = _opportunities(root, vocabularies, today, problems)
    problems.extend(_between(entries, alliances, alliance_files))
    known = _single(root, KNOWN_FILE, KNOWN, vocabularies, problems)
    problems.extend(known_hosts(_links(entries, alliances), known.get("hosts", ())))
    words = _single(root, WORDS_FILE, WORDS, vocabularies, problems)
    catalogue = Catalogue(
        alliances={alliance.slug: alliance for alliance in alliances},
        opportunities=tuple(entries),
        vocabularies=vocabularies,
        words=words.get("words", ()),
    )
    settled = _after_acceptance(problems, known.get("accepted", ()))
    return Loaded(
        catalogue=catalogue,
        problems=tuple(in_order(settled)),
        checked=len(entry_files) + len(alliance_files),
    )


def _between(
    entries: Sequence[Opportunity], alliances: Sequence[Alliance], files: Mapping[str, str]
) -> Iterator[Problem]:
    """An alliance whose file has a mistake still counts as there."""
    yield from alliances_exist(entries, files)
    yield from replacements_exist(entries)
    yield from no_entry_twice(entries)
    yield from one_of_each(alliances)


def _vocabularies(root: Path, problems: list[Problem]) -> dict[str, Vocabulary]:
    vocabularies: dict[str, Vocabulary] = {}
    for slug, path in sorted(_files(root, VOCABULARIES, ".yaml", problems).items()):
        document = read_document((root / path).read_bytes(), path, front_matter=False)
        reading = Reading(path, {})
        values = read_block(document.root, VOCABULARY, reading)
        found = [*document.problems, *reading.problems]
        problems.extend(found)
        if not found:
            vocabularies[slug] = vocabulary_from(slug, values)
    missing = [
        name
        for name in NEEDED_VOCABULARIES
        if name not in vocabularies and not (root / VOCABULARIES / f"{name}.yaml").exists()
    ]
    for name in missing:
        problems.append(_file_problem(f"{VOCABULARIES}/{name}.yaml", "missing-file"))
    return vocabularies


def _opportunities(
    root: Path, vocabularies: Mapping[str, Vocabulary], today: date, problems: list[Problem]
) -> tuple[list[Opportunity], Mapping[str, str]]:
    entries: list[Opportunity] = []
    files = _files(root, OPPORTUNITIES, ".md", problems)
    for slug, path in files.items():
        data = _bytes(root / path)
        entry, found = opportunity_in(data, slug, path, vocabularies, today)
        problems.extend(found)
        if entry is not None:
            entries.append(entry)
    return entries, files


def opportunity_in(
    data: bytes, slug: str, path: str, vocabularies: Mapping[str, Vocabulary], today: date
) -> tuple[Opportunity | None, list[Problem]]:
    """One opportunity from the bytes of its file, or None, and whatever is wrong with it."""
    document = read_document(data, path, front_matter=True)
    values, origin, problems = _checked(document, OPPORTUNITY, vocabularies)
    problems.extend(prose_problems(document.body, path, document.body_line))
    if any(problem.severity == ERROR for problem in problems):
        return None, problems
    entry = opportunity_from(slug, values, vocabularies, document.body, document.body_line, origin)
    problems.extend(entry_problems(entry, today))
    return entry, problems


def _alliances(
    root: Path, vocabularies: Mapping[str, Vocabulary], today: date, problems: list[Problem]
) -> tuple[list[Alliance], Mapping[str, str]]:
    alliances: list[Alliance] = []
    files = _files(root, ALLIANCES, ".yaml", problems)
    pages = _files(root, ALLIANCE_PAGES, ".md", problems)
    for slug, path in files.items():
        document = read_document(_bytes(root / path), path, front_matter=False)
        values, origin, found = _checked(document, ALLIANCE, vocabularies)
        page_path = f"{ALLIANCE_PAGES}/{slug}.md"
        words, words_origin, more = _page_words(root, page_path, slug in pages, vocabularies)
        problems.extend(found + more)
        if found or more:
            continue
        alliance = Alliance(
            slug=slug,
            **{**values, "checked": checked_from(values["checked"], vocabularies)},
            **words,
            origin=origin,
            words_origin=words_origin,
        )
        problems.extend(alliance_problems(alliance, today))
        alliances.append(alliance)
    for slug in sorted(pages.keys() - files.keys()):
        problems.append(_file_problem(f"{ALLIANCES}/{slug}.yaml", "missing-file"))
    return alliances, files


def _page_words(
    root: Path, path: str, is_there: bool, vocabularies: Mapping[str, Vocabulary]
) -> tuple[dict[str, Any], Origin, list[Problem]]:
    if not is_there:
        return {}, Origin(path=path), [_file_problem(path, "missing-file")]
    document = read_document(_bytes(root / path), path, front_matter=True)
    values, origin, problems = _checked(document, ALLIANCE_WORDS, vocabularies)
    problems.extend(prose_problems(document.body, path, document.body_line))
    words = {
        "summary": values.get("summary", ""),
        "body": document.body,
        "body_line": document.body_line,
    }
    return words, origin, problems


def _checked(
    document: Document, fields: tuple[Field, ...], vocabularies: Mapping[str, Vocabulary]
) -> tuple[dict[str, Any], Origin, list[Problem]]:
    """The values of a document; fields are not asked for in a file that could not be read."""
    reading = Reading(document.path, vocabularies)
    values: dict[str, Any] = {}
    if document.root.pairs or not document.problems:
        values = read_block(document.root, fields, reading)
    origin = Origin(path=document.path, places=reading.places)
    return values, origin, [*document.problems, *reading.problems]


def _single(
    root: Path,
    path: str,
    fields: tuple[Field, ...],
    vocabularies: Mapping[str, Vocabulary],
    problems: list[Problem],
) -> dict[str, Any]:
    if not (root / path).exists():
        problems.append(_file_problem(path, "missing-file"))
        return {}
    document = read_document(_bytes(root / path), path, front_matter=False)
    values, _, found = _checked(document, fields, vocabularies)
    problems.extend(found)
    return values


def _links(
    entries: Sequence[Opportunity], alliances: Sequence[Alliance]
) -> Iterator[tuple[Origin, str, str]]:
    for entry in entries:
        for address in entry.sources:
            yield entry.origin, "sources", address
        if entry.apply and entry.apply.url:
            yield entry.origin, "apply.url", entry.apply.url
    for alliance in alliances:
        for name in ("website", "older_sites"):
            for address in _as_tuple(alliance.contact.get(name)):
                yield alliance.origin, f"contact.{name}", address
        for name in ("url", "related"):
            for address in _as_tuple(alliance.involvement.get(name)):
                yield alliance.origin, f"involvement.{name}", address
        for fact in alliance.patient_facts:
            for address in fact["sources"]:
                yield alliance.origin, "patient_facts", address


def _as_tuple(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _after_acceptance(
    problems: Sequence[Problem], accepted: Sequence[Mapping[str, str]]
) -> list[Problem]:
    """Holds that a maintainer has accepted are taken out; acceptances without a hold are named."""
    pairs = {(one["slug"], one["code"]) for one in accepted}
    kept: list[Problem] = []
    used: set[tuple[str, str]] = set()
    for problem in problems:
        slug = problem.path.rpartition("/")[2].partition(".")[0]
        if problem.severity == HOLD and (slug, problem.code) in pairs:
            used.add((slug, problem.code))
        else:
            kept.append(problem)
    for slug, code in sorted(pairs - used):
        kept.append(
            replace(
                _file_problem(KNOWN_FILE, "accepted-for-nothing"),
                message=f"{slug} no longer has the problem {quoted(code)}",
                fix="delete these lines under accepted:",
                severity=WARNING,
            )
        )
    return kept


def _files(root: Path, folder: str, ending: str, problems: list[Problem]) -> dict[str, str]:
    """Slug to path, sorted, for the files of a folder; whatever does not belong is reported."""
    found: dict[str, str] = {}
    lowered: dict[str, str] = {}
    for item in sorted(os.scandir(root / folder), key=lambda one: one.name):
        path = f"{folder}/{item.name}"
        stem, dot, rest = item.name.partition(".")
        code, message, fix = "", "", ""
        if item.is_symlink() or not stat.S_ISREG(item.stat(follow_symlinks=False).st_mode):
            code = "not-a-file"
            message = f"{quoted(item.name)} is not a plain file"
            fix = f"put each entry straight into {folder}/ as a file that ends in {ending}"
        elif dot + rest != ending:
            code = "wrong-ending"
            message = f"the name of this file does not end in {ending}"
            fix = f"rename it to {stem or 'name'}{ending}"
        elif not is_slug(stem.replace("_", "-")):
            code = "wrong-file-name"
            message = f"{quoted(stem)} is not a good file name: only a-z, 0-9 and - may be used"
            fix = f"rename it, for example to patient-panel{ending}"
        elif (twin := lowered.setdefault(item.name.casefold(), item.name)) != item.name:
            code = "same-file-name"
            message = f"{quoted(twin)} differs from this name in capitals only"
            fix = "rename one of the two"
        if code:
            problems.append(replace(_file_problem(path, code), message=message, fix=fix))
        else:
            found[stem] = path
    return found


def _file_problem(path: str, code: str) -> Problem:
    folder, _, name = path.rpartition("/")
    return Problem(
        path=path,
        line=1,
        column=1,
        code=code,
        message=f"there is no file {name} in {folder}/",
        fix=f"add the file {path}, or delete the one that asks for it",
    )


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read()
