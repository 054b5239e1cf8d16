"""The forms an answer can take."""

import io
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NotAcceptable
from app.formats import QUOTE_COLUMNS, Content, choose, csv, graphml, jsonl, offered

ROWS = offered("rows")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "json"),
        ("*/*", "json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "json"),
        ("text/csv", "csv"),
        ("application/json;q=0.5, text/*", "csv"),
        ("application/x-ndjson, application/json;q=0.9", "jsonl"),
        ("application/*", "json"),
    ],
)
def test_accept_picks_what_weighs_most(accept: str | None, expected: str) -> None:
    assert choose(ROWS, None, accept).name == expected


def test_a_format_asked_for_by_name_wins_over_accept() -> None:
    assert choose(ROWS, "csv", "application/json").name == "csv"


@pytest.mark.parametrize(
    ("asked", "accept"), [("pdf", None), ("graphml", None), (None, "image/png"), (None, "text/csv;q=0")]
)
def test_refusal_lists_the_choices(asked: str | None, accept: str | None) -> None:
    with pytest.raises(NotAcceptable, match="json, jsonl, csv"):
        choose(ROWS, asked, accept)


def test_graphml_is_offered_for_graphs_alone() -> None:
    assert [each.name for each in offered("graph")] == ["json", "jsonl", "csv", "graphml"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (-1.5, "-1.5"),
        ("质量", "质量"),
        (["a", "b"], "a; b"),
        ([], ""),
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("-2 度", "'-2 度"),
        (["=x"], "'=x"),
        ({"a": 1}, '{"a":1}'),
    ],
)
def test_cell(value: Any, expected: str) -> None:
    assert csv.cell(value) == expected


def test_csv_begins_with_a_byte_order_mark_and_names() -> None:
    written = b"".join(csv.write(Content(("a", "b"), [{"a": "x,y", "b": 2}]))).decode()
    assert written == '\ufeffa,b\r\n"x,y",2\r\n'


def test_a_path_is_written_as_names_and_arrows() -> None:
    assert csv.cell(PATH) == "吉致吉品 <-PROMOTES- 吉林省"


def test_one_row_a_line() -> None:
    assert b"".join(jsonl.write(Content(("a",), [{"a": "质"}, {"a": None}]))).decode() == '{"a":"质"}\n{"a":null}\n'


def test_networkx_reads_graphml() -> None:
    graph = networkx.read_graphml(io.BytesIO(b"".join(graphml.write(Content(("path",), [{"path": PATH}])))))
    assert graph.nodes["brand:a"] == {"name": "吉致吉品", "label": "吉致吉品", "labels": "Brand", "aliases": "吉品; 吉"}
    assert graph.edges["region:220000", "brand:a"] == {
        "id": "region:220000-PROMOTES-brand:a",
        "label": "PROMOTES",
        "type": "PROMOTES",
        "weight": 2.0,
        "statements": "statement:1; statement:2",
    }


def test_graphml_carries_the_words_of_each_relationship() -> None:
    quote = {"quote": "推广", "title": "简报", "source": "b/a.txt", "section": "一 / 二", "start": 3, "end": 5}
    quotes = [{**quote, "statement": "statement:1"}, {**quote, "statement": "statement:9"}]
    written = b"".join(graphml.write(Content(("path",), [{"path": PATH, "quotes": quotes}])))
    edge = networkx.read_graphml(io.BytesIO(written)).edges["region:220000", "brand:a"]
    assert [edge[name] for name in QUOTE_COLUMNS] == ["推广", "简报 <b/a.txt>", "一 / 二", "3-5"]


def test_what_gephi_reads_by_name_has_the_type_it_expects() -> None:
    head = b"".join(graphml.document([], [])).decode()
    assert '<key id="node_label" for="node" attr.name="label" attr.type="string"/>' in head
    assert '<key id="edge_label" for="edge" attr.name="label" attr.type="string"/>' in head
    assert '<key id="edge_weight" for="edge" attr.name="weight" attr.type="double"/>' in head


@given(st.text())
def test_any_name_makes_well_formed_graphml(name: str) -> None:
    node = {"id": "brand:a", "label": "Brand", "name": name, "properties": {}}
    assert len(networkx.read_graphml(io.BytesIO(b"".join(graphml.document([node], []))))) == 1


PROMOTED = {"statements": ["statement:1", "statement:2"]}
PATH = {
    "nodes": [
        {"id": "brand:a", "label": "Brand", "name": "吉致吉品", "properties": {"aliases": ["吉品", "吉"]}},
        {"id": "region:220000", "label": "Region", "name": "吉林省", "properties": {"code": "220000"}},
    ],
    "relationships": [{"type": "PROMOTES", "start": "region:220000", "end": "brand:a", "properties": PROMOTED}],
}
