"""Which node a caller means by an id or a name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol

from app.queries.errors import Proposal
from app.reads.fixed_read import rows
from app.reads.likeness import Called, like, meant
from app.reads.ranking import fold
from graph_schema.ids import bare
from graph_schema.regions import KINDS
from loaders.english_regions import region_in_english
from loaders.resolve.core_names import core_name
from loaders.spelling import typed
from stores.records import GraphVersion
from stores.store import Row, Store

NEAREST = 5
_KEPT = 4096  # references that are remembered
_LONGEST = 200  # code points of one that is: nobody fills the memory with what names nothing
NAMES_READ = 20_000  # of one label; only a value that is neither id nor name costs this read


class Resolver(Protocol):
    """Finds the nodes that a reference may stand for."""

    def find(self, labels: Sequence[str], given: str, /) -> list[Proposal]:
        """The nodes of these labels that are meant: one where it is clear, none, or several that share the name."""
        ...

    def nearest(self, labels: Sequence[str], given: str, /) -> list[Proposal]:
        """Nodes of these labels that are called alike, best first."""
        ...


class References:
    """Finds nodes as `StoreResolver` does, what was found once again without asking while the graph stands still."""

    def __init__(self, store: Store) -> None:
        self._inner = StoreResolver(store)
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    def at(self, graph: GraphVersion) -> Resolver:
        """The resolver for one state of the graph."""
        return _Remembering(self._inner, partial(self._found, graph))

    def _find(self, _: GraphVersion, labels: tuple[str, ...], given: str) -> tuple[Proposal, ...]:
        return tuple(self._inner.find(labels, given))


@dataclass(frozen=True, slots=True)
class _Remembering:
    inner: Resolver
    found: Callable[[tuple[str, ...], str], tuple[Proposal, ...]]

    def find(self, labels: Sequence[str], given: str) -> list[Proposal]:
        if len(given) > _LONGEST:
            return self.inner.find(labels, given)
        return list(self.found(tuple(labels), given))

    def nearest(self, labels: Sequence[str], given: str) -> list[Proposal]:
        return self.inner.nearest(labels, given)


@dataclass(frozen=True, slots=True)
class StoreResolver:
    """Finds nodes in a store: by id, by the id without its label, by name, by another name, by the name in pinyin."""

    store: Store

    def find(self, labels: Sequence[str], given: str) -> list[Proposal]:
        by_id = [found for label in labels for found in self._ids(label, given)]
        bearers = by_id or [_named(row) for row in self._bearers(labels, given)]
        return bearers or self._spelled(labels, given)

    def nearest(self, labels: Sequence[str], given: str) -> list[Proposal]:
        known = [each for label in labels for each in self._known(label)]
        proposals = {each.value: each for each, _ in known}
        return [proposals[each.value] for each in like(given, [called for _, called in known], NEAREST)]

    def _spelled(self, labels: Sequence[str], given: str) -> list[Proposal]:
        """Those whose name is spelled in letters as given: in pinyin, or a region in English."""
        if typed(given) is None:
            return []
        names = meant(given, [called for label in labels for _, called in self._known(label)])
        found = [row for name in names for row in self._bearers(labels, name)]
        return list(dict.fromkeys(map(_named, found)))

    def _ids(self, label: str, given: str) -> list[Proposal]:
        found = rows(self.store, "names", {"ids": [bare(label, given)]}, label)
        return [_named(row) for row in found]

    def _bearers(self, labels: Sequence[str], given: str) -> list[Row]:
        """Those who bear the name itself, else those for whom it is another name; of regions the widest."""
        names = [given.casefold(), fold(given)]
        found = []
        for label in labels:
            # The loaders' own idea of when two printed names are one: 铁拳行动 is “铁拳”行动.
            core = core_name(label, fold(given)).casefold()
            found += rows(self.store, "bearers", {"names": names, "core": core}, label)
        named = [row for row in found if not row["is_alias"]] or found
        regions = [row for row in named if row["kind"] in KINDS]
        if len(regions) < 2 or len(regions) < len(named):
            return named
        widest = min(KINDS.index(row["kind"]) for row in regions)
        return [row for row in regions if KINDS.index(row["kind"]) == widest]

    def _known(self, label: str) -> Iterator[tuple[Proposal, Called]]:
        """The nodes of a label, as they would be proposed and by all that they are called."""
        for row in rows(self.store, "called", {"limit": NAMES_READ}, label):
            english = region_in_english(row["name"]) if label == "Region" else row["name_en"]
            # 泰州市 and 台州市 are both Taizhou City.
            told = f"{english} {row['name']}" if label == "Region" else english
            names = tuple(name for name in (row["name"], english, *row["aliases"]) if name)
            if names:
                yield Proposal(row["id"], names[0], told or names[0]), Called(row["id"], names)


def _named(row: Row) -> Proposal:
    return Proposal(row["id"], row["name"], row["name"])
