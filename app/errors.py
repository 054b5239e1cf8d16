"""What can go wrong between a caller and the graph, and the one table from error to problem (RFC 9457)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.language import Language, pick
from app.queries.errors import (
    AmbiguousReference,
    CallerError,
    IllTypedParameter,
    MissingParameter,
    NoChoices,
    ParameterError,
    UnknownParameter,
    UnknownQuery,
    UnknownReference,
    quoted,
)
from graph_schema.errors import GraphError
from stores.errors import QueryTimeout, SettingsError, StoreInUse, StoreUnavailable, TransactionTooLarge


class RequestError(CallerError):
    """A request is not as the API declares it."""


class BadCursor(RequestError):
    """A cursor is none, or belongs to another question."""


class StaleCursor(RequestError):
    """The graph has changed since the cursor was given."""


class NotAcceptable(RequestError):
    """The answer does not come in the format asked for; `choices` are those it comes in."""

    def __init__(self, asked: str, choices: Sequence[str]) -> None:
        self.asked = asked
        self.choices = tuple(choices)
        super().__init__(
            f"这里不提供{quoted(asked)}，可选：{'、'.join(choices)}",
            f"{asked!r} is not offered here; choose one of {', '.join(choices)}",
        )


Thing = Literal["document", "node", "statement", "kind of problem"]
THINGS: dict[Thing, str] = {"document": "文件", "node": "节点", "statement": "陈述", "kind of problem": "错误类型"}


class NoSuchThing(RequestError):
    """Nothing in the graph has this id."""

    def __init__(self, what: Thing, reference: str) -> None:
        self.what = what
        self.reference = reference
        super().__init__(f"没有标识为{quoted(reference)}的{THINGS[what]}", f"no {what} has the id {reference!r}")


class CannotListen(CallerError):
    """The server cannot listen at an address."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        address = f"{host}:{port}: {reason}"
        super().__init__(f"{address}；请换端口：--port 8001", f"{address}; choose another: --port 8001")


class EmptyGraph(CallerError):
    """Nothing was ever loaded."""

    def __init__(self) -> None:
        super().__init__(
            "图谱为空，请先装载文档：zhitu load PATH", "the graph is empty; load documents first: zhitu load PATH"
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: `slug` ends its stable type URI `/problems/{slug}`."""

    slug: str
    status: int
    zh: str
    en: str

    @property
    def uri(self) -> str:
        """The `type` of the problem document, relative to the API's root."""
        return f"/problems/{self.slug}"


NOT_FOUND = Kind("not-found", 404, "没有这个地址", "No such address")
METHOD_NOT_ALLOWED = Kind("method-not-allowed", 405, "此地址不支持该方法", "Method not allowed here")
UNKNOWN_PARAMETER = Kind("unknown-parameter", 422, "没有这个参数", "Unknown parameter")
INVALID_PARAMETER = Kind("invalid-parameter", 422, "参数值不合要求", "Parameter is not as declared")
MISSING_PARAMETER = Kind("missing-parameter", 422, "缺少必填参数", "Missing parameter")
INTERNAL = Kind("internal", 500, "服务器内部错误", "Something went wrong on the server")

# A class stands before the classes it derives from; the first that fits counts.
TABLE: tuple[tuple[type[GraphError], Kind], ...] = (
    (UnknownQuery, Kind("unknown-query", 404, "没有这个查询", "No such query")),
    (NoSuchThing, Kind("unknown-id", 404, "图谱中没有这个标识", "Nothing has this id")),
    (NoChoices, Kind("no-choices", 404, "没有可列出的取值", "No list of values")),
    (NotAcceptable, Kind("not-acceptable", 406, "不提供这种格式", "Format not offered")),
    (StaleCursor, Kind("stale-cursor", 410, "图谱已更新，游标失效", "The graph has changed")),
    (BadCursor, Kind("bad-cursor", 422, "游标无效", "Not a cursor of this question")),
    (UnknownParameter, UNKNOWN_PARAMETER),
    (MissingParameter, MISSING_PARAMETER),
    (UnknownReference, Kind("unknown-reference", 422, "图谱中没有所指的对象", "Nothing has this id or name")),
    (AmbiguousReference, Kind("ambiguous-reference", 422, "名称对应多个对象", "The name fits several")),
    (IllTypedParameter, INVALID_PARAMETER),
    (ParameterError, INVALID_PARAMETER),
    (QueryTimeout, Kind("timeout", 504, "查询超时", "The query took too long")),
    (TransactionTooLarge, Kind("too-large", 507, "所需内存超出限额", "The query needs more memory than there is")),
    (StoreInUse, Kind("store-in-use", 503, "图谱正被另一进程占用", "Another process owns the graph")),
    (StoreUnavailable, Kind("store-unavailable", 503, "暂时无法连接图谱", "The graph cannot be reached")),
)

KINDS: tuple[Kind, ...] = (
    *dict.fromkeys(kind for _, kind in TABLE),
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    INTERNAL,
)

ExitCode = Literal[1, 2, 3]


def kind_of(error: GraphError) -> Kind:
    """The kind of problem that an error is; `internal` for one that no caller can react to."""
    return next((kind for error_type, kind in TABLE if isinstance(error, error_type)), INTERNAL)


def sentence(error: GraphError, language: Language) -> str:
    """What is wrong, in a language if it is the caller's to mend; the others' words are for those who operate."""
    return pick(error, language) if isinstance(error, CallerError) else str(error)


def words(error: GraphError, language: Language) -> str:
    """The same, and what would be accepted."""
    return error.with_nearest(language) if isinstance(error, CallerError) else str(error)


def details(error: GraphError, language: Language) -> dict[str, Any]:
    """What a problem document says beyond the message: the parameter at fault, and what would be accepted."""
    match error:
        case ParameterError():
            return {"parameter": error.parameter, "nearest": _proposed(error, language)}
        case CallerError() if error.nearest:
            return {"nearest": _proposed(error, language)}
        case NotAcceptable():
            return {"choices": list(error.choices)}
        case _:
            return {}


def _proposed(error: CallerError, language: Language) -> list[dict[str, str]]:
    return [{"value": each.value, "label": pick(each, language)} for each in error.nearest]


def exit_code(error: GraphError) -> ExitCode:
    """What the command exits with: 3 the graph is out of reach, 2 the caller's words or settings, 1 anything else."""
    status = kind_of(error).status
    if status == 503:
        return 3
    return 2 if 400 <= status < 500 or isinstance(error, SettingsError | CannotListen) else 1
