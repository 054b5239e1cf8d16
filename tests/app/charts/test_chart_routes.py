"""Charts as addresses."""

import pytest
from fastapi.testclient import TestClient

from tests.app.charts.parsed import parse

MATRIX = "/v1/q/compare_regions"


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (f"{MATRIX}.svg", {}),
        (f"{MATRIX}?format=svg", {}),
        (MATRIX, {"Accept": "image/svg+xml,image/*,*/*;q=0.8"}),
    ],
)
def test_a_chart_has_an_address(client: TestClient, address: str, headers: dict[str, str]) -> None:
    answer = client.get(address, headers=headers)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"] == 'inline; filename="compare_regions.svg"'
    assert answer.headers["x-graph-version"] == str(client.get("/v1/graph").json()["data"]["version"])
    assert parse(answer.text).one("title") == "地区比较"


def test_what_it_is_about_stands_below_the_title(client: TestClient) -> None:
    drawing = parse(client.get(f"{MATRIX}.svg?goal=food-safety&region=青岛&region=吉林省").text)
    assert "青岛市、吉林省 · 食品安全" in [each.text for each in drawing.words]


def test_what_it_is_about_is_called_as_the_reader_calls_it(client: TestClient) -> None:
    drawing = parse(client.get(f"{MATRIX}.svg?goal=food-safety&region=青岛&region=吉林省&lang=en").text)
    assert "青岛市, 吉林省 · Food safety" in [each.text for each in drawing.words]


def test_words_follow_the_language(client: TestClient) -> None:
    drawing = parse(client.get(f"{MATRIX}.svg?lang=en").text)
    assert drawing.one("title") == "Regions compared"
    assert "Food safety" in [each.text for each in drawing.words]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("?region=湛江市&year=1999", "没有可画的数据，请更换或去掉参数：region、year"),
        ("?region=湛江市&year=1999&lang=en", "Nothing to draw; change or leave out: region, year"),
    ],
)
def test_a_chart_of_nothing_says_what_to_change(client: TestClient, asked: str, says: str) -> None:
    drawing = parse(client.get(f"/v1/q/targets_and_results.svg{asked}").text)
    assert says in [each.text for each in drawing.words]
    assert says in drawing.one("desc")


def test_an_unchanged_chart_is_not_sent_again(client: TestClient) -> None:
    etag = client.get(f"{MATRIX}.svg").headers["etag"]
    assert client.get(f"{MATRIX}.svg", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{MATRIX}.svg?cursor=x", 422),
        (f"{MATRIX}.svg?format=csv", 422),
        (f"{MATRIX}.svg?region=nowhere-at-all", 422),
        ("/v1/q/goals.svg", 404),
        ("/v1/q/goals?format=svg", 406),
    ],
)
def test_what_cannot_be_drawn_is_refused(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status
