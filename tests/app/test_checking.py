"""What `zhitu check` finds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import checking
from app.queries import catalogue
from stores.store import Store
from tests.cypher.small_graph import SmallGraph, opened


def exact() -> SmallGraph:
    """One document whose statement quotes exactly its words."""
    graph = SmallGraph()
    graph.node("region:220000", "吉林省", kind="province", code="220000")
    graph.document("a", "吉林省质量简报", "region:220000")
    return graph


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(exact(), tmp_path / "store") as store:
        yield store


def break_it(store: Store, cypher: str) -> None:
    store.write(lambda transaction: transaction.run(cypher))


def test_nothing_is_found_where_all_is_as_promised(store: Store) -> None:
    assert list(checking.schema_problems(store)) == []
    assert list(checking.evidence_problems(store)) == []


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("MATCH (d:Document) SET d.period = 7", "period"),
        ("MATCH (d:Document) SET d.colour = 'red'", "colour"),
        ("MATCH (d:Document)-[r:APPLIES_TO]->() SET r.statements = []", "no statement supports it"),
        ("MATCH (d:Document), (g:Region) CREATE (g)-[:USES]->(d)", "does not run between these labels"),
    ],
)
def test_what_does_not_fit_the_schema_is_named(store: Store, damage: str, says: str) -> None:
    break_it(store, damage)
    problems = list(checking.schema_problems(store))
    assert problems
    assert says in problems[0]


def test_a_quote_that_is_not_the_text_is_named(store: Store) -> None:
    break_it(store, "MATCH (p:Passage) SET p.text = '别的'")
    assert "别的" in next(checking.evidence_problems(store))


def test_an_example_that_another_corpus_holds_is_passed_over(store: Store) -> None:
    assert list(checking.query_problems(store, catalogue.load(), on_examples=False)) == []


def test_on_the_example_corpus_it_is_a_problem(store: Store) -> None:
    problems = checking.query_problems(store, catalogue.load(), on_examples=True)
    assert any("measures_for_goal" in problem for problem in problems)


def test_the_small_graph_answers_every_query_as_declared(graph_store: Store) -> None:
    assert list(checking.query_problems(graph_store, catalogue.load(), on_examples=False)) == []
