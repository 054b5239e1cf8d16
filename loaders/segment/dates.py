"""When a document was published, the year it counts from, and the period it covers."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from loaders.records import Passage
from loaders.segment.cut import LEAD

HEAD = 600  # characters in which a date of publication stands
FOOT = 120  # and at the end of a document
# "2023-08-14", "2023年8月14日", "2023/08/14"; not "2023-2025"
DAY = re.compile(r"(?<!\d)(\d{4})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})(?!\d)")
# The short year of a page's stamp: "23-08-08 05:50，正文"; not "08-15 21:01，正文"
SHORT_YEAR = re.compile(r"^(\d{2})-(\d{2})-(\d{2}) \d{2}[:：]\d{2}")
# A date that says what it is: "发布时间：2023-08-14", "成文日期：2023年8月14日"
STAMP = re.compile(rf"(?:发布|发文|成文|印发|更新|公开)?(?:时间|日期)[:：]\s*{DAY.pattern}")
# The dateline with its year: "某网2023年7月26日讯"; not "2023年7月26日举行"
DATELINE_DAY = re.compile(rf"{DAY.pattern}日?(?:讯|电|消息)")
# The note behind a report's title: "（2021年1月19日 某某）"
NOTE_DAY = re.compile(rf"[（(][^（）()\n]{{0,30}}?{DAY.pattern}日[^（）()\n]*[）)]")
# A report's first words: "2021年1月24日某省省长某某在…上作政府工作报告"
GIVEN_DAY = re.compile(rf"^{DAY.pattern}日[^。\n]{{2,60}}作?政府工作报告")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?年?(?!\d)")
# "2020—2022年", "2021-2025"; not "2020-07-02"
SPAN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?年?\s?[-—–~～至]{1,2}\s?((?:19|20)\d{2})(?![-\d])")
# "“十四五”", "十三五"; not "四五"
FIVE_YEARS = re.compile(r"“?十([一二三四五])五”?")
FIRST_FIVE = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
LATE = 11  # a report given from November on is the next year's


def published_on(text: str, passages: Sequence[Passage]) -> str | None:
    """The ISO date of publication that a clean text states; None where it states none or only month and day."""
    short = SHORT_YEAR.match(text)
    if short:
        return _iso(f"20{short.group(1)}", short.group(2), short.group(3))
    head = text[:HEAD]
    lead = LEAD.match(head)
    stamp = DAY.search(lead.group()) if lead else None
    if stamp and (day := _iso(*stamp.groups())):
        return day
    for pattern in (STAMP, GIVEN_DAY, NOTE_DAY, DATELINE_DAY):
        match = pattern.search(head)
        if match and (day := _iso(*match.groups()[-3:])):
            return day
    return next(_stamps(text, passages), None)


def _stamps(text: str, passages: Sequence[Passage]) -> Iterator[str]:
    """Dates of imprint lines in the head, then one that stands alone at the end."""
    near = (passage for passage in passages if passage.start < HEAD and passage.kind == "imprint")
    last = (passage for passage in passages if passage.end > len(text) - FOOT and len(passage.text) <= 12)
    for passage in chain(near, last):
        match = DAY.search(passage.text)
        if match and (day := _iso(*match.groups())):
            yield day


def reporting_year(title: str | None, published: str | None, genre: str) -> int | None:
    """The year that bare months and 去年 count from; of a bulletin, the year it reports on."""
    stated = YEAR.search(title) if title and genre != "news" else None
    if genre == "bulletin" and stated:
        return int(stated.group(1))
    if published:
        day = date.fromisoformat(published)
        return day.year + (genre == "report" and day.month >= LATE)
    return int(stated.group(1)) if stated else None


def covered_period(title: str | None, year: int | None, genre: str) -> str | None:
    """The year or span that a document is about: as its title says, else its reporting year."""
    span = SPAN.search(title or "")
    if span:
        return f"{span.group(1)}-{span.group(2)}"
    plan = FIVE_YEARS.search(title or "") if genre == "policy" else None
    if plan:
        first = FIRST_FIVE[plan.group(1)]
        return f"{first}-{first + 4}"
    return str(year) if year and genre != "policy" else None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
