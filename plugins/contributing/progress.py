"""Progress: how far a long task is, as a bar in a terminal or as a line now and then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from catalogue.quoting import visible

if TYPE_CHECKING:
    from typing import TextIO

WIDTH: Final = 30
LINES_IN_A_LOG: Final = 10
LONGEST_LABEL: Final = 40


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counts up to ``total`` things and shows it on ``stream``."""

    total: int
    stream: TextIO
    done: int = 0

    def step(self, label: str) -> None:
        """One more thing is done; ``label`` says which."""
        self.done += 1
        if self.stream.isatty():
            filled = WIDTH * self.done // max(self.total, 1)
            bar = "#" * filled + "." * (WIDTH - filled)
            shown = visible(label)[:LONGEST_LABEL].ljust(LONGEST_LABEL)
            end = "\n" if self.done == self.total else ""
            self.stream.write(f"\r[{bar}] {self.done} of {self.total} {shown}{end}")
        elif self.done == self.total or self.done % -(-self.total // LINES_IN_A_LOG) == 0:
            self.stream.write(f"{self.done} of {self.total}\n")
        self.stream.flush()
