"""Nodes, statements, documents, search and the graph as a whole, over HTTP."""

import pytest
from fastapi.testclient import TestClient

from graph_schema.derive import schema_document


def test_a_node_counts_its_neighbours_by_type(client: TestClient) -> None:
    node = client.get("/v1/nodes/brand:jzjp").json()["data"]
    assert node["name"] == "吉致吉品"
    assert {(each["type"], each["outgoing"], each["label"], each["count"]) for each in node["neighbours"]} == {
        ("APPLIES_TO", True, "Region", 1),
        ("PROMOTES", False, "Agency", 1),
        ("PROMOTES", False, "Region", 1),
        ("RECOGNISES", True, "Brand", 1),
        ("USES", False, "Measure", 1),
    }


def test_a_node_opens_at_its_statements(client: TestClient) -> None:
    statements = client.get("/v1/nodes/brand:jzjp").json()["data"]["statements"]
    assert {each["type"] for each in statements} == {"APPLIES_TO", "PROMOTES", "RECOGNISES", "USES"}
    assert all(each["quote"] and each["document"]["title"] for each in statements)


def test_a_statement_names_its_place(client: TestClient) -> None:
    statement = client.get("/v1/statements/statement:leads-amr-j1").json()["data"]
    assert statement["subject"] == {"id": "agency:amr", "label": "Agency", "name": "吉林省市场监督管理厅"}
    assert statement["passage"]["section"] == "重点任务"
    assert statement["document"]["id"] == "document:j"


def test_statements_come_together_and_those_that_are_not_there_are_left_out(client: TestClient) -> None:
    ids = ["statement:leads-amr-j1", "statement:none", "statement:serves-j1-food-safety"]
    answer = client.get("/v1/statements", params={"id": ids})
    assert {each["id"] for each in answer.json()["data"]} == {ids[0], ids[2]}


def test_no_statements_and_too_many_are_refused(client: TestClient) -> None:
    for ids in ([], ["statement:x"] * 201):
        assert client.get("/v1/statements", params={"id": ids}).status_code == 422


def test_a_document_is_rebuilt_from_its_passages(client: TestClient) -> None:
    document = client.get("/v1/documents/document:z").json()["data"]
    assert document["text"] == "湛江市质量工作总结对农贸市场的食品逐批快检食品安全抽检合格率为98.59%"
    assert {mark["kind"] for mark in document["marks"]} == {"statement", "claim"}


@pytest.mark.parametrize(
    "address", ["/v1/nodes/brand:none", "/v1/nodes/none", "/v1/statements/brand:jzjp", "/v1/documents/x"]
)
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-id")


@pytest.mark.parametrize(
    ("text", "first", "match"),
    [
        ("食品安全", "goal:food-safety", "exact"),
        ("吉致", "brand:jzjp", "prefix"),
        ("省市场监管厅", "agency:amr", "exact"),
        ("Food Safety", "goal:food-safety", "exact"),
        ("Shandong Province", "region:370000", "exact"),
        ("jizhi jipin", "brand:jzjp", "spelled"),
        ("jzjp", "brand:jzjp", "spelled"),
        ("農貿市場", "passage:z1", "passage"),
    ],
)
def test_search_finds_the_best_first(client: TestClient, text: str, first: str, match: str) -> None:
    hit = client.get("/v1/search", params={"q": text}).json()["data"][0]
    assert (hit["id"], hit["match"]) == (first, match)


def test_search_marks_the_words(client: TestClient) -> None:
    hit = client.get("/v1/search?q=快检&label=Passage").json()["data"][0]
    assert [hit["text"][start:end] for start, end in hit["highlights"]] == ["快检"]
    assert hit["document"]["id"] == "document:z"


@pytest.mark.parametrize("text", ['"', "AND", "质量)", "a*b?", "\\", "食品~2"])
def test_search_takes_any_text(client: TestClient, text: str) -> None:
    assert client.get("/v1/search", params={"q": text}).status_code == 200


def test_search_proposes_the_nearest_label(client: TestClient) -> None:
    answer = client.get("/v1/search?q=x&label=Brandd")
    assert (answer.status_code, answer.json()["nearest"][0]["value"]) == (422, "Brand")


def test_the_schema_is_that_of_the_declarations(client: TestClient) -> None:
    assert client.get("/v1/schema").json() == schema_document()


def test_the_graph_is_counted(client: TestClient) -> None:
    graph = client.get("/v1/graph").json()["data"]
    assert graph["nodes"]["Measure"] == 5
    assert graph["relationships"]["LEADS"] == 3


def test_the_catalogue_is_filtered_by_tag(client: TestClient) -> None:
    listed = client.get("/v1/queries?tag=lineage").json()["data"]
    assert [query["id"] for query in listed] == ["plan_lineage"]


def test_a_query_shows_its_contract_and_cypher(client: TestClient) -> None:
    query = client.get("/v1/queries/goals").json()
    assert query["header"]["title"] == {"zh": "目标体系", "en": "Goals"}
    assert query["cypher"].startswith("MATCH (goal:Goal)")


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/problems", "/problems/timeout"])
def test_it_answers(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/v1/schema?x=1", "/v1/nodes/brand:jzjp?depth=2", "/v1/search?q=a&lables=Brand"])
def test_unknown_parameters_are_refused(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unknown-parameter")
