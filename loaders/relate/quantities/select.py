"""Which numbers measure quality work: what the linear model looks at."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from loaders.records import Segmented
from loaders.relate.quantities.hashing import columns, gram_columns
from loaders.relate.quantities.places import Place, same_value, value_key
from loaders.relate.quantities.units import unit_kind
from loaders.relate.quantities.window import Word

LEFT, RIGHT = 20, 12  # characters seen beside a number
WORDS_LEFT, WORDS_RIGHT = 7, 4  # words

Groups = tuple[list[int], ...]


def selection_features(document: Segmented, places: Sequence[Place], words: Iterable[Sequence[Word]]) -> list[Groups]:
    """For each number, with the words of its passage, what tells whether it is an indicator: columns by group."""
    text = document.clean.text
    total = same_value(places)
    seen: dict[tuple[str, str], int] = {}
    rows: list[Groups] = []
    for place, around, beside in zip(places, words, _words_beside(text, places), strict=True):
        key = value_key(place.number)
        earlier = seen.get(key, 0)
        seen[key] = earlier + 1
        nature = _nature(text, place, earlier, total[key] - earlier - 1)
        rows.append((beside, columns(nature), columns(_nearest_words(place, around))))
    return rows


def _words_beside(text: str, places: Sequence[Place]) -> Iterator[list[int]]:
    lefts = [text[max(0, place.number.start - LEFT) : place.number.start] for place in places]
    rights = [text[place.number.end : place.number.end + RIGHT] for place in places]
    grams = zip(gram_columns(lefts, 2, "L"), gram_columns(rights, 2, "R"), strict=True)
    for left, right, (of_left, of_right) in zip(lefts, rights, grams, strict=True):
        near = [f"l{left[-size:]}" for size in range(1, 5)] + [f"r{right[:size]}" for size in range(1, 5)]
        yield [*of_left, *of_right, *columns(near)]


def _nearest_words(place: Place, words: Sequence[Word]) -> list[str]:
    at = bisect_left(words, place.number.start, key=attrgetter("start"))
    left, right = words[max(0, at - WORDS_LEFT) : at][::-1], words[at + 1 : at + 1 + WORDS_RIGHT]
    features = ["|".join(word.text for word in left[:2]) + "<", ">" + "|".join(word.text for word in right[:2])]
    for side, near in (("<", left), (">", right)):
        features += [f"{side}{word.text}" for word in near]
        for distance, word in enumerate(near[:3]):
            features += [f"{side}{distance}{word.text}", f"{side}{distance} {word.tag}"]
    return features


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
