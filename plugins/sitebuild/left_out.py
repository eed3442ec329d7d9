"""Left out: packages that Pelican loads and a build of this site never uses.

Loading them is a third of what it takes to load Pelican, and what is not loaded cannot do anything
either. Python's own modules stay as they are: anything may ask for those.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Final, Self

NEVER_USED: Final = (
    # reStructuredText: pages are written in Markdown alone (``READERS`` in pelicanconf.py).
    "docutils",
    "docutils.core",
    "docutils.io",
    "docutils.parsers.rst.languages",
    "docutils.writers.html4css1",
    "pelican.rstdirectives",
    # Colours, columns and a sign that turns: what is said is plain (``--log-handler plain``). A
    # thread turns the sign, and a process with threads cannot be forked safely.
    "rich.console",
    "rich.logging",
    # Serving a site and watching its files: ``serve.py`` does both.
    "pelican.server",
    "watchfiles",
)


class _Nothing:
    """Takes anything, does nothing and holds nothing."""

    def __init__(self, *_values: object, **_named: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return _nothing(name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass


class _Empty(ModuleType):
    """A module in which every name stands for a class with nothing in it."""

    def __getattr__(self, name: str) -> Any:
        return _nothing(name)


def leave_out() -> None:
    """Let Pelican import empty modules in their place. Call it before Pelican is imported."""
    for name in NEVER_USED:
        sys.modules.setdefault(name, _Empty(name))


def _nothing(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (_Nothing,), {})
