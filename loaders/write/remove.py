"""Take documents out of the graph: their own facts go, what others support stays."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph_schema.derive import label_of, match_relationship
from loaders.records import Entity
from loaders.write.entity_nodes import entity_node
from loaders.write.known import OWN_IDS, FactKey, existing
from loaders.write.rows import Rows, by_ends
from loaders.write.static import table_ids
from loaders.write.support import relationship_row
from stores.fixed import fixed
from stores.store import Row, Transaction

# What does not keep its node in the graph, by whether it goes out of it: a region is kept by those below it and not by
# the one above, a successor by the agency it succeeds and not the other way round.
STRUCTURE = frozenset({("PART_OF", True), ("SUCCEEDS", False)})


def remove_documents(transaction: Transaction, document_ids: Sequence[str]) -> None:
    """Remove documents with everything that only they support. Ids that are not in the graph are passed over."""
    parameters = {"ids": list(document_ids)}
    statements = transaction.run(fixed("document_statements"), parameters)
    mentions = transaction.run(fixed("document_mentions"), parameters)
    for name in ("delete_claims", "delete_passages", "delete_documents"):
        transaction.run(fixed(name), parameters)
    touched = _withdraw(transaction, statements)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for row in mentions:
        forms[str(row["id"])].add(str(row["form"]))
    gone = _remove_unsupported(transaction, touched | set(forms))
    _forget_forms(transaction, {entity: given for entity, given in forms.items() if entity not in gone})


def _withdraw(transaction: Transaction, statements: Iterable[Row]) -> set[str]:
    """Take statements out of their relationships, and those that nothing supports out of the graph; the shared ends."""
    withdrawn: defaultdict[FactKey, set[str]] = defaultdict(set)
    for row in statements:
        withdrawn[str(row["type"]), str(row["subject"]), str(row["object"])].add(str(row["id"]))
    before = existing(transaction.by_key, withdrawn)
    left = {key: sorted(set(row["statements"]) - withdrawn[key]) for key, row in before.items()}
    _delete_relationships(transaction, [key for key, ids in left.items() if not ids])
    _restate(transaction, {key: ids for key, ids in left.items() if ids})
    ends = {end for key in withdrawn for end in key[1:]}
    return {end for end in ends if not end.startswith((*OWN_IDS, "goal:")) and end not in table_ids()}


def _delete_relationships(transaction: Transaction, keys: Iterable[FactKey]) -> None:
    for (kind, start, end), pairs in by_ends(keys):
        transaction.run(f"UNWIND $pairs AS pair\n{match_relationship(kind, start, end)}\nDELETE r", {"pairs": pairs})


def _restate(transaction: Transaction, left: dict[FactKey, list[str]]) -> None:
    """Give relationships the quote of their first remaining statement and the strongest remaining modality."""
    wanted = sorted({statement for ids in left.values() for statement in ids})
    stated = {str(row["id"]): row for row in transaction.run(fixed("statements"), {"ids": wanted})} if wanted else {}
    rows = Rows()
    for (kind, start, end), ids in left.items():
        first = stated[ids[0]]
        modalities = [stated[statement]["modality"] for statement in ids]
        rows.relate(kind, start, end, relationship_row(kind, ids, first["quote"], modalities, first["title"]))
    rows.merge(transaction)


def _remove_unsupported(transaction: Transaction, candidates: set[str]) -> set[str]:
    """Delete those entities and indicators that nothing supports, then what hung on them; the ids deleted."""
    gone: set[str] = set()
    while candidates:
        supported: set[str] = set()
        neighbours: set[str] = set()
        for label, ids in _by_label(candidates).items():
            for outgoing in (True, False):
                for row in transaction.run(_neighbour_types(label, outgoing=outgoing), {"ids": ids}):
                    if (row["type"], outgoing) in STRUCTURE:
                        neighbours.add(str(row["other"]))
                    else:
                        supported.add(str(row["id"]))
        lonely = candidates - supported
        for label, ids in _by_label(lonely).items():
            transaction.run(f"UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nDETACH DELETE n", {"ids": ids})
        gone |= lonely
        candidates = neighbours - gone if lonely else set()
    return gone


def _neighbour_types(label: str, *, outgoing: bool) -> str:
    """The statement that lists, for `$ids`, the types of their relationships in one direction."""
    pattern = f"(n:{label} {{id: id}})-[r]->(o)" if outgoing else f"(n:{label} {{id: id}})<-[r]-(o)"
    return (
        f"UNWIND $ids AS id\nMATCH {pattern}\nRETURN id, type(r) AS type, min(o.id) AS other, count(r) AS relationships"
    )


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for each in sorted(ids):
        groups[label_of(each)].append(each)
    return groups


def _forget_forms(transaction: Transaction, forms: dict[str, set[str]]) -> None:
    """Drop the aliases that no mention gives an entity any more."""
    rows = Rows()
    for label, ids in _by_label(forms).items():
        pairs = [{"id": each, "form": form} for each in ids for form in sorted(forms[each])]
        still = {(row["id"], row["form"]) for row in transaction.run(_forms_in_use(label), {"pairs": pairs})}
        lost = {each: {form for form in forms[each] if (each, form) not in still} for each in ids}
        _rename(transaction, rows, label, {each: unused for each, unused in lost.items() if unused})
    rows.merge(transaction)


def _forms_in_use(label: str) -> str:
    return (
        "UNWIND $pairs AS pair\n"
        f"MATCH (n:{label} {{id: pair.id}})<-[m:MENTIONS]-()\nWHERE m.form = pair.form\n"
        "RETURN DISTINCT pair.id AS id, pair.form AS form"
    )


def _rename(transaction: Transaction, rows: Rows, label: str, lost: dict[str, set[str]]) -> None:
    if not lost:
        return
    query = f"UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nRETURN properties(n) AS properties"
    for row in transaction.run(query, {"ids": sorted(lost)}):
        node = dict(row["properties"])
        core = str(node.get("core_name") or node["name"])
        known = {str(node["name"]), *map(str, node.get("aliases") or ())}
        entity = Entity(str(node["id"]), label, core, core, frozenset(known), node.get("kind"))
        rows.add_node(entity_node(entity, known - lost[entity.id]), keep_empty=True)
