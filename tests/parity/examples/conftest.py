"""The example corpus on both engines, loaded once for all tests of this folder; none of them writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.queries import catalogue
from app.queries.catalogue import Catalogue
from loaders.load import load
from loaders.report import LoadReport
from tests.parity.both import Both
from tests.parity.conftest import Opening
from tests.parity.drawn import Vocabulary, vocabulary

BRIEFINGS = Path(__file__).parents[3] / "examples" / "briefings"


@dataclass(frozen=True, slots=True)
class Examples:
    """The corpus on both engines, and what a caller can ask it about."""

    both: Both
    report: LoadReport
    words: Vocabulary


@pytest.fixture(scope="package")
def examples(open_both: Opening) -> Iterator[Examples]:
    """The example corpus."""
    with open_both() as both:
        reports = [load([BRIEFINGS], store) for store in both.stores]
        yield Examples(both, reports[0], vocabulary(both.embedded))


@pytest.fixture(scope="session")
def queries() -> Catalogue:
    """The shipped queries."""
    return catalogue.load()
