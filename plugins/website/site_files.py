"""Site files: a page for a template to lay out, or a text to be written as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePage:
    """A template and the values it needs; ``path`` is the address, ``/`` for the home page."""

    path: str
    template: str
    values: dict[str, Any]
    is_listed: bool = True
    """Whether search engines may list it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A file that is written as it is."""

    path: str
    text: str
