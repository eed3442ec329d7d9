"""Compares the finder with MiniSearch and Pagefind: bytes, and time to the first results.

    .venv/bin/python bench/finder/compare.py --entries 1000 --rounds 5    (after tasks.py bench)

All three answer the same question on the same made-up entries (0: on the real ones): one word and
two facets. Each has a bare page of its own (ours.html, minisearch.html, pagefind.html) that loads
what it needs, asks, and shows the titles of 20 results. A short list stands whole in all three
pages, as on the site. Both others index titles, summaries and organisers; ours labels, synonyms
and alliances as well. MiniSearch gets its index ready-made, and loses its comments as our scripts
do.

A round opens each page once in a fresh profile without a cache, in an order of its own, plainly
and as a phone (1.6 Mbit/s, 150 ms, processor 4 times slower); the first round warms the browser up
and does not count. What counts is the median of the ratios. Bytes are those of data and library,
without the page that they stand in.

Last come the page of the whole site: what it loads before anybody touches it, and how long a change
of a filter takes. Needs Chromium; without npm MiniSearch is left out.
"""

import argparse
import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "plugins")]

from make_entries import ROOT, TODAY, lay_out  # noqa: E402

from sitebuild.build import Order, build  # noqa: E402
from website.assets.scripts import served  # noqa: E402

FACETS = "&how=online&for=carers"
WORDS = {True: ("parsnip", "walnut"), False: ("breast", "survey")}  # made-up entries, real ones
SETTLE = 0.3  # seconds for a closed page to leave the processor
MINISEARCH = "minisearch@7.2.0"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
CARD = re.compile(r"<article.*?</article>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="finder-data">.*?</script>', re.DOTALL)
SCRIPT = re.compile(r'<script type="module">.*?</script>', re.DOTALL)
STARTS = re.compile(r'data-starts="([^"]*)"')
ZIPPED = {".html", ".js", ".json", ".css", ".svg"}
PHONE = {"latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
CHANGE = """(code) => new Promise((tell) => {
  const box = document.querySelector(`#finder-form [value=${code}]`);
  const start = performance.now();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    requestAnimationFrame(() => tell(performance.now() - start));
  }).observe(document.querySelector("#finder-fits"), { childList: true });
  box.click();
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One page opened once: bytes sent, milliseconds to 20 results and to those of another word."""

    size: int
    first: float
    following: float
    results: int


class Server(ThreadingHTTPServer):
    """Serves a folder, zipped like a real host, and counts the bytes of what it sends."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.sent = 0

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave together, or the system waits between them
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        """A file, or that there is none."""
        path = self.server.folder / urlsplit(self.path).path.lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = packed(file)
        self.server.sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        if file.suffix in ZIPPED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests are no news."""


@cache
def packed(file: Path) -> bytes:
    """The bytes of a file as they are sent."""
    data = file.read_bytes()
    return gzip.compress(data, 6) if file.suffix in ZIPPED else data


def build_site(folder: Path, entries: int) -> Path:
    """The whole site, with made-up entries unless their number is 0."""
    project = lay_out(folder / "projects", entries)["ours"] if entries else ROOT
    outcome = build(Order(project=project, output=folder / "site", today=TODAY))
    if not outcome.ok:
        raise SystemExit(outcome.report)
    return folder / "site"


def documents(site: Path) -> list[dict[str, Any]]:
    """What the others index of every listed entry."""
    whole = json.loads((site / "api/v1/opportunities.json").read_text(encoding="utf-8"))
    return [
        {
            "id": number,
            "url": f"/opportunities/{item['slug']}/",
            "title": item["title"],
            "summary": item["summary"],
            "organiser": item["organiser"],
            "how": item.get("format", []),
            "for": item["who_for"],
        }
        for number, item in enumerate(whole["items"])
        if item["status"] not in {"closed", "expired"}
    ]


def lay_out_pages(site: Path) -> None:
    """The bare pages; a short list stands in all of them, and its columns in ours."""
    (site / "bench").mkdir()
    whole = (site / "opportunities/index.html").read_text(encoding="utf-8")
    data = DATA.search(whole)
    cards = "".join(f"<li>{card}</li>" for card in CARD.findall(whole)) if data else ""
    for path in HERE.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("<!--data-->", data[0] if data and path.stem == "ours" else "")
        text = text.replace("<!--starts-->", STARTS.search(whole)[1])
        (site / "bench" / path.name).write_text(text.replace("<!--cards-->", cards), "utf-8")


def page_without_data(site: Path, name: str) -> str:
    """A bare page as it would be without anything to search by."""
    text = (site / f"bench/{name}.html").read_text(encoding="utf-8")
    return DATA.sub("", SCRIPT.sub("", text))


def prepare_pagefind(site: Path, entries: Sequence[Mapping[str, Any]]) -> None:
    """Pagefind's files, from a page for each entry that holds what MiniSearch indexes too."""
    with tempfile.TemporaryDirectory() as folder:
        for entry in entries:
            page = Path(folder) / entry["url"].strip("/") / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(bare_page(entry), encoding="utf-8")
        options = ["--site", folder, "--output-path", str(site / "bench/pagefind"), "--quiet"]
        subprocess.run([sys.executable, "-m", "pagefind", *options], check=True)


def bare_page(entry: Mapping[str, Any]) -> str:
    """An entry as a page with Pagefind's marks."""
    filters = "".join(
        f'<i data-pagefind-filter="{facet}:{code}"></i>'
        for facet in ("how", "for")
        for code in entry[facet]
    )
    text = "".join(f"<p>{escape(entry[name])}</p>" for name in ("summary", "organiser"))
    return f'<html lang="en"><body><h1>{escape(entry["title"])}</h1>{text}{filters}</body></html>'


def prepare_minisearch(site: Path, server: Server, browser: Browser) -> bool:
    """MiniSearch and its index, made once in the browser; whether that could be done."""
    if not shutil.which("npm"):
        return False
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", MINISEARCH], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            library = package.extractfile("package/dist/es/index.js")
            assert library is not None
            text = served(library.read().decode())
            (site / "bench/minisearch.js").write_text(text, encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{server.address}/bench/minisearch.html?make")
    (site / "bench/minisearch.json").write_text(page.evaluate("made()"), encoding="utf-8")
    page.close()
    return True


def opened(
    browser: Browser, server: Server, name: str, words: tuple[str, str], *, as_phone: bool
) -> Answer:
    """Open one of the pages and wait for its answers to two words."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    if as_phone:
        link = context.new_cdp_session(page)
        link.send("Network.enable")
        link.send("Network.emulateNetworkConditions", {"offline": False, **PHONE})
        link.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    server.sent = 0
    page.goto(f"{server.address}/bench/{name}.html?words={words[0]}{FACETS}")
    first, results = page.evaluate("answered")
    size = server.sent - len(gzip.compress(page_without_data(server.folder, name).encode(), 6))
    following = page.evaluate("(word) => again(word)", words[1])
    context.close()
    time.sleep(SETTLE)
    return Answer(size=size, first=first, following=following, results=results)


def compare(
    browser: Browser, server: Server, names: Sequence[str], words: tuple[str, str], rounds: int
) -> None:
    """Open each page in turn and print what that took."""
    for as_phone in (False, True):
        answers: dict[str, list[Answer]] = {name: [] for name in names}
        for order in orders(names, rounds + 1):
            for name in order:
                answers[name].append(opened(browser, server, name, words, as_phone=as_phone))
        answers = {name: several[1:] for name, several in answers.items()}
        print(f"\n{'As a phone' if as_phone else 'Plainly'}, {rounds} rounds: median (times ours)")
        for name, several in answers.items():
            ours = answers["ours"]
            print(
                f"  {name:11}"
                f" {cell(several, ours, 'size', 1024)} KiB"
                f" {cell(several, ours, 'first')} ms to 20 results"
                f" {cell(several, ours, 'following')} ms for the next word"
                f"   {several[0].results} found"
            )


def orders(names: Sequence[str], rounds: int) -> Iterator[list[str]]:
    """An order for each round: nobody always follows the same one, who may leave work behind."""
    draw = random.Random(rounds)
    for _ in range(rounds):
        yield draw.sample(names, len(names))


def cell(several: Sequence[Answer], ours: Sequence[Answer], fact: str, unit: int = 1) -> str:
    """A median, and how many times ours it is, round by round."""
    pairs = [(getattr(a, fact), getattr(b, fact)) for a, b in zip(several, ours, strict=True)]
    middle = statistics.median(one for one, _ in pairs) / unit
    ratio = statistics.median(one / max(other, 0.05) for one, other in pairs)
    return f"{middle:8.1f} ({ratio:4.1f})"


def whole_page(browser: Browser, server: Server) -> None:
    """What the page of the site loads at first, and how long a change of a filter takes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    server.sent = 0
    page.goto(f"{server.address}/opportunities/", wait_until="networkidle")
    before = server.sent
    page.evaluate("document.querySelectorAll('#finder-panel details').forEach(d => d.open = true)")
    page.evaluate(CHANGE, "online")  # stays on, so that there is always something to filter
    changes = [page.evaluate(CHANGE, code) for code in ("patients", "public", "carers") * 3]
    print("\nThe page of the site")
    print(f"  {before / 1024:8.1f} KiB before anybody touches it (HTML, style, scripts, font, art)")
    print(f"  {(server.sent - before) / 1024:8.1f} KiB more for ten changes of a filter")
    print(f"  {statistics.median(changes):8.1f} ms for a change, until the new cards are drawn")
    context.close()


@contextmanager
def server_of(folder: Path) -> Iterator[Server]:
    """A server for as long as it is needed."""
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def main() -> None:
    """Read the command line and run everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path(folder), options.entries)
        lay_out_pages(site)
        entries = documents(site)
        (site / "bench/documents.json").write_text(json.dumps(entries), encoding="utf-8")
        prepare_pagefind(site, entries)
        print(f"{len(entries)} listed entries", flush=True)
        with server_of(site) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            names = ["ours", "pagefind"]
            if prepare_minisearch(site, server, browser):
                names.append("minisearch")
            compare(browser, server, names, WORDS[options.entries > 0], options.rounds)
            whole_page(browser, server)
            browser.close()


if __name__ == "__main__":
    main()
