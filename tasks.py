"""The project's commands. A machine with Python 3.11 or newer needs nothing else:

    python3 tasks.py serve     build the site and show it at http://localhost:8000/
    python3 tasks.py test      run every check that a change must pass

On Windows: `py tasks.py serve`. The first run makes the folder .venv and installs
the pinned requirements there; later runs start at once.

The upper half runs on the standard library alone and hands over to Invoke inside
.venv. The lower half is what Invoke reads.
"""

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
MADE_WITH = VENV / "made-with.txt"  # written once .venv is whole
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Each set holds everything of "build", so any of them can stand in for it.
LOCKS = {
    "build": ROOT / "requirements.txt",
    "test": ROOT / "requirements-test.txt",
    "bench": ROOT / "requirements-bench.txt",
    "lock": ROOT / "requirements-lock.txt",
}
# For Invoke no word without a name can be left out or come twice. So words alone get the name that
# is given here; beside it are the options that take the word after them.
NAMES = {
    "test": ("--path", ("--path", "-p")),
    "confirmed": ("--slug", ("--slug", "--on", "--set")),
}
NEEDS = {"test": "test", "lint": "test", "pictures": "test", "bench": "bench", "lock": "lock"}
# Without one of these a command would end in the words of Python, which help nobody here.
STOREYS = ("project", "catalogue", "contributing", "geography", "website", "sitebuild")
CODE = [f"plugins/{name}" for name in STOREYS]
PARTS = [
    *CODE,
    *(f"content/{name}" for name in ("alliances", "opportunities", "pages")),
    *(f"data/{name}" for name in ("alliances", "geography", "help", "vocabularies")),
    "theme",
]
COULD_NOT_RUN = 2
# What stands in the words of Python and of pip, and what it means to whoever wants to begin.
CAUSES = {
    "No space left on device": "there is no room left on this disk.",
    "Permission denied": "nothing can be written into this folder. Copy the project to a folder "
    "of your own.",
    "Read-only file system": "nothing can be written into this folder. Copy the project to a "
    "folder of your own.",
    "DO NOT MATCH THE HASHES": "a package is not the one that this project expects. Tell the "
    "people who look after the project.",
    "connection broken by": "the packages that are needed cannot be fetched. Is this machine "
    "online? Then try again.",
    "ensurepip": "this Python cannot make it. On Debian or Ubuntu, first run: sudo apt install "
    "python3-venv",
}


def main(arguments):
    """Make .venv fit for the task that `arguments` name, then run it there."""
    stand_in_for_closed_streams()
    if sys.version_info < (3, 11):
        return complain(
            f"This project needs Python 3.11 or newer. This is {sys.version.split()[0]}."
        )
    gone = missing_parts()
    if gone:
        return complain(
            f"A part of this project is missing: {', '.join(gone)}\n"
            f"Get it back with: git checkout HEAD -- {' '.join(gone)}\n"
            "Without git, download the project again, and copy these folders from there."
        )
    wanted = {NEEDS.get(word, "build") for word in arguments} | {"build"}
    try:
        problem = prepare(wanted)
    except OSError as error:
        problem = f"The packages could not be set up: {cause_of(str(error))}"
    if problem:
        return complain(problem)
    return run_inside(command_for(arguments))


def stand_in_for_closed_streams():
    """Let nothing be read and go nowhere where `<&-`, `>&-` or `2>&-` closed a stream.

    Else the next file that is opened takes its number, and with it whatever is printed.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            os.set_inheritable(number, True)
            setattr(sys, name, os.fdopen(number, "r" if name == "stdin" else "w", encoding="utf-8"))


def missing_parts():
    """The folders that no command can do without and that are not there."""
    return [name for name in PARTS if not (ROOT / name / marker_of(name)).exists()]


def marker_of(part):
    """What stands in a folder of code: one that only holds what Python left behind is empty."""
    return "__init__.py" if part in CODE else ""


def command_for(arguments):
    """The words after `python`, for a task and its options.

    `check` goes straight to the checker: loading Invoke would take longer than checking.
    """
    if arguments[:1] == ["check"] and not {"-h", "--help", "--fix"} & set(arguments):
        return ["-m", "sitebuild.run", "sitebuild.check", "--root", str(ROOT), *arguments[1:]]
    words = with_words_named(arguments) or ["--list"]
    return ["-m", "sitebuild.run", "sitebuild", "--search-root", str(ROOT), *words]


def with_words_named(arguments):
    """`test PATH` as `test --path PATH`, and `confirmed SLUG SLUG` with `--slug` before each."""
    if not arguments or arguments[0] not in NAMES:
        return arguments
    name, takes_word = NAMES[arguments[0]]
    named = arguments[:1]
    for word in arguments[1:]:
        if not word.startswith("-") and named[-1] not in takes_word:
            named.append(name)
        named.append(word)
    return named


def prepare(wanted):
    """Install the sets in `wanted` that .venv lacks; return what went wrong, or None."""
    if not PYTHON.exists() or read(MADE_WITH) != python_version():
        print("Setting up .venv (the first run, or another Python) ...", flush=True)
        problem = make_venv()
        if problem:
            return problem
    missing = missing_sets(wanted, installed_sets())
    if missing:
        forget_outdated_sets()
    for name in missing:
        print(f"Installing {LOCKS[name].name} ...", flush=True)
        problem = install(name)
        if problem:
            return problem
    return None


def missing_sets(wanted, installed):
    """The sets still to install, in the order of LOCKS; "build" is part of every other one."""
    missing = [name for name in LOCKS if name in wanted and name not in installed]
    others = (set(installed) | set(missing)) - {"build"}
    return [name for name in missing if name != "build" or not others]


def installed_sets():
    """The sets whose stamp says that they were installed from the lock as it is now."""
    return [name for name in LOCKS if read_stamp(name) == stamp_for(name)]


def forget_outdated_sets():
    """Take away the stamps of older locks: what is installed next may undo what they stand for."""
    for name in LOCKS:
        if name not in installed_sets():
            stamp_path(name).unlink(missing_ok=True)


def stamp_path(name):
    """The file that is written last, once a set is wholly installed."""
    return VENV / f"installed-{name}.txt"


def read_stamp(name):
    """The stamp of a set, or None where the set was never wholly installed."""
    return read(stamp_path(name))


def stamp_for(name):
    """What identifies an installation: the bytes of the lock."""
    return hashlib.sha256(LOCKS[name].read_bytes()).hexdigest()


def python_version():
    """Packages of one Python do not fit another, as in "3.11" and "3.12"."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def read(path):
    """A text file of ours, or None where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def make_venv():
    """An empty .venv in place of whatever stood there; return what went wrong, or None."""
    import subprocess
    import venv

    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
        MADE_WITH.write_text(python_version(), encoding="utf-8")
    except (subprocess.CalledProcessError, OSError, SystemExit) as error:
        said = (getattr(error, "output", None) or b"").decode(errors="replace")
        return f"Could not make .venv: {cause_of(f'{said} {error}')}"
    return None


def cause_of(words):
    """What went wrong, in one sentence; the words themselves where they are not known."""
    return next((cause for sign, cause in CAUSES.items() if sign in words), words.strip())


def install(name):
    """Install one lock with pip, each file checked by its hash; return what went wrong, or None."""
    import subprocess

    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    options += ["--retries", "2"]  # else a machine that is offline waits a minute to be told so
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(LOCKS[name])]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if run.returncode != 0:
        cause = cause_of(run.stdout.decode(errors="replace"))
        return f"Could not install {LOCKS[name].name}: {cause}"
    stamp_path(name).write_text(stamp_for(name), encoding="utf-8")
    return None


def run_inside(words):
    """Run .venv's Python with `words`; take over this process where the system can."""
    environment = os.environ | {
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT / "plugins"),
        "PYTHONDONTWRITEBYTECODE": "",  # else each command compiles all modules anew
    }
    command = [str(PYTHON), *words]
    if os.name == "nt":  # exec on Windows returns to the shell before the command is done
        import subprocess

        return subprocess.call(command, env=environment)
    sys.stdout.flush()
    return os.execve(command[0], command, environment)


def complain(message):
    """Say why nothing was run."""
    print(message, file=sys.stderr)
    return COULD_NOT_RUN


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

sys.path.insert(0, str(ROOT / "plugins"))

from invoke import task  # noqa: E402  (Invoke exists only inside .venv)

from sitebuild import commands  # noqa: E402

TODAY = "the day to build for, as 2026-11-30 (default: today in London)"
OUTPUT = "the folder for the finished site"


@task(
    help={
        "format": "text, github or json",
        "today": TODAY,
        "fix": "first mend what a machine can mend without guessing",
    }
)
def check(_, format="text", today="", fix=False):
    """Check every entry and list all problems at once."""
    if fix:
        contribute(*(["--today", today] if today else []), "fix", "--format", format)
    commands.check(ROOT, report_format=format, today=today)


@task(help={"what": "opportunity or alliance"})
def new(_, what):
    """Ask for a new entry, question by question, and write its file."""
    commands.new(ROOT, what=what)


@task(help={"output": OUTPUT, "today": TODAY})
def build(_, output="", today=""):
    """Check everything, then build the site. A broken site replaces nothing."""
    commands.build(ROOT, output=output, today=today)


@task(help={"output": OUTPUT, "siteurl": "the address of the site, as https://…"})
def publish(_, output="", siteurl=""):
    """Build the site for its public address."""
    commands.publish(ROOT, output=output, siteurl=siteurl)


@task(
    help={
        "port": "where to listen (0 picks a free one)",
        "published": "a folder that publish made: shows it as it will stand on the web",
    }
)
def serve(_, port=8000, published=""):
    """Show the site on this machine, and build it anew after each edit."""
    if published:
        commands.serve_published(ROOT, site=published, port=port)
    commands.serve(ROOT, port=port)


@task(
    name="test",
    help={
        "path": "only the tests below this folder or file, without the checks of the code",
        "thorough": "look at pages in every width and in every scheme of colours",
    },
)
def run_tests(_, path="", thorough=False):
    """Run every check that a change must pass."""
    commands.test(ROOT, path=path, thorough=thorough)


@task
def lint(_):
    """Look at code style, types and workflows only."""
    commands.lint(ROOT)


@task(
    help={
        "entries": "how many entries to make up (0: none)",
        "rounds": "how often to run each build",
        "against": "a commit to time the site as it is beside",
    }
)
def bench(_, entries=1000, rounds=3, against=""):
    """Time whole builds side by side with Pelican's own and with Hugo's."""
    commands.bench(ROOT, entries=entries, rounds=rounds, against=against)


@task(help={"upgrade": "move every pin to the newest release"})
def lock(_, upgrade=False):
    """Write the requirements files anew from pyproject.toml."""
    commands.lock(ROOT, upgrade=upgrade)


@task(
    help={
        "from": "the ONS Postcode Directory (zip, folder or CSV), or the word package; without it, "
        "only what the site shows of data/geography is made anew",
        "edition": "which edition it is, as 'Nov 2025', if no file name says so",
    }
)
def postcodes(_, from_="", edition=""):
    """Make the table of postcodes anew from the ONS Postcode Directory."""
    source = from_ if from_ in ("", "package") else str(Path(from_).absolute())
    words = ["--from", source, "--edition", edition, "--root", str(ROOT)]
    sys.exit(commands.run(ROOT, "geography.making.rebuild", *words))


@task
def clean(_):
    """Take away everything that a build or a test made; .venv stays."""
    commands.clean(ROOT)


@task
def forms(_):
    """Write the forms of GitHub anew from the questions and the vocabularies."""
    contribute("forms")


@task
def editor(_):
    """Write the files for VS Code anew from the tables and the vocabularies."""
    contribute("editor")


@task
def pictures(_):
    """Take the pictures of CONTRIBUTING.md anew, with a Chromium."""
    commands.pictures(ROOT)


@task(help={"base": "the commit to compare with", "out": "the page to write"})
def report(_, base="main", out="report.html"):
    """Write what a reviewer needs to know of a change, as one page."""
    contribute("report", "--base", base, "--out", out)


@task(
    help={
        "out": "the folder to write into",
        "links": "--no-links asks nothing of the web",
        "letters": "also write a letter to each organiser, and whom to ask first",
        "today": TODAY,
    }
)
def fresh(_, out="fresh", links=True, letters=False, today=""):
    """Look at every link, and write what a person has to look at again."""
    options = [*([] if links else ["--no-links"]), *(["--letters"] if letters else [])]
    contribute(*(["--today", today] if today else []), "fresh", "--out", out, *options)


@task(
    iterable=["slug", "set"],
    positional=[],
    auto_shortflags=False,
    help={
        "slug": "the name of an entry's file; several may follow each other",
        "on": "the day on which the organiser told you",
        "set": "a fact that changed, as apply.email=team@site.example; nothing after = takes it "
        "out; again for each fact",
        "ended": "it ended on that day",
    },
)
def confirmed(_, slug=None, on="", set=None, ended=False):
    """Write what an organiser told us into the files of their entries."""
    settings = [f"--set={one}" for one in set]
    contribute("confirmed", *slug, f"--on={on}", *settings, *(["--ended"] if ended else []))


@task(help={"out": "the file to write"})
def issue_report(_, out):
    """Write the reply to the form that started a workflow."""
    contribute("issue-report", "--out", out)


@task(help={"out": "the folder to write into"})
def issue_to_file(_, out):
    """Write the file that an approved form becomes."""
    contribute("issue-to-file", "--out", out)


def contribute(*words):
    """Hand over to a command for contributors, which has its own exit status."""
    sys.exit(commands.run(ROOT, "contributing", "--root", str(ROOT), *words))
