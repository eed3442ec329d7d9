"""Numbers: as people write them and say them, also where somebody disguises them."""

from __future__ import annotations

import re
from typing import Final

from catalogue.text.word_rules import Search, words

DIGITS: Final = {
    "zero": "0",
    "nought": "0",
    "naught": "0",
    "oh": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "hundred": "00",
}
TENS: Final = {
    "twenty": "2",
    "thirty": "3",
    "forty": "4",
    "fifty": "5",
    "sixty": "6",
    "seventy": "7",
    "eighty": "8",
    "ninety": "9",
}
# In a text with a number that is spoken one of these stands.
SPOKEN: Final = words("seven seventy zero nought naught hundred double triple treble")
TIMES: Final = {"double": 2, "triple": 3, "treble": 3}
# Letters that stand for digits when they stand beside digits.
LETTERS: Final = {"o": "0", "i": "1", "l": "1"}
_WORDS: Final = "|".join(sorted((*DIGITS, *TENS, *TIMES), key=len, reverse=True))
_DIGIT: Final = rf"(?:\d|(?<![a-z])(?:{_WORDS}|o)(?![a-z])|o(?=[\do])|(?<=[\do])[oil])"
_BETWEEN: Final = r"[ \t().,/\\–—_*+·-]{0,5}"
RUN_OF_DIGITS: Final = rf"(?<![a-z0-9]){_DIGIT}(?:{_BETWEEN}{_DIGIT}){{8,30}}"
PART_OF_RUN: Final = re.compile(rf"\d|{_WORDS}|[oil]", re.I)
MOBILE: Final = re.compile(r"(?:(?:00)?440?|0)7\d{9}")


def is_mobile(match: re.Match[str]) -> bool:
    """Whether digits in a row are the number of a mobile phone of the United Kingdom."""
    spoken = match[0].casefold()
    # Most numbers in entries are those of organisations, and many hold no 7 at all.
    has_seven = "7" in spoken or "seven" in spoken
    return has_seven and bool(MOBILE.search(digits_of(spoken)))


# A mobile number has 10 digits from its first 7 on. Three may be said at once, as "triple seven",
# and each of the others takes up a character at least.
_MAY_BE_MOBILE: Final = r"(?:7(?<![1235-9]7)|seven).{7}"
MOBILE_NUMBERS: Final = (
    Search(RUN_OF_DIGITS, only=is_mobile, any_case=True, first=_MAY_BE_MOBILE),
)


def digits_of(spoken: str) -> str:
    """The digits of a number, whether it is written, spoken or a mix of both.

    ``O77OO nine-hundred one two three`` is ``07700900123``, ``double seven`` is ``77`` and
    ``seventy-seven`` is ``77`` as well.
    """
    digits: list[str] = []
    times = 1
    after_tens = False
    for part in PART_OF_RUN.findall(spoken.casefold()):
        if part in TIMES:
            times = TIMES[part]
            continue
        digit = TENS.get(part) or DIGITS.get(part) or LETTERS.get(part, part)
        if after_tens and len(digit) == 1 and part not in TENS:
            digits[-1] = digits[-1][0]
        digits.append(digit * times + ("0" if part in TENS else ""))
        after_tens, times = part in TENS, 1
    return "".join(digits)
