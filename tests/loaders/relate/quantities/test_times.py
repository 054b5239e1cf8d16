import pytest

from loaders.relate.quantities.times import find_times


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("到2022年，", "2022"),
        ("2016年至2020年", "2016-2020"),
        ("今年1—6月", "2023-01/2023-06"),
        ("上半年", "2023-01/2023-06"),
        ("前三季度", "2023-01/2023-09"),
        ("截至7月底", "2023-07"),
        ("2021年以来", "2021-"),
        ("2023年4月4日", "2023-04-04"),
        ("去年", "2022"),
        ("“十三五”时期", "2016-2020"),
        ("十四五末", "2025"),
        ("五年来", "2018-2022"),
        ("较上年", "2022"),
    ],
)
def test_an_expression_of_time_is_counted_from_the_year(text: str, period: str) -> None:
    assert [time.period for time in find_times(text, 2023)] == [period]


@pytest.mark.parametrize("text", ["", "目前", "第三方", "十五年来", "13月", "上半场"])
def test_other_words_are_no_time(text: str) -> None:
    assert find_times(text, 2023) == []


@pytest.mark.parametrize("text", ["去年", "上半年", "截至7月底", "五年来"])
def test_what_needs_a_year_says_nothing_without_one(text: str) -> None:
    assert find_times(text, None) == []
