"""Personal data: personal and secret details, which do not belong where everybody can read them.

A message never repeats what was found, and ``without_details`` takes it out of other messages.
A pattern is a prompt for a person: an organisation's own number, address and e-mail pass.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from catalogue.problems.problem import HOLD
from catalogue.text.mailboxes import OWN_MAILBOXES
from catalogue.text.numbers import MOBILE_NUMBERS, SPOKEN
from catalogue.text.word_rules import Search, WordRule, WordRules, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalogue.problems.problem import Problem
    from catalogue.text.word_rules import Stretch

_TAKE_OUT: Final = (
    "take it out: anything here is public for good. If it is on GitHub already, ask a maintainer "
    "to remove it"
)
_SHARED_ADDRESS: Final = "give the team's shared address, or delete it"

_DIGIT: Final = "[0-9]"
_OWN_NUMBER: Final = (
    r"\b(?:(?:my|home|own|personal|private)\s+(?:tele)?(?:phone|landline|number|tel)\b"
    r"|at\s+home\s+on\b)[^.\n]{0,30}?\d[\d ()-]{6,}"
)
_NHS_NUMBER_SAID: Final = (
    r"\bnhs\s*(?:number|no\.?|num|id|#)?\W{0,4}(?:is\W{0,3})?(?:\d[ -]?){10}(?!\d)"
)
_TEN_DIGITS_SOMEWHERE: Final = r"[4679]\d\d[ -]?\d{3}[ -]?\d{4}"
_TEN_DIGITS: Final = rf"(?<![\d+])(?<!\+44 ){_TEN_DIGITS_SOMEWHERE}(?![\d-])"
_PATIENT_NUMBER: Final = (
    r"\b(?:(?:hospital|patient|clinic)\s+(?:number|no\.?|id|record)|mrn)\W{0,4}(?:is\W{0,3})?"
    r"[A-Z]{0,3}\d{5,10}\b"
)
_INSURANCE_NUMBER: Final = (
    r"\b(?!GB|NK|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
    r"|\bQQ ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
_IDENTITY_NUMBER: Final = (
    r"\b(?:passport|driving\s+licen[cs]e|residence\s+permit|id(?:entity)?\s+card)"
    r"(?:\s+(?:number|num|no\.?|id|#))?\W{0,4}(?:is\W{0,3})?(?=[A-Z0-9]*\d{4})[A-Z0-9]{7,18}\b"
)
_BORN: Final = (
    r"\b(?:dob|d\.o\.b\.?|date\s+of\s+birth|born\s+on|birthday)\b\W{0,4}(?:is\W{0,3})?(?:the\s+)?\d"
)
_STREET: Final = (
    r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w'-]+\s+){1,3}(?:Road|Rd|Street|St|Lane|Avenue|Ave|Close|Drive"
    r"|Way|Court|Crescent|Gardens|Terrace|Place|Grove|Walk|Rise|Mews|View)\b"
)
_STREETS: Final = words(
    "road rd street st lane avenue ave close drive way court crescent gardens terrace place grove "
    "walk rise mews view"
)
_POSTCODE: Final = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
_AT_HOME: Final = (
    r"\b(?i:home\s+address|(?:my|her|his|their)\s+(?:home|house|flat|address)|(?:i|she|he)\s+lives?\s+"
    rf"(?:at|in))\b[^\n]{{0,60}}?(?:{_STREET}|{_POSTCODE})"
)
_STREET_AND_POSTCODE: Final = rf"{_STREET}[^\n]{{0,40}}?{_POSTCODE}"
MAY_HOLD_ADDRESS: Final = r"\s*(?:- )?(?:post|place|how|words|councils)\s*:"
_PATIENT: Final = (
    r"\b(?P<name>(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+[A-Z][\w'-]+|[A-Z][a-z'-]+\s+[A-Z][a-z'-]+)"
    r"(?:,?\s+\(?(?:aged?\s+)?\d{1,3}\)?,?)?\s+(?:who\s+)?(?:has|had|was|is|lives\s+with|died\s+of)\s"
    r"[^.\n]{0,60}?\b(?:diagnosed|cancer|tumou?r|leukaemia|lymphoma|melanoma|chemo\w*|terminal\w*)\b"
)
ORGANISATION: Final = (
    r"Alliance|Appeal|Board|Breast|Cancer|Care|Centre|Charity|College|Commission|Council|England"
    r"|Forum|Foundation|Group|Health|Hospital|Institute|Library|Manchester|Network|NHS|North|Panel"
    r"|Programme|Research|Service|Society|South|Support|Survey|The|This|Trust|Union|University|West"
)

_BANK: Final = (
    r"\bsort\s*code\W{0,6}(?:is\W{0,3})?\d\d[ -]?\d\d[ -]?\d\d\b"
    r"|\b(?:account|acc|a/c)\s*(?:number|no\.?|num|#)?\W{0,4}(?:is\W{0,3})?\d{8}\b"
    r"|\b[A-Z]{2}\d\d\s?[A-Z]{4}(?:\s?\d{4}){3,4}(?:\s?\d{1,3})?\b"
    r"|(?<![\d-])\d\d-\d\d-\d\d\b\D{1,20}\b\d{8}\b"
    r"|\biban\W{0,4}(?:is\W{0,3})?[a-z]{2}\d\d(?:\s?[a-z0-9]{2,4}){3,8}\b"
)
# One of "code", "acc", "a/c" and "iban", or two digits and what follows them; the first characters
# stand together, as the library looks for one of several characters at once.
_MAY_BE_BANK: Final = r"[aci0-9](?:ode|cc|/c|ban|[0-9](?:\s?[a-z]{4}|-[0-9][0-9]-))"
_CARD: Final = r"(?<![\d-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\d-])"
_WALLET: Final = (
    r"\b(?:bc1|ltc1|addr1|tb1)[a-z0-9]{20,90}\b|\b0x[0-9a-fA-F]{40}\b"
    r"|\b(?:[13]|T|L|D)[1-9A-HJ-NP-Za-km-z]{25,34}\b(?=.{0,80}(?i:wallet|bitcoin|btc|crypto))"
    r"|(?i:wallet|bitcoin|btc|crypto|ethereum|usdt)[^\n]{0,80}?\b[1-9A-HJ-NP-Za-km-z]{26,95}\b"
)
# How keys begin: words that end before a digit or a sign, and beginnings of words.
_KEY_WORDS: Final = words("gho ghp ghr ghs ghu github glpat xoxa xoxb xoxp xoxr xoxs sg").union(
    map("".join, product("sprk", repeat=2))
)
_KEY_STARTS: Final = ("aiza", "akia", "aroa", "asia", "eyj")
_SECRET: Final = (
    r"\b(?:AKIA|ASIA|AROA)[A-Z0-9]{16}\b|\b(?:ghp|gho|ghs|ghu|ghr)_[A-Za-z0-9]{20,}"
    r"|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\b[sprk]{2}_(?:live|test)_[A-Za-z0-9]{16,}"
    r"|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bAIza[\w-]{30,}|\bSG\.[\w-]{16,}\.[\w-]{16,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{10,400}\.eyJ[\w-]{10,}"
    r"|(?i:\b(?:password|pass\s?phrase|(?:api|secret|access)[ _-]?key)\s*(?:is\s*:?|:|=)"
    r"\s*[\"']?(?=\S*\d)\S{6,})"
)


def without_details(problems: Iterable[Problem], stretches: Sequence[Stretch]) -> list[Problem]:
    """The problems of a text in which personal details were found, none of which repeats them."""
    rules = _rules_on_details()
    details = {find.words for stretch in stretches for find in rules.finds(stretch)}
    longest_first = sorted(details, key=lambda detail: (-len(detail), detail))
    return [_without(problem, longest_first) for problem in problems]


@cache
def _rules_on_details() -> WordRules:
    """The rules on details alone, made when some are found, which is in few builds."""
    return WordRules(PERSONAL_DATA_RULES)


LEFT_OUT: Final = "[left out]"
STAYS: Final = r"^\d{4}-\d\d(?:-\d\d)?$|example\.nhs\.uk|^01632 960 000"
PIECE: Final = r"[^\s'\"]*@[^\s'\"]*|\+?\d(?:[ ()-]{0,2}[\dO]){5,}"


def _without(problem: Problem, details: Sequence[str]) -> Problem:
    message, fix = problem.message, problem.fix
    for detail in details:
        message, fix = message.replace(detail, LEFT_OUT), fix.replace(detail, LEFT_OUT)
    if "'" in message:
        message = re.sub(PIECE, LEFT_OUT, message)
    return replace(problem, message=message, fix=re.sub(PIECE, _piece_of_fix, fix))


def _piece_of_fix(match: re.Match[str]) -> str:
    """A date and our own examples stay in a line to paste."""
    return match[0] if re.search(STAYS, match[0]) else LEFT_OUT


def is_nhs_number(match: re.Match[str]) -> bool:
    """Whether the tenth digit is the check digit of the nine before it (modulo 11)."""
    digits = re.sub(r"\D", "", match[0])
    total = sum(int(digit) * (10 - index) for index, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11 == int(digits[9])


def is_card_number(match: re.Match[str]) -> bool:
    """Whether the digits pass the check of payment cards (Luhn)."""
    digits = re.sub(r"\D", "", match[0])
    total = 0
    for index, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + index % 2)
        total += doubled - 9 * (doubled > 9)
    return total % 10 == 0


def is_out_of_place(match: re.Match[str]) -> bool:
    """Whether an address stands elsewhere than after a name that may hold one."""
    start = match.string.rfind("\n", 0, match.start()) + 1
    return not re.match(MAY_HOLD_ADDRESS, match.string[start:])


def is_a_person(match: re.Match[str]) -> bool:
    """Whether two words with capitals are a person's name, and not an organisation's."""
    return not re.search(ORGANISATION, match["name"])


PERSONAL_DATA_RULES: Final = (
    WordRule(
        code="personal-email",
        searches=OWN_MAILBOXES,
        message="this looks like a person's own e-mail address",
        fix=_SHARED_ADDRESS,
        parts=("@", "(at", "[at"),
        hints=words("dot"),
        beside=words("@ at dot"),
        in_comments=True,
    ),
    WordRule(
        code="personal-phone",
        searches=MOBILE_NUMBERS,
        message="this looks like a personal mobile number",
        fix=_TAKE_OUT,
        hints=SPOKEN,
        digits=True,
        in_comments=True,
    ),
    WordRule(
        code="personal-phone",
        searches=(Search(_OWN_NUMBER, any_case=True, first="my|home|own|personal|private"),),
        message="this looks like somebody's own phone number",
        fix=_TAKE_OUT,
        hints=words("phone telephone landline number tel home"),
        beside=words("my home own personal private"),
        in_comments=True,
    ),
    WordRule(
        code="nhs-number",
        searches=(
            Search(_NHS_NUMBER_SAID, any_case=True, first="nhs"),
            Search(_TEN_DIGITS, only=is_nhs_number, first=_TEN_DIGITS_SOMEWHERE),
        ),
        message="this looks like somebody's NHS number",
        fix=_TAKE_OUT,
        digits=True,
        in_comments=True,
    ),
    WordRule(
        code="patient-number",
        searches=(Search(_PATIENT_NUMBER, any_case=True, first=_DIGIT, capitals=True),),
        message="this looks like a patient's hospital number",
        fix=_TAKE_OUT,
        hints=words("mrn number id record"),
        in_comments=True,
    ),
    WordRule(
        code="national-insurance-number",
        searches=(Search(_INSURANCE_NUMBER, first=_DIGIT),),
        message="this looks like a National Insurance number",
        fix=_TAKE_OUT,
        hints=words("insurance ni nino"),
        in_comments=True,
    ),
    WordRule(
        code="identity-number",
        searches=(Search(_IDENTITY_NUMBER, any_case=True, first=_DIGIT, capitals=True),),
        message="this looks like the number of somebody's passport, licence or card",
        fix=_TAKE_OUT,
        hints=words("passport licence license permit card"),
        in_comments=True,
    ),
    WordRule(
        code="date-of-birth",
        searches=(Search(_BORN, any_case=True, first=_DIGIT),),
        message="this looks like somebody's date of birth",
        fix=_TAKE_OUT,
        hints=words("dob birth born birthday"),
        parts=("d.o.b",),
        beside=words("dob o birth born birthday"),
        in_comments=True,
    ),
    WordRule(
        code="home-address",
        searches=(Search(_AT_HOME, first=_DIGIT),),
        message="this looks like somebody's home address",
        fix=_TAKE_OUT,
        hints=words("home house flat address live lives"),
        beside=words("home my her his their i she he"),
        in_comments=True,
    ),
    WordRule(
        code="street-address",
        searches=(Search(_STREET_AND_POSTCODE, only=is_out_of_place, first=r"[0-9][a-z]{2}\b"),),
        message="there is a street address among the words",
        fix="write an organisation's address after place: or post:, and no other",
        severity=HOLD,
        hints=_STREETS,
        capital=True,
    ),
    WordRule(
        code="patient-story",
        searches=(Search(_PATIENT, only=is_a_person),),
        message="this looks like the health of a person who is named",
        fix="take the name out, or take the whole sentence out",
        severity=HOLD,
        hints=words("diagnosed chemo chemotherapy terminal terminally mr mrs ms miss has died"),
    ),
    WordRule(
        code="bank-details",
        searches=(
            Search(_BANK, any_case=True, first=_MAY_BE_BANK, capitals=True),
            Search(_CARD, only=is_card_number, first=r"[0-9][0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}"),
        ),
        message="these look like bank details",
        fix=_TAKE_OUT,
        hints=words("sort sortcode account acc acct iban"),
        parts=("a/c",),
        digits=True,
        in_comments=True,
    ),
    WordRule(
        code="wallet",
        searches=(Search(_WALLET),),
        message="this looks like the address of a wallet for digital money",
        fix=_TAKE_OUT,
        hints=words("wallet bitcoin btc crypto ethereum usdt bc tb ltc addr"),
        parts=("0x",),
        in_comments=True,
    ),
    WordRule(
        code="secret-key",
        searches=(Search(_SECRET),),
        message="this looks like a password or a secret key",
        fix="take it out and change it at once: it is public already",
        hints=words("password passphrase phrase key api apikey secret secretkey accesskey").union(
            _KEY_WORDS
        ),
        parts=_KEY_STARTS,
        in_comments=True,
    ),
)
