"""Who published a document: the source it names, the outlet of its dateline, or the government that reports."""

import re

from loaders.segment.cut import GENERIC, KNOWN, OPENING, find_dateline

HEAD = 500
FOOT = 200
# "来源：某报", "信息来源: 某网 "; not "资金来源：财政"
SOURCE = re.compile(
    r"(?<!资金)(?<!图片)(?:信息|新闻|文章|文字|稿件)?(?:来源|稿源)\s*[:：丨|]\s*(?P<name>[^\s，。；:：丨|（）()\[\]【】/]{2,24}?)"
    rf"(?=作者|记者|编辑|责编|责任编辑|返回|流程|分享|版权|原标题|审核|校对|{OPENING}|[\s，。；:：丨|（）()\[\]【】/]|$)"
)
# The outlet of the journalist: "本报讯（某日报、某全媒体记者 某某）", "某晚报全媒体记者 某某"
JOURNALIST = re.compile(
    rf"(?P<name>{KNOWN}|{GENERIC})(?:、[\u4e00-\u9fff]{{2,10}}?)?(?:APP)?(?:全媒体|见习|首席|通讯员)?记者"
)
# "某晨报综合", "（某某客户端）", "据新华社电"
CLOSING = re.compile(rf"(?P<name>{KNOWN}|{GENERIC})(?:综合|APP|编辑整理)?[）)]?\s*$")
WIRE = re.compile(rf"据(?P<name>{KNOWN})")
# What a page prints below a text: "返回某某，查看更多责任编辑："
BELOW = re.compile(r"(?:返回[\u4e00-\u9fff]{2,4}，查看更多|分享让更多人看到|流程编辑).*$", re.DOTALL)
# "某市2020年政府工作报告", "2019年某州人民政府工作报告"; not "2019年政府工作报告"
REPORT = re.compile(
    r"(?:\d{4}年)?(?P<place>[\u4e00-\u9fff]{2,12}?[省市州盟县区旗])(?:\d{4}年)?(?:第[\u4e00-\u9fff]{1,20}会议)?(?:人民政府)?(?:\d{4}年)?《?(?:政府)?工作报告"
)
# The governor who reports: "2021年1月24日某省省长某某在…"
GOVERNOR = re.compile(r"\d日(?P<place>[\u4e00-\u9fff]{2,8}[省市州区])(?:代)?(?:省长|市长|州长|主席|区长)")
# An issuing body before its matter: "国务院办公厅关于…的通知"; not "关于…的通知"
ISSUER = re.compile(
    r"(?P<name>[\u4e00-\u9fff、 ]{2,40}?(?:政府|办公厅|办公室|委员会|局|厅|部|委|院|署))(?:办公厅|办公室)?关于"
)
# The signature under a document: a body on a line of its own above the date
SIGNATURE = re.compile(
    r"\n\s*(?P<name>[\u4e00-\u9fff]{4,20}(?:政府|办公厅|办公室|委员会|局|厅|部|委|院|署))\s*\n\s*\d{4}年\d{1,2}月\d{1,2}日"
)


def find_publisher(text: str, title: str | None, genre: str) -> str | None:
    """The body or outlet that published a clean text, by the name that the text gives it."""
    if genre == "report":
        return _of_report(text, title)
    head, foot = text[:HEAD], BELOW.sub("", text[-FOOT:]).rstrip()
    for pattern, part in ((SOURCE, head), (SOURCE, foot)):
        match = pattern.search(part)
        if match and "提供" not in match.group("name"):
            return match.group("name")
    by_dateline = _of_dateline(head)
    if by_dateline:
        return by_dateline
    for pattern, part in ((SIGNATURE, text), (ISSUER, title or ""), (JOURNALIST, head), (WIRE, head)):
        match = pattern.search(part)
        if match:
            return match.group("name").strip()
    match = JOURNALIST.search(foot) or CLOSING.search(foot)
    return match.group("name") if match else None


def _of_report(text: str, title: str | None) -> str | None:
    match = REPORT.match(title or "") or GOVERNOR.search(text[:80])
    return f"{match.group('place')}人民政府" if match else None


def _of_dateline(head: str) -> str | None:
    dateline = find_dateline(head)
    outlet = dateline.group("outlet") if dateline else "本报"
    return None if outlet in ("本报", "本网") else outlet
