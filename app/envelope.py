"""The JSON envelope of a query's answer: rows and all that is needed to read and to repeat it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app import cursor, evidence
from app.language import Language, pick
from app.models import ColumnInfo, Envelope, GraphState, Page, QueryInfo
from app.queries import running
from app.queries.catalogue import Query
from app.queries.header import NoEvidence, Text
from app.reads.values import json_ready
from stores.records import GraphVersion
from stores.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the parameters it is asked with, as applied."""

    query: Query
    params: Mapping[str, Any]

    def bound_to(self, graph: GraphVersion) -> cursor.Binding:
        """What a cursor of this question in this state of the graph is good for."""
        return cursor.binding(self.query.id, self.query.hash, self.params, (graph.store, graph.version))


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of an answer: `limit` of them from where the cursor `after` stands, the beginning where it is None.

    Beside them the number of all rows and the words behind those given, where wanted.
    """

    limit: int | None
    after: str | None = None
    with_total: bool = False
    with_quotes: bool = False

    def page(self, asked: Asked, graph: GraphVersion) -> running.Page:
        """The same by offset. Raises BadCursor, StaleCursor."""
        return running.Page(self.limit, cursor.decode(self.after, asked.bound_to(graph)) if self.after else 0)


def envelope(asked: Asked, window: Window, store: Store, graph: GraphVersion, language: Language) -> Envelope:
    """One page of an answer. Raises BadCursor, StaleCursor, QueryTimeout, StoreUnavailable."""
    page = window.page(asked, graph)
    answer = running.run(asked.query, asked.params, store, page)
    after = cursor.encode(page.offset + len(answer.rows), asked.bound_to(graph)) if answer.truncated else None
    data = [json_ready(row) for row in answer.rows]
    total = running.total(asked.query, asked.params, store) if window.with_total else None
    return Envelope(
        data=data,
        columns=columns(asked.query, language),
        page=Page(limit=window.limit, next=after, truncated=answer.truncated, total=total),
        query=QueryInfo(id=asked.query.id, version=asked.query.header.version, hash=asked.query.hash),
        graph=GraphState(version=graph.version),
        params=dict(asked.params),
        warnings=list(_warnings(asked.query, window, language)),
        quotes=evidence.of_rows(asked.query, data, store) if window.with_quotes else None,
    )


def columns(query: Query, language: Language) -> list[ColumnInfo]:
    """The columns of an answer, labelled in one language."""
    return [
        ColumnInfo(name=name, type=str(each.type), label=pick(each.label, language), unit=each.unit, role=each.role)
        for name, each in query.header.returns.items()
    ]


def _warnings(query: Query, window: Window, language: Language) -> Iterator[str]:
    if warning := _STATUS_WARNINGS.get(query.header.status):
        yield pick(warning, language)
    if window.with_quotes and isinstance(query.header.evidence, NoEvidence):
        yield pick(query.header.evidence.none, language)


_STATUS_WARNINGS = {
    "draft": Text(zh="此查询为草案，可能更改", en="this query is a draft and may change"),
    "deprecated": Text(zh="此查询已弃用", en="this query is deprecated"),
}
