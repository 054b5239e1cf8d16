"""How a result stands against a target: in which relation, and whether it meets it."""

import pytest

from app.queries.catalogue import Catalogue
from app.queries.running import run
from stores.store import Store
from tests.cypher.small_graph import Number, SmallGraph, fill

HERE, ELSEWHERE = "region:220000", "region:370200"

# target, result, met
MET: list[tuple[Number, Number, bool | None]] = [
    (Number(">=", 95, 2022), Number("=", 95, 2022), True),
    (Number(">=", 95, 2022), Number("=", 94.9, 2022), False),
    (Number(">=", 95, 2022), Number(">", 95, 2022), True),
    (Number(">=", 95, 2022), Number(">", 90, 2022), None),
    (Number(">=", 95, 2022), Number("<", 95, 2022), None),
    (Number(">=", 95, 2022), Number("<=", 94, 2022), False),
    (Number(">=", 95, 2022), Number("~", 97, 2022), None),
    (Number(">=", 95, 2022), Number("=", 94, 2022, high=96), None),
    (Number(">=", 95, 2022), Number("=", 96, 2022, high=97), True),
    (Number(">", 95, 2022), Number("=", 95, 2022), False),
    (Number(">", 95, 2022), Number(">", 95, 2022), True),
    (Number(">", 95, 2022), Number(">=", 95, 2022), None),
    (Number("<=", 5, 2022), Number("=", 5, 2022), True),
    (Number("<=", 5, 2022), Number("=", 6, 2022), False),
    (Number("<=", 5, 2022), Number("<", 5, 2022), True),
    (Number("<=", 5, 2022), Number(">", 4, 2022), None),
    (Number("<", 5, 2022), Number("=", 5, 2022), False),
    (Number("<", 5, 2022), Number("<", 5, 2022), True),
    (Number("<", 5, 2022), Number("=", 4, 2022), True),
    (Number("=", 97, 2022), Number("=", 97, 2022), True),
    (Number("=", 97, 2022), Number("=", 98, 2022), None),
    (Number("=", 97, 2022), Number("=", 90, 2022), None),
    (Number("=", 100, 2022), Number("=", 99.7, 2022), False),
    (Number("=", 100, 2022, unit="家"), Number("=", 90, 2022, unit="家"), None),
    (Number("=", 3, 2022, high=5), Number("=", 4, 2022), True),
    (Number("=", 3, 2022, high=5), Number("=", 6, 2022), False),
    (Number("=", 3, 2022, high=5), Number("=", 2, 2022), False),
    (Number("~", 97, 2022), Number("=", 97, 2022), None),
    (Number(">=", 95, 2022), Number("=", 99, 2022, unit="家"), None),
]

# target, result, region of the result, relation
RELATIONS: list[tuple[Number, Number, str, str | None]] = [
    (Number(">=", 95, 2022), Number("=", 96, 2022), HERE, "due"),
    (Number(">=", 95, 2020, year_to=2022), Number("=", 96, 2021), HERE, "due"),
    (Number(">=", 95, 2022), Number("=", 96, 2021), HERE, "interim"),
    (Number(">=", 95, 2020, year_to=2022), Number("=", 96, 2019, year_to=2021), HERE, "interim"),
    (Number(">=", 95, 2022), Number("=", 96, 2023), HERE, "later"),
    (Number(">=", 95, 2020, year_to=2022), Number("=", 96, 2021, year_to=2023), HERE, "later"),
    (Number(">=", 95, 2022), Number("=", 96, 2022), ELSEWHERE, "peer"),
    (Number(">=", 95, None), Number("=", 96, None), ELSEWHERE, "peer"),
    (Number(">=", 95, 2022), Number("=", 96, None), HERE, None),
    (Number(">=", 95, None), Number("=", 96, 2022), HERE, None),
]


def graph_of(cases: list[tuple[Number, Number, str]]) -> SmallGraph:
    """An indicator a case, with one target here and one result."""
    graph = SmallGraph()
    graph.node(HERE, "吉林省", kind="province", code="220000")
    graph.node(ELSEWHERE, "青岛市", kind="prefecture", code="370200")
    graph.document("t", "目标与结果", HERE)
    for position, (target, result, region) in enumerate(cases):
        key = f"{position:02}"
        graph.node(f"indicator:{key}", f"指标{key}", unit=target.unit)
        graph.passage(f"t{position + 1}", "t", f"指标{key}", position + 1, "")
        graph.value(f"target:{key}", f"passage:t{position + 1}", f"indicator:{key}", HERE, target)
        graph.value(f"result:{key}", f"passage:t{position + 1}", f"indicator:{key}", region, result)
    return graph


def answers(store: Store, queries: Catalogue, column: str) -> list[object]:
    """One column of the query, in the order of the cases."""
    values = dict.fromkeys(queries["targets_and_results"].header.params)
    return [row[column] for row in run(queries["targets_and_results"], values, store).rows]


def test_a_target_is_met_missed_or_neither_can_be_told(either_store: Store, queries: Catalogue) -> None:
    fill(either_store, graph_of([(target, result, HERE) for target, result, _ in MET]))
    assert list(zip(MET, answers(either_store, queries, "met"), strict=True)) == [(case, case[2]) for case in MET]


def test_a_result_is_due_interim_later_or_of_a_peer(either_store: Store, queries: Catalogue) -> None:
    fill(either_store, graph_of([(target, result, region) for target, result, region, _ in RELATIONS]))
    found = answers(either_store, queries, "relation")
    assert list(zip(RELATIONS, found, strict=True)) == [(case, case[3]) for case in RELATIONS]


def test_a_target_without_a_result_is_listed(embedded_store: Store, queries: Catalogue) -> None:
    graph = graph_of([(Number(">=", 95, 2022), Number("=", 96, 2022), HERE)])
    graph.node("indicator:lone", "另一指标", unit="%")
    graph.value("target:lone", "passage:t1", "indicator:lone", HERE, Number(">=", 90, 2022))
    fill(embedded_store, graph)
    assert answers(embedded_store, queries, "result") == ["result:00", None]


@pytest.mark.parametrize(("relation", "expected"), [(["due"], ["result:00"]), (["peer"], [])])
def test_a_relation_can_be_asked_for(
    embedded_store: Store, queries: Catalogue, relation: list[str], expected: list[str]
) -> None:
    fill(embedded_store, graph_of([(Number(">=", 95, 2022), Number("=", 96, 2022), HERE)]))
    values = {**dict.fromkeys(queries["targets_and_results"].header.params), "relation": relation}
    rows = run(queries["targets_and_results"], values, embedded_store).rows
    assert [row["result"] for row in rows] == expected
