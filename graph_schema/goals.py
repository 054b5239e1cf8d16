"""The taxonomy of goals: what quality work is for, as SKOS concepts with broader and narrower."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph_schema.tables import DATA, TableError, read_rows, split_list

_COLUMNS = ("id", "broader", "zh", "en", "scope", "labels_zh", "labels_en")

# "food-safety"; not "Food safety" or "food--safety"
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal. `broader` is the id of the goal above, None at the top. `labels_…` are names besides the preferred."""

    id: str
    broader: str | None
    zh: str
    en: str
    scope: str
    labels_zh: tuple[str, ...] = ()
    labels_en: tuple[str, ...] = ()


class GoalTable:
    """Lookup over the goals. Immutable once built."""

    def __init__(self, rows: Iterable[GoalRow]) -> None:
        """Index the rows.

        Raises TableError where an id occurs twice, a broader goal does not exist, goals are broader in a circle, or two
        goals share a name.
        """
        self._by_id: dict[str, GoalRow] = {}
        self._by_label: dict[str, GoalRow] = {}
        self._narrower: defaultdict[str | None, list[GoalRow]] = defaultdict(list)
        for row in rows:
            if row.id in self._by_id:
                raise TableError(f"goals: {row.id}: expected one row for an id")
            self._by_id[row.id] = row
            self._narrower[row.broader].append(row)
            for label in {label.casefold() for label in (row.zh, row.en, *row.labels_zh, *row.labels_en)}:
                other = self._by_label.setdefault(label, row)
                if other is not row:
                    raise TableError(f"goals: {row.id}: {label}: expected a name that {other.id} does not bear")
        for row in self._by_id.values():
            self._check_broader(row)

    def __iter__(self) -> Iterator[GoalRow]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def by_id(self, goal_id: str) -> GoalRow | None:
        """The goal with this id."""
        return self._by_id.get(goal_id)

    def by_label(self, label: str) -> GoalRow | None:
        """The goal with this name, preferred or not, in Chinese or English, whatever its case."""
        return self._by_label.get(label.casefold())

    def ancestors(self, goal_id: str) -> tuple[GoalRow, ...]:
        """The broader goals, from the nearest to the top. Raises KeyError for an unknown id."""
        found = []
        row = self._by_id[goal_id]
        while row.broader is not None:
            row = self._by_id[row.broader]
            found.append(row)
        return tuple(found)

    def descendants(self, goal_id: str) -> tuple[GoalRow, ...]:
        """All narrower goals, each after its broader one. Raises KeyError for an unknown id."""
        found: list[GoalRow] = []
        for row in self._narrower.get(self._by_id[goal_id].id, ()):
            found += (row, *self.descendants(row.id))
        return tuple(found)

    def _check_broader(self, start: GoalRow) -> None:
        seen = [start.id]
        row = start
        while row.broader is not None:
            if row.broader not in self._by_id:
                raise TableError(f"goals: {row.id}: broader {row.broader}: expected the id of a goal")
            if row.broader in seen:
                raise TableError(f"goals: {start.id}: expected no circle, found {' → '.join((*seen, row.broader))}")
            row = self._by_id[row.broader]
            seen.append(row.id)


def read_goals(path: Path) -> Iterator[GoalRow]:
    """The goals of a table like data/goals.tsv. Raises TableError naming line, value and expectation."""
    for place, (goal_id, broader, zh, en, scope, labels_zh, labels_en) in read_rows(path, _COLUMNS):
        if not _ID.fullmatch(goal_id):
            raise place.error(goal_id, "an id of lower-case words joined by hyphens")
        for column, cell in (("zh", zh), ("en", en), ("scope", scope)):
            if not cell:
                raise place.error(cell, f"a text in column {column}")
        yield GoalRow(goal_id, broader or None, zh, en, scope, split_list(labels_zh), split_list(labels_en))


@cache
def goal_table() -> GoalTable:
    """The taxonomy that ships with the program, read once."""
    return GoalTable(read_goals(DATA / "goals.tsv"))
