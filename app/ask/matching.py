"""Which query a question means: how much of each is explained by the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from app.ask.exclusions import at_most, without_exclusions
from app.ask.filling import Filling, Said, Slot, fill
from app.ask.glosses import without_glosses
from app.ask.lexicon import Lexicon, Mention, folded
from app.ask.patterns import VALUE, Askable, Pattern, Patterns
from app.ask.periods import Period, periods, with_months
from app.ask.ranker import features
from app.ask.words import BEYOND, NOTHING, Vocabulary, Word

# Set by hand with tests/app/ask/questions.csv in view, all but its second blind batch; docs/ask.md has the figures.
_BESIDE = 0.3
"""A parameter filled that the question of the query has no slot for."""
_HOMELESS = 3.0
"""Something named that the query has no parameter for."""
_UNKNOWN_NAME = 3.0
"""A noun that nobody knows here: it asks for something else."""
_UNKNOWN = 0.7
"""Any other word that nobody knows here."""
_BEYOND = 12.0
"""A word of what no query is for."""
_ELSEWHERE = 0.35
"""Share of its weight that a word of the query costs where this question of the query lacks it."""
_OTHER = 0.6
"""The same for a word that none of its questions has."""
_KIND = 0.3
"""Share of its cost that a word keeps which says what a thing is that is named: the brand 老字号."""
_ANY_TEXT = 0.25
"""Share of its weight that a slot keeps which takes any text."""
_AMBIGUOUS = 0.8
"""Share of its weight that a word keeps where question and pattern share but one of many ideas that it may express."""
_LIKENESS = 0.4
"""Share of the score that is how much a question sounds like those of the query."""
_COMPARED = 8  # queries, the likeliest
_UNREAD = 4  # names that are words too, of which every choice is tried


@dataclass(frozen=True, slots=True)
class Match:
    """A query with its parameters filled; `score` from 0 to 1; `missing` are required parameters without a value."""

    askable: Askable
    slots: tuple[Slot, ...]
    score: float
    missing: tuple[str, ...]


class Question:
    """A question with the names and periods in it."""

    def __init__(self, text: str, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._text = with_months(folded(without_glosses(text)))
        found = lexicon.mentions(self._text)
        times = periods(self._text)
        # The year in the title of a document is no period of the question; a name that is but a year is no name.
        self._mentions = [each for each in found if not any(_covers(period, each) for period in times)]
        self._periods = tuple(each for each in times if not any(_overlap(other, each) for other in self._mentions))

    def readings(self) -> Iterator[Said]:
        """The question with all names as names, and with those as plain words that are words of the catalogue too."""
        plainest = self._unknown(self._mentions)
        doubtful = [
            each
            for each in self._mentions
            if self._is_one_word(each)
            and self._unknown([other for other in self._mentions if other is not each]) <= plainest
        ][:_UNREAD]
        for size in range(len(doubtful) + 1):
            for plain in combinations(doubtful, size):
                yield self._said([each for each in self._mentions if each not in plain])

    def _said(self, mentions: list[Mention]) -> Said:
        text = list(self._text)
        for start, end in ((part.start, part.end) for parts in (mentions, self._periods) for part in parts):
            text[start:end] = "|" * (end - start)
        most, plain = at_most(without_exclusions("".join(text)))
        return Said(self._text, tuple(mentions), self._periods, tuple(self._vocabulary.read(plain)), plain, most)

    def _is_one_word(self, mention: Mention) -> bool:
        """Whether it may be a word of the question: 品牌 names a goal; not "Qingdao market regulator", nor a region."""
        is_region = any(thing.kind == "Region" for thing in mention.things)
        return not is_region and len(list(self._vocabulary.read(mention.text))) == 1

    def _unknown(self, mentions: list[Mention]) -> int:
        """How many words nothing explains, with these names taken for names."""
        return sum(not word.ideas for word in self._said(mentions).words)


def match(question: Question, known: Patterns) -> list[Match]:
    """The likeliest queries with their best reading of the question, best first; those that lack a parameter last."""
    readings = [(said, _likeness(said, known)) for said in question.readings()]
    likely = sorted(known.askable, key=lambda each: max(like[each.query.id] for _, like in readings), reverse=True)
    found = [
        max((_match(each, said, like[each.query.id], known) for said, like in readings), key=_rank)
        for each in likely[:_COMPARED]
    ]
    return sorted(found, key=_rank, reverse=True)


def _likeness(said: Said, known: Patterns) -> Mapping[str, float]:
    things = [[thing.kind for thing in mention.things] for mention in said.mentions]
    return known.ranker.likeness(features(said.plain, said.words, things, len(said.periods)))


def _rank(match: Match) -> tuple[bool, float]:
    return not match.missing, match.score


def _match(askable: Askable, said: Said, likeness: float, known: Patterns) -> Match:
    """A query read as the one of its questions that fits best."""
    return max((_fit(askable, pattern, said, likeness, known) for pattern in askable.patterns), key=_rank)


def _fit(askable: Askable, pattern: Pattern, said: Said, likeness: float, known: Patterns) -> Match:
    filling = fill(askable.query, pattern, said)
    common, lacking, surplus = _compare(askable, pattern, said, filling, known)
    params = askable.query.header.params
    missing = tuple(name for name, declared in params.items() if declared.required and name not in filling.filled)
    whole = common + lacking + surplus or 1.0
    # What the question has beyond the query counts against both; that it lacks words of one question, against the fit.
    explained = common / (common + surplus or 1.0)
    score = (1 - _LIKENESS) * common / whole + _LIKENESS * min(1.0, max(0.0, likeness)) * explained
    return Match(askable, tuple(filling.slots), score, missing)


def _compare(
    askable: Askable, pattern: Pattern, said: Said, filling: Filling, known: Patterns
) -> tuple[float, float, float]:
    """The weight of what question and pattern share, of what the pattern alone has, and the question alone."""
    left = list(said.words)
    common = lacking = 0.0
    for word in pattern.words:
        weight, same = known.weight(word), max(left, key=lambda each: _agreement(each, word), default=NOTHING)
        common += weight * _agreement(same, word)
        lacking += weight * (1 - _agreement(same, word))
        if _agreement(same, word):
            left.remove(same)
    surplus = sum(_surplus(word, askable, known) * _share(word, said) for word in left if word not in filling.spent)
    filled = filling.filled
    common += sum(known.slot_weight(askable.query, name) * _sure(askable, name) for name in pattern.slots & filled)
    lacking += sum(known.slot_weight(askable.query, name) for name in pattern.slots - filled)
    surplus += _BESIDE * len(filled - pattern.slots) + _HOMELESS * len(filling.homeless)
    return common, lacking, surplus


def _sure(askable: Askable, name: str) -> float:
    """How much a filled slot tells of its weight: little where any text fits."""
    declared = askable.query.header.params[name]
    return _ANY_TEXT if declared.type.kind == "string" and declared.enum is None else 1.0


def _agreement(one: Word, other: Word) -> float:
    return _shared(one.ideas, other.ideas)


@lru_cache(maxsize=100_000)
def _shared(ones: frozenset[str], others: frozenset[str]) -> float:
    """From 0 to 1: how far two words express the same ideas. 目标 may be a goal, as 目标值 may not."""
    if BEYOND in ones | others:
        return 0.0
    ones, others = (frozenset(idea for idea in ideas if not idea.startswith(VALUE)) for ideas in (ones, others))
    shared = len(ones & others)
    return _AMBIGUOUS + (1 - _AMBIGUOUS) * shared / len(ones | others) if shared else 0.0


def _surplus(word: Word, askable: Askable, known: Patterns) -> float:
    if not word.ideas:
        return _UNKNOWN_NAME if word.is_name else _UNKNOWN
    if all(idea.startswith(VALUE) for idea in word.ideas) and word.text in known.vocabulary.ignored:
        return 0.0
    if BEYOND in word.ideas:
        return _BEYOND
    return known.weight(word) * (_ELSEWHERE if word.ideas & askable.ideas else _OTHER)


def _share(word: Word, said: Said) -> float:
    """Of its weight as a surplus word: little where it says what kind of thing a name is of."""
    kinds = {thing.kind.lower() for mention in said.mentions for thing in mention.things}
    return _KIND if word.ideas & kinds else 1.0


def _covers(period: Period, mention: Mention) -> bool:
    return period.start <= mention.start and mention.end <= period.end


def _overlap(mention: Mention, period: Period) -> bool:
    return period.start < mention.end and mention.start < period.end
