"""Whether a number was reached or is to be reached: what the linear model looks at, and how a document settles it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import exp
from operator import itemgetter

from loaders.records import Passage, Segmented
from loaders.relate.quantities.hashing import columns, gram_columns
from loaders.relate.quantities.places import Place

Groups = tuple[list[int], ...]

LEFT, RIGHT = 12, 8  # characters beside a number that tell more than the passage as a whole
REACH = 20  # passages: how far the tense of one tells on another's, e-fold
HEADING = 2.0  # log odds that a heading adds
# "2020年工作回顾", "过去一年工作情况"; not "重点工作"
BACK = re.compile(r"回顾|回眸|总结|成效|成绩|成就|工作情况|过去|[一五]年来")
# "2021年工作安排", "主要目标任务"; not "指导思想"
AHEAD = re.compile(r"安排|任务|目标|打算|下一步|思路|要求|重点工作|今后|未来|举措|措施")
# "到2025年，", "力争到2022年底"; not "截至2021年", "得到2020年"
BY_THEN = re.compile(r"(?<![得达受直截])到(?P<year>20\d{2})年(?:底|末)?[，,]")
NEW_SECTION = 40  # passages: how far apart two top sections are, 工作回顾 and 工作安排


def passage_features(passages: Sequence[Passage]) -> list[Groups]:
    """What tells a passage that plans from one that reports: columns by group."""
    return [(grams,) for grams in gram_columns([passage.text for passage in passages], 3, "S")]


def tense_features(document: Segmented, places: Sequence[Place], of_passage: Mapping[int, Groups]) -> list[Groups]:
    """For each number what tells a target from a result; `of_passage` holds the features of passages, by order.

    Those of the passages that it lacks are found here.
    """
    text = document.clean.text
    lacking = {place.passage.order: place.passage for place in places if place.passage.order not in of_passage}
    known = {**of_passage, **dict(zip(lacking, passage_features(list(lacking.values())), strict=True))}
    lefts = [text[max(p.passage.text_start, p.number.start - LEFT) : p.number.start] for p in places]
    rights = [text[p.number.end : p.number.end + RIGHT] for p in places]
    rows: list[Groups] = []
    for place, left, right in zip(places, gram_columns(lefts, 3, "l"), gram_columns(rights, 2, "r"), strict=True):
        nature = columns((f"comparator {place.number.comparator}", f"unit {place.number.unit}"))
        rows.append((*known[place.passage.order], left, right, nature))
    return rows


def is_set_for_later(document: Segmented, place: Place) -> bool:
    """Whether the words before a number set it for a year to come (到2025年，…), whatever its neighbours do."""
    before = document.clean.text[place.passage.text_start : place.number.start]
    years = [int(match["year"]) for match in BY_THEN.finditer(before)]
    return bool(years) and years[-1] >= (document.metadata.year or years[-1])


def settled(
    document: Segmented, places: Sequence[Place], scores: Sequence[float], heard: Mapping[int, float]
) -> list[float]:
    """The scores of numbers after each has heard its neighbours: a report keeps its tense over many sentences.

    `heard` are the scores of passages, by their order.
    """
    where = _positions(document.passages)
    leaning = [_leaning(passage) for passage in document.passages]
    voices = [(where[order], score + leaning[order], False) for order, score in heard.items()]
    for place, score in zip(places, scores, strict=True):
        voices.append((where[place.passage.order], score + leaning[place.passage.order], True))
    voices.sort(key=itemgetter(0))
    before = list(_heard([(position, score) for position, score, _ in voices]))
    after = list(_heard([(-position, score) for position, score, _ in reversed(voices)]))[::-1]
    return [
        (left[0] + right[0] - score) / (left[1] + right[1] - 1)
        for (_, score, is_number), left, right in zip(voices, before, after, strict=True)
        if is_number
    ]


def _leaning(passage: Passage) -> float:
    """What the nearest heading that looks back or ahead says of the passages under it; the annotated texts have few."""
    for heading in reversed(passage.section):
        if BACK.search(heading):
            return -HEADING
        if AHEAD.search(heading):
            return HEADING
    return 0.0


def _positions(passages: Sequence[Passage]) -> list[int]:
    """How far each passage is from the first."""
    steps = (1 + NEW_SECTION * (left.section[:1] != right.section[:1]) for left, right in pairwise(passages))
    return list(accumulate(steps, initial=0))


def _heard(voices: Iterable[tuple[int, float]]) -> Iterator[tuple[float, float]]:
    """Of each voice and all before it, faded by distance, the sum and the sum of the weights."""
    total, weight, last = 0.0, 0.0, 0
    for position, score in voices:
        fade = exp((last - position) / REACH) if weight else 0.0
        total, weight, last = total * fade + score, weight * fade + 1, position
        yield total, weight
