"""JSON Schema, made from the same facts as the checker. It is for editors; the verdict is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from catalogue.schema.field_types.groups import object_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Vocabulary

# The YAML language server reads draft 7 and older.
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
OPPORTUNITY_TITLE: Final = "A way to take part"
ALLIANCE_TITLE: Final = "A Cancer Alliance"


def json_schema(
    title: str,
    facts: tuple[Fact, ...],
    vocabularies: Mapping[str, Vocabulary],
    address: str = "",
) -> dict[str, Any]:
    """The schema of entries that may say these facts; ``address`` is where it is published."""
    identity = {"$id": address} if address.startswith("https://") else {}
    return {"$schema": DRAFT, **identity, "title": title, **object_schema(facts, vocabularies)}
