"""Messages: what is said of a wrong value, once for the checker and for the form in the browser.

A word in curly brackets is a blank. What stands in it is cut short and safe to print.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Message(NamedTuple):
    """The code of a problem, what was found, and the deed that cures it."""

    code: str
    message: str
    fix: str


_COPY_AGAIN: Final = "open the page and copy its address from the top of the browser"
_CHANGE_ONE_DATE: Final = "change one of the two dates"

# By code; where one code has several messages, a full stop and the case come after it.
MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # Words on one line.
    "placeholder": ("{value} after {short}: says nothing", "{fix}"),
    "more-than-one-line": ("{name} must be on one line", "write {short}: {better}"),
    "length.long": ("{name} has {count}; it may have {least} to {most}", "shorten it"),
    "length.short": ("{name} has {count}; it may have {least} to {most}", "say a little more"),
    "formula": (
        "{name} starts with {sign}, which a spreadsheet would run",
        "start with a word, for example: {short}: About {better}",
    ),
    "html": ("there is HTML here", "use plain words: facts have no bold and no links"),
    "template-mark": (
        "{what} stands here: {value}",
        "delete it; a link to one of our pages is its full address",
    ),
    "link-in-words": (
        "a link stands among the words of a fact, where it would show as it is typed",
        "keep the words only, and put the address under sources: or apply:",
    ),
    # Codes and names.
    "not-a-slug": (
        "{value} is not a name of an entry: only a-z, 0-9 and - may be used",
        "write the file's name without its ending, for example: {better}",
    ),
    "unknown-term": ("{value} is not one of the words for {name}", "{meant}Allowed: {allowed}"),
    # Dates.
    "date-far-away": ("the year {year} is far from now", "check the year of {name}"),
    "not-a-date.no-such-day": ("there is no such day as {value}", "{fix}"),
    "not-a-date.not-yet": (
        "{value} after {short}: says that it is not closed",
        "delete the whole line: what is open needs none",
    ),
    "not-a-date.with-time": ("{name} is a date without a time; {value} has one", "{fix}"),
    "not-a-date": ("{value} is not a date we can read", "{fix}"),
    "not-a-date.part": (
        "{value} is not a year, a month or a date we can read",
        "{fix}; for anything less exact use page_age",
    ),
    # Ways to reach somebody.
    "not-an-email": (
        "{name} does not hold one e-mail address and nothing else",
        "write the team's shared address, for example: {short}: involvement@example.nhs.uk",
    ),
    "not-a-phone-number": (
        "{name} does not hold a phone number we can read",
        "write all its 10 or 11 figures, with spaces only, for example: {short}: {better}",
    ),
    # Lists and groups.
    "list-length": ("{name} has {count} lines; it may have {least} to {most}", "take some out"),
    "listed-twice": ("{value} is already in this list (line {line})", "delete one of the two"),
    "missing-field": ("{where} no {name}: {help}", "add a line like: {name}: {example}"),
    # Between the facts.
    "deadline-before-opening": (
        "it closes on {closes}, before it opens on {opens}",
        _CHANGE_ONE_DATE,
    ),
    "checked-in-future": (
        "it says it was checked on {day}, which has not come yet",
        "write the day on which somebody looked, after on:",
    ),
    "page-newer-than-check": (
        "the page is dated {page}, after the check on {day}",
        _CHANGE_ONE_DATE,
    ),
    "session-ends-first": (
        "a meeting that starts on {starts} ends before that",
        "change one of the two times",
    ),
    "no-way-to-apply": (
        "it has a closing date, but neither a way to apply nor a source",
        "add apply: with a url, email, phone or how, and a line under sources:",
    ),
    "expenses-but-unpaid": (
        "payment says unpaid, but expenses are listed",
        "write payment: expenses_only, or delete expenses",
    ),
    "any-and-more": ("{name} holds any and something else", "keep any alone, or delete it"),
    "unknown-alliance": (
        "there is no alliance called {value}",
        "{meant}use a file name of data/alliances without its ending; for all of England "
        "write alliances: all",
    ),
    "unknown-entry": (
        "there is no entry called {value}",
        "{meant}use the file name of the newer entry, or take the line out",
    ),
    "unknown-host": (
        "we do not know the website {host} yet",
        "nothing is wrong with your file; a maintainer looks at the site and adds it to "
        "hosts in data/known.yaml",
    ),
    # Web addresses.
    "link-too-long": ("this address has {count} characters; at most {most} fit", _COPY_AGAIN),
    "link-not-https": ("a web address here starts with https://", _COPY_AGAIN),
    "link-not-https.almost": (
        "a web address here starts with https://",
        "write {better} and test that the page opens",
    ),
    "link-not-https.http": (
        "this address starts with http://",
        "try {better} and use it if the page opens",
    ),
    "link-not-https.no-page": (
        "this is not a web page: a web address here starts with https://",
        "write an e-mail address after email: and a phone number after phone:, under apply:",
    ),
    "link-has-space": ("a space or a quotation mark is in this address", _COPY_AGAIN),
    "link-host": ("the website's name is missing in this address", _COPY_AGAIN),
    "link-sign-in": ("there is a name or password in this address", _COPY_AGAIN),
    "link-sign-in.page": (
        "this page asks people to sign in before they can read it",
        "ask the organiser for a page that everybody can read, and use that",
    ),
    "link-own-computer": ("this address only works on your own computer", _COPY_AGAIN),
    "link-own-computer.nhs": (
        "this address only works on computers of the NHS",
        "find the page on the open web and copy its address from the top of the browser",
    ),
    "link-number-host": (
        "this address is made of numbers instead of a website's name",
        _COPY_AGAIN,
    ),
    "link-foreign-letters": (
        "the website's name holds letters of another alphabet (xn--)",
        _COPY_AGAIN,
    ),
    "link-port": ("there is a port ({port}) in this address", _COPY_AGAIN),
    "link-wrapped": ("this link was changed by a mail program", _COPY_AGAIN),
    "link-wrapped.search": ("this link leads to another site through a search engine", _COPY_AGAIN),
    "link-wrapped.leads-on": ("this link leads on to another website", _COPY_AGAIN),
    "link-shortened": ("a short link hides where it leads", _COPY_AGAIN),
    "link-holds-email": (
        "there is somebody's e-mail address in this address",
        "delete everything from the question mark on, and test that the page still opens",
    ),
    "link-tracking": (
        "'{name}' in this address tracks people",
        "write {better} and test that the page opens",
    ),
    "link-tracking.long": (
        "'{name}' in this address tracks people",
        "delete that part, and test that the page still opens",
    ),
    # Characters.
    "mixed-alphabets": (
        "the word '{word}' mixes letters from different alphabets",
        "type the whole word again with the letters of one alphabet",
    ),
    "all-capitals": (
        "these words are all in capital letters, which reads like shouting",
        "write them in small letters, with a capital at the start",
    ),
}
# Parts of messages that stand in the blank for a fix.
DELETE_THE_LINE: Final = "delete the whole line when the fact is not known"
NEEDED_HERE: Final = "look it up or ask the organiser, as this is needed"
DATE_NOT_KNOWN: Final = (
    "write the date, or delete the line and say what is known in words: dates_note: …"
)
DATE_TO_PASTE: Final = "write {short}: {day}"
DATE_IF_MEANT: Final = "if this is what is meant, write {short}: {day}"
OTHER_YEAR: Final = ", or for the year {when} it: {short}: {day}"
HOW_A_DATE_LOOKS: Final = (
    "write it as year-month-day, so 1 December 2026 is {short}: 2026-12-01{also}"
)
ODD_CHARACTER: Final = "there is {what} here (U+{number})"

# What a file calls for, and what it is beside a box of a form, where there are no lines.
BESIDE_BOX: Final = (
    (DELETE_THE_LINE, "write what you know, or leave this empty"),
    ("delete the whole line: what is open needs none", "leave this empty"),
    (
        "delete the line and say what is known in words: dates_note: …",
        "leave this empty and say what is known where we ask for more about dates",
    ),
    ("under sources: or apply:", "where we ask for a web page"),
    (
        "write an e-mail address after email: and a phone number after phone:, under apply:",
        "write an e-mail address or a phone number in its own box below",
    ),
    ("use page_age", "use the next box"),
    (
        "add apply: with a url, email, phone or how, and a line under sources:",
        "say how a person starts, and give the address of a page about it",
    ),
    ("on which somebody looked, after on:", "on which somebody looked"),
    (
        "payment says unpaid, but expenses are listed",
        "this says that a person is not paid, but costs are paid back",
    ),
    ("write payment: expenses_only, or delete expenses", "choose Expenses paid, or no costs"),
)
# The same for a form that nobody has sent yet.
BEFORE_SENDING: Final = (
    (". If it is on GitHub already, ask a maintainer to remove it", ""),
    (" and change it at once: it is public already", ": anything here is public for good"),
    (
        "write it as year-month-day, so 1 December 2026 is ",
        "write the day, the month and the year, such as 1 December 2026 or ",
    ),
    (
        "write it as year, year-month or year-month-day, so",
        "write a year, or more of a date, such as",
    ),
)
_NAME_BEFORE: Final = re.compile(r" after [a-z_]+:(?= says)")
_NAME_TO_PASTE: Final = re.compile(r"\b(write|it:|is|example:) [a-z_]+: (?=\S)")

_BLANK: Final = re.compile(r"\{(\w+)\}")


def message_for(name: str, /, **values: object) -> Message:
    """The message of this name, with every blank filled in."""
    message, fix = MESSAGES[name]
    return Message(name.partition(".")[0], filled(message, **values), filled(fix, **values))


def beside_box(words: str) -> str:
    """The same words for somebody who answers in a form: no lines, no names of fields."""
    for in_file, in_form in BESIDE_BOX:
        words = words.replace(in_file, in_form)
    return _NAME_TO_PASTE.sub(r"\1 ", _NAME_BEFORE.sub("", words))


def filled(text: str, /, **values: object) -> str:
    """A text with its blanks filled in, once: what stands in a blank has no blanks itself."""
    return _BLANK.sub(lambda blank: str(values[blank[1]]), text)
