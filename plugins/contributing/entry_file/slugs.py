"""Slugs: the name of a new entry's file, made from its title."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING, Final

from catalogue.schema.field_types.entry_names import is_slug
from project.addresses import DEVICE_NAMES, RESERVED_SLUGS

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST: Final = 60
FALLBACK: Final = "entry"


def slug_for(words: str, taken: Collection[str]) -> str:
    """A free name of small letters, figures and hyphens, cut between words."""
    wished = _shortened(_folded(words)) or FALLBACK
    if is_free(wished, taken):
        return wished
    return next(f"{wished}-{n}" for n in count(2) if is_free(f"{wished}-{n}", taken))


def is_free(slug: str, taken: Collection[str]) -> bool:
    """Whether a file of this name can be added: well formed, not reserved and not there yet."""
    return is_slug(slug) and slug not in (RESERVED_SLUGS | DEVICE_NAMES) and slug not in taken


def _folded(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", ""))
    plain = apart.encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _shortened(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    head, _, _ = slug[: LONGEST + 1].rpartition("-")
    return head or slug[:LONGEST]
