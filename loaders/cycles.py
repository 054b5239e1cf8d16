"""Putting off the search for reference cycles while a document is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cycles_left_alone() -> Iterator[None]:
    """No garbage collection inside the `with` block, where there is any outside.

    A document's records make no cycles: what they hold is freed as they go. Yet they are many, and so each document
    sets off collections that go through all tables and models as well, for one fifteenth of the time of reading it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
