"""The repository: what git knows of a change. Nothing of the change is run or checked out."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from project.files import write_file

if TYPE_CHECKING:
    from pathlib import Path

PLACES: Final = (
    "content",
    "data/alliances",
    "data/vocabularies",
    "data/helplines.yaml",
    "data/known.yaml",
    "data/nations.yaml",
    "data/payments.yaml",
    "data/words.yaml",
)
"""Where everything stands that the catalogue is read from."""

_FILE, _LINK = "100644", "120000"
_FILES: Final = frozenset({_FILE, "100755"})


class GitError(ValueError):
    """Git could not answer; the message says what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One changed file as git tells it: A, D, M or T, and the mode of the file now."""

    status: str
    path: str
    mode: str = "100644"


def changed_files(root: Path, base: str) -> tuple[FileChange, ...]:
    """Every file that differs from what ``base`` and the work below a root began with, by path.

    What is not committed yet counts too; of what git has never seen, only what the catalogue is
    read from. Raises GitError.
    """
    commit_of(root, base)
    start = common_start(root, base, "HEAD")
    if start is None:
        raise GitError(f"'{base}' and what stands here have no commit in common")
    said = _git(
        root, "diff", "--raw", "--no-renames", "--ignore-submodules=none", "-z", start, "--"
    )
    words = said.decode("utf-8", "surrogateescape").split("\0")
    changes = []
    for about, path in zip(words[::2], words[1::2], strict=False):
        _, mode, _, _, status = about.split(" ")
        changes.append(FileChange(status=status[0], path=path, mode=mode))
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *PLACES)
    for path in filter(None, new.decode("utf-8", "surrogateescape").split("\0")):
        mode = _LINK if (root / path).is_symlink() else _FILE
        changes.append(FileChange(status="A", path=path, mode=mode))
    return tuple(sorted(changes, key=lambda one: one.path))


def commit_of(root: Path, name: str) -> str:
    """The commit that a name stands for. Raises GitError."""
    wanted = f"{_safe(name)}^{{commit}}"
    try:
        return _git(root, "rev-parse", "--verify", wanted).decode().strip()
    except GitError as error:
        raise GitError(f"there is no branch and no commit called '{name}' here") from error


def common_start(root: Path, one: str, other: str) -> str | None:
    """The commit at which two lines of work parted, or None where it was not fetched."""
    try:
        return _git(root, "merge-base", _safe(one), _safe(other)).decode().strip()
    except GitError:
        return None


def write_entries(root: Path, commit: str, target: Path) -> None:
    """The content and data of a commit as plain files below a folder. Raises GitError.

    Read file by file from git itself: an archive would leave out what .gitattributes hides, and
    a checkout would follow links and run filters.
    """
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", _safe(commit), *PLACES)
    files: list[tuple[str, bytes]] = []
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, blob = about.split(b" ")
        if mode.decode() in _FILES:
            files.append((path.decode("utf-8", "surrogateescape"), blob))
    asked = b"".join(blob + b"\n" for _, blob in files)
    rest = _git(root, "cat-file", "--batch", said=asked)
    for name, _ in files:
        heading, _, rest = rest.partition(b"\n")
        size = int(heading.rsplit(b" ", 1)[1])
        write_file(target / name, rest[:size])
        rest = rest[size + 1 :]


def _safe(name: str) -> str:
    """The name of a commit that cannot be taken for an option."""
    if not name or name.startswith("-"):
        raise GitError(f"'{name}' is not the name of a commit")
    return name


def _git(root: Path, *words: str, said: bytes = b"") -> bytes:
    run = subprocess.run(
        ["git", "-c", "core.quotepath=false", *words],
        cwd=root,
        input=said,
        capture_output=True,
        check=False,
    )
    if run.returncode != 0:
        raise GitError(f"git {words[0]}: {run.stderr.decode('utf-8', 'replace').strip()}")
    return run.stdout
