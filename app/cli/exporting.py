"""`zhitu export`: the whole graph as files, or what Neo4j's own tools open."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app import exporting
from app.browser import files
from app.cli import terminal
from stores.store import Store


class FileForm(StrEnum):
    """What the graph is written as."""

    graphml = "graphml"
    jsonl = "jsonl"
    csv = "csv"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", help="导出整个图谱 / Export the whole graph")(export)


def export(
    folder: Annotated[Path, typer.Argument(file_okay=False, help="输出文件夹 / Folder to write to")],
    form: Annotated[
        list[FileForm] | None,
        typer.Option("--format", help="格式，可重复；默认全部 / Formats; all where none is named"),
    ] = None,
    browser: Annotated[
        bool,
        typer.Option(
            "--browser",
            help="改为导出 Neo4j Browser 的查询与样式 / Instead: saved queries and a style for Neo4j Browser",
        ),
    ] = False,
) -> None:
    """Write the whole graph, or the files for Neo4j's own tools, below a folder and print the names of the files."""
    if browser and form:
        raise typer.BadParameter("--browser 与 --format 不能并用 / --browser and --format exclude each other")
    with terminal.graph() as store:
        for file in files.write(store, folder) if browser else _graph(store, folder, form or list(FileForm)):
            typer.echo(file)


def _graph(store: Store, folder: Path, forms: Sequence[FileForm]) -> Iterator[Path]:
    for form in forms:
        yield from exporting.write(store, folder, form.value)
