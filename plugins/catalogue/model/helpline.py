"""A helpline: somebody to talk to, with a number where it is well known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalogue.schema.facts import entry, fact, optional
from catalogue.schema.field_types import Code, Line, Link, PartOfDate, Pattern, Several
from catalogue.schema.field_types.contacts import ANY_PHONE, PHONE

if TYPE_CHECKING:
    from catalogue.schema.vocabulary import Term

STRONG: Final = "strong"
URGENT: Final = "urgent"
EMERGENCY: Final = "999"


@entry
class Helpline:
    """Somebody to talk to, and how well the number is known."""

    name: str = fact(Line(most=120), help="its name")
    group: Term = fact(Code("helpline_groups"), help="what it is for")
    who_for: str = fact(Line(most=300), help="who can call, in plain sentences")
    phone: str | None = optional(
        Pattern(
            pattern=f"(?:{EMERGENCY}|{PHONE.pattern})", what="a phone number", example=ANY_PHONE
        ),
        default=None,
        help="its number, where it is strong",
    )
    text: str | None = optional(
        Pattern(
            pattern=r"[A-Z]+ to \d{5}", what="a word and a short number", example="HI to 99999"
        ),
        default=None,
        help="the word to text and the number, where it is strong",
    )
    hours: str | None = optional(
        Line(most=200), default=None, help="when somebody answers, where the number is strong"
    )
    text_relay: str | None = optional(
        Line(most=200), default=None, help="how to reach it by textphone or Relay UK"
    )
    languages: str | None = optional(
        Line(most=200), default=None, help="other languages, and how to ask for one"
    )
    web: str | None = optional(Link(), default=None, help="its website")
    strength: Term = fact(Code("strengths"), help="how well its number is known")
    last_known: str | None = optional(
        PartOfDate(), default=None, help="the newest date on which a source had it"
    )
    page_age: str | None = optional(
        Line(most=120), default=None, help="that date in words, if not exact"
    )
    sources: tuple[str, ...] = fact(Several(of=Link()), help="the pages where this stands")
    doubts: tuple[str, ...] = optional(
        Several(of=Line()), default=(), help="what is doubtful, for maintainers"
    )

    @property
    def is_urgent(self) -> bool:
        """Whether people turn to it at once."""
        return self.group.code == URGENT

    @property
    def call_href(self) -> str:
        """The link that calls it or writes the text message; empty where no number is shown."""
        if self.phone:
            return f"tel:{self.phone.replace(' ', '')}"
        if self.text:
            word, _, number = self.text.partition(" to ")
            return f"sms:{number}?&body={word}"
        return ""

    @property
    def call_words(self) -> str:
        """The number as people read it; empty where none is shown."""
        return self.phone or (f"Text {self.text}" if self.text else "")
