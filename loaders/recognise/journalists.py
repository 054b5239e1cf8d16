"""Journalists and correspondents as a by-line lists them."""

import re
from collections.abc import Iterator

from loaders.records import Mention, Segmented

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费"
    "卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝阎牧"
)
SPACE = " \\u2002\\u3000"
NAME = rf"[{SURNAMES}][\u4e00-\u9fff·]{{1,2}}"
# "（记者 甲某某 乙某 通讯员丙某某）", "记者 甲某某/文"; not "记者获悉", "记者从某局获悉"
BYLINE = re.compile(
    rf"(?:记者|通讯员|见习记者)[{SPACE}：:]*(?P<names>{NAME}(?:[{SPACE}、，]+{NAME})*)"
    rf"(?=[）)（(/{SPACE}\n\d]|$|通讯员|记者|文|摄|报道|近日)"
)


def find(document: Segmented) -> Iterator[Mention]:
    """The people behind the words 记者 and 通讯员, up to the bracket or space that ends the list."""
    text = document.clean.text
    for match in BYLINE.finditer(text):
        for name in re.finditer(rf"[^{SPACE}、，]+", match["names"]):
            start = match.start("names") + name.start()
            yield Mention(start, start + len(name.group()), "Person", name.group(), "journalists")
