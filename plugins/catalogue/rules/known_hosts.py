"""Known hosts: every link leads to a website that a maintainer has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.problems.messages import message_for
from catalogue.problems.problem import HOLD
from catalogue.problems.quoting import quoted
from catalogue.text.links import host_is_under, host_of, is_below

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem


def known_hosts(
    places: Iterable[tuple[Origin, str, str]], known: Collection[str]
) -> Iterator[Problem]:
    """Every link leads to a host, or a place on one, that a maintainer has looked at."""
    for origin, name, address in places:
        host = host_of(address)
        if not host_is_under(host, known) and not is_below(address, known):
            shown = host or quoted(address)
            yield origin.problem(name, *message_for("unknown-host", host=shown), HOLD)
