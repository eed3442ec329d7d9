"""Parts: pieces of a page that many pages share, each made once for the values it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment


class Parts:
    """Renders a template with what is the same for the whole site, and keeps the result.

    In a template: ``{{ part("partials/header.html", here="find") }}``. Values are hashable.
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
