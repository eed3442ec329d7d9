"""Template code: the Python that Jinja makes of templates, saying the same with less work.

MarkupSafe wraps each text that it has escaped in ``Markup``. What a template writes is joined at
once, so it needs the text alone; a build writes about 200,000 of them. And each piece that a block
hands on goes through every template that the page is built on, so blocks hand on one piece.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from jinja2.compiler import CodeGenerator
from jinja2.nodes import Filter
from markupsafe import Markup, escape

# Private to MarkupSafe, whose version is pinned: the part of it that is written in C.
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from jinja2.compiler import Frame
    from jinja2.nodes import Expr, Template

# Tells templates that are kept compiled from those that another version of this file wrote.
VERSION: Final = f"{crc32(Path(__file__).read_bytes()):08x}"


def escaped(value: Any) -> str:
    """A value as it may stand in HTML; text is escaped, unless it is ``Markup``.

    Only what is exactly text or ``Markup`` is quick. All else, such as a class made of one of
    them, is left to MarkupSafe.
    """
    if type(value) is str:
        return escaped_text(value)
    return value if type(value) is Markup else escape(value)


class QuickCode(CodeGenerator):
    """Writes code as Jinja does, but with ``escaped``, and with one piece for each block.

    An ``include`` "without context" would stand before what its block has gathered, as it does
    in Jinja's own macros: no template of ours has one.
    """

    # Of what is shown: whether it is escaped as a rule, and whether it is marked as safe.
    _is_plain = False
    _safe: Filter | None = None

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Put ours in the place of what the first line of the code imports under that name."""
        super().visit_Template(node, frame)
        self.writeline("from catalogue.template_code import escaped as escape, escaped_text")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        """Begin what is shown; text, as most of it is, goes straight to the part written in C."""
        self._is_plain = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        if not self._is_plain:
            super()._output_child_pre(node, frame, finalize)
            return
        self._safe = node if isinstance(node, Filter) and node.name == "safe" else None
        self.write(f"({'given' if self._safe else 'escaped_text(given)'} if type(given := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        """End what is shown; if it is no text, it is left to ``escaped``."""
        if not self._is_plain:
            super()._output_child_post(node, frame, finalize)
            return
        self.write(f") is str else {'Markup' if self._safe else 'escape'}(given))")

    def visit_Filter(self, node: Filter, frame: Frame) -> None:  # noqa: N802
        """Show what is marked as safe as it is, without first making ``Markup`` of it."""
        if node is self._safe and node.node:
            self.visit(node.node, frame)
        else:
            super().visit_Filter(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Begin to gather what a template or a block writes."""
        super().enter_frame(frame)
        if frame.rootlevel or frame.block_frame:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Hand on in one piece what was gathered, if there is any.

        A template that builds on another has nothing: that other's piece is the whole page then,
        and needs no copying.
        """
        if frame.rootlevel or frame.block_frame:
            self.writeline(f"if {frame.buffer}: yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)
