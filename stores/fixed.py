"""The fixed statements of the program, one file each in stores/cypher/."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "cypher"


@cache
def fixed(name: str) -> str:
    """The text of the fixed statement `name`. Raises FileNotFoundError where there is none."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
