"""What the checker of the build says of every row of the table: the loader on real files."""

from __future__ import annotations

from copy import deepcopy

from catalogue.loader import load
from catalogue.model.opportunity import Opportunity
from catalogue.schema.facts import facts_of
from contributing.entry_file.writer import entry_text
from tests.form.cases import CASES, TOGETHER
from tests.nowhere import TODAY, lay_out
from website.browser_check.form_rules import form_rules

OPPORTUNITY = facts_of(Opportunity)

BASE = {
    "organiser": "Society of Nowhere",
    "title": "Pebble panel",
    "alliances": ["nowhere"],
    "kind": "panel_or_forum",
    "summary": "Help choose which pebbles to sort next.",
    "who_for": ["patients", "carers"],
    "sources": ["https://www.invented.example/pebbles"],
    "checked": {"on": "2026-11-01", "how": "live-page"},
}
# These need the words of other entries, which the form does not load.
NOT_THE_FORMS = frozenset({"same-link", "same-title", "moved-in-a-circle"})


def entries():
    """Slugs and answers: the base with one row of the table; no two have the same title."""
    made = {}
    for number, changes in enumerate([{name: value} for name, value in CASES] + list(TOGETHER)):
        values = deepcopy(BASE)
        values["organiser"] = f"Society {number} of Nowhere"
        values.update(changes)
        made[f"case-{number:03}"] = {
            name: value for name, value in values.items() if value is not None
        }
    return made


def known_to(project):
    """The rules as the site of this project would publish them, and its vocabularies."""
    loaded = load(project.root, TODAY)
    slugs = sorted(path.stem for path in (project.root / "content/opportunities").iterdir())
    catalogue = loaded.catalogue
    return form_rules(
        catalogue.facts, catalogue.vocabularies, catalogue.alliances, slugs, loaded.hosts
    )


def laid_out(folder):
    """The invented project with a file for every row."""
    project = lay_out(folder)
    for slug, values in entries().items():
        text = entry_text(values, OPPORTUNITY).encode("utf-8", "surrogatepass")
        project.write(f"content/opportunities/{slug}.md", text)
    return project


def verdicts(project):
    """For each slug: code, severity, message and fix of every problem, as a sorted list."""
    found = {slug: set() for slug in entries()}
    for problem in project.problems():
        slug = problem.path.rpartition("/")[2].removesuffix(".md")
        if slug in found and problem.code not in NOT_THE_FORMS:
            found[slug].add((problem.code, problem.severity, problem.message, problem.fix))
    return {slug: sorted(rows) for slug, rows in found.items()}
