"""The asking order: a table of whom to ask first, how to reach them, and where the letter is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import CONFIRMED
from catalogue.schema.dates import in_words
from contributing.freshness.letters import ways_in_words
from contributing.freshness.organisers import LEAST_SURE_FIRST
from project.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from catalogue.schema.vocabulary import Vocabulary
    from contributing.freshness.organisers import Organiser

FILE: Final = "whom-to-ask-first.md"
EVIDENCE: Final = "evidence"


def asking_order(
    organisers: Sequence[Organiser], vocabularies: Mapping[str, Vocabulary], today: date
) -> str:
    """The table as Markdown, in the order in which the organisers are given."""
    return "\n".join(_lines(organisers, vocabularies, today)) + "\n"


def _lines(
    organisers: Sequence[Organiser], vocabularies: Mapping[str, Vocabulary], today: date
) -> Iterator[str]:
    unsure = [one for one in organisers if _number_to_confirm(one, today)]
    entries = sum(_number_to_confirm(one, today) for one in unsure)
    yield "# Whom to ask first"
    yield ""
    yield (
        f"On {in_words(today)} nobody has confirmed {counted(entries, 'entry', 'entries')} of "
        f"{counted(len(unsure), 'organiser')}. At the top are those with most of them, then those "
        "we are least sure of. Below them are alliances with nothing to confirm: ask those "
        "whether something is missing."
    )
    yield ""
    labels = [vocabularies[EVIDENCE].terms[code].label for code in LEAST_SURE_FIRST]
    heads = ["", "Whom to ask", "Entries", *labels, "How to reach them", "Letter"]
    yield _row(heads)
    yield _row(["---:", "---", *["---:"] * (1 + len(labels)), "---", "---"])
    for number, one in enumerate(organisers, 1):
        evidence = one.evidence(today)
        counts = [str(evidence[code]) for code in LEAST_SURE_FIRST]
        ways = "<br>".join(map(_in_cell, ways_in_words(one)))
        name, file = _in_cell(one.name), f"{one.file}.txt"
        yield _row([str(number), name, str(len(one.listed)), *counts, ways, f"[{file}]({file})"])


def _number_to_confirm(organiser: Organiser, today: date) -> int:
    return len(organiser.listed) - organiser.evidence(today)[CONFIRMED]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _in_cell(words: str) -> str:
    return words.replace("|", "\\|")
