"""Commands that change the graph, and `extract`, which reads documents without one."""

import signal
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.cli import terminal
from app.cli.crews import DaskOption, WorkersOption, crew
from app.cli.terminal import JsonOption, LangOption, YesOption, note, said
from app.reads.documents import sources
from loaders import load as loading
from loaders.contract import contract_line
from loaders.read import read_paths
from loaders.records import RawDocument, UnreadableDocument

PathsArgument = Annotated[list[Path], typer.Argument(exists=True, help="文件或文件夹 / Files or folders")]
CollectionOption = Annotated[
    str | None, typer.Option("--collection", help="集合名；默认取文件夹名 / Collection; else the folder's name")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("load", help="装载文档 / Load documents")(load)
    app.command("delete", help="删除文档及仅由其支持的事实 / Delete documents and what only they support")(delete)
    app.command("extract", help="只抽取，每文档一行 JSON / Extract only; a line of JSON a document")(extract_paths)
    app.command("reset", help="清空图谱 / Empty the graph")(reset)


def load(
    paths: PathsArgument,
    collection: CollectionOption = None,
    workers: WorkersOption = None,
    dask: DaskOption = None,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Load files and folders into the graph; exit code 1 where one could not be read."""
    # As Ctrl-C: a first load keeps what is whole, where the store has time to close.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with crew(workers, dask) as hands, terminal.store("owner") as store, _bar() as bar:
        task = bar.add_task(said("装载", "Loading", lang), total=None, path="")

        def show(progress: loading.Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total, path=Path(progress.path).name)

        report = loading.load(paths, store, collection=collection, progress=show, crew=hands)
    if json:
        terminal.print_json(report.as_json())
    else:
        typer.echo(report.as_text(terminal.language(lang)))
    raise typer.Exit(0 if report.ok else 1)


def delete(
    source: Annotated[
        list[str] | None, typer.Argument(help="来源 / Sources, as `zhitu query documents` lists them")
    ] = None,
    collection: CollectionOption = None,
    yes: YesOption = False,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Delete documents by source, or all of a collection."""
    if not source and collection is None:
        raise typer.BadParameter("给出来源或 --collection / expected sources or --collection")
    with terminal.store("owner") as store:
        named = [*(source or ()), *(sources(store, f"{collection}/") if collection is not None else ())]
        if named and not yes:
            typer.confirm(
                said(f"删除 {len(named)} 篇文档？", f"Delete {len(named)} documents?", lang), abort=True, err=True
            )
        loading.delete(named, store)
    if json:
        terminal.print_json({"deleted": named})
    else:
        typer.echo(said(f"已删除 {len(named)} 篇文档。", f"{len(named)} documents deleted.", lang))


def extract_paths(
    paths: PathsArgument,
    collection: CollectionOption = None,
    workers: WorkersOption = None,
    dask: DaskOption = None,
    lang: LangOption = None,
) -> None:
    """Read documents and print what was found in each as one line of JSON; exit code 1 where one could not be read."""
    failed = False
    with crew(workers, dask) as hands, _bar() as bar:
        task = bar.add_task(said("抽取", "Extracting", lang), total=None, path="")
        lines = hands.in_order(read_paths(paths, collection), contract_line, _is_readable, _path)
        for number, (document, line) in enumerate(lines, 1):
            if isinstance(document, UnreadableDocument):
                note(f"{document.path}: {document.issue.message}")
                failed = True
            elif line is not None:
                terminal.write([line])
            bar.update(task, completed=number, path=Path(document.path).name)
    raise typer.Exit(1 if failed else 0)


def _is_readable(document: RawDocument | UnreadableDocument) -> bool:
    return isinstance(document, RawDocument)


def _path(document: RawDocument | UnreadableDocument) -> str:
    return document.path


def reset(yes: YesOption = False, lang: LangOption = None) -> None:
    """Remove everything from the graph."""
    with terminal.store("owner") as store:
        if not yes:
            typer.confirm(said("清空整个图谱？", "Remove everything from the graph?", lang), abort=True, err=True)
        store.reset()
    note(said("图谱已清空。", "The graph is empty.", lang))


def _bar() -> Progress:
    """A progress bar on standard error; silent where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = terminal.errors()
    path = TextColumn("{task.fields[path]}", markup=False)
    return Progress(*columns, path, console=console, transient=True, disable=not console.is_terminal)
