"""Newspapers, agencies and portals, by table."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.records import Mention, Segmented

LOOKUP = Path(__file__).parent.parent / "lookups" / "outlets.txt"
PARENT = ("社", "网", "集团")  # the name goes on as another body's
FURNITURE = ("返回", "关注", "下载", "登录")  # what a page prints before its own portal's name


def find(document: Segmented) -> Iterator[Mention]:
    """The outlets that the text names."""
    text = document.clean.text
    for _, start, end in _automaton().find_matches_as_indexes(text):
        if not text.startswith(PARENT, end) and not text.endswith(FURNITURE, 0, start):
            yield Mention(start, end, "Organization", text[start:end], "outlets")


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(LOOKUP.read_text(encoding="utf-8").split(), matchkind=MatchKind.LeftmostLongest)
