"""Left out: what Pelican loads and this site never uses, reStructuredText.

Pages are written in Markdown alone (``READERS`` in pelicanconf.py). Loading docutils is a fifth of
what it takes to load Pelican, and what is not loaded cannot do anything either.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

NEVER_USED: Final = (
    "docutils",
    "docutils.core",
    "docutils.io",
    "docutils.parsers.rst.languages",
    "docutils.writers.html4css1",
    "pelican.rstdirectives",
)


class _Empty(ModuleType):
    """A module in which every name stands for a class with nothing in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def leave_out() -> None:
    """Let Pelican import empty modules in their place. Call it before Pelican is imported."""
    for name in NEVER_USED:
        sys.modules.setdefault(name, _Empty(name))
