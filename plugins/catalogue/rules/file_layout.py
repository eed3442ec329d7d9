"""File layout: which file may stand where below ``content/`` and ``data/``, and under which name.

A file in the wrong place is never read, and nobody would notice; a file name becomes an address
of the site. So whatever does not belong is a problem.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import Problem
from catalogue.problems.quoting import quoted, visible
from catalogue.schema.field_types.entry_names import MOST_SLUG, is_slug, slug_from
from project.files import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

OPPORTUNITIES: Final = "content/opportunities"
ALLIANCES: Final = "data/alliances"
ALLIANCE_PAGES: Final = "content/alliances"
PAGES: Final = "content/pages"
VOCABULARIES: Final = "data/vocabularies"
HELP: Final = "data/help"
COPIED: Final = "content/extra"
_CODE_NAME: Final = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """A folder that is read: how its files end, and how far down they may stand."""

    ending: str
    deepest: int = 0
    underscores: bool = False


_READ: Final = {
    OPPORTUNITIES: _Folder(ending=".md"),
    ALLIANCE_PAGES: _Folder(ending=".md"),
    PAGES: _Folder(ending=".md", deepest=1),
    ALLIANCES: _Folder(ending=".yaml"),
    VOCABULARIES: _Folder(ending=".yaml", underscores=True),
    HELP: _Folder(ending=".yaml"),
}
# Maintainers keep these; what stands in them is copied or read by code with rules of its own.
_OF_MAINTAINERS: Final = frozenset({COPIED, "data/geography"})
# What is copied as it is could be a page with scripts, or take the place of one of ours.
_MAY_BE_COPIED: Final = frozenset({f"{COPIED}/CNAME"})
_SINGLE_FILES: Final = frozenset(
    {"data/addresses.txt", "data/known.yaml", "data/site.yaml", "data/words.yaml"}
    | {"data/helplines.yaml", "data/nations.yaml", "data/payments.yaml"}
)
_TOP: Final = ("content", "data")
# Left by computers, editors and killed commands, and never part of the repository: see .gitignore.
_LEFT_BEHIND: Final = re.compile(rf"\.DS_Store|.*\.swp|__pycache__|{UNFINISHED.pattern}")
_TEXT_ENDINGS: Final = (".md", ".yaml", ".yml", ".markdown", ".txt")
MOST_NAMED: Final = 20
"""Files of one folder that are named when the folder itself is in the wrong place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLayout:
    """Files by folder and name without ending, those with a wrong name, and what is wrong.

    ``misnamed`` are worth reading for their other mistakes, and are part of nothing.
    """

    files: dict[str, dict[str, str]]
    misnamed: dict[str, list[str]]
    problems: list[Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What stands in a folder."""

    name: str
    path: str
    is_folder: bool
    is_plain: bool


def layout_of(root: Path) -> FileLayout:
    """Every file below ``content/`` and ``data/`` at its place.

    Raises OSError when a folder that has to be there is missing.
    """
    found = FileLayout(files={}, misnamed={}, problems=[])
    for folder in (OPPORTUNITIES, ALLIANCE_PAGES, ALLIANCES, VOCABULARIES):
        os.scandir(root / folder).close()
    for top in _TOP:
        for item in _items(root, top):
            _place(root, item, found)
    return found


def _place(root: Path, item: _Item, found: FileLayout) -> None:
    """Something straight below ``content/`` or ``data/``."""
    if item.path in _READ and item.is_folder:
        found.files[item.path] = {}
        found.misnamed[item.path] = []
        _read_folder(root, item.path, item.path, found)
    elif item.path in _OF_MAINTAINERS and item.is_folder:
        found.problems.extend(_links_below(root, item.path))
        if item.path == COPIED:
            found.problems.extend(_not_to_be_copied(root))
    elif item.is_folder:
        found.problems.extend(_strangers(root, item.path))
    elif not item.is_plain:
        found.problems.append(_not_a_file(item.path, item.name))
    elif item.path not in _SINGLE_FILES:
        found.problems.append(_stranger(item.path))


def _read_folder(root: Path, folder: str, path: str, found: FileLayout, depth: int = 0) -> None:
    rule = _READ[folder]
    first_of: dict[str, str] = {}
    for item in _items(root, path):
        if item.is_folder:
            if depth < rule.deepest:
                _read_folder(root, folder, item.path, found, depth + 1)
            else:
                found.problems.extend(_strangers(root, item.path))
            continue
        twin = first_of.setdefault(_folded(item.name), item.name)
        problem = _name_problem(item, rule, path)
        if twin != item.name:
            found.problems.append(_same_name(item, twin))
        if problem is not None:
            found.problems.append(problem)
            if item.is_plain and item.name.endswith(rule.ending):
                found.misnamed[folder].append(item.path)
        else:
            slug = item.path.removeprefix(f"{folder}/").removesuffix(rule.ending)
            found.files[folder][slug] = item.path


def _items(root: Path, folder: str) -> Iterator[_Item]:
    """What stands in a folder, sorted by name; links are neither folders nor plain files."""
    with os.scandir(root / folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if _LEFT_BEHIND.fullmatch(entry.name) and not entry.is_symlink():
                continue
            # The folder itself tells what its entries are: no file has to be looked up.
            is_folder = entry.is_dir(follow_symlinks=False)
            is_plain = entry.is_file(follow_symlinks=False)
            yield _Item(
                name=entry.name,
                path=f"{folder}/{entry.name}",
                is_folder=is_folder,
                is_plain=is_plain,
            )


def _folded(name: str) -> str:
    """A name as computers that take capitals and small letters for the same see it."""
    return unicodedata.normalize("NFC", name).casefold()


def _name_problem(item: _Item, rule: _Folder, folder: str) -> Problem | None:
    """Why a file may not stand in a folder under its name, or None."""
    if not item.is_plain:
        return _not_a_file(item.path, item.name, folder, rule.ending)
    stem = item.name.removesuffix(rule.ending)
    if stem != item.name and _is_good(stem, rule):
        return None
    better = slug_from(_plain_letters(item.name.split(".")[0])) or "patient-panel"
    if item.name.startswith("."):
        shown = slug_from(item.name.removesuffix(rule.ending)) or better
        return _problem(
            item.path,
            "wrong-file-name",
            f"the file name {quoted(item.name)} starts with a dot, which hides it",
            f"rename it, for example to {shown}{rule.ending}",
        )
    if stem == item.name:
        return _problem(
            item.path,
            "wrong-ending",
            f"the name of this file does not end in {rule.ending}",
            f"rename it to {better}{rule.ending}",
        )
    if len(stem) > MOST_SLUG:
        return _problem(
            item.path,
            "wrong-file-name",
            f"this file name has {len(stem)} characters; it may have up to {MOST_SLUG}",
            f"rename it, for example to {slug_from(stem)[:30].rstrip('-')}{rule.ending}",
        )
    return _problem(
        item.path,
        "wrong-file-name",
        f"{quoted(stem)} is not a good file name: only a-z, 0-9 and - may be used",
        f"rename it, for example to {better}{rule.ending}",
    )


def _is_good(stem: str, rule: _Folder) -> bool:
    if rule.underscores:
        return len(stem) <= MOST_SLUG and _CODE_NAME.fullmatch(stem) is not None
    return is_slug(stem)


def _plain_letters(text: str) -> str:
    """The text without accents."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")


def _same_name(item: _Item, twin: str) -> Problem:
    return _problem(
        item.path,
        "same-file-name",
        f"{quoted(twin)} differs from this file name in capitals only",
        "rename one of the two: some computers keep only one of them",
    )


def _strangers(root: Path, folder: str) -> Iterator[Problem]:
    """Files in a folder that is never read; the folder itself when there are none."""
    files = [
        f"{path.removeprefix(f'{root}/')}/{name}".replace(os.sep, "/")
        for path, _, names in os.walk(f"{root}/{folder}")
        for name in names
    ]
    for path in sorted(files)[:MOST_NAMED]:
        yield _stranger(path)
    rest = len(files) - MOST_NAMED
    if rest > 0:
        more = f"and {rest:,} more {'file' if rest == 1 else 'files'} below this folder"
        fix = "put these right first, then run the check again"
        yield replace(_problem(folder, "many-more", more, fix), count=rest)
    if not files:
        yield _problem(
            folder,
            "wrong-place",
            "this folder does not belong here: nothing is read from it",
            "delete it, or put its files straight into the folder above",
        )


def _stranger(path: str) -> Problem:
    ending = Path(path).suffix
    if ending.casefold() in _TEXT_ENDINGS:
        return _problem(
            path,
            "wrong-place",
            "nothing is read from this place",
            f"put an opportunity straight into {OPPORTUNITIES}/ and an alliance into {ALLIANCES}/",
        )
    return _problem(
        path,
        "wrong-ending",
        f"files that end in {quoted(ending)} have no place here"
        if ending
        else "this file has no place here",
        "delete it: entries are words, in files that end in .md or .yaml",
    )


def _links_below(root: Path, folder: str) -> Iterator[Problem]:
    """A link would publish or read a file from outside the repository."""
    for path, folders, names in os.walk(root / folder):
        for name in sorted((*folders, *names)):
            mode = os.lstat(f"{path}/{name}").st_mode
            if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
                below = Path(path, name).relative_to(root).as_posix()
                yield _not_a_file(below, name)


def _not_to_be_copied(root: Path) -> Iterator[Problem]:
    """Only files of a few names are copied to the site as they are."""
    for path, _, names in os.walk(root / COPIED):
        for name in sorted(names):
            below = Path(path, name).relative_to(root).as_posix()
            if below not in _MAY_BE_COPIED and not _LEFT_BEHIND.fullmatch(name):
                yield _problem(
                    below,
                    "wrong-place",
                    "files of this name are not copied to the site",
                    "delete it: only a file CNAME may stand here, without an ending",
                )


def _not_a_file(path: str, name: str, folder: str = "", ending: str = "") -> Problem:
    where = f"put each entry straight into {folder}/ as a file that ends in {ending}"
    return _problem(
        path,
        "not-a-file",
        f"{quoted(name)} is not a plain file, but a link or something else",
        where if folder else "put the file itself in its place",
    )


def _problem(path: str, code: str, message: str, fix: str) -> Problem:
    return Problem(path=visible(path), line=1, column=1, code=code, message=message, fix=fix)


def nothing_listed(files: FileLayout) -> Iterator[Problem]:
    """A site lists something: without a single file of a kind, the files have gone astray."""
    for folder, what in ((OPPORTUNITIES, "opportunities"), (ALLIANCES, "alliances")):
        if not files.files[folder] and not files.misnamed[folder]:
            yield Problem(
                path=folder,
                line=1,
                column=1,
                code="no-entries",
                message=f"there are no {what}: this folder holds none",
                fix="put the files back, or add one: CONTRIBUTING.md tells you how",
            )
