"""Hypothesis strategies for texts as they are met: Chinese with marks, glosses, layout and damage in any order."""

from hypothesis import strategies as st

WORDS = ("质量", "标准", "提升行动", "甲市", "监管局", "食品安全", "三家企业", "开展", "建设", "合格率", "服务")
TRADITIONAL = ("質量", "標準", "監管", "發達", "頭髮", "乾隆", "著作", "國家")
GLOSSES = ("(zhì)", "（fā）", "(kai)", "(kāi fā)", "(ISO)")
MARKS = ("，", ",", "。", "；", ";", "：", ":", "！", "?", "“", "”", "《", "》", "（", "）", "(", ")", "、", "……", '"')
LAYOUT = ("\n", "\r\n", " ", "\u3000", "\t", "**", "- 3 -", "\n— 12 —\n", "\u200b", "\ufeff", "# ", "\xa0")
OUTLINE = ("一、", "（一）", "1.", "第三条 ", "一是", "二是", "5.1 ", "①", "第一章 ")
DAMAGE = ("\ufffd\ufffd", "?zhǔn)", "锟斤拷", "?!碧嵘袆樱訌娋W(wǎng)", "è´¨é‡")
OTHERS = (
    "95.5%",
    "2022年",
    "NQI",
    "3,940",
    "16:30",
    "ＡＢ１",
    "2021年1月8日",
    "吉林省",
    "近日",
    "来源：某报",
    "记者 李某",
)

PIECES = (*WORDS, *TRADITIONAL, *GLOSSES, *MARKS, *LAYOUT, *OUTLINE, *DAMAGE, *OTHERS)


def raw_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Texts as read, at most that many pieces long; now and then any characters at all."""
    piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=4))
    return st.lists(piece, max_size=max_size).map("".join)
