"""What callers mean, remembered while the graph stands still."""

import pytest

from app.queries.references import References, StoreResolver
from stores.records import GraphVersion
from stores.store import Store

NOW, LATER = GraphVersion("a", 1), GraphVersion("a", 2)


class Counting(StoreResolver):
    """Counts what it is asked."""

    asked: int = 0

    def find(self, labels, given):  # type: ignore[no-untyped-def]
        Counting.asked += 1
        return super().find(labels, given)


@pytest.fixture
def references(small_store: Store, monkeypatch: pytest.MonkeyPatch) -> References:
    """They ask what counts."""
    monkeypatch.setattr("app.queries.references.StoreResolver", Counting)
    Counting.asked = 0
    return References(small_store)


@pytest.mark.parametrize(
    ("states", "asked"),
    [([NOW, NOW], 1), ([NOW, LATER], 2), ([NOW, LATER, NOW], 2)],
    ids=["the same state", "another state", "back at the first"],
)
def test_a_reference_is_looked_up_once_for_a_state(
    references: References, states: list[GraphVersion], asked: int
) -> None:
    found = [references.at(state).find(("Goal",), "食品安全") for state in states]
    assert [[each.value for each in proposals] for proposals in found] == [["goal:food-safety"]] * len(states)
    assert Counting.asked == asked


def test_labels_are_part_of_what_is_remembered(references: References) -> None:
    assert references.at(NOW).find(("Goal",), "食品安全")
    assert references.at(NOW).find(("Brand",), "食品安全") == []


def test_what_is_too_long_for_a_name_is_not_kept(references: References) -> None:
    for _ in range(2):
        assert references.at(NOW).find(("Goal",), "食" * 201) == []
    assert Counting.asked == 2


def test_what_is_meant_by_nothing_has_neighbours_all_the_same(references: References) -> None:
    assert "goal:food-safety" in [each.value for each in references.at(NOW).nearest(("Goal",), "食品安金")]


def test_what_has_no_name_is_nothing_that_could_be_meant(embedded_store: Store) -> None:
    """As graphs of earlier versions hold."""
    rows = [{"id": "brand:a", "name": "", "aliases": []}, {"id": "brand:b", "name": "吉致吉品", "aliases": []}]
    embedded_store.write(lambda transaction: transaction.merge_nodes("Brand", rows))
    near = StoreResolver(embedded_store).nearest(("Brand",), "吉致品")
    assert [each.value for each in near] == ["brand:b"]
