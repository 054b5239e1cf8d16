"""The node types. Declarations only."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from graph_schema.base import CodePoint, Modality, Names, Node, Year

Comparator = Literal["=", ">=", "<=", ">", "<", "~"]
# Kept as text: it sorts as a date does, and both engines give it back alike.
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO 8601 date")]
SearchText = Annotated[str, Field(description="name and aliases, joined for the full-text index")]


class Document(Node):
    """One published text."""

    looked_up_by: ClassVar = ("sha256", "also_at")

    source: str
    """The URL if one is known, else collection and path."""
    title: str
    publisher: str | None = None
    published_on: IsoDate | None = None
    doc_number: str | None = None
    period: str | None = None
    sha256: str
    """Of the text as read: equal texts are one document, wherever they lie."""
    also_at: tuple[str, ...] = ()
    """Other sources that hold the same text, sorted; absent where there is none."""
    shingles: str = ""
    """The smallest hashes of its shingles, joined by spaces: texts that share half of them are nearly the same."""
    pipeline: str
    """Fingerprint of the code, tables and models that read it: another one means it is read again."""
    search_text: SearchText


class Passage(Node):
    """One sentence or clause; in their order the passages of a document rebuild its text."""

    text: str
    """As read, with closing mark and white space."""
    clean: str
    """Simplified, without glosses or damage: what is searched and matched."""
    section: str
    """The headings above it, outermost first, joined by ` / `."""
    start: CodePoint
    end: CodePoint
    order: int


class Statement(Node):
    """One fact as one passage states it."""

    type: str
    """The relationship type of the fact."""
    subject: str
    """Id of its start node."""
    object: str
    """Id of its end node."""
    modality: Modality
    quote: str
    """Exactly the document's text as read, from `start` to `end`."""
    start: CodePoint
    end: CodePoint
    title: str | None = None
    """The post as printed, for HOLDS_POST."""


class _Named(Node):
    """What documents name: identity is core name and scope."""

    entity: ClassVar = True

    aliases: Names = ()
    core_name: str
    """The name without issuer prefix, dashes and widths unified."""
    kind: str | None = None
    search_text: SearchText


class Plan(_Named):
    """Policy document, plan, strategy, regulation or opinion."""

    doc_number: str | None = None
    year_from: Year | None = None
    year_to: Year | None = None


class Campaign(_Named):
    """Named action, activity or programme that is not itself a document."""


class Platform(_Named):
    """Named facility, centre, hub or information system that serves others."""


class Brand(_Named):
    """Named brand, work brand or label."""


class Award(_Named):
    """Named prize or conferred status."""


class Goal(Node):
    """Concept of the goal taxonomy (SKOS)."""

    aliases: Names = ()
    name_en: str
    scope_note: str
    search_text: SearchText


class Measure(Node):
    """One action for quality, as its passage words it."""

    text: str
    """The clean words of its passage."""
    modality: Modality


class Agency(_Named):
    """Public body: government, party committee, department, leading group, court, customs; kind: level, department."""


class Organization(_Named):
    """Other named body: firm, institute, university, association, media outlet."""


class Person(_Named):
    """Named individual."""


class Region(Node):
    """Administrative division, named area, zone or country."""

    entity: ClassVar = True

    aliases: Names = ()
    kind: str
    code: str | None = None
    """GB/T 2260; None for areas and zones that have none."""
    search_text: SearchText


class Indicator(Node):
    """What is counted or rated."""

    aliases: Names = ()
    unit: str | None = None
    search_text: SearchText


class _Value(Node):
    """A value of an indicator."""

    indicator: str
    """The phrase as the document words it."""
    comparator: Comparator
    value: float
    """Scaled out of 万 and 亿; per cent as the number before the sign."""
    value_high: float | None = None
    """The upper end of a range."""
    unit: str
    period: str | None = None
    year_from: Year | None = None
    year_to: Year | None = None
    region: str | None = None
    """Full name of the division it is about."""
    modality: Modality


class Target(_Value):
    """A value that an indicator is to reach."""


class Result(_Value):
    """A value that an indicator has reached or been counted at."""


class Graph(Node):
    """The version of the whole graph; there is one."""

    store: str
    """Random, made with the store: two stores never share an ETag."""
    version: int
    tables: str | None = None
    """Fingerprint of the tables of goals and indicators it holds."""
    collections: tuple[str, ...] = ()
    """`name=folder` for every collection that was loaded, sorted."""


class Judgement(Node):
    """A person's word on identity."""

    verdict: Literal["same", "different"]
    keeps: str
    """Id of the entity that stays: of two, the one with the smaller id."""
    gives: str
    """Id of the other one; with verdict same, what is said of it is said of the one that stays."""
    core_name: str
    """Core name of the one that stays."""
    kind: str | None = None
    """Kind of the one that stays."""
    by: str
    at: str
    """When, as ISO 8601 in UTC."""
    note: str | None = None
