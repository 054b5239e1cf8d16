"""The values of a parameter, as forms and tools ask for them."""

import pytest
from fastapi.testclient import TestClient

from app.queries import catalogue
from app.queries.choices import has_choices

GOAL = "/v1/queries/measures_for_goal/values/goal"
REGION = "/v1/queries/measures_for_goal/values/region"


def test_without_words_the_most_counted_come_first(client: TestClient) -> None:
    values = client.get(REGION).json()
    counts = [each["count"] for each in values["data"]]
    assert counts == sorted(counts, reverse=True)
    assert values["counted"] == "文件数"
    assert values["truncated"] is False


def test_a_value_comes_with_all_its_names(client: TestClient) -> None:
    jilin = client.get(f"{REGION}?q=吉林省&lang=en").json()["data"][0]
    assert jilin == {
        "value": "region:220000",
        "label": "Jilin Province",
        "label_zh": "吉林省",
        "label_en": "Jilin Province",
        "aliases": ["吉林"],
        "pinyin": "ji lin sheng",
        "initials": "jls",
        "count": 1,
        "match": "exact",
    }


@pytest.mark.parametrize(
    ("address", "words", "first"),
    [
        (GOAL, "食品安全", "goal:food-safety"),
        (GOAL, "food safety", "goal:food-safety"),
        (GOAL, "spaq", "goal:food-safety"),
        (GOAL, "shipin", "goal:food-safety"),
        (GOAL, "brand", "goal:brand"),
        (REGION, "吉林", "region:220000"),
        (REGION, "qingdao", "region:370200"),
        (REGION, "Shandong Province", "region:370000"),
        ("/v1/queries/measures_for_goal/values/modality", "要求", "required"),
        ("/v1/queries/measures_for_goal/values/modality", "plan", "planned"),
        ("/v1/queries/neighbourhood/values/node", "jzjp", "brand:jzjp"),
    ],
)
def test_a_value_is_found_by_any_of_its_names(client: TestClient, address: str, words: str, first: str) -> None:
    assert client.get(address, params={"q": words}).json()["data"][0]["value"] == first


def test_every_list_holds_each_value_once(client: TestClient) -> None:
    for query in catalogue.load():
        for name, declared in query.header.params.items():
            if has_choices(declared):
                values = client.get(f"/v1/queries/{query.id}/values/{name}?limit=1000").json()["data"]
                assert len({each["value"] for each in values}) == len(values)


def test_the_contract_says_where_values_are_listed(client: TestClient) -> None:
    assert client.get("/v1/queries/measures_for_goal").json()["values"] == {
        "goal": GOAL,
        "region": REGION,
        "modality": "/v1/queries/measures_for_goal/values/modality",
    }


def test_openapi_says_where_values_are_listed(client: TestClient) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/v1/q/measures_for_goal"]["get"]
    goal = next(each for each in operation["parameters"] if each["name"] == "goal")
    assert goal["x-values"] == GOAL


def test_a_longer_list_says_so(client: TestClient) -> None:
    values = client.get(f"{GOAL}?limit=2").json()
    assert (len(values["data"]), values["truncated"]) == (2, True)


@pytest.mark.parametrize(
    ("address", "kind", "nearest"),
    [
        ("/v1/queries/measures_for_goal/values/gaol", "no-choices", "goal"),
        ("/v1/queries/measures_for_goal/values/year_from", "no-choices", None),
        ("/v1/queries/measures_for_goals/values/goal", "unknown-query", "measures_for_goal"),
    ],
)
def test_no_list_is_not_found(client: TestClient, address: str, kind: str, nearest: str | None) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()["type"]) == (404, f"/problems/{kind}")
    assert nearest is None or answer.json()["nearest"][0]["value"] == nearest


def test_values_are_not_sent_again(client: TestClient) -> None:
    etag = client.get(GOAL).headers["etag"]
    assert client.get(GOAL, headers={"If-None-Match": etag}).status_code == 304


def test_an_unknown_word_of_the_address_is_refused(client: TestClient) -> None:
    assert client.get(f"{GOAL}?query=x").status_code == 422
