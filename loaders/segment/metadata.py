"""What a document says of itself: title, publisher, date, number, region, period, genre."""

import re
from collections.abc import Sequence
from typing import Literal

from loaders.records import Metadata, Passage, RawDocument
from loaders.segment.cut import LEAD, find_dateline
from loaders.segment.dates import covered_period, published_on, reporting_year
from loaders.segment.outline import marker_level
from loaders.segment.publisher import find_publisher
from loaders.segment.region import find_region

Genre = Literal["report", "news", "policy", "bulletin"]
HEAD = 600
# "国发〔2019〕5号", "市监质[2020]12号"; not "GB 5009-2016"
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[（(]\d{4}[〕\]）)]\s?第?\d{1,4}号")
# "…的通告（2023年第94号）": the notice that the document carries; not "《…公告》（2023年第94号）"
NOTICE = re.compile(r"(?:公告|通告|通报)（(?P<number>\d{4}年第\d{1,4}号)")
REPORT = re.compile(r"工作报告")
BULLETIN = re.compile(r"公报|年鉴|统计年报")
POLICY = re.compile(
    r"(?:意见|方案|规划|纲要|通知|条例|办法|决定|规定|细则|计划|措施|要点|准则|标准|指南|章程|批复|法)(?:（[^（）]*）)?$"
)
NUMBERED_AT_LEAST = 2  # numbered heads and items that make a text without dateline a policy


def find_metadata(raw: RawDocument, text: str, shown_title: str | None, passages: Sequence[Passage]) -> Metadata:
    """The metadata that a document shows; what a list of sources or its format states goes first."""
    stated = raw.stated
    title = stated.title or shown_title
    genre = _genre(text, title, passages)
    published = stated.published_on or published_on(text, passages)
    year = reporting_year(title, published, genre)
    return Metadata(
        title=title,
        publisher=stated.publisher or find_publisher(text, title, genre),
        published_on=published,
        doc_number=_doc_number(passages),
        region=stated.region or find_region(text, title),
        period=covered_period(title, year, genre),
        year=year,
        genre=genre,
    )


def _genre(text: str, title: str | None, passages: Sequence[Passage]) -> Genre:
    if title and REPORT.search(title):
        return "report"
    if title and BULLETIN.search(title):
        return "bulletin"
    head = text[:HEAD]
    if title and POLICY.search(title):
        return "policy"
    if LEAD.match(head) or find_dateline(head):
        return "news"
    numbered = sum(marker_level(text[passage.start : passage.end].lstrip(" \n-")) is not None for passage in passages)
    return "policy" if numbered >= NUMBERED_AT_LEAST else "news"


def _doc_number(passages: Sequence[Passage]) -> str | None:
    """The document's own number: on a line of its own or in its title, not in a citation."""
    for passage in passages:
        if passage.start > HEAD:
            return None
        notice = NOTICE.search(passage.text)
        if notice:
            return notice.group("number")
        number = NUMBER.search(passage.text)
        if (
            number
            and "》" not in passage.text
            and (len(passage.text) - len(number.group()) <= 8 or passage.kind == "title")
        ):
            return number.group()
    return None
