"""Whether the graph keeps its promises: every part fits the schema, every quote re-reads, every query answers."""

from collections.abc import Callable, Iterator
from functools import partial

from app.queries.catalogue import Catalogue, Query
from app.queries.errors import AmbiguousReference, UnknownReference
from app.queries.examples import answer_problems, broken
from app.queries.parameters import as_given, coerce
from app.queries.references import StoreResolver
from app.queries.running import run
from app.reads.fixed_read import rows
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from graph_schema.derive import label_of, validate_node, validate_relationship
from graph_schema.errors import SchemaError
from stores.dump import nodes_of, relationships_of
from stores.store import Row, Store


def schema_problems(store: Store) -> Iterator[str]:
    """What does not fit the declarations: a property, the ends of a relationship, a fact without a statement."""
    for label in NODE_TYPES:
        for node in nodes_of(store, label):
            yield from _refusals(partial(validate_node, label, node["properties"]))
    for kind in RELATIONSHIP_TYPES:
        for relationship in relationships_of(store, kind):
            yield from _relationship_problems(kind, relationship)


def evidence_problems(store: Store) -> Iterator[str]:
    """Statements whose quote is not exactly the document's text as read between their offsets."""
    for document in nodes_of(store, "Document"):
        key = document["properties"]["id"]
        text = "".join(row["text"] for row in rows(store, "document", {"id": key}))
        for row in rows(store, "document_quotes", {"id": key}):
            found = text[row["start"] : row["end"]]
            if found != row["quote"]:
                yield f"{row['id']} in {key}: quote {row['quote']!r}, text {found!r} at {row['start']}-{row['end']}"


def query_problems(store: Store, catalogue: Catalogue, *, on_examples: bool) -> Iterator[str]:
    """Queries whose answers break their contract; on the example corpus also those that miss what they must give."""
    for query in catalogue:
        yield from broken(query, store, StoreResolver(store)) if on_examples else _contract(query, store)


def _contract(query: Query, store: Store) -> Iterator[str]:
    for example in query.header.examples:
        given = {name: as_given(raw) for name, raw in example.params.items()}
        try:
            values = coerce(query.header, given, StoreResolver(store))
        except (UnknownReference, AmbiguousReference):
            continue  # the example names what another corpus holds
        for message in answer_problems(query, run(query, values, store).rows):
            yield f"{query.id}: {message}"


def _relationship_problems(kind: str, relationship: Row) -> Iterator[str]:
    start, end, properties = relationship["start"], relationship["end"], relationship["properties"]
    place = f"{start} {kind} {end}"
    declared = RELATIONSHIP_TYPES[kind]
    if not declared.joins(label_of(start), label_of(end)):
        yield f"{place}: does not run between these labels"
    if declared.fact and not properties.get("statements"):
        yield f"{place}: no statement supports it"
    yield from (f"{place}: {each}" for each in _refusals(partial(validate_relationship, kind, properties)))


def _refusals(validate: Callable[[], object]) -> Iterator[str]:
    try:
        validate()
    except SchemaError as error:
        yield str(error)
