"""Corrections: where the question at the foot of a page leads.

It opens the form on ``/add/``, filled with the entry. Without JavaScript the same page
says how to tell us.
"""

from __future__ import annotations

from urllib.parse import quote

from project.addresses import ADD


def correction_of_entry(address: str, slug: str) -> str:
    """The form, filled with an entry; ``address`` has no final slash."""
    return f"{address}{ADD}?entry={slug}"


def correction_of_alliance(address: str, slug: str, fact: str = "") -> str:
    """The form for an alliance, where one fact may be named in words."""
    asked = f"&fact={quote(fact, safe='')}" if fact else ""
    return f"{address}{ADD}?alliance={slug}{asked}"
