"""The day is that of London, wherever the site is built and whoever reads it."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

LONDON: Final = ZoneInfo("Europe/London")
