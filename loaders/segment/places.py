"""The administrative divisions that a text names, each in its role: acting through a body, in a firm's name, ..."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal

import rjieba
from ahocorasick_rs import AhoCorasick, MatchKind

from graph_schema.regions import COUNTRY, RegionRow, RegionTable, region_table

Role = Literal["plain", "agency", "outlet", "organisation", "prefix"]
# What makes the name before it part of a media outlet's: "某某日报", "某某新闻网"; not "日报表"
OUTLET = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}?(?:日报|晚报|晨报|早报|时报|都市报|青年报|消费者报|商报|新闻|融媒|发布|广播|电视|卫视|传媒)"
    r"|报业|网(?![络上购])|讯|[\d月日]{0,6}电[ （(]|报讯|报道)"
)
# And of a public body's: "市场监管局", "市政府", "检察院"; not "市场"
AGENCY = re.compile(
    r"[省市州县区盟旗]?(?:[\u4e00-\u9fff]{0,8}?(?:监管局|管理局|监督局|监管所|管理所|局|厅|委员会|委办|消保委|消委会|消协)|(?:人民)?政府|[市省区县]?委[、，书办]|"
    r"(?:中级|高级)?(?:人民)?(?:法院|检察院)|公安|纪委|海关|市场监管|食药|药监|城管)"
)
# And of a firm's or an institute's: "某某食品有限公司"; not "公司登记"
ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）()A-Za-z]{0,24}?(?:公司|集团|大学|学院|医院|银行|超市|商行|经营部|协会|商会|研究院|研究所|中学|小学|经销部|店)"
)
# A street office's area: "由某某路街道"; not "在街道两侧"
STREET = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[区县市由在和与对到]))((?!每个|各|全|城区|多个|所有|本|该)[\u4e00-\u9fff]{2,4}街道)(?=[\u4e00-\u9fff])(?!两侧|上)"
)
LONG = 4  # characters: a name this long is one wherever it stands
SHORT = 2  # characters: a name without its kind, which must end with a word
LOOK_AHEAD = 30  # characters behind a name in which its role shows


@dataclass(frozen=True, slots=True)
class Place:
    """A division named at text[start:end]."""

    start: int
    end: int
    row: RegionRow
    role: Role
    joined: bool  # directly behind a division that it lies in


_Span = tuple[int, int, str]  # start, end, name


@dataclass(frozen=True, slots=True)
class _Names:
    texts: tuple[str, ...]
    automaton: AhoCorasick


@cache
def _names() -> _Names:
    texts = tuple(
        name.text
        for name in region_table().names()
        if (name.is_safe or any(name.text == row.name for row in name.rows)) and len(name.text) > 1
    )
    return _Names(texts, AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest))


def places(text: str) -> tuple[Place, ...]:
    """The divisions that a clean text names, in reading order; the country is none of them.

    In 吉林省长春市 the first is a prefix of the second. A name of several divisions is taken for the one nearest to the
    province that the unambiguous names speak of most; one that stays ambiguous is left out.
    """
    names = _names()
    edges = _word_edges(text)
    spans: list[_Span] = []
    for index, start, end in names.automaton.find_matches_as_indexes(text):
        joined = bool(spans) and spans[-1][1] == start
        if end - start >= LONG or joined or (start in edges and (end in edges or end - start > SHORT)):
            spans.append((start, end, names.texts[index]))
    found = list(_resolved(text, spans, _main_province(spans, region_table()), region_table()))
    bodies = {place.row.key for place in found if _is_sure(text, place)}
    sure = (place for place in found if place.row.kind != "county" or place.row.key in bodies)
    return tuple(sorted((*sure, *_streets(text)), key=lambda place: place.start))


def _word_edges(text: str) -> set[int]:
    """Where words begin and end: 新洲 in 创新洲际 is no name, nor 安新 in 西安新闻."""
    return {0, *accumulate(map(len, rjieba.cut(text, False)))}


def _is_sure(text: str, place: Place) -> bool:
    """Whether a county is named in full, behind its province or city, or as an actor: 动力 is a word, too."""
    named = text[place.start : place.end]
    return named == place.row.name or place.joined or place.role == "agency" or len(named) > SHORT


def _streets(text: str) -> Iterator[Place]:
    for match in STREET.finditer(text):
        name = match.group(1)
        yield Place(match.start(1), match.end(1), RegionRow(f"street:{name}", name, "street", None), "plain", False)


def _main_province(spans: Sequence[_Span], table: RegionTable) -> RegionRow | None:
    counts: Counter[str] = Counter()
    for _, _, name in spans:
        provinces = {province.key for row in table.by_name(name) if (province := table.province_of(row))}
        if len(provinces) == 1:
            counts.update(provinces)
    return table.by_key(counts.most_common(1)[0][0]) if counts else None


def _resolved(text: str, spans: Sequence[_Span], province: RegionRow | None, table: RegionTable) -> Iterator[Place]:
    above: RegionRow | None = None
    for place, (start, end, name) in enumerate(spans):
        joined = place > 0 and spans[place - 1][1] == start and above is not None
        row = table.resolve(name, above if joined else province)
        joined = joined and row is not None and above in table.ancestors(row)
        above = row
        if row is not None and row.key != COUNTRY:
            yield Place(start, end, row, _role(text, end, spans, place), joined)


def _role(text: str, end: int, spans: Sequence[_Span], place: int) -> Role:
    if place + 1 < len(spans) and spans[place + 1][0] == end:
        return "prefix"
    behind = text[end : end + LOOK_AHEAD]
    if AGENCY.match(behind):
        return "agency"
    if OUTLET.match(behind):
        return "outlet"
    return "organisation" if ORGANISATION.match(behind) else "plain"
