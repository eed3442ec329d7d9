"""What the people who run the site say of it, in data/site.yaml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from project.addresses import HELP
from project.words import joined

FILE = "data/site.yaml"

# In the order in which people meet them: the field, then the words for it in a sentence.
WORDS = {
    "address": "the address of the site",
    "repository": "the place where its files are kept",
    "mailbox": "a shared mailbox",
    "owner": "who runs the site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
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
        wanted = joined([WORDS[name] for name in self.missing])
        return ["This copy of the site is not ready for the public.", f"Not set yet: {wanted}."]

    @property
    def help_at(self) -> str:
        """The address below which the help on each problem stands; empty until there is one."""
        return f"{self.address}{HELP}" if self.address else ""


def settings_from(written: Mapping[str, str]) -> SiteSettings:
    """The settings as the rest of the project uses them."""
    return SiteSettings(
        **{name: text.rstrip("/") if is_address(name) else text for name, text in written.items()}
    )


def is_address(name: str) -> bool:
    """Whether a setting is a web address below which others stand."""
    return name in ("address", "repository")


def is_web_address(text: str, *schemes: str) -> bool:
    """True for an address with one of `schemes`, a host, and no query, fragment or space."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username) and not re.search(r"\s", text)
    return parts.scheme in schemes and bool(parts.hostname) and plain
