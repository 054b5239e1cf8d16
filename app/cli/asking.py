"""Commands that read: the catalogue, a query, a search, the schema."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from app import stream
from app.cli import table, terminal
from app.cli.terminal import JsonOption, LangOption, note, said
from app.envelope import Asked, Window, envelope
from app.formats import choose, offered
from app.models import Found, GraphState
from app.queries import catalogue, running
from app.queries.choices import ChoiceLists
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from app.reads.search import search, searched_labels
from app.routes.catalogue import summary, tagged
from app.routes.values import view
from graph_schema.derive import readme_table, schema_document


class Form(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    graphml = "graphml"
    svg = "svg"


LimitOption = Annotated[int | None, typer.Option("--limit", min=1, help="最多几行 / Most rows")]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("queries", help="可以问的问题 / What can be asked")(list_queries)
    app.command("query", help="运行一个查询 / Run a query: zhitu query measures_for_goal goal=food-safety")(query)
    app.command("values", help="参数可取哪些值 / What a parameter takes: zhitu values measures_for_goal goal spaq")(
        values
    )
    app.command("search", help="检索名称、别名与原文 / Search names, aliases and passages")(search_text)
    app.command("schema", help="节点与关系类型 / Types of nodes and relationships")(schema)


def list_queries(
    tag: Annotated[str | None, typer.Option("--tag", help="只看带此标签的 / Only with this tag")] = None,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """List the curated queries with the questions they answer."""
    language = terminal.language(lang)
    found = [summary(each, language) for each in tagged(catalogue.load(), tag)]
    if json:
        terminal.print_json({"data": found})
        return
    rows = [{"id": each.id, "title": each.title, "ask": each.ask[0]} for each in found]
    table.show(("id", "title", "ask"), rows, {"id": "ID", **_LIST_LABELS[language]})


_LIST_LABELS = {"zh": {"title": "名称", "ask": "问题"}, "en": {"title": "Title", "ask": "Question"}}


def query(
    query_id: Annotated[str, typer.Argument(metavar="ID", help="查询标识 / As `zhitu queries` lists them")],
    values: Annotated[list[str] | None, typer.Argument(metavar="NAME=VALUE", help="参数，可重复 / Parameters")] = None,
    limit: LimitOption = None,
    form: Annotated[Form, typer.Option("--format", help="输出格式 / Format")] = Form.table,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="附原文与出处（表格除外） / With the words behind")
    ] = False,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Run a query and print all its rows."""
    found = catalogue.load()[query_id]
    language = terminal.language(lang)
    form = Form.json if json else form
    with terminal.graph() as store:
        asked = Asked(found, coerce(found.header, _given(values or ()), StoreResolver(store)))
        if form in (Form.table, Form.json):
            window = Window(limit, with_quotes=evidence)
            answer = envelope(asked, window, store, store.version(), language)
            if form is Form.json:
                terminal.print_json(answer)
                return
            table.show_answer(answer)
            more = said("（还有更多）", " (there are more)", lang) if answer.page.truncated else ""
            note(said(f"{len(answer.data)} 行", f"{len(answer.data)} rows", lang) + more)
        else:
            chosen = choose(offered(found.header.shape, found.header.view.kind), form.value, None)
            terminal.write(stream.pieces(asked, running.Page(limit), store, stream.Wanted(chosen, language, evidence)))


def values(
    query_id: Annotated[str, typer.Argument(metavar="ID", help="查询标识 / As `zhitu queries` lists them")],
    parameter: Annotated[str, typer.Argument(metavar="NAME", help="参数 / Parameter")],
    text: Annotated[str, typer.Argument(metavar="WORDS", help="名称、英文、拼音或首字母 / Called like this")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多几个 / Most values")] = 20,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """List the values of a parameter."""
    language = terminal.language(lang)
    with terminal.graph() as store:
        choices = ChoiceLists(store, catalogue.load()).of(query_id, parameter, store.version())
        found = [view(choice, match, language) for choice, match in choices.like(text, limit)]
    if json:
        terminal.print_json({"data": found})
        return
    labels = {"value": "ID", "label": said("名称", "Name", lang), "count": said("数量", "Count", lang)}
    table.show(list(labels), [each.model_dump() for each in found], labels)


def search_text(
    text: Annotated[str, typer.Argument(help="检索词 / Words")],
    label: Annotated[list[str] | None, typer.Option("--label", help="只看这些类型 / Only these labels")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="最多几条 / Most hits")] = 20,
    json: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """Search names, aliases and passages."""
    labels = searched_labels(label or ())
    with terminal.graph() as store:
        hits = search(store, text, labels, limit)
        version = store.version().version
    if json:
        terminal.print_json(Found(data=hits, graph=GraphState(version=version)))
    elif hits:
        table.show_hits(hits)
    else:
        note(said("没有找到。", "Nothing found.", lang))


def schema(json: JsonOption = False) -> None:
    """Print the node and relationship types."""
    if json:
        terminal.print_json(schema_document())
    else:
        typer.echo(readme_table())


def _given(values: Sequence[str]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for each in values:
        name, sign, value = each.partition("=")
        if not sign:
            raise typer.BadParameter(f"{each!r}: 应写作 NAME=VALUE / expected NAME=VALUE")
        given.setdefault(name, []).append(value)
    return given
