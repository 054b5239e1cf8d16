"""The graph as a whole: its schema, its version and size."""

from fastapi import APIRouter, Request, Response

from app.conditional import begin
from app.models import GraphCounts, One
from app.routes.requests import PlainQuery
from app.services import Given
from graph_schema.derive import schema_document

router = APIRouter(prefix="/v1", tags=["graph"])


@router.get("/schema", summary="What can be in the graph / 图谱模式")
def get_schema(_: PlainQuery) -> dict[str, object]:
    """Every node and relationship type with its properties, from the declarations that the program itself runs on.

    全部节点类型与关系类型及其属性。
    """
    return schema_document()


@router.get("/graph", response_model=One[GraphCounts], summary="Version and size / 版本与规模")
def get_graph(request: Request, given: Given, _: PlainQuery) -> Response:
    """The version of the graph, and how many nodes and relationships of each type it holds.

    图谱版本，以及各类节点和关系的数量。
    """
    reply = begin(request)
    return reply.one(given.counts(reply.graph))
