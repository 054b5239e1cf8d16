"""Which pairs of a query are looked up in a large graph."""

import pytest

from app.reads.pairs import Shares, shares
from stores.store import Store

SHARES = Shares(
    {"食品": 0.1, "品抽": 0.004, "抽检": 0.2, "市场": 0.3, "场监": 0.3, "监管": 0.3, "整改": 0.01, "限期": 0.03}
)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("食品抽检", "品抽"),
        ("食品", "食品"),
        ("市场监管", "场监 市场"),
        ("限期整改", "期整"),
        ("西城市场", "城市"),
        ("食品 整改", "整改"),
        ("食品 市场", "食品"),
        ("nqi", "nqi"),
        ("nqi高地", "高地"),
        ("监", "监"),
        ("食品，抽检", "食品 抽检"),
    ],
)
def test_the_rarest_pairs_stand_for_their_words(query: str, words: str) -> None:
    assert SHARES.telling(query) == words


@pytest.mark.parametrize(
    ("query", "words"), [("食品抽检", "品抽"), ("市场监管", ""), ("限期整改工作", "工作 改工 整改 期整"), ("nqi", "")]
)
def test_what_no_passage_holds_is_looked_for_by_what_is_not_common(query: str, words: str) -> None:
    assert SHARES.loose(query) == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [("食品", True), ("市场监管", True), ("食品抽检", False), ("食品 市场", False), ("nqi", False)],
)
def test_a_word_is_common_where_all_its_pairs_are(word: str, expected: bool) -> None:
    assert SHARES.is_common(word) is expected


def test_a_small_graph_is_asked_for_everything(graph_store: Store) -> None:
    assert shares(graph_store) is None
