"""How a text is shown to the tagger: for each character the numbers of what it is and where it stands.

The same code serves training and use, so that both see the same. Number 0 always means "not known".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind
from numpy.typing import NDArray

from loaders.models.words import tagged_words

Ids = NDArray[np.int32]

# “春雷”行动 -> “春雷”; not ” 春雷 “, and not over a line end
MARKS = (
    re.compile(r"[（(][^（）()\n]{1,80}[）)]"),
    re.compile(r"“[^“”\n]{1,40}”|‘[^‘’\n]{1,40}’|「[^「」\n]{1,40}」"),
    re.compile(r"《[^《》\n]{1,80}》"),
)
MARK_VALUES = 4
PLACES = 5  # unknown, alone, first, inside, last
REGION_VALUES = 5  # outside; first and further characters of a full name; of a short name
FULL_NAME = 3  # characters: a shorter region name is a short one


@dataclass(frozen=True)
class Encoded:
    """One row of numbers for each kind of sign, each as long as the text."""

    chars: Ids
    pairs: Ids  # of the pair that starts at the character
    words: Ids
    tags: Ids  # part of speech of the word
    places: Ids  # place in the word
    marks: Ids  # inside which brackets or quotation marks
    regions: Ids  # in the name of a known region

    def part(self, start: int, end: int) -> "Encoded":
        """The numbers of text[start:end], as seen in the whole text."""
        rows = (self.chars, self.pairs, self.words, self.tags, self.places, self.marks, self.regions)
        return Encoded(*(row[start:end] for row in rows))


class Vocabulary:
    """The entries that the tagger knows, by kind; an entry's number is its index plus one."""

    def __init__(self, entries: Mapping[str, Sequence[str]]) -> None:
        """Take the entries of the kinds char, pair, word, tag and region, each in the order of its vectors."""
        self.entries = {kind: tuple(known) for kind, known in entries.items()}
        self._chars = np.zeros(0x110000, np.int32)
        self._chars[[ord(char) for char in entries["char"]]] = np.arange(1, len(entries["char"]) + 1)
        codes = np.array([_pair_code(pair) for pair in entries["pair"]], np.int64)
        self._pair_numbers = np.argsort(codes, kind="stable").astype(np.int32)
        self._pair_codes = codes[self._pair_numbers]
        self._words = {word: number for number, word in enumerate(entries["word"], 1)}
        self._tags = {tag: number for number, tag in enumerate(entries["tag"], 1)}
        self._regions = AhoCorasick(entries["region"], matchkind=MatchKind.LeftmostLongest)

    def encode(self, text: str) -> Encoded:
        """The numbers of every character of a text."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
        words, tags, places = self._of_words(text)
        return Encoded(
            self._chars[codes], self._of_pairs(codes), words, tags, places, _of_marks(text), self._of_regions(text)
        )

    def _of_pairs(self, codes: NDArray[np.int64]) -> Ids:
        numbers = np.zeros(codes.size, np.int32)
        if codes.size > 1 and self._pair_codes.size:
            wanted = codes[:-1] << 32 | codes[1:]
            at = np.minimum(np.searchsorted(self._pair_codes, wanted), self._pair_codes.size - 1)
            numbers[:-1] = np.where(self._pair_codes[at] == wanted, self._pair_numbers[at] + 1, 0)
        return numbers

    def _of_words(self, text: str) -> tuple[Ids, Ids, Ids]:
        cut = tagged_words(text)
        lengths = np.array([len(word) for word, _ in cut], np.int64)
        words = np.array([self._words.get(word, 0) for word, _ in cut], np.int32)
        tags = np.array([self._tags.get(tag, 0) for _, tag in cut], np.int32)
        places = np.full(len(text), 3, np.int32)
        if cut:
            last = np.cumsum(lengths) - 1
            first = last - lengths + 1
            places[first], places[last] = 2, 4
            places[first[lengths == 1]] = 1
        return np.repeat(words, lengths), np.repeat(tags, lengths), places

    def _of_regions(self, text: str) -> Ids:
        numbers = np.zeros(len(text), np.int32)
        for _, start, end in self._regions.find_matches_as_indexes(text):
            kind = 1 if end - start >= FULL_NAME else 3
            numbers[start] = kind
            numbers[start + 1 : end] = kind + 1
        return numbers


def _pair_code(pair: str) -> int:
    return ord(pair[0]) << 32 | ord(pair[1])


def _of_marks(text: str) -> Ids:
    numbers = np.zeros(len(text), np.int32)
    for value, pattern in enumerate(MARKS, 1):
        for match in pattern.finditer(text):
            numbers[match.start() : match.end()] = value
    return numbers
