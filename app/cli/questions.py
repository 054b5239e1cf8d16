"""`zhitu ask`: a question in people's words."""

from typing import Annotated

import typer

from app.ask.asker import Asker
from app.ask.reply import Meaning, reply
from app.cli import table, terminal
from app.cli.terminal import JsonOption, LangOption, note, said
from app.language import Language
from app.queries import catalogue
from app.queries.choices import ChoiceLists
from app.queries.references import StoreResolver


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ask", help='用一句话提问 / Ask in words: zhitu ask "青岛有哪些食品安全措施"')(ask)


def ask(
    question: Annotated[str, typer.Argument(help="中文或英文问题 / A question in Chinese or English")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多几行 / Most rows")] = 100,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Show the query that a question means, then its answer; where none fits, the nearest ones."""
    queries = catalogue.load()
    with terminal.graph() as store:
        asker = Asker(queries, ChoiceLists(store, queries), StoreResolver(store))
        answered = reply(question, asker, store, terminal.language(lang), limit)
    if json:
        terminal.print_json(answered)
        return
    for warning in answered.warnings:
        note(warning)
    if answered.meaning:
        note(said("理解为：", "Understood as: ", lang) + _line(answered.meaning))
    if answered.answer:
        table.show_answer(answered.answer)
    if answered.alternatives:
        note(said("也可能是：", "It may also mean:", lang))
    for other in answered.alternatives:
        note("  " + _line(other, lang))


def _line(meaning: Meaning, lang: Language | None = None) -> str:
    """A meaning in words, and the command that runs it."""
    given = [
        f"{name}={value}"
        for name, values in meaning.params.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    needs = said("；缺少 ", "; needs ", lang) + ", ".join(meaning.missing) if meaning.missing else ""
    command = " ".join(["zhitu query", meaning.query, *(each if " " not in each else f"'{each}'" for each in given)])
    return f"{meaning.question}  [{meaning.confidence:.2f}]  {command}{needs}"
