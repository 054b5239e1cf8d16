"""Titles in 《》, and the document number behind one."""

import re
from collections.abc import Iterator

from loaders.records import Mention, Segmented

# 《关于…的意见》, one level of 〈〉 or 《》 inside; not an opening mark without its closing one
TITLE = re.compile(r"《(?P<title>(?:[^《》\n]|《[^《》\n]{1,60}》){2,120})》")
# "（吉办发〔2020〕27号）" right behind a title; not "（2020年）"
NUMBER = re.compile(r"\s*[（(](?P<number>[^（）()]{1,14}[〔\[]\d{4}[〕\]]\d{1,5}号)[）)]")
# What a plan's title ends with; a newspaper's or a television programme's does not
PLAN = re.compile(
    r"(?:规划|计划|纲要|方案|意见|办法|条例|规定|细则|规则|规范|标准|通知|决定|法|法典|公告|通告|清单|指南|指引|措施|要点|战略"
    r"|预案|章程|协议|协定|备忘录|倡议书?|公约|报告|制度|政策|条|手册|目录|导则|要求|承诺书|守则|批复|函|名单|白皮书|蓝皮书|工作法"
    r"|行动|解释|令|说明|建议|宣言|声明|合同|准则|通则|评价|提示|答复|图|表|书)"
    r"(?:[（(][^（）()]{1,20}[）)]|[（(]?试行[）)]?|\d{4}(?:年版|版)?)*$"
)


def find(document: Segmented) -> Iterator[Mention]:
    """Plans in 《》 with the document numbers that follow them."""
    text = document.clean.text
    for match in TITLE.finditer(text):
        title = match["title"]
        if not PLAN.search(title):
            continue
        yield Mention(match.start("title"), match.end("title"), "Plan", title, "titles")
        number = NUMBER.match(text, match.end())
        if number:
            yield Mention(*number.span("number"), "Plan", number["number"], "titles", full=title)
