"""The day of a build: asked for in one place, so that everything else is told it."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

LONDON: Final = ZoneInfo("Europe/London")
ENVIRONMENT_NAME: Final = "SITE_TODAY"


def build_day(written: str | None = None) -> date:
    """The day given, else that of the environment variable SITE_TODAY, else today in London.

    Raises ValueError when the day is not written YYYY-MM-DD.
    """
    text = written or os.environ.get(ENVIRONMENT_NAME, "")
    if not text:
        return datetime.now(LONDON).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"today has to be written YYYY-MM-DD, not {text!r}") from None
