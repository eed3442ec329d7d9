"""How to reach an alliance, and whom else one can ask: its part of an alliance's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from catalogue.model import wording
from project.words import stopped
from website.cards.rows import Row, email_row, phone_row, post_row, website_row
from website.messages.first_message import first_email

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.model.alliance import Alliance

GET_INVOLVED: Final = "Get involved page"
NO_EMAIL: Final = "We have not found an e-mail address yet."
ANSWERS_ON_CARE: Final = (
    "These teams answer about care and complaints. They are not the place to join a group. "
    "You can ask them to pass your question on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstContact:
    """What to press first, with the words before it and after it; no button where none is known."""

    words: str = ""
    button: str = ""
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Somebody else who may pass a question on: how to reach them, what to know, how old it is."""

    name: str
    ways: tuple[Row, ...]
    note: str
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteGroup:
    """Routes that are there for the same, with the words that hold for all of them."""

    words: str
    routes: tuple[Route, ...]


def first_contact(alliance: Alliance) -> FirstContact:
    """Its mailbox, else its page on taking part, its website, or another page about it."""
    if email := first_email(alliance):
        return FirstContact(
            button="Start a first e-mail",
            href=email,
            note="It opens with short prompts. You finish it in your own words.",
        )
    if page := alliance.involvement.get("url"):
        words = f"{NO_EMAIL} You can look for one, or for a form, on its page on getting involved."
        return _page_to_open(words, page)
    if website := alliance.contact.get("website"):
        return _page_to_open(f"{NO_EMAIL} You can look for a contact form on its website.", website)
    nothing = "We have not found an e-mail address or a website of this alliance yet."
    for route in alliance.routes:
        if route["about"] == "alliance" and "url" in route:
            about = " ".join(filter(None, (stopped(route["name"]), route.get("note"))))
            age = f"How old it is: {stopped(route['source_age'])}"
            return _page_to_open(f"{nothing} This may help: {about}", route["url"], age)
    return FirstContact(words=nothing)


def _page_to_open(words: str, address: str, note: str = "") -> FirstContact:
    button = f"Go to {wording.link_words(address)}"
    return FirstContact(words=words, button=button, href=address, note=note)


def known_contacts(alliance: Alliance) -> tuple[Row, ...]:
    """Every way to reach an alliance that is known, the quickest first."""
    contact, page = alliance.contact, alliance.involvement.get("url")
    return (
        *ways_to_reach(contact),
        *(
            [Row(label=GET_INVOLVED, value=wording.page_words(page), href=page, icon="people")]
            if page
            else ()
        ),
        *(
            Row(label="Social media", value=account, icon="bubble")
            for account in contact.get("social", ())
        ),
    )


def ways_to_reach(contact: Mapping[str, Any]) -> Iterator[Row]:
    """E-mail, phone, post and website, as far as they are known."""
    if email := contact.get("email"):
        yield email_row(email)
    if phone := contact.get("phone"):
        yield phone_row(phone)
    if post := contact.get("post"):
        yield post_row(post)
    if website := contact.get("website"):
        yield website_row("Website", website, wording.link_words(website))


def other_routes(alliance: Alliance) -> tuple[RouteGroup, ...]:
    """Others near its area: those who answer about care, then those for anything else."""
    care = tuple(_route(one) for one in alliance.routes if one["about"] == "care")
    others = tuple(_route(one) for one in alliance.routes if one["about"] != "care")
    groups = (
        RouteGroup(words=ANSWERS_ON_CARE, routes=care),
        RouteGroup(words="", routes=others),
    )
    return tuple(group for group in groups if group.routes)


def _route(route: Mapping[str, str]) -> Route:
    page = route.get("url")
    return Route(
        name=route["name"],
        ways=(
            *ways_to_reach(route),
            *([Row(label="Page", value=wording.page_words(page), href=page)] if page else ()),
        ),
        note=route.get("note", ""),
        age=stopped(route["source_age"]),
    )
