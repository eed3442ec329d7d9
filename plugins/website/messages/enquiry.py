"""Enquiry: a half-written message to an organiser about what nobody has confirmed or stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model import wording
from project import addresses
from project.words import joined
from website.cards.rows import phone_row
from website.messages.first_message import mailto
from website.messages.questions_to_ask import questions_to_ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.model.alliance import Alliance
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Opportunity

YOUR_NAME: Final = "[Your name, and 1 or 2 lines about you]"
IN_AN_EMAIL: Final = (
    "It opens an e-mail with these questions in it. You finish it in your own words."
)
FINISH_IT: Final = "Copy the questions below and finish them in your own words."


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """What to press, where that leads, and the message itself, to be read or copied first.

    ``href`` is a path of this site, or an address that begins with its scheme.
    """

    button: str
    href: str
    note: str
    message: tuple[str, ...]

    @property
    def is_email(self) -> bool:
        """Whether pressing it opens an e-mail with the message in it."""
        return self.href.startswith("mailto:")


def enquiry_about(listing: Listing, alliances: Mapping[str, Alliance]) -> Enquiry:
    """The message, by the first way that is known.

    The organiser's mailbox, their page, their telephone or address; then the alliance's mailbox or
    page; then the list of alliances, as there is one for everybody in England.
    """
    entry = listing.entry
    subject = f"{_ask(listing)}: {entry.title}"
    message = tuple(_message(listing))
    button, href, note = next(_ways(entry, subject, message, alliances))
    return Enquiry(button=f"{_ask(listing)}{button}", href=href, note=note, message=message)


def _ask(listing: Listing) -> str:
    if listing.is_confirmed:
        return "Ask a question"
    return "Ask when you can join" if listing.status == "not_yet_open" else "Ask if you can join"


def _message(listing: Listing) -> Iterator[str]:
    yield "Hello,"
    age = wording.evidence_for_them(listing.entry.checked)
    yield f"I read about “{listing.entry.title}”. {age}"
    yield "\n".join(questions_to_ask(listing))
    yield YOUR_NAME


def _ways(
    entry: Opportunity, subject: str, message: tuple[str, ...], alliances: Mapping[str, Alliance]
) -> Iterator[tuple[str, str, str]]:
    """The end of the button's words, where it leads, and what to know; the best way first."""
    apply = entry.apply
    if apply and apply.email:
        yield "", mailto(apply.email, subject, message), IN_AN_EMAIL
    if apply and apply.url:
        site = wording.link_words(apply.url)
        yield " on their website", apply.url, f"It opens {site}. {FINISH_IT}"
    if apply and apply.phone:
        yield " by phone", phone_row(apply.phone).href, "The questions below may help you."
    if apply and apply.post:
        yield " by post", "#apply", FINISH_IT
    mine = [alliances[slug] for slug in entry.alliances.slugs if slug in alliances]
    unknown = "We know of no way to reach the organiser, so ask the alliance."
    for one in mine:
        if email := one.contact.get("email"):
            yield (
                " through the alliance",
                mailto(email, subject, message),
                f"{unknown} {IN_AN_EMAIL}",
            )
    for one in mine:
        if page := one.involvement.get("url") or one.contact.get("website"):
            yield " through the alliance", page, f"{unknown} {FINISH_IT}"
    if mine:
        names = joined(one.name for one in mine)
        yield (
            " through the alliance",
            f"{addresses.alliance(mine[0].slug)}#contact",
            f"{unknown} We know of no mailbox of {names} either. Its page has other ways.",
        )
    yield (
        " through your alliance",
        addresses.FIND,
        f"We know of no way to reach the organiser, so ask the alliance for your area. {FINISH_IT}",
    )
