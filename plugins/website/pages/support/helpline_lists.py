"""Helplines by what they are for, as the page /support/ and the printed sheets show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.helpline import EMERGENCY, URGENT
from catalogue.schema.dates import part_in_words
from website.cards.rows import Signpost, Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalogue.model.catalogue import Catalogue
    from catalogue.model.helpline import Helpline

COMPLAINTS: Final = "complaints"
# Everybody knows these two, so nobody is told how old they are.
KNOWN_TO_ALL: Final = frozenset({EMERGENCY, "111"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A number to press; ``icon`` shows whether it is called or written to."""

    words: str
    href: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelplineView:
    """Somebody to talk to: whom to call, when, and how old the number is."""

    name: str
    web: str
    call: Call
    who_for: str
    hours: str
    details: str
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelplineGroup:
    """The helplines of one sort: those with a number, and those that are links."""

    name: str
    title: str
    numbers: tuple[HelplineView, ...]
    links: tuple[Signpost, ...]


NOBODY: Final = HelplineGroup(name="", title="", numbers=(), links=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where what is said of one helpline comes from."""

    name: str
    known: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPage:
    """What /support/ shows of the helplines: those who help at once come first."""

    urgent: HelplineGroup
    groups: tuple[HelplineGroup, ...]
    link_groups: tuple[HelplineGroup, ...]
    complaints: HelplineGroup
    provenance: tuple[Provenance, ...]


def support_page(catalogue: Catalogue) -> SupportPage:
    """The helplines of the catalogue, by what they are for."""
    groups = {
        term.code: _group(term.address_part, term.label, _of_group(catalogue, term.code))
        for term in catalogue.vocabularies["helpline_groups"]
    }
    urgent, complaints = groups.pop(URGENT, NOBODY), groups.pop(COMPLAINTS, NOBODY)
    return SupportPage(
        urgent=urgent,
        groups=tuple(group for group in groups.values() if group.numbers),
        link_groups=tuple(group for group in groups.values() if group.links and not group.numbers),
        complaints=complaints,
        provenance=tuple(map(_provenance, catalogue.helplines)),
    )


def urgent_calls(helplines: Iterable[Helpline]) -> tuple[HelplineView, ...]:
    """Those who help at once, in their order."""
    return tuple(_view(one) for one in helplines if one.is_urgent and one.call_href)


def _of_group(catalogue: Catalogue, code: str) -> list[Helpline]:
    return [one for one in catalogue.helplines if one.group.code == code]


def _group(name: str, title: str, helplines: Sequence[Helpline]) -> HelplineGroup:
    return HelplineGroup(
        name=name,
        title=title,
        numbers=tuple(_view(one) for one in helplines if one.call_href),
        links=tuple(
            Signpost(name=one.name, what=one.who_for, href=one.web)
            for one in helplines
            if one.web and not one.call_href
        ),
    )


def _view(helpline: Helpline) -> HelplineView:
    icon = "phone" if helpline.phone else "bubble"
    call = Call(words=helpline.call_words, href=helpline.call_href, icon=icon)
    told = (helpline.text_relay, helpline.languages)
    return HelplineView(
        name=helpline.name,
        web=helpline.web or "",
        call=call,
        who_for=helpline.who_for,
        hours=helpline.hours or "",
        details=" ".join(one for one in told if one),
        age=_age(helpline),
    )


def _age(helpline: Helpline) -> str:
    """How old the number is, in words; nothing for those that everybody knows."""
    if helpline.phone in KNOWN_TO_ALL:
        return ""
    what = "Number and hours" if helpline.hours else "Number"
    return f"{what} from {known_words(helpline)}."


def known_words(helpline: Helpline) -> str:
    """The newest date on which a source had it, in words; empty where none is known."""
    return helpline.page_age or part_in_words(helpline.last_known or "")


def _provenance(helpline: Helpline) -> Provenance:
    return Provenance(
        name=helpline.name, known=known_words(helpline), sources=sources(helpline.sources)
    )
