"""Cutting texts into windows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.models.windows import windows


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("", 4, []),
        ("甲乙。丙丁。", 4, ["甲乙。", "丙丁。"]),
        ("甲。乙。丙丁。", 4, ["甲。乙。", "丙丁。"]),
        ("甲乙丙丁戊。", 4, ["甲乙丙丁", "戊。"]),
        ("甲，乙\n丙", 8, ["甲，乙\n丙"]),
    ],
)
def test_windows_end_at_sentence_ends(text: str, longest: int, expected: list[str]) -> None:
    assert [text[start:end] for start, end in windows(text, longest)] == expected


@given(text=st.text(alphabet="甲乙。；\n"), longest=st.integers(1, 9), first=st.integers(1, 9))
def test_windows_cover_the_text_in_bounds(text: str, longest: int, first: int) -> None:
    cut = windows(text, longest, first)
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= longest for start, end in cut)
