"""Passages: the stretches of a file whose passages the rules on words look at, each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.text.word_rules import Stretch

if TYPE_CHECKING:
    from catalogue.parsing.front_matter import Document


def stretches_of(document: Document) -> list[Stretch]:
    """The lines of facts, the paragraphs of the body, and every value written with codes."""
    first = document.body_line if document.body else len(document.lines) + 1
    return [
        Stretch(text="\n".join(document.lines[: first - 1]), by_line=True),
        Stretch(text="\n".join(document.lines[first - 1 :]), line=first),
        *(
            Stretch(text=one.value, line=one.line, column=one.column, as_written=False)
            for one in document.coded
        ),
    ]
