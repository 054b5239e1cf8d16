"""Writes what Neo4j's own tools open: the catalogue as saved queries, the exploration patterns, and the style."""

from collections.abc import Iterator
from pathlib import Path

from app.browser.saved_queries import saved_query
from app.browser.style import style
from app.queries import catalogue
from stores.store import Store

PATTERNS = catalogue.FOLDER / "patterns"


def write(store: Store, folder: Path) -> Iterator[Path]:
    """Write the files below a folder, making it; gives each once it is written.

    `queries/` and `patterns/` hold one file a query, whose first line is its title; `style.grass` colours the labels.
    """
    texts = {f"queries/{query.id}.cypher": saved_query(query, store) for query in catalogue.load()}
    texts |= {f"patterns/{file.name}": pattern(file) for file in sorted(PATTERNS.glob("*.cypher"))}
    texts["style.grass"] = style()
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        yield file


def pattern(file: Path) -> str:
    """The text of a pattern, closed as cypher-shell wants it."""
    return f"{file.read_text(encoding='utf-8').rstrip()};\n"
