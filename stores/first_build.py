"""The first build of an embedded store: in bulk, write by write."""

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager

from stores.bulk import Alone, BulkTransaction
from stores.engine import Engine
from stores.errors import BuildSpoilt, StoreError
from stores.fixed import fixed
from stores.running import raise_version
from stores.store import T, Transaction

_log = logging.getLogger("zhitu.store")


class FirstBuild:
    """Writes, one after the other, to a graph that nobody else sees."""

    def __init__(self, place: str, engine: Engine, alone: Alone) -> None:
        self.spoilt = False
        """Whether a write failed halfway."""
        self._place = place
        self._engine = engine
        self._alone = alone
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="build")

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work`; to its end, also when the caller is interrupted meanwhile."""
        if self.spoilt:
            raise BuildSpoilt(f"{self._place}: a write before this one failed halfway")
        running = self._thread.submit(self._write, work)
        try:
            return running.result()
        except KeyboardInterrupt:
            with uninterrupted():
                _log.warning(
                    "%s: 已中断，正在写完手头的文档 / interrupted; finishing what is being written", self._place
                )
                wait([running])
            raise

    def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown()

    def _write(self, work: Callable[[Transaction], T]) -> T:
        self._alone(fixed("take_turn"), {})  # makes the node that holds what is true of the whole graph
        transaction = BulkTransaction(self._engine, self._alone)
        try:
            result = work(transaction)
            transaction.flush()
            if transaction.is_change:
                raise_version(transaction)
        except BaseException as error:
            self.spoilt = transaction.has_written
            if self.spoilt and isinstance(error, StoreError):
                raise BuildSpoilt(f"{self._place}: {error}") from error
            raise
        return result


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C does nothing within: for what is short, and must not be left halfway."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
