"""Mailboxes: whether an e-mail address is shared by a team or belongs to one person."""

from __future__ import annotations

import re
from typing import Final

from catalogue.text.word_rules import Search, words

# Mail services that people use at home.
HOME_MAIL: Final = words(
    "aol.com aol.co.uk blueyonder.co.uk btinternet.com fastmail.com gmail.com gmx.com gmx.co.uk "
    "googlemail.com hotmail.co.uk hotmail.com icloud.com live.co.uk live.com mac.com mail.com "
    "me.com msn.com ntlworld.com outlook.com plusnet.com proton.me protonmail.com sky.com "
    "talktalk.net tiscali.co.uk virginmedia.com yahoo.co.uk yahoo.com ymail.com zoho.com"
)
# What shared addresses are made of: these anywhere in them, the short ones only as a whole part.
SHARED_WORDS: Final = words(
    "accessib admin advice alliance board booking campaign cancer carers centre charity clinic "
    "communi complaint consult contact council desk engage enquir event experience feedback "
    "foundation fundrais general governance group health hello helpline hospital inform inquir "
    "involve library macmillan mailbox media member network newsletter nurses office outreach "
    "panel partner patient people pledge press privacy programme project public reception "
    "research secretar service shared steering support survey team training trial trust voice "
    "volunteer webmaster wellbeing"
)
SHARED_PARTS: Final = words(
    "care crn dpo england eoi foi help hr hub icb info lay mail nhs nihr pals pcn pmo post ppi "
    "ppie ppv web"
)
FIRST_NAMES: Final = words(
    "adam alan alex alice amy andrew angela ann anna anne anthony barbara ben brian carol "
    "caroline catherine charlotte chloe chris christine claire colin daniel dave david dawn "
    "deborah diane donna dorothy edward elaine eleanor elizabeth ellie emily emma fiona fred "
    "gareth gary george gillian graham grace hannah harry heather helen ian jack jackie jacob "
    "james jane janet jason jean jennifer jenny jessica jill jim jo joan joanne joe john jonathan "
    "joseph joyce judith julia julie karen kate katie keith kelly ken kerry kevin kim laura lauren "
    "lesley liam linda lisa liz louise lucy luke lynn mandy margaret maria marie mark martin mary "
    "matthew maureen megan melanie michael michelle mike mohammed natalie neil nicola nigel olivia "
    "oliver pam patricia paul pauline peter phil philip rachel rebecca richard robert robin roger "
    "rosie ruth ryan sally sam samantha sandra sarah sharon sheila shirley simon sophie stephen "
    "steve sue susan suzanne terry theresa thomas tim tina tom tony tracey trevor valerie vicky "
    "victoria wendy william yvonne zoe"
)
VOWEL: Final = re.compile("[aeiouy]")
_EMAIL: Final = (
    r"(?<![A-Za-z0-9_%+'.-])(?P<local>[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*)\s?(?:@|\(at\)|\[at\]|\{at\})\s?"
    r"(?P<host>(?:[A-Za-z0-9-]+(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?))+[A-Za-z]{2,24})"
)
DOT_IN_WORDS: Final = re.compile(r"\s?[(\[]dot[)\]]\s?", re.IGNORECASE)
_HOME_MAIL_IN_WORDS: Final = (
    r"(?<![\w.+-])[\w.+-]+\s+at\s+(?:gmail|hotmail|outlook|yahoo|icloud|btinternet|aol|live|sky|talktalk)"
    r"\s+dot\s+\w+"
)


def is_own_mailbox(match: re.Match[str]) -> bool:
    """Whether an address that was found, however it is written, is that of a single person."""
    host = DOT_IN_WORDS.sub(".", match["host"])
    return not is_shared_mailbox(f"{match['local']}@{host}")


OWN_MAILBOXES: Final = (
    Search(_EMAIL, only=is_own_mailbox, any_case=True),
    Search(_HOME_MAIL_IN_WORDS, any_case=True, first="dot"),
)


def is_shared_mailbox(address: str) -> bool:
    """Whether an e-mail address looks like that of a team and not of one person."""
    local, _, host = address.casefold().partition("@")
    if host in HOME_MAIL:
        return False
    if any(word in local for word in SHARED_WORDS):
        return True
    parts = [part for part in re.split(r"[._-]", local.rstrip("0123456789")) if part]
    if not parts or SHARED_PARTS.intersection(parts):
        return True
    if len(parts) == 1:
        return parts[0] not in FIRST_NAMES
    return not all(_may_be_a_name(part) for part in parts)


def _may_be_a_name(part: str) -> bool:
    """Whether a part of an address may be an initial or a name, and is no abbreviation."""
    return part.isalpha() and (len(part) == 1 or bool(VOWEL.search(part)))
