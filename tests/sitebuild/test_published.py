"""`serve --published`: a public site on one's own machine, under the path that it will have."""

import http.client
import threading

import pytest

from sitebuild import commands
from sitebuild.published import PublishedServer, address_in, show

PUBLIC = "https://site.example/folder"


@pytest.fixture
def site(tmp_path):
    """A small site as `publish` leaves it."""
    files = {
        "index.html": f'<a href="{PUBLIC}/about/">About</a>',
        "about/index.html": "about",
        "404.html": f'<a href="{PUBLIC}/">Home</a>',
        "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {PUBLIC}/sitemap.xml\n",
        "feeds/all.atom.xml": f"<id>{PUBLIC}/</id>",
        "icon.png": f"\x89PNG {PUBLIC}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(site):
    started = PublishedServer(site, 0, PUBLIC)
    thread = threading.Thread(target=started.serve_forever, args=(0.05,))
    thread.start()
    yield started
    started.shutdown()
    started.server_close()
    thread.join(timeout=10)


def get(server, path, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body.replace(str(server.server_port), "8000")


def test_the_address_is_read_from_the_site_itself(site):
    assert address_in(site) == PUBLIC
    (site / "robots.txt").write_text("Sitemap: /sitemap.xml\n")
    assert address_in(site) == ""
    assert address_in(site / "nothing") == ""


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/folder/", 200, '<a href="http://localhost:8000/folder/about/">About</a>'),
        ("/folder/?a=/b/", 200, '<a href="http://localhost:8000/folder/about/">About</a>'),
        ("/folder/?a=b", 200, '<a href="http://localhost:8000/folder/about/">About</a>'),
        ("/folder/about/", 200, "about"),
        ("/folder/about/index.html", 200, "about"),
        ("/folder/feeds/all.atom.xml", 200, "<id>http://localhost:8000/folder/</id>"),
        ("/folder/icon.png", 200, f"\x89PNG {PUBLIC}"),
        ("/folder/feeds/", 404, '<a href="http://localhost:8000/folder/">Home</a>'),
        ("/folder/nowhere/", 404, '<a href="http://localhost:8000/folder/">Home</a>'),
        ("/", 404, "The site stands at http://localhost:8000/folder/\n"),
        ("/robots.txt", 404, "The site stands at http://localhost:8000/folder/\n"),
        ("/folderol/", 404, "The site stands at http://localhost:8000/folder/\n"),
        ("/folder/../tasks.py", 404, '<a href="http://localhost:8000/folder/">Home</a>'),
    ],
)
def test_the_site_stands_under_its_path_alone(server, path, status, body):
    assert get(server, path) == (status, body)


def test_a_folder_without_its_final_slash_leads_to_it(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/folder/about")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "/folder/about/")
    connection.close()


def test_head_has_no_body(server):
    assert get(server, "/folder/", "HEAD") == (200, "")


def test_it_is_shown_until_ctrl_c(site, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    said = []
    server = PublishedServer(site, 0, PUBLIC)
    monkeypatch.setattr(PublishedServer, "serve_forever", stop)
    show(server, said.append)
    assert said == [
        f"Look at http://localhost:{server.server_port}/folder/ (stop with Ctrl+C).",
        "Stopped.",
    ]


def test_a_site_at_the_root_of_a_domain_is_shown_at_the_root(site):
    with PublishedServer(site, 0, "https://site.example") as server:
        assert server.address == f"http://localhost:{server.server_port}/"
        assert server.as_here(b"https://site.example/x").decode() == f"{server.address}x"


def test_a_folder_that_publish_did_not_make_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        commands.serve_published(tmp_path, site=str(tmp_path / "x"), port=0)
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        f"{tmp_path / 'x'} holds no site that publish made. "
        f"First run: python3 tasks.py publish --output {tmp_path / 'x'}\n"
    )
