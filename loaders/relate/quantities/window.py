"""The words around a number, nearest first, as the naming model reads them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import rjieba

from loaders.relate.quantities.places import Place
from loaders.relate.quantities.scan import Number

LEFT, RIGHT = 40, 14  # words
NUMBER = "NUM"  # the tag of a number with its unit
CLAUSE_ENDS = frozenset("，。；：,;:")


@dataclass(frozen=True, slots=True)
class Word:
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


def words_of(text: str, start: int, end: int, numbers: Sequence[Number]) -> list[Word]:
    """The words of text[start:end], numbers as one word each."""
    words: list[Word] = []
    position = start
    for number in numbers:
        words += _tagged(text, position, number.start)
        words.append(Word(number.start, number.end, f"#{number.unit}", NUMBER))
        position = number.end
    return words + _tagged(text, position, end)


def _tagged(text: str, start: int, end: int) -> list[Word]:
    words = []
    for word, tag in rjieba.tag(text[start:end]) if end > start else ():
        words.append(Word(start, start + len(word), word, tag))
        start += len(word)
    return words


def window(words: Sequence[Word], place: Place, hidden: Collection[tuple[int, int]] = ()) -> Window:
    """The window of a number among its passage's words, without the words inside `hidden` spans."""
    at = next(index for index, word in enumerate(words) if word.start == place.number.start)
    seen = [word for word in words[:at] if not _within(word, hidden)] if hidden else words[:at]
    right: list[Word] = []
    for word in words[at + 1 : at + 1 + RIGHT]:
        right.append(word)
        if word.is_number or word.text in CLAUSE_ENDS:
            break
    return Window(tuple(right), tuple(seen[-LEFT:][::-1]))


def _within(word: Word, spans: Collection[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in spans)
