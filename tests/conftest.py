"""Fixtures that several rooms share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """An empty embedded store in a folder of its own."""
    with open_store(StoreSettings(folder=tmp_path / "store")) as store:
        yield store
