"""Plain facts: of words on one line, of a code, or of several.

Tests that need values for every fact take those for plain ones from here, so that a fact that is
added needs no line in each of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.schema.facts import Fact
from catalogue.schema.field_types import Code, Line, Several
from catalogue.schema.vocabulary import Vocabulary

NO_CODE = "no-such-code"


def is_plain(fact: Fact) -> bool:
    return isinstance(fact.type, (Line, Code)) or holds_codes(fact)


def holds_codes(fact: Fact) -> bool:
    return isinstance(fact.type, Several) and isinstance(fact.type.of, Code)


def codes_of(fact: Fact, vocabularies: Mapping[str, Vocabulary]) -> list[str]:
    """The codes to choose from; one that stands for nothing where there are none."""
    known = [term.code for name in fact.type.vocabularies() for term in vocabularies[name]]
    return known or [NO_CODE]


def answer(fact: Fact, code: str) -> str | list[str]:
    """What somebody may state of a plain fact, with a code of its vocabulary."""
    if isinstance(fact.type, Line):
        return "Invented words"
    return [code] if holds_codes(fact) else code


def wrong_answer(fact: Fact) -> str | list[str]:
    """What nobody may state of it."""
    if isinstance(fact.type, Line):
        return "x" * (fact.type.most + 1)
    return [NO_CODE] if holds_codes(fact) else NO_CODE
