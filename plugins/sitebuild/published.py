"""Shows a site that was built for the public, under the path that it will have there.

Its links hold the public address in full. On the way to the browser that address becomes the one
of this machine, so that every link can be followed before anything is published.
"""

import re
from collections.abc import Callable
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from sitebuild.server import SiteHandler, SiteServer

_SITEMAP = re.compile(r"^Sitemap: (?P<address>https?://\S+)/sitemap\.xml$", re.MULTILINE)
_WORDS = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg")

Say = Callable[[str], None]


class PublishedServer(SiteServer):
    """Serves the folder `site` to this machine only, as its public address would."""

    def __init__(self, site: Path, port: int, public: str) -> None:
        self.public = public
        self.path = urlsplit(public).path
        super().__init__(site, port, PublishedHandler)
        self.waiting = ""

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server_port}{self.path}/"

    def as_here(self, body: bytes) -> bytes:
        """Words of the site with links to this machine."""
        return body.replace(self.public.encode(), self.address.removesuffix("/").encode())


class PublishedHandler(SiteHandler):
    """Knows what stands below the path of the site, and nothing beside it."""

    server: PublishedServer

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The site's file; words among them with links to this machine."""
        path = urlsplit(self.path).path
        if not path.startswith(f"{self.server.path}/"):
            text = f"The site stands at {self.server.address}\n".encode()
            self.send_page(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", text)
            return None
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if path.endswith("/") else file
        kind = self.guess_type(file)
        if kind.startswith(_WORDS) and file.is_file():
            self.send_page(HTTPStatus.OK, kind, file.read_bytes())
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """The file for a path, without the folder that only the public address has."""
        self.directory = str(self.server.site)
        return super().translate_path(path.removeprefix(self.server.path))

    def send_page(self, code: int, kind: str, body: bytes) -> None:
        """A whole answer from memory, with links to this machine."""
        super().send_page(code, kind, self.server.as_here(body))


def address_in(site: Path) -> str:
    """The public address that a built site was made for; empty where there is none."""
    robots = site / "robots.txt"
    found = _SITEMAP.search(robots.read_text(encoding="utf-8")) if robots.is_file() else None
    return found["address"] if found else ""


def show(server: PublishedServer, say: Say) -> None:
    """Answer requests until Ctrl+C."""
    say(f"Look at {server.address} (stop with Ctrl+C).")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.server_close()
