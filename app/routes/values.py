"""The values that a parameter of a query takes: one list for forms, tools and people."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from app.catalogue_models import ChoicesView, ChoiceView
from app.conditional import begin
from app.language import Language, pick
from app.models import GraphState
from app.queries.choices import Choice, Choices
from app.reads.likeness import Likeness
from app.routes.requests import Plain
from app.services import Given, Reading
from stores.records import GraphVersion

router = APIRouter()


class ValuesQuery(Plain):
    """Which values to list."""

    q: Annotated[
        str,
        Field(
            max_length=200,
            description="Only values called like this, in Chinese, English or pinyin. / 名称、别名、英文、拼音或首字母",
            examples=["spaq"],
        ),
    ] = ""
    limit: Annotated[int, Field(ge=1, le=1000, description="Most values. / 最多几个")] = 20


@router.get(
    "/queries/{query_id}/values/{parameter}",
    response_model=ChoicesView,
    summary="Values of a parameter / 参数的可选值",
)
def get_values(
    query_id: str,
    parameter: str,
    request: Request,
    given: Given,
    language: Reading,
    asked: Annotated[ValuesQuery, Query()],
) -> Response:
    """What a parameter takes, by name in both languages, with pinyin, other names and counts: for forms and tools.

    参数的可选值，附中英文名称、拼音、别名与数量，供表单和工具使用。
    """
    reply = begin(request, given.catalogue[query_id].hash)
    choices = given.choices.of(query_id, parameter, reply.graph)
    return reply.json(listed(choices, asked.q, asked.limit, reply.graph, language).model_dump())


def listed(choices: Choices, text: str, limit: int, graph: GraphVersion, language: Language) -> ChoicesView:
    """At most `limit` of the values, those like the text first, as answers show them."""
    found = choices.like(text, limit + 1)
    return ChoicesView(
        data=[view(choice, match, language) for choice, match in found[:limit]],
        counted=pick(choices.counted, language) if choices.counted else None,
        truncated=choices.is_cut or len(found) > limit,
        graph=GraphState(version=graph.version),
    )


def view(choice: Choice, match: Likeness | None, language: Language) -> ChoiceView:
    """A value as answers show it."""
    return ChoiceView(
        value=choice.value,
        label=choice.label_en if language == "en" and choice.label_en else choice.label,
        label_zh=choice.label,
        label_en=choice.label_en,
        aliases=list(choice.aliases),
        pinyin=choice.pinyin,
        initials=choice.initials,
        count=choice.count,
        match=match,
    )
