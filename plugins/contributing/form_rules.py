"""Form rules: the rules of the checker as data, for the form in the browser to judge by.

Nothing is written twice: fields, limits, patterns, words and sayings are those that the checker
itself uses. What the tables cannot say stops the build with a TypeError or ValueError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from catalogue import (
    characters,
    dates,
    figures,
    kinds,
    links,
    mailboxes,
    marks,
    passages,
    people,
    quoting,
    sayings,
    scams,
)
from catalogue.addresses import DEVICE_NAMES, RESERVED_SLUGS
from catalogue.fields import OPPORTUNITY
from catalogue.portable import portable, portable_source, portable_whole
from catalogue.reading import PLACEHOLDERS
from contributing import slugs, writer

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Mapping

    from catalogue.kinds import Field, Kind
    from catalogue.links import Refusal
    from catalogue.passages import Search, WordRule
    from catalogue.vocabulary import Vocabulary

_PATTERNS: Final[Mapping[str, re.Pattern[str] | str]] = {
    "flag": characters.FLAG_OF_A_NATION,
    "rightToLeft": characters.RIGHT_TO_LEFT,
    "otherAlphabets": characters.OTHER_ALPHABETS,
    "wordOfLetters": characters.WORD,
    "twoLatin": characters.TWO_LATIN,
    "range": dates.RANGE,
    "endOfMonth": dates.END_OF_MONTH,
    "monthAndYear": dates.MONTH_AND_YEAR,
    "time": dates.TIME,
    "address": links.ADDRESS_IN_WORDS,
    "startsAddress": links.STARTS_ADDRESS,
    "steps": links.STEPS,
    "marksInPhones": kinds.MARKS_IN_PHONES,
    "almostHttps": links.ALMOST_HTTPS,
    "noPage": links.NO_PAGE,
    "addressInPassage": passages.ADDRESS,
    "figuresInARow": passages.FIGURES_IN_A_ROW,
    "oddFigure": passages.ODD_FIGURE,
    "keycap": passages.KEYCAP,
    "partOfRun": figures.PART_OF_RUN,
    "mobile": figures.MOBILE,
    "dotInWords": mailboxes.DOT_IN_WORDS,
    "vowel": mailboxes.VOWEL,
    "organisation": people.ORGANISATION,
    "mayHoldAddress": people.MAY_HOLD_ADDRESS,
    "piece": people.PIECE,
    "stays": people.STAYS,
    "capitals": scams.CAPITALS,
    "unprintable": writer.UNPRINTABLE,
}
_WHOLE: Final[Mapping[str, re.Pattern[str] | str]] = {
    "substance": characters.SUBSTANCE,
    "disguised": characters.DISGUISED,
    "partOfDate": dates.PART,
    "slug": kinds.SLUG_PATTERN,
    "day": kinds.DAY,
    "minute": kinds.MINUTE,
    "email": kinds.EMAIL,
    "phone": kinds.PHONE,
    "parts": links.PARTS,
    "plainAddress": links.PLAIN_ADDRESS,
    "tracking": links.TRACKING,
    "plain": writer.PLAIN,
    "plainCode": writer.PLAIN_CODE,
}


def form_rules(
    vocabularies: Mapping[str, Vocabulary],
    alliances: Collection[str],
    entries: Collection[str],
    hosts: Collection[str],
) -> dict[str, Any]:
    """Everything that the form judges by. Alliances and entries are the names of their files."""
    return {
        "fields": [_field(field) for field in OPPORTUNITY],
        "terms": {
            name: _terms(vocabularies[name]) for name in sorted(set(_vocabularies(OPPORTUNITY)))
        },
        "alliances": sorted(alliances),
        "entries": sorted(entries),
        "hosts": list(hosts),
        "reserved": sorted(RESERVED_SLUGS | DEVICE_NAMES),
        "sayings": sayings.SAYINGS,
        "besideBox": [*sayings.BESIDE_BOX, *sayings.BEFORE_SENDING],
        "texts": {
            "deleteTheLine": sayings.DELETE_THE_LINE,
            "dateNotKnown": sayings.DATE_NOT_KNOWN,
            "neededHere": sayings.NEEDED_HERE,
            "dateToPaste": sayings.DATE_TO_PASTE,
            "otherYear": sayings.OTHER_YEAR,
            "howADateLooks": sayings.HOW_A_DATE_LOOKS,
            "partsOfDates": kinds.PARTS_OF_DATES,
            "oddCharacter": sayings.ODD_CHARACTER,
            "anySlug": kinds.ANY_SLUG,
            "anyPhone": kinds.ANY_PHONE,
            "leftOut": people.LEFT_OUT,
            "formula": kinds.FORMULA,
        },
        "limits": {
            "quote": quoting.LONGEST_QUOTE,
            "slug": kinds.MOST_SLUG,
            "newSlug": slugs.LONGEST,
            "email": kinds.MOST_EMAIL,
            "link": links.MOST_CHARACTERS,
            "nameInLink": links.MOST_OF_A_NAME,
            "date": dates.LONGEST_DATE,
            "word": characters.LONGEST_WORD,
            "shout": scams.SHORTEST_SHOUT,
            "list": writer.WIDEST_LIST,
            "firstYear": kinds.FIRST_YEAR,
            "lastYear": kinds.LAST_YEAR,
        },
        "placeholders": sorted(PLACEHOLDERS),
        "patterns": {name: portable(pattern) for name, pattern in _PATTERNS.items()}
        | {name: portable_whole(pattern) for name, pattern in _WHOLE.items()},
        "characters": [
            [one.code, portable(one.pattern), one.what, one.fix]
            for one in (*characters.CLASSES, characters.MARK_OUT_OF_PLACE)
        ],
        "alphabets": [portable(pattern) for pattern in characters.ALPHABETS],
        "marks": [
            ["html", portable(marks.HTML), ""],
            *(["template-mark", portable(pattern), what] for pattern, what in marks.TEMPLATE_MARKS),
            ["link-in-words", portable(marks.LINK_IN_WORDS), ""],
        ],
        "links": [_refusal(one) for one in links.REFUSALS],
        "months": dates.MONTHS,
        "dates": [portable(pattern) for pattern in dates.SHAPES],
        "clock": {word: f"{time:%H:%M}" for word, time in dates.TIMES_IN_WORDS.items()},
        "sameAs": kinds.SAME_AS,
        "words": [
            *(_word_rule(rule, is_private=True) for rule in people.PRIVATE),
            *(_word_rule(rule, is_private=False) for rule in scams.TRICKS),
        ],
        "spoken": {
            "figures": figures.FIGURES,
            "tens": figures.TENS,
            "times": figures.TIMES,
            "letters": figures.LETTERS,
        },
        "mailboxes": {
            "home": sorted(mailboxes.HOME_MAIL),
            "words": sorted(mailboxes.SHARED_WORDS),
            "parts": sorted(mailboxes.SHARED_PARTS),
            "names": sorted(mailboxes.FIRST_NAMES),
        },
    }


def patterns_in(rules: Any) -> Iterable[str]:
    """Every pattern of the rules, wherever it stands."""
    yield from rules["patterns"].values()
    yield from rules["alphabets"]
    yield from rules["dates"]
    for name in ("characters", "marks", "links"):
        yield from (row[1] for row in rules[name])
    for rule in rules["words"]:
        yield from (search[0] for search in rule["searches"])


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"name": field.name, "help": field.help, "kind": _kind(field.kind)}
    if field.required:
        told["required"] = True
    if field.example:
        told["example"] = field.example
    return told


def _kind(kind: Kind) -> dict[str, Any]:
    """What the form needs to know of a kind of value."""
    match kind:
        case kinds.Line():
            return {"is": "line", "least": kind.least, "most": kind.most}
        case kinds.Slug():
            return {"is": "slug"}
        case kinds.Code():
            return {"is": "code", "of": kind.vocabulary}
        case kinds.Day():
            own: dict[str, Any] = {"is": "day", "words": kind.words, "also": kind.words_too}
            own |= {"notYet": kind.not_yet}
            return own | {"time": kind.with_time, "past": kind.past}
        case kinds.PartOfDate():
            return {"is": "part"}
        case kinds.Link():
            return {"is": "link"}
        case kinds.Email():
            return {"is": "email"}
        case kinds.Phone():
            return {"is": "phone"}
        case kinds.Several():
            limits = {"least": kind.least, "most": kind.most}
            return {"is": "several", "of": _kind(kind.of), "instead": kind.instead, **limits}
        case kinds.Group():
            return {"is": "group", "fields": [_field(field) for field in kind.fields]}
    raise TypeError(f"the form in the browser does not know {kind}")


def _vocabularies(fields: Iterable[Field]) -> Iterable[str]:
    """The vocabularies that fields take their codes from."""
    for field in fields:
        kind = field.kind.of if isinstance(field.kind, kinds.Several) else field.kind
        if isinstance(kind, kinds.Code):
            yield kind.vocabulary
        elif isinstance(kind, kinds.Group):
            yield from _vocabularies(kind.fields)


def _terms(vocabulary: Vocabulary) -> list[list[str]]:
    """Each code, then the words that mean it, in the order in which they are looked through."""
    words: dict[str, list[str]] = {term.code: [] for term in vocabulary}
    for word, code in kinds.meanings(vocabulary).items():
        words[code].append(word)
    return [[code, *meaning] for code, meaning in words.items()]


def _refusal(refusal: Refusal) -> list[Any]:
    return [refusal.part, portable(refusal.pattern), refusal.saying, refusal.unless]


def _word_rule(rule: WordRule, *, is_private: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": rule.severity,
        "message": rule.message,
        "fix": rule.fix,
        "searches": [_search(search) for search in rule.searches],
        "hints": sorted(rule.hints),
        "parts": list(rule.parts),
        "figures": rule.figures,
        "private": is_private,
    }


def _search(search: Search) -> list[str]:
    """A pattern, and the name of what else has to hold where there is more."""
    only = [search.only.__name__] if search.only else []
    return [portable_source(search.pattern, any_case=search.any_case), *only]
