"""Questions: what to ask an organiser, made from what an entry leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.index import Listing
    from catalogue.model import Opportunity

MOST: Final = 7


def questions_to_ask(listing: Listing) -> tuple[str, ...]:
    """The gaps of a listed entry as questions, the weightiest first, then two for everyone.

    An entry that has ended has none: there is nobody left to ask.
    """
    if not listing.is_listed:
        return ()
    asked = (*_can_i_join(listing), *_time_and_place(listing.entry), *_money(listing.entry))
    help_and_end = (*_help(listing.entry), "What if I am unwell, or want to stop?")
    return (*(*asked, *help_and_end)[: MOST - 1], "How will I hear what changed?")


def _can_i_join(listing: Listing) -> Iterator[str]:
    entry = listing.entry
    if not listing.is_confirmed:
        yield "Can people still join?"
    if entry.apply is None:
        yield "How do I join?"
    if not entry.eligibility:
        yield "Does it matter when I was ill, or where I was treated?"


def _time_and_place(entry: Opportunity) -> Iterator[str]:
    if not _stated(entry, "commitment") and not entry.time:
        yield "How much time does it take, and for how long?"
    if not entry.formats:
        yield "Can I take part from home, or by phone or post?"


def _money(entry: Opportunity) -> Iterator[str]:
    travels = not entry.formats or any(term.code == "in_person" for term in entry.formats)
    paid_back = {term.code for term in entry.expenses}
    if travels and "travel" not in paid_back:
        yield "Will my travel be paid?"
    if not _stated(entry, "payment") and not entry.payment_detail:
        yield "Is there payment for my time?"


def _help(entry: Opportunity) -> Iterator[str]:
    if not entry.support:
        yield "What help can I get, such as training or large print?"


def _stated(entry: Opportunity, name: str) -> bool:
    term = getattr(entry, name)
    return term is not None and term.code != "not_stated"
