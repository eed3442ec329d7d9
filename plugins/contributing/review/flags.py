"""Flags: what a reviewer has to look at before anything else in a pull request.

A flag asks a person to look. Only a few kinds of file are refused outright, because they
change what everybody else sees of the change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import WARNING
from catalogue.rules.file_layout import ALLIANCE_PAGES, ALLIANCES, OPPORTUNITIES, PAGES
from catalogue.rules.known import KNOWN_FILE
from catalogue.text.links import host_is_under, host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalogue.problems.problem import Problem
    from contributing.review.comparison import EntryChange
    from contributing.review.repository import FileChange

REJECT: Final = "reject"
HOLD: Final = "hold"
NOTE: Final = "note"
SEVERITIES: Final = (REJECT, HOLD, NOTE)

MOST_DELETED: Final = 5
MOST_ADDED: Final = 5
MOST_LOOKED_AT: Final = 5
"""Entries whose date of a look may move in one change: a person opens a page for each."""
_ENTRIES: Final = (f"{OPPORTUNITIES}/", f"{ALLIANCES}/", f"{ALLIANCE_PAGES}/")
_WORDS: Final = ("content/", "data/")
_DOCUMENTS: Final = re.compile(r"docs/.*|[A-Z_]+(?:\.md)?|LICENSE.*")
_HIDERS: Final = re.compile(
    r"(?:.*/)?(?:\.gitattributes|\.gitmodules|\.mailmap|\.lfsconfig|\.git-blame-ignore-revs)"
    r"|(?:.*/)?(?:\.githooks|\.husky|hooks)/.*|\.git/.*"
)
_GUARDS: Final = re.compile(r"(?:\.github/|docs/)?CODEOWNERS|requirements[^/]*|pyproject\.toml")
_MADE: Final = re.compile(r"(?:output|\.venv)/.*")
_EXECUTABLE: Final = "100755"
_PLAIN_MODES: Final = frozenset({"000000", "100644", "100755"})
_CHECKED: Final = "Checked"
_CONTACTS: Final = re.compile(r"(?i)e-?mail|phone|post|page to start from|website")
# What the check finds in words that ask ill people for something.
_ASKING: Final = re.compile(r"asks?-for|pressure|money|wallet|bank|messag|identity|secret")
_MESSENGERS: Final = re.compile(
    r"(?i)\b(?:whatsapp|telegram|signal|messenger|wechat|snapchat|direct message)\b"
)
_MONEY: Final = re.compile(r"(?i)£|\b(?:pay|paid|payment|fee|deposit|bank|cash|card|voucher)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One thing to look at: how much it weighs, its code, what was found, what to do."""

    severity: str
    code: str
    found: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequest:
    """A change as a whole.

    ``known_hosts`` are websites that were linked to, or known to maintainers, before it.
    ``moved_on`` holds the files that main changed since the change began; ``is_newcomer`` is
    true where GitHub says that the writer has had nothing merged here.
    """

    files: tuple[FileChange, ...]
    entries: tuple[EntryChange, ...]
    problems: tuple[Problem, ...]
    known_hosts: frozenset[str]
    moved_on: tuple[EntryChange, ...] = ()
    is_newcomer: bool = False


def flags_of(change: PullRequest) -> tuple[Flag, ...]:
    """Every flag, the weightiest first."""
    found = [flag for rule in RULES for flag in rule(change)]
    return tuple(sorted(found, key=lambda flag: (SEVERITIES.index(flag.severity), flag.code)))


def hides_changes(change: PullRequest) -> Iterator[Flag]:
    """Files that change what git or GitHub show of every other file."""
    for file in change.files:
        if _HIDERS.fullmatch(file.path) and file.status != "D":
            yield Flag(
                severity=REJECT,
                code="R-GITATTR",
                found=f"{file.path} is added or changed",
                advice="Such a file can hide changes. Ask for it to be taken out.",
            )


def no_plain_file(change: PullRequest) -> Iterator[Flag]:
    """Links and submodules bring in files that nobody sees here."""
    for file in change.files:
        if file.mode not in _PLAIN_MODES:
            yield Flag(
                severity=REJECT,
                code="R-LINK",
                found=f"{file.path} is no plain file (mode {file.mode})",
                advice="It can publish a file of the build machine. Ask for it to be taken out.",
            )


def brings_what_is_made(change: PullRequest) -> Iterator[Flag]:
    """A built site and installed packages are made anew by everybody; nobody reads them here."""
    made = [file.path for file in change.files if _MADE.fullmatch(file.path)]
    if made and any(file.status != "D" for file in change.files if file.path in made):
        yield Flag(
            severity=REJECT,
            code="R-MADE",
            found=f"{len(made)} files that are made, not written: {made[0]} …",
            advice="Nobody can read what is built or installed. Ask for it to be taken out.",
        )


def can_be_run(change: PullRequest) -> Iterator[Flag]:
    """Words, facts and what is new need not be marked as a program."""
    for file in change.files:
        if file.mode == _EXECUTABLE and (file.status == "A" or not _is_code(file.path)):
            yield Flag(
                severity=HOLD,
                code="R-MODE",
                found=f"{file.path} is marked as a program (mode {file.mode})",
                advice="Nothing here is run that way. Ask for the plain mode, 100644.",
            )


def changes_guards(change: PullRequest) -> Iterator[Flag]:
    """Who looks at what, and which packages are installed, guards everything else."""
    guards = [file.path for file in change.files if _GUARDS.fullmatch(file.path)]
    if guards:
        yield Flag(
            severity=HOLD,
            code="R-GUARD",
            found=f"what guards the rest changes: {', '.join(guards)}",
            advice="Ask why. Only a maintainer changes who looks at what and which packages are "
            "installed.",
        )


def changes_pages(change: PullRequest) -> Iterator[Flag]:
    """The pages speak for the site, and every one of their readers follows them."""
    pages = [file.path for file in change.files if file.path.startswith(f"{PAGES}/")]
    if pages:
        few = ", ".join(pages[:5]) + (f" and {len(pages) - 5} more" if len(pages) > 5 else "")
        yield Flag(
            severity=HOLD,
            code="R-PAGE",
            found=f"pages of the site change: {few}",
            advice="Read each new line and open each new link. These words are ours.",
        )


def many_at_once(change: PullRequest) -> Iterator[Flag]:
    """Nobody looks well at many entries in one go."""
    added = sum(
        file.status == "A" and file.path.startswith(f"{OPPORTUNITIES}/") for file in change.files
    )
    if added > MOST_ADDED:
        yield Flag(
            severity=HOLD,
            code="R-MANY",
            found=f"{added} entries are new in one change",
            advice=f"Ask for at most {MOST_ADDED} at a time, so that each is looked at.",
        )
    looked_at = [
        entry.path
        for entry in change.entries
        if entry.what == "changed" and any(fact.label == _CHECKED for fact in entry.facts)
    ]
    if len(looked_at) > MOST_LOOKED_AT:
        yield Flag(
            severity=HOLD,
            code="R-LOOKED",
            found=f"{len(looked_at)} entries say that somebody looked at them again",
            advice="Ask who looked, and open a few of the pages yourself. The date is a promise.",
        )


def code_beside_entries(change: PullRequest) -> Iterator[Flag]:
    """A pull request brings its own check, so a green tick means nothing when it changes code."""
    code = [file.path for file in change.files if _is_code(file.path)]
    if not code:
        return
    few = ", ".join(code[:5]) + (f" and {len(code) - 5} more" if len(code) > 5 else "")
    if any(file.path.startswith(_WORDS) for file in change.files):
        yield Flag(
            severity=HOLD,
            code="R-WORKFLOW",
            found=f"code and entries change together: {few}",
            advice="Ask for two pull requests. Do not press “Approve and run” before you read "
            "the code.",
        )
    else:
        yield Flag(
            severity=NOTE,
            code="R-CODE",
            found=f"code changes: {few}",
            advice="The check is part of this change. Read the code before you run or approve "
            "anything.",
        )


def deletes(change: PullRequest) -> Iterator[Flag]:
    """A closed entry gets a line that says so; its address stays."""
    gone = [file.path for file in change.files if file.status == "D"]
    entries = [path for path in gone if path.startswith(f"{OPPORTUNITIES}/")]
    alliances = [path for path in gone if path.startswith((f"{ALLIANCES}/", f"{ALLIANCE_PAGES}/"))]
    if alliances or len(entries) > MOST_DELETED:
        yield Flag(
            severity=HOLD,
            code="R-DELETE",
            found=f"{len(entries)} entries and {len(alliances)} files of alliances are deleted",
            advice="Ask why. A closed entry gets closed: and stays, so that its address leads "
            "somewhere.",
        )
    elif entries:
        yield Flag(
            severity=NOTE,
            code="R-DELETE-ONE",
            found=f"deleted: {', '.join(entries)}",
            advice="Is closed: or moved_to: meant? A deleted entry leaves people with a dead "
            "address.",
        )


def touches_settled_matters(change: PullRequest) -> Iterator[Flag]:
    """Only maintainers say which websites and which holds are all right."""
    paths = {file.path for file in change.files}
    if KNOWN_FILE in paths and any(path.startswith(_ENTRIES) for path in paths):
        yield Flag(
            severity=HOLD,
            code="R-KNOWN",
            found=f"{KNOWN_FILE} changes together with entries",
            advice="A change cannot settle its own questions. A maintainer changes it in a "
            "commit apart.",
        )


def new_websites(change: PullRequest) -> Iterator[Flag]:
    """A new website is looked at by a person."""
    for entry in change.entries:
        hosts = {host_of(link) for link in entry.new_links}
        new = sorted(host for host in hosts if not host_is_under(host, change.known_hosts))
        if new:
            yield Flag(
                severity=HOLD,
                code="R-HOST",
                found=f"{entry.path} links to a website that nobody has looked at: "
                f"{', '.join(new)}",
                advice="Open it in a private window. Is it the organiser's own, and about this?",
            )


def changed_contacts(change: PullRequest) -> Iterator[Flag]:
    """Where people turn to is what a trickster would change."""
    for entry in change.entries:
        changed = [
            fact.label
            for fact in entry.facts
            if entry.what == "changed" and _CONTACTS.search(fact.label)
        ]
        if changed:
            yield Flag(
                severity=HOLD,
                code="R-CONTACT",
                found=f"{entry.path} changes where people turn to: {', '.join(changed)}",
                advice="Look for the new contact on the organiser's own page, not in this change.",
            )


def words_that_ask(change: PullRequest) -> Iterator[Flag]:
    """Money, identity papers and messaging apps, in the words that are new."""
    for entry in change.entries:
        new = " ".join(fact.now for fact in entry.facts)
        old = " ".join(fact.before for fact in entry.facts)
        words = sorted(
            {match[0].casefold() for match in _MONEY.finditer(new)}
            - {match[0].casefold() for match in _MONEY.finditer(old)}
        )
        if words:
            yield Flag(
                severity=NOTE,
                code="R-MONEY",
                found=f"{entry.path} now speaks of: {', '.join(words)}",
                advice="Does the organiser's page say so? People pay nothing to take part.",
            )


def newcomer_who_asks(change: PullRequest) -> Iterator[Flag]:
    """Two people look when somebody new asks readers for something."""
    if not change.is_newcomer:
        return
    paths = {entry.path for entry in change.entries} | {file.path for file in change.files}
    asking = {
        problem.path
        for problem in change.problems
        if problem.path in paths and problem.severity != WARNING and _ASKING.search(problem.code)
    }
    asking |= {
        entry.path
        for entry in change.entries
        if any(_MESSENGERS.search(fact.now) for fact in entry.facts)
    }
    for path in sorted(asking):
        yield Flag(
            severity=HOLD,
            code="R-FIRST",
            found=f"{path} comes from a new account and asks for money, papers or a private chat",
            advice="Two reviewers. Ring or write to the organiser by a contact that you knew "
            "before.",
        )


def main_moved_on(change: PullRequest) -> Iterator[Flag]:
    """Two changes that each pass can be wrong together."""
    mine = {slug for entry in change.entries for slug in entry.alliances}
    theirs = {slug for entry in change.moved_on for slug in entry.alliances}
    both = sorted((mine & theirs) - {"all"})
    same = sorted({one.path for one in change.entries} & {one.path for one in change.moved_on})
    if both or same:
        yield Flag(
            severity=HOLD,
            code="R-CONFLICT",
            found=f"main has changed since, for: {', '.join(same or both)}",
            advice="Press “Update branch” first, so that the check sees both changes together.",
        )


RULES: Final[tuple[Callable[[PullRequest], Iterator[Flag]], ...]] = (
    hides_changes,
    no_plain_file,
    brings_what_is_made,
    can_be_run,
    changes_guards,
    changes_pages,
    many_at_once,
    code_beside_entries,
    deletes,
    touches_settled_matters,
    new_websites,
    changed_contacts,
    words_that_ask,
    newcomer_who_asks,
    main_moved_on,
)


def _is_code(path: str) -> bool:
    return not path.startswith(_WORDS) and not _DOCUMENTS.fullmatch(path)
