"""The questions of the query files as what questions are compared with: ideas, slots and bounds of time."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from app.ask.lexicon import folded
from app.ask.periods import periods
from app.ask.ranker import Example, Ranker, features
from app.ask.words import BEYOND, Vocabulary, Word, key, vocabulary, words_for_values
from app.queries.catalogue import Catalogue, Query
from app.queries.check_header import slot

VALUE = "value:"
"""Begins the idea of a word that stands for a value which parameters list: `value:done`."""
_LIGHT = 0.25
"""Share of its weight that a light idea keeps."""
TIMES = frozenset({"year", "date"})
_WORDINGS = Path(__file__).with_name("wordings.yaml")
_TAKEN = 8
"""Kinds of things, of those that a slot takes, with which its question is learned."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One question of a query: its words, and the parameters that are slots in it."""

    words: tuple[Word, ...]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Askable:
    """A query with its questions; `ideas` are all that any of them or the title holds."""

    query: Query
    patterns: tuple[Pattern, ...]
    ideas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """All questions of a catalogue, the words they are read by, and how much an idea tells: from 0 upwards."""

    askable: tuple[Askable, ...]
    vocabulary: Vocabulary
    weights: Mapping[str, float]
    kinds: Mapping[str, float]
    """The same for a slot, by what it takes."""
    ranker: Ranker

    def slot_weight(self, query: Query, name: str) -> float:
        """How much a slot tells: little where many queries take such a value."""
        return min(self.kinds[kind] for kind in _kinds(query, name))

    def weight(self, word: Word) -> float:
        """How much a word tells: as much as the commonest idea that it may express."""
        weight = min((self.weights[idea] for idea in word.ideas if idea in self.weights), default=self.most)
        return weight * (_LIGHT if word.ideas & self.vocabulary.light else 1.0)

    @property
    def most(self) -> float:
        """What an idea weighs that one query alone holds."""
        return max(self.weights.values())


def patterns(catalogue: Catalogue) -> Patterns:
    """Read the questions of every query that is not deprecated."""
    queries = [query for query in catalogue if query.header.status != "deprecated"]
    known = _with_values(vocabulary(), queries).with_words_of(
        _plain(query, question)[0] for query in queries for question in _questions(query)
    )
    askable = tuple(_askable(query, known) for query in queries)
    used = Counter(idea for each in askable for idea in {i for p in each.patterns for w in p.words for i in w.ideas})
    taken = Counter(
        kind for query in queries for kind in {k for name in query.header.params for k in _kinds(query, name)}
    )
    ranker = Ranker([example for query in queries for example in _examples(query, known)])
    return Patterns(askable, known, _rarity(used, len(queries)), _rarity(taken, len(queries)), ranker)


def _rarity(counts: Mapping[str, int], queries: int) -> dict[str, float]:
    return {each: math.log(1 + queries / count) for each, count in counts.items()}


def _kinds(query: Query, name: str) -> tuple[str, ...]:
    """What a parameter takes: labels of nodes, else its type."""
    declared = query.header.params[name].type
    return declared.labels or (declared.kind,)


def _questions(query: Query) -> Iterator[str]:
    yield from query.header.ask.zh
    yield from query.header.ask.en
    for question in wordings().get(query.id, ()):
        if set(slot.findall(question)) <= query.header.params.keys():  # of another query of that name: passed over
            yield question


@cache
def wordings() -> Mapping[str, tuple[str, ...]]:
    """Further questions that come with the program, by the query."""
    listed = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))
    return {query: tuple(questions) for query, questions in listed.items()}


def _examples(query: Query, known: Vocabulary) -> Iterator[Example]:
    """Its questions as they sound once their slots hold things: one that takes many kinds has several of them."""
    for question in _questions(query):
        names = slot.findall(question)
        taken = [_kinds(query, name) for name in names if query.header.params[name].values_from is not None]
        plain, _ = _plain(query, question)
        words = _words(plain, known)
        times = sum(_is_time(query, name) for name in names)
        turns = min(_TAKEN, max(map(len, taken), default=1))
        for turn in range(turns):
            # The second of two walks through the kinds at another pace, for other pairs.
            things = [(kinds[turn * (at + 1) % len(kinds)],) for at, kinds in enumerate(taken)]
            yield Example(query.id, features(plain, words, things, times), 1 / turns)


def _askable(query: Query, known: Vocabulary) -> Askable:
    found = []
    for question in _questions(query):
        text, slots = _plain(query, question)
        found.append(Pattern(tuple(_words(text, known)), slots))
    title = [word for text in (query.header.title.zh, query.header.title.en) for word in known.read(folded(text))]
    ideas = {idea for word in (*title, *(word for each in found for word in each.words)) for idea in word.ideas}
    return Askable(query, tuple(dict.fromkeys(found)), frozenset(ideas))


def _words(text: str, known: Vocabulary) -> list[Word]:
    """The words of a question of a query, without those that ask for what no query is for."""
    return [word for word in known.read(text) if BEYOND not in word.ideas]


def _plain(query: Query, question: str) -> tuple[str, frozenset[str]]:
    """A question without its slots, and their names; what bounds a time goes too: 年以来 of {year}年以来."""
    names = slot.findall(question)
    text = folded(slot.sub(lambda match: "2000" if _is_time(query, match[1]) else "|", question))
    for period in reversed(periods(text)):
        text = f"{text[: period.start]}|{text[period.end :]}"
    return text, frozenset(names)


def _is_time(query: Query, name: str) -> bool:
    return query.header.params[name].type.kind in TIMES


def _with_values(base: Vocabulary, queries: list[Query]) -> Vocabulary:
    """The vocabulary and the words for values that the parameters of queries list."""
    more: dict[str, frozenset[str]] = {}
    for value, words in _value_words(queries).items():
        for phrase in {key(folded(word)) for word in words}:
            more[phrase] = more.get(phrase, frozenset()) | {VALUE + value}
    return base.with_phrases(more)


def _value_words(queries: list[Query]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {value: set(more) for value, more in words_for_values().items()}
    for query in queries:
        for declared in query.header.params.values():
            for value, label in (declared.enum or {}).items():
                words.setdefault(value, set()).update((label.zh, re.sub(r"^(?:is|was|has) ", "", label.en)))
    return words
