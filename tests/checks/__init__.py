"""What holds for every site that this project can build, whatever is written in it.

Each check takes a built site and gives a list of what is wrong: empty where all is well. None
knows an entry or an alliance by name, none counts what is there, and none depends on the words of
a page. `tests/site` runs them on the invented project of `tests/sample`, `tests/content` on the
real entries:

    @pytest.mark.parametrize("check", checks.LOCAL, ids=checks.name_of)
    def test_it_holds(site, check):
        assert check(site) == []

What is wrong with a page begins with its address. `tests/site/test_checks.py` shows of each check
that it finds what it looks for.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.built import Built
from tests.checks import entries, files, helplines, pages, reading_age

Check = Callable[[Built], list[str]]

# For a site on this machine, and for one that is published under a sub-path.
LOCAL: tuple[Check, ...] = (
    *(*pages.LOCAL, *entries.LOCAL, *helplines.LOCAL, *files.LOCAL),
    *reading_age.LOCAL,
)
PUBLISHED: tuple[Check, ...] = (*pages.PUBLISHED, *files.PUBLISHED)


def name_of(check: Check) -> str:
    """What pytest calls a check."""
    return check.__name__
