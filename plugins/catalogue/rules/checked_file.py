"""A checked file: opened, read as a document, and put through the table of its facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.parsing.front_matter import MOST_BYTES, read_document, unopened_document
from catalogue.problems.origin import Origin
from catalogue.problems.problem import Problem
from catalogue.problems.quoting import visible
from catalogue.schema.field_types.groups import read_block
from catalogue.schema.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from catalogue.parsing.front_matter import Document
    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Vocabulary

Link = tuple[Origin, str, str]
"""Where a web address stands: its file, its name there, and the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """The facts of a file: their values and places, web addresses among words, and problems."""

    values: dict[str, Any]
    origin: Origin
    links: list[Link]
    problems: list[Problem]


def single_file(root: Path, path: str, table: tuple[Fact, ...]) -> FileFacts:
    """A file that stands by itself in ``data/`` and has to be there."""
    if not (root / path).exists():
        return FileFacts(
            values={}, origin=Origin(path=path, places={}), links=[], problems=[missing_file(path)]
        )
    return facts_in(opened(root, path, front_matter=False), table)


def opened(root: Path, path: str, *, front_matter: bool) -> Document:
    """One file as a document; no more of it is read than an entry may hold."""
    try:
        return read_document(bytes_of(root, path), visible(path), front_matter=front_matter)
    except OSError:
        return unopened_document(visible(path))


def bytes_of(root: Path, path: str) -> bytes:
    """The bytes of a file, or as many as tell that it is too large."""
    with (root / path).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def facts_in(
    document: Document,
    table: tuple[Fact, ...],
    vocabularies: Mapping[str, Vocabulary] | None = None,
    today: date | None = None,
) -> FileFacts:
    """The facts of a document; none are asked for in a file that could not be read."""
    reading = Reading(document.path, vocabularies or {}, today)
    values: dict[str, Any] = {}
    if document.root.pairs or not document.problems:
        values = read_block(document.root, table, reading)
    origin = Origin(path=document.path, places=reading.places)
    among_words = [
        (Origin(path=document.path, places={"": (line, column)}), "", with_scheme(address))
        for address, line, column in reading.addresses
    ]
    return FileFacts(
        values=values,
        origin=origin,
        links=among_words,
        problems=[*document.problems, *reading.problems],
    )


def with_scheme(address: str) -> str:
    """An address among words as a link to it would be written."""
    return address if "://" in address else f"https://{address}"


def missing_file(path: str) -> Problem:
    """The problem of a file that has to be there and is not."""
    folder, _, name = path.rpartition("/")
    return Problem(
        path=path,
        line=1,
        column=1,
        code="missing-file",
        message=f"there is no file {name} in {folder}/",
        fix=f"add the file {path}, or delete the one that asks for it",
    )
