"""One file more in the catalogue: everything that is to follow from it does, and nothing else was touched."""

import shutil
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.ask.asker import Asker
from app.clients.python import python
from app.clients.typescript import typescript
from app.main import create_app
from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.queries.choices import ChoiceLists
from app.queries.listing import query_table
from app.queries.references import StoreResolver
from app.settings import AppSettings
from app.tools.server import answer
from app.tools.tools import Tools
from stores.store import Store
from tests.app.charts.parsed import parse

NAME = "how_much_where"
FILE = """/*---
version: 1
status: stable
title: {zh: 各地措施数, en: Measures counted by place}
description: {zh: 某目标在各地有几项措施；一地一行。, en: How many measures each place has for a goal; one row a place.}
ask: {zh: ["各地为{goal}各有几项"], en: ["how much is done where for {goal}"]}
params:
  goal: {type: ref(Goal), required: true, values_from: goals, example: food-safety, description: {zh: 目标, en: Goal}}
  at_least: {type: int, min: 1, max: 9, default: 1, example: 2, description: {zh: 至少几项, en: At least so many}}
returns:
  region: {type: ref(Region), role: id, label: {zh: 地区编号, en: Region id}}
  region_name: {type: string, role: label, label: {zh: 地区, en: Region}}
  goal_name: {type: string, label: {zh: 目标, en: Goal}}
  measures: {type: int, unit: "1", role: measure, label: {zh: 措施数, en: Measures}}
tags: [regions, goals]
shape: rows
order_by: [region]
view: {kind: matrix, row: region_name, column: goal_name, value: measures}
evidence: {none: {zh: 计数, en: A count}}
examples: [{params: {goal: food-safety}, at_least: 1}]
---*/
MATCH (goal:Goal {id: $goal})<-[:SERVES]-(measure:Measure)-[:APPLIES_TO]->(region:Region)
WITH goal, region, count(DISTINCT measure) AS measures
WHERE measures >= $at_least
RETURN region.id AS region, region.name AS region_name, goal.name AS goal_name, measures AS measures
ORDER BY region
"""


@pytest.fixture(scope="module")
def queries(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped catalogue and one file more."""
    folder = tmp_path_factory.mktemp("one") / "cypher"
    shutil.copytree(catalogue.FOLDER, folder)
    (folder / f"{NAME}.cypher").write_text(FILE, encoding="utf-8")
    return catalogue.load(folder)


@pytest.fixture(scope="module")
def with_it(graph_store: Store, queries: Catalogue) -> TestClient:
    return TestClient(create_app(AppSettings(), graph_store, queries))


@pytest.fixture(scope="module")
def tools(graph_store: Store, queries: Catalogue) -> Tools:
    asker = Asker(queries, ChoiceLists(graph_store, queries), StoreResolver(graph_store))
    return Tools(queries, graph_store, asker, "en")


def test_it_is_answered(with_it: TestClient) -> None:
    found = with_it.get(f"/v1/q/{NAME}?goal=食品安全").json()
    assert {row["region_name"]: row["measures"] for row in found["data"]} == {"吉林省": 2, "青岛市": 1, "湛江市": 1}
    assert found["params"] == {"goal": "goal:food-safety", "at_least": 1}


def test_it_proposes_what_was_meant(with_it: TestClient) -> None:
    refused = with_it.get(f"/v1/q/{NAME}?goal=spaq")
    assert (refused.status_code, refused.json()["nearest"][0]["value"]) == (422, "goal:food-safety")


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("", "missing-parameter"),
        ("?goal=food-safety&at_least=10", "invalid-parameter"),
        ("?gaol=x", "unknown-parameter"),
    ],
)
def test_what_it_is_asked_with_is_checked(with_it: TestClient, asked: str, kind: str) -> None:
    refused = with_it.get(f"/v1/q/{NAME}{asked}")
    assert (refused.status_code, refused.json()["type"]) == (422, f"/problems/{kind}")


def test_it_is_drawn(with_it: TestClient) -> None:
    drawing = parse(with_it.get(f"/v1/q/{NAME}.svg?goal=food-safety&lang=en").text)
    assert drawing.one("title") == "Measures counted by place"


def test_it_is_documented(with_it: TestClient, queries: Catalogue) -> None:
    document = with_it.get("/openapi.json").json()["paths"]
    goal, least, *_ = document[f"/v1/q/{NAME}"]["get"]["parameters"]
    assert (goal["required"], goal["x-values"]) == (True, f"/v1/queries/{NAME}/values/goal")
    assert least["schema"] == {"type": "integer", "minimum": 1, "maximum": 9, "default": 1}
    assert f"/v1/q/{NAME}.svg" in document
    assert f"| `{NAME}` | 各地措施数 | Measures counted by place | `goal`, `at_least`? |" in query_table(queries)


def test_forms_have_what_they_are_made_of(with_it: TestClient) -> None:
    listed = {each["id"]: each for each in with_it.get("/v1/queries?tag=regions").json()["data"]}
    assert listed[NAME]["ask"] == ["各地为{goal}各有几项"]
    contract = with_it.get(f"/v1/queries/{NAME}").json()
    assert list(contract["header"]["params"]) == ["goal", "at_least"]
    assert "食品安全" in [each["label"] for each in with_it.get(contract["values"]["goal"]).json()["data"]]


def test_it_is_found_by_its_question(with_it: TestClient) -> None:
    assert with_it.get("/v1/ask?q=how much is done where for food safety").json()["meaning"]["query"] == NAME


def test_language_models_can_use_it(tools: Tools) -> None:
    def told(name: str, **given: Any) -> dict[str, Any]:
        body = answer(tools, name, given).structured_content
        assert isinstance(body, dict)
        return body

    assert told("search_queries", text="how much is done where for food safety")["queries"][0]["id"] == NAME
    assert told("describe_query", query=NAME)["params"]["at_least"]["default"] == 1
    assert told("list_values", query=NAME, parameter="goal", text="spaq")["data"][0]["value"] == "goal:food-safety"
    assert told("run_query", query=NAME, params={"goal": "food safety", "at_least": 2})["data"][0]["measures"] == 2


def test_clients_are_typed_for_it(queries: Catalogue) -> None:
    assert f"def {NAME}(" in python(queries)
    assert "goal: str,\n        at_least: int | None = None," in python(queries)
    assert "export interface HowMuchWhereParams {\n  readonly goal: string;\n  readonly at_least?: number;\n}" in (
        typescript(queries)
    )
