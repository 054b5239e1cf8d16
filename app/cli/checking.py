"""`zhitu check`: whether the graph keeps its promises."""

from itertools import islice
from typing import Annotated

import typer

from app import checking
from app.cli import terminal
from app.cli.terminal import JsonOption, LangOption, said
from app.queries import catalogue

_SHOWN = 20  # problems of a kind that are printed

ExamplesOption = Annotated[
    bool,
    typer.Option("--examples", help="图谱为示例语料，核对其结果 / The graph is the example corpus: compare answers"),
]
_NAMES = {
    "schema": ("模式", "Schema"),
    "evidence": ("原文依据", "Evidence"),
    "queries": ("查询", "Queries"),
}


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help="核对模式、原文依据与查询 / Check schema, evidence and queries")(check)


def check(examples: ExamplesOption = False, json: JsonOption = False, lang: LangOption = None) -> None:
    """Check the whole graph; exit code 1 where something is not as it must be."""
    with terminal.graph() as store:
        found = {
            name: list(islice(problems, _SHOWN))
            for name, problems in (
                ("schema", checking.schema_problems(store)),
                ("evidence", checking.evidence_problems(store)),
                ("queries", checking.query_problems(store, catalogue.load(), on_examples=examples)),
            )
        }
    ok = not any(found.values())
    if json:
        terminal.print_json({"ok": ok, **found})
    else:
        for name, problems in found.items():
            typer.echo(f"{said(*_NAMES[name], lang)}: {said('有问题', 'problems', lang) if problems else 'OK'}")
            for problem in problems:
                typer.echo(f"  {problem}")
    raise typer.Exit(0 if ok else 1)
