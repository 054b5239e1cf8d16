"""The OpenAPI document: what FastAPI derives from routes, and what only the catalogue and the error table know."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder

from app.formats import SVG, Format, offered
from app.language import LANGUAGES, Bilingual
from app.models import Envelope, ProblemView
from app.problems import MEDIA_TYPE
from app.queries.catalogue import Catalogue, Query
from app.queries.choices import has_choices
from app.queries.header import Column, Parameter
from app.queries.types import ValueType

Json = dict[str, Any]

_SCHEMAS: dict[str, Json] = {
    "string": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "year": {"type": "integer", "minimum": 1900, "maximum": 2100},
    "ref": {"type": "string"},
    "path": {"type": "object", "properties": {"nodes": {"type": "array"}, "relationships": {"type": "array"}}},
}
_PROBLEMS = {
    "304": "The caller holds this answer already (If-None-Match). / 未变",
    "404": "Nothing has this id, or no query is called so. / 没有此标识",
    "406": "Not in this format; `choices` lists those on offer. / 不提供此格式",
    "410": "The graph has changed since the cursor was given. / 游标失效",
    "422": "A parameter is unknown or not as declared; `nearest` proposes values. / 参数有误",
    "503": "The graph cannot be reached; Retry-After says when to try again. / 暂不可用",
    "504": "The query took too long. / 超时",
    "507": "The query needs more memory than the database gives. / 所需内存超出限额",
}
_LIMIT = "Rows of a page; without it JSON gives 100, the other formats all. / 行数；不填时 JSON 为 100，其他格式为全部"
_FLAG = {"type": "string", "enum": ["0", "1"], "default": "0"}
_COUNT = "1: how many rows there are in all, in `page.total`, else in X-Total-Count. / 总行数"
_EVIDENCE = "1: the words behind the rows, with document, section and position, in `quotes`. / 附原文、文件、章节与位置"
_TAGS = [
    {"name": "queries", "description": "Ask: one route a curated query. / 提问：每个策划查询一个地址。"},
    {"name": "ask", "description": "Ask in words. / 用一句话提问。"},
    {"name": "catalogue", "description": "What can be asked. / 可以问什么。"},
    {"name": "search", "description": "Names, aliases and passages. / 名称、别名与语段。"},
    {"name": "graph", "description": "One thing at a time, and the graph as a whole. / 单个对象与整个图谱。"},
    {"name": "health", "description": "For those who run it. / 运维。"},
    {"name": "problems", "description": "What can go wrong. / 错误类型。"},
]


def describe(app: FastAPI, queries: Catalogue) -> None:
    """Complete the document: the queries, problem responses of every operation, words for the tags."""
    document = app.openapi()
    document["paths"].update((path, {"get": operation}) for path, operation in _operations(queries))
    document["tags"] = _TAGS
    schemas = document["components"]["schemas"]
    schemas["Problem"] = ProblemView.model_json_schema()
    envelope = Envelope.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(envelope.pop("$defs"))
    schemas["Envelope"] = envelope
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for path, operations in document["paths"].items():
        operations["get"]["responses"].update({status: _problem(status) for status in _statuses(path)})
    app.openapi_schema = document


def address(query: Query) -> str:
    """Where a query is run."""
    return f"/v1/q/{query.id}"


def picture_address(query: Query) -> str:
    """Where the answer of a query is drawn."""
    return f"{address(query)}.svg"


def _operations(queries: Catalogue) -> Iterator[tuple[str, Json]]:
    """What can be done with each query, by path."""
    for query in queries:
        said = words(query.header.title)
        yield address(query), _operation(query, query.id, said, _success(query), _parameters(query))
        if SVG in offers(query):
            shown = _operation(query, f"{query.id}_svg", f"{said} (SVG)", _PICTURE, _picture_parameters(query))
            yield picture_address(query), shown


def _operation(query: Query, name: str, summary: str, success: Json, parameters: list[Json]) -> Json:
    return {
        "tags": ["queries"],
        "summary": summary,
        "description": _description(query),
        "operationId": name,
        "parameters": parameters,
        "responses": {"200": success},
        **({"deprecated": True} if query.header.status == "deprecated" else {}),
    }


def _description(query: Query) -> str:
    """What a query answers, in both languages, with the questions and where its contract is."""
    header = query.header
    questions = "\n".join(f"- {question}" for question in (*header.ask.en, *header.ask.zh))
    return f"{header.description.en}\n\n{header.description.zh}\n\n{questions}\n\nContract: `/v1/queries/{query.id}`"


def _parameters(query: Query) -> list[Json]:
    """The parameters of a query's route: its own, then what every query takes."""
    formats = [each.name for each in offers(query)]
    return [
        *own_parameters(query),
        _LIMITED,
        _common("cursor", {"type": "string"}, "`page.next` of the page before. / 上一页的 `page.next`"),
        _common("format", {"type": "string", "enum": formats}, "Format; else Accept decides. / 格式"),
        _common("count", _FLAG, _COUNT),
        _common("evidence", _FLAG, _EVIDENCE),
        _IN_LANGUAGE,
    ]


def _picture_parameters(query: Query) -> list[Json]:
    """The parameters of the route of a query's drawing."""
    return [*own_parameters(query), _LIMITED, _IN_LANGUAGE]


def own_parameters(query: Query) -> list[Json]:
    """The parameters that the query itself declares."""
    return [_parameter(query, name, declared) for name, declared in query.header.params.items()]


def _success(query: Query) -> Json:
    """The answer of a query in each of its formats; JSON by its columns."""
    text = {"schema": {"type": "string"}}
    content = {each.media_type.partition(";")[0]: text for each in offers(query)}
    return {
        "description": "The answer. / 结果",
        "content": {**content, "application/json": {"schema": _answer_schema(query)}},
    }


_PICTURE: Json = {"description": "A drawing. / 图", "content": {SVG.media_type: {"schema": {"type": "string"}}}}
"""The answer of a query as a drawing."""


def offers(query: Query) -> tuple[Format, ...]:
    """The formats in which the answer of a query comes."""
    return offered(query.header.shape, query.header.view.kind)


def words(text: Bilingual) -> str:
    """Both languages in one text."""
    return f"{text.en} / {text.zh}"


def values_address(query: Query, parameter: str) -> str:
    """Where the values of a parameter are listed."""
    return f"/v1/queries/{query.id}/values/{parameter}"


def _parameter(query: Query, name: str, declared: Parameter) -> Json:
    described = {
        "name": name,
        "in": "query",
        "required": declared.required,
        "description": _parameter_words(query, name, declared),
        "schema": _parameter_schema(declared),
        "example": jsonable_encoder(declared.example),
    }
    if has_choices(declared):
        described["x-values"] = values_address(query, name)
    return {**described, "style": "form", "explode": True} if declared.type.many else described


def _common(name: str, schema: Json, said: str) -> Json:
    return {"name": name, "in": "query", "required": False, "description": said, "schema": schema}


_LIMITED = _common("limit", {"type": "integer", "minimum": 1}, _LIMIT)
_LANGUAGE = "Language; else Accept-Language decides. / 语言"
_IN_LANGUAGE = _common("lang", {"type": "string", "enum": list(LANGUAGES)}, _LANGUAGE)


def _answer_schema(query: Query) -> Json:
    columns = {name: _column_schema(column) for name, column in query.header.returns.items()}
    row = {"type": "object", "properties": columns, "required": list(columns)}
    data = {"type": "object", "properties": {"data": {"type": "array", "items": row}}}
    return {"allOf": [{"$ref": "#/components/schemas/Envelope"}, data]}


def _value_schema(declared: ValueType) -> Json:
    one = dict(_SCHEMAS[declared.kind])
    return {"type": "array", "items": one} if declared.many else one


def _parameter_schema(declared: Parameter) -> Json:
    schema = _value_schema(declared.type)
    one = schema["items"] if declared.type.many else schema
    if declared.enum is not None:
        one["enum"] = list(declared.enum)
    bounds = {"minimum": declared.min, "maximum": declared.max}
    one.update({key: bound for key, bound in bounds.items() if isinstance(bound, int | float)})
    if declared.default is not None:
        schema["default"] = jsonable_encoder(declared.default)
    return schema


def _parameter_words(query: Query, name: str, declared: Parameter) -> str:
    lines = [words(declared.description)]
    if declared.type.kind == "ref":
        labels = ", ".join(declared.type.labels) or "any label"
        lines.append(f"Id or name of: {labels}.")
    if declared.values_from is not None:
        lines.append(f"Values: `{values_address(query, name)}`, with names in Chinese, English and pinyin.")
    lines += [f"- `{value}`: {words(label)}" for value, label in (declared.enum or {}).items()]
    return "\n\n".join(lines[:2]) + "".join(f"\n{line}" for line in lines[2:])


def _column_schema(column: Column) -> Json:
    unit = f" ({column.unit})" if column.unit else ""
    schema = _value_schema(column.type)
    if column.may_be_null:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "description": words(column.label) + unit}


def _problem(status: str) -> Json:
    if status == "304":
        return {"description": _PROBLEMS[status]}
    return {
        "description": _PROBLEMS[status],
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _statuses(path: str) -> list[str]:
    """The statuses besides 200 that a path may answer with."""
    if path.startswith("/v1/q/"):
        return ["304", "406", "410", "422", "503", "504", "507"]
    if path in ("/healthz", "/problems", "/v1/schema", "/v1/queries"):
        return ["422"]
    if path in ("/v1/queries/{query_id}", "/problems/{slug}"):
        return ["404", "422"]
    return [*(["404"] if "{" in path else []), "304", "422", "503", "504", "507"]
