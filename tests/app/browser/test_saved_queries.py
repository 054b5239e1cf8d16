"""Saved queries: values as Cypher writes them, and parameters that mean something in whatever graph there is."""

from pathlib import Path

import pytest

from app.browser.saved_queries import literal, saved_query
from app.queries import catalogue
from app.queries.parameters import Value
from stores.store import Store
from tests.cypher.small_graph import build, opened


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (True, "true"),
        (12, "12"),
        (99.5, "99.5"),
        ("食品", "'食品'"),
        ("it's \\ x", r"'it\'s \\ x'"),
        (["a", "b"], "['a', 'b']"),
    ],
)
def test_literal(value: Value | list[Value] | None, written: str) -> None:
    assert literal(value) == written


@pytest.mark.parametrize("value", ["it's", "\\", "'\\''", "\\u0041", "第一\n第二", '"`$x'])
def test_any_text_reads_back_as_itself(either_store: Store, value: str) -> None:
    assert either_store.read(f"RETURN {literal(value)} AS value").rows == [(value,)]


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("measures_for_goal", ":param goal => 'goal:food-safety';"),  # the example is in this graph
        ("plan_lineage", ":param plan => 'plan:jilin';"),  # it is not: the first of the label
    ],
)
def test_parameters_are_of_this_graph(query: str, line: str, tmp_path: Path) -> None:
    with opened(build(), tmp_path / "store") as store:
        assert line in saved_query(catalogue.load()[query], store).parameters
