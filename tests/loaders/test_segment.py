"""Cutting: passages, kinds and sections."""

import pytest
from hypothesis import given

from loaders.normalise import normalise
from loaders.records import RawDocument, Segmented
from loaders.segment import segment
from tests.strategies import raw_texts


def read(text: str) -> Segmented:
    return segment(RawDocument("s", "s.txt", text, "0" * 64, "text/plain"), normalise(text))


def bodies(text: str) -> list[str]:
    return [passage.text for passage in read(text).passages if passage.kind == "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("完善标准。加强检测！", ["完善标准", "加强检测"], id="sentences"),
        pytest.param("完善标准；加强检测。", ["完善标准", "加强检测"], id="clauses"),
        pytest.param("目标如下：合格率达到98%以上。", ["目标如下：合格率达到98%以上"], id="colon"),
        pytest.param("落实《标准；计量管理办法》。", ["落实《标准；计量管理办法》"], id="inside a title"),
        pytest.param("开展“查隐患；保安全”行动。", ["开展“查隐患；保安全”行动"], id="inside a short quotation"),
        pytest.param(
            "“把质量放在首位。”局长说，“要抓紧落实。”会后检查。",
            ["把质量放在首位", "局长说，“要抓紧落实", "会后检查"],
            id="speech",
        ),
        pytest.param("重点如下：一是建平台；二是育品牌。", ["重点如下：", "一是建平台", "二是育品牌"], id="counted"),
        pytest.param("1.办好检测站。2.办好服务站。", ["办好检测站", "办好服务站"], id="list numbers are not words"),
        pytest.param(
            "（三）下放登记权限。（某局负责）", ["下放登记权限", "（某局负责）"], id="an item with its agency"
        ),
        pytest.param("抽检情况。甲乙丙供图执法人员检查。", ["抽检情况", "甲乙丙供图", "执法人员检查"], id="caption"),
        pytest.param("", [], id="empty"),
    ],
)
def test_passages(text: str, expected: list[str]) -> None:
    assert bodies(text) == expected


OUTLINED = """甲市质量提升实施方案

2021-03-05 来源：某日报

为提升质量，制定本方案。
一、重点任务
（一）夯实基础。建设检测平台。
**推进标准化。**制定地方标准。
1.开展计量服务
为企业校准器具。
二、保障措施
加强领导，落实经费。
报料电话：0000-1234
"""


def test_kinds_and_sections_of_an_outline() -> None:
    found = {passage.text: (passage.kind, passage.section) for passage in read(OUTLINED).passages}
    assert found["甲市质量提升实施方案"] == ("title", ())
    assert found["2021-03-05 来源：某日报"] == ("imprint", ())
    assert found["夯实基础"] == ("heading", ("重点任务",))
    assert found["建设检测平台"] == ("body", ("重点任务", "夯实基础"))
    assert found["制定地方标准"] == ("body", ("重点任务", "夯实基础", "推进标准化"))
    assert found["为企业校准器具"] == ("body", ("重点任务", "夯实基础", "开展计量服务"))
    assert found["加强领导，落实经费"] == ("body", ("保障措施",))
    assert found["报料电话：0000-1234"][0] == "furniture"


def test_a_count_heads_its_own_paragraph_alone() -> None:
    text = "甲市工作情况\n会议部署工作。\n一是抓监管。检查两千家企业。\n随后参观展厅。"
    found = {passage.text: passage.section for passage in read(text).passages}
    assert found["检查两千家企业"] == ("一是抓监管",)
    assert found["随后参观展厅"] == ()


def test_the_seams_of_a_news_item_part_it() -> None:
    text = "2023-08-14 09:10，正文：中国消费者报广州讯（记者张某）近日，某局检查集市。返回搜狐，查看更多责任编辑："
    found = [(passage.kind, passage.text) for passage in read(text).passages]
    assert ("body", "近日，某局检查集市") in found
    assert found[0][0] == "imprint"
    assert found[-1][0] in ("furniture", "imprint")


def test_damage_is_not_cut_inside() -> None:
    text = "狠抓?zhǔn)称返确酪?zé)任，保障安全。"
    assert len(read(text).passages) == 1


def test_a_passage_is_found_by_offset() -> None:
    document = read("甲。乙。丙。")
    assert [document.passage_at(offset).text for offset in (0, 1, 2, 4)] == ["甲", "甲", "乙", "丙"]


@given(raw_texts())
def test_passages_cover_the_text(raw: str) -> None:
    document = read(raw)
    assert "".join(document.clean.text[passage.start : passage.end] for passage in document.passages) == (
        document.clean.text
    )
    for order, passage in enumerate(document.passages):
        assert passage.order == order
        assert passage.start <= passage.text_start <= passage.text_end <= passage.end
        assert document.clean.text[passage.text_start : passage.text_end] == passage.text


@given(raw_texts())
def test_cutting_gives_the_same_twice(raw: str) -> None:
    assert read(raw) == read(raw)
