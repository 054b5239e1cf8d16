"""What a run of the tests killed, to be printed at its end."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Self


@dataclass(slots=True)
class Figures:
    """The documents that the graph held after each kill, by what was killed, and the loaders that worked at once."""

    held: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    documents: int = 0
    """In a whole load."""
    at_once: list[str] = field(default_factory=list)

    def add(self, other: Self) -> None:
        """Count in what another worker saw."""
        for what, held in other.held.items():
            self.held[what] += held
        self.documents = max(self.documents, other.documents)
        self.at_once += other.at_once

    def lines(self) -> list[str]:
        """One line a kind of test that was run."""
        killed = [
            f"kill -9 of {what}: {len(held)} rounds, after them {', '.join(map(str, held))} of {self.documents} "
            "documents, all whole; the next load completed, to the dump of one that was not killed"
            for what, held in self.held.items()
        ]
        return [*killed, *self.at_once]
