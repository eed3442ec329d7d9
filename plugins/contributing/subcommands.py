"""What each command does: reads and writes files, and leaves the thinking to the other modules."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalogue.loader import load
from catalogue.model.evidence import MONTHS_CONFIRMED
from catalogue.problems.problem import stops_publication
from catalogue.problems.quoting import visible
from catalogue.problems.report import PRINTERS, as_text, problem_text
from catalogue.rules.settings_file import read_settings
from catalogue.schema.dates import in_words, months_later
from contributing.editor import editor_files
from contributing.entry_file.entry_types import ALLIANCE_PAGE_TYPE, ALLIANCE_TYPE, opportunity_type
from contributing.entry_file.existing_entries import existing_entries
from contributing.freshness.asking_order import FILE as ASKING_ORDER
from contributing.freshness.asking_order import asking_order
from contributing.freshness.confirmation import (
    changes_told,
    confirmed_entry,
    day_told,
    slugs_named,
)
from contributing.freshness.due import due_entries, issue_text
from contributing.freshness.letters import letter_to
from contributing.freshness.link_checker import (
    check_links,
    forget_unused,
    is_online,
    links_to_check,
)
from contributing.freshness.link_history import load_history, save_history
from contributing.freshness.organisers import organisers_to_ask
from contributing.freshness.web_client import WebClient
from contributing.issue_forms.event import PullRequestEvent, issue_event, pull_request_event
from contributing.issue_forms.forms import form_text, forms_for
from contributing.issue_forms.intake import proposal_for
from contributing.issue_forms.reply import reply_to
from contributing.mending import mended_files
from contributing.new_entry.dialogue import Dialogue, Stopped
from contributing.review.review_page import as_html, as_markdown, review_of
from project.failures import COULD_NOT_RUN
from project.files import write_file
from project.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from typing import TextIO

    from catalogue.model.catalogue import Catalogue
    from catalogue.problems.problem import Problem
    from contributing.freshness.confirmation import ConfirmedEntry
    from contributing.freshness.link_history import LinkHistory

CLEAN, WRONG = 0, 1
HISTORY: Final = "links.json"
LETTERS: Final = "letters"
AGENT: Final = "YourSayInCancerCare-links/1.0"
LINES_IN_A_LOG: Final = 10
MOST_OF_AN_ADDRESS: Final = 40


def new(root: Path, today: date, options: Namespace) -> int:
    """Ask for a new entry, write its file, and say what the check makes of it."""
    existing = existing_entries(root, today)
    is_alliance = options.what == ALLIANCE_TYPE.name
    entry_type = ALLIANCE_TYPE if is_alliance else opportunity_type(existing.catalogue.facts)
    dialogue = Dialogue(entry_type=entry_type, existing=existing, ask=input, say=_say)
    try:
        finished = dialogue.run()
        texts = {entry_type.path_of(finished.slug): entry_type.text_of(finished.values)}
        if is_alliance:
            texts[ALLIANCE_PAGE_TYPE.path_of(finished.slug)] = _alliance_page(dialogue)
    except Stopped:
        _say("Nothing was written.")
        return WRONG
    except EOFError:
        _say("\nThe answers ended before the questions did. Nothing was written.")
        return COULD_NOT_RUN
    for path in texts:
        if (root / path).exists():
            raise FileExistsError(f"there is a file {path} already. Nothing was written.")
    for path, text in texts.items():
        write_file(root / path, text)
        _say(f"Written: {path}")
    loaded = load(root, today)
    found = [problem for problem in loaded.problems if problem.path in texts]
    if found:
        _say(as_text(found, len(texts), loaded.settings.help_at))
    _say("Now look at it with: python3 tasks.py serve")
    _say("CONTRIBUTING.md says how to send it.")
    return CLEAN


def fix(root: Path, today: date, options: Namespace) -> int:
    """Mend what needs no guess, show each change, then check everything."""
    files = list(mended_files(existing_entries(root, today)))
    for file in files:
        _say(file.diff)
        write_file(root / file.path, file.after)
    if files:
        mended = f"{counted(len(files), 'file')} mended."
        _say(f"{mended} Lines with - are as they were, lines with + are as they are now.\n")
    else:
        _say("There is nothing that a machine can mend.\n")
    loaded = load(root, today)
    _say(PRINTERS[options.format](loaded.problems, loaded.checked, loaded.settings.help_at))
    return WRONG if any(map(stops_publication, loaded.problems)) else CLEAN


def forms(root: Path, today: date, options: Namespace) -> int:
    """Write the forms of GitHub anew from the questions and the vocabularies."""
    catalogue = load(root, today).catalogue
    for form in forms_for(catalogue).values():
        write_file(root / form.path, form_text(form))
        _say(f"Written: {form.path}")
    return CLEAN


def editor(root: Path, today: date, options: Namespace) -> int:
    """Write the files for VS Code anew from the tables and the vocabularies."""
    for path, text in editor_files(load(root, today).catalogue).items():
        write_file(root / path, text)
        _say(f"Written: {path}")
    return CLEAN


def issue_report(root: Path, today: date, options: Namespace) -> int:
    """Write the reply to an issue; none where the issue is none of our forms."""
    event = issue_event(Path(options.event))
    existing = existing_entries(root, today)
    proposal = proposal_for(event.body, existing)
    ours = {form.label for form in forms_for(existing.catalogue).values()}
    if proposal is None and not event.labels & ours:
        _say("This issue is none of our forms. Nothing to reply.")
        return CLEAN
    changed_after = event.is_approved and event.action == "edited"
    text = reply_to(proposal, existing, is_approved=changed_after)
    write_file(Path(options.out), text)
    return CLEAN


def issue_to_file(root: Path, today: date, options: Namespace) -> int:
    """Write the one file that an approved form becomes, below the folder that was asked for."""
    event = issue_event(Path(options.event))
    proposal = proposal_for(event.body, existing_entries(root, today))
    if proposal is None or not proposal.is_ready:
        _say("No file can be made from this issue. The reply under it says what is needed.")
        return WRONG
    write_file(Path(options.out) / proposal.path, proposal.text)
    _say(f"Written: {proposal.path}")
    return CLEAN


def report(root: Path, today: date, options: Namespace) -> int:
    """Write what a reviewer needs to know of a change, as one page and as a job summary."""
    asked = pull_request_event(Path(options.event)) if options.event else PullRequestEvent()
    review = review_of(
        root,
        today,
        options.base,
        is_newcomer=asked.is_newcomer,
        editor=asked.editor,
        help_at=read_settings(root).settings.help_at,
    )
    write_file(Path(options.out), as_html(review))
    if options.summary:
        with Path(options.summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(as_markdown(review))
    _say(f"{review.summary} Written: {options.out}")
    return CLEAN if review.may_pass else WRONG


def fresh(root: Path, today: date, options: Namespace) -> int:
    """Look at every link once, and write what a person has to look at."""
    loaded = load(root, today)
    catalogue, settings = loaded.catalogue, loaded.settings
    out = Path(options.out)
    history = load_history(out / HISTORY)
    if options.links:
        web = WebClient(agent=f"{AGENT} (+{settings.address})" if settings.address else AGENT)
        if not is_online(catalogue, web):
            _say("None of the websites can be found. Is this machine online? Nothing was written.")
            return COULD_NOT_RUN
        _check_links(catalogue, history, web, today, out / HISTORY)
    found = due_entries(catalogue, history, today)
    write_file(out / "issue.md", issue_text(found, settings.repository))
    if options.letters:
        organisers = organisers_to_ask(catalogue, today)
        for one in organisers:
            words = letter_to(one, catalogue, today, settings)
            write_file(out / LETTERS / f"{one.file}.txt", words)
        table = asking_order(organisers, catalogue.vocabularies, today)
        write_file(out / LETTERS / ASKING_ORDER, table)
    _say(f"{counted(found.number, 'entry', 'entries')} to look at. Written: {out}/")
    return CLEAN


def confirmed(root: Path, today: date, options: Namespace) -> int:
    """Write what an organiser told us into the files of their entries, or into none of them."""
    existing = existing_entries(root, today)
    slugs = slugs_named(options.slugs, existing)
    day = day_told(options.on, today)
    changes = changes_told(day, options.set, ended=options.ended, facts=existing.catalogue.facts)
    entries = [confirmed_entry(slug, changes, existing) for slug in slugs]
    found = [problem for entry in entries for problem in entry.problems]
    if any(entry.is_refused for entry in entries):
        _say("Nothing was written. The check says of the files as they would be:")
        _say(as_text(found, len(entries), read_settings(root).settings.help_at))
        if any(problem.code == "not-a-list" for problem in found):
            _say('In this command a list stands in brackets: --set "who_for=[patients, carers]"')
        return WRONG
    for entry in entries:
        _say(entry.file.diff or f"{entry.file.path} says this already.")
        write_file(root / entry.file.path, entry.file.after)
    _say("\n".join(_told_of(entries, found, day, today)))
    return CLEAN


def _told_of(
    entries: Sequence[ConfirmedEntry], found: Sequence[Problem], day: date, today: date
) -> Iterator[str]:
    """What there is to know once the files are written."""
    yield ""
    yield f"{counted(len(entries), 'entry', 'entries')} confirmed on {in_words(day)}."
    if months_later(day, MONTHS_CONFIRMED) < today:
        yield f"That was more than {MONTHS_CONFIRMED} months ago, so it does not count any more."
    for entry in entries:
        if entry.doubt:
            yield f"{entry.slug} keeps its doubt: {visible(entry.doubt)}"
    if any(entry.doubt for entry in entries):
        yield "Has the organiser settled a doubt? Then run this again with --set to_confirm="
    yield from (problem_text(problem) for problem in found)
    yield "Now run: python3 tasks.py check"


def _check_links(
    catalogue: Catalogue, history: LinkHistory, web: WebClient, today: date, file: Path
) -> None:
    """One round over the links. What was found is on disk after each one."""
    links = links_to_check(catalogue, today)
    forget_unused(history, links)
    known = {link.address for link in links}
    waiting = sum(1 for one in known if one not in history or history[one].on != today)
    with counting(waiting, sys.stderr) as count:

        def note(address: str) -> None:
            save_history(file, history)
            count(address)

        check_links(links, history, web, today, each=note)
    save_history(file, history)


@contextmanager
def counting(total: int, stream: TextIO) -> Iterator[Callable[[str], None]]:
    """Counts addresses: as a bar in a terminal, and with a line now and then in a log."""
    # No other command draws a bar, and to load rich takes longer than most of them.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(file=stream)
    columns = (
        BarColumn(),
        MofNCompleteColumn(separator=" of "),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)

        def count(address: str) -> None:
            progress.update(task, advance=1, description=visible(address)[:MOST_OF_AN_ADDRESS])
            done = int(progress.tasks[0].completed)
            is_time = done == total or done % -(-total // LINES_IN_A_LOG) == 0
            if is_time and not console.is_terminal:
                stream.write(f"{done} of {total}\n")

        yield count


def _alliance_page(dialogue: Dialogue) -> str:
    """The words of a new alliance's page: its name, and one sentence that is asked for."""
    names = dialogue.answers["names"]
    assert isinstance(names, dict)
    page = Dialogue(
        entry_type=ALLIANCE_PAGE_TYPE,
        existing=dialogue.existing,
        ask=dialogue.ask,
        say=dialogue.say,
        answers={"title": names["official"]},
    )
    page.ask_required()
    return ALLIANCE_PAGE_TYPE.text_of(page.answers)


def _say(text: str) -> None:
    """Show words at once, also into a pipe."""
    print(text, flush=True, file=sys.stdout)
