"""Lines that are not the text itself: who published it (imprint), and what the page prints around it (furniture)."""

import re

# "来源：某报", "记者 某某", "2023-08-14 09:10"; not "来源于"
IMPRINT = re.compile(
    r"\s*(?:(?:信息|新闻|文章|文字|稿件|图片)?来源[:： ]|稿源[:：]|(?:责任)?编辑[:： ]|责编[:：]|校对[:： ]|编审|"
    r"作者[:：]|供稿[:：]|[（(]供稿|"
    r"[\u4e00-\u9fff]{0,8}记者[:： \xa0]|通讯员[:： \xa0]|发布(?:时间|日期|单位|机构)[:：]|时间[:：]|日期[:：]|"
    r"成文日期|发文[机字]|索引号|主题分类|文号[:：]|"
    r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:\s*，正文：|\s*$|\s+来[源自]|来源)|，正文：)"
)
# Furniture wherever it stands: "资料来源：某报", "返回某某，查看更多", "广告 … ×"; not "广告费"
STRAY = re.compile(r"资料来源[:：]|返回[\u4e00-\u9fff]{2,4}，查看更多|广告\s[^\n]{2,120}×$")
# Furniture on a line of its own: "报料电话", "扫一扫"; not "投诉举报"
FURNITURE = re.compile(
    r"报料电话|爆料(?:电话|热线)|新闻热线|扫一扫|扫描二维码|分享到|打印本页|关闭窗口|【(?:打印|关闭|字体)|"
    r"字体[:：]|字号[:：]|您(?:当前|现在)的?(?:位置|所在)|当前位置|首页\s*[>＞»|]|上一篇|下一篇|ICP备|公网安备|版权(?:所有|声明)|免责声明|网站地图|"
    r"欢迎访问|阅读(?:量|次数|原文)|浏览次数|点击(?:数|量|次数)|关键[字词][:：]|^\s*标签[:：]|公众平台|公众号|客户端下载|举报电话|联系我们|无障碍"
)
SHORT = 80  # characters: a longer line is text, whatever it names
PUNCTUATION_ONLY = re.compile(r"[\W_]*")


def is_imprint(text: str) -> bool:
    """Whether a short line says who published, wrote or edited the text, and when."""
    return len(text) <= SHORT and IMPRINT.match(text) is not None


def is_furniture(text: str, *, alone: bool) -> bool:
    """Whether a passage belongs to the page around the text; `alone`: it has its line to itself."""
    if STRAY.match(text) or PUNCTUATION_ONLY.fullmatch(text):
        return True
    return alone and len(text) <= SHORT and FURNITURE.search(text) is not None
