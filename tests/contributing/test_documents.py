"""What the guides say is true of the project: links, commands, forms and the example."""

import re

import pytest

from catalogue.loader import opportunity_in
from catalogue.problems.problem import ERROR
from contributing.issue_forms.forms import forms_for
from geography.making.sources import load_alliances
from tests.contributing.conftest import ROOT, TODAY

GUIDES = sorted(
    [
        *ROOT.glob("docs/**/*.md"),
        *(ROOT / name for name in ("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md")),
        ROOT / ".github/PULL_REQUEST_TEMPLATE.md",
    ]
)


def text_of(path):
    return path.read_text(encoding="utf-8")


def anchors(path):
    headings = re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", words.casefold()).replace(" ", "-") for words in headings}


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(path)):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_file_that_is_named_is_there(path):
    named = re.findall(
        r"`((?:content|data|plugins|theme|tests|docs|\.github)/[\w./-]*\w)`", text_of(path)
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(path):
    tasks = text_of(ROOT / "tasks.py")
    for name in re.findall(r"python3 tasks\.py ([a-z-]+)", text_of(path)):
        assert f"\ndef {name.replace('-', '_')}(" in tasks or f'    name="{name}",' in tasks


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_the_words_are_plain(path):
    text = text_of(path)
    assert not re.search(r"(?i)\b(should|don't|can't|won't|isn't|doesn't)\b", text)
    assert not re.search(r"[\w.]+@[\w.]+\.\w+|\b0\d{3,4} ?\d{5,6}\b", text)


def test_the_forms_are_named_as_they_are(existing):
    listed = re.findall(r"^   - \*\*(.+)\*\*$", text_of(ROOT / "CONTRIBUTING.md"), re.MULTILINE)
    assert listed == [form.title for form in forms_for(existing.catalogue).values()]


def test_the_example_passes_the_check(existing):
    (example,) = re.findall(
        r"```\n(---\n.+?---\n)```", text_of(ROOT / "CONTRIBUTING.md"), re.DOTALL
    )
    vocabularies = existing.catalogue.vocabularies
    entry, found = opportunity_in(example.encode(), "example", "example.md", vocabularies, TODAY)
    assert entry is not None
    assert [one for one in found if one.severity == ERROR] == []


def test_every_flag_is_explained():
    flags = set(
        re.findall(r'"(R-[A-Z-]+)"', text_of(ROOT / "plugins/contributing/review/flags.py"))
    )
    told = set(re.findall(r"`(R-[A-Z-]+)`", text_of(ROOT / "docs/maintainers.md")))
    assert flags == told


def test_every_module_that_is_named_is_there():
    """With as much of its path as the text gives."""
    text = text_of(ROOT / "docs/architecture.md")
    modules = [*(ROOT / "plugins").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    paths = [f"/{path.relative_to(ROOT)}" for path in (*modules, ROOT / "tasks.py")]
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", text))
    assert [one for one in named if not any(path.endswith(f"/{one}") for path in paths)] == []


def test_each_alliance_can_own_its_files():
    """GitHub gives a file to the last line that fits, so what decides over all stands last."""
    lines = [line[4:].split() for line in text_of(ROOT / ".github/CODEOWNERS").splitlines()]
    owned = {one[0]: one[1:] for one in lines if len(one) > 1 and one[0].startswith(("/", "*"))}
    for slug in load_alliances(ROOT).by_slug:
        for path in (f"data/alliances/{slug}.yaml", f"content/alliances/{slug}.md"):
            assert owned[f"/{path}"] == [f"@OWNER/{slug}", "@OWNER/maintainers"]
        assert owned[f"/content/opportunities/{slug}-*.md"][0] == f"@OWNER/{slug}"
    order = list(owned)
    deciding = ("/.github/", "/plugins/", "/tasks.py", "/data/known.yaml", "/data/site.yaml")
    last_of_alliances = max(order.index(path) for path in order if "/alliances/" in path)
    assert all(order.index(path) > last_of_alliances for path in deciding)
