"""Public bodies whose name is regular: a region or a level word, then a department, and bodies of the whole country."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.recognise.region_names import RegionSpan, region_spans, word_edges
from loaders.records import Mention, Segmented
from loaders.resolve.agencies import RELATIVE
from loaders.resolve.departments import departments
from loaders.resolve.regions import region_of_document

ORGANS = ("局", "厅", "委", "委员会", "办", "办公室", "总队", "支队", "大队")
# What makes another word of a name's last characters: "市委员", "市政府采购", "监管部门", "央行数字货币"
OTHER_WORD = {
    "委": re.compile(r"[员托任派会外]"),
    "府": re.compile(
        r"采购|购买|性|债|网|门户|质量|工作报告|引导|补贴|规章|投资|基金|储备|职能|部门|网站|服务|治理|负债|主导|法制"
    ),
    "部": re.compile(r"[门署分队位]|[\u4e00-\u9fff]{2,12}委员会"),
    "行": re.compile(r"数字"),
}
# Another body that hangs below: "南阳分局", "宝安监管局"; not "分局" of "市分局长"
BRANCH = re.compile(
    r"(?:(?![与和及将对关在的由并于])[\u4e00-\u9fff]){2,4}?"
    r"(?:分局|监管局|监管所|监督管理所|稽查局|竞争局|设备局|检察厅|司(?![法机令])|处(?=[，、。（）]|副?处长|负责人|相关))"
)
# The body's second name: "（市知识产权局）", "(知识产权局)"
SECOND = re.compile(r"[（(](?P<name>[\u4e00-\u9fff]{3,14}[局办委])[）)]")
# A word that a name may follow: "向区市场监管局"
LINK = re.compile(r"(?:[向与和及由据在对从经受]|[^\u4e00-\u9fff])$")
# Words that make one department of many: "各区政府", "三省市市场监管局"
MANY = re.compile(r"[各级两三四五六七八九个等省市区县旗]$")


def find(document: Segmented) -> Iterator[Mention]:
    """The departments behind a region's name or a level word, and the bodies of the whole country."""
    text, within = document.clean.text, region_of_document(document)
    starts = _starts(region_spans(text, within))
    edges = word_edges(text)
    automaton, names = _automaton()
    done = 0
    for index, start, end in automaton.find_matches_as_indexes(text):
        other = OTHER_WORD.get(text[end - 1])
        if start < done or (other and other.match(text, end)) or text.startswith("驻", end):
            continue
        is_national = names[index] in departments().national and names[index] not in departments().bodies
        begin = start if is_national else _owner(text, start, starts, edges)
        if begin is not None:
            found = list(_with_second(text, begin, end))
            done = found[-1].end
            yield from found


def _with_second(text: str, begin: int, end: int) -> Iterator[Mention]:
    """The body, with the branch that hangs below it, and the second name that it bears in brackets."""
    branch = BRANCH.match(text, end)
    end = branch.end() if branch else end
    name = text[begin:end]
    yield Mention(begin, end, "Agency", name, "agencies")
    second = SECOND.match(text, end)
    if second:
        yield Mention(*second.span("name"), "Agency", second["name"], "agencies", full=name)


def _starts(spans: Sequence[RegionSpan]) -> Mapping[int, int]:
    """Where the region begins that ends at an offset; 上海市 may lend its 市 to 市场监管局."""
    starts: dict[int, int] = {}
    for span in spans:
        starts[span.end] = span.start
        if span.end - span.start > 2 and span.row.name[:-1] in span.row.aliases:
            starts.setdefault(span.end - 1, span.start)
    return starts


def _owner(text: str, start: int, starts: Mapping[int, int], edges: frozenset[int]) -> int | None:
    """Where the region or level word before a department begins; None where there is none."""
    begin = start
    while begin in starts:
        begin = starts[begin]
    if begin != start:
        return begin
    word = next((word for word in RELATIVE if text.endswith(word, 0, start)), None)
    if word is None:
        return None
    begin = start - len(word)
    is_word = begin in edges or LINK.search(text, max(0, begin - 1), begin) is not None
    return begin if is_word and not MANY.search(text, max(0, begin - 1), begin) else None


@cache
def _automaton() -> tuple[AhoCorasick, Sequence[str]]:
    table = departments()
    named = {stem + organ for stem in table.stems for organ in ORGANS}
    names = sorted(named | set(table.bodies) | set(table.party) | set(table.national) - {"中央"})
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names
