"""One way to work for one process and for many: in order, and no further ahead than the hands need."""

import operator
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from loaders import crew as crews
from loaders import load as loading
from loaders.contract import contract_line
from loaders.crew import AHEAD, ALONE, ONE_THREAD, SPARE, Crew, processes
from loaders.errors import LoadError
from loaders.read import read_paths
from loaders.records import RawDocument, UnreadableDocument
from stores.dump import dump
from stores.store import Store
from tests.loaders.files import write

TEXT = "某市质量工作简报\n\n一、食品安全\n某市市场监管局组织校园食堂抽检。2021年，食品安全抽检合格率为98.5%。\n"


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
        assert len(taken) <= number + 2 + crew.hands * AHEAD + SPARE


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


def spin(document: RawDocument | UnreadableDocument) -> tuple[int, int]:
    """Extract, then the threads of this process: all, and those that Python knows of."""
    contract_line(document)
    return sum(1 for _ in Path("/proc/self/task").iterdir()), threading.active_count()


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads in /proc")
def test_a_process_has_one_thread_of_numerics(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ONE_THREAD:
        monkeypatch.delenv(name, raising=False)
    documents = list(read_paths([write(tmp_path, {"a.txt": TEXT, "b.txt": TEXT * 3})]))
    with processes(2) as crew:
        counted = {count for _, count in crew.in_order(documents, spin, always)}
    assert ONE_THREAD.keys().isdisjoint(os.environ)
    # The two that Python knows work and wait for the end; OpenCC adds the one of rayon's pool.
    assert counted == {(3, 2)}


def test_a_process_that_dies_is_told_and_what_was_written_is_whole(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MOST", 1)
    monkeypatch.setattr(crews, "SPARE", 0)  # else so many would be done before the first is written
    folder = write(tmp_path / "notes", {f"{number:02}.txt": f"{TEXT}第{number}期。\n" for number in range(16)})
    finished = []

    def kill_all(progress: loading.Progress) -> None:
        finished.append(Path(progress.path))
        for worker in active_children():
            worker.kill()

    with processes(2) as crew, pytest.raises(LoadError, match=r"notes/\d\d\.txt: .*lost"):
        loading.load([folder], embedded_store, progress=kill_all, crew=crew)
    left = list(dump(embedded_store))
    assert 0 < len(finished) < 16
    embedded_store.reset()
    loading.load(finished, embedded_store)
    assert list(dump(embedded_store)) == left


def test_processes_end_with_the_one_that_they_work_for() -> None:
    command = [sys.executable, "-c", WAITING]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        workers = process.stdout.readline().split()
        process.kill()
        # The workers have its standard output too: it ends when the last of them does.
        assert process.stdout.read() == ""
    assert len(workers) == 2


ROOT = Path(__file__).parents[2]
WAITING = """
import multiprocessing, operator, time
from loaders.crew import processes

if __name__ == "__main__":
    with processes(2) as crew:
        list(crew.in_order([1, 2, 3, 4], operator.neg, bool))
        print(*(each.pid for each in multiprocessing.active_children()), flush=True)
        time.sleep(600)
"""
