"""Bounds and labels of tagged names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.recognise.tidy import tidy
from loaders.records import Mention


def tidied(label: str, text: str) -> list[tuple[str, str]]:
    return [(part.label, part.text) for part in tidy(Mention(7, 7 + len(text), label, text, "names", score=0.9))]


@pytest.mark.parametrize(
    ("label", "text", "parts"),
    [
        ("Award", "24项中国专利奖", [("Award", "中国专利奖")]),
        ("Platform", "若干国家技术创新中心", [("Platform", "国家技术创新中心")]),
        ("Award", "放心消费示范单位牌匾", [("Award", "放心消费示范单位")]),
        ("Brand", "“甲乙”区域品牌", [("Brand", "“甲乙”")]),
        ("Brand", "上海品牌", [("Brand", "上海品牌")]),
        ("Agency", "甲市市场监管局局长", [("Agency", "甲市市场监管局")]),
        ("Agency", "甲市总工会", [("Organization", "甲市总工会")]),
        ("Plan", "甲乙产业联盟", [("Organization", "甲乙产业联盟")]),
        ("Organization", "甲市市场监管局", [("Agency", "甲市市场监管局")]),
        ("Organization", "平安街道", [("Region", "平安街道")]),
        ("Agency", "长春市朝阳区", [("Region", "长春市朝阳区")]),
        ("Platform", "甲乙、丙丁等智能装备产业园", [("Platform", "智能装备产业园")]),
        ("Award", "优秀案例。平安示范市", [("Award", "优秀案例"), ("Award", "平安示范市")]),
        ("Plan", "实施意见", []),
        ("Plan", "ZL202010000000.1", []),
        ("Agency", "该局", []),
        ("Organization", "哈萨克斯坦", []),
        ("Person", "该二", [("Person", "该二")]),
    ],
)
def test_tidy(label: str, text: str, parts: list[tuple[str, str]]) -> None:
    assert tidied(label, text) == parts


@given(
    st.sampled_from(["Plan", "Agency", "Award", "Brand", "Platform"]),
    st.text("甲乙“”《》。、等品牌3项局长", min_size=1),
)
def test_every_part_stands_where_it_says(label: str, text: str) -> None:
    for part in tidy(Mention(0, len(text), label, text, "names")):
        assert text[part.start : part.end] == part.text
