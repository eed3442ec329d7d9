"""Characters: those that have no place in an entry, whatever its language.

Urdu, Persian joiners, emoji, Welsh and accents pass. What cannot be seen, what turns the
direction of text, and what looks like another letter does not. Unicode's own categories say which
these are: a test holds every character of Cc, Cf, Cn, Co and Cs, and what may be left out of sight,
against these classes and the few that are wanted.

The patterns are texts, which ``re`` compiles when they are first searched for: nearly every file is
plain, and these classes take long to compile.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from catalogue.problems.messages import ODD_CHARACTER, filled, message_for
from catalogue.problems.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Characters:
    """Characters that are refused for one reason: what a pattern finds, or a whole category."""

    code: str
    what: str
    fix: str
    pattern: str = ""
    category: str = ""


_PLANES: Final = range(0x10000, 0x110000, 0x10000)
# Written as the inside of a regular expression's brackets.
_CONTROL: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
)
_LINE_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_DIRECTION: Final = "\u202a-\u202e\u2066-\u2069"
_DIRECTION_MARKS: Final = "\u200e\u200f\u061c"
_INVISIBLE: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    # Signs of shorthand, of music and of old scripts that only steer others, or show nothing.
    "\u070f\U00013430-\U0001345f\U00016fe4\U0001bca0-\U0001bca3\U0001d159"
)
_LOST: Final = "\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_WIDE: Final = (
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u249c-\u24e9\U0001f110-\U0001f12b\U0001f130-\U0001f149"
    "\U0001f150-\U0001f169\U0001f170-\U0001f189\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124"
    "\u2128\u212c-\u2131\u2133\u2134\u2160-\u217f\u1d00-\u1d2b\ua730\ua731"
)
_JOINERS: Final = "\u200c\u200d"
UNASSIGNED: Final = "Cn"
# Emoji of next year: they are set aside for pictures, and shown as soon as a device knows them.
_FUTURE_EMOJI: Final = "\U0001f000-\U0001faff"
NOT_LOST: Final = f"[{_CONTROL}{_INVISIBLE}{_FUTURE_EMOJI}]"
"""Characters that are not assigned and have a class of their own, or are wanted."""
_MARKS: Final = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
# A joiner belongs between two letters of a script that joins, or between two pictures.
_BESIDE_A_JOINER: Final = r"[^\x00-\u02ff\u2000-\u200d\u2028-\u202f\u2060-\u206f]"
_STRAY_JOINER: Final = (
    f"(?<!{_BESIDE_A_JOINER})[{_JOINERS}]|[{_JOINERS}](?!{_BESIDE_A_JOINER})|[A-Za-z][\ufe0e\ufe0f]"
)

_DELETE_AND_RETYPE: Final = "delete it and type the word again"
CLASSES: Final = (
    Characters(
        code="control-character",
        pattern=f"[{_LINE_BREAKS}]",
        what="a hidden line break",
        fix="delete it, and keep the text on one line",
    ),
    Characters(
        code="control-character",
        pattern=f"[{_CONTROL}]",
        what="a control character",
        fix="delete it: it often comes with text copied from another program",
    ),
    Characters(
        code="text-direction",
        pattern=f"[{_DIRECTION}]",
        what="a hidden character that changes the text-direction",
        fix="delete it and type the words again",
    ),
    Characters(
        code="invisible-character",
        pattern=f"[{_INVISIBLE}]|{_STRAY_JOINER}",
        what="an invisible character",
        fix=_DELETE_AND_RETYPE,
    ),
    Characters(
        code="lost-character",
        pattern=f"[{_LOST}]",
        what="a character that other people cannot see",
        fix="type the word again",
    ),
    Characters(
        code="lost-character",
        category=UNASSIGNED,
        what="a character that other people cannot see",
        fix="type the word again",
    ),
    Characters(
        code="wide-letter",
        pattern=f"[{_WIDE}]",
        what="a full-width or styled letter",
        fix="type it again with ordinary letters",
    ),
    Characters(
        code="stacked-marks",
        pattern=f"[{_MARKS}]{{4,}}",
        what="a pile of accents on one letter",
        fix=_DELETE_AND_RETYPE,
    ),
)
MARK_OUT_OF_PLACE: Final = Characters(
    code="text-direction", pattern=f"[{_DIRECTION_MARKS}]", what=CLASSES[2].what, fix=CLASSES[2].fix
)
RIGHT_TO_LEFT: Final = "[\u0590-\u05ff\u0620-\u08ff\ufb1d-\ufdcf\ufe70-\ufefc]"
# England, Scotland and Wales: a black flag, letters that cannot be seen, and an end.
FLAG_OF_A_NATION: Final = (
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
SUSPECT: Final = (
    f"[{_CONTROL}{_LINE_BREAKS}{_DIRECTION}{_DIRECTION_MARKS}{_INVISIBLE}{_LOST}{_WIDE}{_JOINERS}{_MARKS}]"
    "|[A-Za-z][\ufe0e\ufe0f]"
)
REFUSED_BY_YAML: Final = f"{_CONTROL}{_LINE_BREAKS}\ufeff"
"""Inside of brackets: what the reader of YAML gives up at."""

_PLAIN: Final = bytes(range(32, 127))
# Letters of Europe, quotation marks, dashes, money and full-width signs. None of them is refused,
# and most lines that are not plain hold no others.
COMMON: Final = frozenset(
    map(chr, chain(range(0x20, 0x7F), range(0xA0, 0xAD), range(0xAE, 0x250), range(0x2010, 0x2028)))
).union(map(chr, chain(range(0x20A0, 0x20C1), range(0xFF01, 0xFF10), range(0xFF1A, 0xFF21))))
WORD: Final = r"\w+"
OTHER_ALPHABETS: Final = "[\u0250-\u02af\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff]"
# The letters of phonetics, such as \u0251, count as an alphabet of their own.
ALPHABETS: Final = tuple(
    f"[{letters}]"
    for letters in (
        "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua787\uab30-\uab5a"
        "\ufb00-\ufb06",
        "\u0250-\u02af",
        "\u0370-\u0373\u0376-\u037f\u0386-\u03e1\u03f0-\u03ff\u1d26-\u1d2a\u1f00-\u1fff",
        "\u0400-\u052f\u1c80-\u1c88\u1d2b\ua640-\ua69f",
        "\u0531-\u0588\ufb13-\ufb17",
        "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d",
        "\u13a0-\u13fd\uab70-\uabbf",
    )
)
# TGFβ and IFNγ are names of substances: Latin capitals, then one Greek letter like no Latin one.
SUBSTANCE: Final = "[A-Z]{2,}[0-9]*[αβγδεκλμ][0-9]*"
_LOOKS_LATIN: Final = (
    "АВЕКМНОРСТУХЅІЈаеорсухѕіјһԁԛԝ"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"  # Greek
)
DISGUISED: Final = rf"[\d_]*(?:[{_LOOKS_LATIN}][\d_]*){{2,}}"
TWO_LATIN: Final = "[A-Za-z]{2}"
LONGEST_WORD: Final = 40


def character_problems(lines: Sequence[str], path: str, first_line: int = 1) -> Iterator[Problem]:
    """Text holds only characters that a reader can see and trust."""
    if is_plain("".join(lines)):
        return
    for number, line in enumerate(lines, first_line):
        if is_plain(line) or COMMON.issuperset(line):
            continue
        if re.search(SUSPECT, line) or not _is_assigned(line):
            yield from _refused(line, path, number)
        if re.search(OTHER_ALPHABETS, line):
            yield from _mixed(line, path, number)


def is_plain(text: str) -> bool:
    """Whether a text of one line holds nothing but ASCII that can be seen."""
    return text.isascii() and not text.encode().translate(None, _PLAIN)


def readable_by_yaml(line: str) -> str:
    """The line with a space for each character at which the YAML reader would give up."""
    return line if line.isprintable() else re.sub(f"[{REFUSED_BY_YAML}]", " ", line)


def _refused(line: str, path: str, number: int) -> Iterator[Problem]:
    shown = re.sub(FLAG_OF_A_NATION, lambda flag: "." * len(flag[0]), line)
    classes = CLASSES if re.search(RIGHT_TO_LEFT, line) else (*CLASSES, MARK_OUT_OF_PLACE)
    for one in classes:
        found = _found(one, shown)
        if found:
            at, odd = found
            yield Problem(
                path=path,
                line=number,
                column=at + 1,
                code=one.code,
                message=filled(ODD_CHARACTER, what=one.what, number=f"{ord(odd):04X}"),
                fix=one.fix,
            )


def _found(one: Characters, line: str) -> tuple[int, str] | None:
    """Where the first character of a class stands, and which it is."""
    if one.pattern:
        found = re.search(one.pattern, line)
        return (found.start(), found[0][-1]) if found else None
    # Those that Unicode will never assign are control characters, and told of as such.
    places = (
        (at, odd)
        for at, odd in enumerate(line)
        if unicodedata.category(odd) == one.category and not re.match(NOT_LOST, odd)
    )
    return next(places, None)


def _is_assigned(line: str) -> bool:
    return all(unicodedata.category(one) != UNASSIGNED for one in set(line) - COMMON)


def _mixed(line: str, path: str, number: int) -> Iterator[Problem]:
    for word in re.finditer(WORD, line):
        written = word[0]
        if written.isascii() or not (_is_mixed(written) or _is_disguised(written, line)):
            continue
        yield Problem(
            path=path,
            line=number,
            column=word.start() + 1,
            **message_for("mixed-alphabets", word=written[:LONGEST_WORD])._asdict(),
        )


def _is_mixed(word: str) -> bool:
    return _alphabets(word) > 1 and not re.fullmatch(SUBSTANCE, word)


def _is_disguised(word: str, line: str) -> bool:
    """Whether a word is made of foreign letters that all look Latin, in a line of Latin words."""
    return bool(
        re.fullmatch(DISGUISED, word) and re.search(TWO_LATIN, line.partition(":")[2] or line)
    )


def _alphabets(word: str) -> int:
    """How many alphabets the letters of a word are from."""
    return sum(bool(re.search(alphabet, word)) for alphabet in ALPHABETS)
