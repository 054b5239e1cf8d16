"""Mends the bounds and labels of tagged names where the words themselves decide them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from graph_schema.regions import region_table
from loaders.records import Mention

COUNTRIES = Path(__file__).parent.parent / "lookups" / "countries.txt"
# Words that count or point, before a name: "248项中国专利奖", "若干国家技术创新中心"
BEFORE = re.compile(
    r"(?:\d+(?:[个项家处座条批次]|余[个项家])|若干|既有|一批|我国(?=.{3})|本[次届]|该(?=.{3})|首批|全国首个|全新)+"
)
# Words behind a name that are none of it: "示范单位牌匾", "纪检监察组组长", "公共品牌"
BEHIND = {
    "Award": re.compile(r"(?:荣誉)?(?:牌匾|称号|证书|奖牌)$|最高荣誉$"),
    "Agency": re.compile(r"(?:组长|局长|主任|书记|网站|系统|官网)$"),
    "Brand": re.compile(r"(?<=”)(?:区域公用|区域|公共|公用|文化|工作|服务|宣传)?品牌$"),
    "Campaign": re.compile(r"(?<=整治)工作$"),
}
# What is named by its last word, whatever the tagger says
ORGANIZATION = re.compile(
    r"(?:协会|学会|商会|联合会|总工会|理事会|基金会|产业联盟|发展联盟|大学|规划院|股份公司|有限公司|出版社|日报社)$"
)
AGENCY = re.compile(r"(?:市场监管局|监督管理局|监督管理所|市场监管所|人民政府|[省市区县]政府|电力局|公安局|派出所)$")
STREET = re.compile(r"[\u4e00-\u9fff]{2,6}(?:街道|镇|乡)$")
# Nobody's name: "意见", "检验报告", a patent's number, "该所"
NOTHING = re.compile(
    r"(?:实施|指导)?(?:意见|方案|通知|办法|规定|报告|决定|规划|计划)|检验报告|检测报告|政府工作报告|\W?ZL\d.*|[该本此]\w"
)
SENTENCE = re.compile(r"[。；！？\n]")
# "甲、乙等产业园区": only the last is a name
SAMPLE = re.compile(r"^[^“”《》（）]{2,20}、[^“”《》（）]{1,8}等(?=[\u4e00-\u9fff]{4,}$)")


def tidy(mention: Mention) -> Iterator[Mention]:
    """The names that a tagged name really is: none, one, or one for each part."""
    if mention.label == "Person":
        yield mention
        return
    for part in _parts(mention):
        label = _label(part.text, part.label)
        bare = part.text.strip("《》“”")
        if bare and not NOTHING.fullmatch(bare) and bare not in countries():
            yield part if label == part.label else replace(part, label=label)


@cache
def countries() -> frozenset[str]:
    """Other countries: a text that names one names none of our regions, nor a body."""
    return frozenset(COUNTRIES.read_text(encoding="utf-8").split())


def _parts(mention: Mention) -> Iterator[Mention]:
    if not SENTENCE.search(mention.text) and _trimmed(mention.text, mention.label) == mention.text:
        yield mention
        return
    start = mention.start
    for piece in SENTENCE.split(mention.text):
        cut = _trimmed(piece, mention.label)
        if len(cut) > 1:
            offset = start + piece.index(cut)
            yield replace(mention, start=offset, end=offset + len(cut), text=cut)
        start += len(piece) + 1


def _trimmed(text: str, label: str) -> str:
    before = BEFORE.match(text)
    cut = text[before.end() :] if before and len(text) - before.end() > 2 else text
    if label in ("Platform", "Organization"):
        cut = SAMPLE.sub("", cut)
    behind = BEHIND[label].search(cut) if label in BEHIND else None
    return cut[: behind.start()] if behind and behind.start() > 1 else cut


def _label(text: str, label: str) -> str:
    if label == "Region":
        return label
    if ORGANIZATION.search(text) and label != "Platform":
        return "Organization"
    if AGENCY.search(text) and label == "Organization":
        return "Agency"
    if label == "Organization" and STREET.fullmatch(text):
        return "Region"
    if label == "Agency" and region_table().resolve(text) is not None:
        return "Region"
    return label
