"""Finds names that a question does not write as the graph does: English in another order, a slip, a part of a name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice, pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio_alignment

from app.ask.english_bodies import OFFICE, bodies
from app.ask.words import stem

_JOINING = frozenset(
    {"of", "the", "for", "and", "s", "a", "an", "on", "by", "provincial", "province", "municipal", "city"}
)
"""English words in which a name and the mention of it may differ."""
_LONGEST = 10  # English words of a mention
_WHOLE = 4  # words of an English name that may lack one
_SPELT = 6  # letters of an English word in which a slip is mended
_WRITTEN = 5  # characters of a Chinese name in which a slip is mended
_NAMES = 20_000  # Chinese names that are looked through: a list begins with the most counted
_PART = 4  # characters of a part of a name
_MOST = 0.6  # share of a name that a part of it has
_SHARED = 2  # pairs of characters that a name and a text must share to be looked at

# "food" and "safety" of "food-safety"; "r&d"
_words = re.compile(r"[a-z0-9](?:[a-z0-9&.+]*[a-z0-9])?")

Place = tuple[int, int, str]
"""[start, end) of a text and the name that it stands for."""


class LooseEnglish:
    """English names by the words in them, whatever their order; `known` are further words that are no slips."""

    def __init__(self, names: Iterable[str], known: Iterable[str]) -> None:
        self._bags: dict[frozenset[str], str] = {}
        parts: defaultdict[frozenset[str], set[str]] = defaultdict(set)
        for name in names:
            bag = frozenset(word for word, _, _ in _content(name))
            self._bags.setdefault(bag, name)
            if len(bag) >= _WHOLE:
                for word in bag:
                    parts[bag - {word}].add(name)
        self._parts = {bag: next(iter(names)) for bag, names in parts.items() if len(names) == 1}
        self._spellings = {word for bag in self._bags for word in bag if len(word) >= _SPELT}
        self._known = {part for word in known for part in word.split()} | self._spellings

    def places(self, text: str) -> Iterator[Place]:
        """Where a folded text has a name, the longest first of those that begin at one word."""
        words = list(_content(text))
        at = 0
        while at < len(words):
            length, place = self._longest(text, words[at : at + _LONGEST])
            if place:
                yield place
            at += length

    def _longest(self, text: str, words: list[tuple[str, int, int]]) -> tuple[int, Place | None]:
        for length in range(len(words), 0, -1):
            part = words[:length]
            if any(not _joined(text[one[2] : other[1]]) for one, other in pairwise(part)):
                continue
            bag = frozenset(self._mended(word) for word, _, _ in part)
            if len(bag) == length and bag != {OFFICE} and (name := self._bags.get(bag) or self._parts.get(bag)):
                return length, (part[0][1], part[-1][2], name)
        return 1, None

    def _mended(self, word: str) -> str:
        if word in self._known or len(word) < _SPELT - 1:
            return word
        near = [each for each in self._spellings if abs(len(each) - len(word)) < 2 and OSA.distance(each, word) == 1]
        return near[0] if len(near) == 1 else word


class LooseChinese:
    """Chinese names in which one character may be wrong, or of which a question has a part."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [name for name in islice(names, _NAMES) if len(name) >= _PART]
        self._holding: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for which, name in enumerate(self._names):
            if len(name) >= _WRITTEN:
                for pair in set(pairwise(name)):
                    self._holding[pair].append(which)

    def places(self, text: str) -> Iterator[Place]:
        """Where a text has a name with one character wrong, too many or too few, or most of a name."""
        held = Counter(which for pair in set(pairwise(text)) for which in self._holding.get(pair, ()))
        for which, count in held.items():
            name = self._names[which]
            if count < _SHARED or count < len(set(pairwise(name))) * _MOST - 1:
                continue
            near = partial_ratio_alignment(name, text, score_cutoff=100 * (1 - 1.5 / len(name)))
            if near and OSA.distance(name, text[near.dest_start : near.dest_end]) == 1:
                yield near.dest_start, near.dest_end, name
                continue
            if short := _shortened(name, text):
                yield *short, name
                continue
            same = SequenceMatcher(None, text, name, autojunk=False).find_longest_match()
            if same.size >= max(_PART, _MOST * len(name)):
                yield same.a, same.a + same.size, name


def _shortened(name: str, text: str) -> tuple[int, int] | None:
    """Where a text has a name without some characters in its middle: 食品抽检合格率 of 食品安全抽检合格率."""
    start, last = text.find(name[:2]), text.find(name[-2:])
    inside = text[start : last + 2]
    if start < 0 or last < start or not _MOST * len(name) <= len(inside) < len(name):
        return None
    rest = iter(name)
    return (start, last + 2) if all(sign in rest for sign in inside) else None


def _content(text: str) -> list[tuple[str, int, int]]:
    """The stems of the words of an English text that tell names apart, each with its place."""
    found = []
    for match in _words.finditer(text):
        word = match[0]
        if word in bodies().offices:
            found.append((OFFICE, match.start(), match.end()))
        elif word not in _JOINING:
            # Several departments are no department of that name.
            found.append((word if stem(word) == OFFICE else stem(word), match.start(), match.end()))
    return found


def _joined(between: str) -> bool:
    """Whether what is between two words of a text may be inside a name."""
    rest = re.sub(r"[\s,&'’-]+", " ", between).split()
    return between.isascii() and not re.search(r"[.;:?!()|]", between) and all(word in _JOINING for word in rest)
