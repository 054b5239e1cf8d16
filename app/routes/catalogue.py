"""The catalogue of curated queries: what can be asked, and how."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from rapidfuzz import process

from app.catalogue_models import QueryList, QuerySummary, QueryView, TagInfo
from app.language import Language, pick
from app.openapi import values_address
from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.queries.choices import has_choices
from app.queries.errors import IllTypedParameter, Proposal, quoted
from app.routes import values
from app.routes.requests import Plain, PlainQuery
from app.services import Given, Reading

router = APIRouter(prefix="/v1", tags=["catalogue"])
router.include_router(values.router)


class ListQuery(Plain):
    """Which queries to list."""

    tag: Annotated[
        str | None, Field(description="Only queries with this tag. / 只看带此标签的查询", examples=["goals"])
    ] = None


@router.get("/queries", summary="Catalogue of queries / 查询目录")
def get_queries(given: Given, language: Reading, asked: Annotated[ListQuery, Query()]) -> QueryList:
    """Every curated query at a glance, with the questions that it answers.

    全部策划查询及其可回答的问题。
    """
    queries = tagged(given.catalogue, asked.tag)
    tags = [
        TagInfo(tag=tag, label=pick(words, language), queries=len(given.catalogue.tagged(tag)))
        for tag, words in given.catalogue.tags.items()
    ]
    return QueryList(data=[summary(query, language) for query in queries], tags=tags)


@router.get("/queries/{query_id}", summary="A query's contract / 查询契约")
def get_query(query_id: str, given: Given, _: PlainQuery) -> QueryView:
    """Parameters, columns, order, view and examples in both languages, with the Cypher that runs.

    参数、列、排序、视图与示例（中英文），以及所运行的 Cypher。
    """
    query = given.catalogue[query_id]
    header = query.header.model_dump(mode="json", exclude_none=True)
    return QueryView(id=query.id, hash=query.hash, header=header, values=_addresses(query), cypher=query.cypher)


def _addresses(query: catalogue.Query) -> dict[str, str]:
    params = query.header.params
    return {name: values_address(query, name) for name, declared in params.items() if has_choices(declared)}


def summary(query: catalogue.Query, language: Language) -> QuerySummary:
    """A query at a glance, in one language."""
    header = query.header
    return QuerySummary(
        id=query.id,
        version=header.version,
        status=header.status,
        title=pick(header.title, language),
        description=pick(header.description, language),
        ask=list(header.ask.zh if language == "zh" else header.ask.en),
        tags=list(header.tags),
        shape=header.shape,
        url=f"/v1/q/{query.id}",
    )


def tagged(queries: Catalogue, tag: str | None) -> list[catalogue.Query]:
    """The queries with a tag, all where it is None. Raises IllTypedParameter, proposing the nearest."""
    if tag is None:
        return list(queries)
    if tag not in queries.tags:
        near = process.extract(tag, list(queries.tags), limit=3)
        nearest = [Proposal(value, queries.tags[value].zh, queries.tags[value].en) for value, _, _ in near]
        raise IllTypedParameter("tag", f"没有{quoted(tag)}这个标签", f"{tag!r} is no tag", nearest)
    return queries.tagged(tag)
