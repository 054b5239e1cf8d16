"""Puts what a question names into the parameters of a query."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.ask.lexicon import Mention, Named
from app.ask.patterns import TIMES, VALUE, Pattern
from app.ask.periods import Period
from app.ask.words import Word
from app.queries.catalogue import Query
from app.queries.header import Parameter, Text

_TERM = 3  # characters of a term that nobody put in quotation marks

# "明厨亮灶" of 在"明厨亮灶"上; nothing of an open quotation
_quotation = re.compile(r"[\"「『](?P<inside>[^\"「」『』]{2,})[\"」』]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A value for a parameter as it is sent, as it is called and as it was said; `others` bear the same name."""

    parameter: str
    value: str
    label: Text
    said: str
    others: tuple[Named, ...] = ()


@dataclass(slots=True)
class Filling:
    """What of a question went into a query, and what did not."""

    slots: list[Slot] = field(default_factory=list)
    homeless: list[Mention | Period] = field(default_factory=list)
    """Named in the question, and the query has no parameter for it."""
    spent: set[Word] = field(default_factory=set)
    """Words that stand for a value."""

    @property
    def filled(self) -> frozenset[str]:
        """The parameters that have a value."""
        return frozenset(slot.parameter for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Said:
    """A question as read: what it names, when, and its other words."""

    text: str
    mentions: tuple[Mention, ...]
    periods: tuple[Period, ...]
    words: tuple[Word, ...]
    plain: str
    """The text without its names, its periods and what it takes out."""
    most: int | None
    """How many of a kind it wants at most."""


def fill(query: Query, pattern: Pattern, said: Said) -> Filling:
    """Put what was said into the parameters of a query as one of its questions does."""
    filling = Filling()
    # The slots of the question before the rest: of two that take the same, it names the first.
    order = sorted(query.header.params, key=lambda name: name not in pattern.slots)
    for mention in said.mentions:
        _place(mention, [(name, query.header.params[name]) for name in order], filling)
    _said_twice(filling)
    _times(query, said.periods, filling)
    _values(query, said.words, filling)
    _numbers(query, said.most, filling)
    _texts(query, pattern, said, filling)
    return filling


def _place(mention: Mention, params: Sequence[tuple[str, Parameter]], filling: Filling) -> None:
    for name, declared in params:
        things = [thing for thing in mention.things if _takes(declared, thing)]
        if things and (declared.type.many or name not in filling.filled):
            first, *others = things
            filling.slots.append(Slot(name, first.value, first.label, mention.text, tuple(others)))
            return
    filling.homeless.append(mention)


def _said_twice(filling: Filling) -> None:
    """Take no notice of a place that is in the name of what was found: Qingdao beside 青岛市质量强市三年行动计划."""
    names = [slot.label.zh for slot in filling.slots]
    filling.homeless = [
        each
        for each in filling.homeless
        if isinstance(each, Period)
        or not any(thing.kind == "Region" and thing.name in name for thing in each.things for name in names)
    ]


def _takes(declared: Parameter, thing: Named) -> bool:
    if declared.type.kind == "ref":
        return not declared.type.labels or thing.kind in declared.type.labels
    return declared.values_from == thing.kind


def _times(query: Query, periods: Iterable[Period], filling: Filling) -> None:
    params = {name: each for name, each in query.header.params.items() if each.type.kind in TIMES}
    for period in periods:
        names = [name for name in params if _bounds(name, period, params)]
        for name in names:
            last = name.endswith("_to")
            value = period.as_date(last=last) if params[name].type.kind == "date" else period.year
            filling.slots.append(_plain(name, value))
        if not names:
            filling.homeless.append(period)


def _bounds(name: str, period: Period, params: Iterable[str]) -> bool:
    """Whether a parameter is one that a period bounds: a year without a bound is both, where no parameter is for it."""
    ends = name.endswith(("_from", "_to"))
    if period.bound == "at":
        return not ends or all(other.endswith(("_from", "_to")) for other in params)
    return name.endswith(f"_{period.bound}")


def _values(query: Query, words: Iterable[Word], filling: Filling) -> None:
    for name, declared in query.header.params.items():
        meant = {value: word for word in words for value in _meant(declared, word)}
        if not meant or (len(meant) > 1 and not declared.type.many):
            continue
        for value, word in meant.items():
            filling.slots.append(Slot(name, value, (declared.enum or {})[value], word.text))
            filling.spent.add(word)


def _numbers(query: Query, most: int | None, filling: Filling) -> None:
    for name, declared in query.header.params.items():
        if declared.type.kind == "int" and most is not None and not name.endswith("_min"):
            filling.slots.append(_plain(name, str(most)))


def _meant(declared: Parameter, word: Word) -> Iterator[str]:
    return (value for value in declared.enum or () if VALUE + value in word.ideas)


def _texts(query: Query, pattern: Pattern, said: Said, filling: Filling) -> None:
    """Fill a slot of free text: with what is quoted, else with a name, else with the one word that nothing explains."""
    for name in sorted(pattern.slots - filling.filled):
        declared = query.header.params[name]
        if declared.type.kind != "string" or declared.enum is not None or declared.values_from is not None:
            continue
        if quoted := _quotation.search(said.text):
            filling.slots.append(_plain(name, quoted["inside"]))
        elif mention := next(_own_names(filling.homeless), None):
            filling.homeless.remove(mention)
            filling.slots.append(_plain(name, mention.text))
        elif len(unknown := [word for word in said.words if not word.ideas and len(word.text) >= _TERM]) == 1:
            filling.slots.append(_plain(name, unknown[0].text))
            filling.spent.add(unknown[0])


def _own_names(named: Iterable[Mention | Period]) -> Iterator[Mention]:
    """Names that a thing has as its own; that of a goal, as 品牌, says what it is about."""
    for each in named:
        if isinstance(each, Mention) and not any(thing.kind == "Goal" for thing in each.things):
            yield each


def _plain(name: str, value: str) -> Slot:
    """A slot that is filled with the words of the question themselves."""
    return Slot(name, value, Text(zh=value, en=value), value)
