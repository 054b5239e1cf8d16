"""The values that a parameter takes, each with what people call it and how often it counts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.queries.catalogue import Catalogue, Query
from app.queries.errors import NoChoices, alike
from app.queries.header import Parameter, Role, Text
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from app.queries.running import Page, run
from app.reads.likeness import Called, Likeness, like
from loaders.english_regions import region_in_english
from loaders.spelling import spelling
from stores.records import GraphVersion
from stores.store import Row, Store

READ = 20_000
"""Rows of a list that are read; a longer one is cut, its most counted values first."""
_KEPT = 32  # lists of one state of the graph that are kept
_REGION = "region:"
YES_NO = {"true": Text(zh="是", en="yes"), "false": Text(zh="否", en="no")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value. `label` is its Chinese name; `label_en` None where it has none; `count` None where nothing counts."""

    value: str
    label: str
    label_en: str | None = None
    aliases: tuple[str, ...] = ()
    count: int | None = None

    @property
    def called(self) -> Called:
        """All its names."""
        names = (self.label, *((self.label_en,) if self.label_en else ()), *self.aliases)
        return Called(self.value, names)

    @property
    def pinyin(self) -> str:
        """How the Chinese name is read: `shi pin an quan`."""
        return " ".join(spelling(self.label).syllables)

    @property
    def initials(self) -> str:
        """Of the syllables: `spaq`."""
        return spelling(self.label).initials


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of a parameter, the most counted first; `counted` says of what `count` is the number."""

    values: tuple[Choice, ...]
    counted: Text | None = None
    is_cut: bool = False
    """The list is longer than was read."""

    def like(self, text: str, limit: int) -> list[tuple[Choice, Likeness | None]]:
        """Those that a text may mean, best first, and how they are like it; without a text the first ones."""
        if not text.strip():
            return [(choice, None) for choice in self.values[:limit]]
        by_value = {choice.value: choice for choice in self.values}
        found = like(text, [choice.called for choice in self.values], limit)
        return [(by_value[each.value], each.likeness) for each in found]


class ChoiceLists:
    """Finds the values of parameters in one graph; each list is read once for a state of the graph."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._read: Callable[[str, GraphVersion], Choices] = lru_cache(maxsize=_KEPT)(
            lambda query, _: _listed(catalogue[query], store)
        )

    def of(self, query: str, parameter: str, graph: GraphVersion) -> Choices:
        """The values of a parameter in a state of the graph.

        Raises UnknownQuery, and NoChoices where there is no such parameter or it takes any number, date or text.
        """
        declared = declaration(self._catalogue[query], parameter)
        if declared.values_from is not None:
            return self._read(declared.values_from, graph)
        return Choices(tuple(Choice(value, text.zh, text.en) for value, text in fixed(parameter, declared).items()))


def declaration(query: Query, parameter: str) -> Parameter:
    """What the query says of a parameter. Raises NoChoices, which proposes the nearest."""
    params = query.header.params
    if parameter not in params:
        zh, en = f"查询 {query.id} 没有这个参数", f"{query.id} has no such parameter"
        raise NoChoices(parameter, zh, en, alike(parameter, params))
    return params[parameter]


def fixed(name: str, declared: Parameter) -> dict[str, Text]:
    """The values that the declaration itself lists. Raises NoChoices."""
    if declared.enum is not None:
        return declared.enum
    if declared.type.kind == "bool":
        return YES_NO
    kind = declared.type.one
    raise NoChoices(name, f"可取任意 {kind}，没有取值清单", f"takes any {kind}, so there is no list of values")


def has_choices(declared: Parameter) -> bool:
    """Whether the values of a parameter can be listed."""
    return declared.values_from is not None or declared.enum is not None or declared.type.kind == "bool"


def _listed(query: Query, store: Store) -> Choices:
    answer = run(query, coerce(query.header, {}, StoreResolver(store)), store, Page(READ))
    columns = {role: name for name, column in reversed(query.header.returns.items()) if (role := column.role)}
    found: dict[str, Choice] = {}
    for row in answer.rows:
        choice = _choice(row, columns)
        found.setdefault(choice.value, choice)
    counted = columns.get("measure")
    label = query.header.returns[counted].label if counted else None
    return Choices(tuple(found.values()), label, answer.truncated)


def _choice(row: Row, columns: dict[Role, str]) -> Choice:
    value, label = str(row[columns["id"]]), str(row[columns["label"]])
    english = row[columns["label_en"]] if "label_en" in columns else None
    if english is None and value.startswith(_REGION):
        english = region_in_english(label)
    count = row[columns["measure"]] if "measure" in columns else None
    return Choice(value, label, english, tuple(_aliases(row, columns)), count)


def _aliases(row: Row, columns: dict[Role, str]) -> Iterator[str]:
    aliases: Sequence[str] = row[columns["alias"]] if "alias" in columns else ()
    yield from aliases
