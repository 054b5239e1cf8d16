"""Who does the work: this process alone, several beside it, or those of a cluster; all as one executor."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import TypeVar

from loaders.errors import LoadError

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4  # items that may wait for each hand, so that none is idle while a slow one is waited for
SPARE = 48  # more of them, so that all go on while this process writes what has come: about a transaction
LOOK = 5.0  # seconds after which a result that does not come makes us see whether anybody is left to make it
# Every process has one core; numpy and OpenCC (by rayon) would start as many threads as the machine has in each.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")


def _nobody_to_look_after() -> None:
    """A pool of processes tells by itself that one has died."""


@dataclass(frozen=True, slots=True)
class Crew:
    """`hands` workers behind an executor; without one, this process.

    `lost` are the errors by which the executor tells that workers died. `look_after` is called now and then while a
    result is waited for, and raises LoadError where nobody is left to make it.
    """

    executor: Executor | None = None
    hands: int = 1
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)
    look_after: Callable[[], None] = _nobody_to_look_after

    def in_order(
        self,
        items: Iterable[A],
        work: Callable[[A], B],
        needs_work: Callable[[A], bool],
        name: Callable[[A], str] = str,
    ) -> Iterator[tuple[A, B | None]]:
        """Every item, in order, with what `work` makes of it; None where it needs no work.

        Takes no more items than the hands are busy with or will be soon. `work` and its results must be picklable.
        Raises LoadError where a worker died, with the `name` of the first item that has no result: a pool does not
        tell which one it died over.
        """
        if self.executor is None:
            for item in items:
                yield item, work(item) if needs_work(item) else None
            return
        under_way: deque[tuple[A, Future[B] | None]] = deque()

        def first() -> tuple[A, B | None]:
            item, future = under_way.popleft()
            with self._losing(name(item)):
                return item, None if future is None else self._result(future)

        for item in items:
            with self._losing(name(item)):
                under_way.append((item, self.executor.submit(work, item) if needs_work(item) else None))
            if len(under_way) > self.hands * AHEAD + SPARE:
                yield first()
        while under_way:
            yield first()

    def _result(self, future: Future[B]) -> B:
        while not wait((future,), LOOK).done:
            self.look_after()
        return future.result()

    @contextmanager
    def _losing(self, what: str) -> Iterator[None]:
        try:
            yield
        except self.lost as error:
            raise LoadError(
                f"{what}: 处理到此处时失去了工作进程，可能被终止或内存不足；请重新运行，已写入的保留 / "
                "a worker was lost about here, killed or out of memory; run it again: what is written stays "
                f"({type(error).__name__}: {error})"
            ) from error


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
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin_as_hand)
    try:
        yield Crew(pool, count)
    finally:
        pool.shutdown(cancel_futures=True)
        for name in ours:
            os.environ.pop(name, None)


def _begin_as_hand() -> None:
    """Leave interrupts to the process that one works for, and end when that one is killed: nobody else would tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
