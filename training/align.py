"""Where in a text the names of its gold nodes stand."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.gold import GoldNode

# What score.py leaves out of account when it compares names.
IGNORED = frozenset("《》〈〉“”‘’\"'「」『』·•、，,。.；;:： \t\n\r()（）[]〔〕-—–~")
# A name may hold these though they are ignored; no name runs over the others.
INSIDE = IGNORED - frozenset("。；;\n\r")
LINE_BREAKS = frozenset("\n\r")
LONG_ENOUGH_TO_WRAP = 5  # characters: a shorter name at a line's end is rather two words
PAIRS = {"”": "“", "’": "‘", "》": "《", "）": "（", ")": "(", "」": "「", "』": "『", "〉": "〈", "〕": "〔"}


@dataclass(frozen=True)
class GoldSpan:
    """One place where a gold node is named: text[start:end], in code points."""

    start: int
    end: int
    label: str
    node: int  # index in the gold file's nodes
    optional: bool


@dataclass(frozen=True)
class _Keyed:
    """A text as score.py compares it, and for each of its characters the index it came from."""

    key: str
    source: list[int]


def name_key(text: str) -> str:
    """A name without width, quotes, brackets and spaces, as score.py compares it."""
    return _keyed(text).key


def _keyed(text: str) -> _Keyed:
    chars: list[str] = []
    source: list[int] = []
    for index, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char):
            if part not in IGNORED:
                for low in part.lower():
                    chars.append(low)
                    source.append(index)
    return _Keyed("".join(chars), source)


def align(text: str, nodes: Iterable[GoldNode]) -> list[GoldSpan]:
    """Every place where a node is named, by name or alias, in reading order and without overlap.

    Where two names overlap the longer wins, then the earlier. A bracket or quotation mark that only one end
    of the name holds is taken in at the other end.
    """
    taken = bytearray(len(text))
    chosen: list[GoldSpan] = []
    for span in sorted(occurrences(text, nodes), key=lambda s: (s.start - s.end, s.start, s.node)):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def occurrences(text: str, nodes: Iterable[GoldNode]) -> Iterator[GoldSpan]:
    """Every place where a node is named, those inside longer names included, in no useful order."""
    keyed = _keyed(text)
    for index, node in enumerate(nodes):
        for key in sorted({name_key(name) for name in (node.name, *node.aliases)} - {""}):
            for start, end in _places(text, keyed, key):
                yield GoldSpan(start, end, node.label, index, node.optional)


def _places(text: str, keyed: _Keyed, key: str) -> Iterator[tuple[int, int]]:
    at = keyed.key.find(key)
    while at >= 0:
        start, end = keyed.source[at], keyed.source[at + len(key) - 1] + 1
        if _is_one_name(text[start:end], len(key)) and _is_whole(text, start, end):
            yield _with_marks(text, start, end)
        at = keyed.key.find(key, at + 1)


def _is_one_name(surface: str, letters: int) -> bool:
    stops = {char for char in surface if char in IGNORED and char not in INSIDE}
    return not stops or (stops <= LINE_BREAKS and letters >= LONG_ENOUGH_TO_WRAP)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters or digits is not cut out of a longer word."""

    def joined(left: str, right: str) -> bool:
        return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()

    return not (start > 0 and joined(text[start - 1], text[start])) and not (
        end < len(text) and joined(text[end - 1], text[end])
    )


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    surface = text[start:end]
    for closing, opening in PAIRS.items():
        missing = surface.count(closing) - surface.count(opening)
        if missing > 0 and text[start - 1 : start] == opening:
            return start - 1, end
        if missing < 0 and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
