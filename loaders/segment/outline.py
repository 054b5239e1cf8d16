"""Headings and their levels."""

import re
from dataclasses import dataclass

NUMERAL = "一二三四五六七八九十百零〇"
# Each level's marker, outermost first
MARKERS = (
    re.compile(r"#{1,6}\s"),  # "# 总体要求"; not "#标签"
    re.compile(rf"第[{NUMERAL}\d]{{1,4}}[编章]"),  # "第一章 总则"; not "第一批"
    re.compile(rf"第[{NUMERAL}\d]{{1,4}}节"),  # "第二节"; not "第二季度"
    re.compile(rf"[{NUMERAL}]{{1,3}}、"),  # "一、总体要求"; not "一是"
    re.compile(rf"[（(][{NUMERAL}]{{1,3}}[）)]"),  # "（一）"; not "（试行）"
    re.compile(r"\d{1,2}[.、．](?!\d)"),  # "1.", "12、"; not "1.5"
    re.compile(r"\d{1,2}\.\d{1,2}(?![.\d])[.、．]?[\s\u3000]"),  # "5.1 发展"; not "5.1%"
    re.compile(r"\d{1,2}(?:\.\d{1,2}){2,3}[.、．]?[\s\u3000]?(?=[\u3400-\u9fff])"),  # "5.1.2 提升"; not "2023.1.2"
    re.compile(r"[（(]\d{1,2}[）)]|[①-⑳]|\d{1,2}[）)]"),  # "（1）", "①"; not "（2020）"
)
# An article of a regulation: its words are body; "第三条 "; not "第三条路"
ARTICLE = re.compile(rf"第[{NUMERAL}\d]{{1,5}}条(?=[\s\u3000])")
# A count within a paragraph: "一是", "二要", "第三，", "其一，"; not "一是一"
COUNT = re.compile(rf"(?:[{NUMERAL}]{{1,2}}(?:是|要)|第[{NUMERAL}]{{1,2}}，|其[{NUMERAL}]，)")
ITEM_LEVELS = frozenset({5, 8})  # levels whose items are sentences of a list as often as heads
UNNUMBERED = len(MARKERS)  # the level of a line that stands as a heading without marker
RUN_IN = UNNUMBERED + 1  # and of a bold or counted head at the beginning of a paragraph
HEADING_AT_MOST = 50  # characters
# The numbering before the words of a passage, a list's dash included: "- （三）", "2.", "第六条 "; not "一是"
NUMBERING = re.compile(rf"\s*(?:[-•●◆■★▲]\s+)?(?:(?:{'|'.join(marker.pattern for marker in (*MARKERS, ARTICLE))})\s*)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at its level, 0 outermost."""

    level: int
    text: str


def marker_level(text: str) -> int | None:
    """The level of the marker that a line begins with, or None."""
    return next((level for level, marker in enumerate(MARKERS) if marker.match(text)), None)


def nested(stack: tuple[Heading, ...], heading: Heading) -> tuple[Heading, ...]:
    """The headings above what follows a heading: those of outer levels, then itself."""
    return (*(outer for outer in stack if outer.level < heading.level), heading)
