"""Link checker: one look at every link, website by website, resumable at any point."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.status import LISTED, status_on
from catalogue.text.links import host_of
from contributing.freshness.link_history import after
from contributing.freshness.page_fingerprint import (
    fingerprint_of_alliance,
    fingerprint_of_contacts,
    fingerprint_of_entry,
)
from contributing.freshness.web_client import TOO_MANY, answered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from catalogue.model.catalogue import Catalogue
    from contributing.freshness.link_history import LinkHistory
    from contributing.freshness.page_fingerprint import Trait
    from contributing.freshness.web_client import WebClient

AT_ONCE: Final = 6
"""Websites that are asked side by side; each is asked one thing at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkToCheck:
    """One link to look at, and what its page is looked at for."""

    address: str
    traits: tuple[Trait, ...]


def links_to_check(catalogue: Catalogue, today: date) -> tuple[LinkToCheck, ...]:
    """The links of everything that is listed, each once, with the traits of all that use it."""
    wanted: dict[str, dict[str, Trait]] = {}

    def add(address: str | None, traits: Iterable[Trait]) -> None:
        if address:
            wanted.setdefault(address, {}).update({trait.what: trait for trait in traits})

    for entry in catalogue.opportunities:
        if status_on(entry, today) in LISTED:
            for address in entry.sources:
                add(address, fingerprint_of_entry(entry))
            add(entry.apply.url if entry.apply else None, fingerprint_of_entry(entry)[:1])
    for alliance in catalogue.alliances.values():
        add(alliance.contact.get("website"), fingerprint_of_alliance(alliance))
        add(alliance.involvement.get("url"), fingerprint_of_alliance(alliance)[:1])
        for route in alliance.routes:
            add(route.get("url"), fingerprint_of_contacts(route))
    for helpline in catalogue.helplines:
        add(helpline.web, ())
    for body in catalogue.national_bodies:
        add(body.web, ())
    return tuple(
        LinkToCheck(address=address, traits=tuple(traits.values()))
        for address, traits in wanted.items()
    )


def is_online(catalogue: Catalogue, web: WebClient) -> bool:
    """Whether this machine can look up the name of at least one of a few alliances' websites.

    These are known to exist. Where none can be found, it is our connection that is broken, and not
    every link.
    """
    websites = [one.contact.get("website") for one in catalogue.alliances.values()]
    hosts = {host_of(website) for website in websites if website}
    for host in sorted(hosts)[:5]:
        try:
            if web.resolve(host):
                return True
        except OSError:
            continue
    return False


def check_links(
    links: Iterable[LinkToCheck],
    history: LinkHistory,
    web: WebClient,
    today: date,
    *,
    each: Callable[[str], None],
) -> None:
    """Look at every link that nobody has looked at today, and note in ``history`` what was found.

    ``each`` is called after every look, with the address, one call at a time.
    """
    by_host: dict[str, list[LinkToCheck]] = {}
    for link in links:
        known = history.get(link.address)
        if known is None or known.on != today:
            by_host.setdefault(host_of(link.address), []).append(link)
    turn = threading.Lock()
    stop = threading.Event()

    def visit(host: str) -> None:
        is_busy = False
        for link in by_host[host]:
            if stop.is_set():
                return
            if is_busy:
                answer = answered(TOO_MANY, link.address)
            else:
                answer = web.ask(link.address, read=bool(link.traits))
            is_busy = answer.is_busy
            with turn:
                old = history.get(link.address)
                history[link.address] = after(old, answer, link.traits, today)
                each(link.address)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for ended in [pool.submit(visit, host) for host in by_host]:
                ended.result()
        except BaseException:
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise


def forget_unused(history: LinkHistory, links: Iterable[LinkToCheck]) -> Mapping[str, object]:
    """Take out of the history what no entry links to any more; what was taken out."""
    used = {link.address for link in links}
    return {address: history.pop(address) for address in sorted(history.keys() - used)}
