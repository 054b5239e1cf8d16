"""Reads the words of a question as ideas, by a list of words and by the questions that the query files hold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import rjieba
import yaml

_FILE = Path(__file__).with_name("words.yaml")
_NAMING = ("n", "vn", "l", "i", "j", "eng")  # parts of speech of the dictionary: nouns, and phrases used like them
_LONGEST = 6  # words of a phrase
_SHORTEST_STEM = 3

# "iso", "r&d", "x-ray", "qingdao's" and runs of Chinese; no marks or spaces
_pieces = re.compile(r"(?P<latin>[a-z0-9](?:[a-z0-9&+-]*[a-z0-9])?(?:['’]s)?)|(?P<chinese>[\u3400-\u9fff]+)")
# "measures'" no; "measuring", "planned"; not "sing", "red"
_ending = re.compile(r"(?<=[a-z]{3})(?:ing|ed)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase and the ideas it may express; none where it is not known."""

    text: str
    ideas: frozenset[str]

    @property
    def is_name(self) -> bool:
        """Whether it names something, as far as the dictionary knows: a noun, or no Chinese word at all."""
        return self.text.isascii() or _part_of_speech(self.text).startswith(_NAMING)


NOTHING = Word("", frozenset())
BEYOND = "beyond"
"""The idea of words that ask for what no query is for."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by their key, with the ideas each may express, and the keys that say nothing."""

    phrases: Mapping[str, frozenset[str]]
    ignored: frozenset[str]
    light: frozenset[str]
    """Ideas that weigh little."""

    def read(self, text: str) -> Iterator[Word]:
        """The words of a folded text in order, the longest phrases first; what says nothing is left out."""
        words = [part for word in cut(text) for part in self._parts(word)]
        at = 0
        while at < len(words):
            length = next((n for n in range(_LONGEST, 0, -1) if _key(words[at : at + n]) in self.phrases), 0)
            key = _key(words[at : at + max(1, length)])
            if length:
                yield Word(key, self.phrases[key])
            elif key not in self.ignored:
                yield Word(key, frozenset())
            at += max(1, length)

    def _parts(self, word: str) -> tuple[str, ...]:
        """A Chinese word that is not known as the two known ones that it is made of: 具体做法."""
        if word.isascii() or self._knows(word):
            return (word,)
        cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
        known = (parts for parts in cuts if all(map(self._knows, parts)) and max(map(len, parts)) > 1)
        return next(known, (word,))

    def _knows(self, word: str) -> bool:
        return word in self.phrases or word in self.ignored

    def with_words_of(self, texts: Iterable[str]) -> "Vocabulary":
        """This one and each unknown word of the texts as an idea of its own."""
        unknown = {word.text for text in texts for word in self.read(text) if not word.ideas}
        return self.with_phrases({word: frozenset((word,)) for word in unknown})

    def with_phrases(self, more: Mapping[str, frozenset[str]]) -> "Vocabulary":
        """This one and further phrases; one that is here already gains the ideas."""
        joined = {phrase: self.phrases.get(phrase, frozenset()) | ideas for phrase, ideas in more.items()}
        return replace(self, phrases={**self.phrases, **joined})


def cut(text: str) -> Iterator[str]:
    """The words of a folded text: Chinese as the dictionary cuts it, English by its stems."""
    for piece in _pieces.finditer(text):
        if piece["latin"]:
            yield stem(piece["latin"])
        else:
            yield from rjieba.cut(piece["chinese"], False)


def key(text: str) -> str:
    """What phrases are compared by: `measures taken` is `measur taken`."""
    return _key(list(cut(text.casefold())))


@cache
def _part_of_speech(word: str) -> str:
    return rjieba.tag(word, False)[-1][1]


@cache
def stem(word: str) -> str:
    """An English word without the endings that inflect it: measures, measured and measuring are `measur`."""
    word = re.sub(r"['’]s$", "", word)
    if word.endswith("ies"):
        word = word.removesuffix("ies") + "y"
    elif re.search(r"(?:s|x|z|ch|sh)es$", word):
        word = word.removesuffix("es")
    elif re.search(r"[^suio]s$", word):
        word = word.removesuffix("s")
    bare = _ending.sub("", word)
    if bare != word and bare[-1] == bare[-2] and bare[-1] not in "ls":
        bare = bare[:-1]  # planned
    return bare.removesuffix("e") if len(bare) > _SHORTEST_STEM else bare


@cache
def vocabulary() -> Vocabulary:
    """The list that comes with the program."""
    listed = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    phrases: dict[str, frozenset[str]] = {}
    for idea, words in listed["ideas"].items():
        for word in (*words["zh"], *words["en"]):
            phrases[key(word)] = phrases.get(key(word), frozenset()) | {idea}
    ignored = frozenset(key(word) for words in listed["ignored"].values() for word in words.split())
    return Vocabulary(phrases, ignored, frozenset(listed["light"]))


@cache
def words_for_values() -> Mapping[str, tuple[str, ...]]:
    """Further words for the values that parameters list, by the value."""
    listed = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {value: (*words["zh"], *words["en"]) for value, words in listed["values"].items()}


def _key(words: list[str]) -> str:
    """Words joined as they are written: with a space between two English ones."""
    joined = ""
    for word in words:
        joined += f" {word}" if joined and joined[-1].isascii() and word[0].isascii() else word
    return joined
