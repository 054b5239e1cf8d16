"""Texts to load, and what is counted of the kills."""

from pathlib import Path

import pytest

from tests.figures import FIGURES
from tests.loaders.crashes.figures import Figures
from tests.loaders.crashes.graph import ROOT

SOURCES = "sources.csv"


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """What is killed in this session."""
    found = Figures()
    pytestconfig.stash.setdefault(FIGURES, {})["crashes"] = found
    return found


@pytest.fixture(scope="session")
def texts() -> list[Path]:
    """The files of the example corpus."""
    return [path for path in sorted((ROOT / "examples" / "briefings").iterdir()) if path.name != SOURCES]
