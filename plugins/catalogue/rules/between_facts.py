"""Rules between facts: what has to hold between what one file says of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from catalogue.problems.messages import message_for
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.schema.dates import as_day, in_words
from catalogue.schema.field_types import Closing
from project.addresses import DEVICE_NAMES, RESERVED_SLUGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from catalogue.model.alliance import Alliance
    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem
    from catalogue.schema.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file says of one opportunity, as far as it could be read.

    Rules look at values and not at a whole entry, so that one wrong value hides no other problem.
    """

    slug: str
    values: Mapping[str, Any]
    origin: Origin


def deadline_after_opening(facts: Facts, _today: date) -> Iterator[Problem]:
    """A deadline is not before the opening date."""
    opens, closes = facts.values.get("opens"), facts.values.get("deadline", Closing()).day
    if opens and closes and closes < opens:
        yield facts.origin.problem(
            "deadline",
            *message_for(
                "deadline-before-opening",
                closes=in_words(closes),
                opens=in_words(opens),
            ),
        )


def checked_not_in_future(facts: Facts, today: date) -> Iterator[Problem]:
    """Nobody has checked an entry on a day that has not come."""
    day = facts.values.get("checked", {}).get("on")
    if day:
        yield from check_date_problems(day, facts.origin, today)


def check_date_problems(day: date, origin: Origin, today: date) -> Iterator[Problem]:
    """A check is not dated after today."""
    if day > today:
        yield origin.problem(
            "checked.on",
            *message_for("checked-in-future", day=in_words(day), today=today.isoformat()),
        )


def page_not_newer_than_check(facts: Facts, _today: date) -> Iterator[Problem]:
    """A page that was read is not dated after the day on which it was read."""
    checked = facts.values.get("checked", {})
    page, day = checked.get("page_date"), checked.get("on")
    if page and day and page > day.isoformat()[: len(page)]:
        yield facts.origin.problem(
            "checked.page_date", *message_for("page-newer-than-check", page=page, day=in_words(day))
        )


def sessions_end_after_start(facts: Facts, _today: date) -> Iterator[Problem]:
    """A meeting does not end before it starts."""
    for number, session in enumerate(facts.values.get("sessions", ())):
        starts, ends = session.get("starts"), session.get("ends")
        if starts and ends and _is_before(ends, starts):
            yield facts.origin.problem(
                f"sessions.{number}", *message_for("session-ends-first", starts=in_words(starts))
            )


def _is_before(one: date, other: date) -> bool:
    """Whether a moment is before another; only their days count unless both have a time."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return as_day(one) < as_day(other)


def dated_entry_can_be_followed(facts: Facts, _today: date) -> Iterator[Problem]:
    """Somebody who wants to join before a deadline finds a way to do so."""
    closes = facts.values.get("deadline", Closing()).day
    written = facts.origin.places
    if closes and "apply" not in written and "sources" not in written:
        yield facts.origin.problem("deadline", *message_for("no-way-to-apply"))


def paid_costs_are_no_unpaid_work(facts: Facts, _today: date) -> Iterator[Problem]:
    """Costs that are paid do not stand beside a payment that says nobody is paid anything."""
    payment = facts.values.get("payment")
    if facts.values.get("expenses") and payment and payment.code == "unpaid":
        yield facts.origin.problem("expenses", *message_for("expenses-but-unpaid"))


def any_stands_alone(facts: Facts, _today: date) -> Iterator[Problem]:
    """``any`` does not stand beside a particular type or stage."""
    for name in ("cancer_types", "stages"):
        codes = [term.code for term in facts.values.get(name, ())]
        if len(codes) > 1 and "any" in codes:
            yield facts.origin.problem(name, *message_for("any-and-more", name=name))


def slug_is_free(facts: Facts, _today: date) -> Iterator[Problem]:
    """No entry takes the address of one of our own lists, nor a name that Windows keeps."""
    if facts.slug in RESERVED_SLUGS:
        yield facts.origin.problem(
            "",
            "reserved-name",
            f"the file name {quoted(facts.slug)} is the address of one of our own pages",
            f"rename the file, for example to {facts.slug}-group.md",
        )
    if facts.slug in DEVICE_NAMES:
        yield facts.origin.problem(
            "",
            "reserved-name",
            f"Windows keeps the file name {quoted(facts.slug)} for itself",
            f"rename the file, for example to {facts.slug}-group.md",
        )


ENTRY_RULES: Final[tuple[Callable[[Facts, date], Iterator[Problem]], ...]] = (
    deadline_after_opening,
    checked_not_in_future,
    page_not_newer_than_check,
    sessions_end_after_start,
    dated_entry_can_be_followed,
    paid_costs_are_no_unpaid_work,
    any_stands_alone,
    slug_is_free,
)


def entry_problems(facts: Facts, today: date) -> Iterator[Problem]:
    """Whatever does not hold between the facts of one entry."""
    for rule in ENTRY_RULES:
        yield from rule(facts, today)


def alliance_problems(
    alliance: Alliance, vocabularies: Mapping[str, Vocabulary], today: date
) -> Iterator[Problem]:
    """Whatever does not hold between the facts of one alliance."""
    known_motifs, known_colours = vocabularies["motifs"].terms, vocabularies["colours"].terms
    yield from check_date_problems(alliance.checked.on, alliance.origin, today)
    motif, colours = alliance.patch["motif"], alliance.patch["colours"]
    if motif not in known_motifs:
        yield alliance.origin.problem(
            "patch.motif",
            "unknown-term",
            f"{quoted(motif)} is not a picture we have",
            f"{did_you_mean(motif, known_motifs)}Allowed: {', '.join(sorted(known_motifs))}",
        )
    for number, colour in enumerate(colours):
        if colour not in known_colours:
            yield alliance.origin.problem(
                f"patch.colours.{number}",
                "unknown-term",
                f"{quoted(colour)} is not a colour of the quilt",
                f"{did_you_mean(colour, known_colours)}Allowed: {', '.join(sorted(known_colours))}",
            )
