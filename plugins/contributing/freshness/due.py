"""Due: what a person has to look at again, in one list that is replaced each week.

Nothing is changed, closed or deleted here. A machine only says what it saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from catalogue.model.evidence import (
    MONTHS_CONFIRMED,
    confirmed_until,
    is_confirmed,
    is_confirming,
)
from catalogue.model.status import LISTED, status_on
from catalogue.model.wording import ANYWHERE, evidence
from catalogue.rules.file_layout import ALLIANCES, OPPORTUNITIES
from catalogue.rules.page_facts.page_facts_files import HELPLINES, NATIONS, PAYMENTS
from catalogue.schema.dates import first_day_of_part, in_words, months_later, part_in_words
from catalogue.text.links import host_of
from contributing import markdown_quoting
from contributing.freshness.web_client import PRIVATE, UNSURE
from project.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from catalogue.model.alliance import Alliance
    from catalogue.model.catalogue import Catalogue
    from catalogue.model.opportunity import Opportunity
    from catalogue.schema.checked import Checked
    from contributing.freshness.link_history import LinkHistory, LinkState

MOST_CHARACTERS: Final = 60_000
"""GitHub takes the text of an issue up to 65,536 characters."""

ASK_AFTER: Final = timedelta(days=30)
ASK_UNTIL: Final = timedelta(days=400)
"""For what came of an entry is asked so long after its end, and not for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """An entry to look at: its file, its title, and why."""

    path: str
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntries:
    """Everything to look at, under the name of each area, and links that could not be asked."""

    today: date
    groups: Mapping[str, tuple[DueEntry, ...]]
    unsure: Mapping[str, str]

    @property
    def number(self) -> int:
        """How many entries there are to look at."""
        return len({(one.path, one.title) for group in self.groups.values() for one in group})


def due_entries(catalogue: Catalogue, history: LinkHistory, today: date) -> DueEntries:
    """What a person has to look at on a day."""
    groups: dict[str, list[DueEntry]] = {}
    names = sorted(catalogue.alliances.values(), key=lambda one: one.short_name)
    for alliance in names:
        groups[alliance.short_name] = list(_due_alliance(alliance, history, today))
    groups[ANYWHERE] = []
    for entry in catalogue.opportunities:
        reasons = tuple(_reasons(entry, history, today))
        if reasons:
            groups[_home(entry, catalogue)].append(
                DueEntry(path=entry.origin.path, title=entry.title, reasons=reasons)
            )
    groups.update(_due_page_facts(catalogue, history, today))
    unsure = {
        address: seen.reason for address, seen in sorted(history.items()) if seen.outcome == UNSURE
    }
    return DueEntries(
        today=today,
        groups={name: tuple(group) for name, group in groups.items() if group},
        unsure=unsure,
    )


def _due_page_facts(
    catalogue: Catalogue, history: LinkHistory, today: date
) -> Iterator[tuple[str, list[DueEntry]]]:
    """The helplines, bodies of other nations and payments to look at, under what they are."""
    helplines = [(one.name, one.last_known, one.web) for one in catalogue.helplines]
    bodies = [(one.name, one.last_known, one.web) for one in catalogue.national_bodies]
    payments = [(one.task, one.last_known, None) for one in catalogue.payments]
    yield "Helplines", list(_due_rows(HELPLINES.path, helplines, history, today))
    yield "Other nations", list(_due_rows(NATIONS.path, bodies, history, today))
    yield "Payments", list(_due_rows(PAYMENTS.path, payments, history, today))


def _due_rows(
    path: str,
    rows: Sequence[tuple[str, str | None, str | None]],
    history: LinkHistory,
    today: date,
) -> Iterator[DueEntry]:
    """The rows of a file to look at; of each its name, when it was last known, and its website."""
    for name, known, web in rows:
        reasons: list[str] = []
        if is_old(known, today):
            reasons.append(
                f"its newest date is {part_in_words(known)}" if known else "it has no date"
            )
        if web and (seen := history.get(web)):
            reasons += _reasons_at(web, seen)
        if reasons:
            yield DueEntry(path=path, title=name, reasons=tuple(reasons))


def is_old(known: str | None, today: date) -> bool:
    """Whether no date is known on which something was right, or only one long past.

    Of a year or a month its first day counts.
    """
    if known is None:
        return True
    return months_later(first_day_of_part(known), MONTHS_CONFIRMED) < today


def _home(entry: Opportunity, catalogue: Catalogue) -> str:
    """The area under which an entry stands: its first one."""
    known = [slug for slug in entry.alliances.slugs if slug in catalogue.alliances]
    return catalogue.alliances[known[0]].short_name if known else ANYWHERE


def _reasons(entry: Opportunity, history: LinkHistory, today: date) -> Iterator[str]:
    status = status_on(entry, today)
    if status not in LISTED:
        if end := ended_without_outcome(entry, today):
            yield f"it ended on {in_words(end)}: what came of it?"
        return
    if not is_confirmed(entry.checked, today):
        yield _not_confirmed(entry.checked)
    own = [entry.apply.url] if entry.apply and entry.apply.url else []
    for address in dict.fromkeys([*own, *entry.sources]):
        if seen := history.get(address):
            yield from _reasons_at(address, seen)


def _not_confirmed(checked: Checked) -> str:
    if is_confirming(checked):
        return f"it was confirmed until {in_words(confirmed_until(checked))}"
    return f"nobody has confirmed it yet. {evidence(checked)}"


def ended_without_outcome(entry: Opportunity, today: date) -> date | None:
    """The day on which an entry ended, while it is time to ask what came of it."""
    end = entry.closed_on or entry.last_day
    if end is None or entry.outcome or entry.moved_to:
        return None
    return end if ASK_AFTER <= today - end <= ASK_UNTIL else None


def _due_alliance(alliance: Alliance, history: LinkHistory, today: date) -> Iterator[DueEntry]:
    reasons: list[str] = []
    due = months_later(alliance.checked.on, MONTHS_CONFIRMED)
    if due <= today:
        reasons.append(f"it was due for a look on {in_words(due)}")
    routes = (route.get("url") for route in alliance.routes)
    pages = (alliance.contact.get("website"), alliance.involvement.get("url"), *routes)
    for address in dict.fromkeys(pages):
        if address and (seen := history.get(address)):
            reasons += _reasons_at(address, seen)
    if reasons:
        yield DueEntry(
            path=f"{ALLIANCES}/{alliance.slug}.yaml", title=alliance.name, reasons=tuple(reasons)
        )


def _reasons_at(address: str, seen: LinkState) -> Iterator[str]:
    """What was seen at a link that a person has to look at."""
    if seen.outcome == PRIVATE:
        yield f"{address} leads to a private network: take it out"
    elif seen.is_broken:
        since = seen.failed_since
        assert since is not None
        yield f"{address} leads nowhere since {in_words(since)} ({seen.reason})"
    if seen.host and _bare(seen.host) != _bare(host_of(address)):
        title = f", to a page called '{seen.title}'" if seen.title else ""
        yield f"{address} now leads to another website, {seen.host}{title}"
    for what in seen.lost:
        yield f"{address} no longer holds {what}"


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def issue_text(due: DueEntries, repository: str) -> str:
    """The text of the standing issue: one list, grouped by alliance, with what to do beside each.

    ``repository`` is its web address; without one there are no links to press.
    """
    head = [
        f"{counted(due.number, 'entry', 'entries')} to look at on "
        f"{in_words(due.today)}. This text is replaced each week. "
        "Nothing is closed or deleted by a machine.",
        "",
        "Open the page behind the link first. Then press what fits: **still right**, **change** "
        "(a fact is wrong), or **closed or gone**.",
    ]
    lines: list[str] = []
    for name, group in due.groups.items():
        lines += ["", f"## {markdown_quoting.in_words(name)}", ""]
        for one in group:
            lines.append(f"- **{markdown_quoting.in_words(one.title)}** {_deeds(one, repository)}")
            lines += [f"  - {_reason(reason)}" for reason in one.reasons]
    if due.unsure:
        lines += ["", "<details><summary>", ""]
        number = counted(len(due.unsure), "link")
        lines += [f"We could not look at {number} this week.", "", "</summary>", ""]
        lines += [
            f"- {markdown_quoting.in_code(address)} {markdown_quoting.in_words(reason)}"
            for address, reason in due.unsure.items()
        ]
        lines += ["", "</details>"]
    return _cut(head, lines)


def _reason(reason: str) -> str:
    """A reason with its address as code, so that GitHub makes no link of it."""
    return " ".join(map(_word, reason.split(" ")))


def _word(word: str) -> str:
    is_address = word.startswith("https://")
    return markdown_quoting.in_code(word) if is_address else markdown_quoting.in_words(word)


def _deeds(entry: DueEntry, repository: str) -> str:
    if not repository:
        return markdown_quoting.in_code(entry.path)
    edit = f"[change]({repository}/edit/main/{quote(entry.path)})"
    if not entry.path.startswith(f"{OPPORTUNITIES}/"):
        return edit
    slug = entry.path.removeprefix(f"{OPPORTUNITIES}/").removesuffix(".md")
    form = f"{repository}/issues/new?entry={quote(slug)}&template="
    return (
        f"[still right]({form}still-right.yml) · {edit} · "
        f"[closed or gone]({form}closed-or-gone.yml)"
    )


def _cut(head: list[str], lines: list[str]) -> str:
    """Whole lines as far as GitHub takes them, with word of what was left out."""
    kept: list[str] = []
    room = MOST_CHARACTERS - sum(len(line) + 1 for line in head) - 200
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            kept += ["", "There is more: the download of this round holds all of it."]
            break
        kept.append(line)
    return "\n".join([*head, *kept]) + "\n"
