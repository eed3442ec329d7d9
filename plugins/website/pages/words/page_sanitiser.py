"""The page sanitiser: pages written in Markdown hold nothing but what such pages are made of.

The check refuses what does not belong there. This is the second lock, for what it overlooks.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import nh3

from catalogue.rules.markdown import SCHEMES, TAGS, is_own_page

PAGE_TAGS: Final = (
    TAGS
    | {"dd", "div", "dl", "dt", "pre", "table", "tbody", "td", "th"}
    | {
        "thead",
        "tr",
    }
)
# What the extension for notes writes.
CLASSES: Final = {"div": {"admonition", "care", "note", "tip"}, "p": {"admonition-title"}}


def sanitised(html: str) -> str:
    """The HTML of a page without anything that may not stand there."""
    return str(_cleaner().clean(html))


@cache
def _cleaner() -> Any:
    return nh3.Cleaner(
        tags=PAGE_TAGS,
        attributes={"a": {"href"}, "*": set()},
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        attribute_filter=_attribute,
        link_rel=None,
    )


def _attribute(_element: str, name: str, value: str) -> str | None:
    """A link without a scheme leads to a page of this site, or nowhere."""
    leads_away = name == "href" and ":" not in value and not is_own_page(value)
    return None if leads_away else value
