"""The judgements that the graph holds, as the map that resolving applies."""

from collections.abc import Mapping

from loaders.records import Kept
from stores.fixed import fixed
from stores.store import Row, Run


def judgements(run: Run) -> Mapping[str, Kept]:
    """The entity that each one judged to be another finally is, however long the chain."""
    return final_map(judgement_rows(run))


def judgement_rows(run: Run) -> list[Row]:
    """Every judgement with its properties, by id."""
    return [dict(row["judgement"]) for row in run(fixed("judgements"), {})]


def final_map(rows: list[Row]) -> Mapping[str, Kept]:
    """The map from ids to the smallest id of all that are the same, by any number of judgements."""
    same = [row for row in rows if row["verdict"] == "same"]
    kept = {str(row["keeps"]): Kept(str(row["keeps"]), str(row["core_name"]), row.get("kind")) for row in same}
    parent: dict[str, str] = {}
    for row in same:
        one, other = _root(parent, str(row["keeps"])), _root(parent, str(row["gives"]))
        if one != other:
            parent[max(one, other)] = min(one, other)
    return {each: kept[root] for each in parent if (root := _root(parent, each)) != each}


def _root(parent: Mapping[str, str], each: str) -> str:
    while each in parent:
        each = parent[each]
    return each
