"""Every page by itself: its frame, its headings, its names and its links."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from bs4 import Tag
from bs4.element import PageElement

from catalogue.loader import load
from tests.built import Built, Page

NAME = "Your Say in Cancer Care"
FORM_TARGETS = {"https://www.writetothem.com/"}
# Scripts of these types are data: browsers do not run them.
DATA_BLOCKS = {"application/ld+json", "application/json"}
SAYS_NOTHING = {"click here", "here", "more", "read more", "link"}
UNFINISHED = "not ready for the public"
NOT_OURS = {"JobPosting", "MedicalWebPage"}
HEADINGS = re.compile("^h[1-6]$")
SHOWN = {"button", "form", "iframe", "img", "input", "svg", "textarea"}


def every(site: Built, find: Callable[[Page], Iterable[object]]) -> list[str]:
    """What ``find`` finds wrong, page by page."""
    return [f"{page}: {str(wrong)[:120]}" for page in site.new_pages for wrong in find(page)]


def main_headings(site: Built) -> list[str]:
    """One on each page; none in lists for other sites, which stand below that of another page."""

    def wrong(page: Page) -> Iterable[object]:
        found = len(page.soup.find_all("h1"))
        wanted = 0 if page.address.startswith("/embed/") else 1
        return [f"{found} main headings"] if found != wanted else []

    return every(site, wrong)


def parts_without_words(site: Built) -> list[str]:
    """Not before a script has filled it either: the Nu checker warns of empty headings."""
    names = [*(f"h{level}" for level in range(1, 7)), "caption", "dt", "legend", "summary", "th"]

    def wrong(page: Page) -> Iterable[object]:
        shown = (e for e in page.soup.find_all(names) if not e.find_parent("template"))
        return [e for e in shown if not e.get_text(strip=True)]

    return every(site, wrong)


def headings_and_lists_over_nothing(site: Built) -> list[str]:
    """Each that is shown has something below it; a script fills the lists that have an id."""

    def wrong(page: Page) -> Iterable[object]:
        part = page.soup.main or page.soup
        for shown in part.find_all(["ul", "ol", "dl"], id=False):
            if not shown.get_text(strip=True) and not waits(shown):
                yield shown
        yield from (heading for heading in headings_over_nothing(part) if not waits(heading))

    return every(site, wrong)


def headings_over_nothing(part: Tag) -> Iterator[Tag]:
    """The headings that another one of their own level, or a higher one, or the end follows."""
    last: Tag | None = None
    for element in part.descendants:
        if isinstance(element, Tag) and HEADINGS.match(element.name):
            if last and element.name <= last.name:
                yield last
            last = element
        elif last and last not in element.parents and says_something(element):
            last = None
    if last:
        yield last


def says_something(element: PageElement) -> bool:
    """Whether it is something to read, see or use."""
    if isinstance(element, Tag):
        return element.name in SHOWN
    return bool(str(element).strip())


def waits(element: Tag) -> bool:
    """Whether an element shows only once a script has filled it."""
    return any(one.name == "template" or "hidden" in one.attrs for one in element.parents)


def headings_that_skip_a_level(site: Built) -> list[str]:
    """From one heading to the next they go down by one level at most."""

    def wrong(page: Page) -> Iterable[object]:
        levels = [int(h.name[1]) for h in page.soup.find_all(HEADINGS)]
        return [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]

    return every(site, wrong)


def pages_that_do_not_say_what_they_are(site: Built) -> list[str]:
    """A page has its language, a title and a description of a fit length."""

    def wrong(page: Page) -> Iterable[object]:
        head = page.soup.head
        words = head.find("meta", attrs={"name": "description"})["content"]
        if page.soup.html.get("lang") != "en-GB":
            yield "language"
        if not head.title.text.strip().endswith(NAME):
            yield "title"
        if not 20 <= len(words) <= 200 or ".…" in words:
            yield words

    return every(site, wrong)


def titles_used_twice(site: Built) -> list[str]:
    """People tell tabs and search results apart."""
    titles = Counter(re.search("<title>(.*?)</title>", page.text)[1] for page in site.pages)
    return [title for title, count in titles.items() if count > 1]


def ids_used_twice(site: Built) -> list[str]:
    """An id is one element's."""

    def wrong(page: Page) -> Iterable[object]:
        ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
        return [name for name, count in ids.items() if count > 1]

    return every(site, wrong)


def drawings_apart_from_their_use(site: Built) -> list[str]:
    """What is shown by its name stands in its page; only icons may stand there unused."""

    def wrong(page: Page) -> Iterable[object]:
        shown = {use["href"].removeprefix("#") for use in page.soup.find_all("use")}
        drawn = {symbol["id"] for symbol in page.soup.find_all("symbol")}
        icons = {name for name in drawn if name.startswith("icon-")}
        return shown - drawn or drawn - shown - icons or (icons if not shown else ())

    return every(site, wrong)


def controls_without_a_name(site: Built) -> list[str]:
    """Each box and list to choose from has a label."""

    def wrong(page: Page) -> Iterable[object]:
        labels = {label.get("for") for label in page.soup.find_all("label")}
        return [
            control
            for control in page.soup.find_all(["input", "select", "textarea"])
            if control.get("type") != "hidden"
            and control.get("id") not in labels
            and not control.find_parent("label")
            and not control.get("aria-label")
        ]

    return every(site, wrong)


def links_and_pictures_without_words(site: Built) -> list[str]:
    """A script writes the words of links in a template."""

    def wrong(page: Page) -> Iterable[object]:
        links = [
            link
            for link in page.soup.find_all("a", href=True)
            if not link.get_text(strip=True) and not link.get("aria-label")
            if not link.find_parent("template")
        ]
        return [*links, *page.soup.find_all("img", alt=None)]

    return every(site, wrong)


def links_that_say_nothing(site: Built) -> list[str]:
    """The words of a link say where it leads."""

    def wrong(page: Page) -> Iterable[object]:
        words = (link.text.strip().casefold() for link in page.soup.find_all("a"))
        return [said for said in words if said in SAYS_NOTHING]

    return every(site, wrong)


def links_that_lead_nowhere(site: Built) -> list[str]:
    """Every page, file and #id of ours that a page names is there."""
    ids = {page.address: {tag.get("id") for _, tag in page.tags} for page in site.pages}
    named = {(page.address, address) for page in site.pages for address in addresses_in(page)}
    there: dict[str, bool] = {}

    def leads_somewhere(here: str, address: str) -> bool:
        path, fragment = below(site.address, address)
        path = path or here
        if path not in there:
            file = site.root / path.lstrip("/")
            there[path] = (file / "index.html").is_file() if path.endswith("/") else file.is_file()
        return there[path] and (not fragment or fragment in ids.get(path, {fragment}))

    ours = ((here, address) for here, address in named if is_ours(site, address))
    return sorted(f"{here}: {link}" for here, link in ours if not leads_somewhere(here, link))


def addresses_in(page: Page) -> set[str]:
    """Whatever a page links to, loads or sends to."""
    given = (tag.get(name) for _, tag in page.tags for name in ("href", "src", "action"))
    return {address for address in given if address}


def is_ours(site: Built, address: str) -> bool:
    """Whether an address is one of the site's own."""
    base, parts = urlsplit(site.address), urlsplit(address)
    if parts.netloc:
        return (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
    return parts.scheme == ""


def below(base: str, address: str) -> tuple[str, str]:
    """The path below the site and the #id of one of its addresses."""
    parts = urlsplit(address)
    return unquote(parts.path).removeprefix(urlsplit(base).path), parts.fragment


def rules_for_browsers(site: Built) -> list[str]:
    """All pages have the same, and nothing is allowed that they do not name."""
    rules = {rules_of(page) for page in site.pages}
    strict = len(rules) == 1 and "default-src 'none'" in min(rules)
    return [] if strict else sorted(rules)


def rules_of(page: Page) -> str:
    """What a page tells browsers to allow."""
    tags = (tag for _, tag in page.tags if tag.get("http-equiv") == "Content-Security-Policy")
    return next(((tag["content"] or "") for tag in tags), "")


def scripts_and_styles_inline(site: Built) -> list[str]:
    """The rules for browsers would stop them."""

    def wrong(page: Page) -> Iterable[object]:
        for script in page.soup.find_all("script"):
            if not script.get("src") and script.get("type") not in DATA_BLOCKS:
                yield script
        yield from page.soup.find_all("style")
        for element in page.soup.find_all(True):
            if any(name == "style" or name.startswith("on") for name in element.attrs):
                yield element

    return every(site, wrong)


def things_from_other_sites(site: Built) -> list[str]:
    """A page loads nothing from elsewhere: nobody else learns who looks at it."""

    def wrong(page: Page) -> Iterable[object]:
        for element in page.soup.find_all(["script", "img", "link", "iframe", "video", "use"]):
            address = element.get("src") or element.get("href") or ""
            names_only = {"license", "canonical"} & set(element.get("rel", ()))
            if urlsplit(address).netloc and not names_only and not is_ours(site, address):
                yield address

    return every(site, wrong)


def forms_that_lead_elsewhere(site: Built) -> list[str]:
    """What people type goes to no other site but one, which the page names."""

    def wrong(page: Page) -> Iterable[object]:
        targets = (form["action"] for form in page.soup.find_all("form"))
        return [a for a in targets if not is_ours(site, a) and a not in FORM_TARGETS]

    return every(site, wrong)


def postcodes_that_would_be_sent(site: Built) -> list[str]:
    """The box for a postcode has no name, so a browser sends nothing of it."""

    def wrong(page: Page) -> Iterable[object]:
        for form in page.soup.select("#postcode-form"):
            named = form.select("input[name], select[name]")
            if form["method"] != "get" or named or len(form.select("input")) != 1:
                yield form

    return every(site, wrong)


def structured_data_that_cannot_be_read(site: Built) -> list[str]:
    """JSON-LD of schema.org, and of no kind that would promise too much."""

    def wrong(page: Page) -> Iterable[object]:
        for script in page.soup.find_all("script", type="application/ld+json"):
            for thing in json.loads(script.string):
                if thing["@context"] != "https://schema.org" or thing["@type"] in NOT_OURS:
                    yield thing

    return every(site, wrong)


def addresses_that_a_local_copy_invents(site: Built) -> list[str]:
    """A site on this machine has no public address, and says what its owner has not set yet."""

    def wrong(page: Page) -> Iterable[object]:
        return page.soup.find_all("link", rel="canonical")

    told = UNFINISHED in site.page("/").text
    wanted = bool(load(site.project, site.today).settings.missing)
    return [*every(site, wrong), *([] if told is wanted else [f"/: says {UNFINISHED!r}: {told}"])]


def addresses_without_the_sub_path(site: Built) -> list[str]:
    """Under a sub-path every address of ours begins with it."""

    def wrong(page: Page) -> Iterable[object]:
        return re.findall(r'(?:href|src|action)="/[^"]*"', page.text)

    return every(site, wrong)


def pages_without_their_public_address(site: Built) -> list[str]:
    """A published page says where it stands, and none says that the site is not ready."""

    def wrong(page: Page) -> Iterable[object]:
        told = [tag["href"] for _, tag in page.tags if tag.get("rel") == "canonical"]
        # Lists for other sites have none: robots are not to look at them.
        if told != [site.address + page.address] and not page.address.startswith("/embed/"):
            yield told
        if UNFINISHED in page.text:
            yield UNFINISHED

    return every(site, wrong)


LOCAL = (
    main_headings,
    parts_without_words,
    headings_and_lists_over_nothing,
    headings_that_skip_a_level,
    pages_that_do_not_say_what_they_are,
    titles_used_twice,
    ids_used_twice,
    drawings_apart_from_their_use,
    controls_without_a_name,
    links_and_pictures_without_words,
    links_that_say_nothing,
    links_that_lead_nowhere,
    rules_for_browsers,
    scripts_and_styles_inline,
    things_from_other_sites,
    forms_that_lead_elsewhere,
    postcodes_that_would_be_sent,
    structured_data_that_cannot_be_read,
    addresses_that_a_local_copy_invents,
)
# Under a sub-path only addresses differ.
PUBLISHED = (
    links_that_lead_nowhere,
    addresses_without_the_sub_path,
    pages_without_their_public_address,
)
