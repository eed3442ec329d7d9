"""Corrections: where a link "Something wrong?" leads.

It opens the form on ``/add/`` at the fact, filled with the entry. Without JavaScript the same page
says how to tell us.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from project.addresses import ADD

# The answer of the form at which somebody starts, by the heading of the fact on a page.
ANSWERS: Final = {
    "How long does it take?": "time",
    "Where is it?": "place",
    "Is there money?": "payment",
    "Who is it for?": "who_for",
    "By when?": "deadline",
    "Who can join": "eligibility",
    "How to apply": "apply.url",
    "Who runs it": "organiser",
    "Where this comes from": "sources",
}


def correction_of_entry(address: str, slug: str, heading: str) -> str:
    """The form for what stands below a heading of an opportunity's page.

    ``address`` has no final slash.
    """
    return f"{address}{ADD}?entry={slug}&fact={ANSWERS[heading]}"


def correction_of_alliance(address: str, slug: str, fact: str) -> str:
    """The form for one fact of an alliance, which is told in words."""
    return f"{address}{ADD}?alliance={slug}&fact={quote(fact, safe='')}"
