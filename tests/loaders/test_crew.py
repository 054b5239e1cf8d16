"""One way to work for one process and for many: in order, and no further ahead than the hands need."""

import operator
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest

from loaders.crew import AHEAD, ALONE, Crew, cluster, processes
from loaders.errors import LoadError


def slow_for_even(number: int) -> int:
    sleep(0.002 * (1 - number % 2))
    return number * number


def always(_: object) -> bool:
    return True


@pytest.fixture(params=["alone", "threads"])
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    if request.param == "alone":
        yield ALONE
        return
    with ThreadPoolExecutor(3) as pool:
        yield Crew(pool, 3)


def test_results_come_in_the_order_of_their_items(crew: Crew) -> None:
    done = list(crew.in_order(range(40), slow_for_even, always))
    assert done == [(number, number * number) for number in range(40)]


def test_what_needs_no_work_keeps_its_place(crew: Crew) -> None:
    done = list(crew.in_order(range(10), slow_for_even, lambda number: number % 3 == 0))
    assert done == [(number, number * number if number % 3 == 0 else None) for number in range(10)]


def test_no_more_items_are_taken_than_the_hands_need(crew: Crew) -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    for number, _ in crew.in_order(items(), slow_for_even, always):
        assert len(taken) <= number + 2 + crew.hands * AHEAD


def test_an_error_of_the_work_is_raised_at_its_item(crew: Crew) -> None:
    done = crew.in_order([4, 2, 0, 1], (12).__floordiv__, always)
    assert [next(done), next(done)] == [(4, 3), (2, 6)]
    with pytest.raises(ZeroDivisionError):
        next(done)


def test_processes_work_in_order_and_one_is_this_one() -> None:
    negative: Callable[[int], int] = operator.neg
    with processes(2) as crew:
        assert list(crew.in_order([3, 1, 2], negative, always)) == [(3, -3), (1, -1), (2, -2)]
    with processes(1) as alone:
        assert alone is ALONE


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "no address"])
def test_a_scheduler_that_does_not_answer_is_named(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(LoadError, match="expected an address"), cluster(address):
        pass
