"""Words made to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.axis import Axis, figure, ticks
from app.charts.fitting import shortened, width, wrapped


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [("食品安全", 40, "食品安全"), ("食品安全抽检", 40, "食品安…"), ("", 10, ""), ("abc", 1, "…")],
)
def test_what_is_too_long_ends_in_an_ellipsis(text: str, room: float, expected: str) -> None:
    assert shortened(text, room, 10) == expected


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("食品安全抽检合格率", 2, ["食品安全抽", "检合格率"]),
        ("food safety measures", 2, ["food", "safety m…"]),
        ("一二三四五，六七", 2, ["一二三四", "五，六七"]),
        ("短", 3, ["短"]),
    ],
)
def test_lines_are_broken_where_readers_expect_it(text: str, lines: int, expected: list[str]) -> None:
    assert wrapped(text, 50, 10, lines) == expected


@given(st.text(max_size=80), st.floats(30, 200), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: float, lines: int) -> None:
    found = wrapped(text, room, 10, lines)
    assert len(found) <= lines
    assert all(width(line, 10) <= room for line in found)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(2, 10))
def test_ticks_cover_the_values(low: float, extent: float, count: int) -> None:
    found = ticks(low, low + extent, count)
    step = found[1] - found[0]
    assert found[0] <= low + step * 1e-6
    assert found[-1] >= low + extent - step * 1e-6
    assert 2 <= len(found) <= 3 * count + 2


@pytest.mark.parametrize(
    ("value", "expected"), [(98.6, "98.6"), (95.0, "95"), (12345, "12,345"), (0.1, "0.1"), (1e12, "1e+12")]
)
def test_numbers_are_written_as_people_do(value: float, expected: str) -> None:
    assert figure(value) == expected


def test_an_axis_lays_its_ends_at_its_places() -> None:
    axis = Axis(2020, 2022, 100, 300)
    assert [axis.at(each) for each in (2020, 2021, 2022)] == [100, 200, 300]
