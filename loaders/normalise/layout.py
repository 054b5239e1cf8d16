"""Traces of layout inside words and sentences: spaces, wrapped lines, page numbers, Markdown's bold marks."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import rjieba

from loaders.normalise.draft import Span

CHINESE = r"\u3400-\u9fff"
BLANK = r"[ \t\u3000\xa0]"
# Characters without width and stray controls: "\u200b"; not "\n", "\t"
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f]+|\r(?=\n)|\r$")
# "**一是**"; not "3*4"
BOLD = re.compile(r"\*\*+|(?<!_)__(?!_)")
# A space between Chinese characters: "标 准"; not "NQI 建设"
GAP = re.compile(rf"(?<=[{CHINESE}]){BLANK}+(?=[{CHINESE}])")
# Letter-spaced words: "质 量 报 告"; not "质量 报告"
LETTER_SPACED = re.compile(rf"(?<![{CHINESE}])[{CHINESE}](?:{BLANK}{{1,3}}[{CHINESE}]){{3,}}(?![{CHINESE}])")
# The number of a page on a line of its own, or between dashes in a sentence: "— 12 —", "第3页 共9页"; not "12项"
PAGE = re.compile(
    rf"(?:(?<=\n)|^){BLANK}*(?:[-—–－·]{{1,2}}{BLANK}*\d{{1,3}}{BLANK}*[-—–－·]{{1,2}}|第{BLANK}?\d{{1,3}}{BLANK}?页"
    rf"(?:[ ,，/]*共{BLANK}?\d{{1,3}}{BLANK}?页)?|\d{{1,3}}{BLANK}?/{BLANK}?\d{{1,3}}){BLANK}*(?:\n|$)"
    rf"|(?<=[{CHINESE}，、]){BLANK}*[-—–－]{BLANK}?\d{{1,3}}{BLANK}?[-—–－]{BLANK}*(?=[{CHINESE}])"
)
# A page number that the page's first line swallowed: "132升" after "提"; not "132", "2022年"
LED_BY_PAGE = re.compile(rf"\d{{1,3}}(?=[{CHINESE}])")
WRAPPED = range(16, 61)  # characters in a full line of a wrapped text
FULL_LINES = 3  # this many lines near the same length make a text a wrapped one
SLACK = 3  # characters by which a full line may differ, for marks that must not begin a line
ENDS = "。！？；：!?;:"
# The beginning of a line that continues nothing: "一、", "（二）", "1.", "第三条", "——", "●"
STARTS = re.compile(
    rf"{BLANK}+|[一二三四五六七八九十]{{1,3}}、|[(（][一二三四五六七八九十\d]{{1,3}}[)）]|\d{{1,2}}[.、．]|第[一二三四五六七八九十百\d]{{1,4}}[章节条]|[—●■◆•*#|]"
)
CONTEXT = 6  # characters on either side that word segmentation sees


def invisible(text: str) -> Iterator[Span]:
    """Characters without width, and the carriage return of a line end."""
    return (match.span() for match in INVISIBLE.finditer(text))


def bold_marks(text: str) -> Iterator[Span]:
    """Markdown's marks for bold."""
    return (match.span() for match in BOLD.finditer(text)) if "**" in text or "__" in text else iter(())


def page_numbers(text: str) -> Iterator[Span]:
    """Page numbers that stand on a line of their own or interrupt a sentence."""
    return (match.span() for match in PAGE.finditer(text))


def spaces(text: str) -> Iterator[Span]:
    """Spaces inside Chinese words; those between words stay, as they may part names of a list."""
    spaced = [match.span() for match in LETTER_SPACED.finditer(text)]
    for match in GAP.finditer(text):
        inside = any(start < match.start() < end for start, end in spaced)
        if inside or _joins_a_word(text, match.start(), match.end()):
            yield match.span()


def _joins_a_word(text: str, start: int, end: int) -> bool:
    """Whether word segmentation of the text without the gap finds a word across it, and none that ends there."""
    left = re.sub(rf".*[^{CHINESE}]", "", text[max(0, start - CONTEXT) : start], flags=re.DOTALL)
    if len(left) == 1 and text[start - 2 : start - 1].isdigit():
        return False  # the unit of a number: "7日 向明"
    right = re.split(rf"[^{CHINESE}]", text[end : end + CONTEXT], maxsplit=1)[0]
    position = 0
    for word in rjieba.cut(left + right, False):
        if position < len(left) < position + len(word):
            return True
        position += len(word)
    return False


def line_breaks(text: str) -> Iterator[Span]:
    """Line ends inside sentences of a text that was wrapped at a fixed width, as a PDF's is."""
    lines = text.split("\n")
    width = _wrap_width([len(line) for line in lines])
    if width is None:
        return
    position = -1
    for line, following in pairwise(lines):
        position += len(line) + 1
        if len(line) >= width - SLACK and line[-1] not in ENDS and following and not STARTS.match(following):
            number = LED_BY_PAGE.match(following)
            inside = number and _joins_a_word(text, position, position + 1 + number.end())
            yield position, position + 1 + (number.end() if number and inside else 0)


def _wrap_width(lengths: list[int]) -> int | None:
    """The length of a full line, or None where lines are not wrapped."""
    longest = max(lengths)
    if longest > WRAPPED.stop + SLACK:
        return None
    common = Counter(length for length in lengths if length in WRAPPED)
    full = {length: sum(common[length + step] for step in range(-SLACK, 1)) for length in common}
    width = max(full, key=lambda length: (full[length], length), default=None)
    if width is None or full[width] < FULL_LINES or longest > width + SLACK:
        return None
    return width
