"""A reading: what is noted while the values of one file are read."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from catalogue.parsing.nodes import LOST, Block, Text
from catalogue.problems.messages import DELETE_THE_LINE, NEEDED_HERE, message_for
from catalogue.problems.problem import ERROR, Problem
from catalogue.problems.quoting import quoted, shown_to_paste, visible

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from catalogue.parsing.nodes import Node
    from catalogue.schema.vocabulary import Vocabulary

MOST_NOTED: Final = 60
"""Notes on one file; whoever has made more mistakes mends these first."""

# Words that people write where they do not know a fact.
PLACEHOLDERS: Final = frozenset(
    {"~", "null", "n/a", "na", "nil", "tbc", "tba", "tbd", "?", "??", "-", "–", "—", "…", "..."}
    | {"xx", "xxx", "todo", "to be confirmed", "to be announced", "to be decided", "not known"}
    | {"unknown", "_no response_", "lorem ipsum"}
)
_LONGEST_PLACEHOLDER: Final = max(map(len, PLACEHOLDERS))


class Reading:
    """Problems, where each value stands, and web addresses that stand among words.

    ``needed`` are the full names of what cannot be left out, as far as it was read.
    ``today`` helps to say which day somebody meant; without it such help is left out.
    """

    def __init__(
        self, path: str, vocabularies: Mapping[str, Vocabulary], today: date | None = None
    ) -> None:
        self.path = path
        self.vocabularies = vocabularies
        self.today = today
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, int]] = {}
        self.needed: set[str] = set()
        self.addresses: list[Text] = []

    @property
    def is_full(self) -> bool:
        """Whether enough has been noted on this file."""
        return len(self.problems) >= MOST_NOTED

    def note(self, node: Node, code: str, message: str, fix: str, severity: str = ERROR) -> None:
        """Add a problem at the place of a node, unless enough has been noted."""
        if self.is_full:
            return
        self.problems.append(
            Problem(
                path=self.path,
                line=node.line,
                column=node.column,
                code=code,
                message=message,
                fix=fix,
                severity=severity,
            )
        )


def words_of(
    node: Node, name: str, reading: Reading, when_not_known: str = DELETE_THE_LINE
) -> str | None:
    """The words of a node without spaces at the ends, or None (noted unless already reported).

    ``when_not_known`` is what to do with words such as TBC.
    """
    if not isinstance(node, Text):
        _note_not_one_value(node, name, reading)
        return None
    value = node.value.strip()
    if LOST in value:  # also one line of several
        return None
    if not value:
        reading.note(
            node,
            "empty-value",
            f"there is nothing after {last_part(name)}:",
            NEEDED_HERE
            if name in reading.needed
            else "write the value, or delete the whole line when it is not known",
        )
        return None
    if len(value) <= _LONGEST_PLACEHOLDER and value.casefold() in PLACEHOLDERS:
        fix = NEEDED_HERE if name in reading.needed else when_not_known
        reading.note(
            node, *message_for("placeholder", value=quoted(value), short=last_part(name), fix=fix)
        )
        return None
    return value if value.isascii() else unicodedata.normalize("NFC", value)


def _note_not_one_value(node: Node, name: str, reading: Reading) -> None:
    if isinstance(node, Block) and len(node.pairs) == 1:
        (before, _, _), after = node.pairs[0]
        words = after.value if isinstance(after, Text) else "…"
        reading.note(
            node,
            "needs-quotes",
            "there is a colon in this text: put the value in double quotes",
            f'write: "{shown_to_paste(visible(f"{before}: {words}"))}"',
        )
        return
    reading.note(
        node,
        "not-one-value",
        f"{name} holds one value, not a list or a group",
        f"write it on one line: {last_part(name)}: …",
    )


def last_part(name: str) -> str:
    """The name as it is written in the file: ``url`` of ``apply.url``."""
    return name.rpartition(".")[2]
