"""JSON Schema, made from the same tables as the checker. It is for editors; the verdict is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types.groups import object_schema
from catalogue.schema.tables import ALLIANCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Vocabulary

# The YAML language server reads draft 7 and older.
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
TITLES: Final[Mapping[str, tuple[str, tuple[Fact, ...]]]] = {
    "opportunity": ("A way to take part", facts_of(Opportunity)),
    "alliance": ("A Cancer Alliance", ALLIANCE),
}


def json_schema(name: str, vocabularies: Mapping[str, Vocabulary], address: str) -> dict[str, Any]:
    """The schema of ``opportunity`` or ``alliance``; ``address`` is where it is published."""
    title, fields = TITLES[name]
    identity = {"$id": address} if address.startswith("https://") else {}
    return {"$schema": DRAFT, **identity, "title": title, **object_schema(fields, vocabularies)}
