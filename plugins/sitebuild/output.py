"""The folder that holds the finished site.

A site is made in a new folder beside it, looked over, and put in its place whole.
Until then the old site stays as it was, whatever ends the build.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from project.failures import cause_of
from sitebuild import swap

ENTRIES = "content/opportunities"
LISTS = {"opportunities": ENTRIES, "alliances": "content/alliances"}
PAGES = ("index.html", "404.html", "sitemap.xml")
HIDDEN_ON_PURPOSE = frozenset({".well-known", ".nojekyll"})
MARKS = ("index.html", "api/v1/opportunities.json")  # what tells a site of ours from other folders
# Folders of the project that a site must never stand in: whatever is there is read as a source.
SOURCES = ("bench", "content", "data", "docs", "plugins", "tests", "theme", "tools")
MEGABYTE = 1_000_000
SIZE_TO_TELL = 800 * MEGABYTE
MOST_SIZE = 1_000 * MEGABYTE  # of a site on GitHub Pages
FOLDER_MODE = 0o755  # web servers are somebody else, whatever the umask of whoever builds
FILE_MODE = 0o644


class OutputError(Exception):
    """The machine let nothing be built or put in place; the message says why."""


@contextmanager
def staging(output: Path, project: Path) -> Iterator[Path]:
    """A new empty folder beside `output`, gone again at the end unless it was put in place.

    Before that, what killed builds left behind is put right. Raises OutputError when `output` is
    a folder that a site must not replace.
    """
    try:
        put_back(output)
        refuse_unsafe(output, project)
        output.parent.mkdir(parents=True, exist_ok=True)
        with swap.locked(output.parent, wait=True):  # else a new folder looks like one left behind
            take_away_leftovers(output)
            name = swap.prefix(output, swap.NEW)
            staged = Path(tempfile.mkdtemp(prefix=name, dir=output.parent))
            held = swap.hold(staged)
    except OSError as error:
        raise OutputError(f"Cannot write beside {output}: {cause_of(error)}") from error
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)
        held.close()


def put_back(output: Path) -> None:
    """Where a build was killed between two renames, its old site takes its place again."""
    kept = [folder for folder in swap.leftovers(output, swap.OLD) if is_site(folder)]
    if kept and not output.exists():
        max(kept, key=lambda folder: folder.stat().st_mtime_ns).rename(output)


def take_away_leftovers(output: Path) -> None:
    """Remove the folders of killed builds. One that a build holds stays."""
    for folder in swap.leftovers(output):
        with swap.locked(folder) as nobody_holds_it:
            if nobody_holds_it:
                shutil.rmtree(folder, ignore_errors=True)


def refuse_unsafe(output: Path, project: Path) -> None:
    """Putting a site in place removes what was there, so only a site or nothing may be there."""
    own = project.resolve()
    place = output.resolve()
    if place == own or place in own.parents:
        raise OutputError(f"{output} holds the project itself. Name another folder.")
    if place.is_relative_to(own) and is_source(place.relative_to(own).parts[0]):
        raise OutputError(f"{output} is among the files of the project. Name another folder.")
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output} is not a folder. Name another one.")
    if output.is_dir() and any(output.iterdir()) and not is_site(output):
        raise OutputError(f"{output} holds other files. Name a folder that is new or empty.")


def is_source(name: str) -> bool:
    """Whether a folder of the project holds sources, or what its tools keep (`.git`, `.venv`)."""
    return name.lower() in SOURCES or name.startswith(".")


def is_site(folder: Path) -> bool:
    """True for a folder that an earlier build made."""
    return all((folder / mark).is_file() for mark in MARKS)


def faults(site: Path, project: Path) -> list[str]:
    """What is missing from a freshly built site, or too much in it; empty when it is whole."""
    found = [f"{name} is missing" for name in PAGES if not (site / name).is_file()]
    for name, source in LISTS.items():
        found += list_faults(site, name, len(list((project / source).glob("*.md"))))
    found += [f"{path} does not belong in a site" for path in strays(site)]
    return found


def list_faults(site: Path, name: str, expected: int) -> Iterator[str]:
    """A list is whole when files, list, pages and records agree, and there is at least one."""
    try:
        items = json.loads((site / f"api/v1/{name}.json").read_text(encoding="utf-8"))["items"]
        slugs = [item["slug"] for item in items]
    except (OSError, ValueError, KeyError, TypeError):
        yield f"api/v1/{name}.json cannot be read"
        return
    if not slugs:
        yield f"there are no {name}"
    if len(slugs) != expected:
        yield f"{expected} files in {LISTS[name]} became {len(slugs)} {name}"
    records = {path.stem for path in (site / "api/v1" / name).glob("*.json")}
    if records != set(slugs):
        yield f"api/v1/{name}/ holds {len(records)} records for {len(slugs)} items"
    pageless = [slug for slug in slugs if not (site / name / slug / "index.html").is_file()]
    if pageless:
        yield f"no page was made for {len(pageless)} of the {name}: {', '.join(pageless[:5])}"


def strays(site: Path) -> Iterator[str]:
    """Hidden files and links that lead elsewhere: neither is ever made on purpose."""
    for folder, subfolders, files in os.walk(site):
        subfolders.sort()
        for name in sorted(subfolders + files):
            path = Path(folder, name)
            hidden = name.startswith(".") and name not in HIDDEN_ON_PURPOSE
            if hidden or path.is_symlink():
                yield path.relative_to(site).as_posix()


def size_warning(site: Path) -> list[str]:
    """A line where a site comes near to what GitHub Pages takes."""
    size = sum(
        Path(folder, name).stat().st_size for folder, _, names in os.walk(site) for name in names
    )
    if size < SIZE_TO_TELL:
        return []
    most = MOST_SIZE // MEGABYTE
    return [
        f"The site has {size // MEGABYTE:,} MB, and GitHub Pages takes up to {most:,} MB. "
        "Find another host for it before it grows further."
    ]


def open_to_all(site: Path) -> None:
    """Everybody may read the site, whatever the umask and the modes of its sources."""
    site.chmod(FOLDER_MODE)
    for folder, subfolders, files in os.walk(site):
        for name in subfolders:
            Path(folder, name).chmod(FOLDER_MODE)
        for name in files:
            Path(folder, name).chmod(FILE_MODE)


def put_in_place(staged: Path, output: Path) -> None:
    """Swap the new site in by renaming. Raises OutputError, with the old site still in place."""
    try:
        open_to_all(staged)
        old = swap.put_in_place(staged, output)
    except OSError as error:
        raise OutputError(
            f"The new site could not take the place of {output}: {cause_of(error)} "
            "Close what has it open, or name a folder on the same disk."
        ) from error
    shutil.rmtree(old, ignore_errors=True)
