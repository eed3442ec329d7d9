"""Many plain entries of the sample, so that every list holds something and long ones are long.

Each takes the next code of each vocabulary in turn, so all codes are there and their mixtures
differ. The sixth of ten has ended, and the third says as little as an entry can.
"""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from typing import Any

import yaml

from catalogue.model.opportunity import Opportunity
from catalogue.schema import facts as declared
from contributing.entry_file.writer import entry_text
from tests.plain_facts import answer, is_plain

NUMBER = 40
COLOURS = ("Amber", "Black", "Copper", "Dusty", "Emerald", "Fawn", "Grey", "Honey")
THINGS = ("boulders", "cobbles", "flints", "grains", "shingle")
IN_TURN = (
    *("kinds", "who_for", "cancer_types", "stages", "formats", "commitments", "payments"),
    *("expenses", "support", "scopes", "led_by", "confidence"),
)
STATED_HERE = frozenset({"kind", "who_for", "cancer_types", "stages", "format", "commitment"}) | {
    *("payment", "support", "expenses", "scope", "led_by", "confidence", "title", "organiser"),
    "summary",
}
# No crowd is here: what these have, they have by name.
QUIET = frozenset({"peninsula", "kent-and-medway", "wessex"})


def crowd_files(root: Path) -> dict[str, str]:
    """Path and text of each entry, for a project whose vocabularies and alliances are there."""
    codes = {name: cycle(codes_of(root, name)) for name in IN_TURN}
    slugs = sorted(path.stem for path in (root / "data/alliances").glob("*.yaml"))
    alliances = cycle(slug for slug in slugs if slug not in QUIET)
    spare = spare_facts(root)
    vocabularies = [name for fact in spare for name in fact.type.vocabularies()]
    codes |= {name: cycle(codes_of(root, name)) for name in vocabularies}
    titles = islice(((colour, thing) for thing in THINGS for colour in COLOURS), NUMBER)
    files = {}
    for number, (colour, thing) in enumerate(titles, 1):
        facts = facts_of(number, f"{colour} {thing}", codes, next(alliances))
        if number % 10 != 3:
            facts |= {fact.name: answer_from(fact, codes) for fact in spare}
        text = entry_text(facts, declared.facts_of(Opportunity))
        files[f"content/opportunities/{colour.lower()}-{thing}.md"] = text
    return files


def spare_facts(root: Path) -> list[declared.Fact]:
    """Plain facts that no entry of the sample states otherwise."""
    written = "\n".join(path.read_text("utf-8") for path in root.glob("content/opportunities/*.md"))
    stated = {line.partition(":")[0] for line in written.splitlines()} | STATED_HERE
    every = declared.facts_of(Opportunity)
    return [fact for fact in every if is_plain(fact) and fact.name not in stated]


def answer_from(fact: declared.Fact, codes: Any) -> str | list[str]:
    vocabulary = next(fact.type.vocabularies(), "")
    return answer(fact, next(codes[vocabulary]) if vocabulary else "")


def codes_of(root: Path, name: str) -> list[str]:
    """The codes of one vocabulary."""
    text = (root / f"data/vocabularies/{name}.yaml").read_text(encoding="utf-8")
    return [term["code"] for term in yaml.safe_load(text)["terms"]]


def facts_of(number: int, title: str, codes: Any, alliance: str) -> dict[str, Any]:
    """The facts of one entry, in the order of their table."""
    link = f"https://www.invented.example/crowd/{number}"
    everywhere = number % 5 == 0
    facts: dict[str, Any] = {
        "title": title,
        "organiser": f"Society {number} of Nowhere",
        "alliances": "all" if everywhere else [alliance],
        "kind": next(codes["kinds"]),
        "summary": f"You help an invented society with its {title.lower()}.",
        "who_for": [next(codes["who_for"])],
    }
    if number % 10 != 3:
        facts |= {name: [next(codes[name])] for name in ("cancer_types", "stages")}
        facts |= {"format": [next(codes["formats"])], "commitment": next(codes["commitments"])}
        facts |= {"payment": next(codes["payments"]), "support": [next(codes["support"])]}
        if facts["payment"] != "unpaid":
            facts["expenses"] = [next(codes["expenses"])]
        facts["apply"] = {"url": link}
    if number % 3 == 0:
        facts["deadline"] = "ongoing"
    elif number % 10 == 6:
        facts["deadline"] = "2026-10-31"
    elif number % 4 == 0:
        facts["deadline"] = f"2027-01-{number % 28 + 1:02}"
    facts["sources"] = [link]
    facts["checked"] = {"on": f"2026-11-{number % 20 + 1:02}", "how": "live-page"}
    scope, led_by = next(codes["scopes"]), next(codes["led_by"])
    return facts | {"scope": scope, "led_by": led_by, "confidence": next(codes["confidence"])}
