"""Form rules: the rules of the checker as data, for the form in the browser to judge by.

Nothing is written twice: fields, limits, patterns, words and messages are those that the checker
itself uses. What the tables cannot say stops the build with a TypeError or ValueError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from catalogue.problems import messages, quoting
from catalogue.rules import tidiness
from catalogue.schema import dates
from catalogue.schema.field_types import (
    Code,
    Day,
    Email,
    Group,
    Line,
    Link,
    PartOfDate,
    Phone,
    Several,
    Slug,
    codes,
    contacts,
    entry_names,
    moments,
    own_words,
)
from catalogue.schema.field_types.groups import vocabularies_of
from catalogue.schema.reading import PLACEHOLDERS
from catalogue.text import (
    characters,
    links,
    mailboxes,
    markup,
    numbers,
    personal_data,
    scams,
    visible_text,
    word_rules,
)
from contributing.entry_file import slugs, writer
from project.addresses import DEVICE_NAMES, RESERVED_SLUGS
from website.browser_check.patterns import portable, portable_source, portable_whole

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Mapping

    from catalogue.schema.facts import Fact
    from catalogue.schema.field_types import FieldType
    from catalogue.schema.vocabulary import Vocabulary
    from catalogue.text.links import Refusal
    from catalogue.text.word_rules import Search, WordRule

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
    "marksInPhones": contacts.MARKS_IN_PHONES,
    "almostHttps": links.ALMOST_HTTPS,
    "noPage": links.NO_PAGE,
    "addressInPassage": word_rules.ADDRESS,
    "figuresInARow": word_rules.DIGITS_IN_A_ROW,
    "ignored": visible_text.NOT_SEEN,
    "partOfRun": numbers.PART_OF_RUN,
    "mobile": numbers.MOBILE,
    "dotInWords": mailboxes.DOT_IN_WORDS,
    "vowel": mailboxes.VOWEL,
    "organisation": personal_data.ORGANISATION,
    "mayHoldAddress": personal_data.MAY_HOLD_ADDRESS,
    "piece": personal_data.PIECE,
    "stays": personal_data.STAYS,
    "capitals": scams.CAPITALS,
    "unprintable": writer.UNPRINTABLE,
}
_WHOLE: Final[Mapping[str, re.Pattern[str] | str]] = {
    "substance": characters.SUBSTANCE,
    "disguised": characters.DISGUISED,
    "partOfDate": dates.PART,
    "dateInWords": dates.IN_WORDS,
    "dayFirst": dates.DAY_FIRST,
    "yearFirst": dates.YEAR_FIRST,
    "monthAlone": dates.MONTH_AND_YEAR,
    "slug": entry_names.SLUG_PATTERN,
    "day": moments.DAY,
    "minute": moments.MINUTE,
    "email": contacts.EMAIL,
    "phone": contacts.PHONE,
    "parts": links.PARTS,
    "plainAddress": links.PLAIN_ADDRESS,
    "tracking": links.TRACKING,
    "plain": writer.PLAIN,
    "plainCode": tidiness.PLAIN_CODE,
}


def form_rules(
    facts: tuple[Fact, ...],
    vocabularies: Mapping[str, Vocabulary],
    alliances: Collection[str],
    entries: Collection[str],
    hosts: Collection[str],
) -> dict[str, Any]:
    """Everything that the form judges by, for entries that may say these facts.

    Alliances and entries are the names of their files.
    """
    return {
        "fields": [_fact(fact) for fact in facts],
        "terms": {name: _terms(vocabularies[name]) for name in sorted(set(vocabularies_of(facts)))},
        "alliances": sorted(alliances),
        "entries": sorted(entries),
        "hosts": list(hosts),
        "reserved": sorted(RESERVED_SLUGS | DEVICE_NAMES),
        "sayings": messages.MESSAGES,
        "besideBox": [*messages.BESIDE_BOX, *messages.BEFORE_SENDING],
        "texts": {
            "deleteTheLine": messages.DELETE_THE_LINE,
            "dateNotKnown": messages.DATE_NOT_KNOWN,
            "neededHere": messages.NEEDED_HERE,
            "dateToPaste": messages.DATE_TO_PASTE,
            "dateIfMeant": messages.DATE_IF_MEANT,
            "otherYear": messages.OTHER_YEAR,
            "howADateLooks": messages.HOW_A_DATE_LOOKS,
            "partsOfDates": moments.PARTS_OF_DATES,
            "oddCharacter": messages.ODD_CHARACTER,
            "anySlug": entry_names.ANY_SLUG,
            "anyPhone": contacts.ANY_PHONE,
            "leftOut": personal_data.LEFT_OUT,
            "formula": own_words.FORMULA,
        },
        "limits": {
            "quote": quoting.LONGEST_QUOTE,
            "toPaste": quoting.MOST_TO_PASTE,
            "slug": entry_names.MOST_SLUG,
            "newSlug": slugs.LONGEST,
            "email": contacts.MOST_EMAIL,
            "link": links.MOST_CHARACTERS,
            "nameInLink": links.MOST_OF_A_NAME,
            "date": dates.LONGEST_DATE,
            "word": characters.LONGEST_WORD,
            "shout": scams.SHORTEST_SHOUT,
            "list": tidiness.WIDEST_LIST,
            "firstYear": moments.FIRST_YEAR,
            "lastYear": moments.LAST_YEAR,
        },
        "lookAlikes": visible_text.LOOK_ALIKES,
        "placeholders": sorted(PLACEHOLDERS),
        "patterns": {name: portable(pattern) for name, pattern in _PATTERNS.items()}
        | {name: portable_whole(pattern) for name, pattern in _WHOLE.items()},
        "characters": [
            [one.code, _portable_class(one), one.what, one.fix]
            for one in (*characters.CLASSES, characters.MARK_OUT_OF_PLACE)
        ],
        "alphabets": [portable(pattern) for pattern in characters.ALPHABETS],
        "marks": [
            ["html", portable(markup.HTML), ""],
            *(
                ["template-mark", portable(pattern), what]
                for pattern, what in markup.TEMPLATE_MARKS
            ),
            ["link-in-words", portable(markup.LINK_IN_WORDS), ""],
        ],
        "links": [_refusal(one) for one in links.REFUSALS],
        "months": dates.MONTHS,
        "weekdays": dates.WEEKDAYS,
        "dates": [portable(pattern) for pattern in dates.SHAPES],
        "clock": {word: f"{time:%H:%M}" for word, time in dates.TIMES_IN_WORDS.items()},
        "sameAs": moments.SAME_AS,
        "words": [
            *(_word_rule(rule, is_private=True) for rule in personal_data.PERSONAL_DATA_RULES),
            *(_word_rule(rule, is_private=False) for rule in scams.SCAM_RULES),
        ],
        "spoken": {
            "figures": numbers.DIGITS,
            "tens": numbers.TENS,
            "times": numbers.TIMES,
            "letters": numbers.LETTERS,
        },
        "mailboxes": {
            "home": sorted(mailboxes.HOME_MAIL),
            "words": sorted(mailboxes.SHARED_WORDS),
            "parts": sorted(mailboxes.SHARED_PARTS),
            "names": sorted(mailboxes.FIRST_NAMES),
        },
    }


def _portable_class(one: characters.Characters) -> str:
    """The pattern of a class of characters; JavaScript has names for Unicode's categories."""
    if one.pattern:
        return portable(one.pattern)
    return rf"(?!{portable(characters.NOT_LOST)})\p{{{one.category}}}"


def patterns_in(rules: Any) -> Iterable[str]:
    """Every pattern of the rules, wherever it stands."""
    yield from rules["patterns"].values()
    yield from rules["alphabets"]
    yield from rules["dates"]
    for name in ("characters", "marks", "links"):
        yield from (row[1] for row in rules[name])
    for rule in rules["words"]:
        yield from (search[0] for search in rule["searches"])


def _fact(fact: Fact) -> dict[str, Any]:
    told: dict[str, Any] = {"name": fact.name, "help": fact.help, "kind": _type(fact.type)}
    if fact.required:
        told["required"] = True
    if fact.blank or fact.example:
        told["example"] = fact.blank or fact.example
    if fact.row:
        told["row"] = fact.row
    return told


def _type(type: FieldType) -> dict[str, Any]:
    """What the form needs to know of a type of field."""
    match type:
        case Line():
            return {"is": "line", "least": type.least, "most": type.most}
        case Slug():
            return {"is": "slug"}
        case Code():
            return {"is": "code", "of": type.vocabulary}
        case Day():
            own: dict[str, Any] = {"is": "day", "words": type.words, "also": type.words_too}
            own |= {"notYet": type.not_yet}
            return own | {"time": type.with_time, "past": type.past}
        case PartOfDate():
            return {"is": "part"}
        case Link():
            return {"is": "link"}
        case Email():
            return {"is": "email"}
        case Phone():
            return {"is": "phone"}
        case Several():
            limits = {"least": type.least, "most": type.most}
            return {"is": "several", "of": _type(type.of), "instead": type.instead, **limits}
        case Group():
            return {"is": "group", "fields": [_fact(fact) for fact in type.facts]}
    raise TypeError(f"the form in the browser does not know {type}")


def _terms(vocabulary: Vocabulary) -> list[list[str]]:
    """Each code, then the words that mean it, in the order in which they are looked through."""
    words: dict[str, list[str]] = {term.code: [] for term in vocabulary}
    for word, code in codes.meanings(vocabulary).items():
        words[code].append(word)
    return [[code, *meaning] for code, meaning in words.items()]


def _refusal(refusal: Refusal) -> list[Any]:
    return [refusal.part, portable(refusal.pattern), refusal.message, refusal.unless]


def _word_rule(rule: WordRule, *, is_private: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "severity": rule.severity,
        "message": rule.message,
        "fix": rule.fix,
        "searches": [_search(search) for search in rule.searches],
        "hints": sorted(rule.hints),
        "parts": list(rule.parts),
        "figures": rule.digits,
        "private": is_private,
    }


def _search(search: Search) -> list[str]:
    """A pattern, and the name of what else has to hold where there is more."""
    only = [search.only.__name__] if search.only else []
    return [portable_source(search.pattern, any_case=search.any_case), *only]
