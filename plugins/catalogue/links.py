"""Links: whether an address may stand in an entry, and whether its host is known.

A link is read by people who are ill. It has to lead where it says, over https, to a host that
a maintainer has looked at.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from catalogue.quoting import LONGEST_QUOTE, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from urllib.parse import SplitResult

MOST_CHARACTERS: Final = 500
ADDRESS_IN_WORDS: Final = re.compile(r"(?:https?://|\bwww\.)[^\s\"'<>()\[\]]+", re.IGNORECASE)
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
    r"https://(?:www\.)?(?:google\.[a-z.]+/(?:url|amp)|youtube\.com/redirect|bing\.com/ck)", re.I
)
# Papers that ask people to sign in; forms made with the same services do not.
_SIGN_IN_ONLY: Final = re.compile(
    r"https://(?:[\w-]+\.)?(?:docs\.google\.com/(?:document|spreadsheets|presentation|file)/"
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
    ".corp",
    ".home",
    ".home.arpa",
    ".internal",
    ".intranet",
    ".lan",
    ".local",
    ".localdomain",
    ".localhost",
)
_HOST: Final = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_FORBIDDEN: Final = re.compile(
    r"[\s\"'<>\\^`{}|\x00-\x1f\x7f]|%(?:[01][0-9a-f]|7f|22|27|3c|3e|5c)", re.I
)
_NUMERIC_HOST: Final = re.compile(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+)){0,3}\.?", re.I)
_STARTS_ADDRESS: Final = re.compile(r"\s*(?:https?:)?[/\\]{2}(?P<host>[^/\\?#:]*)", re.I)
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):")
_ALMOST_HTTPS: Final = re.compile(
    r"(?:h?t?tps?\s?[:;]?\s?/{1,3}|https?[:;]?\s?/{0,3}|//)(?=[\w-]+\.)", re.I
)
_PLAIN_ADDRESS: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#]\S*)?", re.I)


class Fault(NamedTuple):
    """Why an address may not stand here, and what to write instead."""

    code: str
    message: str
    fix: str


_COPY_AGAIN: Final = "open the page and copy its address from the top of the browser"


@lru_cache(maxsize=4096)
def link_fault(address: str) -> Fault | None:
    """What is wrong with a web address, or None."""
    if len(address) > MOST_CHARACTERS:
        return Fault(
            "link-too-long",
            f"this address has {len(address)} characters; at most {MOST_CHARACTERS} fit",
            _COPY_AGAIN,
        )
    if not address.startswith("https://"):
        return _scheme_fault(unescape(address.strip()))
    if _FORBIDDEN.search(address):
        return Fault(
            "link-has-space", "a space or a quotation mark is in this address", _COPY_AGAIN
        )
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return Fault("link-host", "the website's name is missing in this address", _COPY_AGAIN)
    return (
        _host_fault(parts.hostname or "", parts.netloc, port)
        or _way_fault(address)
        or _query_fault(parts)
    )


def _scheme_fault(address: str) -> Fault:
    """Why an address that does not start with https:// is refused."""
    found = _SCHEME.match(address.casefold())
    scheme = found[1] if found else ""
    if scheme == "http":
        return Fault(
            "link-not-https",
            "this address starts with http://",
            f"try {_shortened('https://' + address[7:])} and use it if the page opens",
        )
    if scheme in ("mailto", "tel") or ("@" in address and "/" not in address):
        return Fault(
            "link-not-https",
            "this is not a web page: a web address here starts with https://",
            "write an e-mail address after email: and a phone number after phone:, under apply:",
        )
    start = _ALMOST_HTTPS.match(address)
    rest = address[start.end() :] if start else address
    if _PLAIN_ADDRESS.fullmatch(rest):
        return Fault(
            "link-not-https",
            "a web address here starts with https://",
            f"write {_shortened('https://' + rest)} and test that the page opens",
        )
    return Fault("link-not-https", "a web address here starts with https://", _COPY_AGAIN)


def _shortened(address: str) -> str:
    return quoted(address)[1:-1] if len(address) <= LONGEST_QUOTE else "https:// before it"


@lru_cache(maxsize=1024)
def _host_fault(host: str, netloc: str, port: int | None) -> Fault | None:
    if "@" in netloc:
        return Fault("link-sign-in", "there is a name or password in this address", _COPY_AGAIN)
    if host == "localhost" or host.endswith(_OWN_COMPUTER):
        return Fault(
            "link-own-computer", "this address only works on your own computer", _COPY_AGAIN
        )
    if host.startswith("nww."):
        return Fault(
            "link-own-computer",
            "this address only works on computers of the NHS",
            "find the page on the open web and copy its address from the top of the browser",
        )
    if _NUMERIC_HOST.fullmatch(host) or _is_ip(host):
        return Fault(
            "link-number-host",
            "this address is made of numbers instead of a website's name",
            _COPY_AGAIN,
        )
    if "xn--" in host or not host.isascii():
        return Fault(
            "link-foreign-letters",
            "the website's name holds letters of another alphabet (xn--)",
            _COPY_AGAIN,
        )
    if not _HOST.fullmatch(host):
        return Fault("link-host", "the website's name is missing in this address", _COPY_AGAIN)
    if ":" in netloc:
        return Fault("link-port", f"there is a port (:{port or ''}) in this address", _COPY_AGAIN)
    if host_is_under(host, WRAPPERS):
        return Fault("link-wrapped", "this link was changed by a mail program", _COPY_AGAIN)
    if host_is_under(host, SHORTENERS):
        return Fault("link-shortened", "a short link hides where it leads", _COPY_AGAIN)
    return None


def _way_fault(address: str) -> Fault | None:
    if _PASSES_ON.match(address):
        return Fault(
            "link-wrapped", "this link leads to another site through a search engine", _COPY_AGAIN
        )
    if _SIGN_IN_ONLY.match(address):
        return Fault(
            "link-sign-in",
            "this page asks people to sign in before they can read it",
            "ask the organiser for a page that everybody can read, and use that",
        )
    return None


def _query_fault(parts: SplitResult) -> Fault | None:
    if not parts.query and not parts.fragment.startswith(":~:"):
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    tracking = [name for name, _ in pairs if TRACKING.fullmatch(name)]
    if any("@" in value for _, value in pairs):
        return Fault(
            "link-holds-email",
            "there is somebody's e-mail address in this address",
            "delete everything from the question mark on, and test that the page still opens",
        )
    if any(_leads_on(value, parts.hostname or "") for _, value in pairs):
        return Fault("link-wrapped", "this link leads on to another website", _COPY_AGAIN)
    if tracking:
        kept = urlencode([pair for pair in pairs if pair[0] not in tracking])
        better = urlunsplit((parts.scheme, parts.netloc, parts.path, kept, parts.fragment))
        advice = (
            f"write {better} and test that the page opens"
            if len(better) <= LONGEST_QUOTE
            else "delete that part, and test that the page still opens"
        )
        return Fault("link-tracking", f"'{tracking[0][:40]}' in this address tracks people", advice)
    return None


def _leads_on(value: str, host: str) -> bool:
    """Whether a part of the query is the address of a page on another host."""
    start = _STARTS_ADDRESS.match(value)
    return start is not None and start["host"].casefold() != host


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def host_of(address: str) -> str:
    """The host of a checked address, in lower case."""
    return (urlsplit(address).hostname or "").casefold()


def host_is_under(host: str, names: Iterable[str]) -> bool:
    """Whether a host is one of the names or stands under one of them."""
    return any(host == name or host.endswith("." + name) for name in names)
