"""Finds in a question the things of the graph that it names, by all names that the lists of parameters hold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from ahocorasick_rs import AhoCorasick, MatchKind

from app.ask.english_bodies import bodies_in_english
from app.ask.loose import LooseChinese, LooseEnglish
from app.ask.words import stem, vocabulary
from app.queries.choices import Choice
from app.queries.header import Text
from app.reads.ranking import compared, fold
from graph_schema.base import NODE_TYPES
from loaders.resolve.departments import departments
from loaders.spelling import spelling

_LABELS = {label.lower(): label for label in NODE_TYPES}
_LONGEST = 16  # words of an English name
_SHORTEST = 2  # characters: one alone is in too many words
_SPELLED = 10_000  # names whose pinyin is known: a list begins with the most counted, and 10,000 take a second
_MORE = 1  # characters by which a name not quite written must be longer than an exact one in it
_BODIES = frozenset({"Agency", "Organization"})
_LETTERS = 4  # of a name in pinyin
_SYLLABLES = 3  # words in which a name in pinyin is written

# "(2020-2022年)", "(试行)" at the end of a name; not "(吉林)" in the middle
_trailing = re.compile(r"\([^()]*\)$")
# "三地食品安全对照:" of a title with a subtitle; not a title that begins with a mark
_main_title = re.compile(r"^(?P<main>[^:]{4,}):")
# "守护消费" in "\"守护消费\"专项行动"; nothing where nothing is quoted
_quoted = re.compile(r"\"(?P<inside>[^\"]{3,})\"")
# "吉致吉品" in 《吉致吉品》; not "吉致吉品" alone
_marked = re.compile(r"[\"《「『](?P<inside>[^\"《》「」『』]{2,})[\"》」』]")
# "qingdao" of "qingdao city"; not "city"
_kind = re.compile(r" (?:province|city|county|district|prefecture|league|banner|new area)$")
# "吉林省教育厅" is "教育厅" of 吉林省
_seat = re.compile(
    r"^(?P<seat>[\u3400-\u9fff]{1,7}?)(?P<level>省|市|自治区|州|县|区)(?P<body>[\u3400-\u9fff]{2,}[局厅委办部署府])$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A value that has names: `kind` is the label of a node, for any other value the query that lists it."""

    value: str
    name: str
    name_en: str
    """The Chinese one where it has no English name."""
    kind: str

    @property
    def label(self) -> Text:
        """What it is called."""
        return Text(zh=self.name, en=self.name_en)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place [start, end) of a folded text that names one thing, or several that share the name."""

    start: int
    end: int
    text: str
    things: tuple[Named, ...]


class Lexicon:
    """All names of a state of the graph; built of the choices by the query that lists them."""

    def __init__(self, lists: Mapping[str, Iterable[Choice]]) -> None:
        self._chinese: dict[str, dict[Named, None]] = {}
        self._latin: dict[str, dict[Named, None]] = {}
        self._own: set[tuple[str, Named]] = set()
        self._english_names: dict[str, dict[Named, None]] = {}
        bodies: dict[str, set[Named]] = {}
        for query, choices in lists.items():
            for choice in choices:
                kind = _LABELS.get(choice.value.partition(":")[0], query)
                self._add(Named(choice.value, choice.label, choice.label_en or choice.label, kind), choice, bodies)
        for body, things in bodies.items():
            if len({thing.value for thing in things}) == 1:
                self._note(body, *things)
        self._names = list(self._chinese)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def mentions(self, text: str) -> list[Mention]:
        """The names in a folded text, in order and apart from each other, the longest first."""
        exact = [
            Mention(start, end, text[start:end], self._bearers(self._names[which]))
            for which, start, end in self._automaton.find_matches_as_indexes(text)
        ]
        quoted = list(self._in_quotation_marks(text))
        exact = _apart([*exact, *self._in_letters(text)])
        exact = [*quoted, *(each for each in exact if not any(_meet(each, other) for other in quoted))]
        # A name that is not quite written counts where it takes in more than the exact ones it has in it.
        loose = [
            each
            for each in self._nearly(text)
            if not any(_meet(each, other) for other in quoted)
            and _takes_in_more(each, [other for other in exact if _meet(each, other)])
        ]
        return sorted(_apart([*exact, *loose]), key=lambda mention: mention.start)

    def _in_quotation_marks(self, text: str) -> Iterator[Mention]:
        """What stands in quotation marks as the whole of a name, which nobody then reads in another way."""
        for match in _marked.finditer(text):
            if things := self._bearers(match["inside"]):
                yield Mention(match.start("inside"), match.end("inside"), match["inside"], things)

    def _bearers(self, name: str) -> tuple[Named, ...]:
        """Those of a Chinese name, before those for whom it is a short form: a brand before the report on "it"."""
        return tuple(sorted(self._chinese.get(name, ()), key=lambda thing: (name, thing) not in self._own))

    def _nearly(self, text: str) -> Iterator[Mention]:
        for start, end, name in self._english.places(text):
            yield Mention(start, end, text[start:end], tuple(self._english_names[name]))
        found: dict[tuple[int, int], list[str]] = {}
        for start, end, name in self._nearly_chinese.places(text):
            found.setdefault((start, end), []).append(name)
        for (start, end), names in found.items():
            # Of several names that a place comes near the shortest is nearest; of two as short neither.
            nearest = [name for name in names if len(name) == min(map(len, names))]
            things = dict.fromkeys(thing for name in nearest for thing in self._chinese[name])
            if len({thing.value for thing in things}) == 1:
                yield Mention(start, end, text[start:end], tuple(things))

    def _in_letters(self, text: str) -> Iterator[Mention]:
        words = list(_latin_words(text))
        at = 0
        while at < len(words):
            length, things = self._longest([word for word, _, _ in words[at : at + _LONGEST]])
            if things:
                start, end = words[at][1], words[at + length - 1][2]
                yield Mention(start, end, text[start:end], things)
            at += length

    def _longest(self, words: list[str]) -> tuple[int, tuple[Named, ...]]:
        for length in range(len(words), 0, -1):
            if things := self._latin.get(" ".join(map(stem, words[:length]))):
                return length, tuple(things)
        for length in range(min(_SYLLABLES, len(words)), 0, -1):
            # "景俊海" is Jing Junhai as well as Junhai Jing
            for order in (words[:length], words[length - 1 : length] + words[: length - 1]):
                if things := self._pinyin.get("".join(order)):
                    return length, tuple(things)
        return 1, ()

    @cached_property
    def _english(self) -> LooseEnglish:
        return LooseEnglish(self._english_names, chain(self._latin, vocabulary().phrases, vocabulary().ignored))

    @cached_property
    def _nearly_chinese(self) -> LooseChinese:
        return LooseChinese(self._chinese)

    @cached_property
    def _pinyin(self) -> dict[str, dict[Named, None]]:
        """Things by their names in pinyin and its initials; made once letters are typed that are no name."""
        found: dict[str, dict[Named, None]] = {}
        for name, things in islice(self._chinese.items(), _SPELLED):
            for letters in (spelling(name).full, spelling(name).initials):
                if len(letters) >= _LETTERS:
                    found.setdefault(letters, {}).update(things)
        return found

    def _add(self, named: Named, choice: Choice, bodies: dict[str, set[Named]]) -> None:
        # Names come from texts that are normalised already, so that only width and case are left to compare.
        names = [compared(name) for name in choice.called.names]
        self._own.update((name, named) for name in names)
        for variant in dict.fromkeys(variant for name in names for variant in _variants(name)):
            self._note(variant, named)
        for name in names if named.kind in _BODIES else ():
            for english in bodies_in_english(name):
                self._english_names.setdefault(english, {}).update({named: None})
        for match in filter(None, map(_seat.fullmatch, names)):
            for body in _short_bodies(match["body"]):
                bodies.setdefault(body, set()).add(named)
                self._note(match["seat"] + match["level"] + body, named)
                self._note(match["seat"] + body, named)

    def _note(self, name: str, *things: Named) -> None:
        if len(name) < _SHORTEST:
            return
        if name.isascii():
            self._english_names.setdefault(name, {}).update(dict.fromkeys(things))
            self._latin.setdefault(" ".join(stem(word) for word, _, _ in _latin_words(name)), {}).update(
                dict.fromkeys(things)
            )
            return
        self._chinese.setdefault(name, {}).update(dict.fromkeys(things))


def folded(text: str) -> str:
    """The form in which questions and names are compared: Simplified, lower case, marks of one width."""
    return compared(fold(text))


def _variants(name: str) -> Iterator[str]:
    """A folded name and shorter ones that people use."""
    yield name
    yield name.replace('"', "")
    yield _trailing.sub("", name)
    yield _kind.sub("", name)
    yield name.replace("人民政府", "政府")
    if match := _main_title.match(name):
        yield match["main"]
    if match := _quoted.search(name):
        yield match["inside"]


def _short_bodies(body: str) -> Iterator[str]:
    """A department's name and what it is called in short: 住建厅 of 住房和城乡建设厅."""
    yield body
    for short, full in departments().stems.items():
        if body.startswith(full):
            yield short + body.removeprefix(full)


def _latin_words(text: str) -> Iterator[tuple[str, int, int]]:
    for match in re.finditer(r"[a-z0-9](?:[a-z0-9&.+-]*[a-z0-9])?", text):  # "r&d", "pm2.5"; no Chinese
        yield match[0], match.start(), match.end()


def _length(mention: Mention) -> int:
    return mention.end - mention.start


def _takes_in_more(loose: Mention, exact: list[Mention]) -> bool:
    """Whether it is longer than each of the exact names in its place, and they are not all of it: 吉林省 and 标准化."""
    longer = all(_length(loose) > _length(each) + _MORE for each in exact)
    return longer and sum(map(_length, exact)) < _length(loose)


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Those of them that do not overlap, the longest first."""
    kept: list[Mention] = []
    for each in sorted(mentions, key=_length, reverse=True):
        if not any(_meet(each, other) for other in kept):
            kept.append(each)
    return kept


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
