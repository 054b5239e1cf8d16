"""A curated query as Neo4j Browser and cypher-shell keep it: title, `:param` lines, Cypher."""

from dataclasses import dataclass

from app.queries.catalogue import Query
from app.queries.errors import ParameterError
from app.queries.header import Header, Parameter
from app.queries.parameters import Value, Values, as_given, coerce, value_of
from app.queries.references import StoreResolver
from stores.store import Store


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with parameters that mean something in a graph; those that are left out are null, as for the API."""

    title: str
    """A comment: Browser shows the first line of a script as its name."""
    parameters: tuple[str, ...]
    """`:param` lines; none where the query takes no parameters."""
    statement: str

    @property
    def script(self) -> str:
        """All of it, ready to run."""
        return _lines(self.title, *self.parameters, self.statement)

    @property
    def apart(self) -> dict[str, str]:
        """The same by folder, as Browser wants it, which shows the rows of a script only where it is one statement."""
        query = {"queries": _lines(self.title, self.statement)}
        return query | ({"parameters": _lines(self.title, *self.parameters)} if self.parameters else {})


def saved_query(query: Query, store: Store) -> SavedQuery:
    """The query with values of this graph."""
    title = query.header.title
    values = example_values(query.header, store)
    parameters = tuple(f":param {name} => {literal(value)};" for name, value in values.items())
    return SavedQuery(f"// {title.zh} · {title.en}", parameters, f"{query.cypher.strip()};")


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


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


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
