"""What the API answers with, as its OpenAPI document describes it."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict


class View(BaseModel):
    """What one answer, or a part of one, holds."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class GraphState(View):
    """Which state of the graph an answer is read from."""

    version: int
    """Raised by every change of the graph."""


class ColumnInfo(View):
    """One column of an answer."""

    name: str
    type: str
    label: str
    """In the language of the answer."""
    unit: str | None = None
    role: str | None = None
    """id, label, measure, time, place or evidence; null for a detail."""


class Page(View):
    """Which part of the whole answer this is."""

    limit: int | None
    """Rows asked for; null for as many as one read gives."""
    next: str | None
    """The cursor of the next page; null on the last."""
    truncated: bool
    """Whether there are more rows than these."""
    total: int | None = None
    """Rows of the whole answer; null unless asked for with `count=1`."""


class QueryInfo(View):
    """The query that was run."""

    id: str
    version: int
    hash: str
    """Changes with every change of the query's file."""


class QuoteView(View):
    """A statement at its words. Offsets are code points of the document's text as read; `end` is exclusive."""

    statement: str
    type: str
    """The relationship type of the fact."""
    modality: str
    quote: str
    start: int
    end: int
    passage: str
    section: str
    """The headings above it, outermost first, joined by ` / `."""
    document: str
    title: str
    """Of the document."""
    source: str
    published_on: str | None = None


class Envelope(View):
    """The answer of a query: rows and all that is needed to read and to repeat it."""

    data: list[dict[str, Any]]
    columns: list[ColumnInfo]
    page: Page
    query: QueryInfo
    graph: GraphState
    params: dict[str, Any]
    """As applied: defaults filled in, names resolved to ids."""
    warnings: list[str]
    quotes: dict[str, QuoteView] | None = None
    """The statements that the rows rest on, by id; null unless asked for with `evidence=1`."""


class NodeRef(View):
    """A node, as others refer to it."""

    id: str
    label: str
    name: str


class Neighbours(View):
    """How many neighbours of one label a node has over relationships of one type."""

    type: str
    outgoing: bool
    """Whether the relationship runs from this node."""
    label: str
    """Of the neighbours."""
    count: int


class PassageView(View):
    """The sentence or clause in which something is stated."""

    id: str
    text: str
    """As read."""
    section: str
    """The headings above it, outermost first, joined by ` / `."""
    start: int
    end: int


class DocumentRef(View):
    """The document in which something is stated."""

    id: str
    title: str
    source: str
    publisher: str | None = None
    published_on: str | None = None


class StatementView(View):
    """A fact as one passage states it. Offsets are code points of the document's text as read; `end` is exclusive."""

    id: str
    type: str
    """The relationship type of the fact."""
    subject: NodeRef
    object: NodeRef
    modality: str
    quote: str
    start: int
    end: int
    passage: PassageView
    document: DocumentRef


class NodeView(NodeRef):
    """A node with its properties, its neighbours counted, and the statements behind its facts."""

    properties: dict[str, Any]
    neighbours: list[Neighbours]
    statements: list[StatementView]
    statements_truncated: bool
    """Whether more statements support its facts than are listed."""


class Mark(View):
    """A place of a document's text that means something; offsets as in `StatementView`."""

    start: int
    end: int
    kind: str
    """mention, statement or claim (a measure, target or result)."""
    id: str
    """Of the entity, statement or claim."""
    label: str
    """The label of that node."""
    name: str


class DocumentView(View):
    """A document: its text as read, rebuilt from its passages, and what was found in it."""

    id: str
    properties: dict[str, Any]
    text: str
    marks: list[Mark]
    """By start, the longer first."""


class Hit(View):
    """Something that fits a search. `highlights` are [start, end) in code points of `text`."""

    id: str
    label: str
    name: str
    match: str
    """exact, spelled, prefix, contains, words, begins_spelled, sounds, passage or partial: how well it fits."""
    text: str
    """The name, alias or passage that fits."""
    highlights: list[tuple[int, int]]
    document: DocumentRef | None = None
    """Where the passage stands."""


class GraphCounts(View):
    """How much the graph holds."""

    version: int
    nodes: dict[str, int]
    """By label."""
    relationships: dict[str, int]
    """By type."""


T = TypeVar("T", bound=BaseModel)


class One(View, Generic[T]):
    """One thing, and the state of the graph it is read from."""

    data: T
    graph: GraphState


class Found(View):
    """The hits of a search, best first."""

    data: list[Hit]
    graph: GraphState


class Health(View):
    """The program runs."""

    status: str


class Readiness(View):
    """The graph can be read."""

    status: str
    version: int
    """Of the graph."""


class ProblemView(BaseModel):
    """Why a request failed (RFC 9457).

    `type` is stable, and so is `parameter`, which names the one at fault; `nearest` proposes what would be accepted.
    Title, detail and the labels of `nearest` are for people, in the language of the request.
    """

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str


class ProblemKind(View):
    """A kind of problem that requests can meet."""

    type: str
    status: int
    zh: str
    en: str
