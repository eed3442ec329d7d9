"""Links are looked at politely, and nothing that answers can do harm."""

import socket
import ssl
import threading
import time
from contextlib import suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributing.freshness import web_client as module
from contributing.freshness.web_client import (
    GONE,
    PRIVATE,
    THERE,
    UNSURE,
    Limits,
    WebClient,
    addresses_of,
    is_public,
)
from contributing.freshness.web_page import WebPage, page_of, read_page

PAGE = b"<!doctype html><title>A panel</title><p>We talk about <b>cancer</b> care.</p>"


class Handler(BaseHTTPRequestHandler):
    """A server that misbehaves in every way; the path says how."""

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        server = self.server
        name = self.path.partition("?")[0].strip("/")
        server.asked.append((self.command, self.headers["Host"], self.path))
        server.agents.add(self.headers["User-Agent"])
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, "on_" + name.replace("-", "_"), self.on_page)()

    def reply(self, status, body=b"", kind="text/html; charset=utf-8", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def on_page(self):
        if self.path.startswith("/status/"):
            self.reply(int(self.path.rpartition("/")[2]))
        elif self.path.startswith("/hop/"):
            number = int(self.path.rpartition("/")[2])
            self.reply(302, Location=f"/hop/{number - 1}" if number else "/page")
        else:
            self.reply(200, PAGE)

    def on_no_head(self):
        self.reply(405 if self.command == "HEAD" else 200, PAGE)

    def on_lying_head(self):
        self.reply(404 if self.command == "HEAD" else 200, PAGE)

    def on_loop(self):
        self.reply(301, Location="/loop")

    def on_elsewhere(self):
        self.reply(301, Location="https://other.example/page")

    def on_to_private(self):
        self.reply(302, Location="https://router.example/admin")

    def on_to_number(self):
        self.reply(302, Location="https://169.254.169.254/latest/meta-data/")

    def on_to_port(self):
        self.reply(302, Location="https://other.example:8443/")

    def on_to_http(self):
        self.reply(302, Location="http://other.example/")

    def on_to_file(self):
        self.reply(302, Location="file:///etc/passwd")

    def on_no_place(self):
        self.reply(302)

    def on_odd_place(self):
        self.reply(302, Location="https://[bad/")

    def on_silence(self):
        time.sleep(4)

    def on_drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def on_drip_head(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(90):
            self.wfile.write(b"X-%d: y\r\n" % number)
            self.wfile.flush()
            time.sleep(0.05)

    def on_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b"cancer " * 10_000)

    def on_many_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n")

    def on_long_header(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n")

    def on_garbage(self):
        self.wfile.write(b"\x00\xff no http at all\r\n\r\n")

    def on_hang_up(self):
        self.connection.close()

    def on_short(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(PAGE)
        self.close_connection = True

    def on_picture(self):
        self.reply(200, b"\x89PNG" + PAGE, kind="image/png")

    def on_odd_letters(self):
        self.reply(200, "<title>Café</title>".encode("latin-1"), kind="text/html; charset=latin-1")

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.agents = [], set()

    def handle_error(self, request, client_address):
        pass


@pytest.fixture(scope="module")
def running():
    server = Server()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def server(running):
    running.asked.clear()
    running.agents.clear()
    return running


HOSTS = {"router.example": ["192.168.0.1"], "half.example": ["93.184.216.34", "10.0.0.1"]}


def web(server, **changes):
    """A web in which every name leads to the test server, over plain HTTP."""

    def resolve(host):
        if host == "nowhere.example":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        if host == "later.example":
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        if host.replace(".", "").isdigit():
            return [host]
        return HOSTS.get(host, ["93.184.216.34"])

    def connect(host, address, seconds):
        connection = HTTPConnection(host, timeout=seconds)
        connection.sock = socket.create_connection(server.server_address, timeout=seconds)
        return connection

    limits = Limits(seconds=5, pause=0)
    given = {"limits": limits, "resolve": resolve, "connect": connect, **changes}
    return WebClient(agent="Test/1.0 (+https://site.example)", **given)


def ask(server, path, host="site.example", *, read=True, **changes):
    return web(server, **changes).ask(f"https://{host}{path}", read=read)


def test_a_page_is_there_and_read(server):
    answer = ask(server, "/page?a=1")
    assert (answer.outcome, answer.reason, answer.address) == (
        THERE,
        "",
        "https://site.example/page?a=1",
    )
    assert answer.page == WebPage(title="A panel", words="We talk about cancer care.")
    assert server.agents == {"Test/1.0 (+https://site.example)"}
    assert [one[0] for one in server.asked] == ["HEAD", "GET"]


def test_only_the_head_is_asked_for_where_no_words_are_wanted(server):
    assert ask(server, "/page", read=False).outcome == THERE
    assert [one[0] for one in server.asked] == ["HEAD"]


@pytest.mark.parametrize("path", ["/no-head", "/lying-head"])
def test_a_server_that_answers_no_head_is_asked_for_the_page(server, path):
    assert ask(server, path, read=False).outcome == THERE


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_told(server, status):
    answer = ask(server, f"/status/{status}")
    assert (answer.outcome, answer.reason) == (GONE, f"it answered {status}")


@pytest.mark.parametrize("status", [400, 401, 403, 429, 500, 502, 503, 304])
def test_what_refuses_a_machine_is_no_proof(server, status):
    answer = ask(server, f"/status/{status}")
    assert (answer.outcome, answer.reason) == (UNSURE, f"it answered {status}")


def test_a_busy_server_is_not_asked_again(server):
    ask(server, "/status/429")
    assert len(server.asked) == 1


def test_a_name_that_nobody_has_is_gone(server):
    answer = ask(server, "/", host="nowhere.example")
    assert (answer.outcome, answer.reason) == (GONE, "there is no website of this name")
    assert ask(server, "/", host="later.example").outcome == UNSURE
    assert ask(server, "/", host="a..example").outcome in (GONE, THERE)


def test_redirects_are_followed_up_to_five(server):
    answer = ask(server, "/elsewhere")
    assert (answer.outcome, answer.reason, answer.address) == (
        THERE,
        "",
        "https://other.example/page",
    )
    assert ask(server, "/hop/4").outcome == THERE
    assert ask(server, "/hop/5").reason == "it sends us round and round"
    assert ask(server, "/loop").reason == "it sends us round and round"


@pytest.mark.parametrize("path", ["/to-http", "/to-file"])
def test_no_redirect_leaves_https(server, path):
    answer = ask(server, path)
    assert (answer.outcome, answer.reason) == (UNSURE, "it leads to an address without https")


@pytest.mark.parametrize("path", ["/no-place", "/odd-place"])
def test_a_redirect_to_nowhere_is_no_proof(server, path):
    assert ask(server, path).outcome == UNSURE


@pytest.mark.parametrize("host", ["router.example", "half.example", "10.1.2.3", "127.0.0.1"])
def test_a_private_network_is_refused_before_anything_is_connected(server, host):
    answer = ask(server, "/page", host=host)
    assert (answer.outcome, answer.reason) == (PRIVATE, "its name leads to a private network")
    assert server.asked == []


@pytest.mark.parametrize("path", ["/to-private", "/to-number", "/to-port"])
def test_a_private_network_is_refused_after_a_redirect_too(server, path):
    answer = ask(server, path)
    assert answer.outcome == PRIVATE
    assert {host for _, host, _ in server.asked} == {"site.example"}


@pytest.mark.parametrize("path", ["/silence", "/drip", "/drip-head"])
def test_slow_answers_end(server, path):
    """Waited for to their end, these would be pages, or no answer that we can read."""
    answer = ask(server, path, limits=Limits(seconds=0.4, pause=0))
    assert (answer.outcome, answer.reason) == (UNSURE, "it took too long")


@pytest.mark.parametrize("path", ["/many-headers", "/long-header", "/garbage", "/hang-up"])
def test_what_is_no_answer_is_no_proof(server, path):
    answer = ask(server, path)
    assert (answer.outcome, answer.reason) == (UNSURE, "it gave no answer that we can read")


def test_no_more_than_the_limit_is_read(server):
    answer = ask(server, "/endless", limits=Limits(seconds=5, pause=0, most_bytes=1_000))
    assert answer.outcome == THERE
    assert 900 < len(answer.page.words) <= 1_000


def test_an_answer_that_ends_early_is_no_proof(server):
    assert ask(server, "/short").outcome in (THERE, UNSURE)


def test_only_pages_of_words_are_read(server):
    assert ask(server, "/picture").page == WebPage()
    assert ask(server, "/odd-letters").page.title == "Café"


def test_a_connection_that_is_refused_is_no_proof(server):
    def connect(host, address, seconds):
        raise ConnectionRefusedError

    answer = ask(server, "/", connect=connect)
    assert (answer.outcome, answer.reason) == (UNSURE, "it gave no answer that we can read")


def test_a_wrong_certificate_is_no_proof(server):
    def connect(host, address, seconds):
        raise ssl.SSLCertVerificationError

    assert ask(server, "/", connect=connect).reason == "its certificate is not in order"


def test_one_website_gets_one_request_at_a_time_with_a_pause(server):
    moments, plain = [], web(server).connect

    def connect(host, address, seconds):
        moments.append(time.monotonic())
        return plain(host, address, seconds)

    ours = web(server, limits=Limits(seconds=2, pause=0.05), connect=connect)

    def ask_once():
        ours.ask("https://site.example/page", read=False)

    threads = [threading.Thread(target=ask_once) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(moments) == 4
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(moments))


def test_a_real_connection_checks_the_certificate(server, monkeypatch):
    """The server speaks no TLS, so the real connection has to refuse it."""
    monkeypatch.setattr(module, "HTTPS", server.server_address[1])
    with pytest.raises(OSError):  # noqa: PT011  (which one depends on the system's library)
        module.connected("localhost", "127.0.0.1", 0.5)
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.5.5",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b:1::1",
        "not an address",
        "",
    ],
)
def test_addresses_of_networks_of_their_own_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_open_internet_are_public(address):
    assert is_public(address)


def test_a_number_is_its_own_address():
    assert addresses_of("127.0.0.1") == ["127.0.0.1"]


def test_words_that_nobody_sees_are_left_out():
    data = b"""<html><head><title> A\n title </title><style>p { }</style></head>
    <script>var cancer = 1</script><p>One &amp; two</p><a href="mailto:a@b.example?x=1">Us</a>"""
    assert page_of(data, "text/html") == WebPage(title="A title", words="One & two a@b.example Us")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["text/html", "text/html; charset=nonsense"]))
def test_no_bytes_make_the_reader_fail(data, kind):
    page = read_page(b"<!" + data, kind)
    page.words.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("flood", [b"<a ", b"<!--", b"<![", b"&", b"<"])
def test_a_page_that_never_ends_to_be_read_says_nothing_and_holds_nobody_up(monkeypatch, flood):
    monkeypatch.setattr("contributing.freshness.web_page.SECONDS", 1)
    before = time.monotonic()
    page_of(flood * 400_000, "text/html")
    assert time.monotonic() - before < 20
