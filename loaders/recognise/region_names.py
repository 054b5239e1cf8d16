"""Where a text prints the names of the table of regions, and which of them mean a region there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

import rjieba
from ahocorasick_rs import AhoCorasick, MatchKind

from graph_schema.regions import RegionRow, region_table
from loaders.models.words import tagged_words

# A name that goes on as a zone or belt is that zone's: 晋江 in "晋江经济开发区", not in "晋江的企业"
ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:开发区|高新区|经开区|农高区|新区|保税|示范区|试验区|先导区|园区|自贸区|投资区|合作区|经济[带区圈]|都市圈|城市群"
    r"|流域|半岛|盆地|高原|平原|走廊|新城|商贸区|度假区|旅游带)"
)
# A zone that has an administration of its own
ADMINISTERED = re.compile(
    r"(?:国家级?)?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|高新区|经开区|农高区|自贸试验区|自贸区|保税区)"
)
# … or as a firm, school or medium: 上海 in "上海某某电器有限公司", not in "上海的公司"
HOUSE = re.compile(
    r"[^，。；：、\s“”《》（）]{0,12}?(?:有限|股份|集团|大学|学院|医院|研究院|银行|日报|晚报|晨报|商报|新闻网|电视台|融媒)"
    r"|(?:网|台|港|站|牌|路|分局|街道|市场监管所|市场监督管理所|市监所|大道|机场|大桥|经验|模式|精神|制造|品牌|精品|智造)"
)
# "（上海）有限公司", "（长春）保护中心": part of a name
BRACKETED = re.compile(r"[（(][^（）()]{2,8}[）)][\u4e00-\u9fff]")
# A portal's page of a place is the portal's: "某新网广东"; not a dateline's place, "某报广州讯"
PAGE = re.compile(r"网(?:[\u4e00-\u9fff]{2,3})(?!讯|\d|[\u4e00-\u9fff]{0,2}讯)")
# "九里亭街道", "青山镇"; not "某县乡镇企业"
TOWN = re.compile(r"(?P<name>(?![各乡镇村城街等和的])[\u4e00-\u9fff]{1,4}?(?:街道|镇|乡))(?![镇村企街长干卫]|办事)")
# 县 begins the next word: "县域", "县级"
NEXT_WORD = re.compile(r"[域级情]|分局")
LONG = 4  # the short name of a zone is safe from this length on: 浦东新区


@dataclass(frozen=True, slots=True)
class RegionSpan:
    """The name of a region as printed: text[start:end], code points. `is_full` where it is the whole name."""

    start: int
    end: int
    row: RegionRow
    is_full: bool


@lru_cache(maxsize=4)
def region_spans(text: str, within: RegionRow | None) -> tuple[RegionSpan, ...]:
    """The regions that a text about `within` names, in reading order; names of one text never overlap.

    The whole names always count. A short one counts where it is a word of its own, or stands before or behind a region
    of its line, and means a province or prefecture, or a county of the document's own neighbourhood.
    """
    return tuple(_meant(text, list(_candidates(text, within)), within))


def _meant(text: str, spans: Sequence[RegionSpan], within: RegionRow | None) -> Iterator[RegionSpan]:
    edges = word_edges(text)
    for i, span in enumerate(spans):
        before, behind = spans[i - 1] if i else None, spans[i + 1] if i + 1 < len(spans) else None
        chained = _chained(before, span) or _chained(span, behind)
        if chained or (_begins(text, span, edges) and (span.is_full or _is_meant(text, span, within, edges))):
            yield span


def _candidates(text: str, within: RegionRow | None) -> Iterator[RegionSpan]:
    automaton, names = _automaton()
    above: RegionRow | None = None
    last = 0
    for index, start, end in automaton.find_matches_as_indexes(text):
        row = _resolve(names[index], above if above and start == last else within)
        if row is None or row.kind == "country" or ZONE.match(text, end):
            continue
        is_full = names[index] == row.name and row.kind != "area"
        if is_full and NEXT_WORD.match(text, end):
            continue
        above, last = row, end
        yield RegionSpan(start, end, row, is_full or (row.kind == "zone" and end - start >= LONG))


def town_spans(text: str, within: RegionRow | None) -> Iterator[tuple[int, int]]:
    """The towns and streets printed right behind their county, as [start, end)."""
    for span in _candidates(text, within):
        town = TOWN.match(text, span.end) if span.is_full and span.row.kind == "county" else None
        if town is not None:
            yield town.span("name")


def zone_spans(text: str, within: RegionRow | None) -> Iterator[tuple[int, int]]:
    """The development zones that are named after a region, as [start, end): 某市经济技术开发区, 某某高新区."""
    automaton, names = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        zone = ADMINISTERED.match(text, end)
        row = _resolve(names[index], within) if zone else None
        if zone is not None and row is not None and row.kind != "country":
            yield start, zone.end()


@lru_cache(maxsize=4)
def word_edges(text: str) -> frozenset[int]:
    """The offsets at which words begin or end."""
    return frozenset(accumulate((len(word) for word, _ in tagged_words(text)), initial=0))


def _chained(above: RegionSpan | None, below: RegionSpan | None) -> bool:
    """Whether two names follow one another as 湖北 and 孝感 do in 湖北孝感."""
    if above is None or below is None or above.end != below.start:
        return False
    return above.row in region_table().ancestors(below.row)


def _begins(text: str, span: RegionSpan, edges: frozenset[int]) -> bool:
    """Whether a word begins with the name: 海城市 in 滨海城市 does not."""
    if span.start in edges:
        return True
    return span.is_full and not span.row.is_abolished and not rjieba.has_word(text[span.start - 1 : span.start + 1])


def _is_meant(text: str, span: RegionSpan, within: RegionRow | None, edges: frozenset[int]) -> bool:
    row = span.row
    if span.end not in edges or PAGE.match(text, span.start - 1, span.end + 3):
        return False
    if row.is_abolished or BRACKETED.match(text, max(span.start - 1, 0)) or HOUSE.match(text, span.end):
        return False
    if row.kind in ("province", "prefecture", "area"):
        return True
    return row.kind == "county" and within is not None and row.parent in (within.key, within.parent)


@lru_cache(maxsize=1 << 14)
def _resolve(name: str, within: RegionRow | None) -> RegionRow | None:
    return region_table().resolve(name, within)


@cache
def _automaton() -> tuple[AhoCorasick, Sequence[str]]:
    names = [name.text for name in region_table().names() if name.is_safe]
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names
