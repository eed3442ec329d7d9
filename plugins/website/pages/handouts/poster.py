"""An alliance's poster: one side of A4 with a QR code."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from website.cards.page_shell import ALLIANCES, HOME
from website.site_files import TemplatePage

if TYPE_CHECKING:
    from catalogue.model.alliance import Alliance
    from website.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """One A4 poster with the address of the alliance's page as words and as a QR code."""

    qr_html: str
    short_address: str


def poster_of(alliance: Alliance, address: str) -> Poster:
    """The poster of an alliance; without an address there is no QR code."""
    page = f"{address}/alliances/{alliance.slug}/" if address else ""
    return Poster(
        qr_html=qr_code(page) if page else "", short_address=typed_address(alliance, address)
    )


def qr_code(text: str) -> str:
    """A QR code (ISO/IEC 18004) as an SVG element that can still be read with a corner gone."""
    import segno  # only the published site has an address to show

    out = io.BytesIO()
    segno.make_qr(text, error="q").save(
        out,
        kind="svg",
        xmldecl=False,
        svgns=True,
        nl=False,
        omitsize=True,
        border=4,
        svgclass="app-qr",
        lineclass=None,
        title="QR code with the address of this alliance's page",
        light="#fff",
    )
    return out.getvalue().decode("utf-8")


def typed_address(alliance: Alliance, address: str) -> str:
    """The address as people type it."""
    return f"{address}/alliances/{alliance.slug}/".removeprefix("https://") if address else ""


def poster_page(site: Site, alliance: Alliance) -> TemplatePage:
    """The page of an alliance's poster."""
    card = site.alliance_cards[alliance.slug]
    poster = poster_of(alliance, site.address)
    return TemplatePage(
        path=f"{card.path}poster/",
        template="poster",
        values=handout_values(site, alliance) | {"poster": poster, "patch_html": card.patch_html},
    )


def handout_values(site: Site, alliance: Alliance) -> dict[str, Any]:
    """What every handout of an alliance shows."""
    card = site.alliance_cards[alliance.slug]
    return {
        "name": alliance.name,
        "short_name": alliance.short_name,
        "breadcrumbs": [HOME, ALLIANCES, (alliance.name, card.path)],
        "structured_data": "",
    }
