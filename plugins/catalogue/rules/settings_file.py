"""The settings file: what ``data/site.yaml`` says, read and checked like any other file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from catalogue.parsing.nodes import Text
from catalogue.rules.checked_file import facts_in, missing_file, opened
from catalogue.schema.facts import Fact
from catalogue.schema.field_types import Email, Line, Link
from project.settings import (
    FILE,
    WORDS,
    SiteSettings,
    is_address,
    is_web_address,
    settings_from,
)

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.parsing.nodes import Block, Node
    from catalogue.problems.origin import Origin
    from catalogue.problems.problem import Problem

SETTINGS: Final = (
    Fact(name="address", type=Link(), help=WORDS["address"]),
    Fact(name="repository", type=Link(), help=WORDS["repository"]),
    Fact(name="mailbox", type=Email(), help=WORDS["mailbox"]),
    Fact(name="owner", type=Line(most=200), help=WORDS["owner"]),
)
EXAMPLES: Final = {
    "address": "https://site.example",
    "repository": "https://code.example/people/site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFile:
    """The settings as far as they are right, and what is wrong with the file."""

    settings: SiteSettings
    problems: list[Problem]


def read_settings(root: Path) -> SettingsFile:
    """The settings of the project. Problems are returned, never raised."""
    if not (root / FILE).exists():
        return SettingsFile(settings=SiteSettings(), problems=[missing_file(FILE)])
    document = opened(root, FILE, front_matter=False)
    facts = facts_in(replace(document, root=_filled_in(document.root)), SETTINGS)
    go_on = [name for name, written in facts.values.items() if _goes_on(name, written)]
    right = {name: written for name, written in facts.values.items() if name not in go_on}
    problems = [_after_its_path(name, facts.origin) for name in go_on]
    return SettingsFile(settings=settings_from(right), problems=[*facts.problems, *problems])


def _filled_in(block: Block) -> Block:
    """The block without settings that the owner has not filled in yet."""
    return block._replace(pairs=tuple(pair for pair in block.pairs if not _is_blank(*pair)))


def _is_blank(name: Text, node: Node) -> bool:
    return name.value in WORDS and isinstance(node, Text) and not node.value.strip()


def _goes_on(name: str, written: str) -> bool:
    """Whether something comes after the path of an address with which others begin."""
    return is_address(name) and not is_web_address(written, "https")


def _after_its_path(name: str, origin: Origin) -> Problem:
    return origin.problem(
        name,
        "wrong-shape",
        f"{name} goes on after its path, and other addresses begin with it",
        f"write it without the ? or the # and what follows, like this: {name}: {EXAMPLES[name]}",
    )
