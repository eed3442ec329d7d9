"""Workers: the same work done on several processors, with the results in the order of the items."""

from __future__ import annotations

import os
import pickle
import sys
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this a second process costs more than it saves.
FEWEST_WORTH_SHARING: Final = 200
MOST_WORKERS: Final = 4


def shared_out(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], workers: int = 0
) -> list[Result]:
    """``work(items)``, done by as many processes as there are processors, at most four.

    The items are cut into equal runs; ``work`` gets one run and gives its results in order. It
    must not print. A run whose process fails is done again in this one, so that an error is
    raised as it would be without workers. Where processes cannot be forked safely, or ``workers``
    is 1, everything is done here.
    """
    count = min(workers or _processors(), MOST_WORKERS)
    if count < 2 or len(items) < FEWEST_WORTH_SHARING or not sys.platform.startswith("linux"):
        return work(items)
    size = -(-len(items) // count)
    runs = [items[start : start + size] for start in range(0, len(items), size)]
    children = [_start(work, run) for run in runs[1:]]
    results = work(runs[0])
    for run, (process, pipe) in zip(runs[1:], children, strict=True):
        results.extend(_collect(work, run, process, pipe))
    return results


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(work: Callable[[Sequence[Item]], list[Result]], run: Sequence[Item]) -> tuple[int, int]:
    """A child that does one run and writes its results to a pipe."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(run), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        # Neither Pelican's threads nor its clean-up may run twice.
        os._exit(status)


def _collect(
    work: Callable[[Sequence[Item]], list[Result]], run: Sequence[Item], process: int, pipe: int
) -> list[Result]:
    with os.fdopen(pipe, "rb") as reading:
        data = reading.read()
    _, status = os.waitpid(process, 0)
    if status:
        return work(run)
    results: list[Result] = pickle.loads(data)
    return results
