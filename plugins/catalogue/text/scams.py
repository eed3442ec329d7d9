"""Scams: words that ask ill people for money, papers or haste, or that promise them a cure.

A pattern is a prompt for a person and no judge. Where an honest organiser may write the same, it
is a ``hold`` that a maintainer settles after looking: "We pay £25 an hour" is no request for
money, and passes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalogue.problems.messages import message_for
from catalogue.problems.problem import HOLD, WARNING, Problem
from catalogue.text.word_rules import Search, WordRule, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_A_MAINTAINER_LOOKS: Final = (
    "if it is meant as it stands, leave it: a maintainer looks at it and accepts it in "
    "data/known.yaml"
)
_NO_PLACE_HERE: Final = "take it out: it has no place in a list that ill people read"


def _any_of(*patterns: str) -> tuple[Search, ...]:
    return (Search("|".join(patterns), any_case=True),)


SCAM_RULES: Final = (
    WordRule(
        code="asks-for-money",
        searches=_any_of(
            r"\b(?:registration|joining|membership|admin(?:istration)?|booking|processing|entry"
            r"|enrol(?:l)?ment|application|refundable|upfront|one-off)\s+(?:fee|charge|deposit)s?\b",
            r"(?<!no )\bfees?\b[^.\n]{0,40}\b(?:payable|to\s+(?:join|take part|attend|register))\b",
            r"\byou(?:'ll)?\s+(?:must\s+|need\s+to\s+|have\s+to\s+|will\s+)?pay\b"
            r"(?!\s+(?:nothing|no\b|back|attention|for\s+your\s+own|your\s+own))",
            r"\bplease\s+(?:pay|send|transfer)\b[^.\n]{0,30}(?:£|\$|€|money|fee|deposit)",
            r"(?<=[.!?:\"])\s*(?:pay|send|transfer|deposit)\s+(?:us\s+|me\s+)?(?:a\s+|the\s+"
            r"|just\s+|only\s+)?(?:£|\$|€|money|cash|fee|deposit|into)",
            r"\bdonat(?:e|ions?)\s+(?:to|here|now|£|at\s+least|required|needed)",
            r"\b(?:buy|send|purchase|get)\b[^.\n]{0,30}\bgift\s?cards?\b"
            r"(?=[^.\n]{0,40}\b(?:us|codes?|numbers?|photo)\b)",
            r"\bsend\s+(?:us|me)\b[^.\n]{0,20}\bgift\s?cards?\b",
            r"\b(?:gofundme|justgiving|paypal\.?me|western\s+union|moneygram|cash\s?app)\b",
            r"(?:£|\$|€)\s?\d+[^.\n]{0,20}\bto\s+(?:join|take\s+part|attend|register|reserve)\b",
        ),
        message="this seems to ask people to pay: {}",
        fix=_A_MAINTAINER_LOOKS,
        severity=HOLD,
        hints=words(
            "fee fees charge charges deposit deposits pay send transfer donate donation "
            "donations gift giftcard giftcards gofundme justgiving paypal western moneygram "
            "cash cashapp"
        ),
        parts=("£",),
    ),
    WordRule(
        code="asks-for-documents",
        searches=_any_of(
            r"\b(?:send|e-?mail|upload|scan|photo(?:graph)?|copy|copies|picture|provide|share"
            r"|submit|post|bring|show)\b[^.\n]{0,60}\b(?:passport|driving\s+licen[cs]e"
            r"|birth\s+certificate|marriage\s+certificate|utility\s+bill|bank\s+statement"
            r"|national\s+insurance|identity\s+(?:card|document)|id\s+card)s?\b",
        ),
        message="this seems to ask for identity papers: {}",
        fix=_A_MAINTAINER_LOOKS,
        severity=HOLD,
        hints=words(
            "passport passports licence license certificate bill statement insurance identity id"
        ),
    ),
    WordRule(
        code="pressure",
        searches=_any_of(
            r"\bact\s+(?:now|fast|quickly|immediately)\b",
            r"\burgent(?:ly)?\s*[:!]",
            r"\b(?:last|final)\s+(?:chance|warning|notice)\b",
            r"\blimited\s+time\b",
            r"\b(?:do\s+not|don't)\s+delay\b",
            r"\bwithin\s+(?:24|48)\s+hours\s+or\b",
            r"\b(?:account|access|log-?in|record|treatment|benefits?)\b[^.\n]{0,30}\b(?:will"
            r"|is\s+going\s+to)\s+be\s+(?:closed|suspended|locked|blocked|cancelled|stopped|lost)\b",
            r"\blegal\s+action\b|\bbe\s+(?:fined|arrested|prosecuted)\b",
            r"!{3,}",
        ),
        message="this puts pressure on people with urgent words: {}",
        fix=_A_MAINTAINER_LOOKS,
        severity=HOLD,
        hints=words(
            "urgent urgently act chance warning notice limited delay within closed suspended "
            "locked blocked cancelled stopped lost legal fined arrested prosecuted"
        ),
        parts=("!!!",),
    ),
    WordRule(
        code="private-channel",
        searches=_any_of(
            r"\b(?:whats\s?app|telegram|wechat|viber|snapchat|(?:facebook|fb)\s+messenger"
            r"|discord)\b",
            r"\b(?:on|via|by|through)\s+signal\b",
            r"\b(?:dm|text|message|inbox)\s+me\b",
        ),
        message="this leads people to a private way to talk: {}",
        fix=_A_MAINTAINER_LOOKS,
        severity=HOLD,
        hints=words(
            "whatsapp whats telegram signal wechat viber snapchat messenger discord dm text "
            "message inbox"
        ),
    ),
    WordRule(
        code="cure-claim",
        searches=_any_of(
            r"\bmiracle\b[^.\n]{0,30}\b(?:cures?|treatments?|remed(?:y|ies)|heal(?:s|ing)?|drug)\b",
            r"\b(?:cures|heals|eliminates|destroys|kills)\s+(?:all\s+|any\s+|every\s+|your\s+"
            r"|most\s+)?(?:(?:types?|forms?|kinds?)\s+of\s+)?(?:cancers?|tumou?rs?|leukaemia)\b",
            r"\b(?:cure|remedy)\s+for\s+(?:all|any|every|your)\b[^.\n]{0,20}\bcancers?\b",
            r"\b(?:guaranteed|proven|natural|secret|hidden|herbal)\s+(?:cancer\s+)?(?:cures?"
            r"|remed(?:y|ies))\b",
            r"\b(?:cured?|cures|treat(?:s|ment)?|heals?)\b[^.\n]{0,40}\bno\s+side[\s-]effects?\b",
            r"\b(?:herbs?|herbal|diet|alkaline|cannabis|cbd|apricot|turmeric|vitamins?|detox|oils?)"
            r"\b[^.\n]{0,60}\b(?:cures?|heals?|instead\s+of\s+(?:chemo\w*|radio\w*|treatment))\b",
            r"\b100\s?%\s+(?:cure|effective|success)",
        ),
        message="this reads like the promise of a cure or treatment: {}",
        fix="take it out: nobody can promise a cure, and the law forbids to advertise one",
        hints=words(
            "miracle cure cures cured heal heals eliminates destroys kills remedy remedies "
            "effect effects effective success instead"
        ),
    ),
    WordRule(
        code="spam",
        searches=_any_of(
            r"\bonline\s+(?:casino|betting|slots?)\b|\bcasino\s+(?:bonus|games?|online)\b",
            r"\b(?:sports?\s+betting|slot\s+machines?|free\s+spins)\b",
            r"\b(?:payday|cheap|instant|quick|easy)\s+loans?\b",
            r"\b(?:viagra|cialis|levitra|weight[\s-]loss\s+pills?)\b",
            r"\bseo\s+(?:services?|experts?|agency|packages?)\b|\bbacklinks?\b",
            r"\bbuy\s+(?:followers|likes|reviews)\b",
            r"\bforex\b|\bcrypto(?:currency)?\s+(?:investment|trading|signals?)\b",
            r"\breplica\s+(?:watch|bag)|\badult\s+dating\b",
            r"\bmake\s+money\s+(?:fast|online|from\s+home)\b|\bwork\s+from\s+home\s+and\s+earn\b",
            r"\byou\s+have\s+won\b",
        ),
        message="this reads like an advertisement: {}",
        fix=_NO_PLACE_HERE,
        hints=words(
            "casino betting slots slot spins loan loans viagra cialis levitra pill pills seo "
            "backlink backlinks followers likes reviews forex crypto cryptocurrency replica "
            "dating money earn won"
        ),
    ),
    WordRule(
        code="speaks-to-machines",
        searches=_any_of(
            r"\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+)?(?:the\s+|your\s+)?(?:previous"
            r"|prior|above|earlier|other)\s+(?:instructions?|rules?|messages?|prompts?)\b",
            r"\bsystem\s+prompt\b",
            r"\b(?:you\s+are|as)\s+an?\s+(?:ai|language\s+model|ai\s+assistant)\b",
            r"\b(?:ai|llm|bot|automated|machine)\s+(?:reviewers?|assistants?|agents?|moderators?)\b",
            r"\b(?:approve|merge|accept)\s+this\s+(?:pull\s+request|entry|change|pr)\b",
        ),
        message="these words speak to a machine and not to a reader: {}",
        fix=_NO_PLACE_HERE,
        hints=words(
            "ignore disregard forget prompt ai language llm bot automated machine approve merge "
            "accept"
        ),
    ),
)
LONG_WORDS_IN_CAPITALS: Final = re.compile(r"[A-Z]{4,}(?:[^a-z\n]*?[A-Z]{4,}){2}")
CAPITALS: Final = re.compile(r"[A-Z]+")
# For a first look: a word of four capitals or more holds one of every fourth characters. Between
# three such words there are no small letters or ends of lines, and all else is left out.
_EACH_CAPITAL_AS_A: Final = bytes(65 if 65 <= byte <= 90 else byte for byte in range(256))
_NO_LETTERS: Final = bytes(
    byte for byte in range(256) if not chr(byte).isalpha() and chr(byte) != "\n"
)
SHORTEST_SHOUT: Final = 20
"""Characters from which words in capitals count as shouting, and not as a name."""


def shouting(lines: Sequence[str], path: str) -> Iterator[Problem]:
    """A fact or a line of text is not all in capital letters."""
    text = "\n".join(lines)
    if not may_shout(text) or not LONG_WORDS_IN_CAPITALS.search(text):
        return
    for number, line in enumerate(lines, 1):
        words = line[line.find(": ") + 1 :].strip()
        if words.isupper() and len(words) >= SHORTEST_SHOUT and _is_shouted(line, words):
            yield Problem(
                path=path,
                line=number,
                column=line.index(words) + 1,
                **message_for("all-capitals")._asdict(),
                severity=WARNING,
            )


def may_shout(text: str) -> bool:
    """Whether LONG_WORDS_IN_CAPITALS may be found. Only every fourth character is looked at."""
    some = text[::4].encode("ascii", "replace").translate(_EACH_CAPITAL_AS_A, _NO_LETTERS)
    return b"AAA" in some


def _is_shouted(line: str, words: str) -> bool:
    """Whether there are 3 words or more that are no abbreviations."""
    long_words = [word for word in CAPITALS.findall(words) if len(word) > 3]
    return len(long_words) > 2 and not line.lstrip().startswith("#")
