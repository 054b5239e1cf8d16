"""Leaves out of a question what says a name a second time in the other language."""

import re

_CHINESE = r"[\u3400-\u9fff]"
_INSIDE = r"[^()（）]*"
# "(National Standardisation Outline)" behind a Chinese name; not "(2020-2022)", "(试行)"
_english_behind = re.compile(
    rf"(?<={_CHINESE})[》」”\"]?\s*[(（][^()（）\u3400-\u9fff]*[A-Za-z]{{3}}[^()（）\u3400-\u9fff]*[)）]"
)
# "FAW Group (一汽集团)", "the Product Quality Law (产品质量法)": capitalised words before a Chinese name in brackets
_english_before = re.compile(
    r"(?:\b[A-Z][\w&'’.+-]*\s+(?:(?:of|the|and|for|on|in)\s+)*)+"
    rf"[(（](?P<name>{_INSIDE}{_CHINESE}{_INSIDE})[)）]"
)


def without_glosses(text: str) -> str:
    """The text with each name once, in Chinese where both languages name it."""
    return _english_before.sub(lambda match: f"{match['name']} ", _english_behind.sub("", text))
