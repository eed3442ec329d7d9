"""Trusts: which alliances a hospital trust belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geography.names.alphabetical_order import without_article

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """One hospital trust: its name, its code, and the slugs of its alliances, the best first."""

    name: str
    ods: str
    alliances: tuple[str, ...]


def trusts_from(by_place: Iterable[Trust], known: Iterable[Trust] = ()) -> tuple[Trust, ...]:
    """The trusts in alphabetical order.

    ``known`` are the trusts that alliances name as theirs. For the others the places of their
    hospitals decide. A name in ``hospitals.csv`` goes before one in ``known``.
    """
    trusts = {trust.ods: trust for trust in known}
    for trust in by_place:
        told = trusts[trust.ods].alliances if trust.ods in trusts else ()
        trusts[trust.ods] = replace(trust, alliances=told or trust.alliances)
    return tuple(sorted(trusts.values(), key=lambda one: (without_article(one.name), one.ods)))
