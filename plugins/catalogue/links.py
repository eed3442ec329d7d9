"""Links: whether an address may stand in an entry, and whether its host is known.

A link is read by people who are ill. It has to lead where it says, over https, to a host that
a maintainer has looked at.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_CHARACTERS: Final = 500
SHORTENERS: Final = frozenset(
    {"bit.ly", "buff.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "shorturl.at"}
    | {"t.co", "t.ly", "tiny.cc", "tinyurl.com", "urldefense.com", "cutt.ly"}
)
WRAPPERS: Final = ("safelinks.protection.outlook.com", "mimecastprotect.com", "urldefense.com")
TRACKING: Final = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|msclkid|_hs\w+)$", re.IGNORECASE)
_HOST: Final = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_FORBIDDEN: Final = re.compile(r"[\s\"'<>\\^`{}|]")
_NUMERIC_HOST: Final = re.compile(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+)){0,3}", re.IGNORECASE)


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
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", address.strip().casefold())
    if scheme and scheme[1] == "http":
        return Fault(
            "link-not-https",
            "this address starts with http://",
            f"try https://{address.strip()[7:]} and use it if the page opens",
        )
    if not address.startswith("https://"):
        return Fault("link-not-https", "a web address here starts with https://", _COPY_AGAIN)
    if _FORBIDDEN.search(address):
        return Fault(
            "link-has-space", "a space or a quotation mark is in this address", _COPY_AGAIN
        )
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return Fault("link-host", "the website's name is missing in this address", _COPY_AGAIN)
    return _host_fault(parts.hostname or "", parts.netloc, port) or _query_fault(parts.query)


def _host_fault(host: str, netloc: str, port: int | None) -> Fault | None:
    if "@" in netloc:
        return Fault("link-sign-in", "there is a name or password in this address", _COPY_AGAIN)
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return Fault(
            "link-own-computer", "this address only works on your own computer", _COPY_AGAIN
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
    if port is not None:
        return Fault("link-port", f"there is a port ({port}) in this address", _COPY_AGAIN)
    if host_is_under(host, WRAPPERS):
        return Fault("link-wrapped", "this link was changed by a mail program", _COPY_AGAIN)
    if host_is_under(host, SHORTENERS):
        return Fault("link-shortened", "a short link hides where it leads", _COPY_AGAIN)
    return None


def _query_fault(query: str) -> Fault | None:
    for name, _ in parse_qsl(query, keep_blank_values=True):
        if TRACKING.match(name):
            return Fault(
                "link-tracking",
                f"'{name}' in this address tracks people",
                "delete everything from the question mark on, and test that the page still opens",
            )
    return None


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
