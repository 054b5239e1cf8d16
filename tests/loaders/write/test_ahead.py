"""Merges ahead of their caller: in order, to the end, and not beyond the first that fails."""

import threading

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
        assert parameters == {"batch": {}}
        assert self.may.wait(60)
        if cypher == self.bad:
            raise QueryError(cypher)
        self.merged.append(cypher)
        return []


def merge_three(transaction: Slow, then: BaseException | None = None) -> None:
    with Ahead(transaction) as ahead:
        for each in "abc":
            ahead.merge(each, {"batch": {}})
        assert transaction.merged == []
        threading.Timer(0.05, transaction.may.set).start()
        if then is not None:
            raise then


def test_the_caller_goes_on_and_the_end_waits_for_all_in_order() -> None:
    transaction = Slow()
    merge_three(transaction)
    assert transaction.merged == ["a", "b", "c"]


def test_none_runs_after_one_that_failed_and_its_error_is_the_callers() -> None:
    transaction = Slow("b")
    with pytest.raises(QueryError, match=r"^b$"):
        merge_three(transaction)
    assert transaction.merged == ["a"]


def test_what_the_caller_raises_stops_those_that_wait() -> None:
    transaction = Slow()
    with pytest.raises(KeyError):
        merge_three(transaction, KeyError("the caller"))
    assert transaction.merged in ([], ["a"])
