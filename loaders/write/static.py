"""What is in every graph before any document: goals, the indicators of the table, and how they hang together."""

import hashlib
import json
from functools import cache

from graph_schema import ids, nodes
from graph_schema.derive import constraints, lookups, searchable
from graph_schema.goals import goal_table
from graph_schema.indicators import indicator_table
from loaders.assemble.values import table_indicator
from loaders.search_text import search_text
from loaders.write.rows import Rows
from stores.fixed import fixed
from stores.store import Store, Transaction


def prepare(store: Store) -> None:
    """Make a store ready for documents: constraints, indexes, goals and indicators. Doing it again changes nothing."""
    store.prepare(constraints(), searchable(), lookups())
    rows = _rows()
    fingerprint = hashlib.sha256(json.dumps([rows.nodes, list(rows.relationships.items())]).encode()).hexdigest()[:16]
    held = store.read(fixed("graph_tables")).rows
    if held and held[0][0] == fingerprint:
        return

    def write(transaction: Transaction) -> None:
        rows.merge(transaction)
        transaction.run(fixed("set_graph_tables"), {"tables": fingerprint})

    store.write(write)


@cache
def table_ids() -> frozenset[str]:
    """The ids of the indicators of the table, which stay whatever documents come and go."""
    return frozenset(ids.coded("Indicator", row.id) for row in indicator_table())


def _rows() -> Rows:
    rows = Rows()
    for goal in goal_table():
        aliases = tuple(sorted({*goal.labels_zh, *goal.labels_en}))
        rows.add_node(
            nodes.Goal(
                id=ids.coded("Goal", goal.id),
                name=goal.zh,
                aliases=aliases,
                name_en=goal.en,
                scope_note=goal.scope,
                search_text=search_text((goal.zh, goal.en, *aliases)),
            )
        )
        if goal.broader is not None:
            rows.relate("BROADER", ids.coded("Goal", goal.id), ids.coded("Goal", goal.broader))
    for row in indicator_table():
        indicator = table_indicator(row)
        rows.add_node(indicator)
        rows.relate("MEASURED_BY", ids.coded("Goal", row.goal), indicator.id, {"statements": []})
    return rows
