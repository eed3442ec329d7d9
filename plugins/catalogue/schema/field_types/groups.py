"""Groups: names and values together, a whole entry or a part of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from catalogue.parsing.nodes import LOST, Block, Text
from catalogue.problems.messages import message_for
from catalogue.problems.quoting import closest, cut_short, quoted, visible
from catalogue.schema.facts import facts_of
from catalogue.schema.field_types.base import FieldType
from catalogue.schema.field_types.moments import Day
from catalogue.schema.field_types.own_words import Line
from catalogue.schema.reading import Reading, last_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.parsing.nodes import Node
    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Vocabulary

# Names that people write though they are worked out, and what to do instead.
_NEVER_WRITTEN: Final = {
    "id": "delete this line: the name of the file is the name of the entry",
    "slug": "delete this line: the name of the file is the name of the entry",
    "status": "delete this line: it follows from the dates. For an entry that was closed write: "
    "closed: yes",
}


@dataclass(frozen=True, slots=True)
class Group(FieldType):
    """Names and values one level down, made into an ``entry`` where they are declared as one."""

    facts: tuple[Fact, ...]
    at_least_one: bool = False
    entry: type | None = None

    @classmethod
    def of(cls, entry: type, *, at_least_one: bool = False) -> Group:
        """The group whose facts a class declares."""
        return cls(facts_of(entry), at_least_one, entry)

    @property
    def parts(self) -> tuple[Fact, ...]:
        return self.facts

    def read(self, node: Node, name: str, reading: Reading) -> dict[str, Any] | None:
        if isinstance(node, Text) and node.value == LOST:
            return None
        if isinstance(node, Text) and not node.value.strip():
            or_delete = "" if name in reading.needed else " or delete the line"
            reading.note(
                node,
                "empty-group",
                f"there is nothing under {last_part(name)}:",
                f"write {last_part(name)}: {{{self._guess(node, reading)}}}{or_delete}",
            )
            return None
        if not isinstance(node, Block):
            reading.note(
                node,
                "not-a-group",
                f"{name} holds several facts, each with a name of its own",
                f"write {last_part(name)}: {{{self._guess(node, reading)}}}",
            )
            return None
        values = read_block(node, self.facts, reading, name)
        if self.at_least_one and not node.pairs:
            reading.note(
                node, "empty-group", f"there is nothing under {last_part(name)}:", "delete the line"
            )
        return values

    def read_among(self, item: Node, name: str, reading: Reading) -> dict[str, Any] | None:
        if not (isinstance(item, Text) and item.value.strip()):
            return self.read(item, name, reading)
        if item.value != LOST:
            reading.note(
                item,
                "not-a-group",
                f"each line of {name} holds several facts, each with a name of its own",
                f"write - {{{self._guess(item, reading)}}}",
            )
        return None

    def as_list(self, node: Text, reading: Reading) -> str:
        return f"[{{{self._guess(node, reading)}}}]"

    def _guess(self, node: Node, reading: Reading) -> str:
        """The facts that somebody may have meant, as they stand between curly brackets."""
        needed = [fact for fact in self.facts if fact.required]
        rest = [f"{fact.name}: …" for fact in needed]
        if not isinstance(node, Text) or not node.value.strip():
            return ", ".join(rest) or f"{self.facts[0].name}: …"
        fitting = {
            fact.name: meant
            for fact in needed or self.facts
            if (meant := _as_under(fact, node, reading))
        }
        own_words = {fact.name for fact in self.facts if isinstance(fact.type, Line)}
        certain = [name for name in fitting if name not in own_words] or list(fitting)
        if not certain:
            return ", ".join(rest) or f"{self.facts[0].name}: …"
        # Words fit wherever words may stand: which of several names is meant, a person tells.
        name = certain[0] if certain[0] not in own_words else certain[-1]
        meant = "…" if name in own_words and len(certain) > 1 else fitting[name]
        others = [one for one in rest if not one.startswith(f"{name}:")]
        return ", ".join([f"{name}: {meant}", *others])

    def schema(self, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
        described = object_schema(self.facts, vocabularies)
        return described | {"minProperties": 1} if self.at_least_one else described

    def made(self, value: Mapping[str, Any]) -> Any:
        values = made_values(self.facts, value)
        return self.entry(**values) if self.entry else values

    def written(self, value: Any) -> dict[str, Any] | None:
        return written_facts(self.facts, value) if value else None

    def in_words(self, value: Any) -> str:
        told = ((part, part.type.in_words(getattr(value, part.name))) for part in self.facts)
        return on_one_line((part, words) for part, words in told if words)

    def cells(self, name: str, written: Mapping[str, Any]) -> dict[str, str]:
        parts = ((part, written[part.name]) for part in self.facts if part.name in written)
        return {f"{name}_{part.name}": part.type.cell(value) for part, value in parts}

    def columns(self, name: str) -> tuple[str, ...]:
        return tuple(f"{name}_{part.name}" for part in self.facts)

    def cell(self, written: Mapping[str, Any]) -> str:
        return on_one_line(
            (part, part.type.cell(written[part.name]))
            for part in self.facts
            if part.name in written
        )

    def links(self, value: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
        return links_in(self.facts, value, f"{name}.")

    def vocabularies(self) -> Iterator[str]:
        return vocabularies_of(self.facts)


def _as_under(fact: Fact, node: Text, reading: Reading) -> str:
    """How a text would stand under a name; empty where it does not fit there."""
    trial = Reading(reading.path, reading.vocabularies)
    fact.type.read(node, fact.name, trial)
    if not trial.problems:
        return cut_short(visible(node.value))
    days = fact.type.meant(node.value, reading.today) if isinstance(fact.type, Day) else []
    return days[0] if days else ""


def read_block(
    block: Block, facts: tuple[Fact, ...], reading: Reading, within: str = ""
) -> dict[str, Any]:
    """The values of one block by name; unknown and missing names are noted."""
    known, required = _known_and_required(facts, within)
    values: dict[str, Any] = {}
    without_value: set[str] = set()
    for key, node in block.pairs:
        named = known.get(key.value)
        if named is None:
            names = {fact.name: fact for fact in facts}
            without_value.add(_unknown(key, node, names, within, reading))
            continue
        fact, full_name = named
        reading.places[full_name] = (node.line, node.column)
        if fact.required:
            reading.needed.add(full_name)
        value = fact.type.read(node, full_name, reading)
        if value is None:
            without_value.add(fact.name)
        else:
            values[fact.name] = value
    for fact in required:
        if fact.name not in values and fact.name not in without_value:
            _note_missing(block, fact, within, reading)
    return values


@cache
def _known_and_required(
    facts: tuple[Fact, ...], within: str
) -> tuple[dict[str, tuple[Fact, str]], tuple[Fact, ...]]:
    """Facts by name, each with its full name, and those that cannot be left out."""
    start = f"{within}." if within else ""
    known = {fact.name: (fact, f"{start}{fact.name}") for fact in facts}
    return known, tuple(fact for fact in facts if fact.required)


def _unknown(
    key: Text, node: Node, names: Mapping[str, Fact], within: str, reading: Reading
) -> str:
    """Note a name that is not in the table; the name that was meant, which is then not missing."""
    is_reported = isinstance(node, Text) and node.value == LOST
    if key.value == LOST or is_reported or reading.is_full:
        return ""
    written = key.value.strip().casefold().replace(" ", "_").replace("-", "_")
    meanings = {name: fact.name for fact in names.values() for name in (fact.name, *fact.also)}
    meant = closest(written, meanings) or ""
    is_misspelt = closest(written, {name: name for name in names}) is not None
    above = next((fact.name for fact in names.values() if _has_part(fact, written)), "")
    if not within and written in _NEVER_WRITTEN:
        fix = _NEVER_WRITTEN[written]
    elif above and not is_misspelt:
        fix = f"write it under {above}: and two spaces in:   {written}: …"
    elif meant:
        fix = f"did you mean '{meant}'? ({names[meant].help})"
    else:
        fix = f"Fields here: {', '.join(names)}"
    where = f" under {within}" if within else ""
    reading.note(key, "unknown-field", f"there is no field called {quoted(key.value)}{where}", fix)
    return meant


def _has_part(fact: Fact, name: str) -> bool:
    """Whether a name belongs one level down, under a fact."""
    return isinstance(fact.type, Group) and any(part.name == name for part in fact.type.facts)


def _note_missing(block: Block, fact: Fact, within: str, reading: Reading) -> None:
    where = f"{within} has" if within else "this entry has"
    example = fact.blank or fact.example or "…"
    reading.note(
        block,
        *message_for("missing-field", where=where, name=fact.name, help=fact.help, example=example),
    )


def made_values(facts: Iterable[Fact], values: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry holds, by name, from the values of a block that were read without a mistake."""
    return {fact.name: fact.type.made(values[fact.name]) for fact in facts if fact.name in values}


def written_facts(facts: Iterable[Fact], holder: Any) -> dict[str, Any]:
    """What an entry, or a part of one, states of some facts, by name, as it is written."""
    written = {fact.name: fact.type.written(getattr(holder, fact.name)) for fact in facts}
    return {name: value for name, value in written.items() if value}


def on_one_line(told: Iterable[tuple[Fact, str]]) -> str:
    """Facts in words on one line, each with what leads from one to the next."""
    line = ""
    for fact, words in told:
        line += fact.lead + words if line else words
    return line


def links_in(
    facts: Iterable[Fact], values: Mapping[str, Any], within: str = ""
) -> Iterator[tuple[str, str]]:
    """Every link among the values of a block, with the name of the place that it is told at."""
    for fact in facts:
        if fact.name in values:
            yield from fact.type.links(values[fact.name], f"{within}{fact.name}")


def vocabularies_of(facts: Iterable[Fact]) -> Iterator[str]:
    """The vocabularies that facts take their codes from."""
    for fact in facts:
        yield from fact.type.vocabularies()


def object_schema(
    facts: tuple[Fact, ...], vocabularies: Mapping[str, Vocabulary]
) -> dict[str, Any]:
    """A block as JSON Schema: no names but these, and the required ones there."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [fact.name for fact in facts if fact.required],
        "properties": {
            fact.name: {"description": fact.help, **fact.type.schema(vocabularies)}
            for fact in facts
        },
    }
