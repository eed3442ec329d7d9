"""Addresses: where the fixed pages of the site stand, and which names these keep from entries.

All of them begin with a slash and stand below the address of the site itself.
"""

from __future__ import annotations

from typing import Final

SITE_NAME: Final = "Your Say in Cancer Care"

HOME: Final = "/"
OPPORTUNITIES: Final = "/opportunities/"
CLOSED: Final = "/opportunities/closed/"
ANYWHERE: Final = "/opportunities/anywhere/"
PRINTED_LIST: Final = "/opportunities/print/"
ALLIANCES: Final = "/alliances/"
FIND: Final = "/find/"
PLACES: Final = "/find/places/"
ADD: Final = "/add/"
FOLLOW: Final = "/follow/"
WRITE_TO_MP: Final = "/write-to-your-mp/"
HELP: Final = "/help/"

# What follows /opportunities/ in the address of a list cannot be the name of an entry.
RESERVED_SLUGS: Final = frozenset(
    {"alliance", "anywhere", "closed", "closing-soon", "costs", "costs-paid", "do", "for"}
    | {"from-home", "help", "how", "index", "kind", "led", "money", "no-experience", "page"}
    | {"print", "stage", "sure", "time", "type", "under-1-hour"}
)
# Names that Windows keeps for its devices, whatever their ending.
DEVICE_NAMES: Final = frozenset(
    {"aux", "con", "nul", "prn"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)


def opportunity(slug: str) -> str:
    """The page of an opportunity."""
    return f"{OPPORTUNITIES}{slug}/"


def alliance(slug: str) -> str:
    """The page of an alliance."""
    return f"{ALLIANCES}{slug}/"


def ready_list(group: str, code: str) -> str:
    """A ready-made list, such as ``/opportunities/kind/survey/``."""
    return f"{OPPORTUNITIES}{group}/{code}/"


def help_on(code: str) -> str:
    """The help on a code of the check."""
    return f"{HELP}{code}/"
