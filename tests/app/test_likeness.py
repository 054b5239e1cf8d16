"""How like a typed text is to what things are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reads.likeness import Called, like, meant

FOOD = Called("goal:food-safety", ("食品安全", "Food safety", "食安"))
DRUGS = Called("goal:drug-safety", ("药品安全", "Drug safety", "药安"))
JILIN = Called("region:220000", ("吉林省", "Jilin Province", "吉林"))
THINGS = [FOOD, DRUGS, JILIN]


@pytest.mark.parametrize(
    ("text", "value", "likeness"),
    [
        ("食品安全", FOOD.value, "exact"),
        ("食安", FOOD.value, "exact"),
        ("food SAFETY", FOOD.value, "exact"),
        ("吉林", JILIN.value, "exact"),
        ("shipin anquan", FOOD.value, "pinyin"),
        ("spaq", FOOD.value, "initials"),
        ("食品", FOOD.value, "prefix"),
        ("drug", DRUGS.value, "prefix"),
        ("jil", JILIN.value, "prefix"),
        ("yaopin", DRUGS.value, "pinyin_prefix"),
        ("province", JILIN.value, "contains"),
        ("linsheng", JILIN.value, "pinyin_contains"),
        ("食品安金", FOOD.value, "alike"),
        ("shipinanqan", FOOD.value, "alike"),
        ("fod safty", FOOD.value, "alike"),
        ("食品安全工作", FOOD.value, "alike"),
    ],
)
def test_a_text_means_a_thing(text: str, value: str, likeness: str) -> None:
    best = like(text, THINGS, 1)[0]
    assert (best.value, best.likeness) == (value, likeness)


@pytest.mark.parametrize("text", ["", "  ", "xyzzy", "计量"])
def test_a_text_may_mean_nothing(text: str) -> None:
    assert like(text, THINGS, 5) == []


def test_among_equals_the_order_given_decides() -> None:
    assert [each.value for each in like("安全", THINGS, 5)] == [FOOD.value, DRUGS.value]


def test_only_names_spelled_whole_are_meant() -> None:
    assert meant("jilin", THINGS) == ["吉林"]
    assert meant("jilinprovince", THINGS) == ["吉林省"]
    assert meant("jil", THINGS) == []
    assert meant("吉林", THINGS) == []


@given(st.text(), st.integers(1, 3))
def test_never_more_than_asked_for_and_each_once(text: str, limit: int) -> None:
    found = [each.value for each in like(text, THINGS, limit)]
    assert len(found) <= limit
    assert len(set(found)) == len(found)
