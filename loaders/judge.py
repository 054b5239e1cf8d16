"""Judge identity: a person's word that two entities are the same or different, applied, attributed and reversible."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Literal

from graph_schema import ids, nodes
from graph_schema.derive import batch, label_of, merge_nodes
from loaders.errors import LoadError
from loaders.write.judgements import final_map, judgement_rows
from loaders.write.merge import merge_documents
from loaders.write.remove import remove_documents
from loaders.write.reread import reread
from loaders.write.sources import as_held
from stores.fixed import fixed
from stores.store import Row, Store, Transaction, reading

Verdict = Literal["same", "different"]
Recording = Callable[[Transaction], list[Row]]
"""Writes a judgement down or takes it back, and gives all that are then in force."""


def judge(store: Store, verdict: Verdict, pair: tuple[str, str], by: str, note: str | None = None) -> nodes.Judgement:
    """Record a judgement on two entities by id and read the documents that name either again.

    Raises LoadError for an id that is not there, labels that differ, or a judgement that contradicts another.
    """
    one, other = sorted(pair)
    kept, given = _entity(store, one), _entity(store, other)
    if label_of(one) != label_of(other):
        raise LoadError(f"{one}, {other}: {label_of(one)} ≠ {label_of(other)}: 类型不同 / expected two of one label")
    judgement = nodes.Judgement(
        id=ids.hashed("Judgement", one, other),
        name=f"{kept['name']} {'=' if verdict == 'same' else '≠'} {given['name']}",
        verdict=verdict,
        keeps=one,
        gives=other,
        core_name=str(kept.get("core_name") or kept["name"]),
        kind=kept.get("kind"),
        by=by,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        note=note,
    )

    def record(transaction: Transaction) -> list[Row]:
        after = [row for row in judgement_rows(transaction.run) if row["id"] != judgement.id]
        after.append(judgement.model_dump(mode="json"))
        _refuse_contradiction(after)
        transaction.run(merge_nodes("Judgement"), batch([judgement.model_dump(mode="json", exclude_none=True)]))
        return after

    store.write(lambda transaction: _apply(transaction, [one, other], record))
    return judgement


def withdraw(store: Store, judgement_id: str) -> nodes.Judgement:
    """Take a judgement back; the documents it touched are read again without it. Raises LoadError for an unknown id."""
    rows = {str(row["id"]): row for row in judgement_rows(reading(store))}
    if judgement_id not in rows:
        raise LoadError(f"{judgement_id}: 没有这个判断 / no such judgement; expected one of {sorted(rows) or 'none'}")
    gone = nodes.Judgement.model_validate(rows[judgement_id])

    def erase(transaction: Transaction) -> list[Row]:
        transaction.run(fixed("delete_judgement"), {"id": judgement_id})
        return judgement_rows(transaction.run)

    store.write(lambda transaction: _apply(transaction, [gone.keeps, gone.gives], erase))
    return gone


def _apply(transaction: Transaction, entities: Sequence[str], record: Recording) -> None:
    """Record, and read the documents about the entities again. What they are by other judgements is re-read too."""
    now = final_map(judgement_rows(transaction.run))
    judged = final_map(record(transaction))
    wanted = {*entities, *(final[each].id for final in (now, judged) for each in entities if each in final)}
    held = {row["id"]: as_held(row) for row in transaction.run(fixed("documents_about"), {"ids": sorted(wanted)})}
    graphs = [reread(transaction.run, judged, each, each.source) for each in held.values()]
    remove_documents(transaction, list(held))
    merge_documents(transaction, graphs)


def _entity(store: Store, entity: str) -> Row:
    label = label_of(entity)
    rows = store.read(f"MATCH (n:{label} {{id: $id}}) RETURN properties(n) AS properties", {"id": entity}).rows
    if not rows:
        raise LoadError(f"{entity}: 图中没有这个编号 / no such node; `zhitu search NAME` gives ids")
    return dict(rows[0][0])


def _refuse_contradiction(rows: list[Row]) -> None:
    """Refuse judgements that make two the same, over any chain, that another judgement says are different."""
    final = final_map(rows)

    def root(each: str) -> str:
        return final[each].id if each in final else each

    for row in rows:
        if row["verdict"] == "different" and root(str(row["keeps"])) == root(str(row["gives"])):
            raise LoadError(
                f"{row['id']} ({row['name']}, {row['by']}): 与此矛盾 / contradicts this judgement; withdraw it first"
            )
