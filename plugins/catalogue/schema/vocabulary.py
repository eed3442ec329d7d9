"""A vocabulary: the codes an entry may use for one fact, in the order people see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Codes that say the same in every vocabulary that has them.
ANY: Final = "any"
NOT_STATED: Final = "not_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One code with the words that people see and search for."""

    code: str
    label: str
    short: str = ""
    hint: str = ""
    synonyms: tuple[str, ...] = ()
    group: str = ""

    @property
    def in_short(self) -> str:
        """Its label, or fewer words where it has them."""
        return self.short or self.label

    @property
    def address_part(self) -> str:
        """The code as it stands in an address: hyphens for underscores."""
        return self.code.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Terms by code, in display order."""

    name: str
    title: str
    hint: str = ""
    terms: Mapping[str, Term]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __contains__(self, code: object) -> bool:
        return code in self.terms

    def __getitem__(self, code: str) -> Term:
        return self.terms[code]


def vocabulary_from(name: str, values: Mapping[str, object]) -> Vocabulary:
    """A vocabulary from the checked values of its file."""
    rows = values["terms"]
    assert isinstance(rows, tuple)
    return Vocabulary(
        name=name,
        title=str(values["title"]),
        hint=str(values.get("hint", "")),
        terms={row["code"]: Term(**row) for row in rows},
    )
