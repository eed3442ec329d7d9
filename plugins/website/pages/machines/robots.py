"""robots.txt: what programs that read the site may read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from website.site import Site


def robots_txt(site: Site) -> str:
    """What robots may read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.address}/sitemap.xml\n"
