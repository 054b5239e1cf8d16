"""How well search ranks the written queries on the example corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.search_quality import SETS, cases, rank, scores, table
from loaders.load import load
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store

BRIEFINGS = Path(__file__).parents[3] / "examples" / "briefings"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(StoreSettings(folder=tmp_path_factory.mktemp("examples") / "store")) as store:
        load([BRIEFINGS], store)
        yield store


def test_there_are_sixty_queries_and_more() -> None:
    assert sum(len(cases(name)) for name in SETS) >= 60


@pytest.mark.parametrize(("name", "first", "five", "mean"), [("first", 0.95, 0.98, 0.97), ("second", 0.85, 0.93, 0.88)])
def test_what_is_asked_for_comes_first(examples: Store, name: str, first: float, five: float, mean: float) -> None:
    ranks = {case.query: rank(examples, case) for case in cases(name)}
    found = scores(ranks.values())
    assert found.hit_at_1 >= first, {query: place for query, place in ranks.items() if place != 1}
    assert found.hit_at_5 >= five
    assert found.mean_reciprocal_rank >= mean


def test_the_docs_say_how_well_it_ranks(examples: Store) -> None:
    said = (BRIEFINGS.parents[1] / "docs" / "search.md").read_text(encoding="utf-8")
    _, _, *lines = table(examples)
    second = next(at for at, line in enumerate(lines) if line.startswith("| second set"))
    assert [line for line in lines[: second + 1] if line not in said] == []


@pytest.mark.parametrize(("ranks", "expected"), [([1, 2, None, 10], (4, 0.25, 0.5, 0.4)), ([1], (1, 1, 1, 1))])
def test_scores(ranks: list[int | None], expected: tuple[float, ...]) -> None:
    found = scores(ranks)
    assert (found.queries, found.hit_at_1, found.hit_at_5, found.mean_reciprocal_rank) == pytest.approx(expected)
