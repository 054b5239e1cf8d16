"""Merges of a transaction that run while the caller prepares those that follow them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from stores.store import Row, Transaction


class Ahead:
    """A transaction's merges, run in their order on a thread. None runs after one that failed.

    Leaving the context waits for all of them and raises what the first failure raised. Until then nobody else may use
    the transaction: neither the driver's nor the server's can be shared.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="write")
        self._failure: BaseException | None = None

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Merge nodes after the merges before."""
        self._thread.submit(self._run, lambda: self._transaction.merge_nodes(label, rows))

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        """Merge relationships after the merges before."""
        self._thread.submit(self._run, lambda: self._transaction.merge_relationships(kind, start, end, rows))

    def _run(self, merge: Callable[[], None]) -> None:
        if self._failure is None:
            try:
                merge()
            except BaseException as error:
                self._failure = error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(wait=True, cancel_futures=error is not None)
        if error is None and self._failure is not None:
            raise self._failure
