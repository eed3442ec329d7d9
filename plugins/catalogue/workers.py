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

MOST_WORKERS: Final = 4
FEWEST_WORTH_SHARING: Final = 200
"""Of short pieces of work: below this, starting a second process costs more than it saves."""


def shared_out(
    work: Callable[[Item], Result], items: Sequence[Item], *, least: int, workers: int = 0
) -> list[Result]:
    """``[work(item) for item in items]``, done by as many processes as there are processors.

    At most four share it, and nobody does below ``least`` items. Each takes every second, third
    or fourth item, so that long and short ones spread evenly. ``work`` must not print. Items
    whose process fails are done again in this one, so that an error is raised as it would be
    without workers. Where processes cannot be forked safely, or ``workers`` is 1, everything is
    done here.
    """
    count = min(workers or _processors(), MOST_WORKERS)
    if count < 2 or len(items) < least or not sys.platform.startswith("linux"):
        return [work(item) for item in items]
    hands = [items[start::count] for start in range(count)]
    children = [_start(work, hand) for hand in hands[1:]]
    done = [[work(item) for item in hands[0]]]
    for hand, (process, pipe) in zip(hands[1:], children, strict=True):
        done.append(_collect(work, hand, process, pipe))
    return [done[index % count][index // count] for index in range(len(items))]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(work: Callable[[Item], Result], hand: Sequence[Item]) -> tuple[int, int]:
    """A child that does its items and writes the results to a pipe."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump([work(item) for item in hand], pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        # Neither Pelican's threads nor its clean-up may run twice.
        os._exit(status)


def _collect(
    work: Callable[[Item], Result], hand: Sequence[Item], process: int, pipe: int
) -> list[Result]:
    with os.fdopen(pipe, "rb") as reading:
        data = reading.read()
    _, status = os.waitpid(process, 0)
    if status:
        return [work(item) for item in hand]
    results: list[Result] = pickle.loads(data)
    return results
