"""Traditional script to Simplified, only where a text is written in it.

Converting Simplified text would break it: 著 in 显著 is right there, and becomes 着 in Traditional 看著.
"""

import re
from functools import lru_cache

from opencc_pyo3 import OpenCC

TRADITIONAL_TEXT = 0.05  # share of Chinese characters that are Traditional alone; Simplified texts have next to none
TRADITIONAL_LINE = 0.2  # the same for one line of a Simplified text, such as a quotation
LINE_AT_LEAST = 3  # characters: a name or two do not make a line Traditional
CHINESE = re.compile(r"[\u3400-\u9fff]")


def to_simplified(text: str) -> str:
    """The text in Simplified characters, one for one, by OpenCC's phrases where these keep the length."""
    converted = str(_converter().convert(text, punctuation=False))
    if len(converted) == len(text):
        return converted
    return "".join(_one(char) for char in text)


def simplify(text: str) -> str:
    """The text, as long as before, with what is written in Traditional script converted."""
    if _traditional_alone().isdisjoint(text):
        return text
    if _share(text) >= TRADITIONAL_TEXT:
        return to_simplified(text)
    return "\n".join(_simplify_line(line) for line in text.split("\n"))


def _simplify_line(line: str) -> str:
    alone = sum(char in _traditional_alone() for char in line)
    return to_simplified(line) if alone >= LINE_AT_LEAST and _share(line) >= TRADITIONAL_LINE else line


def _share(text: str) -> float:
    chinese = CHINESE.findall(text)
    return sum(char in _traditional_alone() for char in chinese) / len(chinese) if chinese else 0.0


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=4096)
def _one(char: str) -> str:
    converted = str(_converter().convert(char, punctuation=False))
    return converted if len(converted) == 1 else char


@lru_cache(maxsize=1)
def _traditional_alone() -> frozenset[str]:
    """Characters that conversion changes and that GB 2312, the Simplified set, does not hold (國, not 著)."""
    pairs = ((char, _one(char)) for char in map(chr, range(0x3400, 0xA000)))
    return frozenset(char for char, simplified in pairs if char != simplified and not _in_simplified_set(char))


def _in_simplified_set(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
