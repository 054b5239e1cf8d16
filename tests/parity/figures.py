"""What a run of the tests compared between the two engines, to be printed at its end."""

from dataclasses import dataclass, field
from typing import Self


@dataclass(slots=True)
class Figures:
    """What a run of the tests compared; printed at its end."""

    servers: set[str] = field(default_factory=set)
    queries: set[str] = field(default_factory=set)
    parameter_sets: int = 0
    rows: int = 0
    dumps: int = 0
    dumped: int = 0
    """Lines of the dumps."""
    statements: int = 0
    """In the largest graph that was compared."""
    differences: int = 0

    def add(self, other: Self) -> None:
        """Count in what another worker compared."""
        self.servers |= other.servers
        self.queries |= other.queries
        self.parameter_sets += other.parameter_sets
        self.rows += other.rows
        self.dumps += other.dumps
        self.dumped += other.dumped
        self.statements = max(self.statements, other.statements)
        self.differences += other.differences

    def lines(self) -> list[str]:
        """One line, where something was compared."""
        if not (self.parameter_sets or self.dumps):
            return []
        return [
            f"parity of embedded and {', '.join(sorted(self.servers))}: {len(self.queries)} queries, "
            f"{self.parameter_sets} parameter sets x 2 engines, {self.rows} rows; {self.dumps} dumps x 2 engines, "
            f"{self.dumped} lines, at most {self.statements} statements in a graph; {self.differences} differences"
        ]
