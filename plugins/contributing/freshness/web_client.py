"""Web client: asks for one page, politely and within limits, and says what came of it.

A link comes from a stranger, and so does whatever answers it. Names that lead to a private
network are refused before anything is connected, also after a redirect; an answer has a limit in
time, in length and in redirects; nothing that comes back is run or kept.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections import defaultdict
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin, urlsplit

from contributing.freshness.web_page import WebPage, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from http.client import HTTPResponse

THERE: Final = "there"
GONE: Final = "gone"
UNSURE: Final = "could not look"
PRIVATE: Final = "private network"

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
TOO_MANY: Final = 429
HTTPS: Final = 443
NOT_READ: Final = WebPage()
_SAFE_IN_PATHS: Final = "/:@!$&'()*+,;=%?~-._"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of asking: one of the words above, why, where it led, and the page if read.

    ``status`` is what a website answered, or 0 where none did.
    """

    outcome: str
    reason: str
    address: str
    page: WebPage = NOT_READ
    status: int = 0

    @property
    def is_busy(self) -> bool:
        """Whether the website asks to be left alone for a while."""
        return self.status == TOO_MANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one request may take, in seconds, and how much may come back."""

    seconds: float = 10.0
    redirects: int = 5
    most_bytes: int = 1_000_000
    pause: float = 1.0
    """Seconds between two requests to one website."""


class _Refused(Exception):
    """The name leads where no stranger's link may lead us."""


class _Unknown(Exception):
    """There is no website of this name."""


def addresses_of(host: str) -> list[str]:
    """Every numeric address of a host. Raises OSError."""
    found = socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the open internet, and of no network of its own."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inside = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    plain = number.is_global and not number.is_multicast and not number.is_reserved
    return plain and (inside is None or is_public(str(inside)))


def connected(host: str, address: str, seconds: float) -> HTTPConnection:
    """A connection over TLS to this very address, its certificate checked for the host's name."""
    context = ssl.create_default_context()
    plain = socket.create_connection((address, HTTPS), timeout=seconds)
    try:
        with _deadline(plain, seconds):
            secured = context.wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise
    connection = HTTPSConnection(host, timeout=seconds, context=context)
    connection.sock = secured
    return connection


@dataclass(slots=True, kw_only=True)
class WebClient:
    """Asks for pages. One request at a time goes to one website, whoever asks."""

    agent: str
    limits: Limits = field(default_factory=Limits)
    resolve: Callable[[str], list[str]] = addresses_of
    allowed: Callable[[str], bool] = is_public
    connect: Callable[[str, str, float], HTTPConnection] = connected
    _turns: dict[str, threading.Lock] = field(
        default_factory=lambda: defaultdict(threading.Lock), repr=False
    )
    _last: dict[str, float] = field(default_factory=dict, repr=False)

    def ask(self, address: str, *, read: bool) -> Answer:
        """What stands at an address; with ``read``, also the words of the page.

        First only the head is asked for. The page follows where its words are wanted or where
        the head was refused, as some servers answer nothing else.
        """
        answer = self._follow("HEAD", address)
        if answer.outcome == PRIVATE or answer.is_busy:
            return answer
        if answer.outcome == THERE and not read:
            return answer
        return self._follow("GET", address)

    def _follow(self, method: str, address: str) -> Answer:
        now = address
        for _ in range(self.limits.redirects + 1):
            try:
                status, target, page = self._request(method, now)
            except _Refused:
                return Answer(
                    outcome=PRIVATE, reason="its name leads to a private network", address=now
                )
            except _Unknown:
                return Answer(outcome=GONE, reason="there is no website of this name", address=now)
            except ssl.SSLCertVerificationError:
                return Answer(outcome=UNSURE, reason="its certificate is not in order", address=now)
            except TimeoutError:
                return Answer(outcome=UNSURE, reason="it took too long", address=now)
            except (OSError, HTTPException, ValueError):
                return Answer(
                    outcome=UNSURE, reason="it gave no answer that we can read", address=now
                )
            if status not in _REDIRECTS or not target:
                return answered(status, now, page)
            try:
                now = urljoin(now, target)
            except ValueError:
                return Answer(
                    outcome=UNSURE, reason="it leads to no address that we can read", address=now
                )
            if not now.startswith("https://"):
                return Answer(
                    outcome=UNSURE, reason="it leads to an address without https", address=now
                )
        return Answer(outcome=UNSURE, reason="it sends us round and round", address=now)

    def _request(self, method: str, address: str) -> tuple[int, str, WebPage]:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if parts.port not in (None, HTTPS) or not host:
            raise _Refused
        path = quote(parts.path or "/", safe=_SAFE_IN_PATHS)
        query = f"?{quote(parts.query, safe=_SAFE_IN_PATHS)}" if parts.query else ""
        with self._turn_at(host):
            target = self._address_of(host)
            connection = self.connect(host, target, self.limits.seconds)
            # Taken hold of now: the connection lets go of it once the answer begins.
            line = connection.sock
            with closing(connection), _deadline(line, self.limits.seconds) as is_late:
                try:
                    connection.request(
                        method,
                        path + query,
                        headers={
                            "User-Agent": self.agent,
                            "Accept": "text/html,*/*;q=0.1",
                            "Accept-Encoding": "identity",
                            "Connection": "close",
                        },
                    )
                    response = connection.getresponse()
                    page = self._page(response) if method == "GET" else WebPage()
                except (OSError, HTTPException, ValueError):
                    if is_late():
                        raise TimeoutError from None
                    raise
                if is_late():
                    raise TimeoutError
                return response.status, response.headers.get("Location", ""), page

    def _page(self, response: HTTPResponse) -> WebPage:
        data = response.read(self.limits.most_bytes)
        return page_of(data, response.headers.get("Content-Type", ""))

    def _address_of(self, host: str) -> str:
        try:
            found = self.resolve(host)
        except socket.gaierror as error:
            if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)):
                raise _Unknown from error
            raise
        except UnicodeError as error:
            raise _Unknown from error
        if not found or not all(map(self.allowed, found)):
            raise _Refused
        return found[0]

    @contextmanager
    def _turn_at(self, host: str) -> Iterator[None]:
        with self._turns[host]:
            wait = self._last.get(host, -self.limits.pause) + self.limits.pause - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                self._last[host] = time.monotonic()


def answered(status: int, address: str, page: WebPage = NOT_READ) -> Answer:
    """What came of asking where a website answered with this status."""
    if 200 <= status < 300:
        return Answer(outcome=THERE, reason="", address=address, page=page, status=status)
    return Answer(
        outcome=GONE if status in _GONE else UNSURE,
        reason=f"it answered {status}",
        address=address,
        status=status,
    )


@contextmanager
def _deadline(line: socket.socket, seconds: float) -> Iterator[Callable[[], bool]]:
    """Ends a connection that is still busy after so many seconds, however slowly it drips."""
    late = threading.Event()

    def end() -> None:
        late.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late.is_set
    finally:
        timer.cancel()
