"""Site pages: the pages that maintainers write in Markdown, below ``content/pages/``.

Pelican reads these itself, and some of its names steer where a page is written. So only the names
that we use may stand there, and a page is written where its address says and nowhere else. The
templates of the site lead to some of them, so these have to be there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from catalogue.parsing.front_matter import text_of, unopened_document
from catalogue.problems.origin import Origin
from catalogue.problems.problem import Problem, first_of_many
from catalogue.problems.quoting import did_you_mean, quoted
from catalogue.rules.checked_file import bytes_of, with_scheme
from catalogue.rules.file_layout import PAGES
from catalogue.rules.known import known_hosts
from catalogue.rules.markdown import markdown_problems
from catalogue.text.characters import character_problems
from catalogue.text.link_targets import targets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from catalogue.rules.checked_file import Link

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
STATUSES: Final = ("published", "hidden")
ANYWHERE: Final = ("page", "payments")
"""The templates that a page at any address may have."""

TEMPLATES: Final = "theme/templates"
NEEDED_PAGES: Final = {
    "404.md": ("404.html", "not_found"),
    "about.md": ("about/", "page"),
    "accessibility.md": ("accessibility/", "page"),
    "add.md": ("add/", "add"),
    "alliances.md": ("alliances/", "alliances"),
    "corrections.md": ("corrections/", "page"),
    "coverage.md": ("coverage/", "coverage"),
    "data.md": ("data/", "data"),
    "find.md": ("find/", "find"),
    "follow.md": ("follow/", "follow"),
    "guides.md": ("guides/", "page"),
    "guides/complaints.md": ("guides/complaints/", "page"),
    "guides/first-email.md": ("guides/first-email/", "page"),
    "guides/pay-costs-and-benefits.md": ("guides/pay-costs-and-benefits/", "payments"),
    "guides/what-to-expect.md": ("guides/what-to-expect/", "page"),
    "hospitals.md": ("find/hospitals/", "hospitals"),
    "how-it-works.md": ("how-it-works/", "page"),
    "legal.md": ("legal/", "page"),
    "opportunities.md": ("opportunities/", "opportunities"),
    "places.md": ("find/places/", "places"),
    "privacy.md": ("privacy/", "page"),
    "shortlist.md": ("shortlist/", "shortlist"),
    "support.md": ("support/", "support"),
    "what-is-changing.md": ("what-is-changing/", "page"),
    "why-it-matters.md": ("why-it-matters/", "page"),
    "words.md": ("words/", "words"),
    "write-to-your-mp.md": ("write-to-your-mp/", "write_to_mp"),
}
"""The pages that templates lead to, or that show what nothing else does: address and template."""

_MADE: Final = (
    *("alliances/", "api/", "calendars/", "embed/", "feeds/", "find/places/", "help/"),
    *("opportunities/", "static/"),
)
"""Where the site puts pages and files of its own."""

_NAMED: Final = re.compile(r"(?P<name>[\w-]+):[ \t]*(?P<value>.*)$")
_TO_A_PAGE: Final = re.compile(r"\]\(/(?P<url>[^()\s#?]*)")
_URL: Final = re.compile(r"(?:[a-z0-9-]+/)+|404\.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class _SitePage:
    """A page as far as others depend on it: its names with their lines, and where it leads to."""

    path: str
    names: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    links: tuple[tuple[str, int, int], ...] = ()
    leads_to: tuple[Link, ...] = ()

    @property
    def url(self) -> str:
        return self.names.get("Url", (0, ""))[1]


def site_page_problems(
    root: Path, paths: Mapping[str, str], hosts: Collection[str] = ()
) -> Iterator[Problem]:
    """What is wrong with the pages below a project's root, each by itself and all together.

    Without ``hosts`` no website is looked up.
    """
    pages = []
    for path in paths.values():
        try:
            data = bytes_of(root, path)
        except OSError:
            yield from unopened_document(path).problems
            data = b""
        else:
            yield from first_of_many(page_problems(data, path))
        pages.append(_page_in(data, path))
    yield from _one_of_each(pages)
    if (root / TEMPLATES).is_dir():
        yield from _at_their_place({page.path: page for page in pages})
    yield from _with_their_template(pages)
    yield from _leading_nowhere(pages)
    if hosts:
        for page in pages:
            yield from known_hosts(page.leads_to, hosts)


def _page_in(data: bytes, path: str) -> _SitePage:
    text, problems = text_of(data, path)
    if problems:
        return _SitePage(path=path)
    names: dict[str, tuple[int, str]] = {}
    links = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _NAMED.match(line) if len(names) == number - 1 else None
        if match:
            names[match["name"]] = (number, match["value"].strip())
        links += [(one["url"], number, one.start("url")) for one in _TO_A_PAGE.finditer(line)]
    leads_to = tuple(
        (Origin(path=path, places={"": (one.line, one.column)}), "", with_scheme(one.address))
        for one in targets(text, 1)
    )
    return _SitePage(path=path, names=names, links=tuple(links), leads_to=leads_to)


def _one_of_each(pages: Iterable[_SitePage]) -> Iterator[Problem]:
    """Each address has one page, and what the site makes keeps its own."""
    first: dict[str, str] = {}
    needed = {url for url, _ in NEEDED_PAGES.values()}
    for page in pages:
        twin = first.setdefault(page.url, page.path)
        if not page.url:
            continue
        line = page.names["Url"][0]
        if twin != page.path:
            yield _problem(
                page.path,
                line,
                "page-address",
                f"{twin} stands at this address already",
                "give this page an address of its own after Url: and Save_as:",
            )
        elif page.url not in needed and page.url.startswith(_MADE):
            yield _problem(
                page.path,
                line,
                "page-address",
                f"the site puts pages of its own below {quoted(page.url.partition('/')[0])}",
                "give this page another address after Url: and Save_as:",
            )


def _at_their_place(pages: Mapping[str, _SitePage]) -> Iterator[Problem]:
    """What templates lead to is there, at its address and with its template."""
    for name, (url, template) in NEEDED_PAGES.items():
        path = f"{PAGES}/{name}"
        page = pages.get(path)
        if page is None:
            yield _problem(
                path,
                1,
                "missing-file",
                f"there is no page {name}, and other pages lead to it",
                f"put it back: git checkout HEAD -- {path}",
            )
            continue
        for field_name, wanted in (("Url", url), ("Template", template)):
            line, written = page.names.get(field_name, (0, ""))
            if written and written != wanted:
                yield _problem(
                    path,
                    line,
                    "page-address" if field_name == "Url" else "page-template",
                    f"the site expects {quoted(wanted)} here and not {quoted(written)}",
                    f"write {field_name}: {wanted}",
                )


def _with_their_template(pages: Iterable[_SitePage]) -> Iterator[Problem]:
    """A template that shows something of its own works at the address of its page alone."""
    for page in pages:
        line, written = page.names.get("Template", (0, ""))
        name = page.path.removeprefix(f"{PAGES}/")
        if name not in NEEDED_PAGES and written not in ("", *ANYWHERE):
            yield _problem(
                page.path,
                line,
                "page-template",
                f"{quoted(written)} is not a template for pages at any address",
                f"{did_you_mean(written, ANYWHERE)}Allowed: {', '.join(ANYWHERE)}",
            )


def _leading_nowhere(pages: Iterable[_SitePage]) -> Iterator[Problem]:
    """A link to a page of the site leads to one that is there."""
    listed = list(pages)
    there = {"", *(page.url for page in listed)}
    for page in listed:
        for url, line, column in page.links:
            if url not in there and not url.startswith(_MADE):
                yield Problem(
                    path=page.path,
                    line=line,
                    column=column,
                    code="page-address",
                    message=f"there is no page at {quoted(f'/{url}')}",
                    fix=f"{did_you_mean(url, tuple(sorted(there)))}Lead to a page that is there",
                )


def page_problems(data: bytes, path: str) -> list[Problem]:
    """What is wrong with a page by itself."""
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
    at, status = values.get("Status", (0, STATUSES[0]))
    if status not in STATUSES:
        yield _problem(
            path,
            at,
            "page-status",
            f"a page with the status {quoted(status)} is not part of the site",
            "delete this line, or write Status: hidden, which keeps the page out of lists",
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
