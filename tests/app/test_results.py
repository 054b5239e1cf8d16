"""What comes with an answer when asked for: the number of all rows, and the words behind them."""

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator

import networkx
import pytest
from fastapi.testclient import TestClient

from app import stream
from app.envelope import Asked
from app.formats import choose, offered
from app.main import create_app
from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.queries.parameters import as_given, coerce
from app.queries.references import StoreResolver
from app.queries.running import ALL, run, total
from app.settings import AppSettings
from stores.errors import StoreUnavailable
from stores.store import Store
from tests.cypher.small_graph import build, opened

FOOD = "/v1/q/measures_for_goal?goal=food-safety"
AROUND = "/v1/q/neighbourhood?node=吉致吉品"
QUOTE = {"statement", "type", "modality", "quote", "start", "end", "passage", "section", "document", "title", "source"}


@pytest.mark.parametrize("more", ["", "&limit=1"])
def test_the_total_is_that_of_the_whole_answer(client: TestClient, more: str) -> None:
    assert client.get(f"{FOOD}&count=1{more}").json()["page"]["total"] == 4


def test_the_total_costs_nothing_where_it_is_not_asked_for(client: TestClient) -> None:
    assert client.get(f"{FOOD}&count=0").json()["page"]["total"] is None


def test_a_stream_tells_the_total_in_its_head(client: TestClient) -> None:
    answer = client.get(f"{FOOD}&count=1&format=csv&limit=1", headers={"Origin": "https://front.example"})
    assert answer.headers["x-total-count"] == "4"
    assert "X-Total-Count" in answer.headers["access-control-expose-headers"]
    assert "x-total-count" not in client.get(f"{FOOD}&format=csv").headers


HERE = {"plan": "plan:jilin", "document": "document:j", "indicator": "indicator:food-pass", "goal": "food-safety"}
HERE |= {"from": "agency:amr", "to": "brand:qd"}


def test_every_query_can_be_counted(graph_store: Store) -> None:
    for query in catalogue.load():
        given = {name: as_given(each.example) for name, each in query.header.params.items() if each.required}
        given |= {name: value for name, value in HERE.items() if name in query.header.params}
        values = coerce(query.header, given, StoreResolver(graph_store))
        assert total(query, values, graph_store) == len(run(query, values, graph_store).rows), query.id


def test_every_row_opens_at_its_words(client: TestClient) -> None:
    answer = client.get(f"{FOOD}&evidence=1").json()
    quotes = answer["quotes"]
    assert {each for row in answer["data"] for each in row["evidence"]} == quotes.keys()
    first = quotes[answer["data"][0]["evidence"][0]]
    assert first.keys() == QUOTE | {"published_on"}
    assert (first["quote"], first["section"]) == ("青岛市市场监督管理局组织冷链食品全程抽检", "重点任务")


def test_words_come_with_the_page_alone(client: TestClient) -> None:
    answer = client.get(f"{FOOD}&evidence=1&limit=1").json()
    assert answer["quotes"].keys() == set(answer["data"][0]["evidence"])
    assert client.get(FOOD).json()["quotes"] is None


def test_a_graph_has_words_for_its_relationships(client: TestClient) -> None:
    answer = client.get(f"{AROUND}&evidence=1").json()
    steps = [step for row in answer["data"] for step in row["path"]["relationships"]]
    assert {each for step in steps for each in step["properties"]["statements"]} == answer["quotes"].keys()


def test_an_answer_without_evidence_says_why(client: TestClient) -> None:
    answer = client.get("/v1/q/goals?evidence=1&lang=en").json()
    assert (answer["quotes"], answer["warnings"]) == ({}, ["The taxonomy comes from a table"])


def test_json_lines_hold_the_words_of_each_row(client: TestClient) -> None:
    lines = [json.loads(line) for line in client.get(f"{FOOD}&evidence=1&format=jsonl").text.splitlines()]
    for row in lines:
        assert [quote["statement"] for quote in row["quotes"]] == row["evidence"]


def test_csv_has_a_column_for_each_part(client: TestClient) -> None:
    answer = client.get(f"{FOOD}&evidence=1&format=csv").content.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(answer)))
    assert row["quotes"].split("; ")[0] == "青岛市市场监督管理局组织冷链食品全程抽检"
    assert row["quote_documents"].split("; ")[0] == "青岛市质量工作会议报道 <briefings/q.txt>"
    assert row["quote_positions"].split("; ")[0] == "0-20"


def test_graphml_has_words_on_its_edges(client: TestClient) -> None:
    graph = networkx.read_graphml(io.BytesIO(client.get(f"{AROUND}&evidence=1&format=graphml").content))
    edge = graph.edges["region:220000", "brand:jzjp"]
    assert (edge["label"], edge["quotes"]) == ("PROMOTES", "用好东北区域NQI高地，让吉致吉品走向全国")


@pytest.mark.parametrize("flag", ["count=yes", "evidence=2", "count=1&count=1"])
def test_a_flag_is_0_or_1(client: TestClient, flag: str) -> None:
    answer = client.get(f"{FOOD}&{flag}")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-parameter")


ROWS = 60_000
MANY = f"""/*---
version: 1
status: draft
title: {{zh: 多, en: Many}}
description: {{zh: 多, en: Many}}
ask: {{zh: [多], en: [many]}}
returns:
  number: {{type: int, role: id, label: {{zh: 数, en: Number}}}}
  text: {{type: string, role: label, label: {{zh: 文, en: Text}}}}
tags: [lists]
shape: rows
order_by: [number]
view: {{kind: table}}
evidence: {{none: {{zh: 无, en: none}}}}
examples: [{{params: {{}}, rows: {ROWS}}}]
---*/
UNWIND range(1, {ROWS}) AS number
RETURN number AS number,
       'some words that make a row longer than its number alone' AS text
ORDER BY number
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Catalogue]]:
    folder = tmp_path_factory.mktemp("many")
    (folder / "many.cypher").write_text(MANY, encoding="utf-8")
    (folder / "tags.yaml").write_text("lists: {zh: 列表, en: Lists}\n", encoding="utf-8")
    with opened(build(), folder / "store") as store:
        yield store, catalogue.load(folder)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_stream_needs_no_more_memory_for_more_rows(many: tuple[Store, Catalogue], form: str) -> None:
    store, queries = many
    made = stream.pieces(Asked(queries["many"], {}), ALL, store, stream.Wanted(choose(offered("rows"), form, None)))
    tracemalloc.start()
    lines = sum(each.count(b"\n") for each in stream.begun(made))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lines == ROWS + (form == "csv")
    # Held at once, the rows take two hundred times as much.
    assert peak < 1_000_000


def test_a_stream_comes_in_pieces_of_many_rows(many: tuple[Store, Catalogue]) -> None:
    store, queries = many
    made = stream.pieces(Asked(queries["many"], {}), ALL, store, stream.Wanted(choose(offered("rows"), "jsonl", None)))
    *pieces, last = map(len, stream.begun(made))
    assert len(pieces) > 100
    assert min(pieces) >= stream.PIECE > last
    assert max(pieces) < stream.PIECE + 1000


def test_a_stream_that_fails_at_its_first_row_has_not_begun() -> None:
    def failing() -> Iterator[bytes]:
        yield b"the names of columns"
        raise StoreUnavailable("away")

    with pytest.raises(StoreUnavailable):
        stream.begun(failing())


def test_a_stream_gives_all_rows_over_http(many: tuple[Store, Catalogue]) -> None:
    store, queries = many
    client = TestClient(create_app(AppSettings(), store, queries))
    assert client.get("/v1/q/many?format=jsonl").content.count(b"\n") == ROWS


def test_pages_of_a_long_answer_follow_each_other(many: tuple[Store, Catalogue]) -> None:
    store, queries = many
    client = TestClient(create_app(AppSettings(), store, queries))
    first = client.get("/v1/q/many?limit=10000&count=1").json()
    after = client.get(f"/v1/q/many?limit=2&cursor={first['page']['next']}").json()
    assert (first["page"]["total"], first["page"]["truncated"]) == (ROWS, True)
    assert [row["number"] for row in after["data"]] == [10_001, 10_002]
