"""What the API answers with, as its OpenAPI document describes it."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class GraphState(_Model):
    """Which state of the graph an answer is read from."""

    version: int
    """Raised by every change of the graph."""


class ColumnInfo(_Model):
    """One column of an answer."""

    name: str
    type: str
    label: str
    """In the language of the answer."""
    unit: str | None = None
    role: str | None = None
    """id, label, measure, time, place or evidence; null for a detail."""


class Page(_Model):
    """Which part of the whole answer this is."""

    limit: int | None
    """Rows asked for; null for as many as one read gives."""
    next: str | None
    """The cursor of the next page; null on the last."""
    truncated: bool
    """Whether there are more rows than these."""
    total: int | None = None
    """Rows of the whole answer; null unless asked for with `count=1`."""


class QueryInfo(_Model):
    """The query that was run."""

    id: str
    version: int
    hash: str
    """Changes with every change of the query's file."""


class QuoteView(_Model):
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


class Envelope(_Model):
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


class NodeRef(_Model):
    """A node, as others refer to it."""

    id: str
    label: str
    name: str


class Neighbours(_Model):
    """How many neighbours of one label a node has over relationships of one type."""

    type: str
    outgoing: bool
    """Whether the relationship runs from this node."""
    label: str
    """Of the neighbours."""
    count: int


class PassageView(_Model):
    """The sentence or clause in which something is stated."""

    id: str
    text: str
    """As read."""
    section: str
    """The headings above it, outermost first, joined by ` / `."""
    start: int
    end: int


class DocumentRef(_Model):
    """The document in which something is stated."""

    id: str
    title: str
    source: str
    publisher: str | None = None
    published_on: str | None = None


class StatementView(_Model):
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


class Mark(_Model):
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


class DocumentView(_Model):
    """A document: its text as read, rebuilt from its passages, and what was found in it."""

    id: str
    properties: dict[str, Any]
    text: str
    marks: list[Mark]
    """By start, the longer first."""


class Hit(_Model):
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


class GraphCounts(_Model):
    """How much the graph holds."""

    version: int
    nodes: dict[str, int]
    """By label."""
    relationships: dict[str, int]
    """By type."""


T = TypeVar("T", bound=BaseModel)


class One(_Model, Generic[T]):
    """One thing, and the state of the graph it is read from."""

    data: T
    graph: GraphState


class Found(_Model):
    """The hits of a search, best first."""

    data: list[Hit]
    graph: GraphState


class Health(_Model):
    """The program runs."""

    status: str


class Readiness(_Model):
    """The graph can be read."""

    status: str
    version: int
    """Of the graph."""


class ProblemView(BaseModel):
    """Why a request failed (RFC 9457). `type` is stable; `nearest` proposes what would be accepted."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    instance: str


class QuerySummary(_Model):
    """A query of the catalogue at a glance."""

    id: str
    version: int
    status: str
    title: str
    description: str
    ask: list[str]
    """Questions that it answers; `{goal}` stands for the parameter of that name."""
    tags: list[str]
    shape: str
    url: str


class TagInfo(_Model):
    """A word that queries are filed under."""

    tag: str
    label: str
    queries: int


class QueryList(_Model):
    """The catalogue."""

    data: list[QuerySummary]
    tags: list[TagInfo]


class ChoiceView(_Model):
    """One value that a parameter takes."""

    value: str
    """What to send."""
    label: str
    """In the language of the answer where it has a name in it."""
    label_zh: str
    label_en: str | None
    aliases: list[str]
    pinyin: str
    """How `label_zh` is read, without tones: `shi pin an quan`."""
    initials: str
    """Of its syllables: `spaq`."""
    count: int | None
    """How much of the graph it stands for; `counted` says what is counted."""
    match: str | None
    """How it is like `q`: exact, pinyin, initials, prefix, pinyin_prefix, contains, pinyin_contains or alike."""


class ChoicesView(_Model):
    """The values of a parameter: like `q` the best first, without it the most counted first."""

    data: list[ChoiceView]
    counted: str | None
    """What `count` is the number of."""
    truncated: bool
    """Whether there are more values than these."""
    graph: GraphState


class QueryView(_Model):
    """A query's whole contract, in both languages, and its Cypher."""

    id: str
    hash: str
    header: dict[str, Any]
    values: dict[str, str]
    """Where the values of a parameter are listed, for those parameters whose values can be."""
    cypher: str


class ProblemKind(_Model):
    """A kind of problem that requests can meet."""

    type: str
    status: int
    zh: str
    en: str
