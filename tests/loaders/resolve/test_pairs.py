"""Names that are one thing, and names that are not, from facts of the world: pairs.tsv."""

import csv
from pathlib import Path

import pytest

from graph_schema.regions import region_table
from loaders.records import Entity
from loaders.resolve.entities import identify

PAIRS = Path(__file__).with_name("pairs.tsv")


def pairs() -> list[tuple[str, ...]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return [tuple(row.values()) for row in csv.DictReader(lines, delimiter="\t")]


def entity(label: str, name: str, region: str) -> Entity | None:
    within = region_table().resolve(region)
    assert within is not None, region
    return identify(label, name, within.key if label == "Person" else None, within)


def is_merged(label: str, a: str, region_a: str, b: str, region_b: str) -> bool:
    one, other = entity(label, a, region_a), entity(label, b, region_b)
    return one is not None and other is not None and one.id == other.id


def test_three_hundred_pairs_are_listed() -> None:
    assert len(set(pairs())) >= 300


@pytest.mark.parametrize("pair", [pair for pair in pairs() if pair[-1] == "different"], ids="/".join)
def test_different_things_stay_apart(pair: tuple[str, ...]) -> None:
    label, a, region_a, b, region_b, _ = pair
    assert not is_merged(label, a, region_a, b, region_b)


def test_nine_of_ten_aliases_are_found() -> None:
    same = [pair[:-1] for pair in pairs() if pair[-1] == "same"]
    missed = [pair for pair in same if not is_merged(*pair)]
    assert len(missed) <= len(same) / 10, missed
