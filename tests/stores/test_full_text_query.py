"""The user's words as a full-text query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.lucene import full_text_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("食品安全", "食品安全"),
        ("质", "质*"),
        ("a", "a"),
        ("食品 安全", "食品 安全"),
        ("AND", "and"),
        ("C++ (v2)", r"C\+\+ \(v2\)"),
        ("Food safety", "Food food* safety safety*"),
        ("NQI高地", "NQI高地"),
        ("a/b:c", r"a\/b\:c"),
        ("  ", ""),
        ("*", r"\*"),
    ],
)
def test_words_are_searched_as_they_are_typed(text: str, query: str) -> None:
    assert full_text_query(text) == query


@given(st.text())
def test_nothing_typed_is_syntax(text: str) -> None:
    query = full_text_query(text)
    bare = query.replace("\\\\", "")
    for mark in '+-&|!(){}[]^"~?:/':
        assert bare.count(mark) == bare.count(f"\\{mark}")
