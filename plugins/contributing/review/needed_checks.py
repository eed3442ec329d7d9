"""``python -m contributing.review.needed_checks``: which checks a change has to pass.

A change of content and data alone is judged by the check, a build and the tests over the content.
Anything else has to pass everything there is. Needs nothing but Python and git: it runs before
anything is installed, and from main, so that a change cannot choose its own check.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contributing.review.repository import GitError, changed_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contributing.review.repository import FileChange

CONTENT: Final = "content"
EVERYTHING: Final = "everything"
_FOLDERS: Final = ("content/", "data/")
# Facts that code is made from: forms, help pages and the look-up follow from them.
_OF_CODE: Final = ("data/geography/", "data/help/", "data/vocabularies/")
_DEEDS: Final = frozenset({"A", "M", "D"})
_PLAIN_MODES: Final = frozenset({"100644", "000000"})


def needed_checks(changes: Iterable[FileChange]) -> str:
    """``content`` where only plain files of words and facts change, else ``everything``.

    Where nothing changes at all, something was compared wrongly, so everything is looked at.
    """
    changes = list(changes)
    return CONTENT if changes and all(map(is_of_content, changes)) else EVERYTHING


def is_of_content(change: FileChange) -> bool:
    """A plain file that is added, changed or deleted below ``content/`` or ``data/``.

    A file with a dot before its name can steer git itself. Vocabularies, help and geography count
    as code: forms and pages of the site are made from them.
    """
    return (
        change.path.startswith(_FOLDERS)
        and not change.path.startswith(_OF_CODE)
        and "/." not in change.path
        and change.status in _DEEDS
        and change.mode in _PLAIN_MODES
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the answer for the work in this folder; without an answer from git, ``everything``."""
    parser = argparse.ArgumentParser(prog="contributing.review.needed_checks", description=__doc__)
    parser.add_argument("--base", required=True, help="the commit to compare with, such as main")
    options = parser.parse_args(arguments)
    try:
        print(needed_checks(changed_files(Path.cwd(), options.base)))
    except GitError as error:
        print(f"{error}: everything is looked at.", file=sys.stderr)
        print(EVERYTHING)
    return 0


if __name__ == "__main__":
    sys.exit(main())
