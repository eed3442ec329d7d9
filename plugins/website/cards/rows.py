"""Rows: names with their values, and links to sources, as several pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

# About what search engines show of a description.
MOST_OF_A_DESCRIPTION: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name and its value; ``href`` where the value is a link, ``known`` False for a gap."""

    label: str
    value: str
    href: str = ""
    known: bool = True
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page where a fact stands."""

    href: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """Others to turn to: their name, what they do in a few words, and where they are."""

    name: str
    what: str
    href: str


def phone_row(number: str) -> Row:
    """A phone number with the link that calls it."""
    return Row(label="Phone", value=number, href=f"tel:{number.replace(' ', '')}", icon="phone")


def email_row(address: str) -> Row:
    """An e-mail address with the link that opens a message to it."""
    return Row(label="E-mail", value=address, href=f"mailto:{address}", icon="letter")


def post_row(address: str) -> Row:
    """A postal address."""
    return Row(label="Post", value=address, icon="home")


def website_row(label: str, address: str, words: str) -> Row:
    """A web page with the words of its link."""
    return Row(label=label, value=words, href=address, icon="world")


def sources(addresses: Iterable[str]) -> tuple[Source, ...]:
    """Addresses with the name of the page each leads to; no two have the same name."""
    named: list[Source] = []
    seen: dict[str, int] = {}
    for address in addresses:
        words = wording.page_words(address)
        seen[words] = seen.get(words, 0) + 1
        numbered = words if seen[words] == 1 else f"{words} ({seen[words]})"
        named.append(Source(href=address, words=numbered))
    return tuple(named)
