"""Corrections: where a link "Something wrong?" leads, filled in as far as it can be.

An e-mail comes first, since it needs no account. Without a mailbox the issue form opens, and
until the site has either, the page that says how to tell us.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

FORM: Final = "correction.yml"
PAGE: Final = "/corrections/"
PROMPTS: Final = (
    "What is wrong: ",
    "What is right, and where it stands: ",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where corrections go. ``address`` has no final slash; the others may be empty."""

    address: str
    mailbox: str = ""
    repository: str = ""

    def href(self, path: str, title: str, fact: str) -> str:
        """The link for one fact of the page at ``path``; ``fact`` is its name in words."""
        page = f"{self.address}{path}"
        if self.mailbox:
            subject = quote(f"Something wrong: {title}", safe="")
            lines = (f"Page: {page}", f"Fact: {fact}", *PROMPTS)
            body = quote("\r\n\r\n".join(lines), safe="")
            return f"mailto:{quote(self.mailbox, safe='@')}?subject={subject}&body={body}"
        if self.repository:
            filled = {"template": FORM, "entry": page, "wrong": f"{fact}: "}
            return f"{self.repository}/issues/new?{urlencode(filled, quote_via=quote)}"
        return f"{self.address}{PAGE}"
