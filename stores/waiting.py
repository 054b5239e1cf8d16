"""Wait for an answer no longer than asked."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from stores.errors import QueryTimeout

T = TypeVar("T")


def within(seconds: float, call: Callable[[], T]) -> T:
    """What `call` returns or raises; QueryTimeout once `seconds` are over: it runs on until its engine stops it."""
    future: Future[T] = Future()
    threading.Thread(target=_settle, args=(future, call), daemon=True).start()
    try:
        return future.result(seconds)
    except TimeoutError:
        raise QueryTimeout(f"the statement ran longer than {seconds:g} s") from None


def _settle(future: Future[T], call: Callable[[], T]) -> None:
    try:
        future.set_result(call())
    except Exception as error:
        future.set_exception(error)
