"""tasks.py on a bare machine: what it installs, when, and what it runs."""

import os
import re
import shutil
import subprocess
import sys
import venv

import pytest

import tasks

LOCK = "{name}==1\n"


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A project without .venv, in which making and installing only leave a trace."""
    done = []
    locks = {name: tmp_path / f"{name}.txt" for name in tasks.LOCKS}
    for name, path in locks.items():
        path.write_text(LOCK.format(name=name))
    venv = tmp_path / ".venv"

    def make_venv():
        shutil.rmtree(venv, ignore_errors=True)
        venv.mkdir()
        (venv / "python").touch()
        tasks.MADE_WITH.write_text(tasks.python_version())
        done.append("make")

    def install(name):
        tasks.stamp_path(name).write_text(tasks.stamp_for(name))
        done.append(name)

    for name, value in {
        "VENV": venv,
        "MADE_WITH": venv / "made-with.txt",
        "PYTHON": venv / "python",
        "LOCKS": locks,
        "make_venv": make_venv,
        "install": install,
    }.items():
        monkeypatch.setattr(tasks, name, value)
    return done


@pytest.mark.parametrize(
    ("wanted", "installed", "missing"),
    [
        ({"build"}, [], ["build"]),
        ({"build"}, ["build"], []),
        ({"build"}, ["test"], []),
        ({"build", "test"}, [], ["test"]),
        ({"build", "test"}, ["build"], ["test"]),
        ({"build", "test"}, ["bench"], ["test"]),
        ({"build", "test"}, ["test", "bench"], []),
        ({"build", "test", "bench"}, [], ["test", "bench"]),
    ],
)
def test_only_what_is_missing_is_installed(wanted, installed, missing):
    assert tasks.missing_sets(wanted, installed) == missing


def test_the_first_run_makes_the_environment_and_the_second_makes_nothing(bare):
    assert tasks.prepare({"build"}) is None
    assert bare == ["make", "build"]
    assert tasks.prepare({"build"}) is None
    assert bare == ["make", "build"]


def test_a_larger_set_is_added_to_the_environment_that_is_there(bare):
    tasks.prepare({"build"})
    tasks.prepare({"build", "test"})
    tasks.prepare({"build"})
    assert bare == ["make", "build", "test"]


def test_a_changed_lock_is_installed_over_the_old_one(bare):
    tasks.prepare({"build"})
    tasks.LOCKS["build"].write_text("other==2\n")
    tasks.prepare({"build"})
    tasks.prepare({"build"})
    assert bare == ["make", "build", "build"]


def test_a_larger_set_of_an_older_lock_is_installed_again_after_a_change(bare):
    """Else, going back to the old locks, the large set would seem to be there still."""
    old = {name: path.read_text() for name, path in tasks.LOCKS.items()}
    tasks.prepare({"build", "test"})
    for path in tasks.LOCKS.values():
        path.write_text("other==2\n")
    tasks.prepare({"build"})
    for name, path in tasks.LOCKS.items():
        path.write_text(old[name])
    tasks.prepare({"build"})
    assert bare == ["make", "test", "build", "build"]


def test_another_python_makes_the_environment_anew(bare, monkeypatch):
    tasks.prepare({"build"})
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    tasks.prepare({"build"})
    assert bare == ["make", "build", "make", "build"]


def test_an_installation_that_was_cut_short_is_begun_again(bare, monkeypatch):
    monkeypatch.setattr(tasks, "install", lambda _: "no network")
    assert tasks.prepare({"build"}) == "no network"
    assert tasks.installed_sets() == []
    assert bare == ["make"]


@pytest.mark.parametrize(
    ("arguments", "sets"),
    [
        ([], {"build"}),
        (["check"], {"build"}),
        (["serve", "--port", "8001"], {"build"}),
        (["test"], {"build", "test"}),
        (["lint"], {"build", "test"}),
        (["bench", "--entries", "10"], {"build", "bench"}),
        (["lock"], {"build", "lock"}),
    ],
)
def test_each_task_asks_for_its_set(arguments, sets, monkeypatch):
    asked = []
    monkeypatch.setattr(tasks, "prepare", asked.append)
    monkeypatch.setattr(tasks, "run_inside", lambda _: 0)
    assert tasks.main(arguments) == 0
    assert asked == [sets]


NO_ROOM = "there is no room left on this disk."
NOT_HERE = "nothing can be written into this folder. Copy the project to a folder of your own."


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            subprocess.CalledProcessError(1, ["python", "-m", "ensurepip"]),
            "this Python cannot make it. On Debian or Ubuntu, first run: sudo apt install "
            "python3-venv",
        ),
        (
            subprocess.CalledProcessError(1, ["ensurepip"], b"[Errno 28] No space left on device"),
            NO_ROOM,
        ),
        (OSError(30, "Read-only file system"), NOT_HERE),
        (PermissionError(13, "Permission denied"), NOT_HERE),
        (OSError(5, "Input/output error"), "[Errno 5] Input/output error"),
    ],
)
def test_why_there_can_be_no_environment_is_told_in_a_sentence(tmp_path, monkeypatch, error, told):
    def create(*_):
        raise error

    monkeypatch.setattr(tasks, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(tasks, "MADE_WITH", tmp_path / ".venv/made-with.txt")
    monkeypatch.setattr(venv.EnvBuilder, "create", create)
    assert tasks.make_venv() == f"Could not make .venv: {told}"


def test_a_note_that_cannot_be_written_is_told_in_a_sentence(monkeypatch, capsys):
    def prepare(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tasks, "prepare", prepare)
    assert tasks.main(["check"]) == 2
    assert capsys.readouterr().err == f"The packages could not be set up: {NO_ROOM}\n"


@pytest.mark.parametrize(
    ("status", "said", "told"),
    [
        (0, b"", None),
        (1, b"No such option: --x\n", "No such option: --x"),
        (
            1,
            b"WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No match",
            "the packages that are needed cannot be fetched. Is this machine online? Then try "
            "again.",
        ),
        (
            1,
            b"connection broken by x\nERROR: THESE PACKAGES DO NOT MATCH THE HASHES",
            "a package is not the one that this project expects. Tell the people who look after "
            "the project.",
        ),
    ],
)
def test_a_set_counts_as_installed_only_when_pip_succeeded(
    tmp_path, monkeypatch, status, said, told
):
    commands = []

    def run(command, **_):
        commands.append(command)
        return subprocess.CompletedProcess(command, status, said)

    monkeypatch.setattr(tasks, "VENV", tmp_path)
    monkeypatch.setattr(subprocess, "run", run)
    problem = tasks.install("build")
    assert problem == (told and f"Could not install requirements.txt: {told}")
    assert (tasks.read_stamp("build") is None) == bool(told)
    assert {"--require-hashes", "--no-deps"} <= set(commands[0])


def test_a_machine_that_is_offline_is_told_so(tmp_path, monkeypatch):
    """By the real pip, which speaks of it in many words."""
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"pebbles-of-nowhere==1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    monkeypatch.setattr(tasks, "VENV", tmp_path)
    monkeypatch.setattr(tasks, "PYTHON", sys.executable)
    monkeypatch.setitem(tasks.LOCKS, "build", lock)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")  # where nobody answers
    assert tasks.install("build").endswith("Is this machine online? Then try again.")


def test_what_went_wrong_is_told_and_nothing_is_run(monkeypatch, capsys):
    monkeypatch.setattr(tasks, "prepare", lambda _: "no network")
    assert tasks.main(["build"]) == 2
    assert capsys.readouterr().err == "no network\n"


def test_an_old_python_is_told_what_is_needed(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    assert tasks.main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("This project needs Python 3.11 or newer.")


@pytest.mark.parametrize(
    ("taken", "named"),
    [
        ("plugins", " ".join(f"plugins/{name}" for name in tasks.STOREYS)),
        ("plugins/catalogue", "plugins/catalogue"),
        ("plugins/catalogue/__init__.py", "plugins/catalogue"),
        ("content/pages", "content/pages"),
        ("theme", "theme"),
    ],
)
@pytest.mark.parametrize("command", ["build", "serve", "check"])
def test_a_missing_part_is_named_with_the_way_to_get_it_back(tmp_path, taken, named, command):
    shutil.copy(tasks.ROOT / "tasks.py", tmp_path)
    for part in tasks.PARTS:
        (tmp_path / part).mkdir(parents=True)
        (tmp_path / part / "__init__.py").touch()
    (tmp_path / taken).rename(tmp_path / "taken")
    run = subprocess.run(
        [sys.executable, str(tmp_path / "tasks.py"), command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.splitlines() == [
        f"A part of this project is missing: {named.replace(' ', ', ')}",
        f"Get it back with: git checkout HEAD -- {named}",
        "Without git, download the project again, and copy these folders from there.",
    ]


def test_the_check_goes_straight_to_the_checker():
    root = str(tasks.ROOT)
    ours = ["-m", "sitebuild.run"]
    command = [*ours, "sitebuild.check", "--root", root, "--format", "json"]
    assert tasks.command_for(["check", "--format", "json"]) == command
    assert tasks.command_for(["check", "--help"])[:3] == [*ours, "sitebuild"]
    assert tasks.command_for(["build"]) == [*ours, "sitebuild", "--search-root", root, "build"]
    assert tasks.command_for([])[-1] == "--list"


@pytest.mark.parametrize(
    ("typed", "handed_on"),
    [
        (["test"], ["test"]),
        (["test", "tests/site"], ["test", "--path", "tests/site"]),
        (["test", "--thorough", "tests/site"], ["test", "--thorough", "--path", "tests/site"]),
        (["test", "--path", "tests/site"], ["test", "--path", "tests/site"]),
        (["test", "-p", "tests/site", "-t"], ["test", "-p", "tests/site", "-t"]),
        (
            ["confirmed", "one", "two", "--on", "2026-12-01", "three"],
            [
                "confirmed",
                "--slug",
                "one",
                "--slug",
                "two",
                "--on",
                "2026-12-01",
                "--slug",
                "three",
            ],
        ),
        (
            ["confirmed", "one", "--set", "time=1 hour", "--set", "place="],
            ["confirmed", "--slug", "one", "--set", "time=1 hour", "--set", "place="],
        ),
        (["confirmed", "--set=place=", "one"], ["confirmed", "--set=place=", "--slug", "one"]),
        (["new", "alliance"], ["new", "alliance"]),
        ([], []),
    ],
)
def test_a_path_and_slugs_need_no_name(typed, handed_on):
    assert tasks.with_words_named(typed) == handed_on


def test_the_upper_half_needs_nothing_but_the_standard_library():
    """In isolated mode there is no .venv and no folder of ours to import from."""
    code = (
        (tasks.ROOT / "tasks.py").read_text(encoding="utf-8").split('if __name__ == "__main__"')[0]
    )
    loaded = "import sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"__file__ = 'tasks.py'\n{code}\n{loaded}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(run.stdout.split()) - {"__main__"} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "No idea what 'chekc' is!"),
        (["new"], "'new' did not receive required positional arguments: 'what'"),
        (["serve", "--port"], "Flag --port needed value and was not given one!"),
        (["serve", "--port", "x"], "One of these options takes a whole number."),
    ],
)
def test_what_cannot_be_read_is_told_in_words(words, said):
    run = subprocess.run(
        [sys.executable, str(tasks.ROOT / "tasks.py"), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    first, second = run.stderr.splitlines()
    assert first == said
    assert second.startswith("python3 tasks.py lists all commands")


@pytest.fixture(scope="module")
def listed():
    """The commands that `python3 tasks.py` prints."""
    run = subprocess.run(
        [sys.executable, str(tasks.ROOT / "tasks.py")], capture_output=True, text=True, check=True
    )
    return set(re.findall(r"^  (\w+) {2,}\S", run.stdout, re.MULTILINE))


def test_every_command_is_listed(listed):
    assert {"bench", "build", "check", "clean", "lint", "lock", "publish", "serve"} <= listed
    assert "test" in listed


def test_the_readme_begins_with_two_commands_and_explains_every_one(listed):
    readme = (tasks.ROOT / "README.md").read_text(encoding="utf-8")
    first = re.findall(r"^python3 tasks.py (\w+)", readme, re.MULTILINE)
    assert first == ["serve", "test"]
    assert set(re.findall(r"^\| `python3 tasks.py (\w+)", readme, re.MULTILINE)) == listed


def test_the_script_of_the_server_runs_the_tests_and_needs_a_browser():
    script = (tasks.ROOT / ".ci/run").read_text(encoding="utf-8")
    assert script.endswith('CI=true exec python3 tasks.py test "$@"\n')
    assert subprocess.run(["bash", "-n", str(tasks.ROOT / ".ci/run")], check=False).returncode == 0


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("words", "status"), [("check", 0), ("postcodes --from nowhere.zip", 2)])
def test_a_command_works_with_its_streams_closed(closed, words, status):
    run = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" tasks.py {words} {closed}'],
        cwd=tasks.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stdout + run.stderr
    assert run.returncode == status
