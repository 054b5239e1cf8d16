"""Running curated queries over HTTP."""

import csv
import io
import json

import pytest
from fastapi.testclient import TestClient

FOOD = "/v1/q/measures_for_goal?goal=food-safety"


def test_an_answer_holds_what_is_needed_to_repeat_it(client: TestClient) -> None:
    answer = client.get(FOOD).json()
    assert {row["measure"] for row in answer["data"]} == {"measure:q1", "measure:j1", "measure:j3", "measure:z1"}
    assert answer["query"]["id"] == "measures_for_goal"
    assert answer["params"]["goal"] == "goal:food-safety"
    assert answer["graph"]["version"] == 1
    assert answer["page"] == {"limit": 100, "next": None, "truncated": False, "total": None}
    assert [column["name"] for column in answer["columns"]] == list(answer["data"][0])


def test_pages_together_are_the_whole_answer(client: TestClient) -> None:
    whole = client.get(FOOD).json()["data"]
    rows, cursor = [], ""
    for _ in whole:
        page = client.get(f"{FOOD}&limit=1{cursor}").json()
        rows += page["data"]
        cursor = f"&cursor={page['page']['next']}"
    assert rows == whole
    assert page["page"] == {"limit": 1, "next": None, "truncated": False, "total": None}


@pytest.mark.parametrize("goal", ["goal:food-safety", "food-safety", "食品安全", "Food safety", "shipin anquan"])
def test_a_goal_is_known_by_id_and_by_name(client: TestClient, goal: str) -> None:
    answer = client.get("/v1/q/measures_for_goal", params={"goal": goal})
    assert answer.json()["params"]["goal"] == "goal:food-safety"


def test_a_list_is_a_repeated_parameter(client: TestClient) -> None:
    answer = client.get(f"{FOOD}&modality=done&modality=required").json()
    assert answer["params"]["modality"] == ["done", "required"]
    assert {row["modality"] for row in answer["data"]} == {"done", "required"}


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/v1/q/measures_for_goals", 404, "unknown-query"),
        ("/v1/q/measures_for_goal", 422, "missing-parameter"),
        (f"{FOOD}&gaol=x", 422, "unknown-parameter"),
        ("/v1/q/measures_for_goal?goal=foodsafty", 422, "unknown-reference"),
        (f"{FOOD}&year_from=soon", 422, "invalid-parameter"),
        (f"{FOOD}&limit=0", 422, "invalid-parameter"),
        (f"{FOOD}&limit=1&limit=2", 422, "invalid-parameter"),
        (f"{FOOD}&lang=fr", 422, "invalid-parameter"),
        (f"{FOOD}&cursor=abc", 422, "bad-cursor"),
        (f"{FOOD}&format=pdf", 406, "not-acceptable"),
        (f"{FOOD}&format=graphml", 406, "not-acceptable"),
    ],
)
def test_what_is_wrong_is_a_problem_document(client: TestClient, address: str, status: int, kind: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"/problems/{kind}"


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/v1/q/measures_for_goal?goal=foodsafty", "goal:food-safety"),
        (f"{FOOD}&gaol=x", "goal"),
        ("/v1/q/measures_for_goals", "measures_for_goal"),
    ],
)
def test_a_problem_proposes_the_nearest(client: TestClient, address: str, nearest: str) -> None:
    assert nearest in [each["value"] for each in client.get(address).json()["nearest"]]


def test_not_acceptable_lists_the_choices(client: TestClient) -> None:
    assert client.get(FOOD, headers={"Accept": "image/png"}).json()["choices"] == ["json", "jsonl", "csv"]


def test_titles_of_problems_follow_the_language(client: TestClient) -> None:
    address = "/v1/q/measures_for_goal"
    assert client.get(address).json()["title"] == "缺少必填参数"
    assert client.get(f"{address}?lang=en").json()["title"] == "Missing parameter"


def test_labels_follow_the_language(client: TestClient) -> None:
    chinese = client.get(FOOD, headers={"Accept-Language": "zh-CN"}).json()["columns"][0]["label"]
    english = client.get(FOOD, headers={"Accept-Language": "en-GB"}).json()["columns"][0]["label"]
    assert (chinese, english) == ("措施", "Measure")


def test_csv_has_all_rows(client: TestClient) -> None:
    answer = client.get(f"{FOOD}&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 4
    assert 'filename="measures_for_goal.csv"' in answer.headers["content-disposition"]


def test_json_lines_are_the_rows_of_the_envelope(client: TestClient) -> None:
    lines = client.get(FOOD, headers={"Accept": "application/x-ndjson"}).text.splitlines()
    assert [json.loads(line) for line in lines] == client.get(FOOD).json()["data"]


def test_a_stream_keeps_limit_and_cursor(client: TestClient) -> None:
    after = client.get(f"{FOOD}&limit=1").json()["page"]["next"]
    lines = client.get(f"{FOOD}&format=jsonl&limit=2&cursor={after}").text.splitlines()
    assert [json.loads(line)["measure"] for line in lines] == ["measure:j1", "measure:j3"]


def test_a_wrong_reference_is_told_before_a_stream_begins(client: TestClient) -> None:
    answer = client.get("/v1/q/measures_for_goal?goal=none&format=jsonl")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_a_graph_answers_with_paths(client: TestClient) -> None:
    rows = client.get("/v1/q/neighbourhood?node=吉致吉品").json()["data"]
    others = {node["name"] for row in rows for node in row["path"]["nodes"]} - {"吉致吉品"}
    assert {"吉林省", "吉林省市场监督管理厅", "青岛优品"} <= others
    assert all(step["properties"]["statements"] for row in rows for step in row["path"]["relationships"])
