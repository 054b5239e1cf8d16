from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.relate.quantities.scan import find_numbers

# printed words, value, high end of a range, unit, comparator
CASES = [
    ("合格率达到97%以上", 97, None, "%", ">="),
    ("合格率９９．５％", "99.5", None, "%", "="),
    ("涉案金额5.2亿余元", 520000000, None, "元", ">"),
    ("投资20余万元", 200000, None, "元", ">"),
    ("检查商户1,208家次", 1208, None, "家次", "="),
    ("新建2—3家站点", 2, 3, "家", "="),
    ("费率控制在3%以内", 3, None, "%", "<="),
    ("单价不高于8元", 8, None, "元", "<="),
    ("参会者近200人", 200, None, "人", "~"),
    ("用户突破千万户", 10000000, None, "户", ">"),
    ("百分之九十五的门店", 95, None, "%", "="),
    ("九成以上的门店", 90, None, "%", ">="),
    ("压减1/3以上", "0.3333", None, "", ">="),
    ("压减三分之一", "0.3333", None, "", "="),
    ("时限压缩一半以上", 50, None, "%", ">="),
    ("十二项制度", 12, None, "项", "="),
    ("提高0.8个百分点", "0.8", None, "个百分点", "="),
    ("装机30万千瓦", 300000, None, "千瓦", "="),
    ("参保人数220万", 2200000, None, "人", "="),
    ("抽检3个批次", 3, None, "批次", "="),
]


@pytest.mark.parametrize(("text", "value", "high", "unit", "comparator"), CASES)
def test_a_number_is_read_with_value_unit_and_comparator(
    text: str, value: int | str, high: int | None, unit: str, comparator: str
) -> None:
    (number,) = find_numbers(text)
    assert (float(number.value), number.unit, number.comparator) == (float(value), unit, comparator)
    assert (None if number.high is None else float(number.high)) == high


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022年8月4日",
        "2023-07-28 13:05",
        "第三轮督察",
        "依据GB 2760和ISO9001",
        "《食品抽检100项细则》",
        "热线12315",
        "市监质〔2020〕12号",
        "十三五规划",
    ],
)
def test_dates_ordinals_codes_and_titles_are_no_quantities(text: str) -> None:
    assert find_numbers(text) == []


def test_the_numbers_of_a_change_stay_two() -> None:
    numbers = find_numbers("岗位从48个减少到29个")
    assert [int(number.value) for number in numbers] == [48, 29]


def test_a_bare_number_of_a_list_takes_the_unit_of_the_next() -> None:
    numbers = find_numbers("面积分别增加50、30和100万亩")
    assert [(int(number.value), number.unit) for number in numbers] == [(500000, "亩"), (300000, "亩"), (1000000, "亩")]


@given(st.text(alphabet="0123456789.,%万亿千百十一二两分之余多个家元以上年月日、-至 第《》", max_size=40))
def test_numbers_come_in_order_inside_the_text(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(left.end <= right.start for left, right in pairwise(numbers))


@given(value=st.integers(0, 10**9), unit=st.sampled_from(["家", "批次", "人次", "%", "平方公里"]))
def test_any_printed_count_comes_back(value: int, unit: str) -> None:
    (number,) = find_numbers(f"共检查{value}{unit}，")
    assert (int(number.value), number.unit) == (value, unit)
