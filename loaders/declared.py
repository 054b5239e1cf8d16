"""Counts that a text states of itself (29项举措, 九大工程), beside what was found."""

import re
from collections.abc import Iterator

from loaders.records import Declared, MeasureClaim, Mention, Segmented
from loaders.relate.quantities import numerals

# "29项举措", "五大行动", "九大标准化工程"; not "第29项", "2项工程建设" of a count of works
COUNT = re.compile(
    r"(?<![第\d])(?P<number>\d{1,3}|[二三四五六七八九十百]{1,4})(?P<counter>项|条|个|大)(?P<topic>[\u4e00-\u9fff]{0,6}?)"
    r"(?P<what>举措|措施|任务|行动|工程|专项)(?![\u4e00-\u9fff]{0,2}[完竣开])"
)
MEASURES = frozenset({"举措", "措施", "任务"})
NAMED = frozenset({"Campaign", "Plan"})


def declared_counts(
    document: Segmented, mentions: tuple[Mention, ...], measures: tuple[MeasureClaim, ...]
) -> Iterator[Declared]:
    """Every declared count with what was found: measures for 举措, 措施 and 任务, names that end so for the others."""
    seen = set()
    for match in COUNT.finditer(document.clean.text):
        number = match["number"]
        stated = int(number) if number.isdigit() else int(numerals.chinese(number))
        if stated < 2 or match.group() in seen:
            continue
        seen.add(match.group())
        yield Declared(match.group(), stated, _found(match["what"], mentions, measures))


def _found(what: str, mentions: tuple[Mention, ...], measures: tuple[MeasureClaim, ...]) -> int:
    if what in MEASURES:
        return len(measures)
    return len({mention.text for mention in mentions if mention.label in NAMED and mention.text.endswith(what)})
