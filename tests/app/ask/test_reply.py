"""What a caller gets for a question."""

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from app.ask.asker import Asker
from app.queries import catalogue
from app.queries.choices import ChoiceLists
from app.queries.references import StoreResolver
from stores.store import Store

FOOD = "/v1/ask?q=" + quote("青岛有哪些食品安全措施")


def test_the_query_is_shown_before_its_answer(client: TestClient) -> None:
    answered = client.get(f"{FOOD}&lang=en").json()
    meaning = answered["meaning"]
    assert list(answered).index("meaning") < list(answered).index("answer")
    assert meaning["query"] == "measures_for_goal"
    assert meaning["params"] == {"goal": "goal:food-safety", "region": "region:370200"}
    assert meaning["question"] == "which measures in Qingdao City serve Food safety"
    assert meaning["confidence"] > 0.7
    assert [row["measure"] for row in answered["answer"]["data"]] == ["measure:q1"]


def test_its_address_gives_the_same_rows(client: TestClient) -> None:
    answered = client.get(FOOD).json()
    assert client.get(answered["meaning"]["url"]).json()["data"] == answered["answer"]["data"]


def test_alternatives_come_with_their_confidence(client: TestClient) -> None:
    answered = client.get(FOOD).json()
    told = [each["confidence"] for each in answered["alternatives"] if not each["missing"]]
    assert told == sorted(told, reverse=True)
    assert told[0] < answered["meaning"]["confidence"]


@pytest.mark.parametrize(("lang", "says"), [("zh", "没有查询"), ("en", "No query")])
def test_it_says_so_where_nothing_fits(client: TestClient, lang: str, says: str) -> None:
    answered = client.get("/v1/ask", params={"q": "今天天气怎么样", "lang": lang}).json()
    assert (answered["meaning"], answered["answer"]) == (None, None)
    assert says in answered["warnings"][0]


def test_a_value_that_is_lacking_is_named(client: TestClient) -> None:
    alternatives = client.get("/v1/ask", params={"q": "哪些措施服务于"}).json()["alternatives"]
    assert ("measures_for_goal", ["goal"]) in [(each["query"], each["missing"]) for each in alternatives]


def test_a_list_takes_every_name(client: TestClient) -> None:
    meaning = client.get("/v1/ask", params={"q": "比较青岛和湛江"}).json()["meaning"]
    assert meaning["params"] == {"region": ["region:370200", "region:440800"]}


@pytest.mark.parametrize("address", ["/v1/ask", "/v1/ask?q=", "/v1/ask?q=x&limit=0", f"/v1/ask?q={'x' * 301}"])
def test_a_question_must_be_one(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 422


def test_an_unchanged_answer_is_not_sent_again(client: TestClient) -> None:
    etag = client.get(FOOD).headers["etag"]
    assert client.get(FOOD, headers={"If-None-Match": etag}).status_code == 304


def test_a_new_query_is_found_by_its_questions(graph_store: Store, tmp_path: Path) -> None:
    shutil.copytree(catalogue.FOLDER, tmp_path / "cypher")
    text = (catalogue.FOLDER / "goals.cypher").read_text(encoding="utf-8")
    asked = text.replace('["有哪些目标", "目标体系"]', '["醋是谁酿的"]').replace(
        '["which goals are there"', '["who brews vinegar"'
    )
    (tmp_path / "cypher" / "vinegar.cypher").write_text(asked, encoding="utf-8")
    queries = catalogue.load(tmp_path / "cypher")
    asker = Asker(queries, ChoiceLists(graph_store, queries), StoreResolver(graph_store))
    for question in ("谁在酿醋", "who is brewing the vinegar?"):
        best = asker.understand(question, graph_store.version()).best
        assert best is not None
        assert best.askable.query.id == "vinegar"
