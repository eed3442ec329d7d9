"""An alliance: the facts of its data file and the words of its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.problems.origin import Origin
    from catalogue.schema.checked import Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """One Cancer Alliance: the facts of its data file and the words of its page."""

    slug: str
    names: Mapping[str, Any]
    codes: Mapping[str, Any]
    region: Mapping[str, Any]
    icbs: Mapping[str, Any]
    trusts: Mapping[str, Any]
    area: Mapping[str, Any]
    population: Mapping[str, Any]
    contact: Mapping[str, Any]
    patch: Mapping[str, Any]
    checked: Checked
    involvement: Mapping[str, Any] = field(default_factory=dict)
    host: Mapping[str, Any] | None = None
    routes: tuple[Mapping[str, Any], ...] = ()
    patient_facts: tuple[Mapping[str, Any], ...] = ()
    doubts: tuple[str, ...] = ()
    summary: str = ""
    body: str = ""
    body_line: int = 1
    origin: Origin

    @property
    def name(self) -> str:
        """The full name."""
        return str(self.names["official"])

    @property
    def short_name(self) -> str:
        """The name of the area, as ONS lists it."""
        return str(self.names["short"])

    @property
    def ons_code(self) -> str:
        """The ONS code, such as E56000011."""
        return str(self.codes["ons_code"])
