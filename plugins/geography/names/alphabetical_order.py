"""Alphabetical order: how names stand from A to Z."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

NO_LETTERS: Final = re.compile(r"[^\w ]|_")
ARTICLE: Final = "The "


@cache
def in_order(name: str) -> str:
    """A key for alphabetical order that ignores case, accents and apostrophes."""
    return NO_LETTERS.sub("", unicodedata.normalize("NFKD", name.casefold()))


def without_article(name: str) -> str:
    """A key for alphabetical order that passes over ``The``."""
    return in_order(name.removeprefix(ARTICLE))
