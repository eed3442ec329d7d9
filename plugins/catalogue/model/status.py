"""The status of an opportunity on a day. It is never written: dates and evidence settle it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from catalogue.model.evidence import is_confirmed

if TYPE_CHECKING:
    from datetime import date

    from catalogue.model.opportunity import Opportunity

SOON: Final = timedelta(days=14)

LISTED: Final = frozenset({"open", "closing_soon", "rolling", "needs_check", "not_yet_open"})


def status_on(entry: Opportunity, today: date) -> str:
    """One of the codes of the vocabulary ``statuses``.

    closed: the organiser closed it, or another entry took its place. expired: its last day has
    passed. not_yet_open: it opens later. closing_soon: fourteen days or fewer are left, the last
    one included. Without a last day ahead it has to be confirmed: else it is needs_check. rolling:
    a standing invitation. open: anything else.
    """
    if entry.moved_to or (entry.closed and not _closes_later(entry, today)):
        return "closed"
    last = entry.last_day
    if last is not None and last < today:
        return "expired"
    if entry.opens is not None and entry.opens > today:
        return "not_yet_open"
    if last is not None:
        return "closing_soon" if last - today <= SOON else "open"
    if not is_confirmed(entry.checked, today):
        return "needs_check"
    return "rolling" if entry.deadline.ongoing else "open"


def _closes_later(entry: Opportunity, today: date) -> bool:
    return entry.closed_on is not None and entry.closed_on > today
