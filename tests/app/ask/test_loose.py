"""Finding names that are not written as the graph has them."""

import pytest

from app.ask.english_bodies import bodies_in_english
from app.ask.loose import LooseChinese, LooseEnglish

ENGLISH = LooseEnglish(
    ["food safety", "drug safety", "qingdao", "pass rate of metal testing", "jilin education department"],
    ["safeguard"],
)
CHINESE = LooseChinese(["陶瓷餐具抽检合格率", "陶瓷", "一号窑炉集团总部"])


def read(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], name) for start, end, name in ENGLISH.places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the safety of food here", [("safety of food", "food safety")]),
        ("metal testing pass rate", [("metal testing pass rate", "pass rate of metal testing")]),
        ("pass rate", []),  # two of four words are no name
        ("what about qingdoa", [("qingdoa", "qingdao")]),
        ("the bureau of education of jilin", [("bureau of education of jilin", "jilin education department")]),
        ("departments of education in jilin", []),  # several departments are none of that name
        ("food in safety", []),
        ("safeguard", []),
    ],
)
def test_english_names_in_another_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青岛陶瓷餐具抽捡合格率", [("陶瓷餐具抽捡合格率", "陶瓷餐具抽检合格率")]),
        ("一号窑炉集团在哪", [("一号窑炉集团", "一号窑炉集团总部")]),
        ("合格率", []),
    ],
)
def test_chinese_names_with_a_slip_or_in_part(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[start:end], name) for start, end, name in CHINESE.places(text)] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("吉林省教育厅", "jilin education department"),
        ("长春海关", "changchun customs"),
        ("公安部", "ministry of public security"),
        ("湛江市人民政府", "zhanjiang government"),
    ],
)
def test_bodies_have_english_names(name: str, expected: str) -> None:
    assert expected in bodies_in_english(name)


def test_other_names_have_none() -> None:
    assert list(bodies_in_english("某某村合作社")) == []
