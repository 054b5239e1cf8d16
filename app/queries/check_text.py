"""Whether the Cypher of a query file keeps its header's contract and fits the schema."""

import re
from collections.abc import Iterator

from app.queries.errors import Finding
from app.queries.facts import Facts, Property, read
from app.queries.header import Header, OrderTerm
from app.queries.source import Source
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from stores.errors import WriteRefused
from stores.readonly import refuse_writes

# "line 12, column 3: ..." as a refusal begins; not "outline 12"
place = re.compile(r"^line (\d+), column \d+: ")


def findings(header: Header, source: Source) -> list[Finding]:
    """What is wrong with the text of a query file."""
    try:
        refuse_writes(source.cypher)
        facts = read(source.cypher)
    except WriteRefused as refusal:
        match = place.match(str(refusal))
        line = int(match[1]) if match else _line(source, len(source.cypher) - len(source.cypher.lstrip()))
        return [Finding(line, place.sub("", str(refusal)))]
    return [
        *_parameters(header, source, facts),
        *_schema(source, facts),
        *_columns(header, source, facts),
        *_order(header, source, facts),
        *_portable(source, facts),
    ]


def _line(source: Source, at: int) -> int:
    return source.cypher.count("\n", 0, at) + 1


def _parameters(header: Header, source: Source, facts: Facts) -> Iterator[Finding]:
    for name in header.params.keys() - facts.parameters.keys():
        yield Finding(source.line(("params", name)), f"parameter {name!r} is declared and not used")
    for name, at in facts.parameters.items():
        if name not in header.params:
            yield Finding(_line(source, at), f"parameter ${name} is used and not declared")


def _schema(source: Source, facts: Facts) -> Iterator[Finding]:
    for named in facts.named:
        if named.name not in (NODE_TYPES if named.kind == "label" else RELATIONSHIP_TYPES):
            kind = "label" if named.kind == "label" else "relationship type"
            yield Finding(_line(source, named.at), f"the schema has no {kind} {named.name!r}")
    for read_property in facts.properties:
        if read_property.name not in _known(read_property):
            of = " or ".join(sorted({owner.name for owner in read_property.owners}))
            says = f"{of} has no property" if of else "no type of the schema has a property"
            yield Finding(_line(source, read_property.at), f"{says} {read_property.name!r}")


def _known(read_property: Property) -> frozenset[str]:
    """The properties of the types that the owner may be of; of all types where the text does not tell."""
    owners = {owner.name for owner in read_property.owners}
    types = {**NODE_TYPES, **RELATIONSHIP_TYPES}
    known = [types[name] for name in types if name in owners or not owners]
    return frozenset(name for declared in known for name in declared.model_fields)


def _columns(header: Header, source: Source, facts: Facts) -> Iterator[Finding]:
    line = _line(source, facts.return_at)
    for union in facts.unions:
        yield Finding(_line(source, union.at), "UNION outside CALL { } leaves the answer without an order")
    if "" in facts.columns:
        yield Finding(line, f"column {facts.columns.index('') + 1} has no name; write AS and a name")
    elif facts.columns != list(header.returns):
        yield Finding(line, f"returns {', '.join(facts.columns)}; declared are {', '.join(header.returns)}")


def _order(header: Header, source: Source, facts: Facts) -> Iterator[Finding]:
    line = _line(source, facts.return_at)
    for token in facts.paging:
        yield Finding(_line(source, token.at), f"{token.text} after the last RETURN: paging is the caller's")
    if not facts.order and header.shape != "scalar":
        yield Finding(line, "no ORDER BY: the same graph must give the same answer")
    elif header.order_by and facts.order not in _ways(header.order_by):
        written = ", ".join(_ways(header.order_by)[0])
        yield Finding(line, f"ORDER BY {', '.join(facts.order)}; the header's order_by is written {written}")


def _ways(terms: tuple[OrderTerm, ...]) -> list[list[str]]:
    """How the terms are written in Cypher, where null is the greatest value.

    Two ways: with a null test wherever the header says where nulls go, or only where Cypher would put them elsewhere.
    """
    return [[word for term in terms for word in _written(term, always)] for always in (False, True)]


def _written(term: OrderTerm, always: bool) -> Iterator[str]:
    natural = "first" if term.descending else "last"
    if term.nulls and (always or term.nulls != natural):
        yield f"{term.column} IS {'NULL' if term.nulls == 'last' else 'NOT NULL'}"
    yield term.column + " DESC" * term.descending


def _portable(source: Source, facts: Facts) -> Iterator[Finding]:
    """What one of the engines answers otherwise; docs/queries.md lists it."""
    for token in facts.indexed:
        yield Finding(_line(source, token.at), "a property read off an index; write collect(x.p)[0]")
    for token in facts.foreign:
        yield Finding(_line(source, token.at), f"{token.text!r} is not understood by both engines")
