"""Finding the names of gold nodes in a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.align import align, name_key
from training.gold import GoldNode


def found(text: str, *nodes: GoldNode) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.label) for span in align(text, nodes)]


def node(label: str, name: str, *aliases: str) -> GoldNode:
    return GoldNode(label=label, name=name, aliases=aliases)


@pytest.mark.parametrize(
    ("text", "nodes", "expected"),
    [
        ("甲省开会", [node("Region", "甲省")], ["甲省"]),
        ("开展“春雷”行动", [node("Campaign", "春雷行动")], ["“春雷”行动"]),
        ("开展春雷行动", [node("Campaign", "“春雷”行动")], ["春雷行动"]),
        ("ＱＣ小组", [node("Organization", "QC小组")], ["ＱＣ小组"]),
        ("甲省；厅", [node("Agency", "甲省厅")], []),
        ("ABCD", [node("Brand", "BC")], []),
        ("", [node("Region", "甲省")], []),
    ],
)
def test_names_match_without_width_and_marks(text: str, nodes: list[GoldNode], expected: list[str]) -> None:
    assert [name for name, _ in found(text, *nodes)] == expected


def test_longest_name_wins_where_names_overlap() -> None:
    region, agency = node("Region", "甲省"), node("Agency", "甲省质监局", "省局")
    assert found("甲省质监局与甲省", region, agency) == [("甲省质监局", "Agency"), ("甲省", "Region")]


def test_every_place_and_alias_is_found() -> None:
    assert len(found("省局表示，甲省质监局与省局", node("Agency", "甲省质监局", "省局"))) == 3


def test_optional_rows_stay_marked() -> None:
    spans = align("甲省", [GoldNode(label="Region", name="甲省", optional=True)])
    assert [span.optional for span in spans] == [True]


@given(text=st.text(alphabet="甲乙省“”。A1\n ", max_size=40), name=st.text(alphabet="甲乙省“”A1", max_size=4))
def test_spans_lie_apart_and_read_as_the_name(text: str, name: str) -> None:
    spans = align(text, [node("Region", name)])
    assert all(name_key(text[span.start : span.end]) == name_key(name) for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
