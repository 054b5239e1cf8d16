"""Who does the work: this process alone, several beside it, or those of a cluster; all as one executor."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from typing import TypeVar

from loaders.errors import LoadError

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4  # items that may wait for each hand, so that none is idle while a slow one is waited for
# Every process has one core; numerical libraries would start as many threads as the machine has in each.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Crew:
    """`hands` workers behind an executor; without one, this process."""

    executor: Executor | None = None
    hands: int = 1

    def in_order(
        self, items: Iterable[A], work: Callable[[A], B], needs_work: Callable[[A], bool]
    ) -> Iterator[tuple[A, B | None]]:
        """Every item, in order, with what `work` makes of it; None where it needs no work.

        Takes no more items than the hands are busy with or will be soon. `work` and its results must be picklable.
        """
        if self.executor is None:
            for item in items:
                yield item, work(item) if needs_work(item) else None
            return
        under_way: deque[tuple[A, Future[B] | None]] = deque()

        def first() -> tuple[A, B | None]:
            item, future = under_way.popleft()
            return item, None if future is None else future.result()

        for item in items:
            under_way.append((item, self.executor.submit(work, item) if needs_work(item) else None))
            if len(under_way) > self.hands * AHEAD:
                yield first()
        while under_way:
            yield first()


ALONE = Crew()


@contextmanager
def processes(count: int) -> Iterator[Crew]:
    """`count` processes of this machine; one is this process itself."""
    if count == 1:
        yield ALONE
        return
    ours = {name: value for name, value in ONE_THREAD.items() if name not in os.environ}
    os.environ.update(ours)
    # Spawned, not forked: the embedded engine runs threads in this process, which a fork would cut off mid-way.
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    try:
        yield Crew(pool, count)
    finally:
        pool.shutdown(cancel_futures=True)
        for name in ours:
            os.environ.pop(name, None)


@contextmanager
def cluster(scheduler: str) -> Iterator[Crew]:
    """The workers of a Dask cluster, by its scheduler's address; they have this version installed.

    Raises LoadError where Dask is not installed or the scheduler does not answer.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise LoadError(
            f"{scheduler}: 未安装 Dask / Dask is not installed; expected: pip install 'zhitu[cluster]'"
        ) from error
    try:
        client = distributed.Client(scheduler)
    except (OSError, ValueError) as error:
        raise LoadError(
            f"{scheduler}: 调度器没有应答 / no scheduler answers; expected an address such as tcp://host:8786 ({error})"
        ) from error
    with client:
        yield Crew(client.get_executor(), max(1, sum(client.nthreads().values())))
