"""Parts: pieces of a page that many pages share, each made once for the values it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

HOME: Final = ("Home", "/")
OPPORTUNITIES: Final = ("Opportunities", "/opportunities/")
ALLIANCES: Final = ("All alliances", "/alliances/")


Trail: TypeAlias = "tuple[tuple[str, str], ...]"


# Parts that depend on nothing: what every page may show, by its name in templates.
SAME_EVERYWHERE: Final = {
    f"{name}_html": f"partials/{name}.html" for name in ("policy", "head", "fresh", "footer")
}


class Tops(dict[tuple[str, str, Trail], Markup]):
    """What stands above the content of a page; see partials/top.html.

    In a template: ``{{ tops["find", "find/", trail] }}``. A template looks things up sooner than
    it calls them.
    """

    def __init__(self, environment: Environment, shared: Mapping[str, Any]) -> None:
        super().__init__()
        self._environment = environment
        self._shared = shared

    def __missing__(self, key: tuple[str, str, Trail]) -> Markup:
        """Render one and keep it."""
        here, path, trail = key
        template = self._environment.get_template("partials/top.html")
        values = {**self._shared, "here": here, "path": path, "trail": trail}
        self[key] = Markup(template.render(values))
        return self[key]


def parts_of(environment: Environment, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Every part by its name in templates, made with what is the same for the whole site."""
    same = {
        name: Markup(environment.get_template(path).render(shared))
        for name, path in SAME_EVERYWHERE.items()
    }
    return {"tops": Tops(environment, shared), **same}
