"""What is seen in a Cypher text."""

import pytest

from app.queries.facts import Facts, read


def named(facts: Facts, kind: str) -> list[str]:
    return [each.name for each in facts.named if each.kind == kind]


def properties(facts: Facts) -> list[tuple[str, ...]]:
    return [(each.name, *(owner.name for owner in each.owners)) for each in facts.properties]


@pytest.mark.parametrize(
    ("text", "labels", "types"),
    [
        ("MATCH (a:Goal)-[:SERVES]->(:Plan) RETURN a", ["Goal", "Plan"], ["SERVES"]),
        ("MATCH (a:Goal|Plan)<-[r:LEADS|SERVES*1..3]-() RETURN a", ["Goal", "Plan"], ["LEADS", "SERVES"]),
        ("MATCH ()-[:LEADS|:SERVES]-() RETURN 1 AS a", [], ["LEADS", "SERVES"]),
        ("MATCH (a) WHERE a:Goal AND NOT a:Plan RETURN a", ["Goal", "Plan"], []),
        ("MATCH (a:`Goal`) RETURN CASE WHEN a:Plan THEN 1 END AS b", ["Goal", "Plan"], []),
        ("WITH [x IN [1] WHERE x:Goal | x.id] AS ids RETURN ids", ["Goal"], []),
        ("RETURN [(a)-[:SERVES]->(b:Goal) | b.id] AS ids", ["Goal"], ["SERVES"]),
        ("WITH {id: 1, name: 2} AS m RETURN m", [], []),
        ("MATCH (a) WHERE EXISTS { (a)-[:SERVES]->(:Goal) } RETURN a", ["Goal"], ["SERVES"]),
        ("CALL (a) { MATCH (b:Goal) RETURN b } RETURN b", ["Goal"], []),
        ("RETURN ':Goal' AS a // :Plan", [], []),
    ],
)
def test_labels_and_types_are_told_apart(text: str, labels: list[str], types: list[str]) -> None:
    facts = read(text)
    assert named(facts, "label") == labels
    assert named(facts, "type") == types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATCH (a:Goal) RETURN a.name AS n", [("name", "Goal")]),
        ("MATCH (a:Goal {id: $x, name: 'a'}) RETURN a", [("id", "Goal"), ("name", "Goal")]),
        ("MATCH ()-[r:OF {quote: $q}]-() RETURN r.statements AS s", [("quote", "OF"), ("statements", "OF")]),
        ("MATCH (a:Goal) MATCH (a)--(b) RETURN a.name AS n, b.id AS i", [("name", "Goal"), ("id",)]),
        ("RETURN last(nodes(p)).id AS i", [("id",)]),
        ("RETURN 1.5 AS a, x[1..2] AS b, date.truncate('day', y) AS c", []),
        ("WITH {id: 1} AS m RETURN m.id AS i", [("id",)]),
    ],
)
def test_properties_come_with_the_types_of_their_owner(text: str, expected: list[tuple[str, ...]]) -> None:
    assert sorted(properties(read(text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "columns", "order"),
    [
        ("MATCH (a) RETURN a.id AS id, count(a) AS n ORDER BY n DESC, id", ["id", "n"], ["n DESC", "id"]),
        ("MATCH (a) RETURN DISTINCT a ORDER BY a ASC", ["a"], ["a"]),
        ("MATCH (a) RETURN a.id", [""], []),
        ("MATCH (a) RETURN a.id AS id ORDER BY id IS NULL, id DESCENDING", ["id"], ["id IS NULL", "id DESC"]),
        ("CALL { MATCH (a) RETURN a ORDER BY a.id } RETURN [a, 1] AS pair", ["pair"], []),
        ("MATCH (a) RETURN a.order AS `order` ORDER BY `order`", ["order"], ["order"]),
        ("MATCH (a) WITH a ORDER BY a.id LIMIT 3 RETURN a.limit AS a", ["a"], []),
    ],
)
def test_columns_and_order_are_those_of_the_last_return(text: str, columns: list[str], order: list[str]) -> None:
    facts = read(text)
    assert facts.columns == columns
    assert facts.order == order


def test_parameters_are_found_once_each() -> None:
    assert list(read("MATCH (a {id: $x}) WHERE $x = $`y` RETURN a").parameters) == ["x", "y"]


def test_paging_inside_the_text_is_none_of_the_callers() -> None:
    assert read("MATCH (a) WITH a LIMIT 3 RETURN a").paging == []
    assert [token.text for token in read("MATCH (a) RETURN a SKIP 1 LIMIT 3").paging] == ["SKIP", "LIMIT"]
