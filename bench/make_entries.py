"""Makes up entries for timing builds: the same ones for this site, for Pelican's own articles
and for Hugo.

    python bench/make_entries.py 1000 FOLDER

writes the projects below FOLDER. Everything in them is made up and looks it: titles of random
words, links to invented.example, telephone numbers of the range that is kept for stories. The
same number and seed give the same files, byte for byte.

Each entry has about as many facts as a real one can have, and some 160 words of Markdown: four
paragraphs, two headings, two lists, one link, bold, emphasis and code; one in twenty has a quote.
There are no code blocks: Pelican's own reader would guess their language, which takes long and
would flatter us.
"""

import argparse
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(__file__).resolve().parent / "peers"
# The alliances are the real ones: this has to be later than any check of what they say.
TODAY = date(2090, 11, 22)
PROJECTS = ("ours", "stock", "hugo", "stock-lists", "hugo-lists")
# What our site makes a list of for each code, beside the alliances.
LISTED_BY = (
    *("kind", "commitment", "payment", "led_by", "confidence"),
    *("who_for", "cancer_types", "stages", "format", "expenses", "support"),
)
# A list that Hugo makes feeds, a calendar and lists for other sites of, as ours does.
FOLLOWED = "---\noutputs: [html, rss, feed, dates, embed2, embed3, embed4]\n---\n"

WORDS = (  # noqa: SIM905  (easier on the eye than 89 quoted words)
    "acorn anchor apron badger barley basket beacon biscuit blanket bramble bucket button candle "
    "carrot castle cedar chimney clover cobweb compass copper cottage cricket curtain daisy ferry "
    "fiddle gander garden ginger glove gravel hammock harbour hazel hedge heron jigsaw juniper "
    "kettle ladder lantern lemon lilac magnet maple marble meadow mitten nettle oatmeal orchard "
    "otter paddle parcel parsnip pebble pepper picnic pigeon pillow plover pocket pudding puzzle "
    "quiver rabbit radish raven ribbon saddle saucer shovel skipper sparrow spindle teapot thimble "
    "thistle tinsel tractor trumpet turnip velvet violin walnut whistle willow window wombat"
).split()
SOME = {  # field: codes to draw one from
    "kind": ("patient_partner", "panel_or_forum", "network", "survey", "focus_group", "event"),
    "commitment": ("one_off_short", "one_off_hours", "flexible", "regular_monthly", "not_stated"),
    "payment": ("paid", "expenses_only", "voucher", "not_stated"),
    "scope": ("local", "regional", "hospital"),
    "led_by": ("alliance", "partner"),
    "confidence": ("high", "medium", "low"),
}
SEVERAL = {  # field: codes to draw one to three from
    "who_for": ("patients", "carers", "family_friends", "public", "young_people"),
    "cancer_types": ("breast", "prostate", "bowel", "lung", "blood", "skin", "rare"),
    "stages": ("screening", "diagnosis", "treatment", "living_with", "caring"),
    "format": ("online", "in_person", "phone", "post"),
    "expenses": ("travel", "care", "data_or_phone", "paid_in_advance"),
    "support": ("training", "welcome_pack", "named_contact", "easy_read", "interpreter"),
}

# The order in which our entries state their facts.
ORDER = (
    *("title", "organiser", "alliances", "kind", "summary", "who_for", "eligibility"),
    *("cancer_types", "stages", "format", "place", "commitment", "time", "term", "payment"),
    *("payment_detail", "expenses", "support", "apply", "opens", "deadline", "dates_note"),
    *("sources", "checked", "scope", "led_by", "confidence", "to_confirm"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One made-up entry: its file name, its facts under the names of our fields, its words."""

    slug: str
    facts: dict[str, object]
    body: str


def made_up(count: int, alliances: list[str], seed: int = 1) -> Iterator[Entry]:
    """`count` entries, spread over `alliances`."""
    draw = random.Random(seed)
    for number in range(count):
        slug = f"made-up-{number:06}"
        yield Entry(slug=slug, facts=facts(draw, number, slug, alliances), body=body(draw, slug))


def facts(draw: random.Random, number: int, slug: str, alliances: list[str]) -> dict[str, object]:
    """The facts of one entry in their order, each list in the order in which it was drawn."""
    organiser = f"Made-up Society for {WORDS[number % len(WORDS)].title()}s"
    address = f"https://invented.example/{slug}"
    checked = TODAY - timedelta(days=draw.randrange(1, 150))
    deadline = TODAY + timedelta(days=draw.randrange(-10, 200))
    found: dict[str, object] = {
        "title": f"Made-up group {number}: {phrase(draw, 3)}",
        "organiser": organiser,
        "alliances": [draw.choice(alliances)],
        "summary": f"You sort {phrase(draw, 2)} and tell us about {phrase(draw, 2)}.",
        "eligibility": f"You once saw a {phrase(draw, 2)} in the last {number % 9 + 2} years.",
        "place": f"{phrase(draw, 1).title()} Hall, Nowhere",
        "time": f"{number % 5 + 2} hours each month, with {phrase(draw, 1)} breaks.",
        "term": f"{number % 3 + 2} years",
        "payment_detail": f"A {phrase(draw, 2)} voucher for each meeting.",
        "opens": "2026-01-05",
        "deadline": "ongoing" if draw.random() < 0.6 else deadline.isoformat(),
        "dates_note": f"We read this under a {phrase(draw, 2)}.",
        "to_confirm": f"Ask whether the {phrase(draw, 2)} is still there.",
        "sources": [address],
    }
    found |= {name: draw.choice(codes) for name, codes in SOME.items()}
    found |= {name: draw.sample(codes, draw.randint(1, 3)) for name, codes in SEVERAL.items()}
    found["apply"] = {
        "url": f"{address}/apply",
        "email": f"team-{number}@invented.example",
        "phone": f"01632 960{number % 1000:03}",
        "how": f"Write to the {phrase(draw, 2)} and ask for a form.",
    }
    found["checked"] = {"on": checked.isoformat(), "how": "live-page"}
    return {name: found[name] for name in ORDER}


def body(draw: random.Random, slug: str) -> str:
    """About 160 words of Markdown."""
    quote = f"\n> {sentence(draw, 12)}\n" if draw.random() < 0.05 else ""
    return f"""\
{sentence(draw, 16)} **{phrase(draw, 2).capitalize()}** {sentence(draw, 14).lower()}

## What a {phrase(draw, 2)} does

{sentence(draw, 15)} It is *{phrase(draw, 2)}*. {sentence(draw, 12)}

- {sentence(draw, 6)}
- {sentence(draw, 7)}
- {sentence(draw, 5)}
{quote}
## How the {phrase(draw, 2)} begins

{sentence(draw, 14)} See [the page about it](https://invented.example/{slug}/more).

1. {sentence(draw, 6)}
2. {sentence(draw, 6)}
3. Say `{phrase(draw, 1)}`.

{sentence(draw, 15)} {sentence(draw, 12)}
"""


def phrase(draw: random.Random, length: int) -> str:
    """Some words in a row."""
    return " ".join(draw.choices(WORDS, k=length))


def sentence(draw: random.Random, length: int) -> str:
    """Words with a capital at the start and a full stop at the end."""
    return f"{phrase(draw, length).capitalize()}."


def yaml_text(facts: dict[str, object], body: str) -> str:
    """A Markdown file with YAML on top, laid out like the real entries."""
    lines = []
    for name, value in facts.items():
        if isinstance(value, dict):
            lines += [f"{name}:", *(f"  {part}: {scalar(text)}" for part, text in value.items())]
        elif name == "sources":
            lines += [f"{name}:", *(f"  - {address}" for address in value)]
        elif isinstance(value, list):
            lines.append(f"{name}: [{', '.join(value)}]")
        else:
            lines.append(f"{name}: {scalar(value)}")
    return "\n".join(["---", *lines, "---", "", body])


def scalar(value: object) -> str:
    """A value as YAML; quoted where a colon would end it."""
    return f'"{value}"' if ": " in str(value) else str(value)


def header_text(entry: Entry, *, tags: bool = False) -> str:
    """A Markdown file with the flat headers that Pelican reads by itself."""
    flat = {"slug": entry.slug, "date": entry.facts["checked"]["on"]}
    for name, value in entry.facts.items():
        if isinstance(value, dict):
            flat |= {f"{name}_{part}": text for part, text in value.items()}
        else:
            flat[name] = ", ".join(value) if isinstance(value, list) else value
    flat["category"] = flat.pop("alliances")
    if tags:
        flat["tags"] = ", ".join(f"{name} {code}" for name, code in codes_of(entry))
    return "\n".join([*(f"{name}: {value}" for name, value in flat.items()), "", entry.body])


def codes_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each field that our site makes lists of, with each of its codes."""
    for name in LISTED_BY:
        value = entry.facts[name]
        for code in value if isinstance(value, list) else [value]:
            yield name, code


def lay_out(folder: Path, count: int, seed: int = 1) -> dict[str, Path]:
    """Write the projects below `folder`; their folders by name."""
    alliances = sorted(path.stem for path in (ROOT / "data/alliances").glob("*.yaml"))
    projects = {name: folder / name for name in PROJECTS}
    lay_out_ours(projects["ours"])
    for name in PROJECTS[1:]:
        shutil.copytree(PEERS / name.removesuffix("-lists"), projects[name])
        if name.endswith("-lists"):
            shutil.copytree(PEERS / name, projects[name], dirs_exist_ok=True)
        (projects[name] / "content/opportunities").mkdir(parents=True)
    for section, codes in (("alliances", alliances), ("kind", SOME["kind"])):
        for code in codes:
            path = projects["hugo-lists"] / f"content/{section}/{code}/_index.md"
            path.parent.mkdir(parents=True)
            write(path, FOLLOWED)
    for entry in made_up(count, alliances, seed):
        dated = {"date": entry.facts["checked"]["on"]} | entry.facts
        has_day = entry.facts["deadline"] != "ongoing"
        outputs = {"outputs": ["html", "record", *(["dates"] if has_day else [])]}
        for name, text in {
            "ours": yaml_text(entry.facts, entry.body),
            "stock": header_text(entry),
            "hugo": yaml_text(dated, entry.body),
            "stock-lists": header_text(entry, tags=True),
            "hugo-lists": yaml_text(outputs | dated, entry.body),
        }.items():
            write(projects[name] / f"content/opportunities/{entry.slug}.md", text)
    return projects


def lay_out_ours(project: Path) -> None:
    """Our site with all its pages and alliances, but without its real opportunities."""
    for name in ("content", "data", "plugins", "theme"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, project / name)
    shutil.rmtree(project / "content/opportunities")
    (project / "content/opportunities").mkdir()
    known = (project / "data/known.yaml").read_text(encoding="utf-8")
    hosts, _, _ = known.partition("accepted:")
    hosts = hosts.replace("hosts:\n", "hosts:\n  - invented.example\n", 1)
    write(project / "data/known.yaml", f"{hosts}accepted: []\n")


def write(path: Path, text: str) -> None:
    """UTF-8 with line feeds, on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, help="how many entries")
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for name, project in lay_out(options.folder, options.count, options.seed).items():
        print(f"{name}: {project}")


if __name__ == "__main__":
    main()
