"""Damaged spans: words whose bytes were lost or read under a wrong encoding. They are marked, never guessed.

Whoever glosses pages with pinyin for spam cuts some characters in half; what follows is then read one byte late, up to
the next ASCII character. Such a run begins with the `?` that stands for the half character.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from loaders.normalise.draft import Span
from loaders.normalise.script import to_simplified

TONED = "a-zɑɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
# The replacement character, and what GBK makes of it: "质\ufffd\ufffd", "锟斤拷"; not "拷"
LOST = re.compile(r"\ufffd+(?:[^\n]{0,2}\ufffd+)*|(?:锟斤拷)+锟?")
# UTF-8 read as Latin-1: "è´¨é\x87\x8f"; not "café"
LATIN = re.compile(
    r"(?:[\xc2-\xef][\x80-\xbf\u2010-\u203a\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2122]{1,2}){2,}"
)
# A gloss that lost its opening bracket, once or twice with a few characters between: "?zhǔn)称返?zé)"; not "(zhǔn)"
BROKEN_GLOSS = re.compile(rf"\?[{TONED}]{{1,6}}[)）](?:[\u3400-\u9fff]{{0,16}}\?[{TONED}]{{1,6}}[)）])*")
# What is read one byte late, to its last ASCII letter and that letter's gloss: "?!碧嵘袆樱訌娋W(wǎng)"; not "吗?"
LATE = re.compile(rf"(?<=[\u3400-\u9fff])\?(!?[\u3400-\u9fff]{{3,40}})(?:[A-Za-z@](?:[(（][{TONED}]{{1,6}}[)）])?)?")
TRACES = ("?", "\ufffd", "锟", "\xc3", "\xe5", "\xe4", "\xe6", "\xe7", "\xe8", "\xe9")
LATE_AT_LEAST = 0.9  # share of known characters when the bytes are read from the second on
AS_READ_AT_MOST = 0.75  # and of those as they stand


def damaged_spans(text: str) -> list[Span]:
    """The damaged spans of a text, in order and without overlap."""
    if not any(trace in text for trace in TRACES):
        return []
    merged: list[Span] = []
    for start, end in sorted(_found(text)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _found(text: str) -> Iterator[Span]:
    for match in chain(LOST.finditer(text), LATIN.finditer(text), BROKEN_GLOSS.finditer(text)):
        yield match.span()
    for match in LATE.finditer(text):
        if _is_read_late(match.group(1)):
            yield match.span()


def _is_read_late(run: str) -> bool:
    """Whether the run's bytes make known characters when read from the second byte on, and few as they stand."""
    try:
        late = run.replace("!", "！").encode("gbk")[1:-1].decode("gbk", "replace")
    except UnicodeEncodeError:
        return False
    return _known_share(run) <= AS_READ_AT_MOST and _known_share(late) >= LATE_AT_LEAST


def _known_share(text: str) -> float:
    characters = [char for char in to_simplified(text) if "\u3400" <= char <= "\u9fff"]
    return sum(char in _common() for char in characters) / len(characters) if characters else 0.0


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The 3,755 characters of the first level of GB 2312, the common ones."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset(b"".join(rows).decode("gb2312", "ignore"))
