"""Texts to load, and the lines that say what was killed."""

from pathlib import Path

import pytest

from tests.loaders.crashes.figures import Figures
from tests.loaders.crashes.graph import ROOT

FIGURES = pytest.StashKey[Figures]()
SOURCES = "sources.csv"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures, where something was killed."""
    for line in config.stash.get(FIGURES, Figures()).lines():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """What is killed in this session."""
    return pytestconfig.stash.setdefault(FIGURES, Figures())


@pytest.fixture(scope="session")
def texts() -> list[Path]:
    """The files of the example corpus."""
    return [path for path in sorted((ROOT / "examples" / "briefings").iterdir()) if path.name != SOURCES]
