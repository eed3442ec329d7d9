"""JSON text: values as JSON without spaces, letters of every alphabet as they are.

A build of 1,000 entries writes 4,000 of these, so a quick library does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Callable


def json_text(value: Any, written: Callable[[Any], str | None] | None = None) -> str:
    """A value as JSON; ``written`` gives the words for a date."""
    return orjson.dumps(value, written, orjson.OPT_PASSTHROUGH_DATETIME).decode()
