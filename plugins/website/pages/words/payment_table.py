"""The table of what people were really offered, on the guide to pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from website.cards.rows import Source, sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.model.payment import Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRow:
    """What people did, what they were offered, how old that is, and where it stands."""

    task: str
    offered: str
    when: str
    sources: tuple[Source, ...]


def payment_table(payments: Iterable[Payment]) -> tuple[PaymentRow, ...]:
    """The payments in the order of their file."""
    return tuple(
        PaymentRow(task=one.task, offered=one.offered, when=one.when, sources=sources(one.sources))
        for one in payments
    )
