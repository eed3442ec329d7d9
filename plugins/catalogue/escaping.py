"""Escaping: values as templates write them, the same as MarkupSafe has them but with less work.

MarkupSafe wraps each text that it has escaped in ``Markup``. What a template writes is joined at
once, so it needs the text alone; a build writes about 200,000 of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

# Private to MarkupSafe, whose version is pinned: the part of it that is written in C.
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from jinja2.compiler import Frame
    from jinja2.nodes import Template


def escaped(value: Any) -> str:
    """A value as it may stand in HTML; text is escaped, unless it is ``Markup``.

    Only what is exactly text or ``Markup`` is quick. All else, such as a class made of one of
    them, is left to MarkupSafe.
    """
    if type(value) is str:
        return escaped_text(value)
    return value if type(value) is Markup else escape(value)


class QuickCode(CodeGenerator):
    """Writes templates as Jinja does, and lets them escape with ``escaped``."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Put ours in the place of what the first line of the code imports under that name."""
        super().visit_Template(node, frame)
        self.writeline("from catalogue.escaping import escaped as escape")
