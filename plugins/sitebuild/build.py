"""One build: Pelican in a process of its own, a look at the result, then the swap."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from project import today
from project.failures import cause_of
from sitebuild import lasting_addresses
from sitebuild import output as folder

# How the last line of what Python says begins, where the system refused something.
OF_THE_SYSTEM = re.compile(
    r"\w+: \[Errno (?P<number>[0-9]{1,4})\] (?P<words>[^:]+)(?:: '(?P<file>.*)')?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to build. `siteurl` is empty for a site at the root of a local server."""

    project: Path
    output: Path
    today: date
    settings: str = "pelicanconf.py"
    siteurl: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Whether the site was put in place, all there is to tell, and the cure for a fault."""

    ok: bool
    report: str
    cure: str = "Mend the file and save it."


def build(order: Order) -> Outcome:
    """Build into a new folder and put it in place only when it is whole.

    Raises OutputError when the output folder itself cannot be used, or the machine cannot build.
    """
    started = time.perf_counter()
    too_large: list[str] = []
    with folder.staging(order.output, order.project) as staged:
        run = run_pelican(order, staged)
        machine = failure_of_the_machine(run)
        if machine:
            raise folder.OutputError(f"The site could not be built: {machine}")
        faults = [] if run.returncode else folder.faults(staged, order.project)
        if order.is_public and not run.returncode and not faults:
            faults = lasting_addresses.lead_on(staged, order.project, order.siteurl)
        if not run.returncode and not faults:
            (staged / ".nojekyll").touch()  # else some hosts leave out folders they find special
            too_large = folder.size_warning(staged)
            folder.put_in_place(staged, order.output)
    seconds = time.perf_counter() - started
    said = without_closing_line(run.stdout)
    if faults:
        said += ["The build came out incomplete:", *(f"  {fault}" for fault in faults)]
    ok = not run.returncode and not faults
    if ok:
        said += [*too_large, f"Built in {seconds:.1f} s."]
    return Outcome(ok=ok, report="\n".join(said))


def without_closing_line(said: str) -> list[str]:
    """What a run said, less Pelican's count of articles: this site has none."""
    return [line for line in said.splitlines() if line and not line.startswith("Done: Processed ")]


def run_pelican(order: Order, staged: Path) -> subprocess.CompletedProcess[str]:
    """One run of Pelican with every warning fatal; what it says comes back as text."""
    return subprocess.run(
        [*pelican_command(order.project / order.settings), "-o", str(staged)],
        cwd=order.project,
        env=environment(order),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        close_fds=False,  # it holds the new folder too, should this process be killed
        check=False,
    )


def failure_of_the_machine(run: subprocess.CompletedProcess[str]) -> str:
    """What a full disk, no memory or the like did to a run; empty where the files are at fault."""
    if run.returncode < 0:
        return f"it was stopped before its end (signal {-run.returncode})."
    last = run.stdout.rstrip().rpartition("\n")[2]
    found = OF_THE_SYSTEM.fullmatch(last) if run.returncode else None
    if found:
        error = OSError(int(found["number"]), found["words"], found["file"])
        return cause_of(error)
    return cause_of(MemoryError()) if run.returncode and last == "MemoryError" else ""


def pelican_command(settings: Path) -> list[str]:
    """The words that start a build; the benchmarks use the same ones."""
    options = ["--fatal", "warnings", "--log-handler", "plain"]
    return [sys.executable, "-m", "pelican", *options, "-s", str(settings)]


def environment(order: Order) -> dict[str, str]:
    """The variables a build depends on: the day and the address, with text as UTF-8."""
    return os.environ | {
        "COLUMNS": "1000",  # Pelican breaks its lines at the width of a terminal
        "PYTHONDONTWRITEBYTECODE": "",  # else each build compiles all modules anew
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(order.project / "plugins"),
        today.VARIABLE: order.today.isoformat(),
        "SITEURL": order.siteurl,
    }
