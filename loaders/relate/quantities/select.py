"""Which numbers measure quality work, and which of them are targets: what the linear models look at."""

from collections.abc import Sequence
from math import exp

from loaders.records import Segmented
from loaders.relate.quantities.hashing import grams
from loaders.relate.quantities.places import Place, same_value, value_key
from loaders.relate.quantities.units import unit_kind

LEFT, RIGHT = 20, 12  # characters seen beside a number
NEAR_LEFT, NEAR_RIGHT = 12, 8  # the same where the whole passage is seen too
REACH = 40  # passages: how far the tense of one number tells on another's, e-fold

Groups = tuple[list[str], ...]


def selection_features(document: Segmented, places: Sequence[Place]) -> list[Groups]:
    """For each number what tells whether it is an indicator."""
    text = document.clean.text
    total = same_value(places)
    seen: dict[tuple[str, str], int] = {}
    rows: list[Groups] = []
    for place in places:
        key = value_key(place.number)
        earlier = seen.get(key, 0)
        seen[key] = earlier + 1
        rows.append((_words_beside(text, place), _nature(text, place, earlier, total[key] - earlier - 1)))
    return rows


def _words_beside(text: str, place: Place) -> list[str]:
    number = place.number
    left = text[max(0, number.start - LEFT) : number.start]
    right = text[number.end : number.end + RIGHT]
    near = [f"l{left[-size:]}" for size in range(1, 5)] + [f"r{right[:size]}" for size in range(1, 5)]
    return [*grams(left, 3, "L"), *grams(right, 3, "R"), *near]


def _nature(text: str, place: Place, earlier: int, later: int) -> list[str]:
    number, passage = place.number, place.passage
    unit, left, right = number.unit, text[number.start - 1 : number.start], text[number.end : number.end + 1]
    features = [
        f"unit {unit}",
        f"kind {unit_kind(unit)}",
        f"size {len(str(int(number.value)))} {unit_kind(unit)}",
        f"value {number.value if number.value <= 10 else ''}",
        f"comparator {number.comparator}",
        f"chinese {not text[number.start].isascii()}",
        f"unit left {unit} {left}",
        f"unit right {unit} {right}",
        f"bound right {number.comparator} {text[number.end : number.end + 3]}",
        f"passage {passage.kind}",
        f"length {min(8, len(passage.text) // 25)}",
        f"first {number.start - passage.text_start < 4}",
        f"count {min(5, len(place.before) + len(place.after))}",
        f"earlier {min(2, earlier)}",
        f"later {min(2, later)}",
        f"bracket {_inside(text, place, '（', '）')}",
        f"quoted {_inside(text, place, '“', '”')}",
    ]
    for side, neighbours in (("before", place.before), ("after", place.after)):
        if neighbours:
            features += [f"{side} {neighbours[0].unit}", f"{side} {neighbours[0].unit} {unit}"]
    return features


def _inside(text: str, place: Place, opening: str, closing: str) -> bool:
    start, end = place.passage.text_start, place.number.start
    return text.rfind(opening, start, end) > text.rfind(closing, start, end)


def tense_features(document: Segmented, places: Sequence[Place]) -> list[Groups]:
    """For each number what tells a target from a result."""
    text = document.clean.text
    of_passage: dict[int, list[str]] = {}
    rows: list[Groups] = []
    for place in places:
        passage, number = place.passage, place.number
        if passage.order not in of_passage:
            of_passage[passage.order] = [*grams(passage.text, 3, "S"), *(f"H{part[:12]}" for part in passage.section)]
        left = text[max(passage.text_start, number.start - NEAR_LEFT) : number.start]
        right = text[number.end : number.end + NEAR_RIGHT]
        nature = [f"comparator {number.comparator}", f"unit {number.unit}"]
        rows.append((of_passage[passage.order], grams(left, 3, "l"), grams(right, 2, "r"), nature))
    return rows


def settled_tenses(orders: Sequence[int], scores: Sequence[float]) -> list[float]:
    """The scores after each has heard its neighbours: a report keeps its tense over many sentences.

    `orders` are the passages of the scores, ascending.
    """
    forward = _heard(orders, scores)
    backward = _heard([-order for order in reversed(orders)], scores[::-1])[::-1]
    return [
        (before[0] + after[0] - score) / (before[1] + after[1] - 1)
        for before, after, score in zip(forward, backward, scores, strict=True)
    ]


def _heard(orders: Sequence[int], scores: Sequence[float]) -> list[tuple[float, float]]:
    """Of each score and all before it, weighted down by distance, the sum and the sum of the weights."""
    total, weight, last = 0.0, 0.0, 0
    heard: list[tuple[float, float]] = []
    for order, score in zip(orders, scores, strict=True):
        fade = exp((last - order) / REACH) if heard else 0.0
        total, weight, last = total * fade + score, weight * fade + 1, order
        heard.append((total, weight))
    return heard
