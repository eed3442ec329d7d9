"""What the owner of the site has filled in, from data/site.yaml."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from project.words import joined

FILE = "data/site.yaml"

# In the order in which people meet them: the field, then the words for it in a sentence.
WORDS = {
    "address": "the address of the site",
    "repository": "the place where its files are kept",
    "mailbox": "a shared mailbox",
    "owner": "who runs the site",
}
# A comment, a name and its text in double quotes, or nothing: YAML reads these lines the same.
PLAIN = re.compile(r'(?:#.*|(?P<name>[a-z_]+): "(?P<value>[^"\\]*)")?')
MAILBOX = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


class SettingsError(Exception):
    """data/site.yaml cannot be used; the message says why and what to write instead."""


class SiteSettings(NamedTuple):
    """Four texts, each empty until the owner fills it in. Addresses have no final slash."""

    address: str = ""
    repository: str = ""
    mailbox: str = ""
    owner: str = ""

    @property
    def missing(self) -> list[str]:
        """The names of the fields that are still empty."""
        return [name for name in WORDS if not getattr(self, name)]

    @property
    def notice(self) -> list[str]:
        """Sentences for the banner of a site that is not ready; none once all is set."""
        if not self.missing:
            return []
        wanted = joined(WORDS[name] for name in self.missing)
        return ["This copy of the site is not ready for the public.", f"Not set yet: {wanted}."]


def load(project: Path) -> SiteSettings:
    """Read the settings of the project. Raises SettingsError with every fault at once."""
    try:
        text = (project / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{FILE} cannot be read: {error}") from error
    written = values_in(text)
    if not isinstance(written, dict):
        raise SettingsError(f"{FILE} must hold lines of the form 'name: \"value\"'.")
    faults = list(faults_of(written))
    if faults:
        raise SettingsError("\n".join(f"{FILE}: {fault}" for fault in faults))
    return SiteSettings(**{name: tidied(name, value) for name, value in written.items()})


def values_in(text: str) -> object:
    """What a text holds as YAML. Raises SettingsError where it is none."""
    lines = text.split("\n")
    plain = list(filter(None, map(PLAIN.fullmatch, lines)))
    values = {match["name"]: match["value"] for match in plain if match["name"]}
    if values and len(plain) == len(lines) and "".join(lines).isprintable():
        return values
    import yaml  # hardly ever needed, and loading it takes a while

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise SettingsError(f"{FILE} cannot be read: {error}") from error


def help_at(project: Path) -> str:
    """The address below which the help on each problem stands; empty until there is one."""
    try:
        address = load(project).address
    except SettingsError:
        return ""
    return f"{address}/help/" if address else ""


def faults_of(written: dict[str, object]) -> Iterator[str]:
    """What is wrong with each value that is not empty."""
    known = SiteSettings._fields
    for name, value in written.items():
        if name not in known:
            yield f"there is no setting called '{name}'. Allowed: {', '.join(known)}."
        elif not isinstance(value, str) or "\n" in value:
            yield f"{name} must be one line of text."
        elif name in ("address", "repository") and value and not is_web_address(value, "https"):
            yield f"{name} is '{value}'. Write an address that starts with https://"
        elif name == "mailbox" and value and not MAILBOX.fullmatch(value):
            yield f"mailbox is '{value}'. Write an e-mail address."


def is_web_address(text: str, *schemes: str) -> bool:
    """True for an address with one of `schemes`, a host, and no query, fragment or space."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username) and not re.search(r"\s", text)
    return parts.scheme in schemes and bool(parts.hostname) and plain


def tidied(name: str, value: str) -> str:
    """The value as the rest of the project uses it."""
    return value.rstrip("/") if name in ("address", "repository") else value.strip()
