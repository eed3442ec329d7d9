"""The status of an opportunity on a day. It is never written: it follows from the dates."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from catalogue.schema.dates import months_later

if TYPE_CHECKING:
    from datetime import date

    from catalogue.model.opportunity import Opportunity

SOON: Final = timedelta(days=14)
MONTHS_A_CHECK_LASTS: Final = 6

LISTED: Final = frozenset({"open", "closing_soon", "rolling", "needs_check", "not_yet_open"})
CONFIRMED: Final = LISTED - {"needs_check"}


def status_on(entry: Opportunity, today: date) -> str:
    """One of the codes of the vocabulary ``statuses``.

    closed: the organiser closed it, or another entry took its place. expired: its last day has
    passed. not_yet_open: it opens later. rolling: a standing invitation checked within six
    months. needs_check: a standing invitation not checked for longer, or no last day known.
    closing_soon: fourteen days or fewer are left, the last one included. open: more than that.
    """
    if entry.moved_to or (entry.closed and not _closes_later(entry, today)):
        return "closed"
    last = entry.last_day
    if last is not None and last < today:
        return "expired"
    if entry.opens is not None and entry.opens > today:
        return "not_yet_open"
    if entry.deadline.ongoing:
        return "rolling" if check_holds(entry, today) else "needs_check"
    if last is None:
        return "needs_check"
    return "closing_soon" if last - today <= SOON else "open"


def check_holds(entry: Opportunity, today: date) -> bool:
    """Whether the last check is six months old or newer."""
    return today <= _due(entry.checked.on)


def next_check(entry: Opportunity) -> date:
    """The day on which the next check falls due."""
    return _due(entry.checked.on)


@cache
def _due(checked: date) -> date:
    """Many entries are checked on one day."""
    return months_later(checked, MONTHS_A_CHECK_LASTS)


def _closes_later(entry: Opportunity, today: date) -> bool:
    return entry.closed_on is not None and entry.closed_on > today
