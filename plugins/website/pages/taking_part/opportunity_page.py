"""An opportunity's own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model import wording
from catalogue.model.closing_moment import moments_of
from catalogue.rules.markdown import MarkdownRenderer
from catalogue.schema.dates import in_words
from catalogue.schema.facts import facts_of
from catalogue.schema.vocabulary import ANY, NOT_STATED
from project import addresses
from project.words import joined, shortened, stopped, whole_sentences
from website.artwork.patches import shared
from website.cards.card import LOOKS, NEEDS_CHECK, Moments, design_of, tag_of
from website.cards.page_shell import HOME, OPPORTUNITIES
from website.cards.rows import (
    MOST_OF_A_DESCRIPTION,
    Row,
    Source,
    email_row,
    phone_row,
    post_row,
    sources,
    website_row,
)
from website.exports import calendars, json_ld
from website.lists.alternatives import Alternatives
from website.lists.corrections import correction_of_entry
from website.lists.facets import gaps_of
from website.lists.page_titles import page_titles
from website.messages.enquiry import Enquiry, enquiry_about
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.index import Listing
    from catalogue.model.opportunity import Apply, Opportunity
    from catalogue.model.wording import Statement
    from catalogue.schema.facts import Fact
    from website.site import Site


def opportunity_pages(site: Site) -> Iterator[TemplatePage]:
    """The page of each opportunity, those that ended included."""
    renderer, alternatives = MarkdownRenderer(), Alternatives(site.index.listed)
    titles = page_titles(site.catalogue.opportunities, site.catalogue.alliances)
    for listing in site.index.every:
        title = titles[listing.entry.slug]
        yield _opportunity(site, listing, title, renderer, alternatives)


def _opportunity(
    site: Site,
    listing: Listing,
    title: str,
    renderer: MarkdownRenderer,
    alternatives: Alternatives,
) -> TemplatePage:
    entry = listing.entry
    view = opportunity_page(listing, site.catalogue, renderer.html(entry.body))
    trail = [HOME, OPPORTUNITIES if listing.is_listed else ("Closed", addresses.CLOSED)]
    path = view.path
    events = json_ld.events(listing, site.address, site.today) if listing.is_listed else []
    return TemplatePage(
        path=path,
        template="opportunity",
        values={
            "view": view,
            "page_title": title,
            "calendar": calendars.path_of(entry)
            if listing.is_listed and calendars.has_dates(entry)
            else "",
            "wrong": correction_of_entry(site.address, entry.slug),
            "instead": [] if listing.is_listed else site.cards_of(alternatives.for_entry(entry)),
            "breadcrumbs": trail,
            "structured_data": json_ld.as_script(
                [
                    json_ld.breadcrumbs([*trail, (entry.title, path)], site.address),
                    *(
                        events
                        or [
                            json_ld.page(
                                "WebPage",
                                entry.title,
                                path,
                                wording.with_caution(view.description, listing)
                                if listing.is_listed
                                else view.description,
                                site.address,
                            )
                        ]
                    ),
                ]
            ),
        },
    )


LEAST_OF_A_DESCRIPTION: Final = 20
NO_NUMBER: Final = (
    "We could not find a phone number or postal address.",
    "You can ask your cancer team, or PALS, the advice service of your hospital, to pass your "
    "question on.",
)
_WAYS_ON_PAPER_OR_PHONE: Final = (("phone", "phone number"), ("post", "postal address"))
_ON_PAPER_OR_PHONE: Final = {
    "phone": "by phone",
    "post": "by post",
    "phone_or_post_option": "by phone or by post",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPage:
    """Everything on an opportunity's own page; ``moments`` is that of its card."""

    slug: str
    path: str
    patch_html: str
    moments: Moments
    title: str
    summary: str
    description: str
    organiser: str
    kind: Source
    kind_hint: str
    tag: str
    tag_look: str
    is_listed: bool
    is_confirmed: bool
    is_by_invitation: bool
    ended_words: str
    answers: tuple[Answer, ...]
    gaps: str
    act_title: str
    act_words: str
    enquiry: Enquiry | None
    eligibility: str
    about: tuple[tuple[str, str], ...]
    support: tuple[str, ...]
    ways: tuple[Row, ...]
    apply_how: str
    without_internet: tuple[str, ...]
    sessions: tuple[Row, ...]
    freshness: tuple[Row, ...]
    outcome: str
    sources: tuple[Source, ...]
    alliances: tuple[Source, ...]
    body_html: str
    moved_to: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of one of the five questions that people ask first."""

    icon: str
    question: str
    lines: tuple[str, ...]
    note: str = ""
    look: str = ""


def opportunity_page(listing: Listing, catalogue: Catalogue, body_html: str) -> OpportunityPage:
    """An opportunity's own page."""
    entry = listing.entry
    apply = entry.apply
    tag, look = _tag(listing, catalogue)
    return OpportunityPage(
        slug=entry.slug,
        path=addresses.opportunity(entry.slug),
        patch_html=shared(*design_of(entry, catalogue)).whole,
        moments=tuple(moments_of(listing).items()),
        title=entry.title,
        summary=entry.summary,
        description=_description(entry),
        organiser=entry.organiser,
        kind=Source(
            href=addresses.ready_list("kind", entry.kind.address_part), words=entry.kind.label
        ),
        kind_hint=entry.kind.hint,
        tag=tag,
        tag_look=look,
        is_listed=listing.is_listed,
        is_confirmed=listing.is_confirmed,
        is_by_invitation=wording.is_by_invitation(entry),
        ended_words=_ended_words(listing),
        answers=tuple(answer for answer in _answers(listing) if answer.lines),
        gaps=_gaps(listing),
        act_title=_act_title(listing),
        act_words=_act_words(listing),
        enquiry=enquiry_about(listing, catalogue.alliances) if listing.is_listed else None,
        eligibility=entry.eligibility or "",
        about=_about(entry),
        support=tuple([term.label for term in entry.support]),
        ways=_ways(apply),
        apply_how=apply.how or "" if apply else "",
        without_internet=_without_internet(entry),
        sessions=tuple(
            Row(label=in_words(session.starts), value=session.place or "")
            for session in entry.sessions
        ),
        freshness=_freshness(listing),
        outcome=entry.outcome or "",
        sources=sources(entry.sources),
        alliances=tuple(
            [
                Source(href=addresses.alliance(slug), words=catalogue.alliances[slug].name)
                for slug in entry.alliances.slugs
                if slug in catalogue.alliances
            ]
        ),
        body_html=body_html,
        moved_to=_moved_to(entry, catalogue),
    )


def _description(entry: Opportunity) -> str:
    """What search engines show; a few words alone would tell nobody what the page is."""
    if len(entry.summary) >= LEAST_OF_A_DESCRIPTION:
        return whole_sentences(entry.summary, MOST_OF_A_DESCRIPTION)
    told = f"{stopped(entry.summary)} It is run by {entry.organiser}."
    return shortened(told, MOST_OF_A_DESCRIPTION)


def _answers(listing: Listing) -> tuple[Answer, ...]:
    entry = listing.entry
    soon = "soon" if listing.status == "closing_soon" else ""
    return (
        _answer("clock", "How much time?", wording.how_long(entry)),
        _answer("pin", "Where is it?", wording.where(entry)),
        _answer("pound", "Will I be paid, or get costs back?", wording.money(entry)),
        _answer("people", "Who is it for?", wording.who_for(entry)),
        _answer("calendar", "When is the closing date?", wording.by_when(listing), soon),
    )


def _tag(listing: Listing, catalogue: Catalogue) -> tuple[str, str]:
    """The tag above the title. That nobody has confirmed it is said at length below."""
    code = tag_of(listing)
    if code == NEEDS_CHECK:
        return "", ""
    return catalogue.vocabularies["statuses"][listing.status].label, LOOKS.get(code, "open")


def _act_title(listing: Listing) -> str:
    if wording.is_by_invitation(listing.entry):
        return "By invitation only"
    return "Ask them before you apply" if listing.is_confirmed else "Check before you apply"


def _act_words(listing: Listing) -> str:
    """Whether it is confirmed, and how old what we know is."""
    invited = "You cannot ask to join." if wording.is_by_invitation(listing.entry) else ""
    still = "is right" if listing.status == "not_yet_open" else "is still open"
    doubt = "" if listing.is_confirmed else f"We have not been able to confirm that this {still}."
    return " ".join(filter(None, (invited, wording.evidence(listing.entry.checked), doubt)))


def _gaps(listing: Listing) -> str:
    """What nobody has stated, in one line; "" where all is known, or it has ended."""
    if not listing.is_listed:
        return ""
    entry = listing.entry
    others = (
        ("who can join", entry.eligibility),
        ("how to apply", entry.apply),
        ("a closing date", wording.by_when(listing).lines),
    )
    missing = [about.gap for about in gaps_of(entry)]
    return joined([*missing, *[name for name, said in others if not said]], last="or")


def _answer(icon: str, question: str, said: Statement, look: str = "") -> Answer:
    return Answer(icon=icon, question=question, lines=said.lines, note=said.note, look=look)


def _about(entry: Opportunity) -> tuple[tuple[str, str], ...]:
    """What is stated of the facts that are shown as rows, with the words before each."""
    rows = ((fact.row, _named(fact, entry)) for fact in facts_of(type(entry)) if fact.row)
    return tuple([(label, words) for label, words in rows if words])


def _named(fact: Fact, entry: Opportunity) -> str:
    """A fact in words; terms as one phrase, without those for any and for not stated."""
    value = getattr(entry, fact.name)
    terms = fact.type.terms(value)
    if not terms:
        return fact.type.in_words(value)
    return wording.labels([term for term in terms if term.code not in (ANY, NOT_STATED)])


def _ways(apply: Apply | None) -> tuple[Row, ...]:
    if apply is None:
        return ()
    rows = (
        website_row("Web page", apply.url, wording.page_words(apply.url)) if apply.url else None,
        email_row(apply.email) if apply.email else None,
        phone_row(apply.phone) if apply.phone else None,
        post_row(apply.post) if apply.post else None,
    )
    return tuple(row for row in rows if row)


def _without_internet(entry: Opportunity) -> tuple[str, ...]:
    """What somebody without the internet can do."""
    known = [words for way, words in _WAYS_ON_PAPER_OR_PHONE if getattr(entry.apply, way, None)]
    if known:
        return (f"You can use the {' or the '.join(known)} above.",)
    offered = [
        words
        for term in (*entry.support, *entry.format)
        if (words := _ON_PAPER_OR_PHONE.get(term.code))
    ]
    return (
        (f"The page says that you can take part {offered[0]}.", *NO_NUMBER)
        if offered
        else NO_NUMBER
    )


def _freshness(listing: Listing) -> tuple[Row, ...]:
    entry = listing.entry
    age = wording.page_age(entry.checked)
    sure = entry.confidence
    facts = (
        ("We last looked", wording.how_checked(entry.checked)),
        ("How old the page is", age or wording.NOT_STATED),
        ("How clear their page was", f"{sure.label}. {sure.hint}" if sure else ""),
        ("Dates", _dates_apart(listing)),
        ("Our note", entry.to_confirm),
        ("Next check due", wording.next_check_due(listing) if listing.is_listed else ""),
    )
    return tuple(
        [
            Row(label=label, value=value, known=value is not wording.NOT_STATED)
            for label, value in facts
            if value
        ]
    )


def _dates_apart(listing: Listing) -> str:
    """What was said of dates, where that does not stand beside the dates themselves."""
    note = listing.entry.dates_note or ""
    said = wording.by_when(listing)
    return "" if said.lines and note in said.note else note


def _ended_words(listing: Listing) -> str:
    if listing.is_listed:
        return ""
    last = listing.entry.last_day
    if listing.status == "expired" and last:
        return f"This ended on {in_words(last)}."
    closed_on = listing.entry.closed_on
    return f"This closed on {in_words(closed_on)}." if closed_on else "This is closed."


def _moved_to(entry: Opportunity, catalogue: Catalogue) -> Source | None:
    for other in catalogue.opportunities if entry.moved_to else ():
        if other.slug == entry.moved_to:
            return Source(href=addresses.opportunity(other.slug), words=other.title)
    return None
