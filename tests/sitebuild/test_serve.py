"""`serve`: what a browser sees before, during and after good and bad builds."""

import http.client
import queue
import threading
from pathlib import Path

import pytest

from sitebuild import serve
from sitebuild.build import Outcome
from sitebuild.server import ENDINGS, SiteServer

GOOD = Outcome(ok=True, report="Built.")
BAD = Outcome(ok=False, report="content/opportunities/a.md:3:1: not-a-date")


class Session:
    """A served site whose builds are handed in one by one."""

    def __init__(self, site: Path):
        self.site = site
        self.server = SiteServer(site, 0)
        self.said = []
        self.builds = queue.Queue()
        self.shown = queue.Queue()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        serve.serve(self.server, self.occasions(), self.next_build, self.said.append)

    def occasions(self):
        while (build := self.builds.get(timeout=10)) is not None:
            self.current = build
            yield
            self.shown.put(None)

    def next_build(self):
        outcome, text = self.current
        if outcome.ok:
            write_site(self.site, text)
        return outcome

    def build(self, outcome, text=""):
        self.builds.put((outcome, text))
        self.shown.get(timeout=10)

    def get(self, path="/", method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer, body

    def end(self):
        self.builds.put(None)
        self.thread.join(timeout=10)
        assert not self.thread.is_alive()


def write_site(site, text):
    for name in ("index.html", "about/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (site / "404.html").write_text("not here")
    (site / "static").mkdir(exist_ok=True)
    (site / "api/v1").mkdir(parents=True, exist_ok=True)
    (site / "api/v1/opportunities.json").write_text("{}")


@pytest.fixture
def session(tmp_path):
    started = Session(tmp_path / "site")
    yield started
    started.end()


def test_while_the_first_build_runs_the_page_says_so(session):
    answer, body = session.get()
    assert answer.status == 503
    assert body == "The site is being built. Load this page again in a moment.\n"


def test_a_good_build_is_shown_and_the_next_one_replaces_it(session):
    session.build(GOOD, "one")
    assert session.get()[1] == "one"
    port = session.server.server_port
    assert session.said[-1] == f"Look at http://localhost:{port}/ (stop with Ctrl+C)."
    session.build(GOOD, "two")
    assert session.get()[1] == "two"


def test_a_wrong_edit_keeps_the_last_good_site_and_says_what_is_wrong(session):
    session.build(GOOD, "one")
    session.build(BAD)
    assert session.get()[1] == "one"
    assert session.said[-2:] == [
        BAD.report,
        "Nothing was built. You still see the site as it was. Mend the file and save it.",
    ]
    session.build(GOOD, "mended")
    assert session.get()[1] == "mended"


def test_a_first_build_that_fails_says_why_and_the_watch_goes_on(session):
    session.build(BAD)
    answer, body = session.get("/about/")
    assert answer.status == 503
    assert body == f"The site cannot be built yet.\n\n{BAD.report}\n"
    session.build(GOOD, "mended")
    assert session.get("/about/")[1] == "mended"


def test_what_is_wrong_with_no_file_asks_nobody_to_mend_one(session):
    fault = Outcome(ok=False, report="The disk is full.", cure="Make room, then save any file.")
    session.build(fault)
    assert session.said[-2:] == [
        "Nothing was built. Make room, then save any file.",
        f"Look at {session.server.address} (stop with Ctrl+C).",
    ]
    session.build(GOOD, "one")
    session.build(fault)
    assert session.said[-1] == (
        "Nothing was built. You still see the site as it was. Make room, then save any file."
    )


def test_a_first_build_that_fails_shows_the_site_from_last_time(tmp_path):
    write_site(tmp_path / "site", "last time")
    session = Session(tmp_path / "site")
    session.build(BAD)
    assert session.get()[1] == "last time"
    session.end()


def test_a_missing_page_is_answered_with_the_page_of_the_site(session):
    session.build(GOOD, "one")
    for path in ("/nowhere/", "/static/", "/api/", "/../tasks.py"):
        answer, body = session.get(path)
        assert (answer.status, body) == (404, "not here"), path


def test_a_folder_without_its_final_slash_leads_to_it(session):
    session.build(GOOD, "one")
    answer, _ = session.get("/about")
    assert (answer.status, answer.headers["Location"]) == (301, "/about/")


def test_nothing_is_kept_in_a_cache_and_head_has_no_body(session):
    session.build(GOOD, "one")
    answer, body = session.get(method="HEAD")
    assert (answer.status, body) == (200, "")
    assert answer.headers["Cache-Control"] == "no-store"
    answer, body = session.get("/nowhere/", method="HEAD")
    assert (answer.status, body, answer.headers["Content-Length"]) == (404, "", "8")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("filter.js", "text/javascript; charset=utf-8"),
        ("filter.mjs", "text/javascript; charset=utf-8"),
        ("all.json", "application/json; charset=utf-8"),
        ("deadlines.ics", "text/calendar; charset=utf-8"),
        ("all.atom.xml", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("hyper.woff2", "font/woff2"),
        ("quilt.SVG", "image/svg+xml; charset=utf-8"),
        ("other.bin", "application/octet-stream"),
        ("LICENCE", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_is_announced_as_what_it_is(session, name, kind):
    session.build(GOOD, "one")
    (session.site / "static" / name).write_text("x")
    assert session.get(f"/static/{name}")[0].headers["Content-Type"] == kind


def test_text_is_announced_as_utf_8():
    text = [kind for kind in ENDINGS.values() if kind.startswith("text/")]
    assert all(kind.endswith("; charset=utf-8") for kind in text)


@pytest.fixture
def project(tmp_path):
    for name in ("content/opportunities", "data", "theme", "plugins", "output"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text("A = 1\n")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "content/opportunities/a.md",
        "data/known.yaml",
        "theme/base.html",
        "plugins/rules.py",
        "pelicanconf.py",
        "publishconf.py",
    ],
)
def test_an_edit_of_anything_a_page_is_made_from_is_noticed(project, name):
    edits = serve.edits(project)
    next(edits)
    (project / name).write_text("changed")
    assert next(edits) is None


def test_an_edit_elsewhere_is_not_noticed(project):
    edits = serve.edits(project)
    next(edits)
    (project / "output/index.html").write_text("built")
    (project / "README.md").write_text("changed")
    seen = []
    waiting = threading.Thread(target=lambda: seen.append(next(edits)), daemon=True)
    waiting.start()
    waiting.join(timeout=3 * serve.PATIENCE / 1000)
    assert seen == []
    (project / "data/a.yaml").write_text("")
    waiting.join(timeout=10)
    assert seen == [None]


def test_ctrl_c_ends_the_session_without_a_fuss(tmp_path):
    said = []

    def occasions():
        yield
        raise KeyboardInterrupt

    server = SiteServer(tmp_path / "site", 0)
    serve.serve(server, occasions(), lambda: BAD, said.append)
    assert said[-1] == "Stopped."
    with pytest.raises(OSError, match="refused"):
        http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=2).connect()
