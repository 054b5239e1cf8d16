"""Several statements at once: for whoever shows the words behind many rows or lines."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from app.conditional import begin
from app.models import GraphState, StatementView
from app.reads.statements import statements
from app.routes.requests import Plain
from app.services import Given

router = APIRouter(prefix="/v1", tags=["graph"])
MOST = 200


class Stated(BaseModel):
    """Statements, and the state of the graph they are read from."""

    data: list[StatementView]
    graph: GraphState


class StatementsQuery(Plain):
    """Which statements."""

    id: Annotated[
        tuple[str, ...],
        Field(min_length=1, max_length=MOST, description=f"Ids of statements, {MOST} at most; repeatable. / 陈述编号"),
    ]


@router.get("/statements", response_model=Stated, summary="Statements / 多条陈述")
def get_statements(request: Request, given: Given, asked: Annotated[StatementsQuery, Query()]) -> Response:
    """The statements with these ids, by document and place; an id that nothing has is left out.

    按文件与位置排列的多条陈述；图中没有的编号略去。
    """
    reply = begin(request)
    return reply.one(statements(given.store, asked.id))
