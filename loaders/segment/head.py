"""The title of a document, from its head."""

import re

from loaders.segment.cut import KNOWN, LEAD, OPENING, find_dateline
from loaders.segment.furniture import is_furniture, is_imprint
from loaders.segment.outline import ARTICLE, marker_level

HEAD_LINES = 12
TITLE_AT_MOST = 80  # characters
TITLE_AT_LEAST = 5
# "原标题：" before the title that the first publisher gave it; not "标题"
ORIGINAL = re.compile(r"原标题[:：]\s*")
# What follows a title that runs into its text: the first sentence, a dateline, a byline or a line end
BEHIND = re.compile(
    rf"{OPENING}|记者|本文转自|{KNOWN}|[ \xa0]{{8}}|\n"
    r"|(?:来源|作者)[:：]|文/|□|【"
)
# The note behind a report's title: "（2020年1月8日 某某）"; not "（试行）"
NOTE = re.compile(r"\s*[（(][^（）()\n]*\d{4}年\d{1,2}月\d{1,2}日[^（）()\n]*[）)]\s*$")
DECORATION = re.compile(r"^[#\s\u3000]+")


def find_title(text: str) -> tuple[int, int] | None:
    """The bounds of the title in a clean text, or None where the text shows none.

    It is what `原标题：` names; else, of the short lines at the beginning, the one above the imprint or, without one,
    the first.
    """
    original = ORIGINAL.search(text, 0, 200)
    if original:
        return _run_in(text, original.end())
    found: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n")[:HEAD_LINES]:
        if found and is_imprint(line.strip()):
            return found[-1]
        if len(line) > TITLE_AT_MOST:
            break
        bounds = _bounds(text, position, position + len(line))
        if bounds and _is_title(line.strip(), has_more=position + len(line) < len(text)):
            found.append(bounds)
        position += len(line) + 1
    return found[0] if found else None


def _run_in(text: str, start: int) -> tuple[int, int] | None:
    """A title without line end: up to the dateline or the opening words of the first sentence, or to its repetition."""
    reach = text[start : start + TITLE_AT_MOST + 20]
    matches = (find_dateline(reach, TITLE_AT_LEAST), BEHIND.search(reach, TITLE_AT_LEAST))
    ends = [match.start() for match in matches if match]
    again = reach.find(reach[:TITLE_AT_LEAST], TITLE_AT_LEAST)
    if again > 0 and reach[:again].strip() == text[start + again : start + again + len(reach[:again].strip())]:
        ends.append(again)
    if not ends or min(ends) > TITLE_AT_MOST:
        return None
    return _bounds(text, start, start + min(ends))


def _is_title(line: str, *, has_more: bool) -> bool:
    return (
        has_more
        and TITLE_AT_LEAST <= len(line) <= TITLE_AT_MOST
        and line[-1] not in "。；，、：！"
        and not LEAD.match(line)
        and not is_imprint(line)
        and not is_furniture(line, alone=True)
        and not ARTICLE.match(line)
        and (marker_level(line) in (None, 0))
    )


def _bounds(text: str, start: int, end: int) -> tuple[int, int] | None:
    note = NOTE.search(text, start, end)
    if note:
        end = note.start()
    decoration = DECORATION.match(text[start:end])
    start += decoration.end() if decoration else 0
    half = (start + end) // 2
    if text[start:half] == text[half:end]:  # a page that prints its title twice
        end = half
    while end > start and text[end - 1] in " \t\r\u3000\xa0":
        end -= 1
    return (start, end) if end > start else None
