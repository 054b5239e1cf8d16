"""The administrative divisions of China and the named areas and zones, by code and by every name they bear.

Divisions come from data/regions.tsv (GB/T 2260), areas and zones from data/areas.tsv.
Where the data come from stands in data/README.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph_schema.tables import DATA, Place, TableError, read_rows, split_list

# GB/T 2260 has no code for the country as a whole; six zeros keep the form of the others.
COUNTRY = "000000"

# From the widest; of two bearers of one short name the wider is meant (吉林 is the province).
KINDS = ("country", "province", "area", "prefecture", "county", "zone")
_WIDTH = {kind: place for place, kind in enumerate(KINDS)}

_REGION_COLUMNS = ("code", "name", "kind", "parent", "aliases", "former", "successors")
_AREA_COLUMNS = ("name", "kind", "parent", "aliases", "former")


@dataclass(frozen=True, slots=True)
class RegionRow:
    """One region.

    `key` is the GB/T 2260 code or, for areas and zones, which have none, kind and name joined by a colon. `parent` is
    the key of the region above, None for the country. `aliases` are names in use, `former` names given up. `successors`
    are the keys of the regions that a division went into when it was abolished; empty for a region that exists.
    """

    key: str
    name: str
    kind: str
    parent: str | None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def code(self) -> str | None:
        """The GB/T 2260 code, six digits; None for areas and zones."""
        return self.key if self.key.isdigit() else None

    @property
    def is_abolished(self) -> bool:
        """The division was merged into others."""
        return bool(self.successors)


@dataclass(frozen=True, slots=True)
class RegionName:
    """A name with all regions that bear it. Where it is not safe, it is also a common word: not to be matched bare."""

    text: str
    rows: tuple[RegionRow, ...]
    is_safe: bool


class RegionTable:
    """Lookup over the rows. Immutable once built."""

    def __init__(self, rows: Iterable[RegionRow], common_words: Iterable[str] = ()) -> None:
        """Index the rows. Raises TableError where a key occurs twice or a parent or successor does not exist."""
        self._by_key: dict[str, RegionRow] = {}
        self._by_name: defaultdict[str, list[RegionRow]] = defaultdict(list)
        self._children: defaultdict[str | None, list[RegionRow]] = defaultdict(list)
        self.common_words = frozenset(common_words)
        for row in rows:
            if row.key in self._by_key:
                raise TableError(f"regions: {row.key} ({row.name}): expected one row for a key")
            self._by_key[row.key] = row
            self._children[row.parent].append(row)
            for name in dict.fromkeys((row.name, *row.aliases, *row.former)):
                self._by_name[name].append(row)
        for row in self._by_key.values():
            for key in (*((row.parent,) if row.parent else ()), *row.successors):
                if key not in self._by_key:
                    raise TableError(f"regions: {row.key} ({row.name}): {key}: expected the key of a region")

    def __iter__(self) -> Iterator[RegionRow]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def by_key(self, key: str) -> RegionRow | None:
        """The region with this code, or key of an area or zone."""
        return self._by_key.get(key)

    def by_name(self, name: str) -> tuple[RegionRow, ...]:
        """All regions that bear this full, short or former name, in the order of the table."""
        return tuple(self._by_name.get(name, ()))

    def ancestors(self, row: RegionRow) -> tuple[RegionRow, ...]:
        """The regions above, from the nearest to the country."""
        found = []
        while row.parent is not None:
            row = self._by_key[row.parent]
            found.append(row)
        return tuple(found)

    def children(self, row: RegionRow) -> tuple[RegionRow, ...]:
        """The regions directly below, abolished ones included, in the order of the table."""
        return tuple(self._children.get(row.key, ()))

    def province_of(self, row: RegionRow) -> RegionRow | None:
        """The province that the region is or lies in; None for the country and for areas across provinces."""
        return next((each for each in (row, *self.ancestors(row)) if each.kind == "province"), None)

    def names(self) -> Iterator[RegionName]:
        """Every name, once, with its regions: what a lexicon has to look for."""
        for text, rows in self._by_name.items():
            yield RegionName(text, tuple(rows), len(text) > 1 and text not in self.common_words)

    def resolve(self, name: str, within: RegionRow | None = None) -> RegionRow | None:
        """The one region that the name means in a document about the region `within`; None where two are left.

        A full name goes before a short one and that before a former one. Then the nearest to `within` is taken: in its
        line upwards and downwards, beside it, in its province, elsewhere. Among equals what exists goes before what was
        abolished in the same province, and the wider before the narrower, unless the name is a common word too.
        A name made of several (吉林省长春市) is resolved from its beginning.
        """
        candidates = _best_names(name, self.by_name(name))
        if not candidates:
            return self._resolve_parts(name, within)
        return self._nearest(name, candidates, within)

    def _resolve_parts(self, name: str, within: RegionRow | None) -> RegionRow | None:
        for cut in range(len(name) - 2, 1, -1):
            above = self.resolve(name[:cut], within) if name[:cut] in self._by_name else None
            below = self.resolve(name[cut:], above) if above else None
            if above and below and above in self.ancestors(below):
                return below
        return None

    def _nearest(self, name: str, candidates: Sequence[RegionRow], within: RegionRow | None) -> RegionRow | None:
        by_distance: defaultdict[int, list[RegionRow]] = defaultdict(list)
        for row in candidates:
            by_distance[self._distance(row, within)].append(row)
        distance = min(by_distance)
        nearest = self._without_inherited(by_distance[distance])
        if len(nearest) == 1:
            return nearest[0]
        if distance == _ELSEWHERE and name in self.common_words:
            return None
        widest = min(_WIDTH[row.kind] for row in nearest)
        rows = [row for row in nearest if _WIDTH[row.kind] == widest]
        return rows[0] if len(rows) == 1 else None

    def _without_inherited(self, rows: list[RegionRow]) -> list[RegionRow]:
        """Leave out an abolished division whose name another division of its province bears today."""
        heirs = {self.province_of(row) for row in rows if not row.is_abolished}
        return [row for row in rows if not row.is_abolished or self.province_of(row) not in heirs]

    def _distance(self, row: RegionRow, within: RegionRow | None) -> int:
        if within is None or within.key == COUNTRY:
            return _ELSEWHERE
        if row == within or row in self.ancestors(within) or within in self.ancestors(row):
            return _IN_LINE
        if row.parent == within.parent:
            return _BESIDE
        province = self.province_of(within)
        return _SAME_PROVINCE if province and province == self.province_of(row) else _ELSEWHERE


_IN_LINE, _BESIDE, _SAME_PROVINCE, _ELSEWHERE = range(4)


def _best_names(name: str, rows: Sequence[RegionRow]) -> list[RegionRow]:
    """The rows that bear the name in the best way: full before short before former."""

    def rank(row: RegionRow) -> int:
        return 0 if name == row.name else 1 if name in row.aliases else 2

    best = min(map(rank, rows), default=None)
    return [row for row in rows if rank(row) == best]


def read_regions(path: Path) -> Iterator[RegionRow]:
    """The divisions of a table like data/regions.tsv. Raises TableError naming line, value and expectation."""
    for place, (code, name, kind, parent, aliases, former, successors) in read_rows(path, _REGION_COLUMNS):
        if len(code) != 6 or not code.isdigit():
            raise place.error(code, "a code of six digits")
        _check(place, name, kind)
        yield RegionRow(
            key=code,
            name=name,
            kind=kind,
            parent=parent or None,
            aliases=split_list(aliases),
            former=split_list(former),
            successors=split_list(successors),
        )


def read_areas(path: Path, divisions: Iterable[RegionRow]) -> Iterator[RegionRow]:
    """The areas and zones of a table like data/areas.tsv, whose parents are full names of `divisions`.

    Raises TableError naming line, value and expectation.
    """
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for row in divisions:
        if not row.is_abolished:
            keys[row.name].append(row.key)
    for place, (name, kind, parent, aliases, former) in read_rows(path, _AREA_COLUMNS):
        _check(place, name, kind)
        if len(keys[parent]) != 1:
            raise place.error(parent, "the full name of one division")
        yield RegionRow(f"{kind}:{name}", name, kind, keys[parent][0], split_list(aliases), split_list(former))


def _check(place: Place, name: str, kind: str) -> None:
    if not name:
        raise place.error(name, "a name")
    if kind not in _WIDTH:
        raise place.error(kind, f"one of {', '.join(KINDS)}")


@cache
def region_table() -> RegionTable:
    """The table that ships with the program, read once."""
    divisions = list(read_regions(DATA / "regions.tsv"))
    areas = read_areas(DATA / "areas.tsv", divisions)
    lines = (DATA / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return RegionTable([*divisions, *areas], (line for line in lines if not line.startswith("#")))
