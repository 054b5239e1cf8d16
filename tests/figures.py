"""Figures of a run of the tests, printed at its end; what several workers of pytest-xdist counted is added up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, Self

import pytest


class Figures(Protocol):
    """What tests of one kind count."""

    def add(self, other: Self) -> None:
        """Count in what another worker counted."""
        ...

    def lines(self) -> list[str]:
        """What is printed; nothing where nothing was counted."""
        ...


FIGURES = pytest.StashKey[dict[str, Figures]]()
"""By the name of their kind."""


@dataclass(slots=True)
class Told:
    """What single tests say by the fixture `tell`."""

    said: list[str] = field(default_factory=list)

    def add(self, other: Self) -> None:
        """Take over what another worker said."""
        self.said += other.said

    def lines(self) -> list[str]:
        """As it was said."""
        return self.said


Tell = Callable[[str], None]
