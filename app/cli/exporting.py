"""`zhitu export`: the whole graph as files."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app import exporting
from app.cli import terminal


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
) -> None:
    """Write the whole graph below a folder and print the names of the files."""
    with terminal.graph() as store:
        for each in form or list(FileForm):
            for file in exporting.write(store, folder, each.value):
                typer.echo(file)
