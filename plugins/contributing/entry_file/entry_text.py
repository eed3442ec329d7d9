"""Entry text: the text of an entry's file, its facts apart from the words below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FENCE: Final = "---"
_NAME: Final = re.compile(r"([A-Za-z_][\w-]*) ?:(?:\s|$)")
_PART: Final = re.compile(r" +(?:- +)?([A-Za-z_][\w-]*) ?:(?:\s|$)")
# A name, its value in quotes or brackets, and the comment at the end of that line.
_REMARK: Final = re.compile(
    r"""\s*[A-Za-z_][\w-]* ?:"""
    r"""(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*?\]|\{.*?\}))?\s+(#.*)"""
)
_OPENS_BLOCK: Final = re.compile(r"[A-Za-z_][\w-]* ?:\s*(?:\s#.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """One name with all its lines, and the comments above it."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """Lines without their ends. ``head`` and ``tail`` are empty in a file of facts alone.

    ``edge`` is how many spaces stand before each name.
    """

    head: tuple[str, ...] = ()
    facts: tuple[str, ...]
    tail: tuple[str, ...] = ()
    edge: int = 0

    @property
    def text(self) -> str:
        """The whole file, with one line end after the last line."""
        lines = [*self.head, *self.facts, *self.tail]
        return "\n".join(lines).rstrip("\n") + "\n"

    def in_chunks(self) -> tuple[Chunk, ...]:
        """The facts by name. Lines before the first name stand under an empty name."""
        found: list[tuple[str, list[str]]] = []
        waiting: list[str] = []
        for line in self.facts:
            match = _NAME.match(line, self.edge) if _indent(line) == self.edge else None
            if match:
                found.append((match[1], [*waiting, line]))
                waiting = []
            elif self._is_comment(line):
                waiting.append(line)
            elif found:
                found[-1][1].extend([*waiting, line])
                waiting = []
            else:
                waiting.append(line)
        if waiting:
            found.append(("", waiting))
        return tuple(Chunk(name=name, lines=tuple(lines)) for name, lines in found)

    def in_order(self, order: Sequence[str]) -> EntryText:
        """The chunks in the order of a table; unchanged where a name is not in the table.

        Comments below the last name stay where they are.
        """
        places = [*order, ""]
        chunks = self.in_chunks()
        if any(chunk.name not in places for chunk in chunks):
            return self
        ordered = sorted(chunks, key=lambda chunk: places.index(chunk.name))
        return replace(self, facts=_joined(ordered))

    def with_fact(self, name: str, lines: Sequence[str], order: Sequence[str]) -> EntryText:
        """The lines of one name in place of those there are, or where the table puts them.

        Without lines the name goes. Comments above it and empty lines below it stay. A comment at
        the end of its line moves above it: beside words without quotes it could not stand.
        """
        chunks = list(self.in_chunks())
        names = [chunk.name for chunk in chunks]
        if name in names:
            at = names.index(name)
            above, old, below = self._parted(chunks[at])
            if remark := _REMARK.fullmatch(old[0]):
                above = (*above, " " * self.edge + remark[1])
            chunks[at] = Chunk(name=name, lines=(*above, *lines, *below))
        else:
            before = set(order[: order.index(name)])
            places = [index for index, chunk in enumerate(chunks) if chunk.name in before]
            chunks.insert(places[-1] + 1 if places else 0, Chunk(name=name, lines=tuple(lines)))
        return replace(self, facts=_joined(chunks))

    def inside(self, name: str) -> EntryText | None:
        """The lines below the name of a group, as facts further in; None where there are none."""
        own = next((self._parted(chunk)[1] for chunk in self.in_chunks() if chunk.name == name), ())
        parts = [line for line in own[1:] if line.strip() and not line.lstrip().startswith("#")]
        if not parts or not _OPENS_BLOCK.fullmatch(own[0]):
            return None
        return EntryText(facts=own[1:], edge=_indent(parts[0]))

    def with_inside(self, name: str, inside: EntryText) -> EntryText:
        """The same group with other lines below its name."""
        chunks = list(self.in_chunks())
        at = [chunk.name for chunk in chunks].index(name)
        above, old, below = self._parted(chunks[at])
        chunks[at] = Chunk(name=name, lines=(*above, old[0], *inside.facts, *below))
        return replace(self, facts=_joined(chunks))

    def _is_comment(self, line: str) -> bool:
        return line.lstrip(" ").startswith("#") and _indent(line) <= self.edge

    def _parted(self, chunk: Chunk) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The comments above a name, its own lines, and the empty lines below them."""
        start = next(at for at, one in enumerate(chunk.lines) if _NAME.match(one, self.edge))
        end = len(chunk.lines)
        while not chunk.lines[end - 1].strip():
            end -= 1
        return chunk.lines[:start], chunk.lines[start:end], chunk.lines[end:]


def split_entry(text: str, *, front_matter: bool) -> EntryText | None:
    """A text with plain line ends, split; None where the lines of ``---`` are missing."""
    lines = text.split("\n")
    if not front_matter:
        return EntryText(facts=tuple(lines))
    if lines[0].rstrip() != FENCE:
        return None
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None
    return EntryText(head=tuple(lines[:1]), facts=tuple(lines[1:end]), tail=tuple(lines[end:]))


def name_at(text: str, line: int) -> str:
    """The name of the fact on a line counted from 1, such as ``title`` or ``apply.url``.

    Empty above the first name. On the line of a name that holds a group, the group's name.
    """
    top = part = ""
    for one in text.split("\n")[:line]:
        if match := _NAME.match(one):
            top, part = match[1], ""
        elif match := _PART.match(one):
            part = f".{match[1]}"
    return top + part


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(chunks: Sequence[Chunk]) -> tuple[str, ...]:
    return tuple(line for chunk in chunks for line in chunk.lines)
