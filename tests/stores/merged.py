"""Work for a first build and for transactions: what is merged, and then merged with what is there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_schema.derive import constraints, lookups, searchable
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Row, Store, Transaction

Work = Callable[[Transaction], object]
GOALS = "MATCH (n:Goal) RETURN n.id AS id ORDER BY id"


def goal(key: str, **properties: object) -> Row:
    return {"id": f"goal:{key}", "name": key, **properties}


def broader(start: str, end: str) -> Row:
    return {"start": f"goal:{start}", "end": f"goal:{end}", "properties": {}}


def leads(agency: str, plan: str, **properties: object) -> Row:
    return {"start": f"agency:{agency}", "end": f"plan:{plan}", "properties": properties}


def mention(form: str, at: int) -> Row:
    properties = {"start": at, "end": at + len(form), "text": form, "form": form}
    return {"start": "passage:p", "end": "agency:a", "properties": properties}


def first(transaction: Transaction) -> None:
    """Nodes and relationships, some of them twice."""
    transaction.merge_nodes("Goal", [goal("a", aliases=["x", "y"]), goal("b", name_en=None), goal("a", scope_note="s")])
    transaction.merge_relationships(
        "BROADER", "Goal", "Goal", [broader("a", "b"), broader("a", "b"), broader("a", "z")]
    )
    transaction.merge_nodes("Agency", [{"id": "agency:a", "name": "市场监管局", "search_text": "市场监管局"}])
    transaction.merge_nodes("Plan", [{"id": "plan:p", "name": "方案", "year_from": 2021}])
    transaction.merge_nodes("Passage", [{"id": "passage:p", "name": "段", "order": 0, "start": 0, "end": 12}])
    transaction.merge_relationships(
        "MENTIONS", "Passage", "Agency", [mention("局", 0), mention("局", 9), mention("局", 0)]
    )
    transaction.merge_relationships("LEADS", "Agency", "Plan", [leads("a", "p", statements=["statement:1"], quote="q")])


def second(transaction: Transaction) -> None:
    """More of both, between what is there and what is new; properties that change and go."""
    transaction.merge_nodes("Goal", [goal("b", aliases=["z"]), goal("c"), goal("a", scope_note=None)])
    transaction.merge_relationships(
        "BROADER", "Goal", "Goal", [broader("c", "b"), broader("a", "b"), broader("b", "a")]
    )
    transaction.merge_nodes("Plan", [{"id": "plan:q", "name": "规划"}])
    both = ["statement:1", "statement:2"]
    transaction.merge_relationships(
        "LEADS", "Agency", "Plan", [leads("a", "p", statements=both, quote="r"), leads("a", "q", statements=["s"])]
    )
    transaction.merge_relationships("MENTIONS", "Passage", "Agency", [mention("局", 9), mention("市局", 4)])


def third(transaction: Transaction) -> None:
    """What a removal does: statements that read and delete between merges."""
    transaction.merge_nodes("Goal", [goal("d")])
    assert transaction.run(GOALS)[-1] == {"id": "goal:d"}
    transaction.run("MATCH (n:Goal {id: 'goal:b'}) DETACH DELETE n")
    transaction.merge_nodes("Goal", [goal("b")])
    transaction.merge_relationships("BROADER", "Goal", "Goal", [broader("d", "b")])


def build(store: Store, *works: Work) -> None:
    with store.first_build():
        store.prepare(constraints(), searchable(), lookups())
        for work in works:
            store.write(work)


@contextmanager
def reopened(folder: Path) -> Iterator[Store]:
    with open_store(StoreSettings(folder=folder)) as store:
        yield store
