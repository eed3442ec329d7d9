"""Lines: what can be told of an entry before it is read as YAML.

One unreadable line must hide neither the other mistakes of its file nor other files. So each
line is looked at by itself; one that YAML could not read is reported here in plain words and
left out of what the YAML reader sees. Line numbers stay as they are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from catalogue.parsing.nodes import LOST
from catalogue.problems.problem import Problem
from catalogue.problems.quoting import MOST_TO_PASTE, quoted, shown_to_paste

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Words that begin with a letter or figure and hold nothing that YAML minds.
_WORDS: Final = r"[A-Za-z0-9][^\s#:]*(?:(?: (?!#)|:(?=\S))[^\s#:]*)*"
_QUOTED: Final = r'"[^"\\]*"'
_CODE: Final = r"[A-Za-z0-9_][A-Za-z0-9_./-]*(?::[A-Za-z0-9_./-]+)*"
_LISTED: Final = rf"\[{_CODE}(?:, {_CODE})*\]"
# A name or a dash, then something that YAML surely reads.
_FINE: Final = f"(?:{_WORDS}|{_QUOTED}|{_LISTED})"
_SURELY_FINE: Final = re.compile(rf" *(?:- )?[a-z_0-9]+:(?: {_FINE})?|  +- {_FINE}")
_KEY_AND_VALUE: Final = re.compile(
    r"(?P<start> *(?:- +)?(?P<key>[A-Za-z_][\w-]*) ?:[ \t]+)(?P<value>.*)$"
)
_LIST_ITEM: Final = re.compile(r"(?P<start> *- +)(?P<value>.*)$")
_OTHER_BULLET: Final = re.compile(r" *(?P<mark>[*•‣◦·–—]) +(?P<value>.*)$")
_NO_SPACE_AFTER_COLON: Final = re.compile(
    r" *(?:- +)?(?P<key>[a-z_]+):(?P<value>(?:[^\s:/]|[\u00a0\u2000-\u200a\u202f\u3000]).*)$"
)
_NO_SPACE_AFTER_DASH: Final = re.compile(r" *-(?P<value>[A-Za-z0-9'\"].*)$")
_NO_COLON: Final = re.compile(r"(?P<key>[A-Za-z_]+)(?P<sign> ?[=;-])? +(?P<value>[^\s:][^:]*)$")
_WIDE_COLON: Final = re.compile(r"[ ]*(?:- +)?[A-Za-z_]+\s*[\uff1a\ufe55\ua789\u2236\u02d0]")
_CONFLICT: Final = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
_INDENTED_BY_UNUSUAL_SPACE: Final = re.compile(
    r"^[ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_BLOCK_START: Final = re.compile(r"[|>][+-]?\d?[+-]? *(#.*)?$")
_MARKDOWN_LINK: Final = re.compile(r"\[[^\[\]]*\]\((?P<address>[^()\s]+)\)\s*$")
_SHORTCUT: Final = re.compile(r"&\w+(?:\s|$)|\*\w+(?:\s|$)")
_NEEDS_QUOTES: Final = "@`%>|&*,]}?"
_SMART_QUOTES: Final = "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
_LIST_ON_ONE_LINE: Final = re.compile(r"- +(?P<value>\S.*)$")
_SINGLE_QUOTED: Final = re.compile(r"'(?:[^']|'')*'\s*(?:\s#.*)?")
_DOUBLE_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:\s#.*)?')
_COMMENT: Final = re.compile(r"\s#.*$")


class Readable(NamedTuple):
    """Lines that YAML can try, and what was wrong with the others."""

    lines: list[str]
    problems: list[Problem]


class _Fault(NamedTuple):
    column: int
    code: str
    message: str
    fix: str


def readable_lines(lines: Sequence[str], path: str, first_line: int = 1) -> Readable:
    """The lines with those that YAML would stumble over taken out and reported."""
    kept: list[str] = []
    problems: list[Problem] = []
    block_indent = -1
    above = ""
    is_too_far_in = False
    for number, (line, following) in enumerate(pairwise([*lines, ""]), first_line):
        if block_indent >= 0 and (not line.strip() or _indent(line) > block_indent):
            kept.append(line)
            continue
        block_indent = -1
        is_inside = line[:1] in (" ", "\t") and not line.isspace()
        if is_inside and (is_too_far_in or _has_its_value(above)):
            if not is_too_far_in:
                told = _too_far_in(line, above)
                problems.append(Problem(path=path, line=number, **told._asdict()))
            kept.append("")
            is_too_far_in, above = True, ""
            continue
        is_too_far_in, above = is_too_far_in and not line.strip(), line
        if _SURELY_FINE.fullmatch(line):
            kept.append(line)
            continue
        fault = _fault(line) or _brackets(line, following)
        if fault is None:
            kept.append(line)
            if _starts_block(line):
                block_indent = _indent(line)
            continue
        kept.append(stand_in(line))
        problems.append(Problem(path=path, line=number, **fault._asdict()))
    return Readable(kept, problems)


def stand_in(line: str) -> str:
    """A line that keeps the key, so that it is not also reported as missing."""
    line = _ordinary_start(line)
    if match := _KEY_AND_VALUE.match(line) or _NO_SPACE_AFTER_COLON.match(line):
        dash = "- " if line.lstrip().startswith("- ") else ""
        return f'{" " * _indent(line)}{dash}{match["key"]}: "{LOST}"'
    if match := _LIST_ITEM.match(line):
        return f'{match["start"]}"{LOST}"'
    if _NO_SPACE_AFTER_DASH.match(line) or _OTHER_BULLET.match(line):
        return f'{" " * _indent(line)}- "{LOST}"'
    if match := _WIDE_COLON.match(line):
        return f'{match[0][:-1].rstrip()}: "{LOST}"'
    if match := _NO_COLON.match(line):
        return f'{match["key"].casefold()}: "{LOST}"'
    return ""


def _ordinary_start(line: str) -> str:
    """The line with plain spaces for the tabs and unusual spaces at its start."""
    words = line.lstrip()
    start = line[: len(line) - len(words)].replace("\t", "  ")
    return " " * len(start) + words


def _has_its_value(line: str) -> bool:
    """Whether a line at the left edge is a name with its value, so that nothing can go below it."""
    match = _KEY_AND_VALUE.match(line) if line[:1].isalpha() and line[-1:] != ":" else None
    return match is not None and match["value"][:1] not in ("", "#", "[", "{", "|", ">")


def _too_far_in(line: str, above: str) -> _Fault:
    """Why a line may not stand further in than the one above, which is a name with its value."""
    words = line.lstrip()
    column = len(line) - len(words) + 1
    name = above.partition(":")[0].rstrip()
    code, message = "not-lined-up", f"this line does not line up with {quoted(name)} above it"
    if "\t" in line[: column - 1]:
        column, code, message = 1, "tab", "this line starts with a Tab"
    elif not (_KEY_AND_VALUE.match(words) or _LIST_ITEM.match(words) or words.rstrip()[-1] == ":"):
        return _Fault(
            column,
            code,
            f"this line goes on from {quoted(name)} above it",
            "put both on one line",
        )
    return _Fault(
        column,
        code,
        message,
        f"delete the space before it; or, if it belongs below {name}:, delete what stands after "
        f"{name}: on that line",
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _starts_block(line: str) -> bool:
    match = _KEY_AND_VALUE.match(line)
    return bool(match and _BLOCK_START.match(match["value"]))


def _fault(line: str) -> _Fault | None:
    stripped = line.strip()
    if not stripped or stripped.startswith("#"):
        return None
    for look_at in _WHOLE_LINE:
        if fault := look_at(line):
            return fault
    if match := _KEY_AND_VALUE.match(line):
        return _value_fault(match["value"], len(match["start"]) + 1, f"{match['key']}: ")
    if match := _LIST_ITEM.match(line):
        return _value_fault(match["value"], len(match["start"]) + 1, "- ")
    return None


def _conflict(line: str) -> _Fault | None:
    if not _CONFLICT.match(line):
        return None
    return _Fault(
        1,
        "conflict-marker",
        f"git left a marker here: {quoted(line[:7])}",
        "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )


def _tab(line: str) -> _Fault | None:
    if "\t" not in line[: len(line) - len(line.lstrip())]:
        return None
    return _Fault(1, "tab", "this line starts with a Tab", "use two spaces instead")


def _unusual_space(line: str) -> _Fault | None:
    if not _INDENTED_BY_UNUSUAL_SPACE.match(line):
        return None
    return _Fault(
        1,
        "unusual-space",
        "this line starts with an unusual space, often copied from a web page",
        "delete the spaces at the start of the line and type ordinary ones",
    )


def _wide_colon(line: str) -> _Fault | None:
    match = _WIDE_COLON.match(line)
    if not match:
        return None
    name, words = match[0][:-1].strip(), line[match.end() :]
    return _Fault(
        match.end(),
        "wide-colon",
        f"the colon '{match[0][-1]}' comes from another keyboard",
        f"type an ordinary colon and one space after it: {_plain_line(f'{name}: ', words)}",
    )


def _directive(line: str) -> _Fault | None:
    if not line.startswith("%"):
        return None
    return _Fault(
        1,
        "directive",
        f"a line cannot start with {quoted(line.split()[0])}",
        "delete this line",
    )


def _second_entry(line: str) -> _Fault | None:
    if not re.match(r"(?:---|\.\.\.)(?:\s|$)", line):
        return None
    return _Fault(
        1,
        "two-entries",
        f"a line of {line[:3]} ends the facts here, but more lines follow",
        "delete this line; put a second entry in a file of its own",
    )


def _no_space(line: str) -> _Fault | None:
    if match := _NO_SPACE_AFTER_COLON.match(line):
        return _Fault(
            match.start("value") + 1,
            "no-space",
            f"there is no space after '{match['key']}:'",
            f"write: {_plain_line(match['key'] + ': ', match['value'])}",
        )
    if match := _NO_SPACE_AFTER_DASH.match(line):
        return _Fault(
            match.start("value") + 1,
            "no-space",
            "there is no space after the dash",
            f"write: {_plain_line('- ', match['value'])}",
        )
    return None


def _other_bullet(line: str) -> _Fault | None:
    match = _OTHER_BULLET.match(line)
    if not match:
        return None
    return _Fault(
        match.start("mark") + 1,
        "unreadable-line",
        f"this line starts with {match['mark']}, and lists here have a plain dash (-)",
        f"write: {_plain_line('- ', match['value'])}",
    )


def _no_colon(line: str) -> _Fault | None:
    match = _NO_COLON.match(line)
    if not match or line.rstrip().endswith((",", "]", "}")):
        return None
    better = _plain_line(match["key"].casefold() + ": ", match["value"])
    return _Fault(
        match.end("key") + 1,
        "no-colon",
        f"there is no colon after '{match['key']}'",
        f"write: {better}"
        if match["sign"]
        else f"put a colon and a space after '{match['key']}'; or, if this line goes on from the "
        "one above, put both on one line",
    )


_WHOLE_LINE: Final[tuple[Callable[[str], _Fault | None], ...]] = (
    _conflict,
    _tab,
    _unusual_space,
    _wide_colon,
    _directive,
    _second_entry,
    _no_space,
    _other_bullet,
    _no_colon,
)


def _brackets(line: str, following: str) -> _Fault | None:
    """A list in brackets is closed before the next name, once, and has one comma at a time."""
    match = _KEY_AND_VALUE.match(line)
    if not match or match["value"][:1] not in ("[", "{"):
        return None
    value = _COMMENT.sub("", match["value"]).rstrip()
    opening, closing = ("[", "]") if value[0] == "[" else ("{", "}")
    open_ones = value.count(opening) - value.count(closing)
    message, better = "", value
    if re.search(r",\s*,", value):
        message, better = "there are two commas in a row", re.sub(r",(\s*,)+", ",", value)
    elif open_ones < 0:
        message, better = f"there is a {closing} too many", value[:open_ones]
    elif open_ones == 1 and not _goes_on(line, following, closing):
        message, better = f"the {opening} here has no {closing}", value + closing
    if not message:
        return None
    return _Fault(
        len(match["start"]) + 1,
        "brackets",
        message,
        f"write: {match['key']}: {shown_to_paste(better)}",
    )


def _goes_on(line: str, following: str, closing: str) -> bool:
    """Whether the list goes on in the next line."""
    return bool(following.strip()) and (
        _indent(following) > _indent(line) or following.lstrip()[0] == closing
    )


def _value_fault(value: str, column: int, before: str) -> _Fault | None:
    first = value[:1]
    if not first or _BLOCK_START.match(value) or first == "#":
        return None
    if first in "[{":
        return _markdown_link(value, column, before)
    if first == "'":
        return _single_quote_fault(value, column, before)
    if first == '"':
        return _double_quote_fault(value, column, before)
    if _SHORTCUT.match(value):
        return _Fault(
            column,
            "shortcut",
            "& and * shortcuts are not allowed here",
            f"write the text out, or put it in double quotes: {_line_to_paste(before, value)}",
        )
    if first == "!":
        return _Fault(
            column,
            "tag",
            "a value cannot start with !",
            f"put the value in double quotes: {_line_to_paste(before, value)}",
        )
    if first in _NEEDS_QUOTES:
        return _Fault(
            column,
            "needs-quotes",
            f"this text starts with {first}: put the value in double quotes",
            f"write: {_line_to_paste(before, value)}",
        )
    if first in _SMART_QUOTES and _stands_in_curly_marks(value.rstrip()):
        return _Fault(
            column,
            "curly-quotes",
            f"this text stands between curly quotation marks ({first})",
            f"write: {_plain_line(before, value.strip(_SMART_QUOTES))}",
        )
    return _plain_fault(value, column, before)


def _stands_in_curly_marks(value: str) -> bool:
    """Whether marks stand round a whole value, and not round some of its words."""
    inside = value[1:-1].replace("\u2019", "")
    return value[-1] in _SMART_QUOTES and not set(inside) & set(_SMART_QUOTES)


def _markdown_link(value: str, column: int, before: str) -> _Fault | None:
    match = _MARKDOWN_LINK.match(value)
    if not match:
        return None
    return _Fault(
        column,
        "link-in-words",
        "this is a link as it is written below the facts",
        f"keep the words alone, or the address alone: {shown_to_paste(before + match['address'])}",
    )


def _single_quote_fault(value: str, column: int, before: str) -> _Fault | None:
    if _SINGLE_QUOTED.fullmatch(value):
        return None
    words = value.strip().strip("'").replace("''", "'")
    return _Fault(
        column,
        "needs-quotes",
        "an apostrophe ends this text too early: use double quotes",
        f"write: {_line_to_paste(before, words)}",
    )


def _double_quote_fault(value: str, column: int, before: str) -> _Fault | None:
    if _DOUBLE_QUOTED.fullmatch(value):
        return None
    inner = value.strip()[1:].replace('\\"', '"')
    words = f'"{inner}' if '"' in inner.rstrip('"') else inner.rstrip('"')
    return _Fault(
        column,
        "quote-left-open",
        "the double quotes round this text do not match",
        f"write: {_line_to_paste(before, words)}",
    )


def _plain_fault(value: str, column: int, before: str) -> _Fault | None:
    if lost := re.search(r"\s#", value):
        return _Fault(
            column + lost.start() + 1,
            "hash-cuts-text",
            "everything after # is lost: put the value in double quotes",
            f"write: {_line_to_paste(before, value)}",
        )
    if colon := re.search(r":(?=\s|$)", value):
        return _Fault(
            column + colon.start(),
            "needs-quotes",
            "there is a colon in this text: put the value in double quotes",
            f"write: {_line_to_paste(before, value)}",
        )
    if match := _LIST_ON_ONE_LINE.match(value):
        return _Fault(
            column,
            "list-on-one-line",
            "a list with a dash starts on a line of its own",
            f"write: {before}[{shown_to_paste(match['value'])}]",
        )
    return None


def _plain_line(before: str, value: str) -> str:
    """A line as somebody meant it, in double quotes where YAML needs them."""
    text = " ".join(value.split())
    needs_quotes = _value_fault(text, 1, before) is not None
    return _line_to_paste(before, text) if needs_quotes else f"{before}{shown_to_paste(text)}"


def _line_to_paste(before: str, value: str) -> str:
    text = value.strip()
    if len(text) > MOST_TO_PASTE:
        return f'{before}"…" with all your words between the two marks'
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{before}"{escaped}"'
