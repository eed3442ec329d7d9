"""Questions to ask: what to put to an organiser, made from what an entry leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.vocabulary import Term

MOST: Final = 7


def questions_to_ask(listing: Listing) -> tuple[str, ...]:
    """The gaps of a listed entry as questions, the weightiest first, then two for everyone.

    An entry that has ended has none: there is nobody left to ask.
    """
    if not listing.is_listed:
        return ()
    entry = listing.entry
    gaps = (
        (not listing.is_confirmed, "Can people still join?"),
        (entry.apply is None, "How do I join?"),
        (not entry.eligibility, "Does it matter when I was ill, or where I was treated?"),
        (
            not (_stated(entry.commitment) or entry.time),
            "How much time does it take, and for how long?",
        ),
        (not entry.format, "Can I take part from home, or by phone or post?"),
        (_costs_a_journey(entry), "Will my travel be paid?"),
        (not (_stated(entry.payment) or entry.payment_detail), "Is there payment for my time?"),
        (not entry.support, "What help can I get, such as training or large print?"),
        (True, "What if I am unwell, or want to stop?"),
    )
    asked = [question for is_open, question in gaps if is_open]
    return (*asked[: MOST - 1], "How will I hear what changed?")


def _costs_a_journey(entry: Opportunity) -> bool:
    """Whether people may have to travel, and nobody says that it is paid."""
    if "travel" in [term.code for term in entry.expenses]:
        return False
    return not entry.format or "in_person" in [term.code for term in entry.format]


def _stated(term: Term | None) -> bool:
    return term is not None and term.code != "not_stated"
