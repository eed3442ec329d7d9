"""What word rules are spared to look at is what they would find nothing in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.text.personal_data import PERSONAL_DATA_RULES
from catalogue.text.scams import SCAM_RULES
from catalogue.text.word_rules import (
    ADDRESS,
    DIGITS_IN_A_ROW,
    LIKE_ASCII,
    Find,
    Search,
    Stretch,
    WordRule,
    WordRules,
    digits_in_a_row,
    without_addresses,
)

MANY = settings(max_examples=1000, deadline=None)
DIGITS = st.lists(
    st.sampled_from([*"0123456789", *"oOx\n ().+–-—é", "01632 960", "07700", "   ", "\n---\n"])
).map("".join)
ADDRESSES = st.lists(
    st.sampled_from([*"a/:.?=<>()\"'] \n", "http", "HTTPS", "https", "httpſ", "://", "https://a.b"])
).map("".join)
WORDS = st.lists(
    st.sampled_from(
        (
            *("pay ", "Pay", "paid ", "£", "a.c", "0123 456 789 ", "\n", "\n\n", "\n\n\n", "x: "),
            *("# ", "http://pay.a/", "ſ", "é", "my ", "iſ ", "ıs ", "at ", "(at) "),
        )
    )
).map("".join)


def rule(code, search, **values):
    return WordRule(code=code, searches=(search,), message="", fix="", **values)


RULES = (
    rule("one", Search("pay", any_case=True), hints=frozenset({"pay"})),
    rule("two", Search(".£|a[.]c"), parts=("£", "a.c"), in_comments=True),
    rule("three", Search(r"\d{3} \d"), hints=frozenset({"pay"}), digits=True),
    rule(
        "four",
        Search(r"\b(?:my|is)\s.", any_case=True),
        hints=frozenset({"pay", "at"}),
        beside=frozenset({"my", "is"}),
    ),
    rule("five", Search("Pay [a-z]"), hints=frozenset({"pay"}), capital=True),
    rule(
        "six",
        Search(r"@|[(]at[)]", any_case=True),
        parts=("@", "(at"),
        beside=frozenset({"@", "at"}),
    ),
)
SEARCHES = [search for rule in (*PERSONAL_DATA_RULES, *SCAM_RULES) for search in rule.searches]
# Texts for a pattern that looks ahead would have to be guessed.
DESCRIBED = [search for search in SEARCHES if "(?=" not in search.pattern]
SPARED = [rule for rule in (*PERSONAL_DATA_RULES, *SCAM_RULES) if rule.beside or rule.capital]
NUMBERS = st.lists(
    st.sampled_from(
        (
            *("0", "o", "7", "07", "07700", "900", "1", " ", " ", "-", ".", "\n", "and "),
            *(
                "seven",
                "Seventy",
                "zero ",
                "oh ",
                "double ",
                "triple ",
                "hundred ",
                "nine ",
                "one ",
            ),
            *("44", "+44 (0)", "\u017f", "\u00e9", "four", "forty-", "Two", "eight"),
        )
    ),
    min_size=6,
).map("".join)
DETAILS = st.lists(
    st.sampled_from(
        (
            *("sort code ", "Account ", "iban ", "GB82 WEST ", "12-34-56", "12345678", "4111 "),
            *("1111 ", "1111", "nhs no ", "943 476 5919", "my phone ", "at home on ", "Own tel "),
            *(
                "12 High Street, ",
                "M20 4BX",
                "a@b.example",
                "b at gmail dot com",
                "b (at) ",
                "b.example ",
                "dob ",
                "D.O.B. ",
                "her flat ",
            ),
            *("passport ", "AB123456C", "MRN ", "0", "1", " ", "\n", "is ", "\u017f", "\u00e9"),
        )
    )
).map("".join)


def plainly(search):
    return re.compile(search.pattern, re.IGNORECASE if search.any_case else 0)


def unspared(search, text):
    """What a search finds that looks at every text as it stands."""
    return [found.span() for found in filter(search.only, plainly(search).finditer(text))]


def test_only_few_letters_count_as_others_where_case_is_ignored():
    beyond_ascii = "".join(map(chr, range(128, 0x110000)))
    assert "".join(re.findall("[a-z]", beyond_ascii, re.IGNORECASE)) == LIKE_ASCII


@MANY
@given(st.one_of(NUMBERS, DETAILS))
def test_a_first_look_spares_no_text_in_which_something_is_found(text):
    for search in SEARCHES:
        assert [found.span() for found in search.found(text)] == unspared(search, text)


@pytest.mark.parametrize("search", DESCRIBED)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_first_look_spares_nothing_that_a_pattern_describes(search, data):
    text = data.draw(st.from_regex(plainly(search)))
    assert [found.span() for found in search.found(text)] == unspared(search, text)


@pytest.mark.parametrize("rule", SPARED, ids=lambda rule: rule.code)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_has_to_stand_beside_a_hint_spares_nothing_that_a_rule_finds(rule, data):
    found = [st.from_regex(plainly(search)) for search in rule.searches]
    text = "\n".join(data.draw(st.lists(st.one_of(DETAILS, *found), max_size=4)))
    stretch = Stretch(text=text)
    everywhere = replace(rule, beside=frozenset(), capital=False)
    assert list(WordRules([rule]).finds(stretch)) == [
        replace(one, rule=rule) for one in WordRules([everywhere]).finds(stretch)
    ]


@MANY
@given(DIGITS)
def test_digits_in_a_row_are_found_where_a_search_of_the_whole_text_finds_them(text):
    assert list(digits_in_a_row(text)) == [at.start() for at in DIGITS_IN_A_ROW.finditer(text)]


@MANY
@given(ADDRESSES)
def test_addresses_are_blanked_as_a_search_of_the_whole_text_blanks_them(text):
    assert without_addresses(text) == ADDRESS.sub(lambda found: " " * len(found[0]), text)


@pytest.mark.parametrize(
    ("stretch", "line", "column"),
    [
        (Stretch(text="We pay"), 1, 4),
        (Stretch(text="We pay", line=3, column=7), 3, 10),
        (Stretch(text="We\npay", line=3, column=7), 4, 1),
        (Stretch(text="Hello\n\nWe\nall pay", line=3), 6, 5),
        (Stretch(text="Hello\n\nWe pay", line=3, column=7, as_written=False), 3, 7),
        (Stretch(text="a: b\nc: we pay", line=2, by_line=True), 3, 7),
    ],
)
def test_a_find_is_told_of_where_it_stands(stretch, line, column):
    assert list(WordRules(RULES[:1]).finds(stretch)) == [
        Find(rule=RULES[0], words="pay", line=line, column=column)
    ]


@pytest.mark.parametrize(
    ("stretch", "is_found"),
    [
        (Stretch(text="pay\ncash"), True),
        (Stretch(text="pay\n\ncash"), False),
        (Stretch(text="pay\ncash", by_line=True), False),
        (Stretch(text="pay cash", by_line=True), True),
        (Stretch(text="# pay cash"), True),
        (Stretch(text="# pay cash", by_line=True), False),
    ],
)
def test_words_count_where_they_stand_in_one_passage_that_is_no_comment(stretch, is_found):
    together = rule("together", Search(r"pay\scash"), hints=frozenset({"pay"}))
    assert [one.words for one in WordRules([together]).finds(stretch)] == (
        [stretch.text.removeprefix("# ")] if is_found else []
    )


@MANY
@given(WORDS, st.booleans())
def test_rules_find_what_they_find_in_every_passage_with_a_hint(text, by_line):
    stretch = Stretch(text=text, line=3, by_line=by_line)
    found = [
        (one.rule.code, " ".join(one.words.split()), one.line, one.column)
        for one in WordRules(RULES).finds(stretch)
    ]
    expected = [
        (code, " ".join(words.split()), line, column)
        for code, words, line, column in found_in_passages(stretch)
    ]
    # Lines of a paragraph are seen as one, so that their places are not those of the file.
    places = 4 if by_line else 2
    assert [one[:places] for one in found] == [one[:places] for one in expected]


def found_in_passages(stretch):
    """What the rules find when each passage is looked at by itself, in plain steps."""
    between = "\n" if stretch.by_line else "\n\n"
    passages = []
    number = stretch.line
    for passage in stretch.seen().text.split(between):
        passages.append((number, passage))
        number += passage.count("\n") + len(between)
    words = set(letters(" ".join(passage for _, passage in passages)).split())
    for rule in RULES:
        hints = (*(rule.hints & words), *rule.parts)
        for number, passage in passages:
            text = ADDRESS.sub(lambda found: " " * len(found[0]), passage)
            is_comment = stretch.by_line and passage.lstrip().startswith("#")
            if not is_hinted(rule, hints, text) or (is_comment and not rule.in_comments):
                continue
            for match in plainly(rule.searches[0]).finditer(text):
                at = match.start() + len(match[0]) - len(match[0].lstrip())
                line = number + text.count("\n", 0, at)
                yield rule.code, match[0].strip(), line, at - text.rfind("\n", 0, at)


def is_hinted(rule, hints, text):
    return any(hint in text.lower() for hint in hints) or (
        rule.digits and DIGITS_IN_A_ROW.search(text) is not None
    )


def letters(text):
    return "".join(
        x if x.isascii() and x.isalpha() else " " for x in without_addresses(text.lower())
    )
