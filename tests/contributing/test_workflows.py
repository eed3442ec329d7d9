"""The workflows: small rights, nothing from strangers in a line of shell, scripts that hold."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.contributing.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
FILES = sorted(FOLDER.glob("*.yml"))
OURS = ("comment", "fresh", "intake")
ZIZMOR = Path(sys.executable).with_name("zizmor" + (".exe" if os.name == "nt" else ""))


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def script(workflow, job, step):
    steps = read(FOLDER / f"{workflow}.yml")["jobs"][job]["steps"]
    return next(one["run"] for one in steps if one.get("name") == step)


def zizmor(*paths):
    words = [str(ZIZMOR), "--quiet", "--offline", "--persona=pedantic", *map(str, paths)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_the_linter_finds_nothing():
    run = zizmor(ROOT / ".github")
    assert run.returncode == 0, run.stdout


BAD = {
    "template-injection": """
on: [pull_request]
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo ${{ github.event.pull_request.title }}
""",
    "dangerous-triggers": """
on: pull_request_target
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: "true"
""",
    "bot-conditions": """
on: pull_request_target
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    if: github.actor == 'dependabot[bot]'
    steps:
      - run: "true"
""",
    "github-env": """
on:
  workflow_run:
    workflows: [check]
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: cat report/env.txt >> "$GITHUB_ENV"
""",
    "excessive-permissions": """
on: [push]
permissions: write-all
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: "true"
""",
}


def test_the_linter_knows_what_is_wrong(tmp_path):
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    for name, text in BAD.items():
        (folder / f"{name}.yml").write_text(f"name: w{text}", encoding="utf-8")
    run = zizmor(tmp_path)
    assert run.returncode != 0
    assert {rule for rule in BAD if f"{rule}.yml" in run.stdout} == BAD.keys()
    assert all(f"[{rule}]" in run.stdout for rule in BAD)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_workflow_starts_without_rights(path):
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    assert "pull_request_target" not in workflow["on"]
    for job in workflow["jobs"].values():
        assert job["runs-on"] == "ubuntu-24.04"
        assert int(job["timeout-minutes"]) <= 60
        assert isinstance(job["permissions"], dict)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_action_is_pinned_and_named(path):
    uses = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    for action, comment in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_of_shell_holds_an_expression(path):
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_a_job_that_can_write_code_runs_none_of_ours():
    for path in FILES:
        for name, job in read(path)["jobs"].items():
            if job["permissions"].get("contents") == "write":
                assert (path.stem, name) == ("intake", "propose")
                said = "\n".join(step.get("run", "") for step in job["steps"])
                assert "python" not in said


def test_no_secret_is_used():
    for path in FILES:
        assert not re.search(r"secrets\.\w|secrets:", path.read_text(encoding="utf-8"))


def test_the_comment_believes_no_file_of_the_pull_request():
    text = (FOLDER / "comment.yml").read_text(encoding="utf-8")
    assert "uses:" not in text
    assert "pull_requests[0]" not in text


# The scripts, run with a stand-in for GitHub's command.

STAND_IN = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$GH_LOG"
case "$*" in
  *"pulls"*) printf '%s' "${GH_PULL:-}" ;;
  *"--paginate"*) printf '%s' "${GH_COMMENT:-}" ;;
  *"run list"*) printf '%s' "${GH_RUN:-}" ;;
  *"issue list"*) printf '%s' "${GH_ISSUE:-}" ;;
  *"pr view"*) printf '%s' "${GH_STATE:-}" ;;
esac
"""


@pytest.fixture
def machine(tmp_path):
    """Runs a script as the runner does, and tells what it asked of GitHub."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(STAND_IN, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    log = tmp_path / "log"
    log.touch()

    def run(text, folder=tmp_path, **variables):
        environment = {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "GH_LOG": str(log),
            "REPO": "people/site",
            "NUMBER": "7",
            "RUNNER_TEMP": str(tmp_path),
            **variables,
        }
        words = ["bash", "-e", "-o", "pipefail", "-c", text]
        ended = subprocess.run(
            words, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        return ended, log.read_text(encoding="utf-8").splitlines()

    return run


COMMENT = {
    "OWNER": "somebody",
    "BRANCH": "x",
    "SHA": "1" * 40,
    "RUN": "https://github.com/people/site/actions/runs/1",
}
WRITE_ONE = "Write one comment, or change the one that is there"


@pytest.mark.parametrize(
    ("result", "said"), [("success", "Every check passed"), ("failure", "did not pass yet")]
)
def test_the_result_is_told_in_one_comment(machine, result, said):
    text = script("comment", "comment", WRITE_ONE)
    ended, asked = machine(text, RESULT=result, GH_PULL="3", **COMMENT)
    assert ended.returncode == 0, ended.stderr
    assert "api -X POST repos/people/site/issues/3/comments -f body=<!-- check -->" in asked[2]
    assert said in "\n".join(asked)
    _, asked = machine(text, RESULT=result, GH_PULL="3", GH_COMMENT="99", **COMMENT)
    assert "api -X PATCH repos/people/site/issues/comments/99" in "\n".join(asked)


@pytest.mark.parametrize(("result", "pull"), [("cancelled", "3"), ("success", "")])
def test_nothing_is_told_without_a_result_or_a_pull_request(machine, result, pull):
    text = script("comment", "comment", WRITE_ONE)
    ended, asked = machine(text, RESULT=result, GH_PULL=pull, **COMMENT)
    assert ended.returncode == 0, ended.stderr
    assert len(asked) == 1


def test_the_reply_is_written_once(machine, tmp_path):
    (tmp_path / "reply.md").write_text("Thank you.\n", encoding="utf-8")
    text = script("intake", "reply", WRITE_ONE)
    ended, asked = machine(text)
    assert ended.returncode == 0, ended.stderr
    assert asked[-1].startswith("api -X POST repos/people/site/issues/7/comments -F body=@body.md")
    assert (tmp_path / "body.md").read_text(encoding="utf-8") == "<!-- form -->\nThank you.\n"
    _, asked = machine(text, GH_COMMENT="5")
    assert asked[-1].startswith("api -X PATCH repos/people/site/issues/comments/5")


def git(folder, *words):
    name = ["-c", "user.name=x", "-c", "user.email=x@x.example"]
    run = subprocess.run(
        ["git", *name, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A small project with a place to push to."""
    folder = tmp_path_factory.mktemp("first")
    git(folder, "init", "-q", "--bare", "--template=", "-b", "main", "origin.git")
    git(folder, "clone", "-q", "--template=", "origin.git", "work")
    work = folder / "work"
    for name in ("content/opportunities/old.md", "data/alliances/wessex.yaml"):
        (work / name).parent.mkdir(parents=True)
        (work / name).write_text("old\n", encoding="utf-8")
    git(work, "checkout", "-q", "-B", "main")
    git(work, "add", ".")
    git(work, "commit", "-q", "-m", "first")
    git(work, "push", "-q", "origin", "main")
    return folder


@pytest.fixture
def copy(first, tmp_path):
    """A copy of the small project, whose branches no other test sees."""
    for name in ("origin.git", "work"):
        shutil.copytree(first / name, tmp_path / name)
    git(tmp_path / "work", "remote", "set-url", "origin", str(tmp_path / "origin.git"))
    return tmp_path / "work"


# Which checks a change needs, told by the step of the workflow in a clone of a pull request.

JUDGES = [
    path.relative_to(ROOT).as_posix()
    for package in ("contributing", "project")
    for path in sorted((ROOT / "plugins" / package).rglob("*.py"))
]
ENTRY = "content/opportunities/old.md"
SAYS_CONTENT = 'print("content")\n'


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """A small project with the code that decides, as it stands on main."""
    work = tmp_path_factory.mktemp("judged") / "work"
    git(work.parent, "init", "-q", "--template=", "-b", "main", str(work))
    files = {name: (ROOT / name).read_text(encoding="utf-8") for name in JUDGES}
    for name, text in (files | {ENTRY: "old\n", "README.md": "read\n"}).items():
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(text, encoding="utf-8")
    git(work, "add", ".")
    git(work, "commit", "-q", "-m", "first")
    return work


def merged(judged, folder, change):
    """The commit that GitHub makes of main and a change, as the runner checks it out."""
    work = folder / "work"
    shutil.copytree(judged, work)
    git(work, "switch", "-q", "-c", "change")
    for name, text in change.items():
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        elif text.startswith("-> "):
            path.unlink(missing_ok=True)
            path.symlink_to(text.removeprefix("-> "))
        else:
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755 if text.startswith("#!") else 0o644)
    git(work, "add", "--all")
    git(work, "commit", "-q", "--allow-empty", "-m", "change")
    git(work, "switch", "-q", "main")
    git(work, "commit", "-q", "--allow-empty", "-m", "main moves on")
    git(work, "merge", "-q", "--no-ff", "-m", "merged", "change")
    return work


def needed(machine, work, event="pull_request"):
    written = work.parent / "output"
    text = script("check", "check", "Tell which checks this change needs")
    asked = {"GITHUB_EVENT_NAME": event, "GITHUB_OUTPUT": str(written)}
    ended, _ = machine(text, folder=work, **asked)
    assert ended.returncode == 0, ended.stderr
    return written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "checks"),
    [
        ({"content/opportunities/new.md": "new\n"}, "content"),
        ({ENTRY: "changed\n", "data/known.yaml": "hosts:\n"}, "content"),
        ({ENTRY: None, "content/opportunities/new.md": "old\n"}, "content"),
        ({}, "everything"),
        ({ENTRY: "changed\n", "README.md": "changed\n"}, "everything"),
        ({ENTRY: None, "theme/old.md": "old\n"}, "everything"),
        ({"README.md": None, "content/opportunities/new.md": "read\n"}, "everything"),
        ({ENTRY: "-> /etc/hostname"}, "everything"),
        ({ENTRY: "#!/bin/sh\n"}, "everything"),
        ({"plugins/contributing/review/needed_checks.py": SAYS_CONTENT}, "everything"),
        ({"contributing/review/needed_checks.py": SAYS_CONTENT, "contributing/__init__.py": ""},
         "everything"),
        ({"argparse.py": SAYS_CONTENT, "subprocess.py": SAYS_CONTENT}, "everything"),
        ({".gitattributes": "* -diff\n", ENTRY: "changed\n"}, "everything"),
    ],
)  # fmt: skip
def test_a_change_gets_the_checks_that_it_needs(machine, judged, tmp_path, change, checks):
    assert needed(machine, merged(judged, tmp_path, change)) == f"checks={checks}\n"


@pytest.mark.parametrize("event", ["workflow_dispatch", "merge_group"])
def test_what_is_no_pull_request_gets_every_check(machine, judged, tmp_path, event):
    work = merged(judged, tmp_path, {ENTRY: "changed\n"})
    assert needed(machine, work, event) == "checks=everything\n"


def test_a_commit_that_joins_nothing_gets_every_check(machine, judged, tmp_path):
    work = merged(judged, tmp_path, {"README.md": "changed\n"})
    (work / ENTRY).write_text("changed\n", encoding="utf-8")
    git(work, "commit", "-q", "-a", "-m", "the last of several")
    assert needed(machine, work) == "checks=everything\n"


def test_a_main_that_cannot_decide_gets_every_check(machine, judged, tmp_path):
    shutil.copytree(judged, tmp_path / "older")
    git(tmp_path / "older", "rm", "-q", "plugins/contributing/review/needed_checks.py")
    git(tmp_path / "older", "commit", "-q", "-m", "older")
    change = {"plugins/contributing/review/needed_checks.py": SAYS_CONTENT}
    assert needed(machine, merged(tmp_path / "older", tmp_path, change)) == "checks=everything\n"


def test_one_job_always_runs_and_then_takes_one_of_two_ways():
    workflow = read(FOLDER / "check.yml")
    (job,) = workflow["jobs"].values()
    assert "if" not in job
    assert all(not options for options in workflow["on"].values())
    steps = [(one["name"], one.get("if", "")) for one in job["steps"] if "name" in one]
    small, whole = (f"steps.needs.outputs.checks {sign} 'content'" for sign in ("==", "!="))
    also_when_red = "${{ !cancelled() }}"
    assert steps == [
        ("Tell which checks this change needs", ""),
        ("Check the entries", small),
        ("Run every check", whole),
        ("Write the report for the reviewer", also_when_red),
        ("Keep the report, which opens in the browser", also_when_red),
        ("Build the site", also_when_red),
        (
            "Keep the site, to look at before it is published",
            "${{ !cancelled() && steps.build.outcome == 'success' }}",
        ),
        ("Run the tests over the content", small),
    ]


def commands_of(workflow):
    """What a workflow runs, line by line."""
    jobs = read(FOLDER / f"{workflow}.yml")["jobs"].values()
    return [one["run"].strip() for job in jobs for one in job["steps"] if "run" in one]


def test_publishing_needs_no_browser():
    """One that will not start would keep a closed entry on the site."""
    ran = commands_of("pages")
    assert ran[:2] == [
        "python3 tasks.py check --format github",
        "python3 tasks.py test tests/content",
    ]
    assert ran[-1] == "python3 tasks.py publish"
    assert not [one for one in ran if ".ci/run" in one]


def test_every_test_runs_once_a_week():
    assert commands_of("whole") == ["bash .ci/run --thorough"]
    (time,) = read(FOLDER / "whole.yml")["on"]["schedule"]
    assert time["cron"].endswith("* * 0")
    (kept_on,) = [one for one in commands_of("fresh") if "enable" in one]
    timed = {path.name for path in FILES if "schedule" in read(path)["on"]}
    assert timed == set(re.findall(r"\w+\.yml", kept_on))


def given(tmp_path, files):
    for name, text in files.items():
        path = tmp_path / "entry" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.symlink_to("/etc/hostname")
        else:
            path.write_text(text, encoding="utf-8")


PROPOSE = "Push one file, and open the pull request"


@pytest.mark.parametrize(
    "name",
    [
        "content/opportunities/new-one.md",
        "content/opportunities/old.md",
        "data/alliances/wessex.yaml",
    ],
)
def test_one_file_becomes_a_pull_request(machine, copy, tmp_path, name):
    given(tmp_path, {name: "new\n"})
    ended, asked = machine(script("intake", "propose", PROPOSE), folder=copy)
    assert ended.returncode == 0, ended.stderr
    changed = git(copy, "diff", "--name-only", "origin/main", "origin/entry/issue-7")
    assert changed == f"{name}\n"
    assert "pr create --head entry/issue-7" in asked[-1]
    assert "Closes #7" in asked[-1]


def test_a_pull_request_that_is_open_is_not_opened_again(machine, copy, tmp_path):
    given(tmp_path, {"content/opportunities/new.md": "new\n"})
    text = script("intake", "propose", PROPOSE)
    ended, asked = machine(text, folder=copy, GH_STATE="OPEN")
    assert ended.returncode == 0, ended.stderr
    assert not [line for line in asked if "pr create" in line]


def test_a_file_that_says_so_already_opens_nothing(machine, copy, tmp_path):
    given(tmp_path, {"content/opportunities/old.md": "old\n"})
    ended, asked = machine(script("intake", "propose", PROPOSE), folder=copy)
    assert ended.returncode == 0, ended.stderr
    assert asked == []


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"content/opportunities/a.md": "x", "content/opportunities/b.md": "x"},
        {"content/opportunities/a.md": None},
        {"content/opportunities/sub/a.md": "x"},
        {"content/opportunities/A.md": "x"},
        {"content/opportunities/a.md\nb.md": "x"},
        {"content/pages/about.md": "x"},
        {"data/known.yaml": "x"},
        {".github/workflows/x.yml": "x"},
        {".git/hooks/pre-commit": "x"},
        {"tasks.py": "x"},
    ],
)
def test_anything_else_is_refused(machine, copy, tmp_path, files):
    (tmp_path / "entry").mkdir()
    given(tmp_path, files)
    ended, asked = machine(script("intake", "propose", PROPOSE), folder=copy)
    assert ended.returncode != 0
    assert asked == []
    assert git(copy, "branch", "--all").count("issue-7") == 0


@pytest.mark.parametrize(("number", "asks"), [("12", "issue edit 12"), ("", "issue create")])
def test_the_standing_issue_is_changed_or_opened(machine, number, asks):
    text = script("fresh", "tell", "Change the one open issue, or open it")
    ended, asked = machine(text, GH_ISSUE=number)
    assert ended.returncode == 0, ended.stderr
    assert asked[-1].startswith(asks)
    assert "fresh/issue.md" in asked[-1]


def test_a_round_starts_without_a_memory(machine):
    text = script("fresh", "look", "Fetch what the last round remembered")
    ended, asked = machine(text)
    assert ended.returncode == 0, ended.stderr
    assert len(asked) == 1
    _, asked = machine(text, GH_RUN="5")
    assert asked[-1] == "run download 5 --name fresh --dir fresh"


@pytest.mark.parametrize("name", OURS)
def test_the_scripts_are_shell(name):
    for job in read(FOLDER / f"{name}.yml")["jobs"].values():
        for step in job["steps"]:
            if "run" in step:
                ended = subprocess.run(
                    ["bash", "-n", "-c", step["run"]], capture_output=True, check=False
                )
                assert ended.returncode == 0, step["run"]
