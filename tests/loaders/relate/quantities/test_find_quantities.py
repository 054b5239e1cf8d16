"""Whole documents, written for these tests, through the shipped model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.normalise import normalise
from loaders.records import Mention, Quantity, RawDocument, Segmented
from loaders.relate.quantities import find_quantities
from loaders.segment import segment

REPORT = """2021年临江市人民政府工作报告
一、2020年工作回顾
过去一年，全市新增高新技术企业35家，食品抽检合格率达到98.6%，办理投诉1.2万件，退还货款300余万元。
二、2021年工作安排
今年，新增省级绿色工厂8家以上，产品质量监督抽查合格率稳定在95%以上，特种设备登记率和定检率100%。
"""


def document(text: str) -> Segmented:
    return segment(RawDocument("test", "test.txt", text, "", "text/plain", "utf-8"), normalise(text))


def by_value(text: str) -> dict[float, Quantity]:
    return {quantity.value: quantity for quantity in find_quantities(document(text))}


def test_results_and_targets_of_a_report_are_told_apart() -> None:
    found = by_value(REPORT)
    assert [found[value].kind for value in (35, 98.6, 12000, 8, 95)] == ["result"] * 3 + ["target"] * 2


def test_bounds_and_units_are_read() -> None:
    found = by_value(REPORT)
    assert [(found[value].comparator, found[value].unit) for value in (3000000, 8, 95)] == [
        (">", "元"),
        (">=", "家"),
        (">=", "%"),
    ]


def test_a_result_is_of_the_year_before_the_report() -> None:
    found = by_value(REPORT)
    assert [found[value].period for value in (35, 8)] == ["2020", "2021"]


def test_a_name_holds_the_words_of_its_text() -> None:
    found = by_value(REPORT)
    assert "食品抽检合格率" in found[98.6].indicator
    assert "高新技术企业" in found[35].indicator


def test_one_number_said_of_two_things_gives_two_rows() -> None:
    rows = [quantity for quantity in find_quantities(document(REPORT)) if quantity.value == 100]
    assert [row.indicator[-3:] for row in rows] == ["登记率", "定检率"]


def test_offsets_select_number_and_unit() -> None:
    text = document(REPORT)
    printed = [text.clean.text[quantity.start : quantity.end] for quantity in find_quantities(text)]
    assert "98.6%" in printed
    assert "300余万元" in printed


def test_a_number_inside_a_name_is_none() -> None:
    text = document("2021年临江市人民政府工作报告\n今年实施百企改造工程，新增绿色工厂12家。\n")
    start = text.clean.text.index("百企改造工程")
    mention = Mention(start, start + 6, "Campaign", "百企改造工程", "test")
    assert [quantity.value for quantity in find_quantities(text, [mention])] == [12]


@pytest.mark.parametrize("text", ["", "2023年8月4日，第三次会议召开。", "欢迎拨打12315。"])
def test_texts_without_quantities_give_none(text: str) -> None:
    assert find_quantities(document(text)) == []


@given(st.text(alphabet="0123456789.%万亿两三分别均各到达和、，。家件元率和第《》（“年月", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    read = document(text)
    assert all(0 <= each.start < each.end <= len(read.clean.text) for each in find_quantities(read))


def test_the_same_text_gives_the_same_quantities() -> None:
    assert find_quantities(document(REPORT)) == find_quantities(document(REPORT))
