"""Page fingerprint: the few words by which a page is known to say still what an entry says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.schema.dates import MONTHS, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.opportunity import Opportunity

SUBJECT: Final = "cancer"
_NOT_DIGITS: Final = re.compile(r"\D+")
_PHONE: Final = re.compile(r"[+(]?\d[\d ()-]{8,}\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One thing to look for: what it is in words, and the shapes it may have on a page."""

    what: str
    shapes: tuple[str, ...]

    def is_in(self, words: str) -> bool:
        """Whether any of the shapes stands among the words of a page."""
        text = words.casefold()
        return any(shape in text for shape in self.shapes)


def fingerprint_of_entry(entry: Opportunity) -> tuple[Trait, ...]:
    """What the page of an opportunity is looked at for."""
    return tuple(_traits_of_entry(entry))


def _traits_of_entry(entry: Opportunity) -> Iterator[Trait]:
    yield _subject()
    if entry.deadline.moment:
        yield day_trait(entry.deadline.moment)
    if entry.apply and entry.apply.email:
        yield email_trait(entry.apply.email)
    if entry.apply and entry.apply.phone:
        yield phone_trait(entry.apply.phone)


def fingerprint_of_alliance(alliance: Alliance) -> tuple[Trait, ...]:
    """What the website of an alliance is looked at for."""
    return (_subject(), *fingerprint_of_contacts(alliance.contact))


def fingerprint_of_contacts(contact: Mapping[str, Any]) -> tuple[Trait, ...]:
    """The mailbox and the number, where they are known."""
    email, phone = contact.get("email"), contact.get("phone")
    traits = (email and email_trait(email), phone and phone_trait(phone))
    return tuple(trait for trait in traits if trait)


def _subject() -> Trait:
    return Trait(what=f"the word {SUBJECT}", shapes=(SUBJECT,))


def day_trait(day: date) -> Trait:
    """A day in the shapes that British pages write it in."""
    month, number = MONTHS[day.month - 1].casefold(), day.day
    ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    shapes = (
        f"{number} {month}",
        f"{number}{ending} {month}",
        f"{number}{ending} of {month}",
        f"{month} {number}",
        f"{number} {month[:3]} ",
        f"{number:02} {month}",
        f"{number}/{day.month}/{day.year}",
        f"{number:02}/{day.month:02}/{day.year}",
        f"{number:02}.{day.month:02}.{day.year}",
        f"{number:02}/{day.month:02}/{day.year % 100:02}",
        f"{day.year:04}-{day.month:02}-{number:02}",
    )
    return Trait(what=f"the date {in_words(day).partition(' at ')[0]}", shapes=shapes)


def email_trait(address: str) -> Trait:
    """An e-mail address, in small letters as pages compare."""
    return Trait(what=f"the address {address}", shapes=(address.casefold(),))


def phone_trait(number: str) -> Trait:
    """A phone number: its digits, whatever stands between them on the page."""
    digits = _NOT_DIGITS.sub("", number)
    return Trait(
        what=f"the phone number {number}", shapes=(f"tel:{digits.removeprefix('44').lstrip('0')}",)
    )


def searchable(words: str) -> str:
    """The words of a page with each phone number also as plain digits."""
    numbers = (
        _NOT_DIGITS.sub("", match[0]).removeprefix("44").lstrip("0")
        for match in _PHONE.finditer(words)
    )
    return " ".join([words, *(f"tel:{number}" for number in numbers)])
