"""An invented project: one alliance, one entry that is right, and the vocabularies of the project.

Everything in it is made up and looks it. Tests change it and see what the checker says.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from catalogue.loader import load, opportunity_in
from catalogue.rules.tidiness import FIX
from catalogue.schema.vocabulary import Vocabulary
from tests.built import PROJECT

TODAY = date(2026, 11, 22)
PATH = "content/opportunities/pebble-panel.md"

ENTRY = """\
---
title: Pebble panel
organiser: Society of Nowhere
alliances: [nowhere]
kind: panel_or_forum
summary: Help choose which pebbles to sort next.
who_for: [patients, carers]
apply:
  url: https://www.invented.example/pebbles
  email: involvement@invented.example
deadline: 2027-03-31
sources:
  - https://www.invented.example/pebbles
checked:
  on: 2026-11-01
  how: live-page
---

You meet in a room with chairs.
"""

ALLIANCE = """\
names:
  official: Nowhere Cancer Alliance
  short: Nowhere
codes:
  ons_code: E99999999
region:
  regions:
    - name: Nowhere
icbs:
  current:
    - name: Board of Nowhere
trusts:
  list:
    - name: Trust of Nowhere
      ods_code: ZZ9
      basis: invented
area:
  words: The county of Nowhere.
  councils:
    - Nowhere
population:
  census_2021: 999
contact:
  website: https://www.invented.example/
patch:
  motif: petals
  colours:
    - terracotta
    - cream
    - gold
checked:
  on: 2026-11-01
  how: live-page
"""

ALLIANCE_PAGE = """\
---
title: Nowhere Cancer Alliance
summary: Cancer care for people in Nowhere.
---

## What it is for

Nothing: it is invented.
"""

KNOWN = """\
hosts:
  - invented.example
  - code.example/people/pebbles
"""

SETTINGS = """\
address: ""
repository: ""
mailbox: ""
owner: ""
"""

WORDS = """\
words:
  - term: Pebble
    meaning: A small round stone.
"""

HELPLINES = """\
helplines:
  - name: Pebble line
    group: urgent
    who_for: Anyone who is sad about a pebble.
    phone: 01632 960 301
    strength: strong
    last_known: 2026-10-01
    sources:
      - https://www.invented.example/line
"""

NATIONS = """\
bodies:
  - nation: wales
    name: Pebble Voice of Wales
    what: Hears what people say of pebbles.
    web: https://www.invented.example/wales
    sources:
      - https://www.invented.example/wales
"""

PAYMENTS = """\
payments:
  - task: One hour of sorting pebbles
    offered: A bucket
    last_known: 2026-10
    sources:
      - https://www.invented.example/pay
"""


@dataclass(frozen=True, kw_only=True)
class Nowhere:
    """The invented project in a folder."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Nowhere:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return self

    def problems(self):
        """Every problem but untidiness, which has tests of its own."""
        return facts_alone(load(self.root, TODAY).problems)

    def found(self):
        """Path, line and code of every problem."""
        return [(problem.path, problem.line, problem.code) for problem in self.problems()]


def lay_out(root: Path) -> Nowhere:
    """Write the invented project into a folder."""
    shutil.copytree(PROJECT / "data/vocabularies", root / "data/vocabularies")
    project = Nowhere(root=root)
    for path, text in (
        (PATH, ENTRY),
        ("data/alliances/nowhere.yaml", ALLIANCE),
        ("content/alliances/nowhere.md", ALLIANCE_PAGE),
        ("data/known.yaml", KNOWN),
        ("data/site.yaml", SETTINGS),
        ("data/words.yaml", WORDS),
        ("data/helplines.yaml", HELPLINES),
        ("data/nations.yaml", NATIONS),
        ("data/payments.yaml", PAYMENTS),
    ):
        project.write(path, text)
    return project


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """The vocabularies of the project."""
    with TemporaryDirectory() as folder:
        return dict(load(lay_out(Path(folder)).root, TODAY).catalogue.vocabularies)


def changed(old: str, new: str, text: str = ENTRY) -> str:
    """The entry with one piece of it changed."""
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def with_line(line: str) -> str:
    """The entry with one more line among its facts."""
    return changed("deadline:", f"{line}\ndeadline:")


def facts_alone(problems):
    """The problems that are more than untidiness, which ``check --fix`` mends."""
    return [problem for problem in problems if problem.fix != FIX]


def judged(text: str | bytes, slug: str = "pebble-panel"):
    """What is wrong with one entry by itself, untidiness apart."""
    return facts_alone(judged_whole(text, slug))


def judged_whole(text: str | bytes, slug: str = "pebble-panel"):
    """Whatever the check says of one entry by itself."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    path = f"content/opportunities/{slug}.md"
    return opportunity_in(data, slug, path, vocabularies(), TODAY)[1]


def codes(text: str | bytes, slug: str = "pebble-panel") -> list[tuple[int, str]]:
    """Line and code of whatever is wrong with one entry, from top to bottom."""
    return [(problem.line, problem.code) for problem in sorted(judged(text, slug))]
