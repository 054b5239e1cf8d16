"""The command that records a person's word on identity, and takes it back."""

from typing import Annotated, Literal

import typer

from app.cli import terminal
from app.cli.terminal import JsonOption, LangOption, said
from graph_schema.nodes import Judgement
from loaders.judge import judge, withdraw

VerdictArgument = Annotated[Literal["same", "different"] | None, typer.Argument(help="same 或 different / The verdict")]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("judge", help="判断两个节点相同或不同 / Judge two nodes the same or different")(judge_pair)


def judge_pair(
    verdict: VerdictArgument = None,
    one: Annotated[str | None, typer.Argument(help="节点编号 / Id of a node, as `zhitu search` shows it")] = None,
    other: Annotated[str | None, typer.Argument(help="另一个编号 / Id of the other")] = None,
    by: Annotated[str | None, typer.Option("--by", help="判断人 / Who judges")] = None,
    note: Annotated[str | None, typer.Option("--note", help="理由 / Why")] = None,
    withdrawn: Annotated[str | None, typer.Option("--withdraw", help="撤回的判断编号 / Id to take back")] = None,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Judge, or with --withdraw take a judgement back; the documents that it touches are read again."""
    with terminal.store("owner") as store:
        if withdrawn is not None:
            _show(withdraw(store, withdrawn), said("已撤回", "Withdrawn", lang), json=json)
        elif verdict is None or one is None or other is None or by is None:
            raise typer.BadParameter("应为 same|different A B --by NAME / expected same|different A B --by NAME")
        else:
            _show(judge(store, verdict, (one, other), by, note), said("已记录", "Recorded", lang), json=json)


def _show(judgement: Judgement, what: str, *, json: bool) -> None:
    if json:
        terminal.print_json(judgement.model_dump(mode="json"))
    else:
        typer.echo(f"{what}: {judgement.id}  {judgement.name}  ({judgement.by}, {judgement.at})")
