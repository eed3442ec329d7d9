"""The sitemap: every page that search engines may list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def sitemap_xml(paths: Sequence[str], address: str) -> str:
    """The sitemap of every address that search engines may list."""
    rows = "".join(f"<url><loc>{address}{path}</loc></url>\n" for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
