"""Areas: the alliances that something is for, or all of England."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.schema.field_types.entry_names import Slug
from catalogue.schema.field_types.several import Several
from catalogue.schema.vocabulary import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.schema.field_types.base import FieldType
    from catalogue.schema.vocabulary import Term

ALL: Final = "all"
_SLUG: Final = Slug()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The alliances that something is for; where none is named, anywhere in England."""

    slugs: tuple[str, ...] = ()

    @property
    def everywhere(self) -> bool:
        """Whether people anywhere in England can join."""
        return not self.slugs

    @property
    def codes(self) -> tuple[str, ...]:
        """The alliances, or the word for all of them."""
        return self.slugs or (ALL,)


@dataclass(frozen=True, slots=True)
class AllianceList(Several):
    """A list of alliances, or the word for all of them."""

    of: FieldType = _SLUG
    most: int = 20
    instead: str = ALL

    @property
    def has_codes(self) -> bool:
        return True

    def meaning(self, found: tuple[str, ...] | str) -> Area:
        return Area() if isinstance(found, str) else Area(slugs=found)

    def made(self, value: Area) -> Area:
        return value

    def written(self, value: Area) -> list[str] | str:
        return ALL if value.everywhere else list(value.slugs)

    def terms(self, value: Area) -> tuple[Term, ...]:
        return ()

    def codes(self, value: Area) -> tuple[str, ...]:
        return value.slugs or (ANY,)

    def in_words(self, value: Area) -> str:
        return ", ".join(value.codes)

    def links(self, value: Area, name: str) -> Iterator[tuple[str, str]]:
        return iter(())
