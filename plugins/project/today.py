"""Which day a build is for.

Statuses, closing dates and review dates hang on the day. It is settled once, here, and
handed on; nothing else in the project asks a clock.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

VARIABLE = "SITE_TODAY"
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEARS = range(2000, 2101)  # reckoning with months and years ahead must not leave the calendar


def settle(asked: str, environment: Mapping[str, str]) -> date:
    """The day asked for, else the day in SITE_TODAY, else today in London.

    Raises ValueError, with a sentence for the person who typed it, when it is no date.
    """
    for written, origin in ((asked, "--today"), (environment.get(VARIABLE, ""), VARIABLE)):
        if written:
            return read(written, origin)
    return in_london(datetime.now(UTC))


def in_london(moment: datetime) -> date:
    """The date that a calendar in London shows at `moment`, which has a time zone."""
    from project.london import LONDON  # time zones take a while to load; a day given needs none

    return moment.astimezone(LONDON).date()


def read(written: str, origin: str) -> date:
    """A day from year-month-day. `date.fromisoformat` alone would let 20261130 through."""
    try:
        day = date.fromisoformat(written) if WRITTEN.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"{origin}: '{written}' is not a date. Write it like 2026-11-30.")
    if day.year not in YEARS:
        years = f"{YEARS[0]} to {YEARS[-1]}"
        raise ValueError(f"{origin}: {written} is too far away. Give a day in {years}.")
    return day
