"""Workers: the same work done on several processors, with the results in the order of the items."""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
import weakref
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_WORKERS: Final = 4
FEWEST_WORTH_SHARING: Final = 200
"""Of short pieces of work: below this, starting a second process costs more than it saves."""
# A pipe holds 64 KB before a writer has to wait, which is 8,192 runs.
_MOST_RUNS: Final = 4_096
_RUN: Final = struct.Struct("=II")


class Crew(Generic[Item, Result]):
    """Processes that do the same work on items, from the moment at which the crew is made.

    As many take part as there are processors, at most four, and nobody but this one below
    ``least`` items. Whoever is free takes the next item, so put long ones first. ``work`` must
    not print. Where processes cannot be forked safely, or ``workers`` is 1, nothing happens
    before ``finish``.
    """

    def __init__(
        self,
        work: Callable[[Item], Result],
        items: Sequence[Item],
        *,
        least: int,
        workers: int = 0,
    ) -> None:
        self._work = work
        self._items = items
        count = min(workers or _processors(), MOST_WORKERS)
        alone = count < 2 or len(items) < least or not sys.platform.startswith("linux")
        self._queue = -1 if alone else _queue_of(len(items))
        self._children = [] if alone else [self._start() for _ in range(count - 1)]
        # Whoever gives up before ``finish`` leaves nobody at work behind.
        self._dismiss = weakref.finalize(self, _dismiss, [process for process, _ in self._children])

    def finish(self) -> list[Result]:
        """Lend a hand until all is done; the results in the order of the items.

        Items whose process fails are done again here, so that an error is raised as it would be
        without a crew.
        """
        done: dict[int, Result] = {}
        if self._children:
            done = self._work_off()
            for process, pipe in self._children:
                done |= _collect(process, pipe)
            os.close(self._queue)
        self._dismiss.detach()
        work, items = self._work, self._items
        return [done[at] if at in done else work(item) for at, item in enumerate(items)]

    def _start(self) -> tuple[int, int]:
        """A child that takes items until there are none, and writes the results to a pipe."""
        reading, writing = os.pipe()
        process = os.fork()
        if process:
            os.close(writing)
            return process, reading
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(self._work_off(), pipe, pickle.HIGHEST_PROTOCOL)
        finally:
            # Neither Pelican's threads nor its clean-up may run twice.
            os._exit(0)

    def _work_off(self) -> dict[int, Result]:
        return {at: self._work(self._items[at]) for at in _taken_from(self._queue)}


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _queue_of(count: int) -> int:
    """A pipe that holds the numbers of all items as runs; each run can be read once."""
    reading, writing = os.pipe()
    step = -(-count // _MOST_RUNS) or 1
    for start in range(0, count, step):
        os.write(writing, _RUN.pack(start, min(start + step, count)))
    os.close(writing)
    return reading


def _taken_from(queue: int) -> Iterator[int]:
    """The numbers of items that nobody else has taken."""
    while run := os.read(queue, _RUN.size):
        yield from range(*_RUN.unpack(run))


def _dismiss(processes: Sequence[int]) -> None:
    for process in processes:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _collect(process: int, pipe: int) -> dict[int, Any]:
    """What a child has done; nothing of a child that did not come to its end."""
    with os.fdopen(pipe, "rb") as reading:
        data = reading.read()
    os.waitpid(process, 0)
    try:
        results: dict[int, Any] = pickle.loads(data)
    except (EOFError, pickle.UnpicklingError):
        return {}
    return results
