"""Clues: the few words by which a page is known to say still what an entry says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.schema.dates import MONTHS, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from catalogue.model.catalogue_values import Alliance
    from catalogue.model.opportunity import Opportunity

SUBJECT: Final = "cancer"
_NOT_FIGURES: Final = re.compile(r"\D+")
_PHONE: Final = re.compile(r"[+(]?\d[\d ()-]{8,}\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing to look for: what it is in words, and the shapes it may have on a page."""

    what: str
    shapes: tuple[str, ...]

    def is_in(self, words: str) -> bool:
        """Whether any of the shapes stands among the words of a page."""
        text = words.casefold()
        return any(shape in text for shape in self.shapes)


def clues_of_entry(entry: Opportunity) -> tuple[Clue, ...]:
    """What the page of an opportunity is looked at for."""
    return tuple(_clues_of_entry(entry))


def _clues_of_entry(entry: Opportunity) -> Iterator[Clue]:
    yield _subject()
    if entry.deadline.moment:
        yield day_clue(entry.deadline.moment)
    if entry.apply and entry.apply.email:
        yield email_clue(entry.apply.email)
    if entry.apply and entry.apply.phone:
        yield phone_clue(entry.apply.phone)


def clues_of_alliance(alliance: Alliance) -> tuple[Clue, ...]:
    """What the website of an alliance is looked at for."""
    clues = [_subject()]
    if email := alliance.contact.get("email"):
        clues.append(email_clue(email))
    if phone := alliance.contact.get("phone"):
        clues.append(phone_clue(phone))
    return tuple(clues)


def _subject() -> Clue:
    return Clue(what=f"the word {SUBJECT}", shapes=(SUBJECT,))


def day_clue(day: date) -> Clue:
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
    return Clue(what=f"the date {in_words(day).partition(' at ')[0]}", shapes=shapes)


def email_clue(address: str) -> Clue:
    """An e-mail address, in small letters as pages compare."""
    return Clue(what=f"the address {address}", shapes=(address.casefold(),))


def phone_clue(number: str) -> Clue:
    """A phone number: its figures, whatever stands between them on the page."""
    figures = _NOT_FIGURES.sub("", number)
    return Clue(
        what=f"the phone number {number}", shapes=(f"tel:{figures.removeprefix('44').lstrip('0')}",)
    )


def searchable(words: str) -> str:
    """The words of a page with each phone number also as plain figures."""
    numbers = (
        _NOT_FIGURES.sub("", match[0]).removeprefix("44").lstrip("0")
        for match in _PHONE.finditer(words)
    )
    return " ".join([words, *(f"tel:{number}" for number in numbers)])
