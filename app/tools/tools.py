"""The tools: what each takes, and what it answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app import openapi
from app.ask.asker import Asker
from app.ask.reply import reply
from app.envelope import Asked, Window, envelope
from app.language import Language
from app.queries.catalogue import Catalogue, Query
from app.queries.choices import ChoiceLists
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from app.reads.likeness import Called, like
from app.routes.catalogue import summary
from app.routes.values import listed
from stores.store import Store

PINNED = ("measures_for_goal", "agencies_of_goal", "targets_and_results", "compare_regions")
"""Queries that are tools of their own; any other is found by search_queries and run by run_query."""
_ROWS = 50  # of an answer, where the caller does not say: what a model reads costs it room
_MOST = 1000
_VALUES = 20
_FOUND = 10

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool; `takes` is the JSON schema of its arguments."""

    name: str
    description: str
    takes: Json
    run: Callable[[Mapping[str, Any]], Json]


class Tools:
    """The tools over one graph and catalogue."""

    def __init__(self, queries: Catalogue, store: Store, asker: Asker, language: Language) -> None:
        self._queries, self._store, self._asker, self.language = queries, store, asker, language
        self._choices = ChoiceLists(store, queries)
        pinned = (self._pinned(queries[name]) for name in PINNED if name in queries.queries)
        self.by_name = {tool.name: tool for tool in (*self._general(), *pinned)}

    def _general(self) -> Iterator[Tool]:
        text, limit = {"type": "string"}, {"type": "integer", "minimum": 1, "maximum": _MOST}
        yield Tool(
            "search_queries",
            "Find curated queries by words, or by a question in Chinese or English. / 按词语或问题查找查询",
            _schema({"text": text}, "text"),
            self._search,
        )
        yield Tool(
            "describe_query",
            "The contract of a query: parameters, columns, examples. / 查询的参数、列与示例",
            _schema({"query": text}, "query"),
            self._describe,
        )
        yield Tool(
            "list_values",
            "Values that a parameter of a query takes: those like `text`, else the most counted. / 参数的可选值",
            _schema({"query": text, "parameter": text, "text": text, "limit": limit}, "query", "parameter"),
            self._values,
        )
        yield Tool(
            "run_query",
            "Run a query; values are ids or names in Chinese, English or pinyin. Every row has evidence. / 运行查询",
            _schema({"query": text, "params": {"type": "object"}, "limit": limit}, "query"),
            lambda given: self._run(self._queries[given["query"]], given.get("params", {}), given.get("limit", _ROWS)),
        )
        yield Tool(
            "ask",
            "Answer a question by the query that it means, shown first; says so if none fits. / 用一句话提问",
            _schema({"question": text, "limit": limit}, "question"),
            self._ask,
        )

    def _pinned(self, query: Query) -> Tool:
        params = {each["name"]: _described(each) for each in openapi.own_parameters(query)}
        params["limit"] = {"type": "integer", "minimum": 1, "maximum": _MOST}
        required = [name for name, declared in query.header.params.items() if declared.required]
        said = f"{query.header.description.en} / {query.header.description.zh}"
        return Tool(query.id, said, _schema(params, *required), lambda given: self._run(query, *_apart(given)))

    def _search(self, given: Mapping[str, Any]) -> Json:
        called = [Called(query.id, tuple(_names(query))) for query in self._queries]
        understood = self._asker.understand(given["text"], self._store.version())
        meant = [each.askable.query.id for each in (understood.best, *understood.others) if each]
        found = dict.fromkeys([*meant, *(each.value for each in like(given["text"], called, _FOUND))])
        return {"queries": [summary(self._queries[each], self.language).model_dump() for each in list(found)[:_FOUND]]}

    def _describe(self, given: Mapping[str, Any]) -> Json:
        query = self._queries[given["query"]]
        return {"id": query.id, **query.header.model_dump(mode="json", exclude_none=True)}

    def _values(self, given: Mapping[str, Any]) -> Json:
        graph, most = self._store.version(), given.get("limit", _VALUES)
        choices = self._choices.of(given["query"], given["parameter"], graph)
        return listed(choices, given.get("text", ""), most, graph, self.language).model_dump()

    def _run(self, query: Query, params: Mapping[str, Any], limit: int) -> Json:
        asked = Asked(query, coerce(query.header, _texts(params), StoreResolver(self._store)))
        return envelope(asked, Window(limit), self._store, self._store.version(), self.language).model_dump(mode="json")

    def _ask(self, given: Mapping[str, Any]) -> Json:
        limit = given.get("limit", _ROWS)
        return reply(given["question"], self._asker, self._store, self.language, limit).model_dump(mode="json")


def _schema(properties: Json, *required: str) -> Json:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _described(parameter: Json) -> Json:
    return {**parameter["schema"], "description": parameter["description"]}


def _apart(given: Mapping[str, Any]) -> tuple[Json, int]:
    """The parameters of a pinned query, and the limit."""
    return {name: value for name, value in given.items() if name != "limit"}, given.get("limit", _ROWS)


def _texts(params: Mapping[str, Any]) -> dict[str, list[str]]:
    """Values as a caller of the API writes them."""
    listed = {
        name: value if isinstance(value, list) else [value] for name, value in params.items() if value is not None
    }
    return {
        name: [str(each).lower() if isinstance(each, bool) else str(each) for each in v] for name, v in listed.items()
    }


def _names(query: Query) -> Iterator[str]:
    header = query.header
    yield from (header.title.zh, header.title.en, query.id.replace("_", " "), *header.ask.zh, *header.ask.en)
