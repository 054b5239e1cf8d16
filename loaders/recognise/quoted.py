"""Names in quotation marks whose next word says what they are: “甲乙”行动, “甲乙”区域品牌."""

import re
from collections.abc import Iterator

from loaders.records import Mention, Segmented

INNER = r"“[^“”\n。；]{2,18}”"
# "“甲乙”专项行动", "“甲乙”区域公用品牌"; not "“甲乙”等行动"
KINDS = (
    (
        "Campaign",
        rf"{INNER}(?:专项|公益|主题|系列|宣传|创建|提升|攻坚|整治|执法|百日|三年)*"
        r"(?:行动|工程|专项整治|攻坚战)(?!计划|方案|指南|规划)",
    ),
    ("Plan", rf"{INNER}(?:发展|专项|行动|建设)*(?:规划|战略(?!布局|意识)|行动计划|行动方案)"),
    ("Brand", rf"{INNER}(?=(?:区域公用|区域|公共|公用|文化|工作|服务|宣传|党建|农产品)*品牌(?!体系))"),
    ("Platform", rf"{INNER}(?:(?![之的和])[\u4e00-\u9fff]){{0,6}}?(?:平台|系统|小程序|热线|公众号)(?!建设)"),
    ("Award", rf"{INNER}(?=(?:荣誉)?(?:称号|奖牌))"),
)
PATTERNS = tuple((label, re.compile(pattern)) for label, pattern in KINDS)


def find(document: Segmented) -> Iterator[Mention]:
    """The quoted names that the word behind them labels."""
    text = document.clean.text
    for label, pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Mention(*match.span(), label, match.group(), "quoted")
