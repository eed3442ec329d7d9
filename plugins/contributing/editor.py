"""Editor: what VS Code is given so that it helps with entries.

It checks YAML files against a schema, but not the facts at the top of a Markdown file. For those
it offers snippets: a whole new entry, and one for each fact, with the codes to choose from.
"""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from catalogue.schema.field_types import Day, Group, Several
from catalogue.schema.json_schema import ALLIANCE_TITLE, json_schema
from catalogue.schema.tables import ALLIANCE
from contributing.entry_file.choices import choices_for
from project.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.model.catalogue import Catalogue
    from catalogue.schema.facts import Fact

SNIPPETS: Final = ".vscode/opportunity.code-snippets"
SCHEMA: Final = ".vscode/alliance.schema.json"
WHOLE: Final = "entry"
"""What somebody types for a whole new entry."""

_TODAY: Final = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def editor_files(catalogue: Catalogue) -> dict[str, str]:
    """The files for VS Code that follow from the tables, by path."""
    return {
        SNIPPETS: _json(snippets(catalogue)),
        SCHEMA: _json(json_schema(ALLIANCE_TITLE, ALLIANCE, catalogue.vocabularies)),
    }


def snippets(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """A snippet for a new entry and one for each fact, by what it is for."""
    required = [fact for fact in catalogue.facts if fact.required]
    whole = ["---", *_body(required, catalogue), "---", "", "$0"]
    found = {"A new entry": _snippet(WHOLE, "Every fact that an entry needs", whole)}
    for fact in catalogue.facts:
        body = [*_body([fact], catalogue), "$0"]
        found[fact.label] = _snippet(fact.name, capital(fact.help), body)
    return found


def _snippet(prefix: str, description: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "description": description, "body": body}


def _body(facts: Iterable[Fact], catalogue: Catalogue) -> list[str]:
    numbers = count(1)
    return [line for fact in facts for line in _lines(fact, "", fact.name, catalogue, numbers)]


def _lines(
    fact: Fact, start: str, name: str, catalogue: Catalogue, numbers: Iterator[int]
) -> Iterator[str]:
    """The lines of one fact. ``start`` is what stands before its name, ``name`` its full name."""
    choices = choices_for(name, fact, catalogue)
    type = fact.type
    if choices:
        instead = type.instead if isinstance(type, Several) else ""
        codes = [choice.code for choice in choices]
        listed = [code if code == instead else f"[{code}]" for code in codes]
        values = listed if isinstance(type, Several) else codes
        yield f"{start}{fact.name}: ${{{next(numbers)}|{','.join(values)}|}}"
        return
    group = type.of if isinstance(type, Several) else type
    if not isinstance(group, Group):
        blank = _TODAY if isinstance(group, Day) and group.past and fact.required else ""
        value = blank or f"${next(numbers)}"
        if isinstance(type, Several):
            yield f"{start}{fact.name}:"
            yield f"  - {value}"
        else:
            yield f"{start}{fact.name}: {value}"
        return
    yield f"{start}{fact.name}:"
    if group.at_least_one:
        names = ",".join(part.name for part in group.facts)
        yield f"  ${{{next(numbers)}|{names}|}}: ${next(numbers)}"
        return
    before = "  - " if isinstance(type, Several) else "  "
    for part in group.facts:
        if part.required:
            yield from _lines(part, before, f"{name}.{part.name}", catalogue, numbers)
            before = " " * len(before)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
