"""Page shell: what many pages share, each piece made once for the values it depends on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from markupsafe import Markup

from project import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

HOME: Final = ("Home", addresses.HOME)
OPPORTUNITIES: Final = ("Opportunities", addresses.OPPORTUNITIES)
ALLIANCES: Final = ("All alliances", addresses.ALLIANCES)

Trail: TypeAlias = "tuple[tuple[str, str], ...]"

# Pieces that depend on nothing: what every page may show, by its name in templates.
SAME_EVERYWHERE: Final = {
    f"{name}_html": f"partials/{name}.html" for name in ("policy", "head", "fresh", "footer")
}


def top_of_pages(
    environment: Environment, shared: Mapping[str, Any]
) -> Callable[[str, str, Trail], Markup]:
    """What gives the part above the content of a page (partials/top.html).

    Each is rendered once for the part of the menu, the path and the trail that it shows.
    """
    template = environment.get_template("partials/top.html")

    @cache
    def top(here: str, path: str, trail: Trail) -> Markup:
        return Markup(template.render(shared, here=here, path=path, trail=trail))

    return top


def shell_of(environment: Environment, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Every piece by its name in templates, made with what is the same for the whole site."""
    same = {
        name: Markup(environment.get_template(path).render(shared))
        for name, path in SAME_EVERYWHERE.items()
    }
    return {"top": top_of_pages(environment, shared), **same}
