"""Numbers and names in lists that answer each other, and numbers that several names share.

甲、乙产量分别达到5吨和6吨: the second number is 乙's. 甲率和乙率均达100%: the one number is said of both.
"""

import re
from collections.abc import Sequence

import rjieba

from loaders.relate.quantities.places import Place
from loaders.relate.quantities.scan import Number

Span = tuple[int, int]
Hidden = tuple[Span, ...]

# "、", "以上和", "，": between the numbers of a list; not "，其中"
GAP = re.compile(r"\s?(?:以上|左右|以内|以下)?\s?(?:[、，]|和|与|及|以及)\s?")
# "分别达到", "分别增长"; not "分别在三地建成，"
EACH = re.compile(r"分别[^，。；：、\d]{0,8}\Z")
# "均达", "各", "都超过"; not "人均", "各类"
SHARED = re.compile(r"(?:(?<![平人户年日月亩地])均[^，。；：、\d]{0,6}|都[达超]?[到过]?|各)\Z")
RATE = re.compile(r"[率度](?:达到?|实现|为|均)?\Z")  # 登记率和定检率 before 100%
CLAUSE_START = re.compile(r"[，。；：,;:\n]")
SEPARATORS = (re.compile(r"、|以及|和|及"), re.compile(r"、|以及|和|及|与"), re.compile("、"))
PAIRS = {"“": "”", "（": "）", "《": "》", "‘": "’"}
LONGEST_TWIN = 3  # characters of an item that only its length shows: 瓜果菜和畜产品合格率
SHORTEST_ITEM = 2
MOST_SHARING = 4  # names that share one number; a longer list is one name (抽检调味品、饮料、糕点等各1批次)


def readings(text: str, place: Place) -> list[Hidden]:
    """For each name that a number is said of, the spans that belong to the other names of its list.

    One reading for all but shared numbers.
    """
    group, index = _group(text, place)
    start = place.passage.text_start
    first = group[0]
    each = EACH.search(text, start, first.start)
    if each and len(group) > 1:
        items = _items(text, _heads(text, start, each.start(), place, group), len(group))
        return [_others(text, items, index) if items else ()]
    if len(group) == 1:
        items = _shared_items(text, place)
        if items:
            return [_others(text, items, position) for position in range(len(items))]
    return [()]


def shared_comparator(text: str, place: Place) -> str:
    """The comparator of a number; the last of a list may speak for all: 分别达到20%和45%以上."""
    group, _ = _group(text, place)
    own = place.number.comparator
    if len(group) > 1 and own == "=" and EACH.search(text, place.passage.text_start, group[0].start):
        return group[-1].comparator
    return own


def _group(text: str, place: Place) -> tuple[list[Number], int]:
    """The list of numbers that a number stands in, and its place there."""
    before: list[Number] = []
    right = place.number
    for number in place.before:
        if not GAP.fullmatch(text, number.end, right.start):
            break
        before.append(number)
        right = number
    after: list[Number] = []
    left = place.number
    for number in place.after:
        if not GAP.fullmatch(text, left.end, number.start):
            break
        after.append(number)
        left = number
    return [*before[::-1], place.number, *after], len(before)


def _heads(text: str, start: int, end: int, place: Place, group: Sequence[Number]) -> list[Span]:
    """Where the names of a list may stand: in the clause before 分别, in the one before that, before its numbers."""
    found = [_clause(text, start, end)]
    if end > start and text[end - 1] in "，,":
        found.append(_clause(text, start, end - 1))
    numbers = [number for number in place.before if number.end <= group[0].start][: len(group)][::-1]
    if len(numbers) == len(group):
        bounds = [_clause(text, start, numbers[0].start)[0], *(number.end for number in numbers[:-1])]
        found += list(zip(bounds, (number.start for number in numbers), strict=True))
    return found


def _clause(text: str, start: int, end: int) -> Span:
    """The clause that ends at an offset."""
    begin = max((match.end() for match in CLAUSE_START.finditer(text, start, end)), default=start)
    return begin, end


def _items(text: str, heads: Sequence[Span], count: int) -> list[Span]:
    """The spans of as many names as there are numbers; empty where no head has them."""
    clauses, numbered = (heads[:-count], heads[-count:]) if len(heads) > count else (heads, [])
    for head in clauses:
        for separator in SEPARATORS:
            parts = _parts(text, head, separator)
            if len(parts) == count:
                return parts
    return list(numbered) if all(end > start for start, end in numbered) else []


def _parts(text: str, head: Span, separator: re.Pattern[str]) -> list[Span]:
    """A head cut at its separators, but not inside quotation marks and brackets."""
    parts: list[Span] = []
    start, end = head
    closing = ""
    position = start
    while position < end:
        char = text[position]
        cut = None if closing else separator.match(text, position, end)
        if cut:
            parts.append((start, position))
            start = position = cut.end()
            continue
        closing = "" if char == closing else closing or PAIRS.get(char, "")
        position += 1
    parts.append((start, end))
    return parts if all(part[1] > part[0] for part in parts) else []


def _shared_items(text: str, place: Place) -> list[Span]:
    start, at = place.passage.text_start, place.number.start
    begin, _ = _clause(text, max([start, *(number.end for number in place.before[:1])]), at)
    shared = SHARED.search(text, begin, at)
    end = shared.start() if shared else at
    for separator in SEPARATORS:
        parts = _parts(text, (begin, end), separator)
        if 1 < len(parts) <= MOST_SHARING and all(stop - first >= SHORTEST_ITEM for first, stop in parts):
            if shared:
                return parts
            rates = [RATE.search(text, first, stop) for first, stop in parts]
            return parts if place.number.unit == "%" and all(rates) else []
    return []


def _others(text: str, items: Sequence[Span], index: int) -> Hidden:
    """What belongs to the other names alone; what the last one says for all, and a first verb, stays."""
    hidden = []
    for other, (start, end) in enumerate(items):
        if other == index:
            continue
        if other == len(items) - 1 and items[0][1] <= start:
            end = _own_end(text, items)
        if other == 0:
            start = _after_verb(text, start, end)
        # With each name goes the mark between it and the one that stays.
        hidden.append((start, items[other + 1][0]) if other < index else (items[other - 1][1], end))
    return tuple(hidden)


def _after_verb(text: str, start: int, end: int) -> int:
    words = rjieba.tag(text[start:end])
    first, tag = words[0] if words else ("", "")
    return start + len(first) if tag.startswith("v") and end - start - len(first) >= SHORTEST_ITEM else start


def _own_end(text: str, items: Sequence[Span]) -> int:
    """Where the last name of a list ends and what it says for all begins: 冬春季、夏秋季|自给率."""
    first = text[items[0][0] : items[0][1]]
    start, end = items[-1]
    last = text[start:end]
    if first[-1] == last[-1]:
        return end
    for ending in (first[-2:], first[-1:]):
        at = last.find(ending)
        if at >= 0:
            return start + at + len(ending)
    if len(first) > LONGEST_TWIN:
        return end
    at = 0
    for word, _ in rjieba.tag(last):
        at += len(word)
        if at >= len(first):
            return start + at
    return end
