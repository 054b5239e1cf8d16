"""A curated query as Neo4j Browser and cypher-shell keep it: title, `:param` lines, Cypher."""

from app.queries.catalogue import Query
from app.queries.errors import ParameterError
from app.queries.header import Header, Parameter
from app.queries.parameters import Value, Values, as_given, coerce, value_of
from app.queries.references import StoreResolver
from stores.store import Store


def saved_query(query: Query, store: Store) -> str:
    """The query with parameters that mean something in this graph, ready to run.

    The first line is what Browser shows as its name. A parameter that is left out is null, as it is for the API.
    """
    title = query.header.title
    values = example_values(query.header, store)
    params = [f":param {name} => {literal(value)};" for name, value in values.items()]
    return "\n".join((f"// {title.zh} · {title.en}", *params, f"{query.cypher.strip()};", ""))


def example_values(header: Header, store: Store) -> Values:
    """The first example whose names this graph knows; where it knows none, any values that the query can run with."""
    resolver = StoreResolver(store)
    for example in header.examples:
        try:
            return coerce(header, {name: as_given(raw) for name, raw in example.params.items()}, resolver)
        except ParameterError:
            continue
    return {name: _any(name, parameter, store) for name, parameter in header.params.items()}


def literal(value: Value | list[Value] | None) -> str:
    """A value as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case _:
            return repr(value)


def _any(name: str, parameter: Parameter, store: Store) -> Value | list[Value] | None:
    """A value that is allowed, where the query needs one: of a reference, the node with the smallest id."""
    if not parameter.required and parameter.default is None:
        return None
    if parameter.type.kind != "ref":
        return value_of(name, parameter, as_given(parameter.example), StoreResolver(store))
    for label in parameter.type.labels:
        rows = store.read(f"MATCH (n:{label})\nRETURN n.id AS id\nORDER BY id\nLIMIT 1").rows
        if rows:
            found: str = rows[0][0]
            return [found] if parameter.type.many else found
    return None
