"""The catalogue: everything the site is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.schema.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.model.alliance import Alliance
    from catalogue.model.helpline import Helpline
    from catalogue.model.national_body import NationalBody
    from catalogue.model.opportunity import Opportunity
    from catalogue.model.payment import Payment
    from catalogue.schema.facts import Fact
    from catalogue.schema.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything the site is made of; ``entry_class`` declares what an opportunity may say."""

    alliances: Mapping[str, Alliance]
    opportunities: tuple[Opportunity, ...]
    vocabularies: Mapping[str, Vocabulary]
    words: tuple[Mapping[str, Any], ...]
    helplines: tuple[Helpline, ...] = ()
    national_bodies: tuple[NationalBody, ...] = ()
    payments: tuple[Payment, ...] = ()
    entry_class: type[Opportunity]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What an opportunity may say."""
        return facts_of(self.entry_class)
