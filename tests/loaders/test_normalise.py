"""Cleaning: what is converted, dropped and unified, and what is left alone."""

import pytest

from loaders.normalise import normalise

GLOSSED = "質(zhì)量提升行動(dòng)與標(biāo)準(zhǔn)化工作,重在開(kai)展"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("全市产品质量稳步提升。", "全市产品质量稳步提升。", id="simplified"),
        pytest.param("成效显著，著作增多", "成效显著，著作增多", id="simplified 著 stays"),
        pytest.param("該局著力提升質量", "该局着力提升质量", id="traditional"),
        pytest.param("乾隆年間的標準", "乾隆年间的标准", id="traditional phrase"),
        pytest.param(
            "本市举办论坛\n圖書館與國際標準學會聯合舉辦",
            "本市举办论坛\n图书馆与国际标准学会联合举办",
            id="a traditional line",
        ),
        pytest.param("国际标准（ISO）", "国际标准（ISO）", id="no gloss"),
        pytest.param("质(zhì)量", "质量", id="one gloss"),
        pytest.param("开发（kāi fā）区", "开发区", id="gloss of a word"),
        pytest.param("公司(kai)年会", "公司（kai）年会", id="toneless, not evident"),
        pytest.param(GLOSSED, "质量提升行动与标准化工作，重在开展", id="toneless, evident"),
        pytest.param("标 准化建设", "标准化建设", id="space in a word"),
        pytest.param("双随机 一公开", "双随机 一公开", id="space between words"),
        pytest.param("质 量 年 报", "质量年报", id="letter-spaced"),
        pytest.param("2 0 2 0 年 工作报告，获奖 2 0 人", "2020年 工作报告，获奖 2 0 人", id="spaced year"),
        pytest.param("一月7日 向明出席", "一月7日 向明出席", id="space before a name"),
        pytest.param("**一是创新。**随后推广", "一是创新。随后推广", id="bold"),
        pytest.param("推进质量强- 12 -市建设", "推进质量强市建设", id="page number in a sentence"),
        pytest.param("上文\n— 3 —\n下文", "上文\n下文", id="page number on its line"),
        pytest.param("合格率98%,比上年高", "合格率98%，比上年高", id="comma beside Chinese"),
        pytest.param("共3,940件，16:30结束", "共3,940件，16:30结束", id="marks in numbers"),
        pytest.param("办法(试行)发布", "办法（试行）发布", id="brackets"),
        pytest.param("f(x)=y", "f(x)=y", id="no Chinese"),
        pytest.param('“质量月”与"标准日"', "“质量月”与“标准日”", id="straight quotes"),
        pytest.param("「質量」與『標準』", "“质量”与‘标准’", id="corner brackets"),
        pytest.param("增长５％，ＡＢ类", "增长5%，AB类", id="wide digits"),
        pytest.param("一行\r\n二行", "一行\n二行", id="line end"),
        pytest.param("质\u200b量", "质量", id="no width"),
    ],
)
def test_clean_text(raw: str, clean: str) -> None:
    assert normalise(raw).text == clean


WRAPPED = """本市以提高供给质量为主攻方向持续开展质
量提升行动并把标准计量认证检验检测连成
一条线服务企业，力争三年内建成质量强市示
7范城市。各县区同步制定年度任务清单，逐项
抓好落实。
（二）夯实基础
建设公共检测平台。"""


def test_wrapped_lines_are_joined_and_swallowed_page_numbers_dropped() -> None:
    lines = normalise(WRAPPED).text.split("\n")
    assert lines[0].startswith("本市以提高供给质量为主攻方向持续开展质量提升行动")
    assert "质量强市示范城市。" in lines[0]
    assert lines[1:] == ["（二）夯实基础", "建设公共检测平台。"]


def test_lines_of_other_lengths_stay() -> None:
    raw = "总体要求\n以质量为先\n推进标准化\n抓好落实"
    assert normalise(raw).text == raw


@pytest.mark.parametrize(
    ("raw", "damaged"),
    [
        ("冷链\ufffd\ufffd监管", ["\ufffd\ufffd"]),
        ("狠抓?zhǔn)称返确酪?zé)任", ["?zhǔn)称返确酪?zé)"]),
        ("开展“两查?!碧嵘袆樱訌娋W(wǎng)络监管", ["?!碧嵘袆樱訌娋W(wǎng)"]),
        ("部署锟斤拷工作", ["锟斤拷"]),
        ("怎么办?市场监管局来帮忙", []),
        ("质量为什么重要？因为安全", []),
    ],
)
def test_damage_is_marked_and_left_as_it_is(raw: str, damaged: list[str]) -> None:
    clean = normalise(raw)
    assert [clean.text[start:end] for start, end in clean.damaged] == damaged
    assert [raw[issue.start : issue.end] for issue in clean.issues] == damaged
    assert {issue.code for issue in clean.issues} <= {"damaged-text"}


def test_a_gloss_belongs_to_its_character() -> None:
    raw = "提升質(zhì)量"
    clean = normalise(raw)
    start = clean.text.index("质")
    assert raw[slice(*clean.raw_span(start, start + 1))] == "質(zhì)"
    assert raw[slice(*clean.raw_span(start + 1, start + 2))] == "量"


def test_a_span_over_a_healed_space_takes_it_in() -> None:
    raw = "推进标 准化建设"
    clean = normalise(raw)
    assert raw[slice(*clean.raw_span(2, 5))] == "标 准化"
