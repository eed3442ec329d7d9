"""Closing moments: what the script in a page compares with the visitor's clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from catalogue.model.index import Listing


def moments_of(listing: Listing) -> dict[str, str]:
    """The ``data-`` attributes of a card or page, in British time; none once it has ended.

    ``closes`` is the last day, ``2026-11-30``, or the last minute, ``2026-11-30T17:00``;
    ``opens`` is the first day, while it has not come.
    """
    if not listing.is_listed:
        return {}
    entry = listing.entry
    moments = {}
    if last := entry.closing_time or entry.last_day:
        moments["closes"] = _written(last)
    if listing.status == "not_yet_open" and entry.opens:
        moments["opens"] = _written(entry.opens)
    return moments


def _written(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat()
