"""A small web server for looking at the site on one's own machine."""

import os
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

ENDINGS = {
    "": "application/octet-stream",
    ".atom.xml": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


class SiteServer(ThreadingHTTPServer):
    """Serves the folder `site` to this machine only; `waiting` says why there is none yet."""

    def __init__(self, site: Path, port: int, handler: "type[SiteHandler] | None" = None) -> None:
        self.site = site
        self.waiting = "The site is being built. Load this page again in a moment.\n"
        super().__init__(("127.0.0.1", port), handler or SiteHandler)

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://localhost:{self.server_port}/"


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers as a static host does: own 404 page, no folder listings, nothing kept in caches."""

    server: SiteServer
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The site's file, or a plain page while there is no site to show."""
        self.directory = os.fspath(self.server.site)
        if self.server.waiting:
            text = self.server.waiting.encode()
            self.send_page(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain; charset=utf-8", text)
            return None
        return super().send_head()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """A folder without a page of its own is not found."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Not found is answered with the page that visitors of the site will see."""
        page = self.server.site / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self.send_page(code, ENDINGS[".html"], page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def send_page(self, code: int, kind: str, body: bytes) -> None:
        """A whole answer from memory."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """A browser must ask again each time: the next build may be a second away."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """From the list above, never from the machine's own, which differs between systems."""
        name = Path(path).name.lower()
        return next(
            (ENDINGS[f".{end}"] for end in endings(name) if f".{end}" in ENDINGS), ENDINGS[""]
        )

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for what is wrong with the entries, not for a list of requests."""


def endings(name: str) -> list[str]:
    """The endings of a file name, longest first: 'all.atom.xml' has 'atom.xml' and 'xml'."""
    parts = name.split(".")
    return [".".join(parts[index:]) for index in range(1, len(parts))]
