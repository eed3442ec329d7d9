"""What each command of tasks.py does.

Each ends in SystemExit: 0 all is well, 1 something is wrong in the project's files, 2 the
command could not run.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

from catalogue.problems.report import problem_text
from catalogue.rules.settings_file import read_settings
from project import today as day
from project.failures import COULD_NOT_RUN, INTERRUPTED
from project.settings import FILE, WORDS, is_web_address
from sitebuild import quality
from sitebuild.build import Order, Outcome
from sitebuild.build import build as build_site
from sitebuild.lasting_addresses import FILE as FILE_OF_ADDRESSES
from sitebuild.lasting_addresses import note_new
from sitebuild.output import OutputError
from sitebuild.run import OURS

T = TypeVar("T")
WRONG = 1
PREVIEW = "preview"
MADE = ("output", PREVIEW, ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")
HOW_LONG = "This takes about 6 minutes on 2 processors."
HOW_LONG_THOROUGH = "This takes about 12 minutes on 2 processors."
GROUPS = {"": "requirements.txt"} | {
    group: f"requirements-{group}.txt" for group in ("test", "bench", "lock")
}


def check(project: Path, *, report_format: str, today: str) -> None:
    """Hand over to the checker, which has its own options and exit status."""
    options = ["--format", report_format, *(["--today", today] if today else [])]
    sys.exit(run_checker(project, options))


def run_checker(project: Path, options: list[str]) -> int:
    """The exit status of one run of the checker over the whole project."""
    return run(project, "sitebuild.check", "--root", str(project), *options)


def new(project: Path, *, what: str) -> None:
    """Hand over to the questions, which have their own exit status."""
    sys.exit(run(project, "contributing", "--root", str(project), "new", what))


def build(project: Path, *, output: str, today: str) -> None:
    """Check, build, and put the site in place."""
    order = Order(project=project, output=folder(project, output), today=settled(today))
    finish(order)


def publish(project: Path, *, output: str, siteurl: str) -> None:
    """The same for the public address, once the owner has filled in data/site.yaml."""
    address = public_address(project, siteurl or os.environ.get("SITEURL", ""))
    finish(
        Order(
            project=project,
            output=folder(project, output),
            today=settled(""),
            settings="publishconf.py",
            siteurl=address,
            is_public=True,
        )
    )


def public_address(project: Path, asked: str) -> str:
    """The address to publish at, without its final slash; refuses while a setting is missing."""
    read = read_settings(project)
    settings = read.settings
    if read.problems:
        refuse("\n".join(["The site cannot be published yet.", *map(problem_text, read.problems)]))
    missing = [name for name in settings.missing if not (name == "address" and asked)]
    if missing:
        lines = [f"  {name}: {WORDS[name]}" for name in missing]
        intro = f"The site cannot be published yet. {FILE} does not say:"
        refuse("\n".join([intro, *lines, "Fill this in first. docs/publishing.md tells you how."]))
    if asked and not is_web_address(asked, "https", "http"):
        refuse(f"'{asked}' is not an address to publish at. Write it like https://site.example")
    return (asked or settings.address).rstrip("/")


def finish(order: Order) -> None:
    """Build, tell how it went, and end with the fitting status."""
    try:
        outcome = build_site(order)
    except OutputError as error:
        refuse(str(error))
    if outcome.ok:
        print(outcome.report)
        print(f"The site is in {order.output}")
        new = note_new(order.output, order.project) if order.is_public else 0
        if new:
            print(f"{new:,} new addresses are in {FILE_OF_ADDRESSES}. Keep it in the repository.")
        sys.exit(0)
    print(outcome.report, file=sys.stderr)
    print(f"Nothing was built. {order.output} is as it was.", file=sys.stderr)
    sys.exit(WRONG)


def serve(project: Path, *, port: int) -> None:
    """Show the site until Ctrl+C. It has a folder of its own, so that nothing published is lost."""
    # A web server and a watcher take longer to load than a page takes to build: only here.
    from sitebuild.serve import edits
    from sitebuild.serve import serve as keep_showing
    from sitebuild.server import SiteServer

    output = project / PREVIEW
    settled("")
    server = listening(lambda: SiteServer(output, port), port)

    def build_again() -> Outcome:
        try:
            return build_site(Order(project=project, output=output, today=settled("")))
        except OutputError as error:
            cure = "Put this right, then save any file to try again."
            return Outcome(ok=False, report=str(error), cure=cure)

    keep_showing(server, edits(project), build_again, say)
    sys.exit(0)


def serve_published(project: Path, *, site: str, port: int) -> None:
    """Show what `publish` made, under the path of its public address, until Ctrl+C."""
    from sitebuild.published import PublishedServer, address_in, show

    output = folder(project, site)
    public = address_in(output)
    if not public:
        where = f" --output {site}" if site else ""
        refuse(
            f"{output} holds no site that publish made. First run: python3 tasks.py publish{where}"
        )
    show(listening(lambda: PublishedServer(output, port, public), port), say)
    sys.exit(0)


def listening(start: Callable[[], T], port: int) -> T:
    """A server, or a refusal where its port cannot be had."""
    try:
        return start()
    except (OSError, OverflowError) as error:
        refuse(f"Cannot listen on port {port} ({error}). Try another: serve --port 8001")


def test(project: Path, *, path: str, thorough: bool) -> None:
    """Run every test, beside the checks of the code; or only those below a path."""
    if path:
        test_below(project, Path(path).absolute(), thorough=thorough)
    print(HOW_LONG_THOROUGH if thorough else HOW_LONG, flush=True)
    checkers = quality.start(project)
    on_github = ["--format", "github"] if os.environ.get("GITHUB_ACTIONS") == "true" else []
    status = run_checker(project, on_github)
    if status != 0:
        quality.stop(checkers)
        sys.exit(status)
    tests = run_tests(project, thorough=thorough)
    found = quality.finish(checkers)
    for text in found:
        print(f"\n{text}", file=sys.stderr)
    sys.exit(WRONG if tests or found else 0)


def test_below(project: Path, path: Path, *, thorough: bool) -> NoReturn:
    """The tests of one file or folder, without the checks of the code."""
    if not path.exists():
        refuse(f"There is no file or folder {path}. Name one below tests, like tests/site.")
    sys.exit(WRONG if run_tests(project, str(path), thorough=thorough) else 0)


def run_tests(project: Path, *paths: str, thorough: bool) -> int:
    """The exit status of pytest, with one worker for each processor.

    The tests of a module stay together, as most of what takes long is made once for a module.
    """
    whole_matrix = ["-m", ""] if thorough else []
    return run(project, "pytest", "-n", "auto", "--dist", "loadscope", *whole_matrix, *paths)


def lint(project: Path) -> None:
    """Code style, types and workflows alone."""
    found = quality.finish(quality.start(project))
    print("\n\n".join(found) or "Style, types and workflows are in order.")
    sys.exit(WRONG if found else 0)


def bench(project: Path, *, entries: int, rounds: int, against: str) -> None:
    """Hand over to bench/compare.py."""
    command = [sys.executable, str(project / "bench/compare.py")]
    options = ["--entries", str(entries), "--rounds", str(rounds)]
    options += ["--against", against] if against else []
    sys.exit(subprocess.call([*command, *options], cwd=project))


def pictures(project: Path) -> None:
    """Hand over to tools/make_pictures.py."""
    sys.exit(
        subprocess.call([sys.executable, str(project / "tools/make_pictures.py")], cwd=project)
    )


def lock(project: Path, *, upgrade: bool) -> None:
    """Pin every group, on top of the pins of requirements.txt, for all systems at once."""
    for group, name in GROUPS.items():
        options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"]
        options += ["--custom-compile-command", "python3 tasks.py lock", "-o", name]
        options += ["--group", group, "-c", GROUPS[""]] if group else []
        options += ["--upgrade"] if upgrade else []
        if run(project, "uv", "pip", "compile", "pyproject.toml", *options) != 0:
            sys.exit(COULD_NOT_RUN)
        print(f"{name} is up to date.")
    sys.exit(0)


def clean(project: Path) -> None:
    """Everything but .venv that can be made again."""
    leftovers = [project / name for name in MADE]
    leftovers += [
        *project.glob(".output-*"),
        *project.glob(".preview-*"),
        *project.glob("*/**/__pycache__"),
    ]
    for path in leftovers:
        shutil.rmtree(path, ignore_errors=True)
    sys.exit(0)


def run(project: Path, *words: str) -> int:
    """The exit status of a Python module, run in the project's folder."""
    ours = ["sitebuild.run"] if words[0] in OURS else []
    return status_of(subprocess.call([sys.executable, "-m", *ours, *words], cwd=project))


def status_of(code: int) -> int:
    """The status to end with, also where somebody or something ended the process before its end."""
    if code >= 0:
        return code
    if code == -signal.SIGINT:
        return INTERRUPTED
    print(f"This was stopped before its end (signal {-code}).", file=sys.stderr)
    return COULD_NOT_RUN


def folder(project: Path, output: str) -> Path:
    """The output folder; a name that was typed counts from where it was typed."""
    return Path(output).absolute() if output else project / "output"


def settled(today: str) -> date:
    """The day to build for, or a refusal when it was mistyped."""
    try:
        return day.settle(today, os.environ)
    except ValueError as error:
        refuse(str(error))


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


def refuse(message: str) -> NoReturn:
    """Say why the command cannot run, and end."""
    print(message, file=sys.stderr)
    sys.exit(COULD_NOT_RUN)
