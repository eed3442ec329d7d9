"""Facts in words: everything that an entry may say, as people who look after entries read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.model.wording import ANYWHERE, how_checked
from catalogue.schema.field_types import Group
from project.words import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.facts import Fact
    from catalogue.schema.field_types import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class FactInWords:
    """One fact by its short name. ``words`` are empty where it is not stated.

    ``part`` is where in the questions the fact stands.
    """

    fact: Fact
    part: str
    words: str

    @property
    def label(self) -> str:
        """The short name of the fact."""
        return self.fact.label


def facts_in_words(entry: Opportunity, catalogue: Catalogue) -> Iterator[FactInWords]:
    """Every fact in the order in which they are declared; a group by its parts."""
    for fact in catalogue.facts:
        value = getattr(entry, fact.name)
        if fact.name == "checked":
            yield FactInWords(fact=fact, part=fact.part, words=how_checked(value))
            rest = tuple(one for one in fact.type.parts if one.name not in ("on", "how"))
            yield from _parts(rest, fact, value)
        elif isinstance(fact.type, Group):
            yield from _parts(fact.type.parts, fact, value)
        else:
            words = _words(fact, entry, catalogue)
            yield FactInWords(fact=fact, part=fact.part, words=words)


def _words(fact: Fact, entry: Opportunity, catalogue: Catalogue) -> str:
    if fact.name == "alliances":
        return _area_in_words(entry.alliances, catalogue)
    if fact.name == "led_by":
        return "The Cancer Alliance" if entry.led_by_alliance else "A partner"
    return fact.type.in_words(getattr(entry, fact.name))


def _parts(parts: tuple[Fact, ...], group: Fact, value: object) -> Iterator[FactInWords]:
    for one in parts:
        words = one.type.in_words(getattr(value, one.name)) if value else ""
        yield FactInWords(fact=one, part=one.part or group.part, words=words)


def _area_in_words(area: Area, catalogue: Catalogue) -> str:
    if area.everywhere:
        return ANYWHERE
    known = catalogue.alliances
    return joined(known[slug].short_name if slug in known else slug for slug in area.slugs)
