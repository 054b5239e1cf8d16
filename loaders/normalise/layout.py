"""Traces of layout inside words and sentences: spaces, wrapped lines, page numbers, Markdown's bold marks."""

import re
from collections import Counter
from collections.abc import Iterator

import rjieba

from loaders.normalise.draft import Span

CHINESE = r"\u3400-\u9fff"
# What may follow a number that counts: "3个", "2022年"
COUNTERS = (
    "个项家件万亿千百年月日号元名人次批余多种类级条款所座处公吨米平亩户台套部辆场期届位周天小时分倍岁层栋街路村镇县区市省大"
    "强只枚份宗起例篇幅艘架头株册笔点环线维度升会步"
)
BLANK = r"[ \t\u3000\xa0]"
# Characters without width and stray controls: "\u200b"; not "\n", "\t"
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f]+|\r(?=\n)|\r$")
# "**一是**"; not "3*4"
BOLD = re.compile(r"\*\*+|(?<!_)__(?!_)")
# A space between Chinese characters: "标 准"; not "NQI 建设"
GAP = re.compile(rf"(?<=[{CHINESE}]){BLANK}+(?=[{CHINESE}])")
# Letter-spaced words: "质 量 报 告"; not "质量 报告"
LETTER_SPACED = re.compile(rf"(?<![{CHINESE}])[{CHINESE}](?:{BLANK}{{1,3}}[{CHINESE}]){{3,}}(?![{CHINESE}])")
# A year set with spaces between its digits: "2 0 2 0 年"; not "2 0 2 0 户", "12 0 2 0 年"
SPACED_YEAR = re.compile(rf"(?<![\d.])(?:1{BLANK}9|2{BLANK}0){BLANK}\d{BLANK}\d{BLANK}?(?=年)")
BLANKS = re.compile(rf"{BLANK}+")
# The number of a page on a line of its own, or between dashes in a sentence: "— 12 —", "第3页 共9页"; not "12项"
PAGE = re.compile(
    rf"(?:(?<=\n)|^){BLANK}*(?:[-—–－·]{{1,2}}{BLANK}*\d{{1,3}}{BLANK}*[-—–－·]{{1,2}}|第{BLANK}?\d{{1,3}}{BLANK}?页"
    rf"(?:[ ,，/]*共{BLANK}?\d{{1,3}}{BLANK}?页)?|\d{{1,3}}{BLANK}?/{BLANK}?\d{{1,3}}){BLANK}*(?:\n|$)"
    rf"|(?<=[{CHINESE}，、]){BLANK}*[-—–－]{BLANK}?\d{{1,3}}{BLANK}?[-—–－]{BLANK}*(?=[{CHINESE}])"
)
# A page number that the first line of a page swallowed: "132升级", "46展"; not "132项", "2022年"
LED_BY_PAGE = re.compile(rf"\d{{1,3}}(?=[{CHINESE}])(?![{COUNTERS}])")
NARROW = re.compile(r"[\x00-\xff]")
WRAPPED = range(16, 61)  # characters in a full line of a wrapped text
FULL_LINES = 4  # this many lines of nearly the same width make a text a wrapped one
WRAPPED_SHARE = 0.5  # and this share of its lines
BEYOND_SHARE = 0.1  # of which so many may be wider
SLACK = 3  # characters by which a full line may differ, for marks that must not begin a line
ENDS = "。！？；：!?;:"
# The beginning of a line that continues nothing: "一、", "（二）", "1.", "第三条", "——", "●"
STARTS = re.compile(
    rf"{BLANK}+|[一二三四五六七八九十]{{1,3}}、|[一二三四五六七八九十]{{1,2}}是|[(（][一二三四五六七八九十\d]{{1,3}}[)）]|\d{{1,2}}[.、．]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}|第[一二三四五六七八九十百\d]{{1,4}}[章节条]|[—●■◆•*#|]"
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
    """Spaces inside years and Chinese words; those between words stay, as they may part names of a list."""
    years = (BLANKS.finditer(text, *match.span()) for match in SPACED_YEAR.finditer(text))
    yield from sorted([*(blank.span() for blanks in years for blank in blanks), *_gaps(text)])


def _gaps(text: str) -> Iterator[Span]:
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
    """Line ends inside sentences of a text that was wrapped at a fixed width, as a PDF's is.

    With them go page numbers that the first line of a page swallowed.
    """
    if "\n" not in text:
        return
    lines = text.split("\n")
    widths = [_width(line) for line in lines]
    full = _full_line(widths)
    if full is None:
        return
    position = -1
    for line, width, following in zip(lines, widths, lines[1:], strict=False):
        position += len(line) + 1
        number = LED_BY_PAGE.match(following)
        if width >= full - SLACK and line[-1] not in ENDS and following and not STARTS.match(following):
            yield position, position + 1 + (number.end() if number else 0)
        elif number:
            yield position + 1, position + 1 + number.end()


def _width(line: str) -> int:
    """The width of a line in Chinese characters."""
    narrow = len(NARROW.findall(line))
    return len(line) - narrow + narrow // 2


def _full_line(widths: list[int]) -> int | None:
    """The width of a full line, or None where lines are not wrapped."""
    full, _ = Counter(widths).most_common(1)[0]
    near = sum(abs(width - full) <= SLACK for width in widths)
    beyond = sum(width > full + SLACK for width in widths)
    if full not in WRAPPED or near < FULL_LINES or near < len(widths) * WRAPPED_SHARE:
        return None
    return full if beyond <= len(widths) * BEYOND_SHARE else None
