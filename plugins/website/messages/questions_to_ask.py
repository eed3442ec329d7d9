"""Questions to ask: what to put to an organiser, made from what an entry leaves open.

The question for a fact that can be a gap stands where the fact is declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from website.lists.facets import gaps_of

if TYPE_CHECKING:
    from catalogue.model.index import Listing

MOST: Final = 7


def questions_to_ask(listing: Listing) -> tuple[str, ...]:
    """The gaps of a listed entry as questions, the weightiest first, then two for everyone.

    An entry that has ended has none: there is nobody left to ask.
    """
    if not listing.is_listed:
        return ()
    entry = listing.entry
    first = (
        (not listing.is_confirmed, "Can people still join?"),
        (entry.apply is None, "How do I join?"),
        (not entry.eligibility, "Does it matter when I was ill, or where I was treated?"),
    )
    asked = [
        *[question for is_open, question in first if is_open],
        *[about.question for about in gaps_of(entry)],
        "What if I am unwell, or want to stop?",
    ]
    return (*asked[: MOST - 1], "How will I hear what changed?")
