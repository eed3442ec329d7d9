"""First message: messages that open half written, with blanks for people's own words.

They are prompts and never a finished text: an alliance learns more from one's own words, and
nobody is made to send what they did not mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.model.alliance import Alliance

SUBJECT: Final = "How can patients and carers take part?"
PROMPTS: Final = (
    "Hello,",
    "My name is [your name]. I live in [your town or area].",
    "My link with cancer is [you have or had it, you care for someone, you lost someone, "
    "or you want to help].",
    "I would like to know how people like me can take part in your work.",
    "What would suit me: [how much time, and from home, by phone, by post or in person].",
    "What I would need: [for example large print, an interpreter, or travel paid first].",
    "My question: [ask 1 or 2 things].",
    "You can answer me by [e-mail, phone or post].",
)


def first_email(alliance: Alliance) -> str:
    """A ``mailto:`` address with a subject and short prompts, or "" where no e-mail is known."""
    email = alliance.contact.get("email")
    return mailto(email, SUBJECT, PROMPTS) if email else ""


def mailto(email: str, subject: str, paragraphs: Iterable[str]) -> str:
    """The address that opens a half-written message (RFC 6068)."""
    # Spaces as %20, lines parted by CR and LF.
    body = quote("\n\n".join(paragraphs).replace("\n", "\r\n"), safe="")
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}&body={body}"
