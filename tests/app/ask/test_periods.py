"""Years and dates in questions."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ask.periods import periods, with_months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有哪些措施", []),
        ("2021年以来", [("from", "2021")]),
        ("2021年起", [("from", "2021")]),
        ("since 2021", [("from", "2021")]),
        ("from 2021 onwards", [("from", "2021")]),
        ("after 2021", [("from", "2022")]),
        ("2022年底之前", [("to", "2022")]),
        ("到2025年", [("to", "2025")]),
        ("by the end of 2022", [("to", "2022")]),
        ("before 2022", [("to", "2021")]),
        ("2020-2022年", [("from", "2020"), ("to", "2022")]),
        ("2020年到2022年", [("from", "2020"), ("to", "2022")]),
        ("between 2020 and 2022", [("from", "2020"), ("to", "2022")]),
        ("in 2022", [("at", "2022")]),
        ("2022年3月5日以来", [("from", "2022-03-05")]),
        ("2021 onwards", [("from", "2021")]),
        ("2021 or later", [("from", "2021")]),
        ("2021 and after", [("from", "2021")]),
        ("2021 or earlier", [("to", "2021")]),
        ("2021 and before", [("to", "2021")]),
        ("2022年1月", [("at", "2022-01")]),
        ("2022年1月以来", [("from", "2022-01")]),
        ("2022年13月", [("at", "2022")]),
        ("2022-13-45", [("at", "2022")]),
        ("12022", []),
        ("2500", []),
    ],
)
def test_what_bounds_a_question(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.bound, each.day) for each in periods(text)] == expected


@given(st.text(st.sampled_from("年月日底以来前到至-since by to 2019201") | st.characters(), max_size=40))
def test_periods_are_apart_and_inside_the_text(text: str) -> None:
    found = periods(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_year_as_a_date_is_its_first_or_last_day() -> None:
    year = periods("2022")[0]
    assert (year.as_date(last=False), year.as_date(last=True)) == ("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since july 2021", "since 2021年7月"),
        ("march 2022", "2022年3月"),
        ("in march", "in march"),
        ("march 12", "march 12"),
    ],
)
def test_english_months_are_read_as_figures(text: str, expected: str) -> None:
    assert with_months(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2020年2月", "2020-02-01", "2020-02-29"), ("2022年1月", "2022-01-01", "2022-01-31")]
)
def test_a_month_as_a_date_is_its_first_or_last_day(text: str, first: str, last: str) -> None:
    month = periods(text)[0]
    assert (month.as_date(last=False), month.as_date(last=True)) == (first, last)
