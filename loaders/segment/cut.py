"""Where a text is cut: sentence ends, `；`, line ends, and the seams of a news item's head."""

import re
from collections.abc import Iterator
from pathlib import Path

from loaders.segment.furniture import is_imprint

# What opens the first sentence of a news item
OPENING = (
    r"近日|日前|近期|近年来|今年以来|今年|为(?:了|进一步|贯彻|深入|切实|加强|提升|保障|推动|全面|落实|维护|规范|有效|加快|广泛)|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
)
CLOSERS = "”’）》」』)"
# Short quotations, titles and brackets are not cut inside: “两查、两改；”行动, 《办法（试行）》; a speech of several
# sentences is. A quoted exclamation ends a sentence where it began one: 。“停下！”他说
CUT = re.compile(
    r"(?P<speech>(?<=[。！？：\n])“[^“”\n。]{0,60}[！？]”)"
    r"|《[^《》\n]{1,80}》|“[^“”\n。]{1,25}”|（[^（）\n]{1,90}）|\([^()\n]{1,90}\)"
    rf"|(?P<end>[。！？!?；;]+[{CLOSERS}]*|\n)"
    # A list within a sentence: "：一是" , "：（一）", "：1."
    r"|(?P<list>：(?=[“]?(?:一是|一要|[（(][一1][)）]|1[.、．]|①)))"
)
# What a page prints before its text: "2023-08-14 09:10，正文："; not "正文见附件"
LEAD = re.compile(r"^[^\n]{0,120}?正文：(?:\s*原标题：)?")
SEAM_REACH = 400  # characters of a document in which the seams of its head stand
OUTLETS = Path(__file__).parent.parent / "lookups" / "outlets.txt"
KNOWN = "|".join(sorted(OUTLETS.read_text(encoding="utf-8").split(), key=len, reverse=True)).replace("+", r"\+")
# An outlet by the end of its name, where words begin: "某某报", "某某融媒体中心"; not "公报"
GENERIC = (
    r"(?:本报|本网|(?:^|(?<=[：。！？（(、\s]))[\u4e00-\u9fff·A-Za-z]{2,12}?(?:日报社?|晚报网?|晨报|早报|时报|商报|今报|都市报|青年报|报|"
    r"新闻网|网|通讯社|社|新闻|客户端|在线|融媒体?(?:中心)?|传媒中心|电视台|广电(?:新媒体)?))"
)
# What follows the outlet in a dateline: "广州讯（记者 甲）", "北京8月4日电"; not "通讯（一）", "电力"
DATED = (
    r"(?:（[\u4e00-\u9fff]{2,10}）)?)[\u4e00-\u9fff·]{0,10}?\s?(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)?"
    r"(?:讯|电(?![力话子动视信商气梯器机网影缆价]))\s*(?:（[^（）\n]{2,60}）|[:：])?"
)
DATELINES = tuple(re.compile(rf"(?P<outlet>(?:{outlet}){DATED}") for outlet in (KNOWN, GENERIC))
# Who wrote it, up to the first words of the text: "记者 李某 通讯员 王某 近日"; not "记者获悉"
BYLINE = re.compile(
    r"(?:(?:[\u4e00-\u9fff·]{0,8}(?:见习|实习|全媒体|首席|本报)?记者|通讯员|实习生)[:： \xa0\u3000]+"
    rf"(?:[\u4e00-\u9fff·]{{2,4}}?(?:[ \xa0\u3000、，]+|(?=通讯员|实习生|[\u4e00-\u9fff]{{0,4}}记者|{OPENING})))+)+"
)
# A picture's credit at the end of its caption: "开幕式现场。资料图片", "某某供图", "某某/摄"; not "摄影展"
CREDIT = re.compile(r"(?:资料图片?|[\u4e00-\u9fff]{2,8}供图|/摄|/文图|网站截图)(?=[\u4e00-\u9fff“《])")
# A numbered head that a colon ends: "（二）调查处理情况：某局"; not "1.主要目标为：一是"
HEAD_COLON = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^：，。；\n（）]{2,16}：(?=[\u4e00-\u9fff])")
# An advertisement that a page put into its text: "广告 … ×"
ADVERTISEMENT = re.compile(r"广告\s[^\n×]{2,120}×")
# What follows a text on its page: "返回某某，查看更多", "责任编辑：", "来源：", "编辑 某某"
FOOT = re.compile(
    r"(?:返回[\u4e00-\u9fff]{2,4}，查看更多|(?:[（(])?(?:责任编辑|责编|编辑|校对|编审|初审|(?<!资料)来源|文字来源|稿源|供稿|编校|审核|监制|总监制)"
    r"\s*(?:[:：丨|/]|[ \xa0\u3000]))"
)


def cuts(text: str) -> set[int]:
    """The offsets at which the passages of a clean text begin, 0 among them."""
    return {0, *_sentence_ends(text), *_seams(text)}


def find_dateline(text: str, start: int = 0) -> re.Match[str] | None:
    """The first dateline from `start` on; its group `outlet` names who reports. Known outlets go before others."""
    return next((match for pattern in DATELINES if (match := pattern.search(text, start))), None)


def _sentence_ends(text: str) -> Iterator[int]:
    for match in CUT.finditer(text):
        if match.lastgroup is not None:
            yield match.end()


def _seams(text: str) -> Iterator[int]:
    head = text[:SEAM_REACH]
    for match in (LEAD.match(head), find_dateline(head), BYLINE.search(head)):
        if match:
            yield from match.span()
    for match in ADVERTISEMENT.finditer(text):
        yield from match.span()
    for match in CREDIT.finditer(text):
        yield match.end()
    for match in HEAD_COLON.finditer(text):
        yield match.end()
    for match in FOOT.finditer(text, max(0, len(text) - SEAM_REACH)):
        line = text[text.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
        if not is_imprint(line):  # one line of imprint stays one
            yield match.start()
