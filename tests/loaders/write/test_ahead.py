"""Merges ahead of their caller: in order, to the end, and not beyond the first that fails."""

import threading
from collections.abc import Sequence

import pytest

from loaders.write.ahead import Ahead
from stores.errors import QueryError
from stores.store import Parameters, Row


class Slow:
    """A transaction that notes what it merges once it may, and fails at one statement."""

    changed: bool | None = None

    def __init__(self, bad: str = "") -> None:
        self.bad = bad
        self.may = threading.Event()
        self.merged: list[str] = []

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        raise AssertionError(cypher, parameters)

    def by_key(self, cypher: str, parameters: Parameters) -> list[Row]:
        raise AssertionError(cypher, parameters)

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        assert self.may.wait(60)
        if label == self.bad:
            raise QueryError(label)
        self.merged += [label, *(row["id"] for row in rows)]

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        assert (start, end, rows) == ("x", "y", [])
        self.merge_nodes(kind, rows)


def merge_three(transaction: Slow, then: BaseException | None = None) -> None:
    with Ahead(transaction) as ahead:
        ahead.merge_nodes("a", [{"id": "one"}])
        ahead.merge_relationships("b", "x", "y", [])
        ahead.merge_nodes("c", [{"id": "two"}])
        assert transaction.merged == []
        threading.Timer(0.05, transaction.may.set).start()
        if then is not None:
            raise then


def test_the_caller_goes_on_and_the_end_waits_for_all_in_order() -> None:
    transaction = Slow()
    merge_three(transaction)
    assert transaction.merged == ["a", "one", "b", "c", "two"]


def test_none_runs_after_one_that_failed_and_its_error_is_the_callers() -> None:
    transaction = Slow("b")
    with pytest.raises(QueryError, match=r"^b$"):
        merge_three(transaction)
    assert transaction.merged == ["a", "one"]


def test_what_the_caller_raises_stops_those_that_wait() -> None:
    transaction = Slow()
    with pytest.raises(KeyError):
        merge_three(transaction, KeyError("the caller"))
    assert transaction.merged in ([], ["a", "one"])
