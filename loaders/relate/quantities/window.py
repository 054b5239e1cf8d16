"""The words around a number, nearest first, as the naming model reads them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import rjieba

from loaders.relate.quantities.places import Place

Span = tuple[int, int]
LEFT, RIGHT = 30, 12  # words
NUMBER = "NUM"  # the tag of a number with its unit
CLAUSE_ENDS = frozenset("，。；：,;:")


class Word(NamedTuple):
    """A word with its part of speech (rjieba's tag set); a number with its unit is one word, `#` and the unit."""

    start: int
    end: int
    text: str
    tag: str

    @property
    def is_number(self) -> bool:
        return self.tag == NUMBER


@dataclass(frozen=True, slots=True)
class Window:
    """The words beside a number of one passage: `right` up to the clause's end, `left` back to the passage's start."""

    right: tuple[Word, ...]
    left: tuple[Word, ...]


def words_around(text: str, places: Sequence[Place]) -> Iterator[list[Word]]:
    """For each number the words of its passage."""
    shared: tuple[int, list[Word]] = (-1, [])
    for place in places:
        if not text[place.number.start].isascii():
            yield passage_words(text, place)
            continue
        if shared[0] != place.passage.order:
            shared = place.passage.order, passage_words(text, place)
        yield shared[1]


def passage_words(text: str, place: Place, hidden: Collection[Span] = ()) -> list[Word]:
    """The words of a number's passage outside the `hidden` spans, numbers as one word each.

    Other numbers written in Chinese digits stay words (一次验收合格率).
    """
    numbers = [
        number
        for number in [*place.before[::-1], place.number, *place.after]
        if number is place.number or text[number.start].isascii()
    ]
    words: list[Word] = []
    position, end = place.passage.text_start, place.passage.text_end
    spans = {(number.start, number.end): number for number in numbers}
    for start, stop in sorted({*spans, *hidden}):
        if start >= position:
            words += _tagged(text, position, start)
            position = stop
            if (start, stop) in spans:
                words.append(Word(start, stop, f"#{spans[start, stop].unit}", NUMBER))
    return words + _tagged(text, position, end)


def _tagged(text: str, start: int, end: int) -> list[Word]:
    words = []
    for word, tag in rjieba.tag(text[start:end]) if end > start else ():
        words.append(Word(start, start + len(word), word, tag))
        start += len(word)
    return words


def window(words: Sequence[Word], place: Place) -> Window:
    """The window of a number among its passage's words."""
    at = bisect_left(words, place.number.start, key=attrgetter("start"))
    right: list[Word] = []
    for word in words[at + 1 : at + 1 + RIGHT]:
        right.append(word)
        if word.is_number or word.text in CLAUSE_ENDS:
            break
    return Window(tuple(right), tuple(words[max(0, at - LEFT) : at][::-1]))
