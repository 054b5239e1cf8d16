"""The five real documents in one graph: what a researcher asks of them has its answer."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.queries import catalogue
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from app.queries.running import run
from loaders.load import load
from stores.open import open_store
from stores.records import GraphPath
from stores.settings import StoreSettings
from stores.store import Row, Store

SHARED = Path(os.environ.get("ZHITU_SHARED", Path(__file__).parents[3] / "shared"))
pytestmark = pytest.mark.skipif(
    not (SHARED / "corpus").is_dir(), reason=f"no documents in {SHARED}/corpus; set ZHITU_SHARED"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(StoreSettings(folder=tmp_path_factory.mktemp("graph") / "store")) as opened:
        report = load([SHARED / "corpus"], opened)
        assert report.ok
        assert report.counts()["added"] == 5
        yield opened


def ask(store: Store, query: str, **given: str) -> list[Row]:
    found = catalogue.load()[query]
    return list(run(found, coerce(found.header, given, StoreResolver(store)), store).rows)


def test_food_safety_target_of_jilin_stands_beside_results_of_its_peers(store: Store) -> None:
    rows = ask(store, "targets_and_results", indicator="食品安全抽检合格率")
    found = {
        (row["target_region_name"], row["target_comparator"], row["target_value"], row["target_period"],
         row["relation"], row["result_region_name"], row["result_value"], row["result_period"])
        for row in rows
    }  # fmt: skip
    assert ("吉林省", ">=", 95, "2022", "peer", "青岛市", 99.69, "2021") in found
    assert ("吉林省", ">=", 95, "2022", "peer", "湛江市", 98.59, "2019") in found


def test_works_of_jilin_have_their_target_and_an_interim_result(store: Store) -> None:
    rows = ask(store, "targets_and_results", indicator="大中型工程一次验收合格率")
    [row] = [row for row in rows if row["relation"] == "interim"]
    assert (row["target_value"], row["target_period"], row["target_region_name"]) == (100, "2022", "吉林省")
    assert (row["result_value"], row["result_period"], row["met"]) == (100, "2021", True)


def test_measures_for_food_safety_come_from_three_places_with_evidence(store: Store) -> None:
    rows = ask(store, "measures_for_goal", goal="food-safety")
    assert {"吉林省", "青岛市", "湛江市"} <= {row["region_name"] for row in rows}
    assert [row for row in rows if not row["evidence"]] == []


def test_the_brand_stands_among_its_promoters_partners_and_measures(store: Store) -> None:
    neighbours = set()
    for row in ask(store, "neighbourhood", node="吉致吉品"):
        path = row["path"]
        assert isinstance(path, GraphPath)
        neighbours |= {(path.relationships[0].type, node.properties["name"]) for node in path.nodes}
    assert {("PROMOTES", "吉林省"), ("RECOGNISES", "品字标"), ("RECOGNISES", "圳品")} <= neighbours
    assert any(kind == "USES" for kind, _ in neighbours)
