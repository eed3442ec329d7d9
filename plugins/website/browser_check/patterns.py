r"""Patterns: a regular expression of Python's, written so that a browser reads the same.

JavaScript has other names for groups, knows letters of plain English alone behind ``\w`` and
``\b``, and takes no flags inside a pattern. What cannot be said there raises ValueError.
"""

from __future__ import annotations

import re
from typing import Final

IGNORES_CASE: Final = "(?i)"
"""Stands before a pattern for which capitals count as small letters."""

_WORD: Final = r"\p{L}\p{N}_"
_SPACE: Final = r"\s\x1c-\x1f\x85"
_CLASSES: Final = {"w": f"[{_WORD}]", "W": f"[^{_WORD}]", "d": r"\p{Nd}", "D": r"\P{Nd}"} | {
    "s": f"[{_SPACE}]",
    "S": f"[^{_SPACE}]",
    "b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
}
_CLASSES_IN_BRACKETS: Final = {"w": _WORD, "d": r"\p{Nd}", "D": r"\P{Nd}", "s": _SPACE}
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v"}
# A ``run`` is of signs that both write alike: taken together, since most of a pattern is such.
_TOKEN: Final = re.compile(
    r"\\x(?P<byte>[0-9a-fA-F]{2})|\\u(?P<unit>[0-9a-fA-F]{4})|\\(?P<escaped>.)"
    r"|\(\?P<(?P<name>\w+)>|\(\?P=(?P<again>\w+)\)|(?P<group>\((?:\?(?:[:=!]|<[=!]|i:))?)"
    r"|(?P<bracket>\[\^?\]?)|(?P<count>\{\d*,?\d*\})"
    r"|(?P<run>[A-Za-z0-9 !\"#%&',:;<=>@_`~|^$*+?/-]{2,})|(?P<plain>.)",
    re.DOTALL,
)
_SYNTAX: Final = frozenset("^$\\.*+?()[]{}|/")
_SYNTAX_IN_BRACKETS: Final = frozenset("\\[]^-")


def portable(pattern: re.Pattern[str] | str) -> str:
    """The source of a pattern, for JavaScript's flag ``u``. Raises ValueError if it has none."""
    if isinstance(pattern, str):
        bare = pattern.removeprefix(IGNORES_CASE)
        return portable_source(bare, any_case=bare != pattern)
    return portable_source(pattern.pattern, any_case=bool(pattern.flags & re.IGNORECASE))


def portable_source(source: str, *, any_case: bool) -> str:
    """The same of a pattern that need not be compiled for it."""
    return (IGNORES_CASE if any_case else "") + "".join(_Translation(source).parts())


def portable_whole(pattern: re.Pattern[str] | str) -> str:
    """The same for a pattern that has to fit a whole text."""
    source = portable(pattern)
    bare = source.removeprefix(IGNORES_CASE)
    return f"{IGNORES_CASE if bare != source else ''}^(?:{bare})$"


class _Translation:
    """One walk over the pieces of a pattern."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._in_brackets = False
        self._any_case: list[bool] = []
        """For each group that is open: whether capitals count as small letters in it."""

    def parts(self) -> list[str]:
        return [self._part(match) for match in _TOKEN.finditer(self._source)]

    def _part(self, match: re.Match[str]) -> str:
        kind, text = str(match.lastgroup), match[match.lastgroup or 0]
        if kind in ("byte", "unit"):
            return self._literal(chr(int(text, 16)))
        if kind == "escaped":
            return self._escaped(text)
        if self._in_brackets:
            return self._inside(match[0])
        if kind == "name":
            return self._opened(f"(?<{text}>", any_case=False)
        if kind == "again":
            return rf"\k<{text}>"
        if kind == "group":
            return self._opened(text.replace("?i:", "?:"), any_case="?i:" in text)
        if kind == "bracket":
            self._in_brackets = True
            return text.replace("]", r"\]")
        if kind == "run":
            return "".join(map(self._plain, text)) if any(self._any_case) else text
        return text if kind == "count" else self._plain(text)

    def _opened(self, written: str, *, any_case: bool) -> str:
        self._any_case.append(any_case)
        return written

    def _escaped(self, letter: str) -> str:
        known = _CLASSES_IN_BRACKETS if self._in_brackets else _CLASSES
        if letter in known:
            return known[letter]
        if letter in _CONTROLS:
            return self._literal(_CONTROLS[letter])
        if letter.isalnum():
            raise ValueError(f"\\{letter} in {self._source}")
        return self._literal(letter)

    def _inside(self, text: str) -> str:
        """What stands between square brackets; a token there may be several characters long."""
        end = text.find("]")
        if end >= 0:
            self._in_brackets = False
            return "".join(map(self._in_list, text[:end])) + "]"
        return "".join(map(self._in_list, text))

    def _in_list(self, character: str) -> str:
        return character if character in "-^" else self._literal(character)

    def _plain(self, character: str) -> str:
        if character == ".":
            return r"[^\n]"
        if character == ")":
            self._any_case.pop()
        if character in "}]" or (character == "{"):
            return f"\\{character}"
        return character if character in _SYNTAX else self._literal(character)

    def _literal(self, character: str) -> str:
        if self._in_brackets:
            if any(self._any_case) and character.isalpha():
                raise ValueError(f"letters in brackets, of any case, in {self._source}")
            escaped = character in _SYNTAX_IN_BRACKETS
        else:
            if any(self._any_case) and character.lower() != character.upper():
                return f"[{character.lower()}{character.upper()}]"
            escaped = character in _SYNTAX
        if escaped:
            return f"\\{character}"
        return character if " " <= character <= "~" else f"\\u{{{ord(character):x}}}"
