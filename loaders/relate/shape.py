"""What a passage looks like, apart from its words: the signs by which a measure is told from a heading or a frame."""

import re
from collections.abc import Iterator

from loaders.models.signs import Groups
from loaders.records import Passage, Segmented

# 开展, 推进; not 开放, 进步
ACTION = re.compile(
    "开展|推进|加强|实施|建设|建立|完善|推动|组织|落实|强化|提升|加大|支持|打造|制定|深化|严格|培育|引导|健全|举办|检查"
    "|促进|优化|创建|构建|加快|召开|出台|发布|签订|启动"
)
# 一、总体要求, （二）, 3.; not 一是, 2022年
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]")
COMMAS = "，,"


def shapes(document: Segmented) -> list[Groups]:
    """The signs of every passage of a document, in order, one group each."""
    return [(tuple(_signs(document, passage)),) for passage in document.passages]


def _signs(document: Segmented, passage: Passage) -> Iterator[str]:
    text = passage.text
    yield from _counts(text)
    yield from (f"first={text[:1]}", f"first two={text[:2]}", f"last={text[-1:]}", f"last two={text[-2:]}")
    yield from _place(document, passage)
    if "“" in text:
        yield "quotes"
    if "：" in text or ":" in text:
        yield "colon"
    if NUMBERED.match(text):
        yield "numbered"


def _counts(text: str) -> Iterator[str]:
    length, commas = len(text), sum(text.count(comma) for comma in COMMAS)
    digits = sum(map(str.isdigit, text))
    yield f"length={min(length // 8, 12)}"
    yield f"short={length < 12}"
    yield f"actions={min(len(ACTION.findall(text)), 4)}"
    yield f"commas={min(commas, 6)}"
    yield f"stretch={min(length // (1 + commas), 20)}"
    yield f"digits={min(digits // 3, 6)}"
    yield f"density={10 * digits // max(length, 1)}"


def _place(document: Segmented, passage: Passage) -> Iterator[str]:
    clean, passages = document.clean.text, document.passages
    yield f"end={clean[passage.text_end : passage.text_end + 1]}"
    before = passages[passage.order - 1] if passage.order else None
    yield f"before={clean[before.text_end : before.text_end + 1] if before else '^'}"
    yield f"line end={chr(10) in clean[passage.text_end : passage.end]}"
    yield f"kind={passage.kind}"
    yield f"depth={min(len(passage.section), 3)}"
    yield f"part={5 * passage.order // len(passages)}"
    yield f"size={min(len(passages) // 5, 10)}"
    if passage.order < 2:
        yield f"order={passage.order}"
    if passage.order == len(passages) - 1:
        yield "last passage"
