"""What each command does: reads and writes files, and leaves the thinking to the other modules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from catalogue.loader import load
from catalogue.report import as_text
from contributing.dialogue import Dialogue, Stopped
from contributing.sorts import ALLIANCE_PAGE_SORT, ALLIANCE_SORT, SORTS
from contributing.surroundings import surroundings_of

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date
    from pathlib import Path

CLEAN, WRONG, COULD_NOT_RUN = 0, 1, 2


def new(root: Path, today: date, options: Namespace) -> int:
    """Ask for a new entry, write its file, and say what the check makes of it."""
    sort = SORTS[options.what]
    around = surroundings_of(root, today)
    dialogue = Dialogue(sort=sort, around=around, ask=input, say=_say)
    try:
        slug, values = dialogue.run()
        texts = {sort.path_of(slug): sort.text_of(values)}
        if sort is ALLIANCE_SORT:
            texts[ALLIANCE_PAGE_SORT.path_of(slug)] = _alliance_page(dialogue)
    except Stopped:
        _say("Nothing was written.")
        return WRONG
    except EOFError:
        _say("\nThe answers ended before the questions did. Nothing was written.")
        return COULD_NOT_RUN
    for path, text in texts.items():
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _say(f"Written: {path}")
    found = [problem for problem in load(root, today).problems if problem.path in texts]
    if found:
        _say(as_text(found, len(texts)))
    _say("Now look at it with: python3 tasks.py serve")
    _say("CONTRIBUTING.md says how to send it.")
    return CLEAN


def _alliance_page(dialogue: Dialogue) -> str:
    """The words of a new alliance's page: its name, and one sentence that is asked for."""
    names = dialogue.answers["names"]
    assert isinstance(names, dict)
    page = Dialogue(
        sort=ALLIANCE_PAGE_SORT,
        around=dialogue.around,
        ask=dialogue.ask,
        say=dialogue.say,
        answers={"title": names["official"]},
    )
    page.ask_required()
    return ALLIANCE_PAGE_SORT.text_of(page.answers)


def _say(text: str) -> None:
    """Show words at once, also into a pipe."""
    print(text, flush=True, file=sys.stdout)
