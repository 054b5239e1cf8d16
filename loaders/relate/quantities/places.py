"""Where the numbers of a document stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.records import Passage, Segmented
from loaders.relate.quantities.scan import Number, find_numbers


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its passage. `before` and `after` are its neighbours in the same passage, the nearest first."""

    number: Number
    passage: Passage
    before: tuple[Number, ...]
    after: tuple[Number, ...]


def find_places(document: Segmented) -> list[Place]:
    """The numbers of a document in reading order, each with its passage; none outside a passage's words."""
    by_passage: dict[int, list[Number]] = {}
    for number in find_numbers(document.clean.text):
        passage = document.passage_at(number.start)
        if passage.text_start <= number.start and number.end <= passage.text_end:
            by_passage.setdefault(passage.order, []).append(number)
    return [
        Place(number, document.passages[order], tuple(numbers[:index][::-1]), tuple(numbers[index + 1 :]))
        for order, numbers in by_passage.items()
        for index, number in enumerate(numbers)
    ]


def same_value(places: Sequence[Place]) -> dict[tuple[str, str], int]:
    """How often each value stands in a document with the same unit."""
    counts: dict[tuple[str, str], int] = {}
    for place in places:
        key = value_key(place.number)
        counts[key] = counts.get(key, 0) + 1
    return counts


def value_key(number: Number) -> tuple[str, str]:
    """What two mentions of one figure have in common."""
    return str(number.value.normalize()), number.unit
