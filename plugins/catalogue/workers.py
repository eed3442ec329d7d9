"""Workers: the same work done on several processors, with the results in the order of the items."""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
import weakref
from itertools import pairwise
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
    ``least`` items. Each begins with a share of its own, this one with the first, so items that
    have much in common stand together; whoever is free goes on with what others have left.
    ``work`` must not print. Where processes cannot be forked safely, or ``workers`` is 1, nothing
    happens before ``finish``.
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
        self._queues = [] if alone else [_queue_of(share) for share in _shares(len(items), count)]
        self._children = [self._start(number) for number in range(1, len(self._queues))]
        # Whoever gives up before ``finish`` leaves nobody at work behind.
        self._dismiss = weakref.finalize(self, _dismiss, [process for process, _ in self._children])

    def finish(self) -> list[Result]:
        """Lend a hand until all is done; the results in the order of the items.

        Items whose process fails are done again here, so that an error is raised as it would be
        without a crew.
        """
        done: dict[int, Result] = {}
        if self._children:
            done = self._work_off(0)
            for process, pipe in self._children:
                done |= _collect(process, pipe)
            for queue in self._queues:
                os.close(queue)
        self._dismiss.detach()
        work, items = self._work, self._items
        return [done[at] if at in done else work(item) for at, item in enumerate(items)]

    def _start(self, number: int) -> tuple[int, int]:
        """A child that takes items until there are none, and writes the results to a pipe."""
        reading, writing = os.pipe()
        process = os.fork()
        if process:
            os.close(writing)
            return process, reading
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(self._work_off(number), pipe, pickle.HIGHEST_PROTOCOL)
        finally:
            # Neither Pelican's threads nor its clean-up may run twice.
            os._exit(0)

    def _work_off(self, number: int) -> dict[int, Result]:
        """Work through one's own share, then through those of the others."""
        in_turn = (*self._queues[number:], *self._queues[:number])
        taken = (at for queue in in_turn for at in _taken_from(queue))
        return {at: self._work(self._items[at]) for at in taken}


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shares(items: int, count: int) -> list[range]:
    """Numbers of items in as many parts as there are processes, each in one piece."""
    bounds = [items * number // count for number in range(count + 1)]
    return [range(*part) for part in pairwise(bounds)]


def _queue_of(share: range) -> int:
    """A pipe that holds the numbers of a share as runs; each run can be read once."""
    reading, writing = os.pipe()
    step = -(-len(share) // _MOST_RUNS) or 1
    for start in share[::step]:
        os.write(writing, _RUN.pack(start, min(start + step, share.stop)))
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
