"""The passages of annotated texts with the gold measure that each states."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.normalise import normalise
from loaders.records import RawDocument, Segmented
from loaders.segment import segment
from training.align import name_key
from training.gold import AnnotatedText, GoldMeasure
from training.split import fold_of

SAME = 0.6  # share of the shorter text that score.py requires of a quote


@dataclass(frozen=True)
class Clauses:
    """A document's passages; `stated` holds the gold measure by passage, `lost` the measures that no passage states."""

    stem: str
    fold: int
    document: Segmented
    stated: dict[int, GoldMeasure]
    lost: tuple[GoldMeasure, ...]


def read_clauses(texts: Iterable[AnnotatedText]) -> list[Clauses]:
    """Cut annotated texts as the loaders do, and find the passage of every gold measure."""
    return [_clauses(annotated) for annotated in texts]


def segmented(annotated: AnnotatedText) -> Segmented:
    """The document of an annotated text, as the loaders cut it."""
    raw = RawDocument(annotated.stem, annotated.path.name, annotated.raw, "", "text/plain", "utf-8")
    return segment(raw, normalise(annotated.raw))


def _clauses(annotated: AnnotatedText) -> Clauses:
    document = segmented(annotated)
    measures = annotated.gold.measures
    bags = [bigrams(measure.quote) for measure in measures]
    shared = sorted(
        (
            (-share, index, passage.order)
            for passage in document.passages
            for index, share in _shares(bags, bigrams(passage.text))
            if share >= SAME
        ),
    )
    stated: dict[int, int] = {}
    for _, index, order in shared:
        if order not in stated and index not in stated.values():
            stated[order] = index
    lost = tuple(measure for index, measure in enumerate(measures) if index not in stated.values())
    found = {order: measures[index] for order, index in sorted(stated.items())}
    return Clauses(annotated.stem, fold_of(annotated.stem), document, found, lost)


def bigrams(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a text, as score.py compares quotes."""
    key = name_key(text)
    return Counter(key[at : at + 2] for at in range(len(key) - 1)) or Counter([key])


def _shares(bags: list[Counter[str]], bag: Counter[str]) -> Iterable[tuple[int, float]]:
    """The share of the shorter text that each bag has in common with a bag."""
    for index, other in enumerate(bags):
        shorter = min(bag.total(), other.total())
        yield index, (bag & other).total() / shorter if shorter else 0.0
