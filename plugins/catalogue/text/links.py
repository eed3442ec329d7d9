"""Links: whether an address may stand in an entry, and whether its host is known.

A link is read by people who are ill. It has to lead where it says, over https, to a host that
a maintainer has looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

from catalogue.problems.messages import Message, message_for
from catalogue.problems.quoting import LONGEST_QUOTE, visible

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

MOST_CHARACTERS: Final = 500
MOST_OF_A_NAME: Final = 40
ADDRESS_IN_WORDS: Final = re.compile(r"(?:https?://|\bwww\.)[^\s\"'<>()\[\]]+", re.IGNORECASE)
HTTPS: Final = "https://"
HTTP: Final = "http://"
SHORTENERS: Final = frozenset(
    {"1drv.ms", "bit.do", "bit.ly", "bitly.com", "buff.ly", "cutt.ly", "dlvr.it", "forms.gle"}
    | {"fb.me", "g.co", "goo.gl", "ift.tt", "is.gd", "lnkd.in", "ow.ly"}
    | {"qrco.de", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "smarturl.it", "soo.gd", "t.co"}
    | {"t.ly", "tiny.cc", "tinyurl.com", "trib.al", "v.gd", "wp.me"}
)
WRAPPERS: Final = (
    "safelinks.protection.outlook.com",
    "mimecastprotect.com",
    "mimecast.com",
    "urldefense.com",
    "urldefense.proofpoint.com",
    "linkprotect.cudasvc.com",
    "clicktime.symantec.com",
    "secure-web.cisco.com",
    "shared.outlook.inky.com",
    "protect.checkpoint.com",
    "urlsand.esvalabs.com",
    "links.govdelivery.com",
    "l.facebook.com",
    "lm.facebook.com",
    "translate.goog",
)
# Hosts that pass people on to an address that stands in the question part.
_PASSES_ON: Final = re.compile(
    r"^https://(?:www\.)?(?:google\.[a-z.]+/(?:url|amp)|youtube\.com/redirect|bing\.com/ck)", re.I
)
# Papers that ask people to sign in; forms made with the same services do not.
_SIGN_IN_ONLY: Final = re.compile(
    r"^https://(?:[\w-]+\.)?(?:docs\.google\.com/(?:document|spreadsheets|presentation|file)/"
    r"|drive\.google\.com/|sharepoint\.com/|onedrive\.live\.com/|teams\.microsoft\.com/"
    r"|(?:www\.)?dropbox\.com/|notion\.so/|trello\.com/)",
    re.I,
)
TRACKING: Final = re.compile(
    r"(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh|igshid"
    r"|mc_[ce]id|mkt_tok|_hs\w+|_ga|_gl|oly_(anon|enc)_id|vero_id|wickedid|ck_subscriber_id|s_cid)",
    re.I,
)
_OWN_COMPUTER: Final = (
    r"localhost|.*\.(?:corp|home|home\.arpa|internal|intranet|lan|local|localdomain|localhost)"
)
_HOST: Final = r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}"
_FORBIDDEN: Final = re.compile(
    r"[\s\"'<>\\^`{}|\x00-\x1f\x7f]|%(?:[01][0-9a-f]|7f|22|27|3c|3e|5c)", re.I
)
_NUMERIC_HOST: Final = r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]+|[0-9]+)){0,3}\.?|\[[0-9a-f:.]*\]"
ALMOST_HTTPS: Final = re.compile(
    r"^(?:h?t?tps?\s?[:;]?\s?/{1,3}|https?[:;]?\s?/{0,3}|//)(?=[\w-]+\.)", re.I
)
NO_PAGE: Final = re.compile(r"^(?:mailto|tel):|^[^/]*@[^/]*$", re.I)
PLAIN_ADDRESS: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#]\S*)?", re.I)
# A part of the query that is itself an address.
STARTS_ADDRESS: Final = re.compile(r"^\s*(?:https?:)?[/\\]{2}(?P<host>[^/\\?#:]*)", re.I)
PARTS: Final = re.compile(
    r"https://(?P<site>(?:[^/?#]*@)?(?P<host>\[[^\]/?#]*\]|[^:/?#]*)(?P<port>[^/?#]*))"
    r"(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?P<rest>.*)"
)
"""The parts of an address: everything that starts with https:// has them."""
PAIR: Final = "&"
STEPS: Final = re.compile(r"(?:^|/|%2f)(?:\.|%2e){1,2}(?:/|%2f|$)", re.I)
"""Steps in a path that lead up again, and out of the place that it seems to be below.

Some servers read %2f as a slash.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason to refuse an address: what is found in one of its parts, and what is said.

    With ``unless`` it is refused where the pattern does not fit the whole part.
    """

    part: str
    pattern: re.Pattern[str]
    message: str
    unless: bool = False


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})$", re.I)


def _under(names: Iterable[str]) -> re.Pattern[str]:
    """A host that is one of the names or stands under one of them."""
    return _whole(rf"(?:.*\.)?(?:{'|'.join(map(re.escape, sorted(names)))})")


_HOST_PARTS: Final = ("site", "host", "port")
REFUSALS: Final = (
    Refusal(part="address", pattern=_FORBIDDEN, message="link-has-space"),
    Refusal(part="port", pattern=_whole(r"(?::[0-9]{0,5})?"), message="link-host", unless=True),
    Refusal(part="site", pattern=re.compile("@"), message="link-sign-in"),
    Refusal(part="host", pattern=_whole(_OWN_COMPUTER), message="link-own-computer"),
    Refusal(part="host", pattern=re.compile(r"^nww\.", re.I), message="link-own-computer.nhs"),
    Refusal(part="host", pattern=_whole(_NUMERIC_HOST), message="link-number-host"),
    Refusal(
        part="host", pattern=re.compile(r"xn--|[^\x00-\x7f]", re.I), message="link-foreign-letters"
    ),
    Refusal(part="host", pattern=_whole(_HOST), message="link-host", unless=True),
    Refusal(part="port", pattern=re.compile(":"), message="link-port"),
    Refusal(part="host", pattern=_under(WRAPPERS), message="link-wrapped"),
    Refusal(part="host", pattern=_under(SHORTENERS), message="link-shortened"),
    Refusal(part="address", pattern=_PASSES_ON, message="link-wrapped.search"),
    Refusal(part="address", pattern=_SIGN_IN_ONLY, message="link-sign-in.page"),
    Refusal(
        part="query",
        pattern=re.compile(r"(?:^|&)[^=&]*=[^&]*(?:@|%40)"),
        message="link-holds-email",
    ),
)
_HOST_REFUSALS: Final = tuple(one for one in REFUSALS if one.part in _HOST_PARTS)
_REST_REFUSALS: Final = tuple(one for one in REFUSALS if one.part not in _HOST_PARTS)
# Most addresses: no port, no query, and nothing in them but what stands for itself.
_PLAIN: Final = re.compile(r"https://([a-z0-9.-]+)(?:/[A-Za-z0-9._~/-]*)?")
# Names in the hosts that some pages of are refused: see _PASSES_ON and _SIGN_IN_ONLY.
_SOME_PAGES: Final = (
    *("bing", "dropbox", "google", "live", "microsoft", "notion", "sharepoint", "trello"),
    "youtube",
)


@lru_cache(maxsize=4096)
def link_fault(address: str) -> Message | None:
    """What is wrong with a web address, or None."""
    if len(address) > MOST_CHARACTERS:
        return message_for("link-too-long", count=len(address), most=MOST_CHARACTERS)
    if not address.startswith(HTTPS):
        return _scheme_fault(address.strip())
    if (plain := _PLAIN.fullmatch(address)) and _is_fine_host(plain[1]):
        return None
    found = PARTS.match(address)
    parts = {"address": address, **(found.groupdict("") if found else {})}
    site, host, port, query = (parts.get(part, "") for part in (*_HOST_PARTS, "query"))
    reasons = (
        _refused_host(site, host, port),
        next((one for one in _REST_REFUSALS if _refuses(one, parts.get(one.part, ""))), None),
    )
    if any(reasons):
        return message_for(next(one.message for one in REFUSALS if one in reasons), port=port)
    if not query:
        return None
    if any(_leads_on(value, host) for _, value in parse_qsl(query)):
        return message_for("link-wrapped.leads-on")
    return _tracking(query, address)


@lru_cache(maxsize=1024)
def _is_fine_host(host: str) -> bool:
    """Whether nothing is wrong with a host, nor with any of its pages whose address is plain."""
    return not (_refused_host(host, host, "") or any(name in host for name in _SOME_PAGES))


@lru_cache(maxsize=1024)
def _refused_host(site: str, host: str, port: str) -> Refusal | None:
    """The first refusal of a host. Entries have hundreds of links to a few hosts."""
    parts = dict(zip(_HOST_PARTS, (site, host, port), strict=True))
    return next((one for one in _HOST_REFUSALS if _refuses(one, parts[one.part])), None)


def _refuses(refusal: Refusal, part: str) -> bool:
    return bool(refusal.pattern.search(part)) != refusal.unless


def _scheme_fault(address: str) -> Message:
    """Why an address that does not start with https:// is refused."""
    if NO_PAGE.search(address):
        return message_for("link-not-https.no-page")
    if address.casefold().startswith(HTTP):
        return _with_https(address[len(HTTP) :], "link-not-https.http")
    start = ALMOST_HTTPS.match(address)
    rest = address[start.end() :] if start else address
    if PLAIN_ADDRESS.fullmatch(rest):
        return _with_https(rest, "link-not-https.almost")
    return message_for("link-not-https")


def _with_https(rest: str, message: str) -> Message:
    """What is left to say with https:// in front, or else that this is all that is missing."""
    return link_fault(HTTPS + rest) or message_for(message, better=_shortened(HTTPS + rest))


def _shortened(address: str) -> str:
    return visible(address) if len(address) <= LONGEST_QUOTE else "https:// before it"


def _leads_on(value: str, host: str) -> bool:
    """Whether a part of the query is the address of a page on another host."""
    start = STARTS_ADDRESS.match(value)
    return start is not None and start["host"].casefold() != host.casefold()


def _tracking(query: str, address: str) -> Message | None:
    """What is said of parts of the query that only tell where somebody came from."""
    pairs = query.split(PAIR)
    kept = [pair for pair in pairs if not TRACKING.fullmatch(pair.partition("=")[0])]
    if len(kept) == len(pairs):
        return None
    name = next(pair for pair in pairs if pair not in kept).partition("=")[0]
    before, _, after = address.partition(f"?{query}")
    better = f"{before}{'?' if kept else ''}{PAIR.join(kept)}{after}"
    case = "link-tracking" if len(better) <= LONGEST_QUOTE else "link-tracking.long"
    return message_for(case, name=name[:MOST_OF_A_NAME], better=better)


def host_of(address: str) -> str:
    """The host of an address, in lower case; empty where none can be read."""
    scheme, mark, rest = address.partition("://")
    return _host_of_site(f"{scheme}{mark}{rest.partition('/')[0]}")


@lru_cache(maxsize=1024)
def _host_of_site(site: str) -> str:
    try:
        return (urlsplit(site).hostname or "").casefold()
    except ValueError:
        return ""


def is_below(address: str, places: Iterable[str]) -> bool:
    """Whether an address is at or below one of these places, such as ``code.example/people``."""
    host = host_of(address)
    path = urlsplit(address).path if host else ""
    if STEPS.search(path):
        return False
    place = f"{host}{path}/"
    return any(place.startswith(f"{one}/") for one in places)


def host_is_under(host: str, names: Container[str]) -> bool:
    """Whether a host is one of the names or stands under one of them."""
    while host:
        if host in names:
            return True
        host = host.partition(".")[2]
    return False
