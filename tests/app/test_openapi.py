"""The OpenAPI document and its pages."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.queries import catalogue


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def test_every_query_has_a_route_with_its_parameters(document: dict[str, Any]) -> None:
    for query in catalogue.load():
        operation = document["paths"][f"/v1/q/{query.id}"]["get"]
        names = [each["name"] for each in operation["parameters"]]
        assert names == [*query.header.params, "limit", "cursor", "format", "count", "evidence", "lang"]


def test_parameters_show_the_examples_of_the_catalogue(document: dict[str, Any]) -> None:
    parameters = document["paths"]["/v1/q/measures_for_goal"]["get"]["parameters"]
    goal = next(each for each in parameters if each["name"] == "goal")
    assert (goal["example"], goal["required"]) == ("food-safety", True)


def test_columns_are_typed(document: dict[str, Any]) -> None:
    content = document["paths"]["/v1/q/goals"]["get"]["responses"]["200"]["content"]
    row = content["application/json"]["schema"]["allOf"][1]["properties"]["data"]["items"]
    assert row["properties"]["measures"]["anyOf"][0] == {"type": "integer"}


def test_every_reference_resolves(document: dict[str, Any]) -> None:
    named = set(re.findall(r'"\$ref": "#/components/schemas/([^"]+)"', str(document).replace("'", '"')))
    assert named <= set(document["components"]["schemas"])


def test_every_operation_documents_its_problems(document: dict[str, Any]) -> None:
    for operations in document["paths"].values():
        assert "application/problem+json" in operations["get"]["responses"]["422"]["content"]


def test_docs_work_without_a_network(client: TestClient) -> None:
    page = client.get("/docs").text
    assets = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert assets
    assert all(asset.startswith("/") for asset in assets)
    assert [client.get(asset).status_code for asset in assets] == [200] * len(assets)


def test_the_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    links = re.findall(r'(?:src|href)="([^"]+)"', client.get("/").text)
    assert all(link.startswith("/") for link in links)
    assert {client.get(link.replace("&amp;", "&")).status_code for link in links if "/q/" not in link} == {200}
