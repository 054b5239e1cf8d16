"""Names in use everywhere, by table: laws, campaigns, prizes, labels and services."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.records import Mention, Segmented
from loaders.resolve.core_names import listed_names

# What a printed name holds between its words: marks of quotation and the like, "大众创业、万众创新"
MARKS = frozenset('“”‘’"《》、，· \t\n\r\u3000\u2002\xa0')
MARKED = re.compile(f"[{''.join(sorted(MARKS))}]+")  # every run of them
# "中华人民共和国计量法" is the law itself
# "食品安全法规", "品牌战略规划", "绿色食品产业" speak of something else; a number goes on: "315.33"
ELSE = re.compile(r"[律规\d.]|产业|种植|生产|活动工程|规划|专利|体系|主体")
# A number or word begins before: "812315", "S315"
GOES_ON = re.compile(r"[0-9A-Za-z.-][0-9A-Za-z]$")
# An aim as long as nothing says that it is a strategy: "建成质量强市", not "质量强市建设"
AIM = re.compile(r"(?:质量|品牌|标准|知识产权)强[国省市县区]")
PURSUING = ("建设", "推进", "实施", "创建")
PURSUED = re.compile(r"[”]?(?:建设|战略|工作|活动)")
COUNTRY = "中华人民共和国"


def find(document: Segmented) -> Iterator[Mention]:
    """Every name of the tables of national and common names, with or without marks inside it."""
    text = document.clean.text
    marked = [match.span() for match in MARKED.finditer(text)]
    starts, ends = (0, *(end for _, end in marked)), (*(start for start, _ in marked), len(text))
    kept = list(chain.from_iterable(map(range, starts, ends)))
    bare = MARKED.sub("", text)
    automaton, rows = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(bare):
        begin, stop = kept[start], kept[end - 1] + 1
        name = text[begin:stop]
        if ELSE.match(text, stop) or "\n" in name or GOES_ON.search(text, max(0, begin - 2), begin + 1):
            continue
        if not AIM.fullmatch(name) or PURSUED.match(text, stop) or text.endswith(PURSUING, 0, begin):
            yield Mention(begin, stop, rows[index][1], name, "national")


@cache
def _automaton() -> tuple[AhoCorasick, Sequence[tuple[str, str]]]:
    rows = {}
    for table in ("national_names", "common_names"):
        for label, names in listed_names(table).items():
            rows.update({"".join(char for char in name if char not in MARKS): label for name in names})
    rows |= {COUNTRY + name: label for name, label in rows.items() if label == "Plan" and name.endswith("法")}
    found = sorted(rows.items())
    return AhoCorasick([name for name, _ in found], matchkind=MatchKind.LeftmostLongest), found
