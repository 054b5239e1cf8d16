"""Search over names, aliases and passages."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from app.conditional import begin
from app.models import Found
from app.reads.search import search, searched_labels
from app.routes.requests import Plain
from app.services import Given

router = APIRouter(prefix="/v1", tags=["search"])


class SearchQuery(Plain):
    """What to search for."""

    q: Annotated[
        str,
        Field(min_length=1, max_length=200, description="Words to look for. / 检索词", examples=["食品安全"]),
    ]
    label: Annotated[
        tuple[str, ...],
        Field(description="Only nodes with these labels; repeatable. / 只看这些类型", examples=[["Brand"]]),
    ] = ()
    limit: Annotated[int, Field(ge=1, le=100, description="Most hits. / 最多几条")] = 20


@router.get("/search", response_model=Found, summary="Search / 检索")
def get_search(request: Request, given: Given, asked: Annotated[SearchQuery, Query()]) -> Response:
    """What fits the words best: exact names, then names that begin with them or hold them, then passages.

    按匹配程度排列：名称全同、前缀、包含，再到语段；中文无需分词，繁体可检索简体。
    """
    labels = searched_labels(asked.label)
    reply = begin(request)
    hits = search(given.store, asked.q, labels, asked.limit)
    return reply.json({"data": hits, "graph": {"version": reply.graph.version}})
