"""Line checks: what can be told of an entry before it is read as YAML.

One unreadable line must hide neither the other mistakes of its file nor other files. So each
line is looked at by itself; one that YAML could not read is reported here in plain words and
left out of what the YAML reader sees. Line numbers stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from catalogue.parsing.nodes import LOST
from catalogue.parsing.value_checks import BLOCK_START, COMMENT, Fault, plain_line, value_fault
from catalogue.problems.problem import Problem
from catalogue.problems.quoting import quoted, shown_to_paste

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """Lines that YAML can try, and what was wrong with the others."""

    lines: list[str]
    problems: list[Problem]


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
                problems.append(Problem(path=path, line=number, **asdict(told)))
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
        problems.append(Problem(path=path, line=number, **asdict(fault)))
    return Readable(lines=kept, problems=problems)


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


def _too_far_in(line: str, above: str) -> Fault:
    """Why a line may not stand further in than the one above, which is a name with its value."""
    words = line.lstrip()
    column = len(line) - len(words) + 1
    name = above.partition(":")[0].rstrip()
    code, message = "not-lined-up", f"this line does not line up with {quoted(name)} above it"
    if "\t" in line[: column - 1]:
        column, code, message = 1, "tab", "this line starts with a Tab"
    elif not (_KEY_AND_VALUE.match(words) or _LIST_ITEM.match(words) or words.rstrip()[-1] == ":"):
        return Fault(
            column=column,
            code=code,
            message=f"this line goes on from {quoted(name)} above it",
            fix="put both on one line",
        )
    return Fault(
        column=column,
        code=code,
        message=message,
        fix=f"delete the space before it; or, if it belongs below {name}:, delete what stands "
        f"after {name}: on that line",
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _starts_block(line: str) -> bool:
    match = _KEY_AND_VALUE.match(line)
    return bool(match and BLOCK_START.match(match["value"]))


def _fault(line: str) -> Fault | None:
    stripped = line.strip()
    if not stripped or stripped.startswith("#"):
        return None
    for look_at in _WHOLE_LINE:
        if fault := look_at(line):
            return fault
    if match := _KEY_AND_VALUE.match(line):
        return value_fault(match["value"], len(match["start"]) + 1, f"{match['key']}: ")
    if match := _LIST_ITEM.match(line):
        return value_fault(match["value"], len(match["start"]) + 1, "- ")
    return None


def _conflict(line: str) -> Fault | None:
    if not _CONFLICT.match(line):
        return None
    return Fault(
        column=1,
        code="conflict-marker",
        message=f"git left a marker here: {quoted(line[:7])}",
        fix="keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )


def _tab(line: str) -> Fault | None:
    if "\t" not in line[: len(line) - len(line.lstrip())]:
        return None
    return Fault(
        column=1, code="tab", message="this line starts with a Tab", fix="use two spaces instead"
    )


def _unusual_space(line: str) -> Fault | None:
    if not _INDENTED_BY_UNUSUAL_SPACE.match(line):
        return None
    return Fault(
        column=1,
        code="unusual-space",
        message="this line starts with an unusual space, often copied from a web page",
        fix="delete the spaces at the start of the line and type ordinary ones",
    )


def _wide_colon(line: str) -> Fault | None:
    match = _WIDE_COLON.match(line)
    if not match:
        return None
    name, words = match[0][:-1].strip(), line[match.end() :]
    return Fault(
        column=match.end(),
        code="wide-colon",
        message=f"the colon '{match[0][-1]}' comes from another keyboard",
        fix=f"type an ordinary colon and one space after it: {plain_line(f'{name}: ', words)}",
    )


def _directive(line: str) -> Fault | None:
    if not line.startswith("%"):
        return None
    return Fault(
        column=1,
        code="directive",
        message=f"a line cannot start with {quoted(line.split()[0])}",
        fix="delete this line",
    )


def _second_entry(line: str) -> Fault | None:
    if not re.match(r"(?:---|\.\.\.)(?:\s|$)", line):
        return None
    return Fault(
        column=1,
        code="two-entries",
        message=f"a line of {line[:3]} ends the facts here, but more lines follow",
        fix="delete this line; put a second entry in a file of its own",
    )


def _no_space(line: str) -> Fault | None:
    if match := _NO_SPACE_AFTER_COLON.match(line):
        return Fault(
            column=match.start("value") + 1,
            code="no-space",
            message=f"there is no space after '{match['key']}:'",
            fix=f"write: {plain_line(match['key'] + ': ', match['value'])}",
        )
    if match := _NO_SPACE_AFTER_DASH.match(line):
        return Fault(
            column=match.start("value") + 1,
            code="no-space",
            message="there is no space after the dash",
            fix=f"write: {plain_line('- ', match['value'])}",
        )
    return None


def _other_bullet(line: str) -> Fault | None:
    match = _OTHER_BULLET.match(line)
    if not match:
        return None
    return Fault(
        column=match.start("mark") + 1,
        code="unreadable-line",
        message=f"this line starts with {match['mark']}, and lists here have a plain dash (-)",
        fix=f"write: {plain_line('- ', match['value'])}",
    )


def _no_colon(line: str) -> Fault | None:
    match = _NO_COLON.match(line)
    if not match or line.rstrip().endswith((",", "]", "}")):
        return None
    better = plain_line(match["key"].casefold() + ": ", match["value"])
    return Fault(
        column=match.end("key") + 1,
        code="no-colon",
        message=f"there is no colon after '{match['key']}'",
        fix=f"write: {better}"
        if match["sign"]
        else f"put a colon and a space after '{match['key']}'; or, if this line goes on from the "
        "one above, put both on one line",
    )


_WHOLE_LINE: Final[tuple[Callable[[str], Fault | None], ...]] = (
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


def _brackets(line: str, following: str) -> Fault | None:
    """A list in brackets is closed before the next name, once, and has one comma at a time."""
    match = _KEY_AND_VALUE.match(line)
    if not match or match["value"][:1] not in ("[", "{"):
        return None
    value = COMMENT.sub("", match["value"]).rstrip()
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
    return Fault(
        column=len(match["start"]) + 1,
        code="brackets",
        message=message,
        fix=f"write: {match['key']}: {shown_to_paste(better)}",
    )


def _goes_on(line: str, following: str, closing: str) -> bool:
    """Whether the list goes on in the next line."""
    return bool(following.strip()) and (
        _indent(following) > _indent(line) or following.lstrip()[0] == closing
    )
