"""Choices: codes offered in words, and what somebody chose from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.schema.field_types import AllianceList, Code, Several
from catalogue.schema.field_types.areas import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Vocabulary

ANYWHERE: Final = "Anywhere in England"
# Facts whose words a rule looks up, so that it can say what they stand for.
_LOOKED_UP: Final = {"patch.motif": "motifs", "patch.colours": "colours"}
_BETWEEN: Final = re.compile(r"\s*(?:[,;\n]|\band\b|(?<=\d)\s+(?=\d))\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One code, the words for it, a sentence on it, and other words that mean the same."""

    code: str
    label: str
    hint: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The codes that were chosen, in the order of the list, and words that fit none."""

    codes: tuple[str, ...]
    unknown: tuple[str, ...]


def choices_for(name: str, fact: Fact, catalogue: Catalogue) -> tuple[Choice, ...]:
    """What may be chosen for a fact; nothing where people answer in their own words.

    ``name`` is the full name of the fact, with a dot between a group and its part.
    """
    type = fact.type.of if isinstance(fact.type, Several) else fact.type
    if isinstance(type, Code):
        return _choices_from(catalogue.vocabularies[type.vocabulary])
    if isinstance(fact.type, AllianceList):
        listed = sorted(catalogue.alliances.values(), key=lambda alliance: alliance.short_name)
        areas = (
            Choice(code=alliance.slug, label=alliance.short_name, also=_names_of(alliance))
            for alliance in listed
        )
        return (*areas, Choice(code=ALL, label=ANYWHERE))
    if name in _LOOKED_UP:
        return _choices_from(catalogue.vocabularies[_LOOKED_UP[name]])
    return ()


def chosen_from(text: str, choices: Sequence[Choice]) -> Chosen:
    """The codes meant by numbers, codes or words, with commas between them."""
    by_word = _by_word(choices)
    whole = by_word.get(_folded(text))
    if whole:
        return Chosen(codes=(whole,), unknown=())
    codes: set[str] = set()
    unknown: list[str] = []
    for part in filter(None, _BETWEEN.split(text.strip())):
        code = by_word.get(_folded(part))
        if code:
            codes.add(code)
        else:
            unknown.append(part)
    order = [choice.code for choice in choices]
    return Chosen(codes=tuple(sorted(codes, key=order.index)), unknown=tuple(unknown))


def _choices_from(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    return tuple(Choice(code=term.code, label=term.label, hint=term.hint) for term in vocabulary)


def _names_of(alliance: Alliance) -> tuple[str, ...]:
    """Every name by which people may know an alliance."""
    return tuple(
        str(alliance.names[name]) for name in ("official", "known_as") if name in alliance.names
    )


def _by_word(choices: Sequence[Choice]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, choice in enumerate(choices, 1):
        for word in (str(number), choice.code, choice.label, *choice.also):
            found.setdefault(_folded(word), choice.code)
    return found


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
