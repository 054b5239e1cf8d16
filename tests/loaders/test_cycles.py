"""Garbage collection is put off while a document is read, and goes on behind it."""

import gc
from collections.abc import Iterator

import pytest

from loaders.cycles import cycles_left_alone


@pytest.fixture(params=[True, False], ids=["enabled", "disabled"])
def enabled(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_nothing_is_collected_inside(enabled: bool) -> None:
    with cycles_left_alone():
        assert not gc.isenabled()
    assert gc.isenabled() == enabled


def test_collection_goes_on_behind_an_error(enabled: bool) -> None:
    with pytest.raises(ZeroDivisionError), cycles_left_alone():
        _ = 1 / 0
    assert gc.isenabled() == enabled
