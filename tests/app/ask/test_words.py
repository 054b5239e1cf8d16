"""How the words of a question are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ask.words import Word, stem, vocabulary


def read(text: str) -> list[tuple[str, set[str]]]:
    return [(word.text, set(word.ideas)) for word in vocabulary().read(text)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("measures", "measur"),
        ("measured", "measur"),
        ("policies", "policy"),
        ("planned", "plan"),
        ("status", "status"),
        ("doing", "doing"),
        ("qingdao's", "qingdao"),
        ("red", "red"),
        ("2022", "2022"),
    ],
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_the_longest_phrase_counts() -> None:
    assert read("departments in charge of it") == [("department", {"agency"}), ("in charg of", {"responsible"})]


def test_a_chinese_word_is_taken_apart_where_only_its_parts_are_known() -> None:
    assert read("具体做法") == [("做法", {"measure"})]


def test_a_word_may_express_several_ideas() -> None:
    assert read("目标") == [("目标", {"goal", "target"})]


def test_words_that_say_nothing_are_left_out() -> None:
    assert read("请问一下，什么是 the of?") == []


def test_unknown_words_of_the_query_files_stand_for_themselves() -> None:
    known = vocabulary().with_words_of(["谁在酿醋"])
    assert [word.ideas for word in known.read("酿醋")] == [frozenset({word}) for word in ("酿", "醋")]


@pytest.mark.parametrize(("word", "is_name"), [("股价", True), ("了解", False), ("gdp", True)])
def test_unknown_nouns_are_told_from_other_words(word: str, is_name: bool) -> None:
    assert Word(word, frozenset()).is_name is is_name


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(word.text for word in vocabulary().read(text))
