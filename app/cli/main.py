"""The `zhitu` command: its parts put together, and the edge at which errors become one line and an exit code."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from app.cli import asking, changing, checking, exporting, judging, questions, serving, tools, types
from app.cli.terminal import language
from app.errors import exit_code, words
from graph_schema.errors import GraphError

_EPILOG = (
    "退出码 / Exit codes: 0 成功 / done · 1 部分输入失败或检查不通过 / some input failed, or a check did · "
    "2 用法或参数有误 / usage · 3 图谱不可达或被其他进程占用 / graph out of reach, or owned by another process"
)

app = typer.Typer(
    name="zhitu",
    help="质图：质量治理知识图谱，每一个事实都能打开它的原文。 / A knowledge graph of quality governance; "
    "every fact opens at its words.",
    epilog=_EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for part in (changing, judging, asking, questions, serving, checking, exporting, types, tools):
    part.add_to(app)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit."""
    try:
        app(args=arguments, prog_name="zhitu")
    except GraphError as error:
        print(f"zhitu: {words(error, language())}", file=sys.stderr)
        sys.exit(exit_code(error))
    sys.exit(0)
