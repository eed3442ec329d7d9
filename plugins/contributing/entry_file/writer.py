"""The writer: the file of an entry from its values.

Whatever is written reads back the same: a value stands plain where every reader of YAML takes
it as it is, and in double quotes elsewhere. The form in the browser writes by the same patterns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from catalogue.parsing.front_matter import Items, Text
from catalogue.rules.tidiness import PLAIN_CODE, WIDEST_LIST
from catalogue.schema.field_types import Code, Group, Several, Slug
from catalogue.text.characters import REFUSED_BY_YAML

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalogue.parsing.front_matter import Node
    from catalogue.schema.facts import Fact
    from catalogue.schema.field_types import FieldType

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""What an entry says under one name: words, a list, or names and values one level down."""

ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# What YAML cannot hold as it is: controls, line separators, a byte-order mark, half a character.
# ``re`` compiles this and the next text when it is first searched for: a build only publishes them.
UNPRINTABLE: Final = f'["\\\\\t\n\r{REFUSED_BY_YAML}]'
# Words that every reader of YAML takes as they are: they begin with a letter, a figure or a sign
# that means nothing there, hold no colon or # beside a space, and nothing that cannot be seen.
PLAIN: Final = (
    r"(?![a-z_]+:(?!//))(?!.*(?::\s|\s#|:$|\s$))[\w(+/~£€]"
    f"[^\t\n\r{REFUSED_BY_YAML}\uff1a\ufe55\ua789\u2236\u02d0]*"
)


def entry_text(values: Mapping[str, Value], fields: Sequence[Fact], body: str = "") -> str:
    """A file with the facts between two lines of ``---`` and Markdown after them."""
    facts = data_text(values, fields)
    words = f"\n{body.strip()}\n" if body.strip() else ""
    return f"---\n{facts}---\n{words}"


def data_text(values: Mapping[str, Value], fields: Sequence[Fact]) -> str:
    """Names and values in the order of the table, one fact a line.

    Raises KeyError for a name that is not in the table.
    """
    return "".join(f"{line}\n" for line in block_lines(values, fields))


def block_lines(values: Mapping[str, Value], fields: Sequence[Fact], indent: int = 0) -> list[str]:
    """The lines of a block of names and values, each ``indent`` spaces in."""
    by_name = {fact.name: fact for fact in fields}
    order = list(by_name)
    lines: list[str] = []
    for name in sorted(values, key=lambda one: order.index(by_name[one].name)):
        lines += fact_lines(name, values[name], by_name[name].type, indent)
    return lines


def fact_lines(name: str, value: Value, type: FieldType, indent: int = 0) -> list[str]:
    """The lines of one name and its value."""
    start = f"{' ' * indent}{name}:"
    if isinstance(value, str):
        return [f"{start} {scalar(value)}"]
    if not isinstance(type, (Several, Group)):
        raise TypeError(f"{name} holds one value")
    if isinstance(type, Group):
        return [start, *block_lines(_as_block(value), type.facts, indent + 2)]
    one_line = f"{start} [{', '.join(map(str, value))}]"
    if _fits_one_line(value, type) and len(one_line) <= WIDEST_LIST:
        return [one_line]
    return [start, *(line for item in value for line in _item_lines(item, type.of, indent + 2))]


def value_of(node: Node) -> Value:
    """What a node of our reader says, as it can be written again."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [value_of(one) for one in node.nodes]
    return {name: value_of(one) for (name, _, _), one in node.pairs}


def scalar(value: str) -> str:
    """Words as they stand after a name or a dash: plain, or in double quotes where needed."""
    return value if re.fullmatch(PLAIN, value) else in_double_quotes(value)


def in_double_quotes(value: str) -> str:
    """Words in double quotes, with whatever YAML cannot hold written by its number."""
    return f'"{re.sub(UNPRINTABLE, lambda match: _escape(match[0]), value)}"'


def _escape(character: str) -> str:
    number = ord(character)
    if number > 0xFFFF:
        return f"\\U{number:08x}"
    wide = f"\\u{number:04x}" if number > 0xFF else f"\\x{number:02x}"
    return ESCAPES.get(character, wide)


def _fits_one_line(value: Sequence[Value] | Mapping[str, Value], type: Several) -> bool:
    is_codes = isinstance(type.of, (Code, Slug))
    return is_codes and all(isinstance(one, str) and PLAIN_CODE.fullmatch(one) for one in value)


def _item_lines(item: Value, type: FieldType, indent: int) -> list[str]:
    dash = f"{' ' * indent}- "
    if isinstance(item, str):
        return [dash + scalar(item)]
    assert isinstance(type, Group)
    first, *rest = block_lines(_as_block(item), type.facts, indent + 2)
    return [dash + first.lstrip(" "), *rest]


def _as_block(value: Value) -> Mapping[str, Value]:
    assert not isinstance(value, str)
    assert hasattr(value, "keys")
    return value  # type: ignore[return-value]  # a sequence has no keys
