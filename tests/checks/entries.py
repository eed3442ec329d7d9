"""Every entry and every alliance: its page, its facts with their sources, its open data."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from catalogue.model.evidence import is_confirmed
from catalogue.model.status import LISTED, status_on
from tests.built import Built

LIST, ARCHIVE = "/opportunities/", "/opportunities/closed/"
CARDS = ".app-entry__link"
FORMULA = ("=", "+", "@")
UNCONFIRMED = "not been able to confirm"
BINARY = {".png", ".woff2", ".ico"}


def entries_without_a_page(site: Built) -> list[str]:
    """Each opportunity and each alliance has one."""
    pages = {page.address for page in site.pages}
    wanted = [f"{LIST}{one.slug}/" for one in site.catalogue.opportunities]
    wanted += [f"/alliances/{slug}/" for slug in site.catalogue.alliances]
    return [address for address in wanted if address not in pages]


def facts_missing_from_opportunities(site: Built) -> list[str]:
    """A page says every fact of its entry in words, and leads to all its sources."""
    found = []
    for entry in site.catalogue.opportunities:
        apply = entry.apply
        said = (
            *(entry.title, entry.organiser, entry.summary, entry.kind.label),
            *(entry.eligibility, entry.place, entry.time, entry.payment_detail),
            *(entry.dates_note, entry.to_confirm, entry.outcome),
            *(entry.checked.basis, apply and apply.how),
            None if entry.checked.page_date else entry.checked.page_age,
        )
        links = {*entry.sources, *([f"mailto:{apply.email}"] if apply and apply.email else ())}
        found += missing(site, f"{LIST}{entry.slug}/", said, links)
    return found


def facts_missing_from_alliances(site: Built) -> list[str]:
    """A page says what there is to know of its alliance, and leads to all its sources."""
    found = []
    for alliance in site.catalogue.alliances.values():
        said = (
            *(alliance.name, alliance.ons_code, alliance.contact.get("email")),
            *alliance.area["councils"],
            *alliance.doubts,
            *(fact["text"] for fact in alliance.patient_facts),
            *(trust[name] for trust in alliance.trusts["list"] for name in ("name", "ods_code")),
            *(name["name"] for name in alliance.names.get("former", ())),
            *(board["name"] for board in alliance.icbs["current"]),
        )
        groups = (alliance.names, alliance.contact, alliance.area, alliance.trusts)
        links = {source for group in groups for source in group.get("sources", ())}
        found += missing(site, f"/alliances/{alliance.slug}/", said, links)
    return found


def missing(
    site: Built, address: str, said: Iterable[str | None], links: Iterable[str]
) -> list[str]:
    """Which of these words and links are not in the main part of a page."""
    page = site.find(address)
    if page is None:
        return [f"{address}: is not there"]
    main = page.soup.main
    text, there = squeezed(main.get_text()), {a.get("href") for a in main.find_all("a")}
    gone = [fact for fact in said if fact and squeezed(fact) not in text]
    return [f"{address}: {what}" for what in (*gone, *(one for one in links if one not in there))]


def squeezed(text: str) -> str:
    """Text without spaces and capitals: lines break anywhere, and notes begin with a capital."""
    return "".join(text.casefold().split())


def entries_in_the_wrong_list(site: Built) -> list[str]:
    """What can be joined stands in the full list, what has ended in the archive, each once."""
    statuses = {one.slug: status_on(one, site.today) for one in site.catalogue.opportunities}
    found = []
    for address, wanted in (
        (LIST, {slug for slug, status in statuses.items() if status in LISTED}),
        (ARCHIVE, {slug for slug, status in statuses.items() if status not in LISTED}),
    ):
        links = [card["href"] for card in site.page(address).soup.select(CARDS)]
        shown = Counter(link.removeprefix(site.address + LIST).strip("/") for link in links)
        found += [f"{address}: {slug} is not there" for slug in wanted - shown.keys()]
        found += [f"{address}: {slug} does not belong there" for slug in shown.keys() - wanted]
        found += [f"{address}: {slug} is there twice" for slug, n in shown.items() if n > 1]
    return found


def open_data_that_is_not_whole(site: Built) -> list[str]:
    """Each list holds every item, dated on the day of the build, and each item has its own file."""
    found = []
    for name, slugs in (
        ("opportunities", [one.slug for one in site.catalogue.opportunities]),
        ("alliances", list(site.catalogue.alliances)),
    ):
        whole = data(site, f"api/v1/{name}.json")
        items = {item["slug"]: item for item in whole["items"]}
        if list(whole) != ["generated", "licence", "count", "items"]:
            found.append(f"{name}: {list(whole)}")
        if whole["generated"] != site.today.isoformat():
            found.append(f"{name}: made on {whole['generated']}")
        counts = {whole.get("count"), len(whole["items"]), len(items)}
        if counts != {len(slugs)} or set(items) != set(slugs):
            found.append(f"{name}: {counts} of {len(slugs)}")
        found += [
            f"{name}: {slug} differs from its own file"
            for slug, item in items.items()
            if data(site, f"api/v1/{name}/{slug}.json") != item
        ]
    return found


def data(site: Built, path: str) -> Any:
    """What a file of JSON holds."""
    return json.loads(site.read(path))


def rows_that_differ_from_the_entries(site: Built) -> list[str]:
    """The table has a row for each entry, and no cell that a spreadsheet would run."""
    rows = list(csv.DictReader(io.StringIO(site.read("api/v1/opportunities.csv"))))
    slugs = Counter(row["slug"] for row in rows)
    wanted = Counter(one.slug for one in site.catalogue.opportunities)
    found = [*(slugs - wanted), *(wanted - slugs)]
    return found + [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]


def files_that_do_not_fit_the_schema(site: Built) -> list[str]:
    """What the check takes, an editor that reads the published schema takes too."""
    schema = data(site, "api/v1/schema/opportunity.json")
    jsonschema.Draft7Validator.check_schema(schema)
    check = jsonschema.Draft7Validator(schema)
    found = []
    for path in sorted((site.project / "content/opportunities").glob("*.md")):
        errors = check.iter_errors(front(path))
        found += [f"{path.name}: {error.message}" for error in errors]
    return found


def front(path: Path) -> dict[str, Any]:
    """The facts of an entry as they stand in its file, every value as text."""
    head, _, _ = path.read_text(encoding="utf-8").removeprefix("---").partition("\n---")
    written: dict[str, Any] = yaml.load(head, yaml.BaseLoader)
    return written


def data_surer_than_their_evidence(site: Built) -> list[str]:
    """What nobody has confirmed is not confirmed in the open data, the table and on its page."""
    rows = csv.DictReader(io.StringIO(site.read("api/v1/opportunities.csv")))
    table = {row["slug"]: row["confirmed"] for row in rows}
    items = {one["slug"]: one for one in data(site, "api/v1/opportunities.json")["items"]}
    found = []
    for entry in site.catalogue.opportunities:
        confirmed = is_confirmed(entry.checked, site.today)
        told = (items[entry.slug]["confirmed"], table[entry.slug])
        if told != (confirmed, str(confirmed).casefold()):
            found.append(f"{entry.slug}: {told}")
        page = site.find(f"{LIST}{entry.slug}/")
        is_unsure = status_on(entry, site.today) in LISTED and not confirmed
        if is_unsure and page and UNCONFIRMED not in page.soup.main.get_text():
            found.append(f"{entry.slug}: its page does not say that nobody has confirmed it")
    return found


# What we said before anybody had looked at a live page. No file of the site may say it again.
SURER_THAN_WE_ARE = (
    *("Always open", "Open all the time", "Open, no closing date", "Open now", "Open, and checked"),
    *("We checked", "checked in the last 6 months", "Very sure", "Quite sure"),
)


def words_surer_than_we_are(site: Built) -> list[str]:
    """Nothing that we add to what people wrote says that something is open, or was checked."""
    written = "".join(
        path.read_text(encoding="utf-8") for path in (site.project / "content").rglob("*.md")
    )
    surer = [phrase for phrase in SURER_THAN_WE_ARE if phrase not in written]
    found = []
    for path in sorted(site.root.rglob("*")):
        if path.is_file() and path.suffix not in BINARY:
            text = path.read_text(encoding="utf-8")
            said = [phrase for phrase in surer if phrase in text]
            found += [f"{path.relative_to(site.root)}: {phrase}" for phrase in said]
    return found


def numbers_that_the_postcodes_promise(site: Built) -> list[str]:
    """The table of postcodes says how much there is near each alliance, as the open data do."""
    ended = {"closed", "expired"}
    items = data(site, "api/v1/opportunities.json")["items"]
    near = Counter(
        slug
        for item in items
        if item["status"] not in ended and item["alliances"] != "all"
        for slug in item["alliances"]
    )
    told = {one["slug"]: one for one in data(site, "api/v1/postcodes.json")["alliances"].values()}
    found = [slug for slug in site.catalogue.alliances if slug not in told]
    return found + [slug for slug, one in told.items() if one["near"] != near[slug]]


LOCAL = (
    entries_without_a_page,
    facts_missing_from_opportunities,
    facts_missing_from_alliances,
    entries_in_the_wrong_list,
    open_data_that_is_not_whole,
    data_surer_than_their_evidence,
    words_surer_than_we_are,
    rows_that_differ_from_the_entries,
    files_that_do_not_fit_the_schema,
    numbers_that_the_postcodes_promise,
)
