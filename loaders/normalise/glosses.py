"""Injected pinyin glosses, as in 質(zhì)量: pages that copy others carry them to look original."""

import re
from collections.abc import Iterator

from loaders.normalise.draft import Span

LETTERS = "a-zɑɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0308\u030c"
TONE = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c]")
# 質(zhì), 开发（kāi fā）; not 标准(ISO), 应用(app v2)
GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])[(（]([{LETTERS}]{{1,7}}(?: [{LETTERS}]{{1,7}}){{0,3}})[)）]")
# A syllable without its tone: zhi, fa, nv; not app, km
SYLLABLE = re.compile(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|ve|er|[aeiouv])"
)
EVIDENT = 3  # toned glosses after which toneless ones are glosses too, rather than abbreviations


def glosses(text: str) -> Iterator[Span]:
    """The glosses of a text with their brackets, in order."""
    found = list(GLOSS.finditer(text)) if "(" in text or "（" in text else []
    toned = [TONE.search(match.group(1)) is not None for match in found]
    evident = sum(toned) >= EVIDENT
    for match, has_tone in zip(found, toned, strict=True):
        if has_tone or (evident and SYLLABLE.fullmatch(match.group(1))):
            yield match.span()
