"""Art files: the quilt, the band above the footer and the icon, as they are served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from website.artwork.patches import band, icon, quilt

if TYPE_CHECKING:
    from collections.abc import Iterator


def art_files() -> Iterator[tuple[str, str]]:
    """Path and text of each picture that is drawn at build."""
    yield "static/img/quilt.svg", quilt()
    yield "static/img/band.svg", band()
    yield "static/img/icon.svg", icon()
