"""Lasting addresses: what was published once answers for ever.

The list stands in the repository from the first ``publish`` on: one address a line, and behind an
arrow where somebody is led who still asks for it. Pages that are on one list today and on none
tomorrow lead to the list of everything by themselves.
"""

import re
from html import escape
from pathlib import Path

from project.addresses import OPPORTUNITIES
from project.files import write_file

FILE = "data/addresses.txt"
ARROW = " -> "
HEAD = (
    "# Every address that was published. `publish` adds to this list and refuses to drop one.\n"
    "# Where a page is gone, write where it leads to now: /old-page/ -> /new-page/\n"
)
_FEEDS = ("feeds", "calendars")
# Ready-made lists and their further pages, which come and go with the entries.
_LIST = re.compile(rf"{OPPORTUNITIES}[a-z0-9-]+/[a-z0-9_/-]+/")


def listed_addresses(project: Path) -> dict[str, str]:
    """Every address that was published, and where it leads to where that is written."""
    file = project / FILE
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    pairs = (line.partition(ARROW) for line in lines if line.startswith("/"))
    return {address.strip(): target.strip() for address, _, target in pairs}


def addresses_in(site: Path) -> set[str]:
    """The addresses that people keep: pages, and what they follow in a feed or a calendar."""
    pages = {path.parent for path in site.rglob("index.html")}
    found = {f"/{page.relative_to(site).as_posix()}/" for page in pages - {site}} | {"/"}
    for folder in _FEEDS:
        files = (path for path in (site / folder).glob("*") if path.is_file())
        found |= {f"/{path.relative_to(site).as_posix()}" for path in files}
    return found


def lead_on(site: Path, project: Path, siteurl: str) -> list[str]:
    """Put a page that leads on in the place of each page that is gone; what cannot be led on."""
    there = addresses_in(site)
    faults = []
    for address, written in listed_addresses(project).items():
        target = written or (OPPORTUNITIES if _LIST.fullmatch(address) else "")
        if address in there:
            continue
        if not target:
            faults.append(
                f"{address} was published and is gone: put it back, give its entry moved_to, or "
                f"write into {FILE}: {address}{ARROW}/where-it-leads-now/"
            )
        elif target not in there:
            faults.append(f"{FILE} leads {address} to {target}, which is not there")
        elif not re.fullmatch(r"(?:/[a-z0-9_-]+)+/", address):
            faults.append(f"{address} was published, and only a page can lead on: put it back")
        else:
            write_file(site / address[1:] / "index.html", page_leading_to(siteurl + target))
    return faults


def note_new(site: Path, project: Path) -> int:
    """Add to the list what is new in a published site; how many addresses that are."""
    listed = listed_addresses(project)
    new = addresses_in(site) - listed.keys()
    if new:
        whole = sorted({**listed, **dict.fromkeys(new, "")}.items())
        lines = (f"{address}{ARROW + target if target else ''}\n" for address, target in whole)
        write_file(project / FILE, HEAD + "".join(lines))
    return len(new)


def page_leading_to(address: str) -> str:
    """A plain page with a link, which a browser follows by itself and no search engine lists."""
    to = escape(address)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n'
        f'<link rel="canonical" href="{to}">\n'
        "<title>This page has moved</title>\n<h1>This page has moved</h1>\n"
        f'<p><a href="{to}">Go to the page that took its place</a></p>\n</html>\n'
    )
