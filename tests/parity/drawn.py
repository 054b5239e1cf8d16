"""Parameters drawn from a graph: what a caller could write who knows what is in it, and now and then what is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from app.queries.header import Header, Parameter
from app.queries.parameters import Given
from app.queries.running import Page
from graph_schema.base import NODE_TYPES
from stores.store import Store

Texts = st.SearchStrategy[str]
FEW = 400  # of each label; among them the first by id


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What values of parameters are drawn from."""

    ids: Mapping[str, tuple[str, ...]]
    """By label."""
    names: Mapping[str, tuple[str, ...]]
    """Names and aliases by label."""
    dates: tuple[str, ...]
    years: tuple[int, ...]


def vocabulary(store: Store) -> Vocabulary:
    """The ids, names, dates and years of a graph."""
    ids, names = {}, {}
    for label, declared in NODE_TYPES.items():
        aliases = "coalesce(n.aliases, [])" if "aliases" in declared.model_fields else "[]"
        rows = store.read(f"MATCH (n:{label}) RETURN n.id, n.name, {aliases} ORDER BY n.id LIMIT {FEW}").rows
        ids[label] = tuple(row[0] for row in rows)
        names[label] = tuple(sorted({name for row in rows for name in (row[1], *row[2]) if name.strip()}))
    dates = store.read("MATCH (d:Document) RETURN DISTINCT d.published_on AS day ORDER BY day").rows
    years = store.read("MATCH (v:Target|Result) UNWIND [v.year_from, v.year_to] AS y RETURN DISTINCT y ORDER BY y").rows
    return Vocabulary(ids, names, tuple(row[0] for row in dates if row[0]), tuple(row[0] for row in years if row[0]))


def parameters(header: Header, words: Vocabulary) -> st.SearchStrategy[dict[str, Given]]:
    """Sets of parameters of a query: required ones always, the others as often as not."""
    required = {name: _given(parameter, words) for name, parameter in header.params.items() if parameter.required}
    optional = {name: _given(parameter, words) for name, parameter in header.params.items() if not parameter.required}
    return st.fixed_dictionaries(required, optional=optional)


def pages(limit: int) -> st.SearchStrategy[Page]:
    """Pages of at most so many rows, as often as not from the first row on."""
    return st.builds(Page, st.integers(1, limit) | st.just(limit), st.just(0) | st.integers(0, 40))


def _given(parameter: Parameter, words: Vocabulary) -> st.SearchStrategy[Given]:
    one = _one(parameter, words)
    return st.lists(one, min_size=1, max_size=3) if parameter.type.many else one


def _one(parameter: Parameter, words: Vocabulary) -> Texts:
    if parameter.enum is not None:
        return st.sampled_from(sorted(parameter.enum))
    match parameter.type.kind:
        case "ref":
            return _references(parameter.type.labels, words)
        case "date":
            return st.sampled_from(words.dates or ("2021-01-01",)) | st.dates().map(str)
        case "year":
            return (st.sampled_from(words.years or (2021,)) | st.integers(1990, 2040)).map(str)
        case "bool":
            return st.sampled_from(("true", "false"))
        case "int":
            return st.integers(*_bounds(parameter)).map(str)
        case "float":
            return st.floats(*_bounds(parameter)).map(str)
    return st.sampled_from(_pieces(words))


def _references(labels: tuple[str, ...], words: Vocabulary) -> Texts:
    """Ids four times of five, else a name, which several may bear."""
    ids = [each for label in labels for each in words.ids[label]]
    names = [each for label in labels for each in words.names[label]]
    if not ids:
        return st.just(f"{labels[0].lower()}:none")
    of_id = st.sampled_from(ids)
    return st.one_of(of_id, of_id, of_id, of_id, st.sampled_from(names))


def _bounds(parameter: Parameter) -> tuple[int, int]:
    low, high = parameter.min, parameter.max
    return int(low) if isinstance(low, int | float) else 0, int(high) if isinstance(high, int | float) else 1000


def _pieces(words: Vocabulary) -> tuple[str, ...]:
    """Pieces of names, for parameters that are any text."""
    found = {name[:2] for names in words.names.values() for name in names[:50]}
    return tuple(sorted(piece for piece in found if piece.strip()))
