"""Workers: the same work done on several processors, with the results in the order of the items."""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
import weakref
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_WORKERS: Final = 4
FEWEST_WORTH_SHARING: Final = 200
"""Of short pieces of work: below this, starting a second process costs more than it saves."""
# A pipe holds 64 KB before a writer has to wait, which is 8,192 runs.
_MOST_RUNS: Final = 4_096
_RUN: Final = struct.Struct("=II")
# Results that a child hands over together.
_BATCH: Final = 32
_LENGTH: Final = struct.Struct("=Q")


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
        alone = count < 2 or len(items) < least or not _can_fork()
        self._queues = [] if alone else [_queue_of(share) for share in _shares(len(items), count)]
        self._children = [self._start(number) for number in range(1, len(self._queues))]
        # Whoever gives up before ``finish`` leaves nobody at work behind, and nobody waits for a
        # process that has done its work and only clears up.
        self._dismiss = weakref.finalize(
            self, _dismiss, [child.process for child in self._children]
        )

    def finish(self) -> list[Result]:
        """Lend a hand until all is done; the results in the order of the items.

        Items whose process fails are done again here, so that an error is raised as it would be
        without a crew.
        """
        work, items = self._work, self._items
        done: dict[int, Result] = {}
        for at in self._taken(0):
            done[at] = work(items[at])
            # Not only at the end, when the others would have nothing more to do meanwhile.
            for child in self._children:
                done |= child.handed_over()
        for child in self._children:
            done |= child.ended()
        for queue in self._queues:
            os.close(queue)
        return [done[at] if at in done else work(item) for at, item in enumerate(items)]

    def _start(self, number: int) -> _Child:
        """A child that takes items until there are none, and hands over the results."""
        results = os.memfd_create("results")
        end, open_until_end = os.pipe()
        process = os.fork()
        if process:
            os.close(open_until_end)
            return _Child(process, results, end)
        try:
            with os.fdopen(results, "wb") as file:
                self._work_off(number, file)
            os.close(open_until_end)
        finally:
            # Neither Pelican's threads nor its clean-up may run twice.
            os._exit(0)

    def _work_off(self, number: int, file: BinaryIO) -> None:
        done: dict[int, Result] = {}
        for at in self._taken(number):
            done[at] = self._work(self._items[at])
            if len(done) == _BATCH:
                _hand_over(done, file)
                done = {}
        _hand_over(done, file)

    def _taken(self, number: int) -> Iterator[int]:
        """The numbers of items of one's own share, then of those of the others."""
        for queue in (*self._queues[number:], *self._queues[:number]):
            yield from _taken_from(queue)


class _Child:
    """A process, the file in memory that it writes what it has done to, and a pipe.

    The pipe is open until the process has done all, or is no more.
    """

    def __init__(self, process: int, results: int, end: int) -> None:
        self.process = process
        self._results = results
        self._end = end
        self._read = 0

    def handed_over(self) -> dict[int, Any]:
        """What it has done since the last time; nothing that it has not written to the end."""
        done: dict[int, Any] = {}
        while head := os.pread(self._results, _LENGTH.size, self._read):
            start = self._read + _LENGTH.size
            length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
            batch = os.pread(self._results, length, start)
            if not length or len(batch) < length:
                break
            done |= pickle.loads(batch)
            self._read = start + length
        return done

    def ended(self) -> dict[int, Any]:
        """Wait until it has done all; what it has done since the last time."""
        os.read(self._end, 1)
        done = self.handed_over()
        os.close(self._end)
        os.close(self._results)
        return done


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Whether processes can be forked safely here, and hand over results through memory."""
    return sys.platform.startswith("linux") and hasattr(os, "memfd_create")


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


def _hand_over(done: Mapping[int, Any], file: BinaryIO) -> None:
    batch = pickle.dumps(done, pickle.HIGHEST_PROTOCOL)
    file.write(_LENGTH.pack(len(batch)) + batch)
    file.flush()


def _dismiss(processes: Sequence[int]) -> None:
    for process in processes:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
