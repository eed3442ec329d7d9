"""What a piece of work costs: time on the clock, and time of the processors.

The clock of a shared machine depends on who else is awake. The time of the processors hardly does:
it is what the operating system charged to the processes that were started here and have ended,
with all that they started themselves.
"""

import resource
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds on the clock, and seconds of all processors together."""

    wall: float
    cpu: float


class RunFailedError(Exception):
    """What is timed did not succeed; the message is what it said."""


def charged() -> float:
    """Seconds of processors that all processes which have ended were charged with."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def cost_of(work: Callable[[], object]) -> Cost:
    """The cost of work that ends every process it starts."""
    before, started = charged(), time.perf_counter()
    work()
    return Cost(wall=time.perf_counter() - started, cpu=charged() - before)


def in_turns(measured: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, list[Cost]]:
    """Each once a round; whoever was first comes last in the next one."""
    costs: dict[str, list[Cost]] = {name: [] for name in measured}
    names = list(measured)
    for number in range(rounds):
        turn = number % len(names)
        for name in [*names[turn:], *names[:turn]]:
            costs[name].append(measured[name]())
    return costs


def ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of two lists, taken pair by pair."""
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))


def ratios(ours: Sequence[Cost], theirs: Sequence[Cost]) -> Cost:
    """How our costs compare with theirs, by the clock and by the processors."""
    return Cost(
        wall=ratio([one.wall for one in ours], [one.wall for one in theirs]),
        cpu=ratio([one.cpu for one in ours], [one.cpu for one in theirs]),
    )


def median(costs: Sequence[Cost]) -> Cost:
    """The cost in the middle, by the clock and by the processors."""
    return Cost(
        wall=statistics.median(one.wall for one in costs),
        cpu=statistics.median(one.cpu for one in costs),
    )
