"""What a run of the tests compared between the two engines, to be printed at its end."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    """What a run of the tests compared; printed at its end."""

    servers: set[str] = field(default_factory=set)
    queries: set[str] = field(default_factory=set)
    parameter_sets: int = 0
    rows: int = 0
    dumps: int = 0
    lines: int = 0
    statements: int = 0
    """In the largest graph that was compared."""
    differences: int = 0

    def __str__(self) -> str:
        return (
            f"parity of embedded and {', '.join(sorted(self.servers))}: {len(self.queries)} queries, "
            f"{self.parameter_sets} parameter sets x 2 engines, {self.rows} rows; {self.dumps} dumps x 2 engines, "
            f"{self.lines} lines, at most {self.statements} statements in a graph; {self.differences} differences"
        )
