"""Answers which query a question means, over one graph and catalogue."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.ask.filling import Slot
from app.ask.lexicon import Lexicon
from app.ask.matching import Match, Question, match
from app.ask.patterns import Patterns, patterns
from app.queries.catalogue import Catalogue
from app.queries.choices import Choice, ChoiceLists
from app.queries.header import Parameter
from app.queries.references import Resolver
from stores.records import GraphVersion

FITS = 0.32
"""The score from which a query is taken for what was meant."""
NEAR = 0.2
"""The score from which it is worth showing."""
_SHOWN = 4  # alternatives


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question may mean: `best` None where nothing fits; `others` are the next, best first."""

    best: Match | None
    others: tuple[Match, ...]


class Asker:
    """Finds the query that a question means; the names of the graph are read once for a state of it."""

    def __init__(self, catalogue: Catalogue, choices: ChoiceLists, resolver: Resolver) -> None:
        self._catalogue = catalogue
        self._resolver = resolver
        self._lexicon: Callable[[GraphVersion], Lexicon] = lru_cache(maxsize=1)(
            lambda graph: Lexicon(_lists(catalogue, choices, graph))
        )

    @cached_property
    def _patterns(self) -> Patterns:
        """Learned at the first question, for most programs ask none."""
        return patterns(self._catalogue)

    def understand(self, text: str, graph: GraphVersion) -> Understood:
        """The queries that a question in Chinese or English may mean."""
        question = Question(text, self._lexicon(graph), self._patterns.vocabulary)
        found = [each for each in match(question, self._patterns) if each.score >= NEAR]
        fits = bool(found) and not found[0].missing and found[0].score >= FITS
        settled = [self._settled(each) for each in found[: _SHOWN + fits]]
        return Understood(settled[0] if fits else None, tuple(settled[fits:]))

    def _settled(self, found: Match) -> Match:
        params = found.askable.query.header.params
        order = list(params)
        slots = sorted(found.slots, key=lambda slot: order.index(slot.parameter))
        return replace(found, slots=tuple(self._one(slot, params[slot.parameter]) for slot in slots))

    def _one(self, slot: Slot, declared: Parameter) -> Slot:
        """A slot whose name several bear, with the one that callers who write the name get, if they get one."""
        if not slot.others:
            return slot
        meant = self._resolver.find(declared.type.labels, slot.said)
        if len(meant) != 1:
            return slot
        first = next((each for each in slot.others if each.value == meant[0].value), None)
        return replace(slot, value=meant[0].value, label=first.label if first else slot.label, others=())


def _lists(catalogue: Catalogue, choices: ChoiceLists, graph: GraphVersion) -> dict[str, tuple[Choice, ...]]:
    """The choices of every parameter that has a list, by the query that gives it."""
    return {
        declared.values_from: choices.of(query.id, name, graph).values
        for query in catalogue
        for name, declared in query.header.params.items()
        if declared.values_from is not None
    }
