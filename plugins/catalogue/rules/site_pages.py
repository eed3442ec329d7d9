"""Site pages: the pages that maintainers write in Markdown, below ``content/pages/``.

Pelican reads these itself, and some of its names steer where a page is written. So only the names
that we use may stand there, and a page is written where its address says and nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.parsing.front_matter import text_of
from catalogue.problems.problem import Problem
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.rules.markdown import markdown_problems
from catalogue.text.characters import character_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES: Final = (
    "Title",
    "Summary",
    "Slug",
    "Save_as",
    "Url",
    "Template",
    "Checked",
    "Section",
    "Parent",
    "Status",
)
NEEDED: Final = ("Title", "Summary", "Slug", "Save_as", "Url", "Template")
_NAMED: Final = re.compile(r"(?P<name>[\w-]+):[ \t]*(?P<value>.*)$")
_URL: Final = re.compile(r"(?:[a-z0-9-]+/)+|404\.html")


def page_problems(data: bytes, path: str) -> list[Problem]:
    """What is wrong with a page."""
    text, problems = text_of(data, path)
    if problems:
        return problems
    lines = text.split("\n")
    end = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
    body = "\n".join(lines[end + 1 :])
    problems += character_problems(lines, path)
    problems += _name_problems(lines[:end], path)
    problems += markdown_problems(body, path, end + 2, own_pages=True)
    return problems


def _name_problems(lines: list[str], path: str) -> Iterator[Problem]:
    values: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines, 1):
        match = _NAMED.match(line)
        name = match["name"] if match else ""
        if name not in NAMES or name in values:
            yield _problem(
                path,
                number,
                "unknown-field" if name not in values else "written-twice",
                f"{quoted(name or line)} has no place at the top of a page"
                if name not in values
                else f"{name} appears twice (first on line {values[name][0]})",
                f"{did_you_mean(name, NAMES)}Names here: {', '.join(NAMES)}",
            )
        elif match:
            values[name] = (number, match["value"].strip())
    for name in NEEDED:
        if not values.get(name, (0, ""))[1]:
            yield _problem(
                path, 1, "missing-field", f"this page has no {name}", f"add a line like: {name}: …"
            )
    yield from _address_problems(values, path)


def _address_problems(values: dict[str, tuple[int, str]], path: str) -> Iterator[Problem]:
    """A page is written where its address says."""
    if "Url" not in values or "Save_as" not in values:
        return
    (line, url), (other_line, save_as) = values["Url"], values["Save_as"]
    if not _URL.fullmatch(url):
        yield _problem(
            path,
            line,
            "page-address",
            f"{quoted(url)} is not an address of a page: only a-z, 0-9, - and / may be used",
            "write it like this: Url: guides/what-to-expect/",
        )
        return
    wanted = f"{url}index.html" if url.endswith("/") else url
    if save_as != wanted:
        yield _problem(
            path,
            other_line,
            "page-address",
            f"the page would be written to {quoted(save_as)}, away from its address",
            f"write Save_as: {wanted}, or change the address after Url:",
        )


def _problem(path: str, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, column=1, code=code, message=message, fix=fix)
