"""Cursors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import cursor
from app.errors import BadCursor, StaleCursor

HERE = cursor.binding("goals", "abc", {"goal": "goal:brand"}, ("store", 3))


@given(st.integers(0, 10**12))
def test_a_cursor_gives_back_its_offset(offset: int) -> None:
    assert cursor.decode(cursor.encode(offset, HERE), HERE) == offset


def test_a_cursor_is_safe_in_an_address() -> None:
    assert cursor.encode(100, HERE).replace("-", "").replace("_", "").isalnum()


def test_stale_once_the_graph_has_changed() -> None:
    later = cursor.binding("goals", "abc", {"goal": "goal:brand"}, ("store", 4))
    with pytest.raises(StaleCursor):
        cursor.decode(cursor.encode(10, HERE), later)


def test_refused_for_other_parameters() -> None:
    other = cursor.binding("goals", "abc", {"goal": "goal:metrology"}, ("store", 3))
    with pytest.raises(BadCursor, match="other parameters"):
        cursor.decode(cursor.encode(10, HERE), other)


@pytest.mark.parametrize("text", ["", "x", "bm90aGluZw", "WzEsMl0", "质量", "W10", "Wy0xLCJhIiwiYiJd"])
def test_refused_where_it_is_none(text: str) -> None:
    with pytest.raises(BadCursor, match="no cursor"):
        cursor.decode(text, HERE)
