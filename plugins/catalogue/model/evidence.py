"""Evidence: what an entry rests on, and how old that is on a day.

An entry is confirmed when somebody saw the live page, or the organiser said so, within 6 months. A
saved copy or a leaflet never confirms, however young it is.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from catalogue.schema.dates import months_later

if TYPE_CHECKING:
    from catalogue.schema.checked import Checked

CONFIRMING: Final = frozenset({"live-page", "organiser"})
MONTHS_CONFIRMED: Final = 6
MONTHS_RECENT: Final = 12

# Codes of the vocabulary "evidence", the best first.
CONFIRMED: Final = "confirmed"
RECENT: Final = "recent"
OLDER: Final = "older"
UNDATED: Final = "undated"
ORDER: Final = (CONFIRMED, RECENT, OLDER, UNDATED)


def evidence_on(checked: Checked, today: date) -> str:
    """One of the codes of the vocabulary ``evidence``.

    confirmed: as this module says. recent: what was read or said is of the last 12 months. older:
    it is older, or its age is known in words alone. undated: nobody knows how old it is.
    """
    if is_confirmed(checked, today):
        return CONFIRMED
    day = day_of(checked)
    if day is None:
        return OLDER if checked.page_age else UNDATED
    return RECENT if today <= months_later(day, MONTHS_RECENT) else OLDER


def is_confirmed(checked: Checked, today: date) -> bool:
    """Whether the live page or the organiser said so, no more than 6 months ago."""
    return is_confirming(checked) and today <= confirmed_until(checked)


def is_confirming(checked: Checked) -> bool:
    """Whether a check of this sort confirms an entry at all."""
    return checked.how.code in CONFIRMING


def confirmed_until(checked: Checked) -> date:
    """The last day on which a check that confirms still counts."""
    return months_later(checked.on, MONTHS_CONFIRMED)


def day_of(checked: Checked) -> date | None:
    """How old the evidence is: the day somebody saw or was told it, else the page's own date.

    Of a month or a year it is the first day, so that nothing seems younger than it may be.
    """
    if is_confirming(checked):
        return checked.on
    return date.fromisoformat(f"{checked.page_date}-01-01"[:10]) if checked.page_date else None
