"""Prose: the Markdown of an entry, as problems when it holds what it may not, and as safe HTML.

Two layers on purpose: the checker refuses with a line number, and the sanitiser makes the page
safe even where the checker has a hole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import markdown
import nh3

from catalogue.links import link_fault
from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS: Final = 20_000
MOST_BRACKETS: Final = 200

TAGS: Final = {"p", "a", "em", "strong", "ul", "ol", "li", "br", "h2", "h3", "blockquote", "code"}
ATTRIBUTES: Final = {"a": {"href"}}
SCHEMES: Final = {"https", "mailto", "tel"}

# Inline patterns of Markdown that entries do not need: raw HTML, pictures, links by reference.
_LEFT_OUT: Final = (
    "html",
    "entity",
    "autolink",
    "automail",
    "image_link",
    "image_reference",
    "short_image_ref",
    "reference",
    "short_reference",
)
_HTML: Final = re.compile(r"<[A-Za-z/!?]")
_CODE: Final = re.compile(r"`[^`]*`")
_SITE_PATHS: Final = re.compile(
    r"\{(?:attach|static|filename|index|author|category|tag)\}|\|\w+\|", re.I
)
_ATTRIBUTE_LIST: Final = re.compile(r"\{:\s*[^}]*\}")
_IMAGE: Final = re.compile(r"!\[")
_LINK: Final = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]*)")
_EMPTY_WORDS: Final = frozenset({"click here", "here", "link", "more", "read more", "this link"})


def prose_problems(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Markdown is plain: headings from ##, no HTML, no pictures, links that lead where they say."""
    if not body:
        return
    if len(body) > MOST_CHARACTERS or body.count("[") > MOST_BRACKETS:
        yield _problem(
            path,
            first_line,
            1,
            "text-too-long",
            f"the text has {len(body)} characters and {body.count('[')} brackets",
            f"keep it under {MOST_CHARACTERS} characters and {MOST_BRACKETS} brackets",
        )
        return
    for number, line in enumerate(body.split("\n"), first_line):
        yield from _line_problems(_CODE.sub(lambda code: " " * len(code[0]), line), path, number)


def _line_problems(line: str, path: str, number: int) -> Iterator[Problem]:
    if re.match(r" {0,3}#(?!#)\s", line):
        yield _problem(
            path,
            number,
            1,
            "heading-too-big",
            "a heading here starts with one #",
            "write ## instead",
        )
    if match := _HTML.search(line):
        yield _problem(
            path,
            number,
            match.start() + 1,
            "html",
            "there is HTML here",
            "use plain text: bold is **bold**, a link is [words](https://…)",
        )
    for pattern, what in ((_SITE_PATHS, "a path of the site"), (_ATTRIBUTE_LIST, "a { : } list")):
        if match := pattern.search(line):
            yield _problem(
                path,
                number,
                match.start() + 1,
                "template-mark",
                f"{what} stands here: {match[0]}",
                "delete it; a link to one of our pages is its full address",
            )
    if match := _IMAGE.search(line):
        yield _problem(
            path, number, match.start() + 1, "picture", "there is a picture here", "delete it"
        )
    for match in _LINK.finditer(line):
        yield from _link_problems(match, path, number)


def _link_problems(match: re.Match[str], path: str, number: int) -> Iterator[Problem]:
    words, target = match["words"].strip(), match["target"]
    column = match.start() + 1
    if not target.startswith(("mailto:", "tel:")):
        fault = link_fault(target)
        if fault:
            yield _problem(path, number, column, fault.code, fault.message, fault.fix)
        elif words.startswith(("http", "www.")) and words.rstrip("/") not in (
            target.rstrip("/"),
            target.removeprefix("https://").rstrip("/"),
        ):
            yield _problem(
                path,
                number,
                column,
                "link-mismatch",
                "the words show one address, the link goes to another",
                "write in words where the link goes",
            )
    if words.casefold() in _EMPTY_WORDS:
        yield _problem(
            path,
            number,
            column,
            "link-says-nothing",
            f"the words '{words}' do not say where the link goes",
            "say where the link goes, for example: [the panel's page](https://…)",
            "warning",
        )


def _problem(
    path: str, line: int, column: int, code: str, message: str, fix: str, severity: str = "error"
) -> Problem:
    return Problem(
        path=path,
        line=line,
        column=column,
        code=code,
        message=message,
        fix=fix,
        severity=severity,
    )


class Renderer:
    """Markdown to safe HTML. One instance serves every entry, one after the other."""

    def __init__(self) -> None:
        self._markdown = markdown.Markdown(output_format="html")
        self._markdown.preprocessors.deregister("html_block")
        for name in _LEFT_OUT:
            self._markdown.inlinePatterns.deregister(name)

    def html(self, body: str) -> str:
        """The HTML of a body; links carry ``rel`` so that they pass on no credit."""
        if not body:
            return ""
        raw = self._markdown.reset().convert(body)
        return nh3.clean(
            raw,
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel="nofollow noopener",
        )
