"""The first build of an embedded store: in bulk, write by write."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

from stores.bolt import raise_version
from stores.bulk import Alone, BulkTransaction
from stores.engine import Engine
from stores.errors import BuildSpoilt
from stores.fixed import fixed
from stores.store import T, Transaction


class FirstBuild:
    """Writes, one after the other, to a graph that holds nothing else."""

    def __init__(self, place: str, engine: Engine, alone: Alone) -> None:
        self.spoilt = False
        self._place = place
        self._engine = engine
        self._alone = alone
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="build")

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work`; to its end, also when the caller is interrupted meanwhile."""
        running = self._thread.submit(self._write, work)
        try:
            return running.result()
        except KeyboardInterrupt:
            wait([running])
            raise

    def close(self) -> None:
        """Let go of the thread."""
        self._thread.shutdown()

    def _write(self, work: Callable[[Transaction], T]) -> T:
        if self.spoilt:
            raise BuildSpoilt(f"{self._place}: a write before this one failed halfway")
        self._alone(fixed("take_turn"), {})  # makes the node that holds what is true of the whole graph
        transaction = BulkTransaction(self._engine, self._alone)
        try:
            result = work(transaction)
            transaction.flush()
            if transaction.is_change:
                raise_version(transaction)
        except Exception as error:
            self.spoilt = transaction.has_written
            if self.spoilt:
                raise BuildSpoilt(f"{self._place}: {error}") from error
            raise
        return result
