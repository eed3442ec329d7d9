"""Rounds: one look at every link, website by website, resumable at any point."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.model.status import LISTED, status_on
from catalogue.text.links import host_of
from contributing.freshness.link_history import after
from contributing.freshness.page_fingerprint import clues_of_alliance, clues_of_entry
from contributing.freshness.web_client import TOO_MANY, UNSURE, Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from catalogue.model.catalogue_values import Catalogue
    from contributing.freshness.link_history import Memory
    from contributing.freshness.page_fingerprint import Clue
    from contributing.freshness.web_client import Web

AT_ONCE: Final = 6
"""Websites that are asked side by side; each is asked one thing at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One link to look at, and what its page is looked at for."""

    address: str
    clues: tuple[Clue, ...]


def errands_for(catalogue: Catalogue, today: date) -> tuple[Errand, ...]:
    """The links of everything that is listed, each once, with the clues of all that use it."""
    wanted: dict[str, dict[str, Clue]] = {}

    def add(address: str | None, clues: Iterable[Clue]) -> None:
        if address:
            wanted.setdefault(address, {}).update({clue.what: clue for clue in clues})

    for entry in catalogue.opportunities:
        if status_on(entry, today) in LISTED:
            for address in entry.sources:
                add(address, clues_of_entry(entry))
            add(entry.apply.url if entry.apply else None, clues_of_entry(entry)[:1])
    for alliance in catalogue.alliances.values():
        add(alliance.contact.get("website"), clues_of_alliance(alliance))
        add(alliance.involvement.get("url"), clues_of_alliance(alliance)[:1])
    return tuple(
        Errand(address=address, clues=tuple(clues.values())) for address, clues in wanted.items()
    )


def is_online(catalogue: Catalogue, web: Web) -> bool:
    """Whether any of a few websites that exist has an address: else it is our own line."""
    hosts = {host_of(one.contact["website"]) for one in catalogue.alliances.values()
             if "website" in one.contact}  # fmt: skip
    for host in sorted(hosts)[:5]:
        try:
            if web.resolve(host):
                return True
        except OSError:
            continue
    return False


def run_round(
    errands: Iterable[Errand],
    memory: Memory,
    web: Web,
    today: date,
    *,
    each: Callable[[str], None],
) -> None:
    """Look at every link that nobody has looked at today, and note in ``memory`` what was found.

    ``each`` is called after every look, with the address, one call at a time.
    """
    by_host: dict[str, list[Errand]] = {}
    for errand in errands:
        known = memory.get(errand.address)
        if known is None or known.on != today:
            by_host.setdefault(host_of(errand.address), []).append(errand)
    turn = threading.Lock()
    stop = threading.Event()

    def visit(host: str) -> None:
        is_busy = False
        for errand in by_host[host]:
            if stop.is_set():
                return
            if is_busy:
                answer = Answer(
                    outcome=UNSURE, reason=f"it answered {TOO_MANY}", address=errand.address
                )
            else:
                answer = web.ask(errand.address, read=bool(errand.clues))
            is_busy = answer.reason == f"it answered {TOO_MANY}"
            with turn:
                old = memory.get(errand.address)
                memory[errand.address] = after(old, answer, errand.clues, today)
                each(errand.address)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for ended in [pool.submit(visit, host) for host in by_host]:
                ended.result()
        except BaseException:
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise


def forget_unused(memory: Memory, errands: Iterable[Errand]) -> Mapping[str, object]:
    """Take out of the memory what no entry links to any more; what was taken out."""
    used = {errand.address for errand in errands}
    return {address: memory.pop(address) for address in sorted(memory.keys() - used)}
