"""How pages are looked at: by axe, in one of four looks, and with a ruler.

Each page is looked at on a small phone in light colours. The other looks belong to the whole
matrix, `python3 tasks.py test --thorough`.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe

AXE_OPTIONS = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "wcag2aaa",
        "best-practice",
    ],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
CONTRAST_ONLY = AXE_OPTIONS | {"runOnly": ["color-contrast", "color-contrast-enhanced"]}
SMALL_CONTROLS = """() => [...document.querySelectorAll(
    'button, input:not([type=hidden]), select, summary, .app-button, .app-chip')]
  .filter(e => e.getClientRects().length && !['checkbox', 'radio'].includes(e.type))
  .filter(e => e.getBoundingClientRect().height < 44)
  .map(e => e.outerHTML.slice(0, 80))"""
WIDTH = "document.documentElement.scrollWidth"


class Look(NamedTuple):
    """A width of the screen and a scheme of colours."""

    width: int
    scheme: str

    @property
    def options(self) -> dict[str, object]:
        """What axe looks for: in the dark only the colours differ."""
        return CONTRAST_ONLY if self.scheme == "dark" else AXE_OPTIONS


PHONE = Look(320, "light")
OTHERS = (Look(320, "dark"), Look(1280, "light"), Look(1280, "dark"))
LOOKS = [PHONE, *(pytest.param(look, marks=pytest.mark.thorough) for look in OTHERS)]


def looks_named(look: object) -> str | None:
    """What pytest calls a look."""
    return "-".join(map(str, look)) if isinstance(look, Look) else None


def violations(page, options=AXE_OPTIONS):
    """What axe finds wrong: each rule with the first elements that break it."""
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]


def barriers(page, look):
    """Whatever keeps somebody from using a page in one look; controls are 44 px high or more."""
    found = violations(page, look.options)
    if look.scheme == "light":
        found += [("too low", html) for html in page.evaluate(SMALL_CONTROLS)]
        width = page.evaluate(WIDTH)
        found += [("wider than the screen", width)] if width > look.width else []
    return found
