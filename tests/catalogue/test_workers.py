"""Work shared out among processes gives what one process gives."""

from __future__ import annotations

import os
import time

import pytest

from catalogue.workers import Crew


def shared_out(work, items, **terms):
    return Crew(work, items, **terms).finish()


def doubled(number):
    return number * 2


@pytest.mark.parametrize("workers", [1, 2, 3, 4])
@pytest.mark.parametrize("count", [0, 1, 5, 100, 9_001])
def test_results_come_in_the_order_of_the_items(workers, count):
    items = list(range(count))
    assert shared_out(doubled, items, least=2, workers=workers) == [2 * item for item in items]


@pytest.mark.parametrize("workers", [2, 3, 4])
def test_each_process_begins_with_a_share_of_its_own(workers, tmp_path):
    """Nobody goes on before all have begun, so the first item of each share has its own process."""

    def begins(number):
        if number % 3 == 0:
            (tmp_path / str(number)).touch()
            while len(list(tmp_path.iterdir())) < workers:
                time.sleep(0.01)
        return os.getpid()

    made = shared_out(begins, range(3 * workers), least=2, workers=workers)
    assert made[0] == os.getpid()
    assert len(set(made[::3])) == workers


def test_few_items_are_not_worth_a_process():
    here = os.getpid()
    assert set(shared_out(lambda _: os.getpid(), range(5), least=6, workers=2)) == {here}


def test_an_error_comes_out_as_it_would_without_workers():
    def fails_on_three(number):
        if number == 3:
            raise ValueError("three")
        return number

    with pytest.raises(ValueError, match="three"):
        shared_out(fails_on_three, range(10), least=2, workers=2)


def test_what_a_lost_process_had_to_do_is_done_again():
    here = os.getpid()

    def dies_elsewhere(number):
        if os.getpid() != here:
            os._exit(9)
        return number

    assert shared_out(dies_elsewhere, range(10), least=2, workers=2) == list(range(10))


def test_a_crew_that_nobody_waits_for_leaves_nobody_at_work(tmp_path):
    def slow(number):
        (tmp_path / f"{os.getpid()}").touch()
        time.sleep(60)

    crew = Crew(slow, range(10), least=2, workers=2)
    while not list(tmp_path.iterdir()):
        time.sleep(0.01)
    (busy,) = tmp_path.iterdir()
    del crew
    with pytest.raises(ProcessLookupError):
        os.kill(int(busy.name), 0)
