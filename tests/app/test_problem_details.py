"""The detail of a problem in the language of the reader: what is wrong with which value, and what would be accepted."""

import pytest
from fastapi.testclient import TestClient

# address; in Chinese; in English
DETAILS = [
    ("/v1/q/nothing_here", "没有名为“nothing_here”的查询", "no query is called 'nothing_here'"),
    ("/v1/q/measures_for_goal", "goal：必填：", "goal: is required: "),
    (
        "/v1/q/measures_for_goal?goal=food-safty",
        "goal：图谱中没有名称或标识为“food-safty”的 Goal",
        "goal: no Goal is 'food-safty'",
    ),
    (
        "/v1/q/measures_for_goal?goal=food-safety&gaol=x",
        "gaol：没有这个参数",
        "gaol: no such parameter",
    ),
    (
        "/v1/q/measures_for_goal?goal=food-safety&limit=0",
        "limit：“0”不是 1 至 10000 的整数",
        "limit: '0' is no number from 1 to 10000",
    ),
    (
        "/v1/q/measures_for_goal?goal=food-safety&limit=1&limit=2",
        "limit：给了 2 次，只能给一次",
        "limit: is given 2 times; expected once",
    ),
    (
        "/v1/q/measures_for_goal?goal=food-safety&count=yes",
        "count：“yes”既不是 1 也不是 0",
        "count: 'yes' is neither 1 nor 0",
    ),
    (
        "/v1/q/measures_for_goal?goal=food-safety&cursor=x%0Ay",
        "“x\\ny”不是游标，请用答案中的 page.next",
        "'x\\ny' is no cursor; take page.next of an answer",
    ),
    (
        "/v1/q/measures_for_goal?goal=food-safety&format=pdf",
        "这里不提供“pdf”，可选：",
        "'pdf' is not offered here; choose one of ",
    ),
    ("/v1/q/targets_and_results?year=22", "应为 1900 至 2100 年", "expected a year from 1900 to 2100"),
    ("/v1/nodes/goal:none", "没有标识为“goal:none”的节点", "no node has the id 'goal:none'"),
    ("/v1/search?q=x&label=Nothing", "label：不检索“Nothing”这一类", "label: 'Nothing' is no label that is searched"),
    ("/v1/search?q=x&lable=Goal", "lable：这里没有这个参数", "lable: no such parameter here"),
    (
        "/v1/search?q=x&limit=many",
        "limit：不接受“many”，应为整数",
        "limit: 'many' is not accepted; expected a whole number",
    ),
    ("/v1/search?q=x&limit=0", "limit：不接受“0”，应为不小于 1 的数", "expected a number of at least 1"),
    ("/v1/search?q=x&limit=101", "limit：不接受“101”，应为不大于 100 的数", "expected a number of at most 100"),
    (f"/v1/search?q=x&limit={'1' * 5000}", "应为小一些的整数", "expected a smaller whole number"),
    ("/v1/search?q=", "q：不接受“”，应为至少 1 个字符", "q: '' is not accepted; expected at least 1 characters"),
    (f"/v1/search?q={'x' * 201}", "应为至多 200 个字符", "expected at most 200 characters"),
    (f"/v1/statements?{'id=x&' * 201}", "应为至多 200 个值", "expected at most 200 values"),
    ("/v1/queries?lang=fr", "lang：不接受“fr”，应为下列之一：'zh' or 'en'", "expected one of 'zh' or 'en'"),
    ("/v1/search", "q：必填", "q: is required"),
    ("/v1/nowhere", "GET /v1/nowhere", "GET /v1/nowhere"),
    ("/v1/queries?tag=none", "tag：没有“none”这个标签", "tag: 'none' is no tag"),
]


@pytest.mark.parametrize(("address", "zh", "en"), DETAILS)
def test_the_detail_is_in_the_language_asked_for(client: TestClient, address: str, zh: str, en: str) -> None:
    for language, said in (("zh", zh), ("en", en)):
        answer = client.get(address, headers={"Accept-Language": language})
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert said in answer.json()["detail"]
        # What would be accepted is a member of its own.
        assert "nearest" not in answer.json()["detail"]
        assert "最接近" not in answer.json()["detail"]


def test_proposals_are_named_in_the_language_asked_for(client: TestClient) -> None:
    for language, label in (("zh", "食品安全"), ("en", "Food safety")):
        answer = client.get("/v1/q/measures_for_goal?goal=food-safty", headers={"Accept-Language": language})
        assert answer.json()["nearest"][0] == {"value": "goal:food-safety", "label": label}


def test_regions_that_share_an_english_name_are_told_apart(client: TestClient) -> None:
    nearest = client.get("/v1/q/measures_for_goal?goal=food-safety&region=青岛港&lang=en").json()["nearest"]
    assert {"value": "region:370200", "label": "Qingdao City 青岛市"} in nearest


def test_what_does_not_print_is_escaped_and_what_is_long_shortened(client: TestClient) -> None:
    detail = client.get("/v1/q/measures_for_goal?goal=x%1B%5B31m" + "x" * 200 + "&lang=zh").json()["detail"]
    assert "“x\\x1b[31m" in detail
    assert "…”" in detail
    assert len(detail) < 200
    assert "\x1b" not in client.get("/v1/q/measures_for_goal?goal=food-safety&%1B=1").json()["detail"]


def test_a_limit_of_a_thousand_digits_is_refused(client: TestClient) -> None:
    answer = client.get(f"/v1/q/goals?limit={'1' * 5000}")
    assert (answer.status_code, answer.json()["parameter"]) == (422, "limit")
