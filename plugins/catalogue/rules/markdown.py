"""Markdown: the words of an entry, as problems when they hold what they may not, and as safe HTML.

Two layers on purpose: the checker refuses with a line number, and the sanitiser makes the page
safe even where the checker has a hole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from catalogue.problems.problem import ERROR, WARNING, Problem
from catalogue.problems.quoting import quoted, shown_to_paste
from catalogue.text.characters import character_problems
from catalogue.text.code_spans import without_code
from catalogue.text.link_targets import TARGET, lines_with
from catalogue.text.links import host_of, link_fault
from catalogue.text.markup import markup_faults
from catalogue.text.visible_text import visible, with_references

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS: Final = 20_000
MOST_BRACKETS: Final = 200
MOST_LINES_OF_LINK: Final = 20
MOST_CHARACTERS_OF_WORDS: Final = 2_000
MOST_NESTED: Final = 4
"""Lists or quotes inside one another."""

TAGS: Final = {"p", "a", "em", "strong", "ul", "ol", "li", "br", "h2", "h3", "blockquote", "code"}
# The sanitiser keeps some attributes on every element unless "*" says that there are none.
ATTRIBUTES: Final[dict[str, set[str]]] = {"a": {"href"}, "*": set()}
SCHEMES: Final = {"https", "mailto", "tel"}
REL: Final = "nofollow noopener"

# A line without one of these signs, and without four blanks in a row, is plain words.
_SIGNS: Final = b"<>{|]#=\t"
_NO_SIGNS: Final = bytes(byte for byte in range(256) if byte not in _SIGNS + b"\n")
_OF_HEADINGS_AND_LINKS: Final = b"#]"
_GAP: Final = " " * 4
_HEADING: Final = re.compile(r"(?P<level>#+)(?P<words>.*)$")
_UNDERLINED: Final = re.compile(r"=+\s*$")
_SECOND_ENTRY: Final = re.compile(r"-{3}\s*\n(?:[a-z_]+:.*\n){2}", re.MULTILINE)
_PICTURE: Final = re.compile(r"!\[")
_REFERENCE: Final = re.compile(r"(?:\[[^\]]+)?\]:|\[[^\]]+\]\[[^\]]*\]")
_OWN_REFERENCE: Final = re.compile(r"\]:|^(?! {4}).*?\[[^\]]+\]\[[^\]]*\]")
_MAILBOX: Final = re.compile(r"mailto:[\w.+'-]+@(?:[\w-]+\.)+[a-z]{2,24}", re.IGNORECASE)
_PHONE: Final = re.compile(r"tel:\+?\d[\d-]{1,20}", re.IGNORECASE)
_OWN_PAGE: Final = re.compile(r"(?:/(?!/)[a-z0-9._/-]*)?(?:#[\w-]+)?", re.IGNORECASE)
_DEEP: Final = re.compile(rf"(?:[ \t]*>){{{MOST_NESTED + 1}}}|(?: {{4}}|\t){{{MOST_NESTED + 1}}}\S")
_LOOKS_LIKE_ADDRESS: Final = re.compile(
    r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,24})(?:[/?#]\S*)?", re.IGNORECASE
)
# Among other words, what begins or ends as most addresses do: "e.g.this" and "form.pdf" do not.
_ADDRESS_AMONG_WORDS: Final = re.compile(
    r"(?<![\w.@/-])(?:https?://)?(?=https?://|www\.|(?:[\w-]{1,63}\.){1,6}"
    r"(?:com|info|net|org|scot|uk|wales)(?![\w-]|\.\w))(?P<host>(?:[\w-]{1,63}\.){1,6}[a-z]{2,24})"
    r"(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_AROUND_ADDRESS: Final = " .,;:!?()[]\"'<>"
_SAYS_NOTHING: Final = frozenset(
    {"", "click", "click here", "click on this link", "continue", "details", "download", "go"}
    | {"here", "info", "learn more", "link", "more", "more info", "more information", "page"}
    | {"read more", "see more", "site", "this", "this link", "this page", "url", "web page"}
    | {"webpage", "website"}
)


def markdown_problems(
    body: str, path: str, first_line: int, *, own_pages: bool = False
) -> Iterator[Problem]:
    """Markdown is plain: headings from ##, no HTML, no pictures, links that lead where they say.

    With ``own_pages`` a link may begin with ``/`` and lead to a page of the site, and brackets may
    follow each other in a line of code, which begins with four blanks.
    """
    if not body:
        return
    if len(body) > MOST_CHARACTERS or body.count("[") > MOST_BRACKETS:
        yield Problem(
            path=path,
            line=first_line,
            column=1,
            code="text-too-long",
            message=f"the text has {len(body)} characters and {body.count('[')} brackets",
            fix=f"keep it under {MOST_CHARACTERS} characters and {MOST_BRACKETS} brackets",
        )
        return
    if "---" in body and (match := _SECOND_ENTRY.search(body)):
        yield Problem(
            path=path,
            line=first_line + body.count("\n", 0, match.start()),
            column=1,
            code="two-entries",
            message="a second entry starts here",
            fix="put one entry in one file",
        )
    shown = without_code(body)
    yield from _hidden_characters(shown, path, first_line)
    level = 1
    signs_of_lines = body.encode("utf-8", "replace").translate(None, _NO_SIGNS).split(b"\n")
    without_spans = shown.split("\n")
    lines = zip(body.split("\n"), without_spans, signs_of_lines, strict=True)
    has_gaps, has_pictures = _GAP in body, "![" in body
    for number, (line, words, signs) in enumerate(lines, first_line):
        if not signs and not (has_gaps and _GAP in line) and not (has_pictures and "![" in line):
            continue
        # Most signs are those of headings and links, which are looked at below.
        has_others = signs.strip(_OF_HEADINGS_AND_LINKS) or _GAP in words or "![" in words
        faults = list(_line_faults(words)) if has_others else []
        if "]" in line:
            # What looks like code in one line may be none beside the lines around it.
            judged = words if own_pages else line
            above = _paragraph_above(without_spans, number - first_line) if "](" in judged else ""
            faults += _brackets_faults(judged, own_pages=own_pages, above=above)
        if line.startswith("#"):
            faults += _heading_faults(line, level)
            level = max(2, len(line) - len(line.lstrip("#")))
        for fault in faults:
            yield fault.problem(path, number)


def _hidden_characters(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """A character reference stands for nothing that may not be typed."""
    for number, line in lines_with("&", body, first_line):
        shown = with_references(line)
        if shown.text != line:
            for problem in character_problems([shown.text], path, number):
                yield replace(problem, column=shown.origin_of(problem.column - 1) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    """What is wrong in a line, and at which character, from 0."""

    at: int
    code: str
    message: str
    fix: str
    severity: str = ERROR

    def problem(self, path: str, line: int) -> Problem:
        """The fault as a problem of a file."""
        return Problem(
            path=path,
            line=line,
            column=self.at + 1,
            code=self.code,
            message=self.message,
            fix=self.fix,
            severity=self.severity,
        )


def _heading_faults(line: str, level_above: int) -> list[_Fault]:
    """Headings go from ## to ###, one step at a time, with a space after the marks."""
    match = _HEADING.match(line)
    assert match is not None
    level, words = len(match["level"]), match["words"]
    if level > 1 and not words.startswith(" "):
        fix = f"write: {match['level']} {shown_to_paste(words.strip())}"
        return [
            _Fault(at=0, code="heading", message="there is no space after the # marks", fix=fix)
        ]
    if level == 1:
        fix = f"for a heading write: ## {shown_to_paste(words.strip())}"
        return [
            _Fault(at=0, code="heading-too-big", message="a line here starts with one #", fix=fix)
        ]
    if level > 3:
        fix = f"write: {'#' * min(3, level_above + 1)} {shown_to_paste(words.strip())}"
        return [
            _Fault(at=0, code="heading", message="a heading here has two or three # marks", fix=fix)
        ]
    if level > level_above + 1:
        fix = f"write: ## {shown_to_paste(words.strip())}"
        return [
            _Fault(
                at=0, code="heading", message="a heading with ### stands below one with ##", fix=fix
            )
        ]
    return []


def _line_faults(line: str) -> Iterator[_Fault]:
    for at, code, message, fix in markup_faults(line):
        yield _Fault(at=at, code=code, message=message, fix=fix)
    if _UNDERLINED.match(line):
        yield _Fault(
            at=0,
            code="heading-too-big",
            message="a line of = makes a heading here",
            fix="delete it and write ## instead",
        )
    if "![" in line and (match := _PICTURE.search(line)):
        yield _Fault(
            at=match.start(), code="picture", message="there is a picture here", fix="delete it"
        )
    if _DEEP.match(line):
        yield _Fault(
            at=0,
            code="nested-too-deeply",
            message="a list or quote stands too deep inside others",
            fix=f"use at most {MOST_NESTED} levels, or start the line further to the left",
        )


def _paragraph_above(lines: list[str], index: int) -> str:
    """The lines of the same paragraph above one, as the words of a link may begin there."""
    first = index
    while first > 0 and index - first < MOST_LINES_OF_LINK and lines[first - 1].strip():
        first -= 1
    return "".join(f"{line}\n" for line in lines[first:index])


def _brackets_faults(line: str, *, own_pages: bool, above: str = "") -> Iterator[_Fault]:
    reference = _OWN_REFERENCE if own_pages else _REFERENCE
    if ("]:" in line or "][" in line) and (match := reference.search(line)):
        yield _Fault(
            at=match.start(),
            code="link-by-reference",
            message="a link here leads by way of another line",
            fix="write the address beside its words: [words](https://…)",
        )
    for match in TARGET.finditer(line):
        if not (own_pages and is_own_page(match["target"])):
            yield from _link_faults(line, match, above)


def _link_faults(line: str, match: re.Match[str], above: str) -> Iterator[_Fault]:
    """What is wrong with one link, whose words may begin in a line above."""
    start = _start_of_words(above + line, len(above) + match.start())
    at = match.start() if start is None or start < len(above) else start - len(above)
    faults = _address_faults(match["target"], at)
    if not faults and match["end"] is None:
        faults = [
            _Fault(
                at=at,
                code="link-has-space",
                message="the address of a link goes on behind a space, or has no bracket at "
                "its end",
                fix="write all of it on one line: [words](https://…)",
            )
        ]
    yield from faults
    if start is None:
        return
    typed = (above + line)[start + 1 : len(above) + match.start()]
    words = " ".join(visible(typed, is_markdown=True).text.split())
    target = with_references(match["target"]).text
    if not faults and _leads_elsewhere(words, target):
        yield _Fault(
            at=at,
            code="link-mismatch",
            message="the words show one address, the link goes to another",
            fix="write in words where the link goes",
        )
    if words.casefold().strip(" .…>»→") in _SAYS_NOTHING:
        yield _Fault(
            at=at,
            code="link-says-nothing",
            message=f"the words {quoted(words)} do not say where the link goes",
            fix="say where the link goes, for example: [the panel's page](https://…)",
            severity=WARNING,
        )


def _start_of_words(text: str, end: int) -> int | None:
    """Where the words of a link open; brackets among them come in pairs."""
    depth = 1
    for at in range(end - 1, max(-1, end - MOST_CHARACTERS_OF_WORDS), -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if not depth:
            return at
    return None


def _address_faults(typed: str, at: int) -> list[_Fault]:
    """What is wrong with an address, read as Markdown does and as browsers do.

    Browsers take ``&#47`` for a slash without a semicolon behind it, too.
    """
    readings = dict.fromkeys([with_references(typed).text, unescape(typed)])
    return next((faults for one in readings if (faults := list(_target_faults(one, at)))), [])


def is_own_page(target: str) -> bool:
    """Whether an address leads to a page of this site, or to a place on the same page."""
    return ".." not in target and _OWN_PAGE.fullmatch(target) is not None


def _target_faults(target: str, at: int) -> Iterator[_Fault]:
    if target.startswith("mailto:"):
        if not _MAILBOX.fullmatch(target):
            yield _Fault(
                at=at,
                code="not-an-email",
                message="this link for e-mail holds more than one address, or none",
                fix="write it like [words](mailto:involvement@example.nhs.uk)",
            )
    elif target.startswith("tel:"):
        if not _PHONE.fullmatch(target):
            yield _Fault(
                at=at,
                code="not-a-phone-number",
                message="this link for a phone holds more than figures",
                fix="write it like [words](tel:01632960000)",
            )
    elif fault := link_fault(target):
        yield _Fault(at=at, code=fault.code, message=fault.message, fix=fault.fix)


def _leads_elsewhere(words: str, target: str) -> bool:
    """Whether words show addresses, none of which is the one that the link goes to."""
    if "@" in words and " " not in words:
        return not target.startswith("mailto:") or target[7:].casefold() != words.casefold()
    bare = words.strip(_AROUND_ADDRESS)
    whole = _LOOKS_LIKE_ADDRESS.fullmatch(bare)
    shown = [whole] if whole else list(_ADDRESS_AMONG_WORDS.finditer(words))
    return bool(shown) and all(_is_another(one, target) for one in shown)


def _is_another(shown: re.Match[str], target: str) -> bool:
    host = shown["host"].casefold().removeprefix("www.")
    if host != host_of(target).removeprefix("www."):
        return True
    written = shown[0].casefold().rstrip(_AROUND_ADDRESS)
    bare = written.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    way = target.casefold().removeprefix("https://").removeprefix("www.")
    return not way.startswith(bare.rstrip("/"))


class MarkdownRenderer:
    """Markdown to safe HTML, as GitHub shows it. One instance serves every entry."""

    def __init__(self) -> None:
        # The checker has no use for these, and starts faster without them.
        import cmarkgfm
        import nh3

        self._markdown: Any = cmarkgfm.markdown_to_html
        self._clean: Any = nh3.Cleaner(
            tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=REL
        ).clean

    def html(self, body: str) -> str:
        """The HTML of a body; links carry ``rel`` so that they pass on no credit."""
        if not body:
            return ""
        return str(self._clean(self._markdown(body))).rstrip()
