"""Personal and secret details are found, however they are written, and never repeated.

Numbers, names and addresses are invented or kept for stories: 07700 900xxx, 01632 960xxx, ZZ99,
NHS numbers that begin with 999. Whatever looks like a key is put together here, so that no
search for lost keys takes this file for one.
"""

from __future__ import annotations

import pytest

from catalogue.text.mailboxes import is_shared_mailbox
from catalogue.text.numbers import digits_of
from catalogue.text.personal_data import PERSONAL_DATA_RULES, without_details
from catalogue.text.word_rules import Stretch, WordRules
from tests.nowhere import changed, codes, judged, with_line

TAKE_OUT = (
    "take it out: anything here is public for good. If it is on GitHub already, ask a maintainer "
    "to remove it"
)


def found(words):
    """Codes of what is found in a summary, in the order of the words."""
    text = f"---\nsummary: >-\n  {words}\n---\n"
    finds = WordRules(PERSONAL_DATA_RULES).finds(Stretch(text=text, by_line=True))
    return [find.rule.code for find in sorted(finds, key=lambda one: one.column)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Ring 07700 900123.", "personal-phone"),
        ("Ring 07700900123", "personal-phone"),
        ("Ring (07700) 900-123", "personal-phone"),
        ("Ring 077 00 90 01 23", "personal-phone"),
        ("Ring 07700.900.123", "personal-phone"),
        ("Ring +44 7700 900123", "personal-phone"),
        ("Ring +44 (0) 7700-900-123", "personal-phone"),
        ("Ring 00447700900123", "personal-phone"),
        ("Call Jo on O77OO nine-hundred 123", "personal-phone"),
        ("oh double seven double oh, nine hundred, one two three", "personal-phone"),
        ("zero seven seven zero zero nine zero zero one two three", "personal-phone"),
        ("zero seventy-seven hundred nine hundred one two three", "personal-phone"),
        ("My home number is 01632 960123", "personal-phone"),
        ("Ring me at home on 01632 960 123", "personal-phone"),
        ("Write to jo.bloggs@invented.example", "personal-email"),
        ("Write to JO.BLOGGS@INVENTED.EXAMPLE", "personal-email"),
        ("Write to j.bloggs2@nhs.net", "personal-email"),
        ("Write to sarah@invented.example", "personal-email"),
        ("Write to nowhere.panel@gmail.com", "personal-email"),
        ("Write to jo.bloggs (at) invented (dot) example", "personal-email"),
        ("Write to jo (at) gmail.example, never mind", "personal-email"),
        ("Write to jo at gmail dot com", "personal-email"),
        ("NHS number 999 123 4567", "nhs-number"),
        ("NHS no: 9991234567", "nhs-number"),
        ("Her number is 943 476 5919", "nhs-number"),
        ("hospital number Z123456", "patient-number"),
        ("MRN: 1234567", "patient-number"),
        ("My NI number is QQ 12 34 56 C", "national-insurance-number"),
        ("DOB 12/03/1956", "date-of-birth"),
        ("date of birth: 1 May 1956", "date-of-birth"),
        ("born on 1 May 1956", "date-of-birth"),
        ("D.O.B. 1 May 1956", "date-of-birth"),
        ("My home address is 12 Sample Road, Nowhere", "home-address"),
        ("We meet at my house, ZZ99 9ZZ", "home-address"),
        ("I live at 12 Sample Road", "home-address"),
        ("Visit 12 Sample Street, Nowhere ZZ99 9ZZ", "street-address"),
        ("Mrs Pebble was diagnosed with bowel cancer", "patient-story"),
        ("Petra Pebble, 54, has stage 4 cancer", "patient-story"),
        ("Pay to sort code 12-34-56", "bank-details"),
        ("account number 12345678", "bank-details"),
        ("a/c 12345678", "bank-details"),
        ("12-34-56, acct 12345678", "bank-details"),
        ("GB82 WEST 1234 5698 7654 32", "bank-details"),
        ("card 4111 1111 1111 1111", "bank-details"),
        ("bc1q" + "example" * 5, "wallet"),
        *((start + "example" * 5, "wallet") for start in ("ltc1q", "addr1q", "tb1q")),
        ("0x" + "ab" * 20, "wallet"),
        ("my bitcoin wallet 1" + "AbCdEfGhJk" * 3, "wallet"),
        ("Key AKIA" + "IOSFODNN7EXAMPLE for the form", "secret-key"),
        ("gh" + "p_" + "a1" * 18, "secret-key"),
        *(
            (f"See {start}{'A1' * 18}", "secret-key")
            for start in (
                *("gho_", "ghr_", "ghs_", "ghu_", "github_pat_", "glpat-", "AIza"),
                *("sk_live_", "pk_test_", "rk_live_", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-"),
            )
        ),
        *((start + "A1" * 8, "secret-key") for start in ("ASIA", "AROA")),
        ("SG." + "A1" * 8 + "." + "A1" * 8, "secret-key"),
        ("eyJ" + "A1" * 8 + ".eyJ" + "A1" * 8, "secret-key"),
        ("-----BEGIN RSA PRIVATE " + "KEY-----", "secret-key"),
        ("password: hunter22", "secret-key"),
        ("pass phrase: hunter22", "secret-key"),
        ("api key hunter22: it is api_key=hunter22", "secret-key"),
        ("apikey: hunter22", "secret-key"),
        ("SecretKey=hunter22", "secret-key"),
        ("accesskey is hunter22", "secret-key"),
    ],
)
def test_a_detail_is_found(words, code):
    assert found(words) == [code]


@pytest.mark.parametrize(
    "words",
    [
        "We pay £25 an hour, and fares.",
        "A free helpline (0800 103 2804) can help.",
        "Ring 01632 960 000 between 9 and 5.",
        "Ring 0300 123 4567 or +44 300 123 4567.",
        "Ring the office at home or work: it is 01632 960000.",
        "Write to involvement@invented.example.",
        "Write to team-12@invented.example.",
        "You are asked for your date of birth and NHS number.",
        "For people born between 1950 and 1960.",
        "Meet on 07/07/2027 at 07:00 in room 7.",
        "From 2027-01-01 to 2027-07-07, 10 to 12.",
        "Seven people, two nurses, three doctors, four carers, one vicar, nine others, six, eight.",
        "One of the two or three groups in 7 towns.",
        "Your account is open 24 hours a day.",
        "A page with a password.",
        "Cancer Research UK is looking for people diagnosed with cancer.",
        "The Royal Pebble Hospital has cancer nurses.",
        "People who live in Nowhere.",
        "The NHS number is on your letter.",
        "It is on Sample Road.",
        "Studies 1234567 and 12345678.",
        "See https://www.invented.example/07700900123/jo.bloggs@invented.example",
    ],
)
def test_what_is_no_detail(words):
    assert found(words) == []


@pytest.mark.parametrize("name", ["post", "place"])
def test_an_organisation_may_give_its_address_where_it_belongs(name):
    line = f"{name}: 12 Sample Street, Nowhere ZZ99 9ZZ"
    text = (
        with_line(line)
        if name == "place"
        else changed("  email: involvement@invented.example", f"  {line}")
    )
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (changed("Help", "Ring 07700 900123"), 6, 15),
        (changed("title:", "# Ring 07700 900123\ntitle:"), 2, 8),
        (changed("room", "room: 07700 900123"), 19, 21),
        (changed("room with", "room\n07700 900123 with"), 20, 1),
    ],
)
def test_a_detail_is_found_anywhere_in_a_file(text, line, column):
    assert [(one.line, one.column) for one in judged(text)] == [(line, column)]


def test_a_detail_in_backslash_codes_is_found():
    assert codes(changed("Help choose which pebbles to sort next.", '"Ring \\x307700 900123"')) == [
        (6, "personal-phone")
    ]


def test_a_detail_in_a_line_that_cannot_be_read_is_found():
    text = changed("summary: Help", "summary: Jo: 07700 900123")
    assert codes(text) == [(6, "needs-quotes"), (6, "personal-phone")]


@pytest.mark.parametrize(
    ("words", "code", "message", "fix", "severity"),
    [
        (
            "jo.bloggs@invented.example",
            "personal-email",
            "this looks like a person's own e-mail address",
            "give the team's shared address, or delete it",
            "error",
        ),
        (
            "07700 900123",
            "personal-phone",
            "this looks like a personal mobile number",
            TAKE_OUT,
            "error",
        ),
        (
            "at home on 01632 960123",
            "personal-phone",
            "this looks like somebody's own phone number",
            TAKE_OUT,
            "error",
        ),
        (
            "NHS number 999 123 4567",
            "nhs-number",
            "this looks like somebody's NHS number",
            TAKE_OUT,
            "error",
        ),
        (
            "MRN 1234567",
            "patient-number",
            "this looks like a patient's hospital number",
            TAKE_OUT,
            "error",
        ),
        (
            "NI QQ123456C",
            "national-insurance-number",
            "this looks like a National Insurance number",
            TAKE_OUT,
            "error",
        ),
        (
            "DOB 1/1/50",
            "date-of-birth",
            "this looks like somebody's date of birth",
            TAKE_OUT,
            "error",
        ),
        (
            "I live at 1 Sample Road",
            "home-address",
            "this looks like somebody's home address",
            TAKE_OUT,
            "error",
        ),
        (
            "1 Sample Road, ZZ99 9ZZ",
            "street-address",
            "there is a street address among the words",
            "write an organisation's address after place: or post:, and no other",
            "hold",
        ),
        (
            "Mr Pebble has cancer",
            "patient-story",
            "this looks like the health of a person who is named",
            "take the name out, or take the whole sentence out",
            "hold",
        ),
        ("sort code 12-34-56", "bank-details", "these look like bank details", TAKE_OUT, "error"),
        (
            "0x" + "ab" * 20,
            "wallet",
            "this looks like the address of a wallet for digital money",
            TAKE_OUT,
            "error",
        ),
        (
            "password: hunter22",
            "secret-key",
            "this looks like a password or a secret key",
            "take it out and change it at once: it is public already",
            "error",
        ),
    ],
)
def test_the_messages(words, code, message, fix, severity):
    (problem,) = judged(changed("room with", f"room: {words}; with"))
    assert (problem.code, problem.message, problem.fix) == (code, message, fix)
    assert problem.severity == severity


@pytest.mark.parametrize(
    "line",
    [
        "place: Ring: 07700 900123",
        "place: 07700 900123 # home",
        "deadlin: 07700 900123",
        "payment: 07700 900123",
        "expenses: 07700 900123",
        "moved_to: 07700 900123",
        "opens: 07700 900123",
        "place: '07700 900123's",
        "07700 900123: x",
        "place 07700 900123",
        "sessions: 07700 900123",
        "expenses: [07700 900123, 07700 900123]",
        "place: =07700 900123",
        f"place: {'x ' * 30}: 07700 900123",
    ],
)
def test_no_message_repeats_a_number(line):
    for problem in judged(with_line(line)):
        assert "900123" not in problem.message + problem.fix
        assert "07700" not in problem.message + problem.fix


@pytest.mark.parametrize(
    "line", ["place: Jo: jo.bloggs@invented.example", "payment: jo.bloggs@invented.example"]
)
def test_no_message_repeats_an_address(line):
    for problem in judged(with_line(line)):
        assert "bloggs" not in problem.message + problem.fix


def test_examples_of_our_own_stay_in_a_line_to_paste():
    text = changed("involvement@invented.example", "jo.bloggs at invented").replace(
        "Help", "Ring 07700 900123"
    )
    stretches = [Stretch(text=text, by_line=True)]
    said = [problem.fix for problem in without_details(judged(text), stretches)]
    assert any("involvement@example.nhs.uk" in fix for fix in said)


@pytest.mark.parametrize(
    "address",
    [
        "involvement@x.org",
        "getinvolved@x.org",
        "hello@x.org",
        "info@x.org",
        "ppi@x.org",
        "1234@x.org",
        "team.12@x.org",
        "lwbc.kmc@nhs.net",
        "research.nurses@x.org",
        "service.pledge@x.org",
        "jsmithers@x.org",
        "swagca@nbt.nhs.uk",
        "gmcancer.admin@nhs.net",
        "england.kmcanceralliance@nhs.net",
        "rwh-tr.wmcanceralliance@nhs.net",
        "pebbleicb.complaints@nhs.net",
        "pebbleics.governance@nhs.net",
    ],
)
def test_a_shared_mailbox(address):
    assert is_shared_mailbox(address)


@pytest.mark.parametrize(
    "address",
    [
        "jo.bloggs@x.org",
        "jo_bloggs@x.org",
        "jo-bloggs@x.org",
        "j.bloggs@x.org",
        "sarah@x.org",
        "Sarah.Pebble1@nhs.net",
        "nowhere.panel@gmail.com",
        "panel@hotmail.co.uk",
    ],
)
def test_the_mailbox_of_one_person(address):
    assert not is_shared_mailbox(address)


@pytest.mark.parametrize(
    ("spoken", "digits"),
    [
        ("07700 900123", "07700900123"),
        ("O77OO nine-hundred 123", "07700900123"),
        ("double seven", "77"),
        ("treble nine", "999"),
        ("seventy-seven", "77"),
        ("seventy", "70"),
        ("nought one l I", "0111"),
    ],
)
def test_the_digits_of_a_spoken_number(spoken, digits):
    assert digits_of(spoken) == digits
