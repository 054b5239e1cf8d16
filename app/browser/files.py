"""Writes what Neo4j's own tools open: the catalogue as saved queries, the exploration patterns, and the style."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from app.browser.saved_queries import saved_query
from app.browser.style import style
from app.queries import catalogue
from stores.store import Store

PATTERNS = catalogue.FOLDER / "patterns"
SCRIPTS = "scripts.zip"
READABLE = 0o644


def write(store: Store, folder: Path) -> Iterator[Path]:
    """Write the files below a folder, making it; gives each once it is written.

    `queries/` and `patterns/` hold one file a query, whose first line is its title; `style.grass` colours the labels.
    `scripts.zip` is for Neo4j Browser, which takes one file at a time: queries, their parameters, and patterns.
    """
    saved = {query.id: saved_query(query, store) for query in catalogue.load()}
    patterns = {f"patterns/{file.name}": pattern(file) for file in sorted(PATTERNS.glob("*.cypher"))}
    queries = {f"queries/{id_}.cypher": query.script for id_, query in saved.items()}
    for name, text in (queries | patterns | {"style.grass": style()}).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        yield file
    apart = {f"{part}/{id_}.cypher": text for id_, query in saved.items() for part, text in query.apart.items()}
    _pack(folder / SCRIPTS, apart | patterns)
    yield folder / SCRIPTS


def _pack(file: Path, texts: Mapping[str, str]) -> None:
    """Write texts into an archive, of the same bytes whenever it is done."""
    with ZipFile(file, "w") as archive:
        for name, text in texts.items():
            entry = ZipInfo(name)  # dated 1980, as all are that are given no date
            entry.external_attr = READABLE << 16
            archive.writestr(entry, text)


def pattern(file: Path) -> str:
    """The text of a pattern, closed as cypher-shell wants it."""
    return f"{file.read_text(encoding='utf-8').rstrip()};\n"
