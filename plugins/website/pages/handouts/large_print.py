"""Large print: everything that is listed, phone numbers first, to read or to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.model import wording
from website.cards.card import Row, phone_row

if TYPE_CHECKING:
    from catalogue.model.index import Listing
    from website.cards.card import Card, Moments


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeItem:
    """One opportunity in large print."""

    path: str
    title: str
    phone: Row | None
    ways: tuple[Row, ...]
    summary: str
    facts: str
    expiry: Moments


def large_item(listing: Listing, card: Card) -> LargeItem:
    """An opportunity with the ways to reach it, those without the internet first.

    It says what its card says, but for what one does: the summary tells that.
    """
    entry = listing.entry
    apply = entry.apply
    email, phone = (apply.email, apply.phone) if apply else (None, None)
    ways = (
        Row(label="Post", value=apply.post) if apply and apply.post else None,
        Row(label="E-mail", value=email, href=f"mailto:{email}") if email else None,
        Row(label="Web page", value=wording.link_words(apply.url), href=apply.url)
        if apply and apply.url
        else None,
    )
    _, *said = card.facts
    facts = (
        "" if listing.is_confirmed else "Not confirmed yet: ask first",
        card.who,
        card.when,
        *(text for _, text in said),
    )
    return LargeItem(
        path=card.path,
        title=card.title,
        phone=phone_row(phone) if phone else None,
        ways=tuple(way for way in ways if way),
        summary=card.summary,
        facts=". ".join(filter(None, facts)),
        expiry=card.expiry,
    )
