"""The division that a number is about, where it is not the document's own."""

from collections.abc import Iterator

from graph_schema.regions import RegionRow, region_table
from loaders.records import Segmented
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.window import CLAUSE_ENDS

SHORTEST, LONGEST = 2, 12  # characters of a region's name
OPENING = "日、（在据"  # 8月4日某区…, （某市1家、某县2家, 在某县…
ACTORS = ("市场监", "市监", "公安", "检察", "法院", "海关")  # what may follow a short name
COUNTRY_WORDS = ("在全国", "从全国", "来自全国")


def region_of(document: Segmented, place: Place) -> str | None:
    """The full name of the division a number is about.

    It is the document's, unless a division inside that one begins a clause before the number (某区市场监管局 …) or
    stands directly before the number (某市1家、某县2家), or the number counts in the whole country. In a document of no
    division of its own, any may begin the clause.
    """
    own = document.metadata.region
    text, start, at = document.clean.text, place.passage.text_start, place.number.start
    if text.endswith(COUNTRY_WORDS, start, at):
        return "中国"
    within = _row(own)
    if within is None and own is not None:
        return own
    found = [row.name for row in _named(text, start, at, within)]
    if found or within is not None:
        return found[-1] if found else own
    return _opening(text, start, at)


def _opening(text: str, start: int, at: int) -> str | None:
    """The division whose full name opens a passage: in a comparison of several the sentence is about that one."""
    names = (text[start : start + length] for length in range(min(LONGEST, at - start), SHORTEST - 1, -1))
    rows = (region_table().resolve(name) for name in names if region_table().by_name(name))
    return next((row.name for row in rows if row and text.startswith(row.name, start)), None)


def _row(name: str | None) -> RegionRow | None:
    return region_table().resolve(name) if name else None


def _named(text: str, start: int, at: int, within: RegionRow | None) -> Iterator[RegionRow]:
    for index in range(start, at):
        if index == start or text[index - 1] in CLAUSE_ENDS or text[index - 1] in OPENING:
            row = _inside(text, index, at, within)
            if row:
                yield row


def _inside(text: str, index: int, at: int, within: RegionRow | None) -> RegionRow | None:
    """The division that begins at an offset, if it lies inside `within`; the name of `within` may stand before it."""
    table = region_table()
    for length in range(min(LONGEST, at - index), SHORTEST - 1, -1):
        name, end = text[index : index + length], index + length
        row = table.resolve(name, within) if table.by_name(name) else None
        if row and within and (row == within or row in table.ancestors(within)):
            return _inside(text, end, at, within)
        if row and (within is None or within in table.ancestors(row)):
            acts = end == at or text.startswith(ACTORS, end)
            return row if acts or (name == row.name and not set(text[end:at]) & CLAUSE_ENDS) else None
    return None
