"""Take the pictures of CONTRIBUTING.md: what people see on each road, of an invented entry.

Its site is that of the invented project in ``tests/sample``, so no picture grows old because
somebody changed an entry or a page of words.

Run ``python3 tasks.py pictures`` after a change of what they show. It writes a picture for each
step into ``docs/images/contributing``, and beside them the words that each shows, so that a test
can tell when a picture no longer shows what people see. ``CHROMIUM`` names the browser where it
is not on the path. The example in CONTRIBUTING.md is the entry, so text and pictures agree.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from argparse import Namespace
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [path for path in map(str, (ROOT, ROOT / "plugins")) if path not in sys.path]

from catalogue.loader import load  # noqa: E402  the plugins are not installed
from catalogue.problems.report import as_text  # noqa: E402
from contributing.entry_file.entry_types import opportunity_type  # noqa: E402
from contributing.entry_file.existing_entries import existing_entries  # noqa: E402
from contributing.new_entry.dialogue import Dialogue, Stopped  # noqa: E402
from contributing.review.review_page import as_html, review_of  # noqa: E402
from contributing.subcommands import fix  # noqa: E402
from tests.built import build_site, served  # noqa: E402
from tests.sample import lay_out  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

FOLDER: Final = ROOT / "docs/images/contributing"
WORDS: Final = FOLDER / "words.json"
TODAY: Final = date(2026, 11, 26)
ENTRY: Final = "content/opportunities/patient-panel.md"
MISTAKES: Final = {
    "title: Patient panel": "title: Patient panel: a warm welcome",
    "kind: panel_or_forum": "kind: panel",
    "who_for: [patients, carers]": "who_for: patients, carers",
    "deadline: 2027-03-31": "deadline: 31/3/2027",
}
SLIPS: Final = {
    "title: Patient panel": "title: “Patient panel”",
    "kind: panel_or_forum": "\tkind: panel_or_forum",
    "deadline: 2027-03-31": "deadline: 31 March 2027",
}
# With these two the form can offer each of its ways.
SITE: Final = """address: ""
repository: https://github.com/example/example
mailbox: hello@example.org
owner: ""
"""
KNOWN: Final = "hosts: [example.nhs.uk, invented.example]\n"
WIDTH: Final = 760
MOST_HEIGHT: Final = 900
MOST_BYTES: Final = 60 * 1024

TERMINAL: Final = """<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d1620; }}
pre {{ margin: 0; padding: 18px 20px; color: #f4eef6; font: 14px/1.5 monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }}
b {{ color: #f2c14e; }}
</style><main><pre>{}</pre></main>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the steps need: a browser, a project with the one entry, and its site."""

    browser: Browser
    project: Path
    address: str

    def page(self, path: str = "", *, scripts: bool = True) -> Page:
        """A page of the site, or an empty one."""
        context = self.browser.new_context(
            viewport={"width": WIDTH, "height": MOST_HEIGHT},
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.clock.set_fixed_time(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC))
        if path:
            page.goto(self.address + path)
        return page

    def terminal(self, command: str, said: str) -> Locator:
        """A terminal after one command."""
        page = self.page()
        page.set_content(TERMINAL.format(f"<b>{escape(command)}</b>\n{escape(said)}"))
        return page.locator("main")

    def entry(self, changes: dict[str, str]) -> None:
        """Put the example in place, with some of its lines changed."""
        text = example()
        for old, new in changes.items():
            text = text.replace(old, new)
        (self.project / ENTRY).write_text(text, encoding="utf-8")

    def checked(self) -> str:
        """What the check says of the project."""
        loaded = load(self.project, TODAY)
        return as_text(loaded.problems, loaded.checked)


class Step(NamedTuple):
    """One picture: what it shows, for people who do not see it, and how to get there."""

    alt: str
    show: Callable[[Stage], Locator]


def questions(stage: Stage) -> Locator:
    """The questions on their page, as they are without scripts."""
    return stage.page("/add/", scripts=False).locator("#add-list")


def form(stage: Stage) -> Locator:
    """The form on the same page, after an answer that is too short."""
    page = stage.page("/add/")
    page.fill("#title", "Pa")
    page.press("#title", "Tab")
    page.wait_for_selector("#error-title:not(:empty)")
    return page.locator("#add-form")


def filled(stage: Stage) -> Locator:
    """What the form shows once every answer that is needed is right."""
    page = stage.page("/add/")
    page.fill("[name=title]", "Patient panel")
    page.fill("[name=organiser]", "Example Cancer Alliance")
    page.check("[name=alliances][value=wessex]")
    page.select_option("[name=kind]", "panel_or_forum")
    page.fill("[name=summary]", "You meet online 4 times a year and say what matters to you.")
    page.check("[name=who_for][value=patients]")
    page.fill("[name=sources]", "https://www.example.nhs.uk/panel")
    # The day stands in a fold, filled in with today.
    page.locator("[name='checked.on']").evaluate("(box) => (box.value = '2026-11-22')")
    page.select_option("[name='checked.how']", "live-page")
    page.click("text=Check my answers")
    page.wait_for_selector("#add-result:not([hidden])")
    return page.locator("#add-result")


def broken(stage: Stage) -> Locator:
    """The check on an entry with four mistakes."""
    stage.entry(MISTAKES)
    return stage.terminal("python3 tasks.py check", stage.checked())


def right(stage: Stage) -> Locator:
    """The check once they are put right."""
    stage.entry({})
    return stage.terminal("python3 tasks.py check", stage.checked())


def mended(stage: Stage) -> Locator:
    """The check when it may mend three slips of the hand."""
    stage.entry(SLIPS)
    said = output_of(fix, stage.project, TODAY, Namespace(format="text"))
    return stage.terminal("python3 tasks.py check --fix", said)


def asked(stage: Stage) -> Locator:
    """A part of the questions that a new entry is made with, and what is said of two answers."""
    (stage.project / ENTRY).unlink()  # or it would ask whether this is another one
    answers = iter(
        (
            *("Patient panel", "Example Cancer Alliance", "Wessex", "2", "You meet online."),
            *("1, 2", "www.example.nhs.uk/panel", "https://www.example.nhs.uk/panel", ""),
            *("22 November 2026", "1", "stop"),
        )
    )
    heard: list[str] = []

    def ask(prompt: str) -> str:
        answer = next(answers)
        heard.append(prompt + answer)
        return answer

    existing = existing_entries(stage.project, TODAY)
    dialogue = Dialogue(
        entry_type=opportunity_type(existing.catalogue.facts),
        existing=existing,
        ask=ask,
        say=heard.append,
    )
    try:
        dialogue.run()
    except Stopped:
        heard.append("Nothing was written.")
    lines = "\n".join(heard).split("\n")
    first = lines.index("Which public web pages say so?")
    last = lines.index("Which date does the page give for itself?")
    return stage.terminal("python3 tasks.py new opportunity", "…\n" + "\n".join(lines[first:last]))


def report(stage: Stage) -> Locator:
    """What a reviewer sees of a change to two facts."""
    stage.entry({})
    git(stage.project, "init", "-q", "-b", "main", "--template=")
    git(stage.project, "add", "content", "data")
    git(stage.project, "commit", "-q", "-m", "before")
    stage.entry({"deadline: 2027-03-31": "payment: paid\ndeadline: 2027-05-31"})
    git(stage.project, "commit", "-q", "-a", "-m", "after")
    page = stage.page()
    page.set_content(as_html(review_of(stage.project, TODAY, "HEAD~1")))
    shutil.rmtree(stage.project / ".git")
    return page.locator("body")


def preview(stage: Stage) -> Locator:
    """The page that the example becomes."""
    return stage.page("/opportunities/patient-panel/").locator("main")


STEPS: Final[dict[str, Step]] = {
    "questions": Step(
        "The questions on the page “Add an opportunity” as they stand without scripts: how to "
        "send them, what we need, and what helps with each answer.",
        questions,
    ),
    "form": Step(
        "The form on the page “Add an opportunity”. The first answer is too short. Its box has a "
        "red frame, and above it stands what to do.",
        form,
    ),
    "form-ready": Step(
        "The end of the form. It shows how the entry will look in a list and on its own page.",
        filled,
    ),
    "new": Step(
        "A terminal. The command asks for a web page. The answer lacks https://, and it says what "
        "to write. It takes the date 22 November 2026 and writes 2026-11-22.",
        asked,
    ),
    "check": Step(
        "A terminal. The check lists 4 things to put right. Each has the file, the line, what was "
        "found, and what to write instead.",
        broken,
    ),
    "check-fix": Step(
        "A terminal. The check with --fix shows the lines before and after: a date, quotation "
        "marks and a Tab are mended. Then it says: All good.",
        mended,
    ),
    "check-right": Step("A terminal. The check says: All good.", right),
    "report": Step(
        "The report on a change. It says that the entry now speaks of pay, that the check found "
        "nothing, and shows two facts before and now.",
        report,
    ),
    "preview": Step(
        "The page that the entry becomes: its title, the short answers, and how to take part.",
        preview,
    ),
}


def main() -> int:
    """Take every picture anew, and note the words that it shows."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import QUIET, chromium_path

    path = chromium_path()
    if path is None:
        print("No Chromium was found: install it, or name it in CHROMIUM.", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    noted = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        with stage_with(browser) as stage:
            for name, step in STEPS.items():
                shown = step.show(stage)
                noted[name] = {"alt": step.alt, "words": digest_of(shown)}
                target = FOLDER / f"{name}.webp"
                target.write_bytes(picture_of(shown))
                print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")
        browser.close()
    WORDS.write_text(json.dumps(noted, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


@contextmanager
def stage_with(browser: Browser) -> Iterator[Stage]:
    """A project with the example as its only opportunity, and its site, while it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        lay_out(project)
        for path in (project / "content/opportunities").iterdir():
            path.unlink()
        (project / "data/known.yaml").write_text(KNOWN, encoding="utf-8")
        (project / "data/site.yaml").write_text(SITE, encoding="utf-8")
        (project / ENTRY).write_text(example(), encoding="utf-8")
        with served(build_site(project / "output", project, TODAY)) as address:
            yield Stage(browser=browser, project=project, address=address)


def example() -> str:
    """The entry that CONTRIBUTING.md shows."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    match = re.search(r"^```\n(---\ntitle:.*?\n---\n)```$", text, re.MULTILINE | re.DOTALL)
    assert match is not None, "CONTRIBUTING.md shows no entry"
    return match[1]


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, as nobody in particular."""
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    who = (*who, "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def output_of(command: Callable[..., int], *arguments: object) -> str:
    """What a command prints."""
    with redirect_stdout(StringIO()) as said:
        command(*arguments)
    return said.getvalue()


def digest_of(shown: Locator) -> str:
    """What identifies the words that a step shows, and not how they are drawn."""
    words = " ".join(shown.inner_text().split())
    return hashlib.sha256(words.encode()).hexdigest()


def picture_of(shown: Locator) -> bytes:
    """The upper part of what a step shows, as WebP."""
    shown.page.evaluate("scrollTo(0, 0)")  # a clip is measured from the top of the page
    box = shown.bounding_box()
    assert box is not None
    clip = box | {"height": min(box["height"], MOST_HEIGHT), "scale": 1}
    session = shown.page.context.new_cdp_session(shown.page)
    options = {"format": "webp", "quality": 60, "clip": clip, "captureBeyondViewport": True}
    return base64.b64decode(session.send("Page.captureScreenshot", options)["data"])


if __name__ == "__main__":
    sys.exit(main())
