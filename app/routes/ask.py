"""A question in people's words, answered by the query that it means."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from app.ask.reply import Answered, reply
from app.conditional import begin
from app.routes.requests import Plain
from app.services import Given, Reading

router = APIRouter(prefix="/v1", tags=["ask"])


class AskQuery(Plain):
    """What is asked."""

    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=300,
            description="A question in Chinese or English. / 中文或英文问题",
            examples=["青岛有哪些食品安全措施"],
        ),
    ]
    limit: Annotated[int, Field(ge=1, le=1000, description="Most rows of the answer. / 最多几行")] = 20


@router.get("/ask", response_model=Answered, summary="Ask in words / 用一句话提问")
def get_ask(request: Request, given: Given, language: Reading, asked: Annotated[AskQuery, Query()]) -> Response:
    """The curated query that a question means, with its parameters filled, then its answer; else the nearest queries.

    问题所对应的查询及其参数、查询结果；没有合适的查询时给出最接近的查询。
    """
    begun = begin(request, given.catalogue.hash)
    return begun.json(reply(asked.q, given.asker, given.store, language, asked.limit).model_dump())
