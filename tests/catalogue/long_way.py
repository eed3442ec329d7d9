"""The long way from lines to nodes, through YAML: what every quick way is held against."""

from __future__ import annotations

from catalogue.lines import readable_lines
from catalogue.walk import read_nodes


def asked(quick_way, lines):
    """What a quick way gives: a document asks it where all characters can be seen."""
    return quick_way(lines, 2) if "".join(lines).isprintable() else None


def by_yaml(lines):
    """The block, the problems, and ``Document.coded``."""
    readable = readable_lines(lines, "x", 2)
    nodes = read_nodes(readable.lines, "x", 2)
    return nodes.root, [*readable.problems, *nodes.problems], nodes.coded
