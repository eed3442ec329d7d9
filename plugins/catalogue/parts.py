"""Parts: pieces of a page that many pages share, each made once for the values it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

# Parts that depend on nothing: what every page may show, by its name in templates.
SAME_EVERYWHERE: Final = {
    f"{name}_html": f"partials/{name}.html" for name in ("policy", "head", "fresh", "footer")
}


class Parts:
    """Renders a template with what is the same for the whole site, and keeps the result.

    In a template: ``{{ part("partials/top.html", here="find") }}``. Values are hashable.
    """

    def __init__(self, environment: Environment, shared: Mapping[str, Any]) -> None:
        self._environment = environment
        self._shared = shared
        self._made: dict[tuple[Any, ...], Markup] = {}

    def __call__(self, name: str, **values: Any) -> Markup:
        key = (name, *values.values())
        if key not in self._made:
            template = self._environment.get_template(name)
            self._made[key] = Markup(template.render({**self._shared, **values}))
        return self._made[key]

    def same_everywhere(self) -> dict[str, Markup]:
        """Parts as plain values, since a template shows these sooner than what it has to call."""
        return {name: self(path) for name, path in SAME_EVERYWHERE.items()}
