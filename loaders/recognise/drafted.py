"""Documents named without title marks behind a verb of drafting: 制定…专项规划, 出台…管理办法."""

import re
from collections.abc import Iterator

from loaders.records import Mention, Segmented

# "编制甲乙专项规划", "出台甲乙管理办法。"; not "制定方案", "出台甲乙管理办法实施细则的说明"
DRAFTED = re.compile(
    r"(?:制定|制订|修订|出台|印发|编制|颁布|起草|发布|落实|贯彻)(?:出台|印发|实施|发布|了)?"
    r"(?P<name>(?:(?!制定|制订|修订|出台|印发|编制|颁布|落实|贯彻|相关|有关|一批|系列|年度)[\u4e00-\u9fffA-Za-z0-9“”]){4,26}?"
    r"(?:专项规划|发展规划|建设规划|行动计划|行动方案|实施方案|工作方案|实施意见|指导意见|管理办法|管理条例|实施细则|技术规范|操作指南|工作指南|报告指南|裁量基准|工作要点))"
    r"(?=[，。；、“]|等|$)"
)


def find(document: Segmented) -> Iterator[Mention]:
    """The documents that the text says are drafted, issued or carried out."""
    for match in DRAFTED.finditer(document.clean.text):
        yield Mention(*match.span("name"), "Plan", match["name"], "drafted")
