"""Known: what maintainers have looked at, the websites and the holds that they accept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.problems.messages import message_for
from catalogue.problems.problem import ERROR, HOLD, WARNING, Problem
from catalogue.problems.quoting import quoted
from catalogue.rules.checked_file import single_file
from catalogue.schema.tables import KNOWN
from catalogue.text.links import host_is_under, host_of, is_below

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from catalogue.problems.origin import Origin

KNOWN_FILE: Final = "data/known.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What maintainers have looked at: hosts, and problems that they accept."""

    hosts: tuple[str, ...]
    accepted: tuple[Mapping[str, str], ...]
    problems: list[Problem]
    origin: Origin


FOR_MAINTAINERS: Final = "leave this as it is: a maintainer takes the note out of this file"


def read_known(root: Path) -> Known:
    """What ``data/known.yaml`` says, as far as it could be read, and what is wrong with it."""
    facts = single_file(root, KNOWN_FILE, KNOWN)
    return Known(
        hosts=facts.values.get("hosts", ()),
        accepted=facts.values.get("accepted", ()),
        problems=facts.problems,
        origin=facts.origin,
    )


def after_acceptance(problems: Sequence[Problem], noted: Known) -> list[Problem]:
    """Holds that a maintainer has accepted are taken out; acceptances without a hold are named.

    An acceptance that names a twin holds for these two, whichever of them is told of the other.
    Of a file with mistakes it cannot be told what else it would be held for.
    """
    places = {
        (one["slug"], one["code"], one.get("twin", "")): f"accepted.{number}"
        for number, one in enumerate(noted.accepted)
        if one.keys() >= {"slug", "code"}
    }
    known = places.keys()
    kept: list[Problem] = []
    used: set[tuple[str, str, str]] = set()
    broken: set[str] = set()
    for problem in problems:
        slug = problem.path.rpartition("/")[2].partition(".")[0]
        if problem.severity == ERROR:
            broken.add(slug)
        code, twin = problem.code, problem.twin
        fitting = known & {(slug, code, ""), (slug, code, twin), (twin, code, slug)}
        if problem.severity == HOLD and fitting:
            used |= fitting
        else:
            kept.append(problem)
    for one in sorted(known - used):
        slug, code, twin = one
        if broken.isdisjoint({slug, twin}):
            beside = f" beside {twin}" if twin else ""
            message = f"{slug} no longer has the problem {quoted(code)}{beside}"
            name = "accepted-for-nothing"
            kept.append(noted.origin.problem(places[one], name, message, FOR_MAINTAINERS, WARNING))
    return kept


def known_hosts(
    places: Iterable[tuple[Origin, str, str]], known: Collection[str]
) -> Iterator[Problem]:
    """Every link leads to a host, or a place on one, that a maintainer has looked at."""
    for origin, name, address in places:
        host = host_of(address)
        if not host_is_under(host, known) and not is_below(address, known):
            shown = host or quoted(address)
            yield origin.problem(name, *message_for("unknown-host", host=shown), HOLD)
